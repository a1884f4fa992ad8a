//! Where everything is on the screen: every rectangle, worked out once from the size.
//!
//! The same areas are used to move (how many rows are a page?) and to draw, so the two agree.

pub mod links;
pub mod popup;

pub use ratatui::layout::{Position, Rect, Size};

use super::reading::Focus;
use super::reading::layout::Measure;
use super::reading::panel::Shown;
use crate::annotations::PaneWidths;

/// From this width on, text and facts stand side by side.
pub const SIDE_BY_SIDE: u16 = 100;
/// From this width on, the contents may join them on the left.
pub const WITH_CONTENTS: u16 = 140;
/// Below this width, only one pane shows at a time.
pub const ONE_PANE: u16 = 60;
/// Columns left of the text: the cursor's bar, the fold mark, a space.
pub const GUTTER: u16 = 3;
/// The widest comfortable line of prose, in columns.
pub const PROSE: u16 = 88;
/// The fewest columns that a margin leaves to the text.
const NARROWEST: u16 = 24;

/// How text is set, as far as a person decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// The widest line of prose, in columns.
    pub measure: u16,
    /// Columns left empty on either side, where there is room for them.
    pub margin: u16,
    /// Empty lines between paragraphs.
    pub spacing: u16,
}

impl Default for Setting {
    fn default() -> Self {
        Self { measure: PROSE, margin: 0, spacing: 1 }
    }
}

/// What decides how the screen is divided besides its size.
#[derive(Debug, Clone, Copy, Default)]
pub struct Panes {
    /// What has the keyboard.
    pub focus: Focus,
    /// Whether the panel was asked for.
    pub shown: Shown,
    /// How much wider (or, below the text, higher) than usual the panel is.
    pub wider: PaneWidths,
    /// Whether the contents were asked for.
    pub contents: bool,
    /// What is left around the text.
    pub around: Around,
}

/// What is left around the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Around {
    /// Header, status line, panes.
    #[default]
    Everything,
    /// The status line, because there is something to say.
    Status,
    /// Nothing.
    Nothing,
}

/// The rectangles of the screen; an area without room is empty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Areas {
    /// Title and where it comes from.
    pub header: Rect,
    /// The line below the header.
    pub rule: Rect,
    /// The text, gutter included; or the list.
    pub text: Rect,
    /// The contents: left of the text, or over it.
    pub contents: Rect,
    /// The line between contents and text.
    pub contents_divider: Rect,
    /// The line between text and panel, upright or level.
    pub divider: Rect,
    /// The facts.
    pub panel: Rect,
    /// The status line, or the line being typed.
    pub status: Rect,
    /// Columns left of the gutter.
    pub margin: u16,
    /// How the text is set.
    pub setting: Setting,
}

impl Areas {
    /// Whether a screen of this size has room for one pane only: text, facts and contents take turns.
    pub fn is_one_pane(size: Size) -> bool {
        let body = Self::chrome(size).text;
        body.width < ONE_PANE || body.height < 8
    }

    /// Divides the screen of an open release.
    pub fn of(size: Size, panes: Panes) -> Self {
        if panes.around != Around::Everything {
            return Self::bare(size, panes);
        }
        let mut areas = Self::chrome(size);
        areas.divide(panes);
        areas.set(Setting::default())
    }

    /// The same with the text set in this way: in the middle of its pane, where there is room.
    #[must_use]
    pub fn set(self, setting: Setting) -> Self {
        let room = self.text.width.saturating_sub(GUTTER + 1);
        let spare = room.saturating_sub(setting.measure + 1) / 2;
        let most = room.saturating_sub(NARROWEST) / 2;
        Self { margin: spare.max(setting.margin.min(most)), setting, ..self }
    }

    /// The text in the middle of the screen; beside it only the pane that has the keyboard.
    fn bare(size: Size, panes: Panes) -> Self {
        let Size { width, height } = size;
        let status = u16::from(panes.around == Around::Status && height >= 3);
        let mut areas = Self {
            text: Rect::new(0, 0, width, height - status),
            status: Rect::new(0, height - status, width, status),
            ..Self::default()
        };
        areas.divide(Panes { shown: Shown::Closed, contents: false, ..panes });
        areas.set(Setting::default())
    }

    /// Header and status line around one area: the list, the help, a fault.
    pub fn chrome(size: Size) -> Self {
        let Size { width, height } = size;
        // Words come first: the header goes below eight rows, the status line below three.
        let header = u16::from(height >= 8);
        let status = u16::from(height >= 3);
        let body = height - 2 * header - status;
        Self {
            header: Rect::new(0, 0, width, header),
            rule: Rect::new(0, header, width, header),
            text: Rect::new(0, 2 * header, width, body),
            status: Rect::new(0, height - status, width, status),
            ..Self::default()
        }
    }

    /// Divides what is inside a popup that shows a release; its facts too where that was asked for and
    /// there is room.
    pub fn within(inside: Rect, with_facts: bool) -> Self {
        let mut areas = Self { text: inside, ..Self::default() };
        if with_facts && inside.width >= SIDE_BY_SIDE - 4 {
            areas.divide_upright(0);
        } else if with_facts && inside.width >= ONE_PANE && inside.height >= 12 {
            areas.divide_level(0);
        }
        areas
    }

