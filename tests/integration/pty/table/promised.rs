//! The keys people are promised: those of the default table, each written out here, so that no
//! change of the table takes one away unseen.

use pressroom::keys::{Action, Chord, Chords, Context, Keymap};

/// A line of the table of keys: where, what, and with which keys.
type Row = (&'static [Context], Action, &'static [&'static str]);

const RELEASE: &[Context] = &[Context::Text, Context::Contents, Context::Panel];
const TEXT: &[Context] = &[Context::Text];
const LIST: &[Context] = &[Context::List];
const PROMPT: &[Context] = &[Context::Prompt];
const ALL: &[Context] = &[Context::Text, Context::Contents, Context::Panel, Context::List];

const PROMISED: &[Row] = &[
    (ALL, Action::LineDown, &["j", "Down"]),
    (ALL, Action::LineUp, &["k", "Up"]),
    (ALL, Action::HalfPageDown, &["Ctrl-d", "d"]),
    (ALL, Action::HalfPageUp, &["Ctrl-u", "u"]),
    (ALL, Action::PageDown, &["Space", "Ctrl-f", "PageDown"]),
    (ALL, Action::PageUp, &["b", "Ctrl-b", "PageUp"]),
    (ALL, Action::First, &["g g", "Home"]),
    (ALL, Action::Last, &["G", "End"]),
    (RELEASE, Action::GoTo, &["#"]),
    (TEXT, Action::NextBlock, &["]"]),
    (TEXT, Action::PreviousBlock, &["["]),
    (TEXT, Action::NextParagraph, &["}"]),
    (TEXT, Action::PreviousParagraph, &["{"]),
    (RELEASE, Action::NextRelease, &["J"]),
    (RELEASE, Action::PreviousRelease, &["K"]),
    (TEXT, Action::FoldOrParent, &["h", "Left"]),
    (TEXT, Action::UnfoldOrChild, &["l", "Right"]),
    (TEXT, Action::ToggleFold, &["z a"]),
    (TEXT, Action::FoldAll, &["z M"]),
    (TEXT, Action::UnfoldAll, &["z R"]),
    (TEXT, Action::FoldLevel, &["z m"]),
    (TEXT, Action::UnfoldLevel, &["z r"]),
    (TEXT, Action::CentreLine, &["z z"]),
    (TEXT, Action::TopLine, &["z t"]),
    (TEXT, Action::BottomLine, &["z b"]),
    (RELEASE, Action::NextPane, &["Tab"]),
    (RELEASE, Action::PreviousPane, &["Shift-Tab"]),
    (RELEASE, Action::Find, &["/"]),
    (LIST, Action::Filter, &["/", "&"]),
    (RELEASE, Action::FindNext, &["n"]),
    (RELEASE, Action::FindPrevious, &["N"]),
    (PROMPT, Action::ToggleRegex, &["Alt-r"]),
    (ALL, Action::Cancel, &["Esc"]),
    (PROMPT, Action::Cancel, &["Esc"]),
    (RELEASE, Action::FindWord, &["*"]),
    (RELEASE, Action::Keep, &["&"]),
    (ALL, Action::Follow, &["Enter", "g d"]),
    (ALL, Action::Back, &["Ctrl-o", "Alt-Left"]),
    (ALL, Action::Forward, &["Alt-Right"]),
    (RELEASE, Action::SetMark, &["m"]),
    (ALL, Action::GoToMark, &["'"]),
    (RELEASE, Action::Peek, &["p"]),
    (TEXT, Action::SelectWords, &["v"]),
    (TEXT, Action::SelectBlocks, &["V"]),
    (&[Context::Select], Action::CopyText, &["y"]),
    (RELEASE, Action::CopyText, &["y y"]),
    (RELEASE, Action::CopyQuotation, &["y c"]),
    (RELEASE, Action::CopyAddress, &["y l"]),
    (ALL, Action::Edit, &["e"]),
    (RELEASE, Action::ToggleContents, &["o"]),
    (RELEASE, Action::TogglePanel, &["i"]),
    (RELEASE, Action::PanelNarrower, &["<"]),
    (RELEASE, Action::PanelWider, &[">"]),
    (ALL, Action::Themes, &["t"]),
    (ALL, Action::Palette, &[":", "Ctrl-p"]),
    (ALL, Action::Help, &["?", "F1"]),
    (ALL, Action::ToggleMouse, &["M"]),
    (ALL, Action::Close, &["q"]),
    (ALL, Action::QuitAll, &["Q"]),
    (ALL, Action::Interrupt, &["Ctrl-c"]),
];

#[test]
fn every_promised_key_does_what_was_promised() {
    let keymap = Keymap::builtin();
    let mut broken = Vec::new();
    for (contexts, action, promised) in PROMISED {
        for context in *contexts {
            let bound: Vec<&[Chord]> = keymap.chords(*context, *action).collect();
            for keys in *promised {
                let chords: Chords = keys.parse().unwrap();
                if !bound.contains(&&*chords) {
                    broken.push(format!("{keys} is not {} at {}", action.name(), context.name()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
