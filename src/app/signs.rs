//! Whether the terminal can show more than ASCII, as far as the environment says.

use super::told::Told;
use crate::config::Ascii;
use crate::text::ascii::Signs;

/// What to draw with. A locale that names another encoding than UTF-8 leaves nothing but ASCII; where
/// none is named, nothing speaks against UTF-8. The Linux console has few signs, a dumb terminal none.
pub fn of(ascii: Ascii, told: &Told, env: &impl Fn(&str) -> Option<String>) -> Signs {
    if ascii == Ascii::Never {
        return Signs::Unicode;
    }
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(env);
    let locale = named.into_iter().find(|locale| !locale.is_empty()).map(|l| l.to_lowercase());
    match locale {
        Some(locale) if !locale.contains("utf-8") && !locale.contains("utf8") => Signs::AsciiOnly,
        _ if told.is_poor() || ascii == Ascii::Always => Signs::Ascii,
        _ => Signs::Unicode,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_says_what_can_be_shown() {
        for (environment, auto, always) in [
            (&[][..], Signs::Unicode, Signs::Ascii),
            (&[("LANG", "ko_KR.UTF-8")], Signs::Unicode, Signs::Ascii),
            (&[("LANG", "en_US.utf8"), ("TERM", "linux")], Signs::Ascii, Signs::Ascii),
            (&[("TERM", "dumb")], Signs::Ascii, Signs::Ascii),
            (&[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")], Signs::AsciiOnly, Signs::AsciiOnly),
            (&[("LC_ALL", ""), ("LC_CTYPE", "ko_KR.EUC-KR")], Signs::AsciiOnly, Signs::AsciiOnly),
        ] {
            let env = |name: &str| {
                environment.iter().find(|(key, _)| *key == name).map(|(_, v)| (*v).to_owned())
            };
            let of = |ascii| of(ascii, &Told::of(&env), &env);
            assert_eq!(of(Ascii::Auto), auto, "{environment:?}");
            assert_eq!(of(Ascii::Always), always, "{environment:?}");
            assert_eq!(of(Ascii::Never), Signs::Unicode, "{environment:?}");
        }
    }
}
