//! Korean particles behind a word that is known only when the phrase is said: `{name:을<}`.
//!
//! The letter names the particle by its form after a consonant, and the arrow points to the word it
//! belongs to. Letters and digits tell how they end; of anything else, both forms are said: 을(를).

use std::fmt;

/// Particles by the letter that names them: after a consonant, after a vowel.
const PARTICLES: [(char, &str, &str); 5] = [
    ('은', "은", "는"),
    ('이', "이", "가"),
    ('을', "을", "를"),
    ('과', "과", "와"),
    ('으', "으로", "로"),
];

/// Words to be put into a phrase, with a particle behind them where the phrase asks for one.
#[derive(Debug)]
pub struct Word(String);

/// How a word ends when it is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Vowel,
    /// The consonant ㄹ, after which 으로 is shortened as after a vowel.
    Rieul,
    Consonant,
}

impl Word {
    pub(crate) fn new(words: String) -> Self {
        Self(words)
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)?;
        behind(&self.0, f.fill()).map_or(Ok(()), |particle| f.write_str(&particle))
    }
}

/// The particle of a letter as it stands behind words; none for letters that stand for none.
pub(super) fn behind(words: &str, letter: char) -> Option<String> {
    let (_, closed, open) = PARTICLES.iter().find(|(known, ..)| *known == letter)?;
    Some(match (end(words), letter) {
        (Some(End::Vowel), _) | (Some(End::Rieul), '으') => (*open).to_owned(),
        (Some(End::Rieul | End::Consonant), _) => (*closed).to_owned(),
        (None, '으') => "(으)로".to_owned(),
        (None, _) => format!("{closed}({open})"),
    })
}

/// How the last letter or digit is spoken, where that can be known.
fn end(words: &str) -> Option<End> {
    let last = words
        .chars()
        .rev()
        .find(|c| !matches!(c, '"' | '\'' | '`' | '”' | '’' | ')' | '」' | '》'))?;
    match last {
        '가'..='힣' => Some(match (last as u32 - '가' as u32) % 28 {
            0 => End::Vowel,
            8 => End::Rieul,
            _ => End::Consonant,
        }),
        // Digits as 일, 칠, 팔 · 이, 사, 오, 구 · 영, 삼, 육; letters as they are called (엘, 엠, 엔),
        // which is how most words that end with them sound.
        '1' | '7' | '8' | 'l' | 'L' => Some(End::Rieul),
        '0' | '3' | '6' | 'm' | 'M' | 'n' | 'N' => Some(End::Consonant),
        '2' | '4' | '5' | '9' | 'a'..='z' | 'A'..='Z' => Some(End::Vowel),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: [&str; 5]) {
        let word = Word::new(words.to_owned());
        let said = [
            format!("{word:은<}"),
            format!("{word:이<}"),
            format!("{word:을<}"),
            format!("{word:과<}"),
            format!("{word:으<}"),
        ];
        assert_eq!(said, expected.map(|particle| format!("{words}{particle}")));
    }

    #[test]
    fn a_particle_follows_the_last_sound() {
        check("참석자", ["는", "가", "를", "와", "로"]);
        check("회담", ["은", "이", "을", "과", "으로"]);
        check("서울", ["은", "이", "을", "과", "로"]);
        check("2.1", ["은", "이", "을", "과", "로"]);
        check("2", ["는", "가", "를", "와", "로"]);
        check("30", ["은", "이", "을", "과", "으로"]);
        check("2019-03-06.ron", ["은", "이", "을", "과", "으로"]);
        check("README", ["는", "가", "를", "와", "로"]);
        check("외교부(MOFA)", ["는", "가", "를", "와", "로"]);
    }

    #[test]
    fn where_the_sound_is_not_known_both_forms_are_said() {
        check("外交部", ["은(는)", "이(가)", "을(를)", "과(와)", "(으)로"]);
        check("", ["은(는)", "이(가)", "을(를)", "과(와)", "(으)로"]);
    }

    #[test]
    fn a_word_without_a_particle_is_itself() {
        assert_eq!(format!("{}", Word::new("회담".to_owned())), "회담");
    }
}
