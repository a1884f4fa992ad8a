//! The person's own editor, opened at a line.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::phrase::{self, Phrase};
use crate::terminal;

/// The editor that every system has.
const FALLBACK: &str = "vi";

/// The editor's command line in words: `$VISUAL`, else `$EDITOR`, else the one every system has.
pub fn command(env: &impl Fn(&str) -> Option<String>) -> Vec<String> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(env).find(|c| !c.trim().is_empty());
    let command = named.unwrap_or_else(|| FALLBACK.to_owned());
    command.split_whitespace().map(str::to_owned).collect()
}

/// Runs the editor on a file and waits for its end.
///
/// # Errors
/// A sentence when it cannot be started or says it failed.
pub fn run(command: &[String], path: &Path, line: usize) -> Result<(), Phrase> {
    let Some((program, arguments)) = command.split_first() else { return Ok(()) };
    // An editor needs keys, even where standard input is something else.
    let keys = terminal::behind_stdin().map_or_else(Stdio::inherit, Stdio::from);
    let mut command = Command::new(program);
    command.args(arguments).args(place(program, path, line)).stdin(keys);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(phrase::work::editor_ended(program, status)),
        Err(error) => Err(phrase::work::no_editor(program, error)),
    }
}

/// How editors are told a line: most as vi is, some with the path.
fn place(program: &str, path: &Path, line: usize) -> Vec<std::ffi::OsString> {
    let name = Path::new(program).file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    let with_line = || {
        let mut place = path.as_os_str().to_owned();
        place.push(format!(":{line}"));
        place
    };
    match name {
        "code" | "codium" | "cursor" => {
            vec!["--wait".into(), "--goto".into(), with_line()]
        }
        "hx" | "helix" | "zed" | "subl" => vec![with_line()],
        _ => vec![format!("+{line}").into(), path.as_os_str().to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_persons_choice_comes_first() {
        let env = |name: &str| match name {
            "VISUAL" => Some(" ".to_owned()),
            "EDITOR" => Some("emacs -nw".to_owned()),
            _ => None,
        };
        assert_eq!(command(&env), ["emacs", "-nw"]);
        assert_eq!(command(&|_| None), ["vi"]);
    }

    #[test]
    fn editors_are_told_the_line_in_their_own_way() {
        let path = Path::new("a b.ron");
        assert_eq!(place("vim", path, 3), ["+3", "a b.ron"]);
        assert_eq!(place("/usr/bin/hx", path, 3), ["a b.ron:3"]);
        assert_eq!(place("code", path, 3), ["--wait", "--goto", "a b.ron:3"]);
    }
}
