//! The command line: what can be asked, and which answer is which exit code.
//!
//! Data goes to standard output, talk to standard error. 0 is yes, 1 is no or problems found, 2 is
//! a usage that makes no sense or something that could not be done.

mod check;
mod completions;
mod config;
mod dialogue;
mod help;
mod import;
mod input;
mod json;
mod keys;
mod list;
mod man;
mod output;
mod read;
mod report;
mod samples;
mod show;
mod speech;
mod target;
mod usage;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser, Subcommand};

use self::output::Colour;
use crate::clean_format;
use crate::phrase::Language;
use crate::text::{Clean, Raw};

/// Problems were found, or the answer is no.
const NO: u8 = 1;
/// It could not be done.
const FAILED: u8 = 2;

/// Read press releases in a terminal: numbered paragraphs, and the facts beside them tied to their
/// exact words.
#[derive(Debug, Parser)]
#[command(
    name = "pressroom",
    version,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    // What the parser would make up of the options offers paths beside --resume.
    override_usage = "pressroom [OPTIONS] [PATH]...\n       pressroom [OPTIONS] --resume\n       pressroom <COMMAND>",
    after_help = "\
Examples:
  pressroom                          read the samples that come with the program
  pressroom release.ron              read one release
  pressroom release.ron#2.1          begin at block 2.1
  pressroom releases/ more.ron       choose among many
  pressroom show release.ron | less  print it instead
  pressroom import page.html         make a release of a published page
  pressroom --keys less release.ron  with the keys of less; `pressroom keys` lists them

Press ? in the reader for its keys. A file named like a command is opened as ./show.

Exit codes: 0 yes, 1 no or problems found, 2 could not be done."
)]
struct Invocation {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    read: read::Args,
}

#[derive(Debug, Subcommand)]
enum Command {
    Show(show::Args),
    Check(check::Args),
    List(list::Args),
    Import(import::Args),
    Keys(keys::Args),
    Config(config::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// Does what the arguments ask for; the first of them is the program's name.
///
/// # Errors
/// What could not be done, to be handed to [`report`].
pub fn run(args: impl IntoIterator<Item = OsString>) -> anyhow::Result<ExitCode> {
    let args: Vec<OsString> = args.into_iter().collect();
    if let Some(paths) = only_paths(&args) {
        return read::run(&read::Args::of(paths));
    }
    let asked = match Invocation::try_parse_from(&args) {
        Ok(asked) => asked,
        Err(usage) => {
            let code = u8::try_from(usage.exit_code()).unwrap_or(FAILED);
            explain(usage, &args)?;
            return Ok(ExitCode::from(code));
        }
    };
    match asked.command {
        None => read::run(&asked.read),
        Some(Command::Show(args)) => show::run(&args),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::List(args)) => list::run(&args),
        Some(Command::Import(args)) => import::run(&args),
        Some(Command::Keys(args)) => keys::run(&args),
        Some(Command::Config(args)) => config::run(&args),
        Some(Command::Completions(args)) => completions::run(&args, Invocation::command()),
        Some(Command::Man(args)) => man::run(&args, Invocation::command()),
    }
}

/// The names of the commands.
fn commands() -> Vec<String> {
    let all = Invocation::command();
    all.get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

/// Help, or what is wrong with a call, in the language that is wanted.
fn explain(english: clap::Error, args: &[OsString]) -> io::Result<()> {
    if english.kind() == ErrorKind::DisplayVersion || speech::of_args(args) == Language::English {
        return english.print();
    }
    let command = help::in_korean(Invocation::command());
    let korean = command.try_get_matches_from(args).err().unwrap_or(english);
    match usage::in_korean(&korean, Colour::of(&io::stderr())) {
        Some(said) => output::unchecked(&mut io::stderr(), said.trim_end()),
        None => korean.print(),
    }
}

/// The paths, where the arguments are nothing else: the usual call, which needs no parser and should
/// not wait for one.
fn only_paths(args: &[OsString]) -> Option<Vec<PathBuf>> {
    let paths = args.get(1..).filter(|paths| !paths.is_empty())?;
    let is_path = |arg: &OsString| {
        let starts_option = arg.as_encoded_bytes().starts_with(b"-");
        !starts_option && !arg.is_empty() && !arg.to_str().is_some_and(Command::has_subcommand)
    };
    paths.iter().all(is_path).then(|| paths.iter().map(PathBuf::from).collect())
}

/// Says once why something could not be done, and with which code to end. A reader of our output
/// that has gone away (`pressroom show … | head`) is no failure and nothing to talk about.
pub fn report(error: &anyhow::Error) -> ExitCode {
    if is_unread(error) {
        return ExitCode::SUCCESS;
    }
    complain(error);
    ExitCode::from(FAILED)
}

/// Whether all that is wrong is that nobody reads our output any more.
fn is_unread(error: &anyhow::Error) -> bool {
    let is_gone = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
    };
    error.chain().any(is_gone)
}

fn complain(error: &anyhow::Error) {
    output::say(&clean_format!("pressroom: {error:#}"));
}

/// What the environment says, where it is text.
fn env(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// `-` stands for standard input.
fn is_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Names of files are text from outside like any other.
fn shown(path: &Path) -> Clean<'static> {
    if is_input(path) {
        return Clean::literal("<standard input>");
    }
    Raw::from(path.to_string_lossy().into_owned()).clean_line().into_owned()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn a_call_with_paths_alone_means_what_the_parser_says() {
        let args = |words: &[&str]| -> Vec<OsString> {
            std::iter::once("pressroom").chain(words.iter().copied()).map(OsString::from).collect()
        };
        for words in [&["a.ron"][..], &["a", "b.ron#2.1"], &["ä b"]] {
            let parsed = Invocation::try_parse_from(args(words)).unwrap();
            let paths = only_paths(&args(words)).unwrap();
            assert_eq!(format!("{:?}", parsed.read), format!("{:?}", read::Args::of(paths)));
        }
        for words in [&[][..], &["-"], &["--plain", "a"], &["show", "a"], &["a", "check"], &[""]] {
            assert_eq!(only_paths(&args(words)), None, "{words:?}");
        }
    }

    #[test]
    fn the_arguments_fit_together() {
        Invocation::command().debug_assert();
    }
}
