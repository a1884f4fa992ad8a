//! People named in text: by a position before or after the name, by a form of address, by a verb of
//! speech, in lists of delegates, and in Korean by family name and position. Who is named by a surname
//! alone later is the same person.

mod home;
mod korean;
mod list;
mod merge;
mod name;
mod phrase;
mod word;

use std::ops::Range;

use super::{Passage, Place, Role};
pub use korean::without_particle;
use word::Words;

rules! {
    PositionBeforeName "position before name",
    PositionsBeforeNames "positions before names",
    PositionAfterName "position after name",
    NameAfterPositionAndComma "name after position and comma",
    FormOfAddressBeforeName "form of address before name",
    NameAfterCounterpart "name after counterpart",
    NameBesideAVerbOfSpeech "name beside a verb of speech",
    LineOfAListOfPeople "line of a list of people",
    SignatureInATable "signature in a table",
    PositionAndNameInBrackets "position and name in brackets",
    NameBeforePosition "name before position",
    NameAfterPosition "name after position",
    SurnameBeforePosition "surname before position",
    ForeignNameBeforeCountryAndPosition "foreign name before country and position",
}

/// A person found, with every mention.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The fullest name printed.
    pub name: String,
    /// The position as printed there.
    pub title: Option<String>,
    /// The state or body spoken for.
    pub affiliation: Option<String>,
    /// Where they are named, in reading order.
    pub spans: Vec<Place>,
    /// The rule that found them.
    pub rule: Rule,
    /// Why the rule may be wrong here.
    pub doubt: Option<&'static str>,
}

/// A name in a passage, before names are brought together.
#[derive(Debug, Clone)]
pub(super) struct Sighting {
    /// The passage's place.
    pub order: usize,
    /// The bytes of the name.
    pub name: Range<usize>,
    /// The bytes of the name with the position before it.
    pub quote: Range<usize>,
    /// The words of the name, in lower case, styles left out.
    pub key: Vec<String>,
    /// The position.
    pub title: Option<String>,
    /// What the words say of the state or body.
    pub affiliation: Option<Affiliation>,
    /// The rule.
    pub rule: Rule,
    /// Whether capitals say little here.
    pub headline: bool,
}

impl Sighting {
    /// Whether the position is one word: "Justice".
    fn is_plain_title(&self) -> bool {
        self.title.as_ref().is_some_and(|title| !title.contains(' '))
    }
}

/// What words say of the state or body a person speaks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Affiliation {
    /// A name as printed, or a country's name for its adjective.
    Named(String),
    /// A body as printed, that counts where no state is known.
    Body(String),
}

/// The people of a release, in the order of their first mention, and the state at home: the one whose
/// officials need no state beside their name.
pub fn find(passages: &[Passage<'_>]) -> (Vec<Found>, Option<String>) {
    let words = words(passages);
    let home = home::home(&words);
    (people(passages, &words, home.as_deref()), home)
}

fn words<'a>(passages: &[Passage<'a>]) -> Vec<Words<'a>> {
    passages.iter().filter(|passage| passage.is_read()).map(Words::of).collect()
}

