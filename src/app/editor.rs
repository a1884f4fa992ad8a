//! The person's own editor, opened at a line.

use std::ffi::OsString;
use std::io;
use std::path::{Component, Path};
use std::process::{Command, Stdio};

use crate::phrase::{self, Phrase};
use crate::terminal::{self, loan};

/// Editors that are there without anyone having chosen one; the first that is found.
const USUAL: &[&str] = &["vi", "nano"];

/// The editor a person named, or those that systems have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Editor {
    /// A command line, in words.
    Chosen(Vec<String>),
    /// Nobody chose one.
    Usual,
}

impl Editor {
    /// `$VISUAL`, else `$EDITOR`, read as a shell would read them.
    pub fn of_env(env: &impl Fn(&str) -> Option<String>) -> Self {
        let mut named = ["VISUAL", "EDITOR"].into_iter().filter_map(env);
        let words = named.find_map(|named| Some(words(&named)).filter(|words| !words.is_empty()));
        words.map_or(Self::Usual, Self::Chosen)
    }

    /// Runs the editor on a file and waits for its end.
    ///
    /// # Errors
    /// A sentence when it cannot be started or says it failed.
    pub fn run(&self, path: &Path, line: usize) -> Result<(), Phrase> {
        let words = match self {
            Self::Chosen(words) => words,
            Self::Usual => return run_usual(USUAL, path, line),
        };
        let program = words.first().map_or("", String::as_str);
        start(words, path, line)
            .unwrap_or_else(|error| Err(phrase::work::no_editor(program, error)))
    }
}

fn run_usual(usual: &[&str], path: &Path, line: usize) -> Result<(), Phrase> {
    for editor in usual {
        match start(&[(*editor).to_owned()], path, line) {
            Ok(outcome) => return outcome,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(phrase::work::no_editor(editor, error)),
        }
    }
    Err(phrase::work::no_editor_named())
}

/// Runs a command line on a file; the error is that it could not be started.
fn start(words: &[String], path: &Path, line: usize) -> io::Result<Result<(), Phrase>> {
    let Some((program, own)) = words.split_first() else { return Ok(Ok(())) };
    // An editor needs keys, even where standard input is something else.
    let keys = terminal::behind_stdin().map_or_else(Stdio::inherit, Stdio::from);
    let mut command = Command::new(program);
    let mut child = command.args(own).args(arguments(words, path, line)).stdin(keys).spawn()?;
    let status = loan::wait(&mut child)?;
    let failed = || Err(phrase::work::editor_ended(program, status));
    Ok(if status.success() { Ok(()) } else { failed() })
}

/// A command line in words, quoted and escaped as shells have it; nothing is put in for `$` or `*`.
/// A command that is itself the name of a file is one word, whatever spaces it holds.
fn words(line: &str) -> Vec<String> {
    let whole = Path::new(line.trim());
    if whole.is_absolute() && whole.is_file() {
        return vec![line.trim().to_owned()];
    }
    let (mut words, mut word) = (Vec::new(), None::<String>);
    let mut quote = None;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, quote) {
            ('\\', None | Some('"')) => {
                let may_be_escaped = |next: &char| quote.is_none() || r#"\"$`"#.contains(*next);
                let escaped = letters.next_if(may_be_escaped).unwrap_or('\\');
                word.get_or_insert_default().push(escaped);
            }
            ('"' | '\'', None) => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (_, Some(open)) if open == letter => quote = None,
            (_, None) if letter.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    if words.first().is_some_and(String::is_empty) { Vec::new() } else { words }
}

/// How an editor is told a line of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// `+3 FILE`, as vi is and most that run in a terminal.
    Plus,
    /// `FILE:3`.
    Behind,
    /// `--goto FILE:3`.
    GoTo,
    /// `--line 3 FILE`, behind the option named here.
    Line(&'static str),
    /// Not at all.
    Never,
}

/// Editors that are told otherwise than vi, or would not be waited for: the line, and the option that
/// makes them stay.
const EDITORS: &[(&[&str], Told, Option<&str>)] = &[
    (&["hx", "helix"], Told::Behind, None),
    (&["code", "code-insiders", "codium", "vscodium", "cursor"], Told::GoTo, Some("--wait")),
    (&["subl", "sublime_text", "zed", "zeditor", "atom"], Told::Behind, Some("--wait")),
    (&["gedit", "xed", "pluma", "bbedit"], Told::Plus, Some("--wait")),
    (&["gvim", "mvim"], Told::Plus, Some("--nofork")),
    (&["kate"], Told::Line("--line"), Some("--block")),
    (&["mate"], Told::Line("--line"), Some("--wait")),
    (&["ed", "red", "notepad", "gnome-text-editor"], Told::Never, None),
];

/// Every name of the options that make editors stay.
const STAYS: [&str; 6] = ["-w", "-f", "-b", "--wait", "--nofork", "--block"];

/// What a command line is given besides its own words.
fn arguments(words: &[String], path: &Path, line: usize) -> Vec<OsString> {
    let Some((program, own)) = words.split_first() else { return Vec::new() };
    let name = Path::new(program).file_name().and_then(|name| name.to_str()).unwrap_or_default();
    // A script called `ed.sh` is not ed.
    let name = name.strip_suffix(".exe").unwrap_or(name);
    let name = name.to_ascii_lowercase();
    let known = EDITORS.iter().find(|(names, ..)| names.contains(&&*name));
    let (told, stays) = known.map_or((Told::Plus, None), |(_, told, stays)| (*told, *stays));
    let stays = stays.filter(|_| !own.iter().any(|word| STAYS.contains(&&**word)));
    let path = plain(path);
    let behind = || {
        let mut place = path.clone();
        place.push(format!(":{line}"));
        place
    };
    let mut arguments: Vec<OsString> = stays.map(OsString::from).into_iter().collect();
    match told {
        Told::Plus => arguments.extend([format!("+{line}").into(), path]),
        Told::Behind => arguments.push(behind()),
        Told::GoTo => arguments.extend(["--goto".into(), behind()]),
        Told::Line(option) => arguments.extend([option.into(), line.to_string().into(), path]),
        Told::Never => arguments.push(path),
    }
    arguments
}

