//! What a release says of itself: dates, languages, source, series, versions, topics.

use std::collections::HashSet;

use std::path::{Component, Path};

use super::lexicon::{self, Verdict};
use super::{Checker, is_blank, quoted};
use crate::release::place::{ReleaseField, VersionField};
use crate::release::{Code, Edtf, Locus};
use crate::text::Raw;

pub fn check(checker: &mut Checker<'_>) {
    let release = checker.release;
    blanks(checker);
    if let Some(published) = &release.published {
        date(checker, Locus::Release(ReleaseField::Published), published);
    }
    if let Some(tag) = &release.language {
        language(checker, Locus::Release(ReleaseField::Language), tag);
    }
    if let Some(address) = &release.source {
        source(checker, address);
    }
    if let Some(series) = &release.series {
        if is_blank(&series.name) {
            let locus = Locus::Release(ReleaseField::Series);
            checker.add(Code::EmptyName, locus, "the series has no name");
        }
        if series.edition == Some(0) {
            let locus = Locus::Release(ReleaseField::Edition);
            checker
                .add(Code::EditionZero, locus, "there is no edition 0")
                .help("editions are counted from 1");
        }
    }
    versions(checker);
}

/// A date that is given must be one.
pub fn date(checker: &mut Checker<'_>, locus: Locus, text: &Raw) {
    let Err(error) = Edtf::parse(text.as_str()) else { return };
    let message = if is_blank(text) {
        error.message.into_string()
    } else {
        format!("{} is no date: {}", quoted(text.as_str()), error.message)
    };
    let problem = checker.add(Code::InvalidDate, locus, message);
    if let Some(help) = error.help {
        problem.help(help.into_string());
    }
}

fn language(checker: &mut Checker<'_>, locus: Locus, tag: &Raw) {
    let help = match lexicon::language(tag.as_str()) {
        Verdict::Good => return,
        Verdict::Meant(tag) => format!("did you mean `{tag}`?"),
        Verdict::Unknown => "tags look like `ko`, `en` or `pt-BR`".to_owned(),
    };
    if is_blank(tag) {
        checker.add(Code::OddLanguage, locus, "the language is empty").help(help);
        return;
    }
    let message = format!("{} is not a language tag", quoted(tag.as_str()));
    checker.add(Code::OddLanguage, locus, message).help(help);
}

fn source(checker: &mut Checker<'_>, address: &Raw) {
    let text = address.as_str();
    let after = |scheme: &str| {
        let begins = text.get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme));
        begins.then(|| &text[scheme.len()..])
    };
    let rest = after("https://").or_else(|| after("http://"));
    let has_host = |rest: &str| rest.starts_with(|c: char| c.is_alphanumeric() || c == '[');
    if rest.is_some_and(has_host) && !text.contains(char::is_whitespace) {
        return;
    }
    let message = format!("{} is not the address of a web page", quoted(text));
    let problem = checker.add(Code::OddSource, Locus::Release(ReleaseField::Source), message);
    let trimmed = text.trim();
    let looks_bare = trimmed.contains('.') && !trimmed.contains("://") && has_host(trimmed);
    if looks_bare && !trimmed.contains(char::is_whitespace) {
        problem.help(format!("did you mean {}?", quoted(&format!("https://{trimmed}"))));
    } else {
        problem.help("addresses begin with `https://`");
    }
}

fn versions(checker: &mut Checker<'_>) {
    let release = checker.release;
    let mut seen: HashSet<String> = HashSet::new();
    seen.extend(release.language.as_ref().map(|own| own.as_str().to_lowercase()));
    for (i, version) in release.versions.iter().enumerate() {
        let locus = |field| Locus::Version(i, field);
        language(checker, locus(VersionField::Language), &version.language);
        let tag = version.language.as_str().to_lowercase();
        if !tag.is_empty() && seen.contains(&tag) {
            let own = release.language.as_ref().map(|own| own.as_str().to_lowercase());
            let message = if own == Some(tag) {
                "a version has the release's own language".to_owned()
            } else {
                format!("{} is listed already", quoted(version.language.as_str()))
            };
            checker.add(Code::OwnLanguage, locus(VersionField::Language), message);
        } else {
            seen.insert(tag);
        }
        file(checker, locus(VersionField::File), &version.file);
    }
}

/// Only plain paths below the release's own folder, as every system reads them.
fn file(checker: &mut Checker<'_>, locus: Locus, file: &Raw) {
    if is_blank(file) {
        checker.add(Code::EmptyName, locus, "the version names no file");
        return;
    }
    if !super::is_inside(file.as_str()) {
        let message = format!("{} lies outside the release's own folder", quoted(file.as_str()));
        checker.add(Code::OutsideFolder, locus, message).help("no file outside it is ever opened");
    }
}

/// Whether a path stays below the folder it starts from, on Unix and on Windows.
pub fn is_inside(path: &str) -> bool {
    let plain = path.replace('\\', "/");
    let has_drive = plain.as_bytes().get(1) == Some(&b':');
    let is_below = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    !has_drive && !plain.contains('\0') && Path::new(&plain).components().all(is_below)
}

/// Fields that may be left out, and are given without a word in them.
fn blanks(checker: &mut Checker<'_>) {
    let release = checker.release;
    for (field, name, text) in [
        (ReleaseField::Issuer, "issuer", &release.issuer),
        (ReleaseField::Source, "source", &release.source),
    ] {
        if text.as_ref().is_some_and(is_blank) {
            let message = format!("the {name} is empty");
            checker
                .add(Code::EmptyText, Locus::Release(field), message)
                .help("leave the field out");
        }
    }
    for (i, topic) in release.topics.iter().enumerate() {
        if is_blank(topic) {
            checker.add(Code::EmptyText, Locus::Topic(i), "a topic is empty").help("take it out");
        }
    }
}
