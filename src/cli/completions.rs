//! `pressroom completions`: what a shell needs to complete commands, options, their values and files.

use std::fmt::Write;
use std::process::ExitCode;

use clap::ValueEnum;
use clap::builder::PossibleValuesParser;
use clap_complete::Shell as Known;

use super::output;
use crate::config::themes;

/// Print completions for a shell
///
/// They complete commands, options and their values, and file names where a file is wanted.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  pressroom completions bash > ~/.local/share/bash-completion/completions/pressroom
  pressroom completions zsh > \"${fpath[1]}/_pressroom\"
  pressroom completions fish > ~/.config/fish/completions/pressroom.fish
  pressroom completions powershell >> $PROFILE")]
pub struct Args {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

/// A shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shell {
    /// Bash
    Bash,
    /// Z shell
    Zsh,
    /// Fish
    Fish,
    /// `PowerShell`
    #[value(name = "powershell")]
    Power,
}

/// The sets of keys, as arguments name them.
const KEY_SETS: [&str; 4] = ["vim", "less", "helix", "arrows"];

pub fn run(args: &Args, mut command: clap::Command) -> anyhow::Result<ExitCode> {
    let shell = match args.shell {
        Shell::Bash => Known::Bash,
        Shell::Zsh => Known::Zsh,
        Shell::Fish => Known::Fish,
        Shell::Power => Known::PowerShell,
    };
    let names = std::iter::once(themes::AUTO).chain(themes::builtin().map(|(name, _)| name));
    // Any name is taken, since a person may have files of their own; these can be told beforehand.
    command = command
        .mut_arg("theme", |arg| arg.value_parser(PossibleValuesParser::new(names)))
        .mut_arg("named", |arg| arg.value_parser(PossibleValuesParser::new(KEY_SETS)));
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "pressroom", &mut script);
    let script = String::from_utf8_lossy(&script);
    output::print(|out| out.write_str(&script))?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Preset;

    #[test]
    fn every_set_of_keys_is_offered() {
        assert_eq!(Preset::ALL.len(), KEY_SETS.len());
        assert!(KEY_SETS.iter().all(|name| Preset::named(name).is_some()));
    }
}
