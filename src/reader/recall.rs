//! Lines of before, brought back into a line being typed.

use super::prompt::Prompt;
use crate::keys::Action;

/// Which of the lines of before is shown.
#[derive(Debug, Default)]
pub struct Recall {
    /// Counted from the newest, and what was typed until then.
    shown: Option<(usize, String)>,
}

impl Recall {
    /// Shows an older of the lines of before, the newest of which is the last, or a newer one; beyond
    /// the newest what was typed.
    pub fn step<S: AsRef<str>>(&mut self, prompt: &mut Prompt, lines: &[S], action: Action) {
        let next = match (action, self.shown()) {
            (Action::PreviousMatch, None) => Some(0),
            (Action::PreviousMatch, Some(at)) => Some(at + 1),
            (_, Some(at)) => at.checked_sub(1),
            (_, None) => return,
        };
        let Some(next) = next else {
            let typed = self.shown.take().map(|(_, typed)| typed);
            *prompt = Prompt::with(&typed.unwrap_or_default());
            return;
        };
        let Some(line) = lines.iter().rev().nth(next) else { return };
        let typed = self.shown.take().map(|(_, typed)| typed);
        self.shown = Some((next, typed.unwrap_or_else(|| prompt.text().to_owned())));
        *prompt = Prompt::with(line.as_ref());
    }

    /// Which line is shown, counted from the newest.
    pub fn shown(&self) -> Option<usize> {
        self.shown.as_ref().map(|(at, _)| *at)
    }
}

/// Remembers a line as the newest of so many at most, once.
pub fn remember<T: PartialEq>(lines: &mut Vec<T>, line: T, most: usize) {
    lines.retain(|known| *known != line);
    lines.push(line);
    if lines.len() > most {
        lines.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_before_come_back_and_what_was_typed_too() {
        let lines = ["wc", "sort"];
        let (mut prompt, mut recall) = (Prompt::with("fo"), Recall::default());
        let mut step = |action| {
            recall.step(&mut prompt, &lines, action);
            prompt.text().to_owned()
        };
        let (older, newer) = (Action::PreviousMatch, Action::NextMatch);
        assert_eq!(step(newer), "fo");
        assert_eq!([step(older), step(older), step(older)], ["sort", "wc", "wc"]);
        assert_eq!([step(newer), step(newer), step(newer)], ["sort", "fo", "fo"]);
    }

    #[test]
    fn what_is_remembered_again_is_the_newest_and_there_once() {
        let mut lines = vec!["a", "b", "c"];
        remember(&mut lines, "a", 3);
        assert_eq!(lines, ["b", "c", "a"]);
        remember(&mut lines, "d", 3);
        assert_eq!(lines, ["c", "a", "d"]);
    }
}
