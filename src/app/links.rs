//! Whether the terminal may be told of links.

use super::told::Told;
use crate::config::Links;

/// The first release of VTE in which links do no harm.
const HARMLESS_VTE: u32 = 5_002;

/// Whether the settings and the environment are for links. Nearly every terminal that knows none
/// passes over them; those that would print them, or fall over them, are left alone.
pub fn are_told(wanted: Links, told: &Told) -> bool {
    match wanted {
        Links::Always => true,
        Links::Never => false,
        Links::Auto => !takes_badly(told),
    }
}

fn takes_badly(told: &Told) -> bool {
    let is_old = ["dumb", "linux", "vt1", "vt2", "ansi", "cons25", "eterm"];
    // Screen cuts long sequences off and prints their rest; Emacs prints them whole.
    is_old.iter().any(|start| told.term.starts_with(start))
        || told.in_screen
        || told.in_emacs
        || told.is_vte_before(HARMLESS_VTE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(wanted: Links, set: &[(&str, &str)]) -> bool {
        let env = |name: &str| {
            set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        are_told(wanted, &Told::of(&env))
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
