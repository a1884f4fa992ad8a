//! `pressroom keys`: the keys that count, a person's own file included; and the option that chooses
//! them.

use std::fmt::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use serde::Serialize;

use super::speech::Speech;
use super::{NO, env, json, output};
use crate::clean_format;
use crate::config::{Config, Fault};
use crate::keys::{Context, Keymap, Preset, chord, hints, written};
use crate::phrase::Language;
use crate::text::columns::GAP;
use crate::text::width::cells;
use crate::text::{Clean, Raw};

/// Print the keys of the reader
///
/// These are the keys that count: those of a preset, with the changes of your own file keys.ron,
/// which lies beside your settings. With --format ron the whole is printed as such a file.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  pressroom keys
  pressroom keys --keys less
  pressroom keys --format ron > ~/.config/pressroom/keys.ron
  pressroom keys --format json | jq -r '.[] | select(.action == \"Follow\") | .keys[]'

Exit codes: 0 done, 1 your own file has faults and is passed over, 2 it could not be done.")]
pub struct Args {
    /// What to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    #[command(flatten)]
    keys: Choice,
}

/// The keys of the reader and its language, for this run.
#[derive(Debug, Default, Clone, clap::Args)]
pub struct Choice {
    /// The keys: vim, less, helix, arrows, or a file of your own; may be given once for each
    #[arg(long = "keys", value_name = "PRESET|FILE")]
    named: Vec<PathBuf>,
    #[command(flatten)]
    speech: Speech,
}

impl Choice {
    /// The language of the interface.
    pub fn language(&self) -> Language {
        self.speech.language()
    }

    /// A person's settings, with these keys in place of theirs.
    pub fn config(&self) -> anyhow::Result<Config> {
        let mut config = Config::of(env);
        if let Some(language) = self.speech.asked() {
            config.settings.language = language;
        }
        for name in &self.named {
            let preset = name.to_str().and_then(Preset::named);
            match preset {
                Some(preset) => config.settings.keys = preset,
                None if name.exists() => config.named_keys = Some(name.clone()),
                None => {
                    let presets: Vec<String> =
                        Preset::ALL.iter().map(|set| set.name().to_lowercase()).collect();
                    let name = Raw::from(name.to_string_lossy().into_owned());
                    anyhow::bail!(
                        "{}",
                        clean_format!(
                            "--keys {}: there is no such file, and the presets are {}",
                            name.clean_line(),
                            presets.join(", ")
                        )
                    );
                }
            }
        }
        Ok(config)
    }
}

/// A way to print keys.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table for each place
    #[default]
    Text,
    /// An array with an object for each action of each place
    Json,
    /// A file to be changed and put in place of your own
    Ron,
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let config = args.keys.config()?;
    let language = config.settings.language.spoken(env);
    let (keymap, faults) = config.keymap();
    match args.format {
        Format::Text => output::print(|out| text(out, &keymap, language))?,
        Format::Json => {
            output::print(|out| out.write_str(&json::pretty(&records(&keymap))))?;
        }
        Format::Ron => output::print(|out| out.write_str(&written::ron(&keymap)))?,
    }
    faults.iter().for_each(tell);
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(NO) })
}

fn tell(fault: &Fault) {
    output::say(&clean_format!("pressroom: {}", fault.to_string()));
}

/// Keys and sentences in two columns, under the name of the place.
fn text(out: &mut impl fmt::Write, keymap: &Keymap, language: Language) -> fmt::Result {
    let topics = hints::places(keymap);
    let rows = topics.iter().flat_map(|topic| &topic.rows);
    let column = rows.map(|row| cells(&row.keys)).max().unwrap_or(0) + GAP;
    for (place, topic) in topics.iter().enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}", topic.title.shown(language))?;
        for row in &topic.rows {
            let blank = " ".repeat(column - cells(&row.keys));
            writeln!(
                out,
                "  {}{blank}{}",
                Clean::from_str(&row.keys),
                row.sentence.shown(language)
            )?;
        }
    }
    Ok(())
}

/// An action in a place.
#[derive(Serialize)]
struct Record {
    place: &'static str,
    action: &'static str,
    keys: Vec<String>,
    sentence: String,
}

fn records(keymap: &Keymap) -> Vec<Record> {
    let of = |context: Context| {
        keymap.actions(context).into_iter().map(move |action| Record {
            place: context.name(),
            action: action.name(),
            keys: keymap.chords(context, action).map(chord::spell).collect(),
            sentence: hints::sentence(context, action).shown(Language::English).to_string(),
        })
    };
    Context::ALL.into_iter().flat_map(of).collect()
}
