//! Labels of Korean, Japanese and Chinese figures: the nouns before the number, else those after it.

use crate::import::extract::lexicon::LEXICON;
use crate::import::extract::people::without_particle;

/// What stands after a number and says how exact it is.
const RUN_LIMITS: [&str; 8] = ["以上", "以下", "未満", "以内", "前後", "左右", "程度", "余"];
/// How far from a number is looked, in bytes.
const REACH: usize = 160;
/// The longest label, in words.
const LONGEST: usize = 4;
/// The longest run of letters that is a noun where no spaces part words.
const LONGEST_RUN: usize = 12;
/// Words beside a number that say how exact it is, or when, and not what it is.
const FILLINGS: [&str; 27] = [
    "약",
    "총",
    "등",
    "현재",
    "최대",
    "최소",
    "이상",
    "이하",
    "모두",
    "전체",
    "및",
    "또",
    "또는",
    "이번",
    "올해",
    "금년",
    "지난해",
    "작년",
    "매년",
    "이래",
    "각",
    "단",
    "무려",
    "연간",
    "미화",
    "중",
    "각각",
];
/// Endings of words that end a clause: what stands before them is said of something else.
const CLAUSE_ENDS: [&str; 13] = [
    "통해", "위해", "대해", "의해", "따라", "하여", "하고", "하며", "되어", "으며", "면서", "하는",
    "되는",
];
/// Words behind what something is for.
const PURPOSES: [&str; 3] = ["위해", "위하여", "위한"];
/// The same in Japanese and Chinese, at the end of a run of letters.
const RUN_FILLINGS: [&str; 20] = [
    "共有", "来自", "提供", "約", "约", "計", "总计", "总", "共", "达到", "达", "超过", "超", "近",
    "逾", "为", "は", "が", "の", "を",
];

/// What is counted, measured or numbered from `start` to `end`.
pub fn label(text: &str, start: usize, end: usize, ordinal: bool) -> Option<String> {
    if ordinal {
        return after(text, end).or_else(|| before(text, start));
    }
    // Where no spaces part words, what follows at once is the noun.
    let run = run_after(&text[end..text.floor_char_boundary(end + REACH)]);
    run.or_else(|| before(text, start)).or_else(|| after(text, end))
}

