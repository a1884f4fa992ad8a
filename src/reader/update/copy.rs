//! Copying: blocks, quotations, addresses, links, facts. What is copied is put together here; how it
//! leaves the program is the [`Clipboard`]'s affair.
//!
//! [`Clipboard`]: crate::reader::clipboard::Clipboard

use crate::export::{Part, facts, passage, quote};
use crate::keys::Action;
use crate::library::Source;
use crate::phrase::{self, Phrase, notice, taking};
use crate::reader::clipboard::Copied;
use crate::reader::document::Document;
use crate::reader::effect::Effect;
use crate::reader::model::{Model, Screen};
use crate::reader::reading::panel::{About, Item};
use crate::reader::reading::{Focus, Reading};
use crate::release::{BlockId, FactId, FactKind, Found};
use crate::text::{Clean, Page, Raw, words};

/// Performs one of the actions that copy.
pub(super) fn perform(model: &mut Model, action: Action, count: Option<usize>) -> Vec<Effect> {
    if let Some(refusal) = model.clipboard.refusal() {
        model.complain(refusal);
        return Vec::new();
    }
    let copied = match &model.screen {
        Screen::Reading(reading) => in_release(model, reading, action, count),
        _ => in_list(model, action),
    };
    match copied {
        Ok(copied) => send(model, copied),
        Err(sentence) => {
            model.complain(sentence);
            Vec::new()
        }
    }
}

/// Says what is copied, and asks for it.
pub(super) fn send(model: &mut Model, copied: Copied) -> Vec<Effect> {
    if copied.text.as_str().len() > model.clipboard.most() {
        model.complain(taking::too_long(copied.what));
        return Vec::new();
    }
    let sent = model.clipboard.sent(copied.what.clone());
    model.say(sent.unwrap_or_else(|| taking::copying(copied.what.clone())));
    vec![Effect::Copy(copied)]
}

/// A command took what was copied or given to it, or did not.
pub(super) fn ended(model: &mut Model, outcome: Result<Phrase, Phrase>) {
    match outcome {
        Ok(sentence) => model.say(sentence),
        Err(sentence) => model.complain(sentence),
    }
}

type Outcome = Result<Copied, Phrase>;

fn in_release(model: &Model, reading: &Reading, action: Action, count: Option<usize>) -> Outcome {
    let most = model.clipboard.most();
    let block = reading.block();
    match (action, reading.focus) {
        (Action::CopyRelease, _) => whole(&reading.document, most),
        (_, Focus::Panel) => match reading.panel.item() {
            Some(Item::Fact(fact)) => of_fact(model, reading, fact, action),
            Some(Item::About(about)) => of_about(model, reading, about, action),
            _ => Err(taking::nothing_here()),
        },
        // The contents leave the place in the text as it is.
        (Action::CopyLink, _) => web_address(reading),
        (Action::CopyAddress, _) => address(model, &reading.document, block),
        (Action::CopyQuotation, _) => {
            let at = reading.span(block, count.unwrap_or(1));
            quoted(&reading.document, at, most, model.language)
        }
        (Action::CopyWithItems, _) => {
            blocks(&reading.document, (block, reading.last_inside(block)), most)
        }
        _ => blocks(&reading.document, reading.span(block, count.unwrap_or(1)), most),
    }
}

/// Blocks as they are printed.
pub(super) fn blocks(document: &Document, (first, last): quote::Pinpoint, most: usize) -> Outcome {
    let part = Part::span(&document.release, &document.addresses, (first, last));
    let what = name(document, (first, last));
    let text = passage::passage(&part, most).ok_or_else(|| taking::too_long(what.clone()))?;
    if text.is_empty() {
        return Err(taking::no_words_in(what));
    }
    let what = taking::counted(what, counted(document, (first, last)));
    Ok(Copied { text, what })
}

/// The words of blocks with their source.
fn quoted(
    document: &Document,
    at: quote::Pinpoint,
    most: usize,
    language: phrase::Language,
) -> Outcome {
    let mut text = String::new();
    for order in at.0.order()..=at.1.order() {
        let words = document.release.text_of(BlockId::at(order)).clean();
        if text.len() + words.len() > most {
            return Err(taking::too_long(name(document, at)));
        }
        if !text.is_empty() && !words.is_empty() {
            text.push('\n');
        }
        text.push_str(&words);
    }
    quotation(document, at, &Clean::from_string(text), language)
}

