//! Whether the terminal may be told of links.

use crate::config::Links;

/// The first release of VTE, as `VTE_VERSION` counts, in which links do no harm.
const VTE_MAY: u32 = 5_002;

/// Whether the settings and the environment are for links. Nearly every terminal that knows none
/// passes over them; those that would print them, or fall over them, are left alone.
pub fn are_told(wanted: Links, env: &impl Fn(&str) -> Option<String>) -> bool {
    match wanted {
        Links::Always => true,
        Links::Never => false,
        Links::Auto => !takes_badly(env),
    }
}

fn takes_badly(env: &impl Fn(&str) -> Option<String>) -> bool {
    let is_set = |name: &str| env(name).is_some_and(|value| !value.is_empty());
    let term = env("TERM").unwrap_or_default();
    let is_old = ["dumb", "linux", "vt1", "vt2", "ansi", "cons25", "eterm"];
    let vte = env("VTE_VERSION").and_then(|version| version.parse::<u32>().ok());
    // Screen cuts long sequences off and prints their rest; Emacs prints them whole.
    is_old.iter().any(|start| term.starts_with(start))
        || is_set("STY")
        || is_set("INSIDE_EMACS")
        || vte.is_some_and(|version| version < VTE_MAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(wanted: Links, set: &[(&str, &str)]) -> bool {
        let env = |name: &str| {
            set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        are_told(wanted, &env)
    }

    #[test]
    fn terminals_that_take_links_badly_are_left_alone() {
        for set in [
            &[("TERM", "xterm-256color")][..],
            &[("TERM", "tmux-256color"), ("TMUX", "/tmp/x,1,0")],
            &[("TERM", "xterm-256color"), ("VTE_VERSION", "7006")],
            &[],
        ] {
            assert!(told(Links::Auto, set), "{set:?}");
            assert!(!told(Links::Never, set), "{set:?}");
        }
        for set in [
            &[("TERM", "dumb")][..],
            &[("TERM", "linux")],
            &[("TERM", "vt220")],
            &[("TERM", "screen"), ("STY", "1.x")],
            &[("TERM", "eterm-color")],
            &[("TERM", "xterm-256color"), ("INSIDE_EMACS", "29.1,vterm")],
            &[("TERM", "xterm-256color"), ("VTE_VERSION", "4602")],
        ] {
            assert!(!told(Links::Auto, set), "{set:?}");
            assert!(told(Links::Always, set), "{set:?}");
        }
    }
}
