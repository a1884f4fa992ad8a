//! `pressroom check`: what is wrong with release files, all of it, each at its place.

mod versions;

use std::fmt::{self, Write};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ValueEnum;
use serde::Serialize;

use super::output::{self, Colour};
use super::report::{self, Counts};
use super::speech::Speech;
use super::{FAILED, NO, input, json, shown};
use crate::clean_format;
use crate::library::Source;
use crate::phrase::{Language, Phrase, command};
use crate::release::{Addresses, Diagnostic, Evidence, check, diagnostic};
use crate::text::Clean;

/// Find what is wrong in release files
///
/// A fault keeps a file from opening as a release; an error is something false in one that opens;
/// a warning is something doubtful. Each is named with its line and column and, where possible,
/// with what was probably meant. Folders are searched for *.ron, with all folders inside them.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  pressroom check release.ron
  pressroom check releases/ --deny-warnings
  pressroom check releases/ --format json | jq '.summary'
  pressroom check - < release.ron

Exit codes: 0 nothing found but warnings, 1 a fault or an error (or a warning, with \
--deny-warnings), 2 a file could not be read.")]
pub struct Args {
    /// Files and folders; - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// Take warnings for errors
    #[arg(long)]
    deny_warnings: bool,
    #[command(flatten)]
    speech: Speech,
}

/// A way to print what was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// As a compiler would
    #[default]
    Human,
    /// One object
    Json,
}

/// A file that was checked, or why it was not.
struct Checked {
    path: PathBuf,
    outcome: Result<Vec<Diagnostic>, Clean<'static>>,
}

/// What is known after all files.
#[derive(Default)]
struct Total {
    files: usize,
    unreadable: usize,
    counts: Counts,
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let paths = args.paths.iter().map(PathBuf::as_path);
    let mut total = Total::default();
    match args.format {
        Format::Human => {
            let language = args.speech.language();
            let look = (Colour::of(&io::stdout()), language);
            output::print(|out| human(out, paths, &mut total, look))?;
            output::say(total.sentence().shown(language));
        }
        Format::Json => output::print(|out| as_json(out, paths, &mut total))?,
    }
    Ok(total.code(args.deny_warnings))
}

fn human<'a>(
    out: &mut impl Write,
    paths: impl IntoIterator<Item = &'a Path>,
    total: &mut Total,
    look: (Colour, Language),
) -> fmt::Result {
    each(paths, total, |checked, source| {
        let name = shown(&checked.path);
        match &checked.outcome {
            Ok(diagnostics) => report::write(out, &name, source, diagnostics, look)?,
            Err(reason) => output::say(&clean_format!("pressroom: {name}: {reason}")),
        }
        Ok(())
    })
}

fn as_json<'a>(
    out: &mut impl Write,
    paths: impl IntoIterator<Item = &'a Path>,
    total: &mut Total,
) -> fmt::Result {
    let mut files = Vec::new();
    each(paths, total, |checked, _| {
        files.push(checked);
        Ok(())
    })?;
    let files = files.iter().map(FileRecord::of).collect();
    out.write_str(&json::pretty(&Record { files, summary: total.record() }))
}

/// Checks the files one after the other, so that only one is in memory at a time.
fn each<'a>(
    paths: impl IntoIterator<Item = &'a Path>,
    total: &mut Total,
    mut tell: impl FnMut(Checked, &str) -> fmt::Result,
) -> fmt::Result {
    for found in input::find(paths) {
        match found {
            Ok((path, from)) => {
                let (checked, source) = checked(path, &from);
                total.add(&checked);
                tell(checked, &source)?;
            }
            Err(problem) => {
                total.unreadable += 1;
                output::say(&clean_format!("pressroom: {problem}"));
            }
        }
    }
    Ok(())
}

fn checked(path: PathBuf, from: &Source) -> (Checked, String) {
    let document = match input::open(&path) {
        Ok(document) => document,
        Err(error) => {
            let reason = clean_format!("{error}");
            return (Checked { path, outcome: Err(reason) }, String::new());
        }
    };
    let source = document.source;
    let diagnostics = match document.release {
        Err(fault) => vec![diagnostic::place_fault(&source, fault)],
        Ok(release) => {
            let addresses = Addresses::of(&release.body);
            let evidence = Evidence::of(&release, &addresses);
            let mut problems = check::check_with(&release, &addresses, &evidence);
            versions::check(&release, from, &mut problems);
            diagnostic::place_problems(&source, problems)
        }
    };
    (Checked { path, outcome: Ok(diagnostics) }, source)
}

impl Total {
    fn add(&mut self, checked: &Checked) {
        match &checked.outcome {
            Ok(diagnostics) => {
                self.files += 1;
                self.counts.add(Counts::of(diagnostics.iter().map(|d| d.severity)));
            }
            Err(_) => self.unreadable += 1,
        }
    }

    fn code(&self, deny_warnings: bool) -> ExitCode {
        let Counts { faults, errors, warnings } = self.counts;
        if self.unreadable > 0 {
            return ExitCode::from(FAILED);
        }
        let is_denied = deny_warnings && warnings > 0;
        if faults + errors > 0 || is_denied { ExitCode::from(NO) } else { ExitCode::SUCCESS }
    }

    /// `3 files checked: 1 error, 2 warnings`.
    fn sentence(&self) -> Phrase {
        let checked = command::checked(self.files);
        let checked = match self.counts {
            _ if self.files == 0 => checked,
            counts if counts == Counts::default() => command::nothing_wrong(checked),
            counts => command::found(checked, counts.said()),
        };
        match self.unreadable {
            0 => checked,
            count => command::unread(checked, count),
        }
    }

    fn record(&self) -> Summary {
        let Counts { faults, errors, warnings } = self.counts;
        Summary { files: self.files, unreadable: self.unreadable, faults, errors, warnings }
    }
}

/// What was found, for programs.
#[derive(Serialize)]
struct Record<'a> {
    files: Vec<FileRecord<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct FileRecord<'a> {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    diagnostics: Option<Vec<report::Record<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unreadable: Option<&'a str>,
}

#[derive(Serialize)]
struct Summary {
    files: usize,
    unreadable: usize,
    faults: usize,
    errors: usize,
    warnings: usize,
}

impl<'a> FileRecord<'a> {
    fn of(checked: &'a Checked) -> Self {
        let file = checked.path.to_string_lossy().into_owned();
        let outcome = checked.outcome.as_ref();
        let diagnostics = outcome.ok().map(|all| all.iter().map(Into::into).collect());
        let unreadable = outcome.err().map(Clean::as_str);
        Self { file, diagnostics, unreadable }
    }
}