/// Some words with their source.
pub(super) fn quotation(
    document: &Document,
    at: quote::Pinpoint,
    words: &Clean<'_>,
    language: phrase::Language,
) -> Outcome {
    let what = name(document, at);
    if words.is_empty() {
        return Err(taking::no_words_in(what));
    }
    let source = (&document.release, &document.addresses, language);
    let quotation = quote::quotation(source, words, at);
    let what = taking::counted(what, taking::words(words::count(words)));
    let what = taking::with_source(what);
    Ok(Copied { text: Page::of(&quotation), what })
}

fn whole(document: &Document, most: usize) -> Outcome {
    let part = Part::whole(&document.release, &document.addresses);
    let text =
        passage::passage(&part, most).ok_or_else(|| taking::too_long(taking::the_release()))?;
    let words = counted(document, (BlockId::TITLE, document.last()));
    Ok(Copied { text, what: taking::counted(taking::the_release(), words) })
}

/// `2.1`, or `2.1–2.3`.
pub(super) fn name(document: &Document, (first, last): quote::Pinpoint) -> Clean<'static> {
    let (from, to) = (document.addresses.name(first), document.addresses.name(last));
    Clean::from_string(if first == last { from.to_string() } else { format!("{from}–{to}") })
}

fn counted(document: &Document, (first, last): quote::Pinpoint) -> Phrase {
    let words = |order| words::count(&document.release.text_of(BlockId::at(order)).clean());
    taking::words((first.order()..=last.order()).map(words).sum())
}

/// The name that opens the release at a block again.
fn address(model: &Model, document: &Document, block: BlockId) -> Outcome {
    let name = document.addresses.name(block);
    let text = opens_again(model, &document.source, Some(name.as_str()));
    let text = text.ok_or_else(taking::in_no_file)?;
    Ok(Copied { text: Page::of(&text), what: taking::the_address(name) })
}

/// What opens a release again, with the address of a block: a path from the root, or the command for
/// one that came with the program; in quotes where a shell would divide it.
fn opens_again(model: &Model, source: &Source, at: Option<&str>) -> Option<String> {
    match source {
        Source::File { path, .. } => Some(named(&model.here.join(path).to_string_lossy(), at)),
        Source::Text { .. } => source.command().map(|command| match at {
            Some(at) => format!("{command}#{at}"),
            None => command,
        }),
    }
}

/// A path with the address of a block, as one word for a shell.
fn named(path: &str, at: Option<&str>) -> String {
    let named = at.map_or_else(|| path.to_owned(), |at| format!("{path}#{at}"));
    let is_plain = |c: char| c.is_alphanumeric() || "/._-#+@:,".contains(c);
    if named.chars().all(is_plain) { named } else { format!("'{}'", named.replace('\'', r"'\''")) }
}

fn web_address(reading: &Reading) -> Outcome {
    match &reading.document.release.source {
        Some(source) => {
            Ok(Copied { text: Page::of(&source.clean_line()), what: taking::the_page() })
        }
        None => Err(taking::no_page()),
    }
}

fn of_fact(model: &Model, reading: &Reading, fact: FactId, action: Action) -> Outcome {
    let document = &reading.document;
    let found = reading.lit_place().filter(|found| found.fact == fact);
    let no_words = notice::no_words;
    match action {
        Action::CopyAddress => address(model, document, found.ok_or_else(no_words)?.block),
        Action::CopyLink => web_address(reading),
        Action::CopyQuotation => {
            let found = found.ok_or_else(no_words)?;
            let at = (found.block, found.block);
            quotation(document, at, &said(document, &found), model.language)
        }
        _ => {
            let (text, what) =
                printed(document, fact, found.as_ref(), model.language).ok_or_else(no_words)?;
            Ok(Copied { text: Page::of(&text), what })
        }
    }
}

/// The words of a mention.
fn said(document: &Document, found: &Found) -> Clean<'static> {
    let text = document.release.text_of(found.block).as_str();
    let range = found.range.start as usize..found.range.end as usize;
    Raw::from(text.get(range).unwrap_or_default()).clean_line().into_owned()
}

