//! The commands as a shell sees them: what they print, where, and with which exit code.

mod check;
mod config;
mod help;
mod import;
mod keys;
mod korean;
mod list;
mod manual;
mod output;
mod reader;
mod show;

use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A small release that nothing is wrong with.
const GOOD: &str = r#"Release(
    format: 1,
    title: "Harbours Meet",
    issuer: "Council of Harbours",
    published: "2019-03-06",
    language: "en",
    body: [
        Numbered(number: "1", text: "Chair Lee opened the meeting."),
        Numbered(number: "2", text: "Two items follow.", items: [
            Bullet(marker: "°", text: "The first."),
            Bullet(marker: "°", text: "The second."),
        ]),
    ],
    participants: [(name: "Lee", mentions: [(at: "1", quote: "Chair Lee")])],
)
"#;

/// A folder of its own to run the program in.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A place with one good release in it, `a.ron`.
    fn with_release() -> Self {
        let place = Self::new();
        place.write("a.ron", GOOD);
        place
    }

    fn path(&self, name: impl AsRef<OsStr>) -> PathBuf {
        self.0.path().join(name.as_ref())
    }

    fn write(&self, name: impl AsRef<OsStr>, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pressroom"));
        command.args(args).current_dir(self.0.path()).env_remove("ACCESSIBLE");
        // Nothing of whoever runs the tests: neither settings nor what was remembered.
        command.env("HOME", self.0.path());
        command.env_remove("XDG_CONFIG_HOME").env_remove("XDG_STATE_HOME");
        // Nor their language.
        command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LANG");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run(&self, args: &[&str]) -> Outcome {
        Outcome::of(self.command(args))
    }

    /// Runs with something on standard input.
    fn pipe(&self, input: &[u8], args: &[&str]) -> Outcome {
        let mut child = self.command(args).stdin(Stdio::piped()).spawn().unwrap();
        let written = child.stdin.take().unwrap().write_all(input);
        let outcome = Outcome::from(child.wait_with_output().unwrap());
        written.unwrap();
        outcome
    }
}

/// What came of a run.
#[derive(Debug)]
struct Outcome {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Outcome {
    fn of(mut command: Command) -> Self {
        command.output().unwrap().into()
    }

    /// Only data, and a code.
    #[track_caller]
    fn printed(self, code: i32) -> String {
        assert_eq!((self.code, self.err.as_str()), (Some(code), ""), "{}", self.out);
        self.out
    }

    /// Only talk, and a code.
    #[track_caller]
    fn said(self, code: i32) -> String {
        assert_eq!((self.code, self.out.as_str()), (Some(code), ""), "{}", self.err);
        self.err
    }
}

impl From<std::process::Output> for Outcome {
    fn from(output: std::process::Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("all output is UTF-8");
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// Nothing in a text acts on a terminal or hides from whoever reads it.
#[track_caller]
fn is_harmless(text: &str) {
    let acts = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    assert_eq!(text.find(acts), None, "{text:?}");
}
