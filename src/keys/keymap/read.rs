//! A keymap file read into its sections, with all its faults at once, each with its place.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::bindings::Bindings;
use super::written::{File, Line};
use super::{Action, Context};
use crate::entries::{Name, Problem};
use crate::keys::chord::{Chord, Chords, label};
use crate::text::similar::nearest;
use crate::text::tokens;

/// The sections a file may have: two that several contexts share, and one for each context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    In(Context),
    Reading,
    Global,
}

const PLACES: [(&str, Place); 15] = [
    ("Select", Place::In(Context::Select)),
    ("Text", Place::In(Context::Text)),
    ("Review", Place::In(Context::Review)),
    ("Panel", Place::In(Context::Panel)),
    ("Contents", Place::In(Context::Contents)),
    ("List", Place::In(Context::List)),
    ("Help", Place::In(Context::Help)),
    ("Problems", Place::In(Context::Problems)),
    ("Themes", Place::In(Context::Themes)),
    ("Peek", Place::In(Context::Peek)),
    ("Marks", Place::In(Context::Marks)),
    ("Fault", Place::In(Context::Fault)),
    ("Prompt", Place::In(Context::Prompt)),
    ("Reading", Place::Reading),
    ("Global", Place::Global),
];

impl Place {
    /// Whether keys of this section count in `context`.
    fn covers(self, context: Context) -> bool {
        match self {
            // Selected text is text, and a draft's facts are facts.
            Self::In(Context::Text) => matches!(context, Context::Text | Context::Select),
            Self::In(Context::Panel) => matches!(context, Context::Panel | Context::Review),
            Self::In(own) => own == context,
            Self::Reading => context.is_in_release(),
            Self::Global => context != Context::Prompt,
        }
    }
}

/// One section of a file.
#[derive(Clone, Debug, Default)]
struct Section {
    /// The actions it names, those without keys included.
    named: Vec<Action>,
    bindings: Bindings,
}

/// The sections of a file in the order of [`PLACES`], which is from near to wide.
#[derive(Clone, Debug, Default)]
pub(super) struct Sections([Option<Section>; PLACES.len()]);

impl Sections {
    /// The bindings of a context: the nearest section that names an action says all of its keys,
    /// and the nearest that uses a key takes it.
    pub(super) fn bindings(&self, context: Context) -> Bindings {
        let mut bindings = Bindings::default();
        let mut nearer: Vec<&Section> = Vec::new();
        for section in self.covering(context) {
            for (chords, action) in section.bindings.iter() {
                if !nearer.iter().any(|near| near.named.contains(&action)) {
                    bindings.insert_if_free(chords, action);
                }
            }
            nearer.push(section);
        }
        bindings
    }

    /// Whether a section that counts in `context` names the action.
    pub(super) fn names(&self, context: Context, action: Action) -> bool {
        self.covering(context).any(|section| section.named.contains(&action))
    }

    fn covering(&self, context: Context) -> impl Iterator<Item = &Section> {
        let places = self.0.iter().zip(PLACES);
        places
            .filter(move |(_, (_, place))| place.covers(context))
            .filter_map(|(own, _)| own.as_ref())
    }

    /// The keys of wider sections that a nearer one takes without saying anything about their action.
    #[cfg(test)]
    pub(super) fn hidden(&self, context: Context) -> Vec<String> {
        let bindings = self.bindings(context);
        let mut all: Vec<(&[Chord], Action)> = Vec::new();
        let mut nearer: Vec<Action> = Vec::new();
        for section in self.covering(context) {
            all.extend(section.bindings.iter().filter(|(_, action)| !nearer.contains(action)));
            nearer.extend(&section.named);
        }
        all.into_iter()
            .filter(|bound| bindings.iter().all(|there| there != *bound))
            .map(|(chords, action)| {
                format!("{} of {} in {}", label(chords), action.name(), context.name())
            })
            .collect()
    }
}

/// Reads a file into its sections.
pub(super) fn sections(source: &str) -> Result<Sections, Vec<Problem>> {
    // RON knows no byte-order mark; some editors write one.
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let file: File<'_> =
        ron::from_str(source).map_err(|error| vec![Problem::of_parser(source, source, &error)])?;
    understood(&file, source)
}

/// As [`sections`], of the words that a file was taken apart into.
pub(super) fn of_words(words: &str) -> Result<Sections, Vec<Problem>> {
    understood(&File::of_tokens(tokens::each(words)), words)
}

fn understood(file: &File<'_>, source: &str) -> Result<Sections, Vec<Problem>> {
    let mut reading = Reading { source, sections: Sections::default(), problems: Vec::new() };
    for (name, lines) in &file.0 {
        reading.section(name, lines);
    }
    if reading.problems.is_empty() {
        return Ok(reading.sections);
    }
    reading.problems.sort_by_key(|problem| (problem.line, problem.column));
    Err(reading.problems)
}

/// The reading of one file: what was understood so far, and what was not.
struct Reading<'a> {
    source: &'a str,
    sections: Sections,
    problems: Vec<Problem>,
}

