//! The mouse as a terminal tells of it: in numbers (mode 1006 of xterm), or, where that is not known,
//! in three bytes.

use super::{First, Sent};
use crate::reader::areas::Position;
use crate::reader::message::{Button, Did, Mouse};

/// The bits of the number that says what happened.
const MOTION: u32 = 32;
const WHEEL: u32 = 64;
/// Buttons beyond the wheel's; no reader has a use for them.
const FURTHER: u32 = 128;

/// What the parameters of `ESC [ < code ; column ; row M` say; `m` is a button let go.
pub(super) fn told(parameters: &str, is_release: bool) -> Option<Sent> {
    let mut numbers = parameters.strip_prefix('<')?.split(';').map(str::parse::<u32>);
    let mut next = || numbers.next().and_then(Result::ok);
    let (code, column, row) = (next()?, next()?, next()?);
    if numbers.next().is_some() {
        return None;
    }
    let did = did(code, is_release)?;
    Some(Sent::Mouse(Mouse { did, at: cell(column, row), clicks: 1 }))
}

/// The three bytes after `ESC [ M`, each 32 more than what it means. No button is named by what lets
/// it go.
pub(super) fn in_bytes(rest: &[u8]) -> First {
    let [code, column, row, ..] = *rest else { return First::Part };
    let number = |byte: u8| u32::from(byte.saturating_sub(32));
    let code = number(code);
    let is_release = code & 3 == 3 && code & WHEEL == 0;
    let code = if is_release { code & !3 } else { code };
    let at = cell(number(column), number(row));
    let mouse = did(code, is_release).map(|did| Sent::Mouse(Mouse { did, at, clicks: 1 }));
    First::Whole(6, mouse)
}

fn did(code: u32, is_release: bool) -> Option<Did> {
    if code & FURTHER != 0 {
        return None;
    }
    if code & WHEEL != 0 {
        return match code & 3 {
            0 => Some(Did::Wheel(-1)),
            1 => Some(Did::Wheel(1)),
            // The wheel pushed to a side.
            _ => None,
        };
    }
    let button = match code & 3 {
        0 => Button::Left,
        1 => Button::Middle,
        2 => Button::Right,
        // Moved with no button held, which was not asked for.
        _ => return None,
    };
    Some(match (is_release, code & MOTION != 0) {
        (true, _) => Did::Release(button),
        (false, true) => Did::Drag(button),
        (false, false) => Did::Press(button),
    })
}

/// Terminals count cells from 1.
fn cell(column: u32, row: u32) -> Position {
    let from_0 = |number: u32| u16::try_from(number.saturating_sub(1)).unwrap_or(u16::MAX);
    Position { x: from_0(column), y: from_0(row) }
}

/// What came at once, with turns of the wheel added up and of the places the mouse was dragged over
/// the last one: a flood of them costs no more than one.
pub fn merged(sent: Vec<Sent>) -> Vec<Sent> {
    let mut merged: Vec<Sent> = Vec::with_capacity(sent.len());
    for one in sent {
        if let (Some(Sent::Mouse(last)), Sent::Mouse(this)) = (merged.last_mut(), &one) {
            match (&mut last.did, this.did) {
                (Did::Wheel(notches), Did::Wheel(more)) if last.at == this.at => {
                    *notches = notches.saturating_add(more);
                    continue;
                }
                (Did::Drag(before), Did::Drag(now)) if *before == now => {
                    last.at = this.at;
                    continue;
                }
                _ => {}
            }
        }
        merged.push(one);
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::super::Decoder;
    use super::*;

    fn mice(bytes: &[u8]) -> Vec<(Did, u16, u16)> {
        let sent = Decoder::default().feed(bytes);
        let mouse = |sent| match sent {
            Sent::Mouse(mouse) => (mouse.did, mouse.at.x, mouse.at.y),
            other => panic!("{other:?}"),
        };
        sent.into_iter().map(mouse).collect()
    }

    #[test]
    fn buttons_and_the_wheel_are_told_by_numbers() {
        let press = Did::Press(Button::Left);
        assert_eq!(mice(b"\x1b[<0;1;1M"), [(press, 0, 0)]);
        assert_eq!(mice(b"\x1b[<2;80;24m"), [(Did::Release(Button::Right), 79, 23)]);
        assert_eq!(mice(b"\x1b[<32;3;4M"), [(Did::Drag(Button::Left), 2, 3)]);
        assert_eq!(
            mice(b"\x1b[<64;3;4M\x1b[<65;3;4M"),
            [(Did::Wheel(-1), 2, 3), (Did::Wheel(1), 2, 3)]
        );
        // Held with Ctrl, it is a click all the same.
        assert_eq!(mice(b"\x1b[<16;5;5M"), [(press, 4, 4)]);
    }

    #[test]
    fn absurd_places_are_far_away_and_nonsense_says_nothing() {
        assert_eq!(mice(b"\x1b[<0;0;0M"), [(Did::Press(Button::Left), 0, 0)]);
        let far = [(Did::Press(Button::Left), u16::MAX, u16::MAX)];
        assert_eq!(mice(b"\x1b[<0;4294967295;70000M"), far);
        for nothing in [
            &b"\x1b[<0;99999999999999;1M"[..],
            b"\x1b[<M",
            b"\x1b[<0;1M",
            b"\x1b[<0;1;1;1M",
            b"\x1b[<-1;1;1M",
            b"\x1b[<35;1;1M",
            b"\x1b[<66;1;1M",
            b"\x1b[<128;1;1M",
        ] {
            assert_eq!(mice(nothing), [], "{}", nothing.escape_ascii());
        }
    }

    #[test]
    fn three_bytes_are_no_keys() {
        assert_eq!(mice(b"\x1b[M !!"), [(Did::Press(Button::Left), 0, 0)]);
        assert_eq!(mice(b"\x1b[M#qQ"), [(Did::Release(Button::Left), 80, 48)]);
        assert_eq!(mice(b"\x1b[M`qQ"), [(Did::Wheel(-1), 80, 48)]);
    }

    #[test]
    fn a_flood_is_added_up() {
        let mut bytes = b"\x1b[<65;3;4M".repeat(1_000);
        bytes.extend(b"\x1b[<64;3;4M".repeat(10));
        bytes.extend(b"\x1b[<64;9;9Mj");
        let sent = merged(Decoder::default().feed(&bytes));
        assert_eq!(sent.len(), 3);
        assert!(matches!(&sent[0], Sent::Mouse(Mouse { did: Did::Wheel(990), .. })));
        let drags = merged(Decoder::default().feed(b"\x1b[<32;1;1M\x1b[<32;2;1M\x1b[<32;5;1M"));
        let last = Mouse { did: Did::Drag(Button::Left), at: Position { x: 4, y: 0 }, clicks: 1 };
        assert_eq!(drags, [Sent::Mouse(last)]);
    }
}
