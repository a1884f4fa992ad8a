//! A command that is given text: it has the terminal until it ends, and what it printed stays there
//! until its reader presses Enter.

use std::io::{self, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;

use crate::export::{Part, passage};
use crate::phrase::{Language, Phrase, taking};
use crate::reader::pipe::{Given, Piped};
use crate::terminal::{self, loan};
use crate::text::{Clean, Page};

/// The shell that every system has.
const FALLBACK: &str = "sh";

/// The person's shell: `$SHELL`, else the one every system has.
pub fn shell(env: &impl Fn(&str) -> Option<String>) -> String {
    env("SHELL").filter(|shell| !shell.trim().is_empty()).unwrap_or_else(|| FALLBACK.to_owned())
}

/// Runs the command, waits for its end and then for Enter. The terminal's keys reach it as they would
/// from a shell, so that Ctrl-C ends one that hangs.
///
/// # Errors
/// A sentence when it cannot be started or failed.
pub fn run(shell: &str, piped: &Piped, language: Language) -> Result<Phrase, Phrase> {
    let outcome = wait(shell, piped);
    let said = match &outcome {
        Ok(status) => taking::press_enter(how(*status)),
        Err(sentence) => taking::press_enter(sentence.clone()),
    };
    // A terminal that is gone is noticed elsewhere.
    let _ = writeln!(io::stdout(), "\n({})", said.shown(language));
    terminal::wait_for_enter();
    let command = Clean::from_str(&piped.command).into_owned();
    match outcome? {
        status if status.success() => Ok(taking::piped(command)),
        status => Err(taking::pipe_ended(command, how(status))),
    }
}

fn wait(shell: &str, piped: &Piped) -> Result<ExitStatus, Phrase> {
    let cannot = |error: io::Error| taking::pipe_cannot_start(shell, error);
    let text = text(piped);
    let mut command = Command::new(shell);
    let child = command.arg("-c").arg(&piped.command).stdin(Stdio::piped()).spawn();
    let mut child = child.map_err(cannot)?;
    if let Some(mut stdin) = child.stdin.take() {
        // A command need not read what it is given, so nothing waits for this.
        thread::spawn(move || drop(stdin.write_all(text.as_bytes())));
    }
    loan::wait(&mut child).map_err(cannot)
}

fn how(status: ExitStatus) -> Phrase {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return taking::ended_by_signal(signal);
    }
    taking::exit_status(status.code().unwrap_or_default())
}

/// What the command is given; it ends with a line break.
fn text(piped: &Piped) -> String {
    let (release, addresses) = (&piped.document.release, &piped.document.addresses);
    let printed = |part: &Part<'_>| passage::passage(part, usize::MAX).unwrap_or_default();
    let page = match &piped.given {
        Given::Words(words) => words.clone(),
        Given::Blocks(at) => printed(&Part::span(release, addresses, *at)),
        Given::Release => printed(&Part::whole(release, addresses)),
    };
    let text: &Page = &page;
    format!("{}\n", text.as_str().trim_end_matches('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_persons_shell_comes_first() {
        assert_eq!(shell(&|_| Some("/bin/zsh".to_owned())), "/bin/zsh");
        assert_eq!(shell(&|_| Some(" ".to_owned())), "sh");
        assert_eq!(shell(&|_| None), "sh");
    }
}
