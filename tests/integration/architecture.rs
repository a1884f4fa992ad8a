//! Who may know whom, where foreign things live, and the few other rules nobody should have to
//! remember. The tables here are the rules; `ARCHITECTURE.md` explains them.

mod code;
mod words;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use pressroom::keys::{Action, Context, Keymap};

use self::code::Code;
use crate::root;

/// What each part may use of ours besides itself. A part named with a file of it may be used no
/// further than that file.
const MAY_USE: [(&str, &[&str]); 18] = [
    ("text", &[]),
    ("disk", &[]),
    ("entries", &[]),
    ("theme", &["entries", "text"]),
    ("phrase", &["text"]),
    ("keys", &["entries", "phrase", "text"]),
    ("release", &["text"]),
    ("config", &["entries", "keys", "phrase", "theme", "disk", "text"]),
    ("annotations", &["release", "disk"]),
    ("import", &["release", "text"]),
    ("export", &["release", "phrase", "text"]),
    ("dialogue", &["release", "export", "library", "phrase", "text"]),
    ("library", &["release", "text", "disk"]),
    (
        "reader",
        &["release", "annotations", "library", "export", "keys", "config", "phrase", "text"],
    ),
    ("view", &["reader", "release", "annotations", "library", "keys", "phrase", "theme", "text"]),
    ("terminal", &["keys", "reader::message", "reader::areas", "text"]),
    (
        "app",
        &[
            "annotations",
            "config",
            "disk",
            "export",
            "import",
            "keys",
            "library",
            "phrase",
            "reader",
            "release",
            "terminal",
            "text",
            "theme",
            "view",
        ],
    ),
    (
        "cli",
        &[
            "annotations",
            "app",
            "config",
            "dialogue",
            "disk",
            "export",
            "import",
            "keys",
            "library",
            "phrase",
            "release",
            "terminal",
            "text",
            "theme",
        ],
    ),
];

/// Foreign things and the only places, files or folders, that use them outside of tests.
const HOMES: [(&str, &[&str]); 40] = [
    ("crossterm", &["terminal"]),
    ("ratatui", &["view", "theme", "reader/areas", "terminal"]),
    ("ratatui::backend", &[]),
    ("ratatui::Terminal", &[]),
    ("ratatui::buffer", &["view", "terminal/cells", "terminal/surface"]),
    ("ratatui::layout", &["view", "reader/areas", "terminal"]),
    ("ratatui::style", &["theme", "terminal/cells"]),
    ("ratatui::widgets", &["view"]),
    ("signal_hook", &["terminal"]),
    ("rustix", &["terminal", "disk"]),
    ("clap", &["cli"]),
    ("anstream", &["cli"]),
    ("annotate_snippets", &["cli"]),
    ("anyhow", &["app", "cli", "main"]),
    ("walkdir", &["disk"]),
    ("tempfile", &["disk", "import/pdf"]),
    ("ron", &["release", "entries", "keys", "config", "annotations", "import"]),
    ("serde_json", &["release", "cli"]),
    ("serde_path_to_error", &["release"]),
    ("strsim", &["text/similar", "release", "cli"]),
    ("regex", &["text", "import/extract"]),
    ("encoding_rs", &["import/source"]),
    ("chardetng", &["import/source"]),
    ("notify", &["app/watch"]),
    ("zip", &["import/office"]),
    ("quick_xml", &["import/office"]),
    ("whatlang", &["import/head"]),
    ("compact_str", &["text", "release"]),
    ("hashbrown", &["release"]),
    ("icu_segmenter", &["text"]),
    ("unicode_segmentation", &["text", "reader/prompt"]),
    ("unicode_width", &["text", "keys"]),
    ("unicode_normalization", &["text", "release"]),
    ("std::thread", &["app", "terminal", "disk/state"]),
    ("std::sync::mpsc", &["app", "terminal"]),
    ("std::fs", &["disk", "terminal"]),
    ("std::env", &["cli", "main"]),
    ("std::process::Command", &["app/editor", "app/pipe", "app/clipboard", "import/pdf"]),
    // The keyboard measures how long a paste without its end takes keys.
    ("std::time::Instant", &["app", "terminal/input"]),
    ("std::time::SystemTime", &["app/memory", "disk/read"]),
];

/// Words that stand nowhere, or in one place.
const WORDS: [(&str, &[&str]); 20] = [
    // Drawing happens in one file, which takes clean text only.
    ("set_string", &["view/canvas"]),
    ("set_stringn", &["view/canvas"]),
    ("set_line", &["view/canvas"]),
    ("set_span", &["view/canvas"]),
    ("set_style", &["view/canvas"]),
    ("set_symbol", &["view/canvas"]),
    ("set_char", &["view/canvas"]),
    ("cell_mut", &["view/canvas"]),
    ("content_mut", &["view/canvas"]),
    ("Span", &[]),
    ("Paragraph::new", &[]),
    // A colour never appears outside the themes, but where it becomes bytes.
    ("Color", &["theme", "terminal/cells"]),
    ("Modifier", &["theme", "terminal/cells"]),
    // What is printed goes through a writer that was handed in.
    ("print!", &[]),
    ("println!", &[]),
    ("eprint!", &[]),
    ("eprintln!", &[]),
    ("unsafe", &[]),
    ("todo!", &[]),
    ("unimplemented!", &[]),
];

/// Every Rust file below a folder of the project, by its path from there.
fn files(folder: &str) -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let folder = root().join(folder);
    let mut found = Vec::new();
    collect(&folder, &mut found);
    found.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a readable file");
        (path.strip_prefix(&folder).expect("below it").to_path_buf(), text)
    };
    found.into_iter().map(read).collect()
}

