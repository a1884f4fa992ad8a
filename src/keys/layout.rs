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
    fn latin_letters_are_left_alone() {
        assert_eq!(qwerty('j'), None);
        assert_eq!(qwerty('é'), None);
    }
}