    fn divide(&mut self, panes: Panes) {
        // The breadth of the screen counts, whatever the contents leave of it.
        let wider = panes.wider.on(self.text.width);
        let whole = self.text;
        self.divide_contents(panes);
        let body = self.text;
        if body.is_empty() {
            return;
        }
        let focused = panes.focus == Focus::Panel;
        if body.width < ONE_PANE || body.height < 8 {
            if focused {
                (self.panel, self.text) = (body, Rect { width: 0, height: 0, ..body });
            }
        } else if whole.width < SIDE_BY_SIDE {
            if focused || panes.shown == Shown::Open {
                self.divide_level(wider);
            }
        } else if focused || panes.shown != Shown::Closed {
            self.divide_upright(wider);
        }
    }

    /// The contents, if they show: a column where there is room for three panes, over the text where
    /// there is not, and instead of it where there is room for one.
    fn divide_contents(&mut self, panes: Panes) {
        let body = self.text;
        let focused = panes.focus == Focus::Contents;
        if body.width < ONE_PANE || body.height < 8 {
            if focused {
                (self.contents, self.text) = (body, Rect { width: 0, height: 0, ..body });
            }
            return;
        }
        let has_room = body.width >= WITH_CONTENTS;
        let shows = focused || (has_room && panes.contents);
        if !shows {
            return;
        }
        let usual = if has_room { (body.width / 6).clamp(24, 36) } else { body.width * 2 / 5 };
        let widest = if has_room { body.width - SIDE_BY_SIDE } else { body.width - 8 };
        let width = usual.saturating_add_signed(panes.wider.contents).clamp(16, widest);
        self.contents = Rect { width, ..body };
        self.contents_divider = Rect { x: body.x + width, width: 1, ..body };
        if has_room {
            self.text = Rect { x: body.x + width + 1, width: body.width - width - 1, ..body };
        }
    }

    /// A drawer below the text, which keeps its width and so its lines.
    fn divide_level(&mut self, wider: i16) {
        let body = self.text;
        let usual = body.height * 2 / 5;
        let height = usual.saturating_add_signed(wider / 4).clamp(3, body.height - 4);
        let text = body.height - height - 1;
        self.text.height = text;
        self.divider = Rect { y: body.y + text, height: 1, ..body };
        self.panel = Rect { y: body.y + text + 1, height, ..body };
    }

    fn divide_upright(&mut self, wider: i16) {
        let body = self.text;
        let usual = (body.width * 2 / 5).clamp(38, 60);
        let width = usual.saturating_add_signed(wider).clamp(24, body.width - 40);
        let text = body.width - width - 1;
        self.text.width = text;
        self.divider = Rect { x: body.x + text, width: 1, ..body };
        self.panel = Rect { x: body.x + text + 1, width, ..body };
    }

    /// Everything but the status line, where popups are.
    pub fn over(&self, size: Size) -> Rect {
        let height = size.height.saturating_sub(self.status.height);
        Rect::new(0, 0, size.width, height)
    }

    /// The columns the text is laid out in.
    pub fn measure(&self) -> Measure {
        // One column stays free at the right, so that words never touch the divider.
        let right = self.setting.margin.min(self.margin).max(1);
        let width = self.text.width.saturating_sub(self.margin + GUTTER + right).max(1);
        Measure { width, prose: self.setting.measure, spacing: self.setting.spacing }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_panes() -> impl Strategy<Value = Panes> {
        let focus = prop_oneof![Just(Focus::Text), Just(Focus::Panel), Just(Focus::Contents)];
        let shown = prop_oneof![Just(Shown::Auto), Just(Shown::Open), Just(Shown::Closed)];
        let around =
            prop_oneof![Just(Around::Everything), Just(Around::Status), Just(Around::Nothing)];
        let wider = || -200_i16..200;
        (focus, shown, wider(), any::<bool>(), wider(), around).prop_map(
            |(focus, shown, wider, contents, contents_wider, around)| Panes {
                focus,
                shown,
                wider: PaneWidths { contents: contents_wider, ..PaneWidths::everywhere(wider) },
                contents,
                around,
            },
        )
    }

    proptest! {
        #[test]
        fn areas_never_leave_the_screen_nor_overlap(
            (width, height) in (0_u16..520, 0_u16..220),
            panes in any_panes(),
        ) {
            let areas = Areas::of(Size { width, height }, panes);
            let screen = Rect::new(0, 0, width, height);
            let mut all = vec![areas.header, areas.rule, areas.text, areas.divider, areas.panel, areas.status];
            for over in [areas.contents, areas.contents_divider] {
                prop_assert_eq!(screen.intersection(over), over);
                // Where there is no room beside the text, they lie over it.
                if width >= WITH_CONTENTS || areas.text.is_empty() {
                    all.push(over);
                }
            }
            for (i, a) in all.iter().enumerate().filter(|(_, a)| !a.is_empty()) {
                prop_assert_eq!(screen.intersection(*a), *a);
                for b in all[i + 1..].iter().filter(|b| !b.is_empty()) {
                    prop_assert!(a.intersection(*b).is_empty(), "{a:?} {b:?}");
                }
            }
            let covered: u32 = all.iter().map(|a| a.area()).sum();
            prop_assert_eq!(covered, screen.area());
        }
    }

    #[test]
    fn at_20_by_5_the_paragraph_still_has_four_rows() {
        let areas = Areas::of(Size { width: 20, height: 5 }, Panes::default());
        assert_eq!((areas.text.width, areas.text.height), (20, 4));
    }
}
