//! `pressroom list`: the releases in files and folders, one a row.

mod row;
mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ValueEnum;
use std::fmt::Write;

use super::speech::Speech;
use super::{FAILED, input, json, output, samples};
use crate::clean_format;
use crate::library::Order;
use crate::phrase::{Language, command};
use row::Row;

/// List releases: title, issuer, date, language, file and problems
///
/// Folders are searched for *.ron, with all folders inside them. A file that does not open is
/// listed with the reason.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  pressroom list releases/
  pressroom list releases/ --sort date
  pressroom list releases/ --format json | jq -r '.[] | select(.errors > 0) | .file'

Without a path the samples that come with the program are listed.")]
pub struct Args {
    /// Files and folders; - for standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// What to sort by; files that do not open come last, but for `file`
    #[arg(long, value_enum, default_value_t, value_name = "KEY")]
    sort: Sort,
    /// Turn the order round
    #[arg(long, short)]
    reverse: bool,
    #[command(flatten)]
    speech: Speech,
}

/// A way to print a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Columns
    #[default]
    Text,
    /// An array of objects
    Json,
}

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Sort {
    /// As named, folders by the names of their files
    #[default]
    File,
    /// The newest first, those without a date last
    Date,
    /// Titles from A to Z
    Title,
    /// Issuers from A to Z
    Issuer,
    /// Language tags from A to Z
    Language,
}

impl From<Sort> for Order {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::File => Self::File,
            Sort::Date => Self::Date,
            Sort::Title => Self::Title,
            Sort::Issuer => Self::Issuer,
            Sort::Language => Self::Language,
        }
    }
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let paths: Vec<&Path> = args.paths.iter().map(PathBuf::as_path).collect();
    let (mut rows, code) = rows(&paths);
    row::sort(&mut rows, args.sort.into());
    if args.reverse {
        rows.reverse();
    }
    match args.format {
        Format::Text if rows.is_empty() => {
            output::say(command::none().shown(args.speech.language()));
        }
        Format::Text => print_table(&rows, args.speech.language())?,
        Format::Json => {
            let records: Vec<_> = rows.iter().map(Row::record).collect();
            output::print(|out| out.write_str(&json::pretty(&records)))?;
        }
    }
    Ok(code)
}

/// The rows of files and folders, those of the samples when none are named. What is not there is
/// told, and makes the code that of a failure.
pub fn rows(paths: &[&Path]) -> (Vec<Row>, ExitCode) {
    if paths.is_empty() {
        let rows = samples::ALL.iter().map(Row::of_sample).collect();
        return (rows, ExitCode::SUCCESS);
    }
    let mut code = ExitCode::SUCCESS;
    let mut rows = Vec::new();
    for found in input::find(paths.iter().copied()) {
        match found {
            Ok((path, _)) => match Row::read(&path) {
                Ok(row) => rows.push(row),
                Err(missing) => {
                    output::say(&missing);
                    code = ExitCode::from(FAILED);
                }
            },
            Err(problem) => {
                output::say(&clean_format!("pressroom: {problem}"));
                code = ExitCode::from(FAILED);
            }
        }
    }
    (rows, code)
}

/// Prints rows in columns.
pub fn print_table(rows: &[Row], language: Language) -> std::io::Result<()> {
    output::print(|out| table::write(out, rows, output::terminal_width(), language))
}
