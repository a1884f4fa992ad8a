//! Presses of the mouse counted: two on one cell soon after each other are a double click.

use std::time::{Duration, Instant};

use crate::reader::areas::Position;
use crate::reader::message::{Did, Mouse};

/// How soon after the last one a press belongs to it.
const SOON: Duration = Duration::from_millis(400);

/// The last press.
#[derive(Debug, Default)]
pub struct Clicks(Option<(Instant, Position, u8)>);

impl Clicks {
    /// Notes in a press which one of how many it is.
    pub fn count(&mut self, mouse: &mut Mouse, now: Instant) {
        if !matches!(mouse.did, Did::Press(_)) {
            return;
        }
        let before = self
            .0
            .filter(|(then, at, _)| *at == mouse.at && now.saturating_duration_since(*then) < SOON);
        mouse.clicks = before.map_or(1, |(_, _, clicks)| clicks.saturating_add(1));
        self.0 = Some((now, mouse.at, mouse.clicks));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::message::Button;

    #[test]
    fn presses_count_when_they_come_soon_and_hit_one_cell() {
        let start = Instant::now();
        let mut clicks = Clicks::default();
        let mut press = |x, after: u64| {
            let at = Position { x, y: 1 };
            let mut mouse = Mouse { did: Did::Press(Button::Left), at, clicks: 1 };
            clicks.count(&mut mouse, start + Duration::from_millis(after));
            mouse.clicks
        };
        assert_eq!([press(5, 0), press(5, 200), press(5, 500)], [1, 2, 3]);
        assert_eq!([press(5, 1_000), press(6, 1_100), press(6, 1_200)], [1, 1, 2]);
    }
}
