//! `pressroom show`: a release, or a part of it, on standard output.

use std::fmt::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::ValueEnum;

use super::speech::Speech;
use super::target::{Target, target};
use super::{FAILED, output, report, shown};
use crate::clean_format;
use crate::export::{self, Facts, Part};
use crate::release::near::neighbour;
use crate::release::{Address, Addresses, BlockId, Release, json, write};
use crate::text::Raw;

/// Print a release, or the part of it at an address
///
/// Text keeps the printed numbers and marks, Markdown all but plain bullets; HTML is one page that needs nothing else,
/// where #2.1 leads to a block; RON and JSON are the release file itself.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  pressroom show release.ron | less
  pressroom show release.ron --facts --width 72
  pressroom show release.ron --at 2.1           one block with everything inside it
  pressroom show release.ron#2.1                the same
  pressroom show release.ron --format html --facts > release.html
  pressroom show - --format json < release.ron | jq .title

A file that is no release is told on standard error, with exit code 2.")]
pub struct Args {
    /// The release: a file, FILE#2.1 for a part of it, or - for standard input
    file: PathBuf,
    /// What to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// The part to print: an address such as 2.1, h1 or title
    #[arg(long, value_name = "ADDRESS")]
    at: Option<String>,
    /// Let participants, dates and figures follow; JSON and RON always have them
    #[arg(long)]
    facts: bool,
    /// The longest line of text, 0 for no limit [default: 80, or the terminal if it is narrower]
    #[arg(long, value_name = "COLUMNS")]
    width: Option<u16>,
    #[command(flatten)]
    speech: Speech,
}

/// A way to print a release.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Plain lines
    #[default]
    Text,
    /// Markdown with the tables of GitHub
    Markdown,
    /// One web page
    Html,
    /// The release for programs
    Json,
    /// A release file
    Ron,
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut target = target(&args.file);
    if args.at.is_some() {
        target.at.clone_from(&args.at);
    }
    let Some(opened) = open(&target)? else { return Ok(ExitCode::from(FAILED)) };
    output::print(|out| opened.write(out, args))?;
    Ok(ExitCode::SUCCESS)
}

/// A release, and which part of it is asked for.
pub struct Opened {
    release: Release,
    addresses: Addresses,
    at: Option<BlockId>,
}

/// The release that a target names; `None` when its fault was told instead.
///
/// # Errors
/// When the file cannot be read, or has no block at the address.
pub fn open(target: &Target) -> anyhow::Result<Option<Opened>> {
    let path = &target.path;
    let document = target.open().map_err(|error| unreadable(path, &error))?;
    let release = match document.release {
        Ok(release) => release,
        Err(fault) => {
            report::say(&shown(path), &document.source, fault);
            return Ok(None);
        }
    };
    let addresses = Addresses::of(&release.body);
    let at = target.at.as_deref().map(|at| find(path, &release, &addresses, at)).transpose()?;
    Ok(Some(Opened { release, addresses, at }))
}

/// A file's name with why it was not read.
pub fn unreadable(path: &Path, error: &crate::disk::ReadError) -> anyhow::Error {
    anyhow::anyhow!("{}", clean_format!("{}: {error}", shown(path)))
}

/// How many addresses are named when none is near the one asked for.
const KNOWN: usize = 12;

/// The block at an address as a person types it.
fn find(
    path: &Path,
    release: &Release,
    addresses: &Addresses,
    typed: &str,
) -> anyhow::Result<BlockId> {
    addresses.find(typed).with_context(|| {
        let (name, at) = (shown(path), Raw::from(typed));
        let near = neighbour(&release.body, addresses, typed.trim()).unwrap_or_else(|| {
            let known = addresses.all().iter().take(KNOWN).map(Address::as_str);
            let more = if addresses.all().len() > KNOWN { ", …" } else { "" };
            format!("there are {}{more}", known.collect::<Vec<_>>().join(", "))
        });
        clean_format!("{name}: no block `{}`; {near}", at.clean_line())
    })
}

impl Opened {
    /// What is to be printed.
    pub fn part(&self) -> Part<'_> {
        match self.at {
            Some(block) => Part::at(&self.release, &self.addresses, block),
            None => Part::whole(&self.release, &self.addresses),
        }
    }

    fn write(&self, out: &mut impl Write, args: &Args) -> fmt::Result {
        let facts = if args.facts { Facts::Shown } else { Facts::Hidden };
        let (part, language) = (self.part(), args.speech.language());
        match args.format {
            Format::Text => {
                let options = text_options(args.width, facts);
                let options = export::text::Options { language, ..options };
                export::text::write(out, &part, options)
            }
            Format::Markdown => export::markdown::write(out, &part, facts, language),
            Format::Html => export::html::write(out, &part, facts, language),
            Format::Json => {
                self.with_excerpt(|release| writeln!(out, "{}", json::to_json(release)))
            }
            Format::Ron => self.with_excerpt(|release| out.write_str(&write::write(release))),
        }
    }

    fn with_excerpt(&self, write: impl FnOnce(&Release) -> fmt::Result) -> fmt::Result {
        match self.at {
            Some(block) => write(&export::excerpt(&self.release, &self.addresses, block)),
            None => write(&self.release),
        }
    }
}

/// Text as wide as was asked for: 80 columns unless told, less on a narrower terminal.
pub fn text_options(width: Option<u16>, facts: Facts) -> export::text::Options {
    const USUAL: u16 = 80;
    let usual = || output::terminal_width().map_or(USUAL, |terminal| terminal.min(USUAL));
    let width = Some(width.unwrap_or_else(usual)).filter(|width| *width > 0);
    export::text::Options { width, facts, ..Default::default() }
}
