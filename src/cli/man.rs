//! `pressroom man`: the manual page, from the tables that arguments, keys and settings come from.

mod roff;

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::builder::StyledStr;
use clap::{Arg, Command};

use super::output;
use crate::keys::{Keymap, hints};
use crate::phrase::Language;
use roff::Roff;

/// Print the manual page
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  pressroom man | man -l -
  pressroom man > ~/.local/share/man/man1/pressroom.1")]
pub struct Args {}

const FILES: [(&str, &str); 4] = [
    (
        "$XDG_CONFIG_HOME/pressroom/config.ron",
        "Settings. pressroom config --init writes one in which everything is explained. Without \
         XDG_CONFIG_HOME, ~/.config stands for it; on Windows, %APPDATA%.",
    ),
    ("$XDG_CONFIG_HOME/pressroom/keys.ron", "Keys of your own. See pressroom keys."),
    (
        "$XDG_CONFIG_HOME/pressroom/themes/NAME.ron",
        "Themes of your own, each called like its file.",
    ),
    (
        "$XDG_STATE_HOME/pressroom",
        "What is remembered from one time to the next. Without XDG_STATE_HOME, ~/.local/state stands \
         for it; on Windows, %LOCALAPPDATA%.",
    ),
];

const ENVIRONMENT: [(&str, &str); 7] = [
    ("ACCESSIBLE", "If set and not 0, plain lines are printed, as with --plain."),
    (
        "NO_COLOR",
        "If set, no colours are used; everything is told by signs and attributes as well.",
    ),
    ("VISUAL, EDITOR", "The editor, the first of them that is set."),
    (
        "LC_ALL, LC_MESSAGES, LANG",
        "The language of the interface and the encoding of the terminal.",
    ),
    ("TERM, COLORTERM, WT_SESSION", "How many colours the terminal has."),
    ("COLORFGBG", "Whether its page is dark or light, until it answers itself."),
    ("XDG_CONFIG_HOME, XDG_STATE_HOME", "See FILES."),
];

const STATUS: [(&str, &str); 3] = [
    ("0", "Yes; done."),
    ("1", "No; or problems were found."),
    ("2", "The call makes no sense, or something could not be done."),
];

pub fn run(_: &Args, command: Command) -> anyhow::Result<ExitCode> {
    let page = page(command);
    output::print(|out| out.write_str(&page))?;
    Ok(ExitCode::SUCCESS)
}

fn page(mut command: Command) -> String {
    command.build();
    let version = command.get_version().unwrap_or_default().to_owned();
    let mut roff = Roff::new(&format!("pressroom {version}"));
    let about = command.get_about().map(sentence).unwrap_or_default();
    roff.section("NAME");
    roff.plain("pressroom - read press releases in a terminal");
    roff.section("SYNOPSIS");
    synopsis(&mut roff, &command);
    roff.section("DESCRIPTION");
    roff.plain(&about);
    roff.plain("Press ? in the reader for its keys, which stand below under KEYS.");
    roff.section("OPTIONS");
    options(&mut roff, &command);
    roff.section("COMMANDS");
    for sub in command.get_subcommands() {
        subcommand(&mut roff, sub);
    }
    keys(&mut roff);
    pairs(&mut roff, "FILES", &FILES);
    pairs(&mut roff, "ENVIRONMENT", &ENVIRONMENT);
    pairs(&mut roff, "EXIT STATUS", &STATUS);
    roff.section("EXAMPLES");
    roff.verbatim(&examples(&command));
    roff.finish()
}

fn synopsis(roff: &mut Roff, command: &Command) {
    roff.verbatim_bold("pressroom [OPTIONS] [PATH]...");
    roff.verbatim_bold("pressroom [OPTIONS] --resume");
    for sub in command.get_subcommands() {
        roff.verbatim_bold(&usage(sub));
    }
}

/// How a command is called, without the word before it.
fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    usage.trim_start_matches("Usage:").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn subcommand(roff: &mut Roff, command: &Command) {
    roff.subsection(command.get_name());
    let about = command.get_long_about().or_else(|| command.get_about());
    let about = about.map(sentence).unwrap_or_default();
    for paragraph in about.split("\n\n") {
        roff.plain(paragraph);
    }
    options(roff, command);
    let examples = examples(command);
    if !examples.is_empty() {
        roff.plain("Examples:");
        roff.verbatim(&format!("  {}", examples.replace('\n', "\n  ")));
    }
    for line in remarks(command) {
        roff.plain(&line);
    }
}

