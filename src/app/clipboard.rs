//! Which way to a clipboard there is on this machine, and the commands that are one.

use std::io::Write;
use std::process::{Command, Stdio};

use super::told::Told;
use crate::config;
use crate::phrase::{Phrase, taking};
use crate::reader::clipboard::{Clipboard, Copied};
use crate::terminal::clipboard::{self, Through};

/// The first release of VTE whose terminals may take text to copy.
const TAKING_VTE: u32 = 7_600;

/// The way to a clipboard, as the settings and the environment have it.
pub fn find(
    wanted: config::Clipboard,
    told: &Told,
    env: &impl Fn(&str) -> Option<String>,
) -> Clipboard {
    if wanted == config::Clipboard::Command {
        let is_set = |name: &str| env(name).is_some_and(|value| !value.is_empty());
        return command(&is_set).map_or(Clipboard::NoCommand, Clipboard::Command);
    }
    if told.in_tmux {
        return Clipboard::Tmux;
    }
    if told.in_screen {
        return Clipboard::Screen;
    }
    match told.term.as_str() {
        "linux" => return Clipboard::Deaf(taking::console()),
        "dumb" => return Clipboard::Deaf(taking::dumb()),
        _ => {}
    }
    if told.program == "Apple_Terminal" {
        return Clipboard::Deaf("Terminal.app".into());
    }
    if told.is_vte_before(TAKING_VTE) {
        return Clipboard::Deaf(taking::old_vte());
    }
    Clipboard::Terminal
}

/// The command for the screen there is.
fn command(is_set: &impl Fn(&str) -> bool) -> Option<Vec<String>> {
    let words: &[&str] = if cfg!(target_os = "macos") {
        &["pbcopy"]
    } else if is_set("WAYLAND_DISPLAY") {
        &["wl-copy"]
    } else if is_set("DISPLAY") {
        // One of the two is there; the shell finds out which.
        &[
            "sh",
            "-c",
            "if command -v xclip >/dev/null; then exec xclip -selection clipboard; fi; exec xsel -ib",
        ]
    } else {
        return None;
    };
    Some(words.iter().map(|word| (*word).to_owned()).collect())
}

/// What stands between the program and the terminal, for what goes to the terminal.
pub fn through(clipboard: &Clipboard) -> Option<Through> {
    match clipboard {
        Clipboard::Terminal => Some(Through::Nothing),
        Clipboard::Tmux => Some(Through::Tmux),
        Clipboard::Screen => Some(Through::Screen),
        Clipboard::Deaf(_) | Clipboard::Command(_) | Clipboard::NoCommand => None,
    }
}

/// Hands text to the terminal.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn to_terminal(copied: &Copied, through: Through) -> std::io::Result<()> {
    clipboard::copy(&copied.text, through)
}

/// Hands text to a command and waits for its end.
///
/// # Errors
/// A sentence when it cannot be started or says it failed.
pub fn to_command(words: &[String], copied: &Copied) -> Result<Phrase, Phrase> {
    let Some((program, arguments)) = words.split_first() else { return Err(taking::no_command()) };
    let name = if program == "sh" { "xclip or xsel" } else { program };
    // Some stay behind to serve what was copied, and must not hold what is ours.
    let child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let mut child = child.map_err(|error| taking::cannot_start(name, error))?;
    if let Some(mut stdin) = child.stdin.take() {
        // A command that takes nothing says so by its status.
        let _ = stdin.write_all(copied.text.as_str().as_bytes());
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(taking::taken(copied.what.clone(), name)),
        Ok(status) => Err(taking::ended_with(name, status)),
        Err(error) => Err(taking::cannot_start(name, error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase::Language;
    use crate::text::Page;

    fn found(wanted: config::Clipboard, set: &[(&str, &str)]) -> Clipboard {
        let env = |name: &str| {
            set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        find(wanted, &Told::of(&env), &env)
    }

    #[test]
    fn the_terminal_is_told_what_it_can_take() {
        let osc = |set| found(config::Clipboard::Osc52, set);
        assert_eq!(osc(&[("TERM", "xterm-256color")]), Clipboard::Terminal);
        assert_eq!(osc(&[("TERM", "tmux-256color"), ("TMUX", "/tmp/x,1,0")]), Clipboard::Tmux);
        assert_eq!(osc(&[("TERM", "screen"), ("STY", "1.x")]), Clipboard::Screen);
        assert!(matches!(osc(&[("TERM", "linux")]), Clipboard::Deaf(_)));
        assert!(matches!(osc(&[("TERM", "dumb")]), Clipboard::Deaf(_)));
        assert!(matches!(osc(&[("TERM_PROGRAM", "Apple_Terminal")]), Clipboard::Deaf(_)));
        assert!(matches!(osc(&[("VTE_VERSION", "7006")]), Clipboard::Deaf(_)));
        assert_eq!(osc(&[("VTE_VERSION", "8200")]), Clipboard::Terminal);
    }

    #[test]
    fn a_command_is_that_of_the_screen() {
        if cfg!(target_os = "macos") {
            return;
        }
        let command = |set| found(config::Clipboard::Command, set);
        assert_eq!(command(&[]), Clipboard::NoCommand);
        let Clipboard::Command(words) = command(&[("WAYLAND_DISPLAY", "w"), ("DISPLAY", ":0")])
        else {
            panic!("there is one");
        };
        assert_eq!(words, ["wl-copy"]);
    }

    #[test]
    fn what_a_command_says_at_its_end_is_told() {
        let copied = Copied { text: Page::of("words"), what: "2.1, 1 word".into() };
        let run = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            match to_command(&words, &copied) {
                Ok(said) | Err(said) => said.shown(Language::English).to_string(),
            }
        };
        assert_eq!(run(&["grep", "-q", "words"]), "Copied 2.1, 1 word: grep took it");
        assert_eq!(run(&["false"]), "not copied: false ended with exit status: 1");
        assert!(run(&["/nowhere/at-all"]).contains("cannot start"));
    }
}
