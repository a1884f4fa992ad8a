//! A file of settings read one by one, so that each fault has its place and costs only itself.

use std::fmt;
use std::path::Path;

use ron::error::{Position, SpannedError};
use ron::value::RawValue;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::value::Complaint;
use super::{Fault, Settings};

/// The good settings of a file, and everything that is wrong in it.
pub(super) fn settings(path: &Path, source: &str) -> (Settings, Vec<Fault>) {
    let mut written = Vec::new();
    let fault = entries(source, &mut written).err();
    let mut settings = Settings::default();
    let mut faults = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for Entry { name, value } in written {
        let mut tell = |part, Complaint { message, suggestion }| {
            let place = Some(position(source, part));
            faults.push(Fault { path: path.to_owned(), place, message, suggestion });
        };
        if seen.contains(&name) {
            let message = format!("{name} stands here a second time");
            tell(name, Complaint { message, suggestion: None });
            continue;
        }
        seen.push(name);
        if let Err(complaint) = settings.set(name, value) {
            let is_known = Settings::NAMES.contains(&name);
            tell(if is_known { value } else { name }, complaint);
        }
    }
    // What comes after it was not read, so it is the last.
    faults.extend(fault.map(|error| {
        let Position { line, col } = error.span.start;
        let message = format!("this is not as it should be: {}", error.code);
        Fault { path: path.to_owned(), place: Some((line, col)), message, suggestion: None }
    }));
    (settings, faults)
}

/// A setting as written, both parts borrowed from the source.
struct Entry<'a> {
    name: &'a str,
    value: &'a str,
}

/// Collects the settings of a source up to the first place where it is no RON.
fn entries<'a>(source: &'a str, into: &mut Vec<Entry<'a>>) -> Result<(), SpannedError> {
    let mut deserializer = ron::Deserializer::from_str(source)?;
    // A file of comments alone says nothing, which is no fault.
    if deserializer.end().is_ok() {
        return Ok(());
    }
    let outcome = Entries(into).deserialize(&mut deserializer).and_then(|()| deserializer.end());
    outcome.map_err(|error| deserializer.span_error(error))
}

struct Entries<'a, 'de>(&'a mut Vec<Entry<'de>>);

impl<'de> DeserializeSeed<'de> for Entries<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_struct("Settings", Settings::NAMES, self)
    }
}

impl<'de> Visitor<'de> for Entries<'_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("settings, as in `(theme: \"dark\", measure: 80)`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Name(name)) = map.next_key()? {
            let value: &RawValue = map.next_value()?;
            self.0.push(Entry { name, value: value.trim().get_ron() });
        }
        Ok(())
    }
}

/// A bare word of the source.
struct Name<'a>(&'a str);

impl<'de: 'a, 'a> Deserialize<'de> for Name<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Word;
        impl<'de> Visitor<'de> for Word {
            type Value = Name<'de>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("the name of a setting")
            }

            fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(name))
            }
        }
        deserializer.deserialize_identifier(Word)
    }
}

/// Line and column, from 1, of a part that is borrowed from the source.
fn position(source: &str, part: &str) -> (usize, usize) {
    let offset = part.as_ptr().addr().saturating_sub(source.as_ptr().addr());
    let before = source.get(..offset).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Ascii;
    use crate::keys::Preset;

    fn read(source: &str) -> (Settings, Vec<String>) {
        let (settings, faults) = settings(Path::new("a.ron"), source);
        (settings, faults.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn what_is_written_counts_and_the_rest_is_as_it_comes() {
        let source = "// mine\nSettings(measure: 72, ascii: always, keys: \"less\", mouse: false,\n \
                      theme: /* really */ nord, // yes\n)";
        let mine = Settings {
            measure: 72,
            ascii: Ascii::Always,
            keys: Preset::Less,
            mouse: false,
            theme: "nord".to_owned(),
            ..Settings::default()
        };
        assert_eq!(read(source), (mine, vec![]));
        assert_eq!(read("()"), Default::default());
    }

    #[test]
    fn every_fault_is_told_with_its_place_and_the_good_settings_count() {
        let source = "(\n    measur: 72,\n    margin: 2,\n    mouse: perhaps,\n    keys: Vin,\n    \
                      measure: // wide\n        4000,\n    margin: 3,\n    ascii: [1, 2],\n)";
        let (settings, told) = read(source);
        assert_eq!(settings, Settings { margin: 2, ..Settings::default() });
        assert_eq!(
            told,
            [
                "a.ron:2:5: there is no setting \"measur\"; did you mean \"measure\"?",
                "a.ron:4:12: true or false is expected here, not perhaps",
                "a.ron:5:11: Vim, Less, Helix or Arrows is expected here, not Vin; did you mean \"Vim\"?",
                "a.ron:7:9: a number from 20 to 400 is expected here, not 4000",
                "a.ron:8:5: margin stands here a second time",
                "a.ron:9:12: Auto, Always or Never is expected here, not [1, 2]",
            ]
        );
    }

    #[test]
    fn what_stands_before_a_broken_place_counts() {
        let (settings, told) = read("(\n  margin: 4,\n  measure 72,\n)");
        assert_eq!(settings.margin, 4);
        assert_eq!(told.len(), 1);
        assert!(told[0].starts_with("a.ron:3:"), "{told:?}");
        assert_eq!(read("(margin: 4) more").0.margin, 4);
        assert_eq!(read("Theme(margin: 4)").1.len(), 1);
    }

    #[test]
    fn a_file_of_comments_says_nothing() {
        for source in ["", "  \n", "// theme: \"dark\"\n/* measure: 3 */"] {
            assert_eq!(read(source), Default::default(), "{source:?}");
        }
    }
}