/// What a command is for, in whole sentences: the first line of a help has no full stop.
fn sentence(about: &StyledStr) -> String {
    let about = about.to_string();
    match about.split_once("\n\n") {
        Some((first, rest)) => format!("{first}.\n\n{rest}"),
        None => format!("{}.", about.trim_end_matches('.')),
    }
}

fn options(roff: &mut Roff, command: &Command) {
    for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
        roff.item(&spelling(arg), &explained(arg));
    }
}

/// `-h, --help`, `--theme NAME` or `PATH`.
fn spelling(arg: &Arg) -> String {
    let names = arg.get_value_names().unwrap_or_default();
    let values: Vec<&str> = names.iter().map(clap::builder::Str::as_str).collect();
    let values = if arg.get_action().takes_values() { values.join(" ") } else { String::new() };
    let mut parts = Vec::new();
    parts.extend(arg.get_short().map(|short| format!("-{short}")));
    parts.extend(arg.get_long().map(|long| format!("--{long}")));
    match (parts.is_empty(), values.is_empty()) {
        (true, _) => values,
        (false, true) => parts.join(", "),
        (false, false) => format!("{} {values}", parts.join(", ")),
    }
}

/// What an argument is for, its values and its default.
fn explained(arg: &Arg) -> String {
    // The parser's own words for it speak of a longer help, and the page is the longest.
    if arg.get_id() == "help" {
        return "Print help".to_owned();
    }
    let mut words = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let hidden = arg.is_hide_possible_values_set() || !arg.get_action().takes_values();
    let values: Vec<String> = arg
        .get_possible_values()
        .iter()
        .filter(|value| !hidden && !value.is_hide_set())
        .map(|value| value.get_name().to_owned())
        .collect();
    if !values.is_empty() {
        let _ = write!(words, " ({})", values.join(", "));
    }
    let takes_values = arg.get_action().takes_values();
    if let [default] = arg.get_default_values()
        && takes_values
    {
        let _ = write!(words, " [default: {}]", default.to_string_lossy());
    }
    words
}

/// The examples at the end of a command's help.
fn examples(command: &Command) -> String {
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let lines = after.lines().skip_while(|line| *line != "Examples:").skip(1);
    let examples: Vec<&str> = lines.map_while(|line| line.strip_prefix("  ")).collect();
    examples.join("\n")
}

/// What stands in a command's help beside the examples.
fn remarks(command: &Command) -> Vec<String> {
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let is_remark =
        |line: &&str| !line.is_empty() && !line.starts_with(' ') && *line != "Examples:";
    after.lines().filter(is_remark).map(String::from).collect()
}

fn keys(roff: &mut Roff) {
    roff.section("KEYS");
    roff.plain(
        "These are the keys as they come; pressroom keys prints those that count for you. A number \
         before a key repeats it; a number and a full stop begin an address.",
    );
    for topic in hints::places(&Keymap::builtin()).iter().filter(|topic| !topic.rows.is_empty()) {
        roff.subsection(topic.title.shown(Language::English));
        for row in &topic.rows {
            roff.item(&row.keys, row.sentence.shown(Language::English));
        }
    }
}

fn pairs(roff: &mut Roff, title: &str, pairs: &[(&str, &str)]) {
    roff.section(title);
    for (name, words) in pairs {
        roff.item(name, words);
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::Invocation;

    #[test]
    fn every_command_option_and_key_is_in_the_page() {
        let page = page(Invocation::command()).replace("\\-", "-").replace("\\(rs", "\\");
        for sub in Invocation::command().get_subcommands() {
            assert!(page.contains(&format!(".SS {}\n", sub.get_name())), "{}", sub.get_name());
            for long in sub.get_arguments().filter_map(Arg::get_long) {
                assert!(page.contains(&format!("--{long}")), "{long}");
            }
        }
        for topic in hints::places(&Keymap::builtin()) {
            for row in topic.rows {
                let sentence = row.sentence.shown(Language::English);
                assert!(page.contains(sentence.as_str()), "{sentence}");
            }
        }
    }
}
