//! `--help` in Korean: the declared arguments with every text of theirs said as the table of phrases
//! has it, and with the words that the parser would add itself.

use std::fmt::Write as _;

use clap::builder::{PossibleValue, StyledStr};
use clap::{Arg, Command};

use crate::phrase::{Language, Phrase, help};
use crate::text::width::cells;

/// Says a text of the help.
type Say<'a> = &'a mut dyn FnMut(&str) -> &'static str;

/// The arguments, explained in Korean.
pub fn in_korean(mut command: Command) -> Command {
    // Before that, there is no `--help` to be explained.
    command.build();
    // A test knows that nothing is missing.
    said(command, &mut |english| help::korean(english).unwrap_or_default())
}

fn said(command: Command, say: Say<'_>) -> Command {
    let texts = [command.get_about(), command.get_long_about(), command.get_after_help()];
    let [about, long, after] = texts.map(|text| text.map(ToString::to_string));
    let mut command = command
        .mut_args(|arg| argument(arg, say))
        .mut_subcommands(|sub| said(sub, say))
        .subcommand_help_heading(say("Commands"))
        .subcommand_value_name(say("COMMAND"));
    if let Some(about) = about {
        command = command.about(say(&about));
    }
    if let Some(long) = long {
        let paragraphs: Vec<&str> = long.split("\n\n").map(&mut *say).collect();
        command = command.long_about(paragraphs.join("\n\n"));
    }
    if let Some(after) = after {
        let lines: Vec<String> = after.lines().map(|line| after_line(line, say)).collect();
        command = command.after_help(lines.join("\n"));
    }
    let usage = usage(&mut command, say);
    let style = *command.get_styles().get_usage();
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{style}{}{style:#} {{usage}}\n\n{{all-args}}{{after-help}}",
        say("Usage:")
    );
    command.override_usage(usage).help_template(template)
}

/// A line below the options: a sentence, or an example with a remark behind it.
fn after_line(line: &str, say: Say<'_>) -> String {
    let Some(example) = line.strip_prefix("  ") else {
        return if line.is_empty() { String::new() } else { say(line).to_owned() };
    };
    match example.split_once("  ") {
        Some((call, rest)) => {
            let remark = rest.trim_start();
            let gap = " ".repeat(rest.len() - remark.len());
            format!("  {call}  {gap}{}", say(remark))
        }
        None => line.to_owned(),
    }
}

/// How a command is called, with the parser's own words in Korean.
fn usage(command: &mut Command, say: Say<'_>) -> StyledStr {
    let english = command.render_usage().ansi().to_string();
    let calls = english.split_once("Usage:").map_or(&*english, |(_, calls)| calls);
    let calls = calls.split_once(' ').map_or(calls, |(_, calls)| calls);
    let lines: Vec<&str> = calls.lines().map(str::trim_start).collect();
    let indent = " ".repeat(cells(say("Usage:")) + 1);
    let calls = lines.join(&format!("\n{indent}")).replace("[OPTIONS]", say("[OPTIONS]"));
    // The call of the reader is written out with the names of its arguments.
    let calls = calls.replace("[PATH]", &format!("[{}]", say("PATH")));
    calls.replace("<COMMAND>", &format!("<{}>", say("COMMAND"))).into()
}

/// An argument with its heading, its values and its default.
fn argument(arg: Arg, say: Say<'_>) -> Arg {
    let arg = arg.hide_possible_values(true).hide_default_value(true);
    let heading = say(if arg.is_positional() { "Arguments" } else { "Options" });
    let short = arg.get_help().map(|text| say(&text.to_string())).unwrap_or_default();
    let long = arg.get_long_help().map(|text| say(&text.to_string()));
    let arg = arg.help_heading(heading);
    if !arg.get_action().takes_values() {
        return arg.help(short).long_help(long);
    }
    let names = arg.get_value_names().into_iter().flatten().map(|name| say(name));
    let names: Vec<&'static str> = names.collect();
    let default = match arg.get_default_values() {
        [value] => Some(ours(&help::default(value.to_string_lossy()))),
        _ => None,
    };
    let parted = |parts: Vec<Option<String>>, between: &str| {
        parts.into_iter().flatten().collect::<Vec<_>>().join(between)
    };
    let (list, line) = values(&arg, say);
    let has_long = long.is_some() || list.is_some();
    let long = long.unwrap_or(short).to_owned();
    let long = parted(vec![Some(long), list, default.clone()], "\n\n");
    let short = parted(vec![Some(short.to_owned()), default, line], " ");
    let arg = arg.help(short).value_names(names);
    if has_long { arg.long_help(long) } else { arg }
}