fn people(passages: &[Passage<'_>], words: &[Words<'_>], home: Option<&str>) -> Vec<Found> {
    let mut sightings = list::find(words);
    let listed: std::collections::HashSet<usize> = sightings.iter().map(|s| s.order).collect();
    for words in words {
        if listed.contains(&words.passage.order) {
            // A line of a list names its person first; others in it only by a plain position.
            let plain = |s: &Sighting| {
                s.key.len() >= 2 && s.rule == Rule::PositionBeforeName && s.is_plain_title()
            };
            sightings.extend(phrase::find(words).into_iter().filter(plain));
            continue;
        }
        let phrases = phrase::find(words);
        sightings.extend(name::find(words, &phrases));
        sightings.extend(phrases);
        sightings.extend(korean::find(words));
    }
    sightings.extend(passages.iter().filter(|p| p.role == Role::Table).flat_map(list::signatures));
    merge::merge(passages, words, sightings, home)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, &str)]) {
        let passages: Vec<_> = text
            .split('\n')
            .enumerate()
            .map(|(order, text)| Passage { order, text, role: Role::Prose })
            .collect();
        let found = people(&passages, &words(&passages), Some("Homeland"));
        let shown: Vec<_> = found
            .iter()
            .map(|p| {
                (
                    p.name.as_str(),
                    p.title.as_deref().unwrap_or("-"),
                    p.affiliation.as_deref().unwrap_or("-"),
                )
            })
            .collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn a_position_before_a_name_is_a_person() {
        check(
            "Minister of Foreign Affairs Han Seo-jun met with Minister of Foreign Affairs of Norway Kari Berg.",
            &[
                ("Han Seo-jun", "Minister of Foreign Affairs", "Homeland"),
                ("Kari Berg", "Minister of Foreign Affairs", "Norway"),
            ],
        );
        check(
            "Belgian Deputy Prime Minister Anna De Wit and National Security Advisor Tom Price of the United States spoke.",
            &[
                ("Anna De Wit", "Deputy Prime Minister", "Belgium"),
                ("Tom Price", "National Security Advisor", "United States"),
            ],
        );
        check(
            "Director-General for African and Middle Eastern Affairs Choi Min of the ROK Ministry of Foreign Affairs led it.",
            &[(
                "Choi Min",
                "Director-General for African and Middle Eastern Affairs",
                "Republic of Korea",
            )],
        );
    }

    #[test]
    fn a_counterpart_is_named_after_a_comma_and_work_at_a_body_is_no_name() {
        check(
            "The Minister of Trade, Anna Lund, and her Peruvian counterpart, Luis Vega, met.",
            &[("Anna Lund", "Minister of Trade", "Homeland"), ("Luis Vega", "-", "Peru")],
        );
        check(
            "Lars Moe, Director of Engineering for Harbour Platform Pascal Dialects at Acme, joined.",
            &[("Lars Moe", "Director of Engineering for Harbour Platform", "Homeland")],
        );
        check(
            "「에스펜 바르트 에이데(Espen Barth Eide)」 노르웨이 외교장관과 만났다.",
            &[("에스펜 바르트 에이데", "외교장관", "노르웨이")],
        );
    }

    #[test]
    fn a_nickname_is_part_of_the_name() {
        check(
            "Governor Robert “Bob” Hall said it.",
            &[("Robert “Bob” Hall", "Governor", "Homeland")],
        );
    }

    #[test]
    fn a_name_set_off_by_commas_is_a_person() {
        check(
            "He met the Minister of Trade and Industry of Jordan, Omar Al-Khatib, and Ambassador of Peru to Korea, Luis Vega.",
            &[
                ("Omar Al-Khatib", "Minister of Trade and Industry", "Jordan"),
                ("Luis Vega", "Ambassador", "Peru"),
            ],
        );
        check(
            "Mr. Salim Aziz, Resident Representative of the General Mission of Palestine to Norway, came.",
            &[(
                "Salim Aziz",
                "Resident Representative of the General Mission of Palestine to Norway",
                "Palestine",
            )],
        );
        check(
            "the Foreign Minister of Oman, Sayyid Badr bin Hamad, came",
            &[("Sayyid Badr bin Hamad", "Foreign Minister", "Oman")],
        );
    }

    #[test]
    fn short_forms_are_the_same_person_and_other_posts_are_not() {
        check(
            "Deputy Minister Yoon Dae-ho spoke.\nDeputy Minister Yoon thanked President Yoon. Mr. Yoon left.",
            &[("Yoon Dae-ho", "Deputy Minister", "Homeland"), ("Yoon", "President", "Homeland")],
        );
    }

    #[test]
    fn several_names_after_a_plural_each_have_the_position() {
        check(
            "Foreign Ministers Park Hana and Li Wei met; Presidents Berg and Costa did not.",
            &[
                ("Park Hana", "Foreign Minister", "Homeland"),
                ("Li Wei", "Foreign Minister", "Homeland"),
                ("Berg", "President", "Homeland"),
                ("Costa", "President", "Homeland"),
            ],
        );
    }

    #[test]
    fn posts_and_bodies_without_a_name_are_nobody() {
        for text in [
            "The Minister of Foreign Affairs of Israel met the Foreign Ministers of Qatar and Egypt.",
            "the President of Ukraine introduced it in his speech to the UN General Assembly",
            "Member States and the Secretary-General of the United Nations",
            "an event of the Jean Monnet Institute and the Patrick J. Moore Foundation",
            "Korean Ambassadors to Israel and Iran",
            "The Chairman welcomed the Security Council Resolution",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn korean_names_stand_with_their_positions() {
        check(
            "교육부(장관 최수진)는 개최했다. 최수진 교육부 장관은 말했다. 독서 전문가 한지우 작가의 특강",
            &[("최수진", "장관", "교육부"), ("한지우", "작가", "-")],
        );
        check(
            "용인시 시장과 강원도 도지사는 갔다. 박찬구 시장은 왔다.",
            &[("박찬구", "시장", "-")],
        );
        check("이하늘 교육부 대학지원관은 강조했다", &[("이하늘", "대학지원관", "교육부")]);
        let text = "최수진 교육부 장관은 말했다. 최 장관은 떠났다. 김 차관과 최 교수도 떠났다.";
        check(text, &[("최수진", "장관", "교육부")]);
        let passages = [Passage { order: 0, text, role: Role::Prose }];
        let found = people(&passages, &words(&passages), None);
        let quotes: Vec<_> = found[0].spans.iter().map(|span| &text[span.range.clone()]).collect();
        assert_eq!(quotes, ["최수진", "최 장관"]);
    }
}
