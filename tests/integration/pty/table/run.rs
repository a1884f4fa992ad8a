//! One entry of the table, done once on the real program.

use std::fs;
use std::path::Path;

use pressroom::keys::chord::spell;
use pressroom::keys::{Action, Chord, Context, Keymap, Preset, hints};
use pressroom::phrase::Language;
use serde::Deserialize;
use tempfile::TempDir;

use super::Entry;
use crate::pty::copy;
use crate::pty::session::{Command, Session, rows, samples};

/// What is done or seen besides the keys an entry is about.
#[derive(Deserialize)]
pub enum Step {
    /// Keys that are the same in every preset, as they are called.
    Press(String),
    /// Text as it stands.
    Type(String),
    /// An action, with the keys of the preset or from the palette.
    Do(Action),
    /// An action in another place, a section of the keymap.
    DoAt(String, Action),
    /// The keys the entry is about, once more.
    Again,
    /// Words that come to stand on one row of the screen.
    See(String),
    /// Words that leave the screen.
    Miss(String),
    /// The row of the cursor comes to hold some words.
    Cursor(String),
    /// The status line comes to begin with some words.
    Status(String),
    /// The cursor's row is at the top, in the middle or at the bottom of the text, and holds some words.
    Top(String),
    Middle(String),
    Bottom(String),
    /// The first row of the text or the list holds some words.
    FirstRow(String),
    /// The text is moved by so much, measured on its rows.
    Scrolled(Way),
    /// The facts have got another width.
    PanelIs(Width),
    /// Steps of a terminal at least this wide.
    From(u16, Vec<Step>),
    /// Steps of a terminal with fewer than 100 columns, where text and facts do not stand side by side.
    Narrow(Vec<Step>),
    /// Steps of all wider terminals.
    Wide(Vec<Step>),
    /// In a file, some words become others.
    Replace(String, String, String),
    /// A file that comes to hold some words.
    Holds(String, String),
    /// What was copied last comes to hold some words, and does not hold others.
    Copied(Vec<String>, Vec<String>),
    /// The program ends by itself with this code.
    Ends(u32),
}

/// Which way the text goes on.
#[derive(Deserialize)]
pub enum Way {
    Down(Amount),
    Up(Amount),
}

/// How far.
#[derive(Clone, Copy, Deserialize)]
pub enum Amount {
    /// All rows but the two that are kept.
    Page,
    Half,
    Line,
}

/// What becomes of the facts.
#[derive(Deserialize)]
pub enum Width {
    Wider,
    Narrower,
}

/// Rows above the text.
const HEADER: usize = 2;

/// Rows that stay in sight above and below the cursor.
const CONTEXT: usize = 3;

/// The signs of the row the cursor is on: in the text, in the facts.
const CURSORS: [char; 2] = ['▌', '▸'];

/// The program, and what it is told.
pub struct Run<'a> {
    entry: &'a Entry,
    keymap: Keymap,
    width: u16,
    home: TempDir,
    session: Session,
    /// The rows of the screen before the keys were pressed.
    earlier: Vec<String>,
}

/// An editor that notes how it was called, waits for Enter and changes two words.
const EDITOR: &str = r#"
echo "$@" > called
echo the editor waits
read line
for file; do :; done
sed -i.old 's/looked back/LOOKED BACK/' "$file"
"#;

/// A release with a problem.
const ODD: &str = r#"Release(
    format: 1,
    title: "A Bridge Opens",
    body: [Numbered(number: "1", text: "It cost EUR 12 million.")],
    figures: [(
        text: "EUR 12 million",
        value: 12000000,
        unit: "EUR",
        mentions: [(at: "1", quote: "EUR 12 milion")],
    )],
)"#;

fn home() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let releases = home.path().join("releases");
    fs::create_dir(&releases).unwrap();
    for file in fs::read_dir(samples()).unwrap().map(Result::unwrap) {
        fs::copy(file.path(), releases.join(file.file_name())).unwrap();
    }
    fs::write(home.path().join("editor"), EDITOR).unwrap();
    fs::write(home.path().join("odd.ron"), ODD).unwrap();
    home
}