/// The values of an argument, each on a line with what it means; and their names in one line.
fn values(arg: &Arg, say: Say<'_>) -> (Option<String>, Option<String>) {
    let values = arg.get_possible_values();
    if values.is_empty() {
        return (None, None);
    }
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let widest = names.iter().map(|name| name.len()).max().unwrap_or(0);
    let mut list = say("Possible values:").to_owned();
    for value in &values {
        let name = value.get_name();
        let blank = " ".repeat(widest - name.len());
        let meaning = value.get_help().map(|text| say(&text.to_string())).unwrap_or_default();
        let _ = write!(list, "\n- {name}: {blank}{meaning}");
    }
    (Some(list), Some(ours(&help::values_in_line(names.join(", ")))))
}

fn ours(phrase: &Phrase) -> String {
    phrase.shown(Language::Korean).to_string()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::*;
    use crate::cli::Invocation;

    /// Every text that is looked up on the way through all commands.
    fn asked() -> BTreeSet<String> {
        let mut asked = BTreeSet::new();
        let mut command = Invocation::command();
        command.build();
        said(command, &mut |english| {
            asked.insert(english.to_owned());
            ""
        });
        asked
    }

    #[test]
    fn every_text_of_the_help_has_its_korean_and_no_korean_is_left_over() {
        let asked = asked();
        let known: BTreeSet<String> = help::TEXTS.iter().map(|(e, _)| (*e).to_owned()).collect();
        let missing: Vec<_> = asked.difference(&known).collect();
        let left_over: Vec<_> = known.difference(&asked).collect();
        assert!(missing.is_empty(), "belong into src/phrase/help.rs: {missing:#?}");
        assert!(left_over.is_empty(), "are said nowhere: {left_over:#?}");
        assert_eq!(known.len(), help::TEXTS.len(), "a text stands there twice");
    }

    fn rendered(command: &mut Command, into: &mut Vec<String>) {
        into.push(command.render_long_help().to_string());
        into.push(command.render_help().to_string());
        command.get_subcommands_mut().for_each(|sub| rendered(sub, into));
    }

    #[test]
    fn the_parser_adds_no_english_of_its_own() {
        let mut english = Vec::new();
        let mut command = Invocation::command();
        command.build();
        rendered(&mut command, &mut english);
        let mut korean = Vec::new();
        rendered(&mut in_korean(Invocation::command()), &mut korean);
        assert_eq!(english.len(), korean.len());
        for word in ["Usage:", "Commands:", "Arguments:", "Options:", "[OPTIONS]", "<COMMAND>"] {
            assert!(english.iter().any(|help| help.contains(word)), "{word} is no word of help");
            assert!(!korean.iter().any(|help| help.contains(word)), "{word}");
        }
        for word in ["ossible values:", "[default:", "Print "] {
            assert!(english.iter().any(|help| help.contains(word)), "{word} is no word of help");
            assert!(!korean.iter().any(|help| help.contains(word)), "{word}");
        }
    }

    #[test]
    fn arguments_explained_in_korean_are_the_same_arguments() {
        in_korean(Invocation::command()).debug_assert();
        let args = ["pressroom", "list", "--sort", "date", "-r", "a"];
        assert!(in_korean(Invocation::command()).try_get_matches_from(args).is_ok());
    }
}
