//! The one table of what can be wrong with a release file: its name, its weight, what it means, an
//! example and how to mend it. `docs/problems.md` is made from it.

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The file does not open as a release.
    Fault,
    /// The release opens, and something in it is false.
    Error,
    /// The release opens, and something in it is doubtful.
    Warning,
}

impl Severity {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fault => "fault",
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($severity:ident { $(
        $code:ident $name:literal: $meaning:literal, $example:literal => $mend:literal;
    )* })*) => {
        /// What can be wrong with a release file.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $($(#[doc = $meaning] $code,)*)*
        }

        impl Code {
            /// Every code, by severity.
            pub const ALL: &'static [Self] = &[$($(Self::$code,)*)*];

            /// Its name, in lower case with hyphens.
            pub const fn name(self) -> &'static str {
                match self { $($(Self::$code => $name,)*)* }
            }

            /// How much it matters.
            pub const fn severity(self) -> Severity {
                match self { $($(Self::$code => Severity::$severity,)*)* }
            }

            /// What it means, in a sentence.
            pub const fn meaning(self) -> &'static str {
                match self { $($(Self::$code => $meaning,)*)* }
            }

            /// A piece of a file that has it.
            pub const fn example(self) -> &'static str {
                match self { $($(Self::$code => $example,)*)* }
            }

            /// How to mend it, in a sentence.
            pub const fn mend(self) -> &'static str {
                match self { $($(Self::$code => $mend,)*)* }
            }
        }
    };
}

