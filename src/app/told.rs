//! What the environment tells of the terminal: asked once, weighed by whoever sends it something.

/// What is known of the terminal before it is asked itself.
#[derive(Debug, Default)]
pub struct Told {
    /// `TERM`; empty where it is not set.
    pub term: String,
    /// `TERM_PROGRAM`, by which some name themselves.
    pub program: String,
    /// The release of VTE it is made of, as `VTE_VERSION` counts.
    pub vte: Option<u32>,
    /// Whether tmux stands between it and the program.
    pub in_tmux: bool,
    /// Whether GNU screen does.
    pub in_screen: bool,
    /// Whether Emacs does.
    pub in_emacs: bool,
}

impl Told {
    /// What an environment tells.
    pub fn of(env: &impl Fn(&str) -> Option<String>) -> Self {
        let said = |name: &str| env(name).unwrap_or_default();
        let is_set = |name: &str| !said(name).is_empty();
        Self {
            term: said("TERM"),
            program: said("TERM_PROGRAM"),
            vte: said("VTE_VERSION").parse().ok(),
            in_tmux: is_set("TMUX"),
            in_screen: is_set("STY"),
            in_emacs: is_set("INSIDE_EMACS"),
        }
    }

    /// Whether it knows next to nothing: the Linux console, or none at all.
    pub fn is_poor(&self) -> bool {
        matches!(self.term.as_str(), "linux" | "dumb")
    }

    /// Whether it is made of a release of VTE before this one.
    pub fn is_vte_before(&self, release: u32) -> bool {
        self.vte.is_some_and(|vte| vte < release)
    }
}
