//! `pressroom import`: published pages become release files.

mod name;
mod place;
mod summary;

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::ValueEnum;

use super::{FAILED, NO, input, is_unread, keys, output, read, shown};
use crate::app::{self, Start};
use crate::clean_format;
use crate::disk::{self, ReadError};
use crate::import::{self, Draft, Failure, Page};
use crate::release::{Severity, check, json, write};
use crate::terminal;
use crate::text::Clean;

/// Make release files of published pages
///
/// Reads text, saved web pages, Markdown, .docx, .odt, .hwpx and, with pdftotext, .pdf. Finds the outline,
/// the participants, dates and figures with the words that prove them, and says what it is unsure of.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  pressroom import page.html                    writes 2024-05-01-two-sides-meet.ron
  pressroom import pages/*.html -o releases/
  pressroom import page.txt --dry-run --explain
  pressroom import page.docx --review           decide on each fact first
  curl -s https://… | pressroom import - --format json | jq .figures

What is written is named on standard output; doubts are told on standard error and kept in the file.
Exit codes: 0 all done, 1 something found does not hold or a review was left unwritten, 2 a page could not be made a release.")]
// Keys are those of the review; what rules that out rules them out as well.
#[command(mut_arg("named", |keys| {
    keys.requires("review").conflicts_with_all(["format", "dry_run", "explain"])
}))]
#[expect(clippy::struct_excessive_bools, reason = "options, each by itself")]
pub struct Args {
    /// Pages; - for standard input
    #[arg(value_name = "PAGE", required = true)]
    pages: Vec<PathBuf>,
    /// Print the release instead of writing a file
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<Format>,
    /// Write nothing, say what would be written
    #[arg(long)]
    dry_run: bool,
    /// Tell of every fact by which rule it was found
    #[arg(long)]
    explain: bool,
    /// Open the draft in the reader, to accept, put right or drop each fact before the file is written
    #[arg(long, conflicts_with_all = ["format", "dry_run", "explain"])]
    review: bool,
    /// Replace files that are there already
    #[arg(long, conflicts_with = "format")]
    force: bool,
    /// Where to write: a folder (FOLDER/ is made), or for one page a file
    #[arg(long, short, value_name = "PATH", conflicts_with = "format")]
    output: Option<PathBuf>,
    #[command(flatten)]
    choice: keys::Choice,
}

/// A way to print a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The release for programs; of several pages one on each line
    Json,
    /// A release file
    Ron,
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if args.format == Some(Format::Ron) && args.pages.len() > 1 {
        bail!("several releases make no one RON file: leave out --format, or use --format json");
    }
    if args.review {
        return review(args);
    }
    if args.dry_run && args.format.is_none() {
        args.tell_folder();
    }
    let mut worst = 0;
    for (place, page) in args.pages.iter().enumerate() {
        if args.pages.len() > 1 {
            progress(place, args.pages.len(), page);
        }
        let code = match one(args, page) {
            Err(error) if is_unread(&error) => return Err(error),
            outcome => outcome.unwrap_or_else(|error| {
                output::say(&clean_format!("{}: {error:#}", shown(page)));
                FAILED
            }),
        };
        worst = worst.max(code);
    }
    Ok(ExitCode::from(worst))
}

/// Which page of many is at work, for whoever watches.
fn progress(place: usize, pages: usize, page: &Path) {
    if io::stderr().is_terminal() {
        output::say(&clean_format!("[{}/{pages}] {}", place + 1, shown(page)));
    }
}

/// Imports one page, and says with which code that ends.
fn one(args: &Args, page: &Path) -> anyhow::Result<u8> {
    let draft = read(page)?;
    match args.format {
        Some(format) => print(args, &draft, format)?,
        None => save(args, page, &draft)?,
    }
    let language = args.choice.language();
    output::say(&summary::of(&shown(page), &draft, language));
    if args.explain {
        output::say(&summary::rules(&draft, language));
    }
    let holds = check(&draft.release).iter().all(|problem| problem.severity > Severity::Error);
    Ok(if holds { 0 } else { NO })
}

/// Opens the draft of the one page in the reader, which writes the file when asked to.
fn review(args: &Args) -> anyhow::Result<ExitCode> {
    let [page] = args.pages.as_slice() else {
        bail!("--review takes one page at a time, and there are {}", args.pages.len());
    };
    if !app::is_possible() || !terminal::has_keyboard() {
        bail!("--review needs a terminal; without it the file is written with its doubts in it");
    }
    let draft = read(page).with_context(|| clean_format!("{}", shown(page)))?;
    // Told now, not after an hour of decisions.
    let output = args.place(page, &draft)?;
    args.make_folder()?;
    let name = output.file_name().map(|name| name.to_string_lossy().into_owned());
    let (text, name) = (write::write(&draft.release), name.unwrap_or_default());
    let of_page = draft.doubts.into_iter().filter(|doubt| doubt.fact.is_none());
    let doubts = of_page.map(|doubt| doubt.sentence).collect();
    let written = output.clone();
    let start = Start::Review { text, name, output, overwrite: args.force, doubts };
    let code = read::stay(start, args.choice.config()?)?;
    if code == ExitCode::from(app::UNWRITTEN) {
        output::say(&clean_format!("{}: {}", shown(page), left(&written)));
    }
    Ok(code)
}

/// What is said when a review was left and its file does not hold all that was decided.
fn left(output: &Path) -> Clean<'static> {
    if output.symlink_metadata().is_ok() {
        clean_format!("{} does not hold the last decisions", shown(output))
    } else {
        clean_format!("nothing was written")
    }
}

fn read(page: &Path) -> anyhow::Result<Draft> {
    let bytes = input::read_within(page, import::LARGEST as u64).map_err(|error| match error {
        ReadError::TooLarge { .. } => Failure::TooLarge.into(),
        error => anyhow::Error::from(error),
    })?;
    let name = page.file_name().map(|name| name.to_string_lossy().into_owned());
    Ok(import::read(&Page { bytes: &bytes, name: name.as_deref() })?)
}

fn print(args: &Args, draft: &Draft, format: Format) -> io::Result<()> {
    let text = match format {
        Format::Ron => write::write(&draft.release),
        Format::Json if args.pages.len() > 1 => json::to_json_line(&draft.release),
        Format::Json => json::to_json(&draft.release),
    };
    output::print(|out| {
        use std::fmt::Write;
        writeln!(out, "{}", text.trim_end())
    })
}

/// Writes the file, or only says which, and prints its name.
fn save(args: &Args, page: &Path, draft: &Draft) -> anyhow::Result<()> {
    let path = args.place(page, draft)?;
    if !args.dry_run {
        args.make_folder()?;
        let text = write::write(&draft.release);
        disk::save(&path, text.as_bytes(), args.overwrite())
            .map_err(|error| place::unwritten(&path, &error))?;
    }
    output::print(|out| {
        use std::fmt::Write;
        writeln!(out, "{}", shown(&path))
    })
    .context("standard output")
}