codes! {
    Fault {
        EmptyFile "empty-file": "The file holds nothing but white space or comments.",
            "" => "Begin with `Release(`.";
        UnfinishedFile "unfinished-file": "The file ends before the release does.",
            r#"Release(format: 1, title: "…", body: ["# => "Close what is open with `]` and `)`.";
        TrailingText "trailing-text": "Something stands after the end of the release.",
            "Release(…) Release(…)" => "Keep one release in one file.";
        NotARelease "not-a-release": "The file is RON, and something else than a release.",
            "Keymap(…)" => "Wrap the fields in `Release(…)`.";
        UnknownFormat "unknown-format": "The file is written in a format that this program does not read.",
            "format: 2" => "Open it with a newer program; the only format so far is 1.";
        UnknownField "unknown-field": "A field has a name that the format does not know.",
            r#"tittle: "…""# => "Take the name offered, or leave the field out.";
        UnknownName "unknown-name": "A kind of block or a kind of translation does not exist.",
            r#"Numberd(number: "1", text: "…")"# => "Take the name offered.";
        MissingField "missing-field": "A field that must be there is not.",
            r#"Numbered(text: "…")"# => "Add the field.";
        FieldTwice "field-twice": "A field is given twice.",
            r#"title: "…", title: "…""# => "Keep one of the two.";
        NestedTooDeep "nested-too-deep": "Blocks lie inside one another deeper than can be read.",
            "Bullet(…, items: [Bullet(…, items: […" => "Move the innermost items up.";
        ExpectedText "expected-text": "Something else stands where words in quotation marks belong.",
            "number: 1" => "Put it in quotation marks.";
        OpenText "open-text": "Quotation marks are opened and never closed.",
            r#"title: "The title,"# => "Close them.";
        BadEscape "bad-escape": "A backslash stands before something that has no meaning there.",
            r#"text: "50\% more""# => "Write `\\\\` for a backslash, `\\\"` for quotation marks, or use a raw string `r\"…\"`.";
        ExpectedNumber "expected-number": "Something else stands where a number belongs.",
            r#"value: "90,000""# => "Write digits without quotation marks or separators.";
        ExpectedList "expected-list": "Something else stands where a list belongs.",
            r#"topics: "trade""# => "Write it as `[…]`.";
        ExpectedGroup "expected-group": "Something else stands where fields in brackets belong.",
            r#"series: "Consultation""# => "Write it as `(name: …)`.";
        ExpectedComma "expected-comma": "Two fields, or two parts of a list, are not parted by a comma.",
            r#"(at: "1" quote: "…")"# => "Put a comma between them, or close the list or the brackets.";
        ExpectedName "expected-name": "Something else stands where the name of a field or a block belongs.",
            r#"body: ["…"]"# => "Write the name first: `Paragraph(text: \"…\")`.";
        ExpectedColon "expected-colon": "A field's name and its value are not parted by a colon.",
            r#"title = "…""# => "Put a colon after the name.";
        OpenComment "open-comment": "A comment is opened and never closed.",
            "/* to do" => "Close it with `*/`.";
        NotText "not-text": "The file is not UTF-8 text.",
            "a file in UTF-16 or EUC-KR" => "Save it as UTF-8.";
        NotRon "not-ron": "The text breaks another rule of RON.",
            "#![enable(everything)]" => "The message says which.";
    }
    Error {
        InvalidDate "invalid-date": "A date does not exist, or is not written as EDTF.",
            r#"date: "2019-02-31""# => "Take the date offered.";
        UnknownAddress "unknown-address": "A mention points at a block that is not there.",
            r#"at: "2.4""# => "Give the address of the block that says the words.";
        QuoteNotFound "quote-not-found": "The words of a mention do not stand in its block, or not that often.",
            r#"quote: "10.00-14.00""# => "Copy the words from the block as they stand.";
        EmptyQuote "empty-quote": "A mention quotes no words.",
            r#"quote: """# => "Quote the words, or take the mention out.";
        EmptyName "empty-name": "What names a participant, a figure, a series or a version is empty.",
            r#"name: """# => "Name it, or take it out.";
        EmptyUnit "empty-unit": "A figure does not say what it counts.",
            r#"unit: """# => "Give a currency code, `%`, `times`, `ordinal`, `anniversary` or a noun.";
        NotFinite "not-finite": "A figure's number is infinite or no number.",
            "value: 1e400" => "Write the number that the words mean.";
        ReversedRange "reversed-range": "A figure's upper end is below its lower end.",
            "value: 20.0, value_max: 10.0" => "Swap the two.";
    }
    Warning {
        NoMention "no-mention": "A fact does not say where it comes from.",
            r#"Participant(name: "…")"# => "Add a mention with the words that prove it.";
        NotSearched "not-searched": "So much is quoted from one huge block that these words were not looked for.",
            "mentions: [ /* a hundred thousand */ ]" => "Divide the block, or quote fewer words.";
        NumberTwice "number-twice": "Two paragraphs of a section have the same printed number.",
            r#"Numbered(number: "2", …), Numbered(number: "2", …)"# => "Look at the published text; if it says so, leave it.";
        NumberGap "number-gap": "A paragraph's printed number does not follow the one before.",
            r#"Numbered(number: "2", …), Numbered(number: "4", …)"# => "Look whether a paragraph is missing.";
        UnknownCurrency "unknown-currency": "A unit looks like a currency code and is none of ISO 4217.",
            r#"unit: "UDS""# => "Take the code offered, or write a noun in lower case.";
        OddLanguage "odd-language": "A language is not given as a BCP 47 tag.",
            r#"language: "Korean""# => "Take the tag offered, such as `ko` or `en-GB`.";
        OddSource "odd-source": "The source is not the address of a web page.",
            r#"source: "mofa.go.kr/eng""# => "Write it with `https://`.";
        EmptyText "empty-text": "A block says nothing, or a field is given and left empty.",
            r#"Paragraph(text: "")"# => "Write the words, or take it out.";
        RaggedTable "ragged-table": "A row of a table has more or fewer cells than the first.",
            r#"Table(header: ["a", "b"], rows: [["1"]])"# => "Add the missing cell, `\"\"` for an empty one.";
        PersonTwice "person-twice": "The same participant is listed twice.",
            r#"(name: "Yoon Soon-gu"), (name: "Yoon Soon-gu")"# => "Keep one, with the mentions of both.";
        HiddenCharacter "hidden-character": "A text holds a control code, a bidi control or an invisible character.",
            r#"title: "a\u{202E}b""# => "Take it out; it is never shown.";
        OutsideFolder "outside-folder": "A version's file lies outside the release's own folder.",
            r#"file: "../ko.ron""# => "Give a path inside the folder; no other is opened.";
        MissingVersion "missing-version": "A version's file cannot be read (told by `check` only).",
            r#"file: "ko.ron""# => "Put the file beside this one, or take the version out.";
        FaultyVersion "faulty-version": "A version's file does not open as a release (told by `check` only).",
            r#"file: "ko.ron""# => "Check that file.";
        ManyVersions "many-versions": "So many versions are named that only the files of the first are looked for (told by `check` only).",
            "versions: [ /* more than a hundred */ ]" => "Name one file for each language.";
        OwnLanguage "own-language": "A version in another language has the release's own language, or one listed before.",
            r#"language: "en", versions: [(language: "en", …)]"# => "Give the language of the other file.";
        OwnFile "own-file": "A version in another language is the file itself (told by `check` only).",
            r#"in talks.ron: versions: [(language: "ko", file: "talks.ron")]"# => "Name the other file.";
        EditionZero "edition-zero": "A series counts its editions from 0.",
            "edition: 0" => "The first edition is 1.";
        NestedDeep "nested-deep": "Blocks lie inside one another deeper than the 16 levels that every reader promises.",
            "Bullet(…, items: [Bullet(…, items: […" => "Move the innermost items up.";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_told_in_full_and_named_once() {
        let mut names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
        for code in Code::ALL {
            assert!(code.meaning().ends_with('.') && code.mend().ends_with('.'), "{code:?}");
            assert!(code.name().chars().all(|c| c.is_ascii_lowercase() || c == '-'));
        }
        assert!(Code::ALL.is_sorted_by_key(|code| code.severity()));
    }
}