/// A path that is not taken for an option, nor by vi for a command: files may be called `+!rm`.
fn plain(path: &Path) -> OsString {
    let first = path.as_os_str().as_encoded_bytes().first();
    let is_odd = first.is_some_and(|first| b"+-".contains(first));
    let path =
        if is_odd { Path::new(Component::CurDir.as_os_str()).join(path) } else { path.into() };
    path.into_os_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase::Language;

    fn editor(visual: &str, editor: &str) -> Editor {
        let env = |name: &str| match name {
            "VISUAL" => Some(visual.to_owned()),
            "EDITOR" => Some(editor.to_owned()),
            _ => None,
        };
        Editor::of_env(&env)
    }

    fn chosen(words: &[&str]) -> Editor {
        Editor::Chosen(words.iter().map(|word| (*word).to_owned()).collect())
    }

    #[test]
    fn the_persons_choice_comes_first() {
        assert_eq!(editor(" ", "emacs -nw"), chosen(&["emacs", "-nw"]));
        assert_eq!(editor("nvim", "emacs -nw"), chosen(&["nvim"]));
        assert_eq!(editor("''", "nano"), chosen(&["nano"]));
        assert_eq!(Editor::of_env(&|_| None), Editor::Usual);
    }

    #[cfg(unix)]
    #[test]
    fn a_command_line_is_read_as_a_shell_reads_it() {
        for (line, words) in [
            ("code --wait", &["code", "--wait"][..]),
            ("'/opt/My Editor/ed' -n", &["/opt/My Editor/ed", "-n"]),
            (r#""/opt/My Editor/ed" "a \"b\" \c""#, &["/opt/My Editor/ed", r#"a "b" \c"#]),
            (r"/opt/My\ Editor/ed '\'", &["/opt/My Editor/ed", r"\"]),
            ("  vim   -c 'set nu'\t''", &["vim", "-c", "set nu", ""]),
            ("nano 'left open", &["nano", "left open"]),
            (r"nano \", &["nano", r"\"]),
        ] {
            assert_eq!(editor(line, ""), chosen(words), "{line}");
        }
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("my editor -w");
        std::fs::write(&program, "").expect("a file");
        let program = program.to_str().expect("a name");
        assert_eq!(editor(program, ""), chosen(&[program]));
    }

    #[test]
    fn editors_are_told_the_line_in_their_own_way() {
        for (line, told) in [
            ("vi", "+3|a b.ron"),
            ("vim", "+3|a b.ron"),
            ("/usr/bin/vim.basic", "+3|a b.ron"),
            ("nvim", "+3|a b.ron"),
            ("nano", "+3|a b.ron"),
            ("emacs -nw", "+3|a b.ron"),
            ("emacsclient -t", "+3|a b.ron"),
            ("micro", "+3|a b.ron"),
            ("kak", "+3|a b.ron"),
            ("joe", "+3|a b.ron"),
            ("mcedit", "+3|a b.ron"),
            ("an-editor-of-my-own", "+3|a b.ron"),
            ("hx", "a b.ron:3"),
            ("helix", "a b.ron:3"),
            ("code", "--wait|--goto|a b.ron:3"),
            ("code --wait", "--goto|a b.ron:3"),
            ("code -w -n", "--goto|a b.ron:3"),
            ("codium", "--wait|--goto|a b.ron:3"),
            ("/opt/Code.exe", "--wait|--goto|a b.ron:3"),
            ("subl", "--wait|a b.ron:3"),
            ("zed --wait", "a b.ron:3"),
            ("gedit", "--wait|+3|a b.ron"),
            ("gvim", "--nofork|+3|a b.ron"),
            ("gvim -f", "+3|a b.ron"),
            ("kate", "--block|--line|3|a b.ron"),
            ("mate -w", "--line|3|a b.ron"),
            ("ed", "a b.ron"),
            ("ed.sh", "+3|a b.ron"),
        ] {
            let arguments = arguments(&words(line), Path::new("a b.ron"), 3);
            let arguments: Vec<_> = arguments.iter().map(|a| a.to_string_lossy()).collect();
            assert_eq!(arguments.join("|"), told, "{line}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn no_file_is_taken_for_an_option_or_a_command() {
        let vi = words("vi");
        assert_eq!(arguments(&vi, Path::new("+!rm.ron"), 3), ["+3", "./+!rm.ron"]);
        assert_eq!(arguments(&vi, Path::new("-c.ron"), 3), ["+3", "./-c.ron"]);
        assert_eq!(arguments(&vi, Path::new("/a/+b.ron"), 3), ["+3", "/a/+b.ron"]);
    }

    #[test]
    fn where_there_is_no_editor_it_is_said_what_to_set() {
        let outcome = run_usual(&["/nowhere/one", "/nowhere/two"], Path::new("a.ron"), 1);
        let said = outcome.expect_err("there is none").shown(Language::English).to_string();
        assert!(said.contains("VISUAL or EDITOR"), "{said}");
    }
}