fn start(entry: &Entry, preset: Preset, (width, height): (u16, u16), home: &Path) -> Session {
    Command::pressroom()
        .folder(home)
        .env("HOME", home)
        .env("EDITOR", "sh editor")
        .size(width, height)
        .args(["--keys", preset.name(), &entry.open])
        .start()
}

impl<'a> Run<'a> {
    pub fn begin(entry: &'a Entry, preset: Preset, size: (u16, u16)) -> Self {
        let home = home();
        let session = start(entry, preset, size, home.path());
        session.wait_until_drawn("the first screen", |screen| cursor_row(screen, "").is_some());
        Self { entry, keymap: preset.keymap(), width: size.0, home, session, earlier: Vec::new() }
    }

    /// Gets there, does it with these keys or from the palette, and sees what comes of it.
    pub fn play(mut self, keys: Option<&[Chord]>) {
        let entry = self.entry;
        let from = if entry.at == "List" { Context::List } else { Context::Text };
        self.steps(&entry.before, from, keys);
        let screen = self.session.screen();
        self.earlier = rows(&screen);
        let seen: Vec<bool> =
            entry.after.iter().map_while(|step| is_so(&screen, &self.earlier, step)).collect();
        let may_fail = seen.is_empty() || seen.contains(&false);
        assert!(may_fail, "what it leads to is there before\n{}", screen.contents());
        self.act(keys);
        self.steps(&entry.after, entry.context(), keys);
    }

    fn act(&self, keys: Option<&[Chord]>) {
        self.session.text(&self.entry.count);
        match keys {
            Some(keys) => drop(self.session.keys(&spell(keys))),
            None => self.choose(self.entry.context(), self.entry.what),
        }
    }

    /// Does something in the place, by its first key there or from the palette.
    fn do_action(&self, context: Context, action: Action) {
        match self.keymap.chords(context, action).next() {
            Some(keys) => drop(self.session.keys(&spell(keys))),
            None => self.choose(context, action),
        }
    }

    fn choose(&self, context: Context, action: Action) {
        let palette = self.keymap.chords(context, Action::Palette).next().unwrap();
        let sentence = hints::sentence(context, action).shown(Language::English).to_string();
        let shown: String = sentence.chars().take(self.width as usize / 3).collect();
        self.session.keys(&spell(palette)).wait_until_drawn("the palette", |screen| {
            rows(screen).last().is_some_and(|row| row.starts_with(':'))
        });
        self.session.text(&sentence).wait_until_drawn(&format!("{sentence:?} chosen"), |screen| {
            let is_chosen = |row: &String| row.starts_with('▸') && row.contains(&shown);
            rows(screen).iter().any(is_chosen)
        });
        self.session.keys("Enter").wait_until_drawn("no palette", |screen| {
            rows(screen).last().is_none_or(|row| !row.starts_with(&format!(":{sentence}")))
        });
    }

    fn steps(&mut self, steps: &[Step], context: Context, keys: Option<&[Chord]>) {
        for step in steps {
            self.step(step, context, keys);
        }
    }

    fn step(&mut self, step: &Step, context: Context, keys: Option<&[Chord]>) {
        match step {
            Step::Press(keys) => drop(self.session.keys(keys)),
            Step::Type(text) => drop(self.session.text(text)),
            Step::Do(action) => self.do_action(context, *action),
            Step::DoAt(at, action) => {
                let at = Context::ALL.into_iter().find(|context| context.name() == at);
                self.do_action(at.unwrap(), *action);
            }
            Step::Again => self.act(keys),
            Step::Narrow(steps) if self.width < 100 => self.steps(steps, context, keys),
            Step::Wide(steps) if self.width >= 100 => self.steps(steps, context, keys),
            Step::From(width, steps) if self.width >= *width => self.steps(steps, context, keys),
            Step::Narrow(_) | Step::Wide(_) | Step::From(..) => {}
            Step::Replace(file, old, new) => {
                let path = self.home.path().join(file);
                let text = fs::read_to_string(&path).unwrap();
                assert!(text.contains(old), "{file} holds no {old:?}");
                fs::write(&path, text.replace(old, new)).unwrap();
            }
            Step::Holds(file, words) => {
                let text = fs::read_to_string(self.home.path().join(file)).unwrap_or_default();
                assert!(text.contains(words.as_str()), "{file} holds no {words:?}:\n{text}");
            }
            Step::Copied(words, others) => {
                for words in words {
                    let text = copy::copies(&self.session, words);
                    let other = others.iter().find(|other| text.contains(other.as_str()));
                    assert_eq!(other, None, "{text}");
                }
            }
            Step::Ends(code) => {
                let status = self.session.leaves_terminal_as_it_was();
                assert_eq!(status.exit_code(), *code, "the exit code");
            }
            seen => {
                let what = told(seen);
                let is_so = |screen: &_| is_so(screen, &self.earlier, seen) == Some(true);
                self.session.wait_until_drawn(&what, is_so);
            }
        }
    }
}

