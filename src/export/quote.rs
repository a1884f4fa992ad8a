//! A quotation with its source, in one plain line that can be pasted anywhere and checked later:
//! `“words” — Title, Issuer, 6 March 2019, para 2.1, https://…`.
//!
//! The words stay exactly as the release has them, quotation marks within them too. The marks around
//! them are those of the language that the release is written in.

use super::{facts, translation, web_address};
use crate::clean_format;
use crate::phrase::{Language as Interface, Phrase, export};
use crate::release::{Addresses, BlockId, Kind, Release};
use crate::text::{Clean, Raw};

/// Where quoted words stand: the first block and the last.
pub type Pinpoint = (BlockId, BlockId);

/// A release, the names of its blocks, and the language in which its places are said.
pub type From<'a> = (&'a Release, &'a Addresses, Interface);

/// Words with the marks of the release's language around them, and where they stand. Words that are
/// the whole title are not said once more.
pub fn quotation(from: From<'_>, words: &Clean<'_>, at: Pinpoint) -> Clean<'static> {
    let (release, ..) = from;
    let (open, close) = marks(release.language.as_ref().map_or("", Raw::as_str));
    let title = release.title.clean_line();
    let is_title = words.split_whitespace().eq(title.split_whitespace());
    let title = if is_title { Clean::default() } else { title };
    clean_format!("{open}{words}{close} — {}", cited(from, title, at))
}

/// Where words stand: title, issuer, date, whose words they are, paragraph, address on the web; what
/// the release does not say is left out.
pub fn citation(from: From<'_>, at: Pinpoint) -> Clean<'static> {
    cited(from, from.0.title.clean_line(), at)
}

fn cited(from: From<'_>, title: Clean<'_>, at: Pinpoint) -> Clean<'static> {
    let (release, _, language) = from;
    let issuer = release.issuer.as_ref().map(|issuer| issuer.clean_line().into_owned());
    let source = release.source.as_ref().map(|source| source.as_str().trim());
    let parts = [
        Some(title.into_owned()),
        issuer,
        release.published.as_ref().map(|date| facts::spoken(date, language)),
        translation(release.translation).map(|phrase| phrase.shown(language).clone()),
        Some(pinpoint(from, at).shown(language).clone()),
        source.and_then(web_address).map(|link| Clean::from_str(link.as_str()).into_owned()),
    ];
    let parts: Vec<Clean<'_>> =
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    super::join(&parts, ", ")
}

/// `para 2.1`, `paras 2.1–2.3`, `heading h2`: the addresses are those that `pressroom` opens.
fn pinpoint((release, addresses, _): From<'_>, (first, last): Pinpoint) -> Phrase {
    let kind = |block: BlockId| match release.body.get(block.index()?)?.kind {
        Kind::Numbered | Kind::Bullet => Some(Kind::Paragraph),
        kind => Some(kind),
    };
    let (from, to) = (addresses.name(first), addresses.name(last));
    let is_one = first == last;
    let at = if is_one { clean_format!("{from}") } else { clean_format!("{from}–{to}") };
    match kind(first) {
        _ if last == BlockId::TITLE => export::at_title(),
        // Blocks of several kinds have no plural in common; their addresses tell them apart.
        one if one != kind(last) => Phrase::from(at),
        Some(Kind::Heading) if is_one => export::at_heading(at),
        Some(Kind::Heading) => export::at_headings(at),
        Some(Kind::Table) if is_one => export::at_table(at),
        Some(Kind::Table) => export::at_tables(at),
        Some(Kind::Note) if is_one => export::at_note(at),
        Some(Kind::Note) => export::at_notes(at),
        _ if is_one => export::at_paragraph(at),
        _ => export::at_paragraphs(at),
    }
}