impl<'a> Reading<'a> {
    fn section(&mut self, name: &Name<'a>, lines: &[Line<'a>]) {
        let Some(at) = PLACES.iter().position(|(known, _)| *known == name.0) else {
            let known = nearest(name.0, PLACES.iter().map(|(name, _)| *name));
            return self.problem(name.0, format!("no place `{}`", name.0), known);
        };
        if self.sections.0[at].is_some() {
            return self.problem(name.0, format!("{} stands here a second time", name.0), None);
        }
        let mut section = Section::default();
        for line in lines {
            self.line(PLACES[at].1, &mut section, line);
        }
        self.sections.0[at] = Some(section);
    }

    fn line(&mut self, place: Place, section: &mut Section, (name, keys): &Line<'a>) {
        let Some(action) = Action::named(name.0) else {
            let known = nearest(name.0, Action::ALL.iter().map(|action| action.name()));
            return self.problem(name.0, format!("no action `{}`", name.0), known);
        };
        if section.named.contains(&action) {
            let message =
                format!("{} stands here a second time; give all its keys at once", name.0);
            return self.problem(name.0, message, None);
        }
        section.named.push(action);
        for key in keys {
            let at = if let Cow::Borrowed(text) = key.0 { text } else { name.0 };
            match key.0.parse::<Chords>() {
                Err(error) => self.problem(at, error.message, error.suggestion.as_deref()),
                Ok(chords) => match refusal(place, section, &chords) {
                    Some(message) => self.problem(at, message, None),
                    None => section.bindings.insert_if_free(&chords, action),
                },
            }
        }
    }

    fn problem(&mut self, part: &'a str, message: String, suggestion: Option<&str>) {
        self.problems.push(Problem::of(self.source, part, message, suggestion));
    }
}

/// Why these keys cannot be bound in this section, if they cannot.
fn refusal(place: Place, section: &Section, chords: &[Chord]) -> Option<String> {
    let in_prompt = place == Place::In(Context::Prompt);
    let reason = match chords.first().and_then(|chord| chord.typed()) {
        Some(_) if in_prompt => "begins with a character, which a prompt types".to_owned(),
        // A count never begins with a nought.
        Some('0') if place == Place::In(Context::Select) => {
            clash(section.bindings.clash(chords)?, chords)
        }
        Some('0'..='9') => "begins with a digit, which is a count or an address".to_owned(),
        _ => clash(section.bindings.clash(chords)?, chords),
    };
    Some(format!("`{}` {reason}", label(chords)))
}

/// What keeps these chords from standing beside those of an action bound already.
fn clash((other, action): (&[Chord], Action), chords: &[Chord]) -> String {
    let (keys, name) = (label(other), action.name());
    match other.len().cmp(&chords.len()) {
        Ordering::Equal => format!("already means {name} here"),
        Ordering::Less => format!("cannot be reached, since `{keys}` already means {name} here"),
        Ordering::Greater => format!("would hide `{keys}`, which means {name} here"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(source: &str) -> Vec<String> {
        sections(source).err().unwrap_or_default().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_fault_is_told_at_once_with_its_place() {
        let source = r#"{
    Txet: [],
    Text: [
        (NextBlok, ["]"]),
        (First, ["g g", "Ctlr-a"]),
        (Last, ["G", "g"]),
        (Follow, ["g g", "g g d"]),
        (First, ["Home"]),
        (Help, ["3 x", "\\x"]),
    ],
    Text: [],
    Prompt: [(Accept, ["x", "Ctrl-1"])],
}"#;
        assert_eq!(
            problems(source),
            [
                "2:5: no place `Txet`; did you mean `Text`?",
                "4:10: no action `NextBlok`; did you mean `NextBlock`?",
                "5:26: no modifier `Ctlr`; there are Ctrl, Alt and Shift; did you mean `Ctrl-a`?",
                "6:23: `g` would hide `gg`, which means First here",
                "7:20: `gg` already means First here",
                "7:27: `ggd` cannot be reached, since `gg` already means First here",
                "8:10: First stands here a second time; give all its keys at once",
                r"9:10: no key `\x`; did you mean `\ x`?",
                "9:18: `3x` begins with a digit, which is a count or an address",
                "11:5: Text stands here a second time",
                "12:25: `x` begins with a character, which a prompt types",
            ]
        );
    }

    #[test]
    fn what_is_not_ron_is_told_with_its_place() {
        assert_eq!(problems("{ Text: [(Help [\"?\"])] }"), ["1:16: a comma is expected here"]);
        assert_eq!(problems("{ Text: [] } more").len(), 1);
        assert_eq!(problems("").len(), 1);
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        assert_eq!(problems("\u{feff}{ Text: [(Help, [\"x\"])] }"), [""; 0]);
    }

    #[test]
    fn columns_count_characters() {
        let source = "{ Text: [(Help, [\"ㅓ\"]), (Hepl, [])] }";
        assert_eq!(problems(source), ["1:26: no action `Hepl`; did you mean `Help`?"]);
    }

    #[test]
    fn an_escaped_key_is_read() {
        let source = r#"{ Text: [(Help, ["\\"])] }"#;
        let bindings = sections(source).expect("no fault").bindings(Context::Text);
        let keys: Vec<String> = bindings.iter().map(|(chords, _)| label(chords)).collect();
        assert_eq!(keys, ["\\"]);
    }
}
