//! `pressroom config`: the file of settings begun, found and checked, with the keys and themes beside
//! it.

use std::fmt::Write;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::ValueEnum;
use serde::Serialize;

use super::output::{self, Colour};
use super::report::{self, Record};
use super::speech::Speech;
use super::{NO, env, json, shown};
use crate::clean_format;
use crate::config::{self, Config, Fault, template, themes};
use crate::disk::{self, Overwrite, SaveError};
use crate::release::{Diagnostic, Severity};

/// Begin, find or check your settings
///
/// Settings lie in config.ron, your own keys in keys.ron and your own themes in themes/NAME.ron, all
/// in one folder: `$XDG_CONFIG_HOME/pressroom`, or else `~/.config/pressroom`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  pressroom config --init
  $EDITOR \"$(pressroom config --path)\"
  pressroom config --check
  pressroom config --check --format json | jq '.problems'

Exit codes: 0 done and nothing wrong, 1 something is wrong in your files, 2 it could not be done.")]
#[command(group = clap::ArgGroup::new("what").required(true))]
pub struct Args {
    /// Write a file of settings in which everything is explained and nothing changed
    #[arg(long, group = "what")]
    init: bool,
    /// Print where the file of settings is, or would be
    #[arg(long, group = "what")]
    path: bool,
    /// Tell what is wrong in your settings, keys and themes
    #[arg(long, group = "what")]
    check: bool,
    /// What --check prints
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", requires = "check")]
    format: Format,
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

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let config = Config::of(env);
    let path = config.directories.settings().context(
        "nothing says where settings would be: neither HOME nor XDG_CONFIG_HOME names a folder",
    )?;
    if args.check {
        return check(&config, args);
    }
    if args.init {
        init(&path)?;
    }
    // A path goes to programs, so it is printed as it is unless a terminal would act on it.
    output::print(|out| writeln!(out, "{}", shown(&path)))?;
    Ok(ExitCode::SUCCESS)
}

fn init(path: &Path) -> anyhow::Result<()> {
    let made = path.parent().map_or(Ok(()), disk::make_folder);
    let saved = made.and_then(|()| disk::save(path, template::file().as_bytes(), Overwrite::Never));
    saved
        .map_err(|error| match error {
            SaveError::Taken => {
                clean_format!("{} is there already; it stays as it is", shown(path))
            }
            error => clean_format!("{}: {error}", shown(path)),
        })
        .map_err(|words| anyhow::anyhow!("{words}"))
}

/// Everything that is wrong in a person's files.
fn faults(config: &Config) -> Vec<(Fault, &'static str)> {
    let of = |code: &'static str| move |fault| (fault, code);
    let settings = config.faults.iter().cloned().map(of("setting"));
    let named = [
        ("theme", &config.settings.theme),
        ("theme_dark", &config.settings.theme_dark),
        ("theme_light", &config.settings.theme_light),
    ];
    let named = named.into_iter().filter_map(|(setting, name)| {
        let reason = themes::exists(&config.directories, name).err()?;
        let path = config.directories.settings().unwrap_or_default();
        let place = value_of(&path, setting);
        Some(Fault { place, ..Fault::of_file(&path, format!("{setting}: {reason}")) })
    });
    let keys = config.keymap().1.into_iter().map(of("key"));
    let own = themes::own(&config.directories);
    let own = own.iter().flat_map(|name| themes::faults(&config.directories, name));
    let all = settings.chain(named.map(of("setting"))).chain(keys);
    all.chain(own.map(of("theme"))).collect()
}

/// Line and column of what a file of settings says for one of them on a line of its own.
fn value_of(path: &Path, setting: &str) -> Option<(usize, usize)> {
    let source = config::text(path).ok().flatten()?;
    source.lines().enumerate().find_map(|(index, line)| {
        let value = line.trim_start().strip_prefix(setting)?.trim_start().strip_prefix(':')?;
        let column = line.chars().count() - value.trim_start().chars().count();
        Some((index + 1, column + 1))
    })
}

/// What was found, for programs.
#[derive(Serialize)]
struct Found<'a> {
    file: String,
    #[serde(flatten)]
    problem: Record<'a>,
}

#[derive(Serialize)]
struct Report<'a> {
    problems: Vec<Found<'a>>,
}

fn check(config: &Config, args: &Args) -> anyhow::Result<ExitCode> {
    let found: Vec<(PathBuf, String, Diagnostic)> =
        faults(config).into_iter().map(|(fault, code)| placed(fault, code)).collect();
    match args.format {
        Format::Human => {
            let look = (Colour::of(&io::stdout()), args.speech.language());
            output::print(|out| {
                found.iter().try_for_each(|(path, source, diagnostic)| {
                    let one = std::slice::from_ref(diagnostic);
                    report::write(out, &shown(path), source, one, look)
                })
            })?;
            output::say(&match found.len() {
                0 => clean_format!("nothing wrong in your settings, keys and themes"),
                1 => clean_format!("1 error"),
                count => clean_format!("{count} errors"),
            });
        }
        Format::Json => {
            let problems = found.iter().map(|(path, _, diagnostic)| Found {
                file: path.to_string_lossy().into_owned(),
                problem: diagnostic.into(),
            });
            let report = Report { problems: problems.collect() };
            output::print(|out| out.write_str(&json::pretty(&report)))?;
        }
    }
    Ok(if found.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(NO) })
}

/// A fault as `check` would tell it of a release, with the file it is in.
fn placed(fault: Fault, code: &'static str) -> (PathBuf, String, Diagnostic) {
    let source = config::text(&fault.path).ok().flatten().unwrap_or_default();
    let (line, column) = fault.place.unwrap_or((1, 1));
    let span = if fault.place.is_some() { word_at(&source, line, column) } else { 0..0 };
    let width = source[span.clone()].chars().count();
    let help = fault.suggestion.map(|meant| clean_format!("did you mean `{meant}`?"));
    let diagnostic = Diagnostic {
        severity: Severity::Error,
        code,
        span,
        line,
        column,
        end_line: line,
        end_column: column + width,
        message: clean_format!("{}", fault.message),
        help,
    };
    (fault.path, source, diagnostic)
}

/// The bytes of the word, number or string at a place.
fn word_at(source: &str, line: usize, column: usize) -> Range<usize> {
    let lines = source.split_inclusive('\n').take(line - 1);
    let start = lines.map(str::len).sum::<usize>();
    let rest = source.get(start..).unwrap_or_default();
    let rest = rest.split(['\r', '\n']).next().unwrap_or_default();
    let column = rest.char_indices().nth(column - 1).map_or(rest.len(), |(at, _)| at);
    let word = &rest[column..];
    let is_inside = |c: char| c.is_alphanumeric() || "_-#.".contains(c);
    let length = match word.strip_prefix('"') {
        Some(quoted) => quoted.find('"').map_or(word.len(), |end| end + 2),
        None => word.find(|c| !is_inside(c)).unwrap_or(word.len()),
    };
    start + column..start + column + length
}