/// The quotation marks of a language, by its BCP 47 tag, as CLDR and the style guides of its press
/// have them; where nothing is known, those of English.
pub fn marks(tag: &str) -> (&'static str, &'static str) {
    let tag = tag.trim().to_ascii_lowercase();
    let mut subtags = tag.split(['-', '_']);
    let language = subtags.next().unwrap_or_default();
    let is_traditional = subtags.any(|part| matches!(part, "hant" | "tw" | "hk" | "mo"));
    match language {
        // French sets them off with narrow spaces that do not break; Swiss French does not.
        "fr" if !tag.contains("-ch") => ("«\u{202f}", "\u{202f}»"),
        "fr" | "es" | "it" | "ca" | "pt" if !tag.contains("-br") => ("«", "»"),
        "ru" | "uk" | "be" | "kk" | "ky" | "tg" | "hy" | "az" | "el" | "ar" | "fa" | "nb"
        | "nn" | "no" | "eu" => ("«", "»"),
        "de" | "cs" | "sk" | "sl" | "is" | "lt" | "et" | "bg" | "ka" | "mk" | "sq" => ("„", "“"),
        "pl" | "ro" | "hu" | "hr" | "sr" | "bs" => ("„", "”"),
        "sv" | "fi" | "he" => ("”", "”"),
        "ja" => ("「", "」"),
        "zh" if is_traditional => ("「", "」"),
        _ => ("“", "”"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::parse;

    fn release(more: &str) -> Release {
        parse(&format!(
            r#"Release(format: 1, title: "The 9th\nConsultation", {more} body: [
                Heading(text: "Opening"),
                Numbered(number: "1", text: "One."),
                Numbered(number: "2", text: "Two.", items: [
                    Bullet(marker: "°", text: "First."), Bullet(marker: "°", text: "Second."),
                ]),
                Table(rows: [["a"]]), Note(text: "n"),
            ])"#
        ))
        .unwrap()
    }

    #[track_caller]
    fn check(more: &str, (first, last): (&str, &str), expected: &str) {
        let release = release(more);
        let addresses = Addresses::of(&release.body);
        let at = (addresses.block(first).unwrap(), addresses.block(last).unwrap());
        assert_eq!(
            quotation((&release, &addresses, Interface::English), &Clean::literal("w"), at),
            *expected
        );
    }

    #[test]
    fn where_it_stands_is_said_in_the_language_of_the_interface() {
        let release = release(r#"published: "2019-03-06", translation: Unofficial,"#);
        let addresses = Addresses::of(&release.body);
        let at = |first, last| (addresses.block(first).unwrap(), addresses.block(last).unwrap());
        let from = (&release, &addresses, Interface::Korean);
        let source = quotation(from, &Clean::literal("w"), at("2.1", "2.1"));
        let day = "“w” — The 9th Consultation, 2019년 3월 6일, 비공식 번역";
        assert_eq!(source, *format!("{day}, 문단 2.1"));
        assert_eq!(
            citation(from, at("h1", "h1")),
            *format!("{}, 소제목 h1", day.trim_start_matches("“w” — "))
        );
    }

    #[test]
    fn the_title_is_quoted_once() {
        let release = release(r#"issuer: "MOFA","#);
        let addresses = Addresses::of(&release.body);
        let from = (&release, &addresses, Interface::English);
        let title = (BlockId::TITLE, BlockId::TITLE);
        let words = release.title.clean();
        assert_eq!(quotation(from, &words, title), *"“The 9th Consultation” — MOFA, title");
    }

    #[test]
    fn a_quotation_says_where_it_stands() {
        check(
            r#"issuer: "MOFA Korea", published: "2019-03-06", language: "en", translation: Unofficial,
               source: " https://www.mofa.go.kr/eng/1 ","#,
            ("2.1", "2.1"),
            "“w” — The 9th Consultation, MOFA Korea, 6 March 2019, unofficial translation, para 2.1, \
             https://www.mofa.go.kr/eng/1",
        );
        check("", ("title", "title"), "“w” — The 9th Consultation, title");
        check("", ("2", "2.2"), "“w” — The 9th Consultation, paras 2–2.2");
        check("", ("h1", "h1"), "“w” — The 9th Consultation, heading h1");
        check("", ("t1", "t1"), "“w” — The 9th Consultation, table t1");
        check("", ("2.2", "n1"), "“w” — The 9th Consultation, 2.2–n1");
        check("", ("title", "1"), "“w” — The 9th Consultation, title–1");
    }

    #[test]
    fn what_is_no_date_or_no_web_address_is_not_made_one() {
        check(
            r#"published: "last week", source: "javascript:alert(1)","#,
            ("1", "1"),
            "“w” — The 9th Consultation, last week, para 1",
        );
    }

    #[test]
    fn marks_are_those_of_the_language() {
        for (tag, expected) in [
            ("en", "“w”"),
            ("ko", "“w”"),
            ("KO-kr", "“w”"),
            ("fr", "«\u{202f}w\u{202f}»"),
            ("fr-CH", "«w»"),
            ("de", "„w“"),
            ("pl", "„w”"),
            ("sv", "”w”"),
            ("ja", "「w」"),
            ("zh-CN", "“w”"),
            ("zh-Hant-TW", "「w」"),
            ("ar", "«w»"),
            ("pt-BR", "“w”"),
            ("", "“w”"),
        ] {
            let (open, close) = marks(tag);
            assert_eq!(format!("{open}w{close}"), expected, "{tag}");
        }
    }

    #[test]
    fn nothing_in_a_release_leaves_the_line_or_misleads() {
        let mut release = release("");
        release.issuer = Some(Raw::from("a\x1b]52;c;x\x07\n\u{202e}b"));
        let addresses = Addresses::of(&release.body);
        let cited =
            citation((&release, &addresses, Interface::English), (BlockId::TITLE, BlockId::TITLE));
        assert!(!cited.contains(|c: char| c.is_control() || c == '\u{202e}'), "{cited}");
    }
}
