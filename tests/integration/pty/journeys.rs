//! Visits as a reader would tell them, in `tests/journeys`: each is played on the real program at
//! three sizes of the terminal, in a home of its own.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use ron::Options;
use ron::extensions::Extensions;
use serde::Deserialize;
use tempfile::TempDir;

use super::copy;
use super::session::{Command, Session, samples};
use crate::root;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

/// One visit.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Journey {
    /// What the reader would say of it.
    told: String,
    /// The arguments; `releases/` holds the samples.
    open: Vec<String>,
    /// More of the environment.
    #[serde(default)]
    env: Vec<(String, String)>,
    /// Files that are there besides, by name and text.
    #[serde(default)]
    files: Vec<(String, String)>,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
enum Step {
    /// Keys, as they are called.
    Press(String),
    /// Text as it stands.
    Type(String),
    /// Words that come to stand on one row of the screen.
    See(String),
    /// Words that leave the screen.
    Miss(String),
    /// Steps of a terminal with fewer than 100 columns, where text and facts do not stand side by side.
    Narrow(Vec<Step>),
    /// Steps of all wider terminals.
    Wide(Vec<Step>),
    /// A click on some words.
    Click(String),
    /// Turns of the wheel over some words; up if negative.
    Wheel(i32, String),
    /// The mouse is dragged from some words to others.
    Drag(String, String),
    /// Words that stand in what the program copied last.
    Copied(String),
    /// The window gets another size.
    Resize(u16, u16),
    /// In a file, some words become others.
    Replace(String, String, String),
    /// A file that comes to hold some words.
    Holds(String, String),
    /// The program ends by itself with this code.
    Ends(u32),
    /// It is begun again, with these arguments.
    Begin(Vec<String>),
    /// It is begun again, with what it copied last.
    BeginCopied,
}

/// A home with the samples in it, and the program running there.
struct Visit<'a> {
    journey: &'a Journey,
    home: &'a Path,
    size: (u16, u16),
    session: Session,
}

impl<'a> Visit<'a> {
    fn begin(journey: &'a Journey, home: &'a Path, size: (u16, u16)) -> Self {
        let session = start(journey, home, size, &journey.open);
        Self { journey, home, size, session }
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Press(keys) => drop(self.session.keys(keys)),
            Step::Type(text) => drop(self.session.text(text)),
            Step::See(words) => drop(self.session.shows(words)),
            Step::Miss(words) => drop(self.session.shows_no(words)),
            Step::Narrow(steps) if self.size.0 < 100 => self.steps(steps),
            Step::Wide(steps) if self.size.0 >= 100 => self.steps(steps),
            Step::Narrow(_) | Step::Wide(_) => {}
            Step::Click(words) => self.mouse(&[(0, 'M'), (0, 'm')], words),
            Step::Wheel(turns, words) => {
                let turn = if *turns > 0 { (65, 'M') } else { (64, 'M') };
                self.mouse(&vec![turn; turns.unsigned_abs() as usize], words);
            }
            Step::Drag(from, to) => {
                self.mouse(&[(0, 'M')], from);
                self.mouse(&[(32, 'M'), (0, 'm')], to);
            }
            Step::Copied(words) => drop(copy::copies(&self.session, words)),
            Step::Resize(width, height) => {
                self.size = (*width, *height);
                self.session.resize(*width, *height);
            }
            Step::Replace(file, old, new) => self.replace(file, old, new),
            Step::Holds(file, words) => {
                let text = fs::read_to_string(self.home.join(file)).unwrap_or_default();
                assert!(text.contains(words.as_str()), "{file} holds no {words:?}:\n{text}");
            }
            Step::Ends(code) => {
                let status = self.session.leaves_terminal_as_it_was();
                assert_eq!(status.exit_code(), *code, "the exit code");
            }
            Step::BeginCopied => {
                let copied = copy::copies(&self.session, "");
                self.session = start(self.journey, self.home, self.size, &[copied]);
            }
            Step::Begin(arguments) => {
                self.session = start(self.journey, self.home, self.size, arguments);
            }
        }
    }

    fn steps(&mut self, steps: &[Step]) {
        for step in steps {
            self.step(step);
        }
    }

    /// What a terminal sends of a mouse that is over some words: buttons, and `M` or `m` for down and up.
    fn mouse(&self, events: &[(u8, char)], words: &str) {
        let (column, row) = self.session.shows(words).place_of(words);
        for (button, state) in events {
            self.session.text(&format!("\x1b[<{button};{};{}{state}", column + 1, row + 1));
        }
    }

    /// As editors save: another file takes the name.
    fn replace(&self, file: &str, old: &str, new: &str) {
        let path = self.home.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{file} holds no {old:?}");
        let draft = self.home.join("draft.tmp");
        fs::write(&draft, text.replace(old, new)).unwrap();
        fs::rename(&draft, &path).unwrap();
    }

    /// Leaves in a way that works everywhere.
    fn leave(&mut self) {
        if !matches!(self.journey.steps.last(), Some(Step::Ends(_))) {
            self.session.keys("Ctrl-c Ctrl-c");
            self.session.leaves_terminal_as_it_was();
        }
    }
}

fn start(journey: &Journey, home: &Path, size: (u16, u16), arguments: &[String]) -> Session {
    let mut command =
        Command::pressroom().folder(home).env("HOME", home).size(size.0, size.1).args(arguments);
    for (name, value) in &journey.env {
        command = command.env(name, value);
    }
    command.start()
}

fn home(journey: &Journey) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let releases = home.path().join("releases");
    fs::create_dir(&releases).unwrap();
    for file in fs::read_dir(samples()).unwrap().map(Result::unwrap) {
        fs::copy(file.path(), releases.join(file.file_name())).unwrap();
    }
    for (name, text) in &journey.files {
        let path = home.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    home
}

fn journeys(group: &str) -> Vec<Journey> {
    let path = root().join("tests/journeys").join(group).with_extension("ron");
    let text = fs::read_to_string(&path).unwrap();
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Plays every journey of a group at every size, and tells all that went wrong.
fn play(group: &str) {
    let mut failed = Vec::new();
    for journey in journeys(group) {
        for size in SIZES {
            let home = home(&journey);
            let played = catch_unwind(AssertUnwindSafe(|| {
                let mut visit = Visit::begin(&journey, home.path(), size);
                visit.steps(&journey.steps);
                visit.leave();
            }));
            if played.is_err() {
                failed.push(format!("{} × {}: {}", size.0, size.1, journey.told));
            }
        }
    }
    assert!(failed.is_empty(), "journeys that did not end as told:\n{}", failed.join("\n"));
}

macro_rules! groups {
    ($($group:ident)*) => {
        const GROUPS: &[&str] = &[$(stringify!($group)),*];
        $(
            #[test]
            fn $group() {
                play(stringify!($group));
            }
        )*
    };
}

groups! { reading facts finding lists keys pointer language looks places plain taking }

#[test]
fn every_group_is_played_and_no_journey_is_told_twice() {
    let mut told = Vec::new();
    for file in fs::read_dir(root().join("tests/journeys")).unwrap().map(Result::unwrap) {
        let group = file.path().file_stem().unwrap().to_string_lossy().into_owned();
        assert!(GROUPS.contains(&group.as_str()), "no test plays the group {group}");
        told.extend(journeys(&group).into_iter().map(|journey| journey.told));
    }
    let number = told.len();
    told.sort();
    told.dedup();
    assert_eq!(told.len(), number);
}