/// Whether the screen is as a step says; nothing if the step does not speak of the screen.
fn is_so(screen: &vt100::Screen, earlier: &[String], step: &Step) -> Option<bool> {
    let shown = rows(screen);
    let holds = |words: &str| shown.iter().any(|row| row.contains(words));
    let last = shown.len() - 1;
    let cursor = |words: &str| cursor_row(screen, words);
    Some(match step {
        Step::See(words) => holds(words),
        Step::Miss(words) => !holds(words),
        Step::Cursor(words) => cursor(words).is_some(),
        Step::Status(words) => shown[last].trim_start().starts_with(words.as_str()),
        Step::Top(words) => cursor(words).is_some_and(|row| row <= HEADER + CONTEXT),
        Step::Middle(words) => {
            cursor(words).is_some_and(|row| row.abs_diff(usize::midpoint(HEADER, last - 1)) <= 1)
        }
        Step::Bottom(words) => cursor(words).is_some_and(|row| row + CONTEXT >= last - 1),
        Step::FirstRow(words) => shown[HEADER].contains(words.as_str()),
        Step::Scrolled(way) => has_scrolled(earlier, &shown, way),
        Step::PanelIs(width) => {
            let edge = |rows: &[String]| rows[1].chars().position(|sign| sign == '┬');
            match width {
                Width::Wider => edge(&shown) < edge(earlier),
                Width::Narrower => edge(&shown) > edge(earlier),
            }
        }
        _ => return None,
    })
}

/// Whether what stood some rows lower, or higher, is where the text begins, or ends.
fn has_scrolled(earlier: &[String], now: &[String], way: &Way) -> bool {
    let text = |rows: &[String]| -> Vec<String> {
        rows[HEADER..rows.len() - 1].iter().map(|row| plain(row)).collect()
    };
    let (earlier, now) = (text(earlier), text(now));
    let by = |amount| match amount {
        Amount::Page => now.len() - 2,
        Amount::Half => now.len() / 2,
        Amount::Line => 1,
    };
    match way {
        Way::Down(amount) => earlier[by(*amount)..] == now[..now.len() - by(*amount)],
        Way::Up(amount) => now[by(*amount)..] == earlier[..now.len() - by(*amount)],
    }
}

/// The text of a row, without the cursor and without the facts.
fn plain(row: &str) -> String {
    row.chars()
        .take(60)
        .map(|sign| if "▌▏".contains(sign) { ' ' } else { sign })
        .collect::<String>()
        .trim_end()
        .into()
}

/// The row the cursor is on, if it holds some words.
fn cursor_row(screen: &vt100::Screen, words: &str) -> Option<usize> {
    let is_it = |row: &String| row.contains(CURSORS) && row.contains(words);
    rows(screen).iter().position(is_it)
}

/// What a step waits for.
fn told(step: &Step) -> String {
    match step {
        Step::See(words) => format!("{words:?}"),
        Step::Miss(words) => format!("no {words:?}"),
        Step::Cursor(words) => format!("the cursor at {words:?}"),
        Step::Status(words) => format!("the status {words:?}"),
        Step::Top(words) => format!("{words:?} at the top"),
        Step::Middle(words) => format!("{words:?} in the middle"),
        Step::Bottom(words) => format!("{words:?} at the bottom"),
        Step::FirstRow(words) => format!("{words:?} on the first row"),
        Step::Scrolled(_) => "the text to be scrolled".into(),
        Step::PanelIs(_) => "another width of the facts".into(),
        _ => "nothing".into(),
    }
}