/// The files of `src`, read.
fn sources() -> Vec<Code> {
    let sources: Vec<Code> =
        files("src").iter().map(|(path, text)| Code::new(path, text)).collect();
    assert!(sources.len() > 50, "the sources are found");
    sources
}

#[test]
fn each_part_knows_only_whom_it_may_know() {
    let mut faults = BTreeSet::new();
    for code in sources().iter().filter(|code| !matches!(code.part(), "main" | "lib")) {
        let Some((_, may_use)) = MAY_USE.iter().find(|(part, _)| *part == code.part()) else {
            faults.insert(format!("{}: {} is not in the table", code.name(), code.part()));
            continue;
        };
        for used in code.uses() {
            let is_part = MAY_USE.iter().any(|(part, _)| starts_with(&used, part));
            let is_own = starts_with(&used, code.part());
            if is_part && !is_own && !may_use.iter().any(|known| starts_with(&used, known)) {
                faults.insert(format!("{} uses {used}", code.name()));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_program_itself_knows_only_the_commands() {
    let main = sources().into_iter().find(|code| code.part() == "main").expect("there is one");
    let own = main.paths("pressroom");
    assert!(own.iter().all(|path| starts_with(path, "cli")), "{own:?}");
}

/// Whether a path is another one or goes on from it.
fn starts_with(path: &str, start: &str) -> bool {
    path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// `ARCHITECTURE.md`, whose tables and tree are those of the code.
fn map() -> String {
    fs::read_to_string(root().join("ARCHITECTURE.md")).expect("it is there")
}

#[test]
fn the_map_says_who_may_know_whom_as_the_rules_do() {
    let map = map();
    let mut told = 0;
    for line in map.lines().filter(|line| line.starts_with("| `")) {
        let mut cells = line.split('|').map(|cell| {
            let names = cell.split('`').skip(1).step_by(2);
            names.map(str::to_owned).collect::<BTreeSet<_>>()
        });
        let (Some(parts), Some(known)) = (cells.nth(1), cells.next()) else { continue };
        for part in parts {
            let Some((_, may_use)) = MAY_USE.iter().find(|(name, _)| *name == part) else {
                assert_eq!(part, "main");
                continue;
            };
            // The last two are told by whom they may not know.
            if part != "app" && part != "cli" {
                let may_use: BTreeSet<_> = may_use.iter().map(|name| (*name).to_owned()).collect();
                assert_eq!(known, may_use, "what {part} may use");
            }
            told += 1;
        }
    }
    assert_eq!(told, MAY_USE.len(), "every part stands in the table");
}

#[test]
fn the_map_names_every_file() {
    let map = map();
    let tree = map.split("```").nth(1).expect("a tree");
    let words: BTreeSet<_> =
        tree.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty()).collect();
    for (path, _) in files("src") {
        // What lies deeper is of the files named here.
        if path.components().count() <= 2 && !path.starts_with("phrase") {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let is_test = name == "tests";
            assert!(is_test || words.contains(name.as_str()), "{} is not named", path.display());
        }
    }
}

#[test]
fn nothing_reaches_out_of_its_part_but_by_its_full_name() {
    for code in sources() {
        assert!(!code.climbs_out(), "{}: `super` leads out of {}", code.name(), code.part());
    }
}

#[test]
fn foreign_things_have_one_home() {
    let mut faults = Vec::new();
    for code in sources() {
        for (foreign, homes) in HOMES {
            if !code.is_below(homes) && code.mentions_path(foreign) {
                faults.push(format!("{} uses {foreign}; it may be used in {homes:?}", code.name()));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn drawing_colours_and_printing_have_one_home() {
    let mut faults = Vec::new();
    for code in sources() {
        for (word, homes) in WORDS {
            if !code.is_below(homes) && code.says(word) {
                faults.push(format!("{} says {word}; it may be said in {homes:?}", code.name()));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn drawing_only_reads() {
    for code in sources().iter().filter(|code| code.part() == "view") {
        for changed in ["&mut Model", "&mut Reading", "&mut Shelf", "RefCell", "Cell::new"] {
            assert!(!code.says(changed), "{}: {changed}", code.name());
        }
    }
}

#[test]
fn every_file_says_first_what_it_is_for() {
    for folder in ["src", "tests", "benches", "examples"] {
        for (path, text) in files(folder) {
            assert!(text.starts_with("//! "), "{folder}/{}", path.display());
            assert!(!path.ends_with("mod.rs"), "{folder}/{}", path.display());
        }
    }
}

#[test]
fn every_action_has_a_key_and_the_reader_a_way_to_it() {
    let keymap = Keymap::builtin();
    for action in Action::ALL {
        let bound = |context| keymap.chords(context, *action).next().is_some();
        assert!(Context::ALL.into_iter().any(bound), "{}", action.name());
    }
    // With arrows, Enter and F1 alone: the help does whatever is chosen in it.
    for context in Context::ALL.into_iter().filter(|context| *context != Context::Prompt) {
        for (action, key) in
            [(Action::Help, "F1"), (Action::LineDown, "Down"), (Action::LineUp, "Up")]
        {
            let mut chords = keymap.chords(context, action);
            assert!(
                chords.any(|keys| keys.len() == 1 && keys[0].to_string() == key),
                "{context:?} {key}"
            );
        }
    }
    let mut enter = keymap.chords(Context::Help, Action::Follow);
    assert!(enter.any(|keys| keys.len() == 1 && keys[0].to_string() == "Enter"));
}
