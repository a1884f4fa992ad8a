//! A quotation with its source, in one plain line that can be pasted anywhere and checked later:
//! `“words” — Title, Issuer, 6 March 2019, para 2.1, https://…`.
//!
//! The words stay exactly as the release has them, quotation marks within them too. The marks around
//! them are those of the language that the release is written in.

use super::{translation, web_address};
use crate::clean_format;
use crate::phrase::Language as Interface;
use crate::release::edtf::{Edtf, Language};
use crate::release::{Addresses, BlockId, Kind, Release};
use crate::text::{Clean, Raw};

/// Where quoted words stand: the first block and the last.
pub type Pinpoint = (BlockId, BlockId);

/// Words with the marks of the release's language around them, and where they stand.
pub fn quotation(
    release: &Release,
    addresses: &Addresses,
    words: &Clean<'_>,
    at: Pinpoint,
) -> Clean<'static> {
    let (open, close) = marks(release.language.as_ref().map_or("", Raw::as_str));
    clean_format!("{open}{words}{close} — {}", citation(release, addresses, at))
}

/// Where words stand: title, issuer, date, whose words they are, paragraph, address on the web; what
/// the release does not say is left out.
pub fn citation(release: &Release, addresses: &Addresses, at: Pinpoint) -> Clean<'static> {
    let line = |raw: Option<&Raw>| raw.map(|raw| raw.clean_line().into_owned());
    let source = release.source.as_ref().map(|source| source.as_str().trim());
    let parts = [
        Some(release.title.clean_line().into_owned()),
        line(release.issuer.as_ref()),
        line(release.published.as_ref()).map(in_words),
        translation(release.translation).map(|phrase| phrase.shown(Interface::English).clone()),
        Some(pinpoint(release, addresses, at)),
        source.and_then(web_address).map(|link| Clean::from_str(link.as_str()).into_owned()),
    ];
    let parts: Vec<Clean<'_>> =
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    super::join(&parts, ", ")
}

/// A day in words; what is no date stays as it is written.
fn in_words(written: Clean<'static>) -> Clean<'static> {
    match Edtf::parse(&written) {
        Ok(date) => Clean::from_string(date.human(Language::En)),
        Err(_) => written,
    }
}

/// `para 2.1`, `paras 2.1–2.3`, `heading h2`: the addresses are those that `pressroom` opens.
pub fn pinpoint(
    release: &Release,
    addresses: &Addresses,
    (first, last): Pinpoint,
) -> Clean<'static> {
    let names = |block: BlockId| match release.body.get(block.index()?)?.kind {
        Kind::Heading => Some(("heading", "headings")),
        Kind::Table => Some(("table", "tables")),
        Kind::Note => Some(("note", "notes")),
        Kind::Numbered | Kind::Bullet | Kind::Paragraph => Some(("para", "paras")),
    };
    let (from, to) = (addresses.name(first), addresses.name(last));
    match (names(first), names(last)) {
        _ if last == BlockId::TITLE => Clean::literal("title"),
        (Some((name, _)), _) if first == last => clean_format!("{name} {from}"),
        (one, other) if one == other => {
            clean_format!("{} {from}–{to}", one.map_or("", |(_, plural)| plural))
        }
        // Blocks of several kinds have no plural in common; their addresses tell them apart.
        _ => clean_format!("{from}–{to}"),
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
        assert_eq!(quotation(&release, &addresses, &Clean::literal("w"), at), *expected);
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
        let cited = citation(&release, &addresses, (BlockId::TITLE, BlockId::TITLE));
        assert!(!cited.contains(|c: char| c.is_control() || c == '\u{202e}'), "{cited}");
    }
}
