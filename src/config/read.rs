//! A file of settings read one by one, so that each fault has its place and costs only itself.

use std::path::Path;

use super::value::Complaint;
use super::{Fault, Settings};
use crate::entries::{Entry, Holder, entries, position};

/// How settings are written.
const LIKE: &str = "settings, as in `(theme: \"dark\", measure: 80)`";

/// The good settings of a file, and everything that is wrong in it.
pub(super) fn settings(path: &Path, source: &str) -> (Settings, Vec<Fault>) {
    let (written, broken) = entries(source, source, Holder::Struct("Settings"), LIKE);
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
    faults.extend(broken.map(|problem| Fault::at(path, problem)));
    (settings, faults)
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
                "a.ron:2:5: there is no setting `measur`; did you mean `measure`?",
                "a.ron:4:12: true or false is expected here, not `perhaps`",
                "a.ron:5:11: Vim, Less, Helix or Arrows is expected here, not `Vin`; did you mean `Vim`?",
                "a.ron:7:9: a number from 20 to 400 is expected here, not `4000`",
                "a.ron:8:5: margin stands here a second time",
                "a.ron:9:12: Auto, Always or Never is expected here, not `[1, 2]`",
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