/// The nouns before a number, back to a sign or another number.
fn before(text: &str, start: usize) -> Option<String> {
    let near = &text[text.ceil_char_boundary(start.saturating_sub(REACH))..start];
    if near.trim_end().ends_with(is_run_letter) {
        return run_before(near.trim_end());
    }
    let mut words: Vec<&str> = Vec::new();
    for word in near.split_whitespace().rev() {
        let part = word.rsplit(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or(word);
        let stem = stem(part);
        let is_cut = word.as_ptr() == near.as_ptr() && near.len() + 4 > REACH;
        let is_skipped = words.is_empty()
            && (is_year(word)
                || [part, stem]
                    .iter()
                    .any(|word| FILLINGS.contains(word) || PURPOSES.contains(word)));
        if is_skipped {
            continue;
        }
        let ends_clause = CLAUSE_ENDS.iter().any(|ending| part.ends_with(ending));
        // What is spoken of before these words is another thing.
        let is_topic = !words.is_empty() && stem.len() < part.len() && part.ends_with(['은', '는']);
        if is_topic
            || part.is_empty()
            || ends_clause
            || is_cut
            || word.contains(|c: char| c.is_ascii_digit())
        {
            break;
        }
        words.push(if words.is_empty() { stem } else { part });
        if part.len() < word.len() || words.len() == LONGEST {
            break;
        }
    }
    // A word of one syllable at the start is the end of what was said before.
    if words.last().is_some_and(|word| word.chars().count() == 1) {
        words.pop();
    }
    words.reverse();
    Some(words.join(" ")).filter(|words| !words.is_empty())
}

/// `2018년`, `5월` before a number: when, and not what.
fn is_year(word: &str) -> bool {
    let number = word.strip_suffix(['년', '월', '일']);
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// A word without its particle: 이 and 은 follow a consonant, 가 and 는 a vowel, so that 노르웨이 has none.
fn stem(word: &str) -> &str {
    let stem = without_particle(word);
    let closed = stem
        .chars()
        .next_back()
        .is_some_and(|c| ('가'..='힣').contains(&c) && (u32::from(c) - u32::from('가')) % 28 != 0);
    let fits = match &word[stem.len()..] {
        "이" | "은" | "을" | "과" => closed,
        "가" | "는" | "를" | "와" => !closed,
        _ => true,
    };
    if fits { stem } else { word }
}

/// The nouns after a number: right after a space or `의`, up to the first with a particle.
fn after(text: &str, end: usize) -> Option<String> {
    let near = &text[end..text.floor_char_boundary(end + REACH)];
    if near.starts_with(is_run_letter) {
        return run_after(near);
    }
    let near = near.strip_prefix('의').unwrap_or(near).strip_prefix(' ')?;
    let mut words: Vec<&str> = Vec::new();
    for word in near.split(' ').take(LONGEST) {
        let part = word.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or(word);
        let stem = stem(part);
        if part.is_empty()
            || part.starts_with(|c: char| c.is_ascii_digit())
            || FILLINGS.contains(&stem)
        {
            break;
        }
        words.push(stem);
        if stem.len() < word.len() {
            break;
        }
    }
    Some(words.join(" ")).filter(|words| !words.is_empty())
}

/// The letters right after a number in a language without spaces, where they are no verb.
fn run_after(near: &str) -> Option<String> {
    let run = near.strip_prefix(['の', '的']).unwrap_or(near);
    let end = run.find(|c| !is_noun_letter(c)).unwrap_or(run.len());
    let end = verb_in(&run[..end]).unwrap_or(end);
    let (noun, rest) = run.split_at(end);
    let is_verb = rest.starts_with(['し', 'す', 'さ', 'れ', 'え', 'ら']);
    let is_noun = (2..=LONGEST_RUN).contains(&noun.chars().count());
    (is_noun && !is_verb && !RUN_LIMITS.contains(&noun)).then(|| noun.to_owned())
}

/// Where a verb follows on the noun that a run of letters begins with, `专家出席会议`, or the run begins with
/// one. `参加者` is a noun.
fn verb_in(run: &str) -> Option<usize> {
    const NOUN_ENDS: [char; 8] = ['者', '国', '方', '费', '人', '员', '率', '度'];
    let found = LEXICON.labels.eastern_verbs.iter().filter_map(|verb| {
        let at = run.find(verb.as_str())?;
        (!run[at + verb.len()..].starts_with(NOUN_ENDS)).then_some(at)
    });
    found.min()
}

/// The letters before a number in a language without spaces, as far as they look like one noun.
fn run_before(near: &str) -> Option<String> {
    let mut noun = near;
    while let Some(rest) = RUN_FILLINGS.iter().find_map(|filling| noun.strip_suffix(filling)) {
        noun = rest;
    }
    let from = match noun.char_indices().rev().find(|(_, c)| !is_noun_letter(*c)) {
        // `2018年`: what follows is said of that year; of another number it is the noun.
        Some((at, c)) if c.is_ascii_digit() => {
            at + 1
                + noun[at + 1..]
                    .chars()
                    .next()
                    .filter(|c| matches!(c, '年' | '月' | '日'))?
                    .len_utf8()
        }
        Some((at, c)) => at + c.len_utf8(),
        None => 0,
    };
    let run = &noun[from..];
    (2..=LONGEST_RUN).contains(&run.chars().count()).then(|| run.to_owned())
}

/// A letter of a language that has no spaces.
fn is_run_letter(c: char) -> bool {
    is_noun_letter(c) || matches!(c, '\u{3040}'..='\u{309f}')
}

/// The same, of those that nouns are written in.
fn is_noun_letter(c: char) -> bool {
    matches!(c, '\u{30a0}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '々')
}

/// The label of the figure before, where only a time stands between: `현재 40.9%에서 2027년 45%까지`.
pub fn goes_on(between: &str) -> bool {
    const LONGEST_BETWEEN: usize = 40;
    let is_particle = |word: &str| LEXICON.korean.particles.iter().any(|particle| particle == word);
    let mut words = between.split_whitespace();
    between.len() <= LONGEST_BETWEEN
        && words.next().is_some_and(is_particle)
        && words.all(|word| {
            word.starts_with(|c: char| c.is_ascii_digit())
                || FILLINGS.contains(&without_particle(word))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &str, expected: Option<&str>) {
        let start = text.find(words).unwrap();
        assert_eq!(label(text, start, start + words.len(), false).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_label_holds_no_piece_of_another_number_or_date() {
        check("석박사 인원을 현재 40.9%에서", "40.9%", Some("석박사 인원"));
        check("석박사 인원을 현재 40.9%에서 2027년 45%까지", "45%", None);
        check("1967년 사업 시작 이래 2025년까지 총 161개국 19명을", "161개국", None);
        check("운영 등을 통해 석박사 인원을 40.9%로", "40.9%", Some("석박사 인원"));
        check("2026년은 학부 278명 선발 완료", "278명", Some("학부"));
        check("우리 정부는 인도적 지원을 위해 300만 달러를", "300만 달러", Some("인도적 지원"));
        check("비중을 2022년 9.2%에서", "9.2%", Some("비중"));
        check("2018年贸易额达到2300亿美元", "2300亿美元", Some("贸易额"));
        assert!(goes_on("에서 2027년 "));
        assert!(!goes_on("에서 수출 "));
    }

    #[test]
    fn what_stands_after_a_number_says_what_the_words_before_do_not() {
        check("총 161개국 19,502명의 우수 인재를 선발", "19,502명", Some("우수 인재"));
        check("발표 예정(1,620명 선발 예정)", "1,620명", Some("선발 예정"));
        check("160여 개국에서 초청한 학생", "160여 개국", None);
        check("12个国家的120名专家。", "120名", Some("专家"));
        check("12个国家的120名专家出席会议。", "120名", Some("专家"));
        check("约200名学生获得奖学金。", "200名", Some("学生"));
        check("共有45名参加论坛。", "45名", None);
        check("120名毕业生出席", "120名", Some("毕业生"));
        check("45名参加者が", "45名", Some("参加者"));
        check("会談には約45名の代表団が参加", "45名", Some("代表団"));
        check("42機関から約1,800人が参加し", "1,800人", None);
        check("前年比12.5％増加しました", "12.5％", Some("前年比"));
        check("貿易額は約2,300億円となった", "2,300億円", Some("貿易額"));
        let numbered = |text: &str, words: &str| {
            let start = text.find(words).unwrap();
            label(text, start, start + words.len(), true)
        };
        assert_eq!(
            numbered("제9차 한-노르웨이 협의회를", "제9차").as_deref(),
            Some("한-노르웨이 협의회")
        );
        assert_eq!(
            numbered("제5차 한-미 협의체 회의를 개최", "제5차").as_deref(),
            Some("한-미 협의체 회의")
        );
        assert_eq!(
            numbered("직무연수는 이번에 5회차를 맞이", "5회차").as_deref(),
            Some("직무연수")
        );
    }
}
