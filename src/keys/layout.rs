//! Letters of other keyboard layouts, and the QWERTY key each one lies on.
//! Only layouts that change the letters are here; for the rest a chord is already what it says.

/// The Korean two-set layout: unshifted, and those keys whose shift is a letter of its own.
const KOREAN: (&str, &str) = (
    "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
    "qwertyuiopasdfghjklzxcvbnmQWERTOP",
);

/// The Russian layout, both shifts; `№` is Shift-3.
const RUSSIAN: (&str, &str) = (
    "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ№",
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~#",
);

/// Letters that an input method makes of two keys pressed one after the other.
const COMPOSED: [(char, &str); 18] = [
    ('ㅘ', "ㅗㅏ"),
    ('ㅙ', "ㅗㅐ"),
    ('ㅚ', "ㅗㅣ"),
    ('ㅝ', "ㅜㅓ"),
    ('ㅞ', "ㅜㅔ"),
    ('ㅟ', "ㅜㅣ"),
    ('ㅢ', "ㅡㅣ"),
    ('ㄳ', "ㄱㅅ"),
    ('ㄵ', "ㄴㅈ"),
    ('ㄶ', "ㄴㅎ"),
    ('ㄺ', "ㄹㄱ"),
    ('ㄻ', "ㄹㅁ"),
    ('ㄼ', "ㄹㅂ"),
    ('ㄽ', "ㄹㅅ"),
    ('ㄾ', "ㄹㅌ"),
    ('ㄿ', "ㄹㅍ"),
    ('ㅀ', "ㄹㅎ"),
    ('ㅄ', "ㅂㅅ"),
];

/// The parts of a syllable in the order of Unicode; a syllable need not have a final.
const INITIALS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const VOWELS: &str = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
const FINALS: &str = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

/// The letters whose keys were pressed for one that an input method put together: a syllable, or two
/// vowels or consonants in one.
pub(super) fn strokes(composed: char) -> Option<Vec<char>> {
    let letters = match composed {
        '가'..='힣' => {
            let index = (u32::from(composed) - u32::from('가')) as usize;
            let (vowels, finals) = (VOWELS.chars().count(), FINALS.chars().count() + 1);
            let initial = INITIALS.chars().nth(index / (vowels * finals))?;
            let vowel = VOWELS.chars().nth(index / finals % vowels)?;
            let end = (index % finals).checked_sub(1).and_then(|end| FINALS.chars().nth(end));
            [Some(initial), Some(vowel), end].into_iter().flatten().collect()
        }
        _ => vec![composed],
    };
    let parts = |letter: char| {
        let parts = COMPOSED.iter().find(|(one, _)| *one == letter).map(|(_, parts)| *parts);
        parts.map_or_else(|| vec![letter], |parts| parts.chars().collect())
    };
    let strokes: Vec<char> = letters.into_iter().flat_map(parts).collect();
    (strokes.len() > 1).then_some(strokes)
}

/// The QWERTY character on the key that types `letter` in a layout known here.
pub(super) fn qwerty(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return None;
    }
    [KOREAN, RUSSIAN].iter().find_map(|(theirs, ours)| {
        theirs.chars().zip(ours.chars()).find_map(|(own, key)| (own == letter).then_some(key))
    })
}

/// Whether `letter` has no upper case of its own, so that Shift cannot be folded into it.
pub(super) fn is_caseless(letter: char) -> bool {
    qwerty(letter).is_some_and(|key| key.is_ascii_lowercase())
        && letter.to_uppercase().eq(letter.to_lowercase())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn layouts_pair_each_letter_with_one_key() {
        for (theirs, ours) in [KOREAN, RUSSIAN] {
            assert_eq!(theirs.chars().count(), ours.chars().count());
            assert_eq!(ours.chars().collect::<HashSet<_>>().len(), ours.chars().count());
            assert_eq!(theirs.chars().collect::<HashSet<_>>().len(), theirs.chars().count());
        }
    }

    #[test]
    fn every_qwerty_letter_is_reachable_from_each_layout() {
        for (_, ours) in [KOREAN, RUSSIAN] {
            assert!(('a'..='z').all(|letter| ours.contains(letter)));
        }
    }

    #[test]
    fn what_an_input_method_put_together_comes_apart_into_its_keys() {
        for (composed, keys) in [
            ('허', "gj"),
            ('ㅚ', "hl"),
            ('왜', "dho"),
            ('닭', "ekfr"),
            ('쀍', "Qnpfr"),
            ('ㄳ', "rt"),
        ] {
            let pressed = strokes(composed).expect("composed");
            let pressed: String = pressed.into_iter().filter_map(qwerty).collect();
            assert_eq!(pressed, keys, "{composed}");
        }
        for single in ['ㅎ', 'ㄲ', 'ㅣ', 'g', 'п', 'é'] {
            assert_eq!(strokes(single), None);
        }
        for syllable in '가'..='힣' {
            let all = strokes(syllable).expect("composed");
            assert!(all.into_iter().all(|letter| qwerty(letter).is_some()), "{syllable}");
        }
    }

    #[test]
    fn latin_letters_are_left_alone() {
        assert_eq!(qwerty('j'), None);
        assert_eq!(qwerty('é'), None);
    }
}