/// A fact as it is printed: the name, the words of the figure, those of the date where they are known.
fn printed(
    document: &Document,
    fact: FactId,
    found: Option<&Found>,
    language: phrase::Language,
) -> Option<(Clean<'static>, Phrase)> {
    let (release, index) = (&document.release, fact.index());
    let line = |raw: &Raw| raw.clean_line().into_owned();
    Some(match fact.kind() {
        FactKind::Participant => {
            let name = line(&release.participants.get(index)?.name);
            (name.clone(), taking::the_name(name))
        }
        FactKind::Figure => {
            let figure = line(&release.figures.get(index)?.text);
            (figure.clone(), taking::the_figure(figure))
        }
        FactKind::Date => {
            let date = &release.dates.get(index)?.date;
            let words = found.map(|found| said(document, found));
            let words = words.unwrap_or_else(|| facts::spoken(date, language));
            (words.clone(), taking::the_date(words))
        }
    })
}

fn of_about(model: &Model, reading: &Reading, about: About, action: Action) -> Outcome {
    let release = &reading.document.release;
    if action == Action::CopyLink || about == About::Source {
        return web_address(reading);
    }
    if action != Action::CopyText {
        return Err(taking::only_text());
    }
    let line = |raw: Option<&Raw>| raw.map(|raw| raw.clean_line().into_owned()).unwrap_or_default();
    let text = match about {
        About::Published => [line(release.issuer.as_ref()), line(release.published.as_ref())]
            .iter()
            .filter(|part| !part.is_empty())
            .map(Clean::as_str)
            .collect::<Vec<_>>()
            .join(", "),
        About::Series => line(release.series.as_ref().map(|series| &series.name)).into_string(),
        About::Version(index) => line(release.versions.get(index).map(|v| &v.file)).into_string(),
        About::Topics => {
            let topics = release.topics.iter().map(|topic| topic.clean_line().into_string());
            topics.collect::<Vec<_>>().join(", ")
        }
        About::Unsure => {
            reading.panel.unsure.iter().map(Clean::as_str).collect::<Vec<_>>().join("; ")
        }
        About::Translation | About::Source => {
            let translation = crate::reader::reading::panel::translation(release.translation);
            translation.shown(model.language).to_string()
        }
    };
    let text = Page::of(&text);
    Ok(Copied { what: text.to_string().into(), text })
}

fn in_list(model: &Model, action: Action) -> Outcome {
    let nothing = taking::nothing_here;
    let entry = model.shelf.as_ref().and_then(|shelf| shelf.current());
    let source = model.source().or(entry.map(|entry| &entry.source)).ok_or_else(nothing)?;
    if action == Action::CopyAddress {
        let text = opens_again(model, source, None).ok_or_else(taking::in_no_file)?;
        let text = Page::of(&text);
        return Ok(Copied { text, what: taking::the_path(source.name()) });
    }
    let card = entry.and_then(|entry| entry.card.as_ref().ok()).ok_or_else(nothing)?;
    Ok(Copied { text: Page::of(&card.title), what: taking::the_title() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Keymap;
    use crate::reader::areas::Size;

    #[test]
    fn an_address_is_one_word_for_a_shell() {
        let mut model = Model::new(Size::default(), Keymap::default());
        model.here = "/home/kim".into();
        let check = |path: &str, expected: &str| {
            let again = opens_again(&model, &Source::file(path), Some("2.1"));
            assert_eq!(again.as_deref(), Some(expected));
        };
        check("a.ron", "/home/kim/a.ron#2.1");
        check("/tmp/한국.ron", "/tmp/한국.ron#2.1");
        check("/tmp/a b's.ron", r"'/tmp/a b'\''s.ron#2.1'");
        check("/tmp/$(x).ron", "'/tmp/$(x).ron#2.1'");
        let again = |source| opens_again(&model, &source, Some("p2"));
        assert_eq!(again(Source::bundled("a.ron", "")).as_deref(), Some("pressroom a#p2"));
        assert_eq!(again(Source::text("a.ron", "")), None);
    }
}
