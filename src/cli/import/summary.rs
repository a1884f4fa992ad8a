//! What is said of a draft: how much was found, what is unsure, by which rules.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::clean_format;
use crate::import::Draft;
use crate::phrase::{Language, Phrase, command, taking, told};
use crate::release::{FactId, FactKind, Release};
use crate::text::Clean;

/// How many facts are named for one doubt.
const MOST_NAMED: usize = 5;

/// A line of numbers, and a line for each kind of doubt.
pub fn of(page: &Clean<'_>, draft: &Draft, language: Language) -> Clean<'static> {
    let release = &draft.release;
    let counts = [
        taking::blocks(release.body.len()),
        command::participants(release.participants.len()),
        command::dates(release.dates.len()),
        command::figures(release.figures.len()),
    ];
    let mut text = format!("{page}: {}", Phrase::joined(&counts, ", ").shown(language));
    let mut kinds: BTreeMap<&str, Vec<Option<FactId>>> = BTreeMap::new();
    for doubt in &draft.doubts {
        kinds.entry(&doubt.sentence).or_default().push(doubt.fact);
    }
    for (sentence, facts) in kinds {
        let named: Vec<_> =
            facts.iter().flatten().take(MOST_NAMED).map(|fact| name(release, *fact)).collect();
        let more = facts.iter().flatten().count().saturating_sub(MOST_NAMED);
        let sentence = Clean::from_string(sentence.to_owned());
        let _ = write!(text, "\n  ? {}", told(&sentence, language));
        if !named.is_empty() {
            let named = Phrase::from(named.join(", "));
            let named = if more > 0 { command::and_more(named, more) } else { named };
            let _ = write!(text, ": {}", named.shown(language));
        }
    }
    clean_format!("{text}")
}

/// A line for each fact with its rule.
pub fn rules(draft: &Draft, language: Language) -> Clean<'static> {
    let kind = |fact: FactId| match fact.kind() {
        FactKind::Participant => "participant",
        FactKind::Date => "date",
        FactKind::Figure => "figure",
    };
    let line = |finding: &crate::import::Finding| {
        let at: Vec<&str> = draft
            .release
            .mentions(finding.fact)
            .iter()
            .take(3)
            .map(|mention| mention.at.as_str())
            .collect();
        format!(
            "  {} {} ({}): {}",
            told(&Clean::literal(kind(finding.fact)), language),
            name(&draft.release, finding.fact),
            at.join(", "),
            finding.rule
        )
    };
    let lines: Vec<String> = draft.findings.iter().map(line).collect();
    clean_format!("{}", lines.join("\n"))
}

/// What a fact is called.
fn name(release: &Release, fact: FactId) -> String {
    let raw = match fact.kind() {
        FactKind::Participant => release.participants.get(fact.index()).map(|person| &person.name),
        FactKind::Date => release.dates.get(fact.index()).map(|date| &date.date),
        FactKind::Figure => release.figures.get(fact.index()).map(|figure| &figure.text),
    };
    raw.map(|raw| raw.clean_line().into_string()).unwrap_or_default()
}
