//! The keys of presets and of a person's own, and those of other keyboard layouts.

use pressroom::keys::{Action, Chords, Context, Keymap, Preset, Resolved};
use pressroom::reader::effect::Effect;
use pressroom::reader::message::Message;
use pressroom::reader::model::Popup;
use pressroom::theme::Role;

use super::{nine, open, outline};
use crate::support::{Driver, release};

fn with(keymap: Keymap, ron: &str) -> Driver {
    let mut driver = open(ron);
    driver.model.keymap = keymap;
    driver
}

#[test]
fn each_preset_moves_as_its_hands_expect() {
    for (preset, keys, at) in [
        (Preset::Vim, "G g g 3 G", "3"),
        (Preset::Less, "G g 3 g", "3"),
        (Preset::Less, "> < 4 >", "4"),
        (Preset::Less, "Enter Enter e", "1+2"),
        (Preset::Less, "} } }", "3"),
        (Preset::Helix, "g e g g 3 g g", "3"),
        (Preset::Helix, "] p ] p", "2"),
        (Preset::Helix, "] b ] b [ b", "1"),
        (Preset::Arrows, "End Home Shift-Down Shift-Down", "2"),
        (Preset::Arrows, "F7 5 Enter", "5"),
    ] {
        let mut driver = with(preset.keymap(), &nine());
        driver.press(keys);
        assert_eq!(driver.at(), at, "{keys} in {}", preset.name());
    }
}

#[test]
fn hints_and_help_tell_the_keys_that_count() {
    let driver = with(Preset::Arrows.keymap(), &nine());
    assert!(driver.status().ends_with("F1 help"), "{}", driver.status());
    let mut driver = with(Preset::Less.keymap(), &nine());
    driver.press("h /").type_in("help");
    assert!(driver.screen().iter().any(|row| row.contains("h · H · ? · F1")));
}

#[test]
fn a_persons_keys_count_over_a_preset() {
    let own = r#"{ Global: [(Last, ["x"])], Text: [(FoldAll, ["X"]), (Find, [])] }"#;
    let mut driver = with(Preset::Helix.keymap().with(own).unwrap(), &outline());
    driver.press("X x");
    assert_eq!(driver.at(), "n1");
    driver.press("/");
    assert!(driver.model.popup.is_none());
}

/// Lets the moment pass after which a menu shows what an unfinished sequence may become.
fn wait(driver: &mut Driver) {
    let ticket = driver.model.pending.ticket;
    driver.send(Message::Waited { ticket });
}

fn shows(driver: &Driver, words: &str) -> bool {
    driver.screen().iter().any(|row| row.contains(words))
}

#[test]
fn an_unfinished_sequence_shows_what_it_may_become_after_a_moment() {
    let mut driver = open(&outline());
    driver.press("z");
    assert!(!shows(&driver, "Fold everything"), "not at once");
    wait(&mut driver);
    assert!(shows(&driver, "─ z …") && shows(&driver, "M  Fold everything"));
    driver.press("M");
    assert!(!shows(&driver, "Fold everything") && !shows(&driver, "Deep, first"), "and it is done");
    driver.press("z");
    wait(&mut driver);
    driver.press("Esc");
    assert!(!shows(&driver, "Fold everything"), "Esc gives the sequence up");
    driver.press("z");
    wait(&mut driver);
    driver.press("j");
    assert_eq!(driver.said(), "zj does nothing here; ? shows what does");
}

#[test]
fn a_moment_that_passed_too_late_shows_nothing() {
    let mut driver = open(&outline());
    driver.press("z");
    let late = driver.model.pending.ticket;
    driver.press("a z");
    driver.send(Message::Waited { ticket: late });
    assert!(!driver.model.pending.is_shown);
    wait(&mut driver);
    assert!(driver.model.pending.is_shown);
    driver.press("Esc");
    driver.send(Message::Waited { ticket: driver.model.pending.ticket });
    assert!(!driver.model.pending.is_shown);
}

#[test]
fn a_moment_is_waited_for_only_while_a_sequence_is_unfinished() {
    let mut driver = open(&outline());
    let waits = |effects: Vec<Effect>| {
        effects.iter().filter(|effect| matches!(effect, Effect::WaitForKeys { .. })).count()
    };
    assert_eq!(waits(driver.only_press("j G 3 g g Tab Tab")), 1);
    driver.model.keymap = Preset::Helix.keymap();
    assert_eq!(waits(driver.only_press("Ctrl-w")), 1);
}

#[test]
fn the_menu_goes_on_with_the_sequence() {
    let mut driver = open(&outline());
    driver.model.keymap = Keymap::builtin()
        .with(r#"{ Text: [(FoldAll, ["x a b"]), (UnfoldAll, ["x a c"]), (Help, ["x d"])] }"#)
        .unwrap();
    driver.press("x");
    wait(&mut driver);
    assert!(shows(&driver, "ab  Fold everything") && shows(&driver, "d   Help"));
    assert!(driver.only_press("a").is_empty(), "no further wait");
    assert!(shows(&driver, "─ xa …") && shows(&driver, "b  Fold everything"));
    assert!(!shows(&driver, "d   Help"));
}

#[test]
fn letters_of_other_layouts_are_the_keys_under_the_fingers() {
    for (typed, at) in [
        ("пп", "title"),
        ("ㅎㅎ", "title"),
        ("3П", "3"),
        ("4пп", "4"),
        ("4ㅎㅎ", "4"),
        ("оо", "5+2"),
        ("ㅓㅓ", "5+2"),
        ("4ㅓ", "6+1"),
        ("ㅎㅎㅓㅓ", "1+1"),
        ("яяо", "5+1"),
    ] {
        let mut driver = open(&nine());
        driver.press("5 G").type_in(typed);
        assert_eq!(driver.at(), at, "{typed}");
    }
}

#[test]
fn what_an_input_method_put_together_is_taken_for_its_keys() {
    // Two keys in one letter, or the first of them after another.
    for (typed, keys) in [("어", "d j"), ("ㅚ", "h l"), ("ㅎ허", "g g j"), ("ㅋㄲ", "z R")] {
        let (mut driver, mut latin) = (open(&nine()), open(&nine()));
        latin.press("5 G z a").press(keys);
        driver.press("5 G z a").type_in(typed);
        assert_eq!(driver.at(), latin.at(), "{typed}");
        assert_eq!(driver.screen(), latin.screen(), "{typed}");
    }
}

#[test]
fn other_layouts_reach_the_keys_of_every_preset() {
    for (preset, typed, at) in [
        (Preset::Less, "П", "9+2"),
        (Preset::Less, "ㅎ", "title"),
        (Preset::Less, "3п", "3"),
        (Preset::Helix, "пу", "9+2"),
        (Preset::Helix, "ㅎㄷ", "9+2"),
        (Preset::Helix, "게", "5"),
    ] {
        let mut driver = with(preset.keymap(), &nine());
        driver.press("# 5 Enter").type_in(typed);
        assert_eq!(driver.at(), at, "{typed} in {}", preset.name());
    }
    let mut driver = open(&nine());
    driver.model.keymap = Preset::Helix.keymap();
    driver.press("Space").type_in("ш");
    assert_eq!(driver.reading().panel.shown, pressroom::reader::reading::panel::Shown::Open);
}

#[test]
fn a_sequence_begun_in_another_layout_has_its_menu_too() {
    for begun in ["я", "ㅋ"] {
        let mut driver = open(&outline());
        driver.type_in(begun);
        wait(&mut driver);
        assert!(shows(&driver, "M  Fold everything"), "{begun}");
    }
}

#[test]
fn sentences_name_the_keys_that_count() {
    let own = r#"{ Global: [(Help, ["F9"])], Reading: [(Find, ["x"]), (GoTo, [])] }"#;
    let mut driver = with(Keymap::builtin().with(own).unwrap(), &nine());
    driver.press("n");
    assert_eq!(driver.said(), "nothing to find; x asks for words");
    driver.press("Z");
    assert_eq!(driver.said(), "Z does nothing here; F9 shows what does");
    driver.send(Message::Paste("words".to_owned()));
    assert_eq!(driver.said(), "pasted text is not taken for keys; x first");
    driver.press("9 9 .").type_in("9").press("Enter");
    assert!(shows(&driver, "there is no address 99.9"));
    driver.press("Esc Ctrl-c");
    assert_eq!(driver.said(), "Ctrl-c again quits; so does Q");
}

#[test]
fn the_keys_from_hit_to_hit_are_hinted_while_there_are_hits() {
    let mut driver = open(&nine());
    driver.press("/").type_in("word3").press("Enter");
    let hints = driver.status();
    assert!(hints.contains("n next hit") && hints.contains("N previous hit"), "{hints}");
    for keys in ["Esc", "/ q q q q Enter"] {
        driver.press(keys);
        assert!(!driver.status().contains("hit"), "{keys}: {}", driver.status());
    }
}

#[test]
fn what_cannot_be_read_again_or_gone_on_from_is_not_hinted() {
    let text = release("Bare", "Paragraph(text: \"Words.\")", "");
    let mut driver = Driver::list(&[("a.ron", &text), ("b.ron", &text)], (200, 24));
    assert!(!driver.status().contains("reload"), "{}", driver.status());
    driver.press("Enter");
    assert!(driver.status().contains("J next release"), "{}", driver.status());
    assert!(!driver.status().contains("reload"), "{}", driver.status());
    driver.press("J");
    assert!(!driver.status().contains("next release"), "{}", driver.status());
    let mut driver = Driver::samples((200, 24));
    assert!(driver.status().contains("F5 reload"), "{}", driver.status());
    driver.press("Enter");
    assert!(driver.status().contains("F5 reload"), "{}", driver.status());
}

#[test]
fn a_key_that_would_find_nothing_is_no_hint() {
    let bare = release("Bare", "Paragraph(text: \"Words.\")", "");
    let mut driver = Driver::text(&bare, (200, 24));
    for hint in ["next fact", "problems", "back", "edit", "next release", "Enter"] {
        assert!(!driver.status().contains(hint), "{hint}: {}", driver.status());
    }
    driver.press("G");
    assert!(driver.status().contains("Ctrl-o back"));
    let sample = Driver::sample("2019-03-06-kazakhstan.en", (200, 24));
    assert!(sample.status().contains("f next fact") && sample.status().contains("e edit"));
    let mut facts = Driver::sample("2019-03-06-kazakhstan.en", (200, 24));
    facts.press("Tab");
    let entry = |driver: &Driver| driver.picture().in_role(Role::PanelCurrent).join(" ");
    for (keys, said) in [("G", ""), ("k", "Enter open it"), ("g g", "Enter go there")] {
        facts.press(keys);
        assert!(facts.status().contains(said), "{}", entry(&facts));
        assert_eq!(facts.status().contains("Enter"), !said.is_empty(), "{}", entry(&facts));
    }
    let mut peek = open(&nine());
    assert!(peek.press("2 p").status().contains("Enter go there"));
    assert!(!peek.status().contains("next one"), "{}", peek.status());
    assert!(peek.press("Esc p").status().contains("next one"), "{}", peek.status());
    let empty = Driver::list(&[], (200, 24));
    assert!(!empty.status().contains("open") && !empty.status().contains("filter"));
}

#[test]
fn the_help_is_searched_as_the_palette_is_and_its_own_place_comes_first() {
    let mut driver = open(&nine());
    driver.press("? /").type_in("mention");
    let rows = driver.screen();
    let place = |words: &str| rows.iter().position(|row| row.contains(words));
    assert!(place("In the facts").is_some());
    driver.press("Esc Esc Tab ? /").type_in("mention");
    let rows = driver.screen();
    let place = |words: &str| rows.iter().position(|row| row.contains(words));
    assert!(place("Next mention") < place("In the text").or(Some(99)));
    let is_heading = |row: &String| row.trim_matches(['│', ' ']) == "In the facts";
    assert!(!rows.iter().any(is_heading), "it is where the help was asked for");
    let mut driver = open(&nine());
    driver.press("? /").type_in("foldall").press("Enter Enter");
    assert!(driver.model.popup.is_none());
    assert!(shows(&driver, "▸"), "by its name");
}

#[test]
fn what_is_typed_goes_by_clusters_with_the_cursor_after_it() {
    for (open_line, sign) in [("/", 1_u16), (":", 1), ("#", 1)] {
        let mut driver = open(&nine());
        let cursor = |driver: &Driver| driver.picture().cursor.expect("a line is typed").x;
        driver.press(open_line).type_in("한글e\u{301}");
        assert_eq!(cursor(&driver), sign + 5, "{open_line}");
        driver.send(Message::Paste("\u{1112}\u{1161}\u{11ab} 가".to_owned()));
        assert_eq!(cursor(&driver), sign + 5 + 2 + 1 + 2);
        driver.press("Left Left Backspace");
        assert_eq!(cursor(&driver), sign + 5);
        assert!(driver.status().starts_with(&format!("{open_line}한글e\u{301} 가")));
        driver.press("Backspace Backspace");
        assert_eq!(cursor(&driver), sign + 2);
    }
}

#[test]
fn the_keys_that_were_promised_are_the_default() {
    use Action as A;
    let keymap = Keymap::builtin();
    for (keys, action) in [
        ("j | k | Down | Up", &[A::LineDown, A::LineUp, A::LineDown, A::LineUp][..]),
        (
            "Ctrl-d | Ctrl-u | d | u",
            &[A::HalfPageDown, A::HalfPageUp, A::HalfPageDown, A::HalfPageUp],
        ),
        ("Space | Ctrl-f | PageDown", &[A::PageDown, A::PageDown, A::PageDown]),
        ("b | Ctrl-b | PageUp", &[A::PageUp, A::PageUp, A::PageUp]),
        ("g g | Home | G | End", &[A::First, A::First, A::Last, A::Last]),
        ("# | / | n | N", &[A::GoTo, A::Find, A::FindNext, A::FindPrevious]),
        (
            "] | [ | } | {",
            &[A::NextBlock, A::PreviousBlock, A::NextParagraph, A::PreviousParagraph],
        ),
        ("J | K", &[A::NextRelease, A::PreviousRelease]),
        (
            "h | l | Left | Right",
            &[A::FoldOrParent, A::UnfoldOrChild, A::FoldOrParent, A::UnfoldOrChild],
        ),
        ("z a | z M | z R", &[A::ToggleFold, A::FoldAll, A::UnfoldAll]),
        ("z m | z r", &[A::FoldLevel, A::UnfoldLevel]),
        ("z z | z t | z b", &[A::CentreLine, A::TopLine, A::BottomLine]),
        ("Tab | Shift-Tab", &[A::NextPane, A::PreviousPane]),
        ("Enter | g d", &[A::Follow, A::Follow]),
        ("Ctrl-o | Alt-Left | Alt-Right", &[A::Back, A::Back, A::Forward]),
        ("i | < | >", &[A::TogglePanel, A::PanelNarrower, A::PanelWider]),
        ("e | : | Ctrl-p", &[A::Edit, A::Palette, A::Palette]),
        (
            "? | F1 | q | Q | Ctrl-c | Esc",
            &[A::Help, A::Help, A::Close, A::QuitAll, A::Interrupt, A::Cancel],
        ),
    ] {
        for (keys, action) in keys.split(" | ").zip(action) {
            let chords: Chords = keys.parse().unwrap();
            let (last, before) = chords.split_last().unwrap();
            let found = keymap.resolve(Context::Text, before, *last);
            assert_eq!(found, Resolved::Action(*action), "{keys}");
        }
    }
}

#[test]
fn what_the_help_lies_over_comes_back() {
    for leave in ["Esc", "q", "?", "F1", "outside"] {
        let mut driver = open(&nine());
        driver.press("5 G m a 2 G g m ?");
        assert!(matches!(driver.model.popup, Some(Popup::Help(_))));
        if leave == "outside" {
            driver.click((0, 23))
        } else {
            driver.press(leave)
        };
        assert!(matches!(driver.model.popup, Some(Popup::Marks(_))), "{leave}");
        driver.press("Enter");
        assert_eq!(driver.at(), "5", "{leave}");
    }
}

#[test]
fn what_is_chosen_in_the_help_is_done_to_what_it_lies_over() {
    let mut driver = open(&nine());
    let usual = driver.model.theme_name().to_owned();
    driver.press("t j j");
    let seen = driver.model.theme_name().to_owned();
    assert_ne!(seen, usual);
    driver.press("?");
    assert_eq!(driver.model.theme_name(), seen, "it still shows under the help");
    driver.press("/").type_in("close, or").press("Enter Enter");
    assert_eq!(driver.place(), "test.ron title", "the list of themes is closed, not the release");
    assert!(driver.model.popup.is_none());
    driver.press("5 G m a 2 G g m ? /").type_in("follow").press("Enter Enter");
    assert_eq!(driver.at(), "5");
}

#[test]
fn a_line_being_typed_stays_under_the_help() {
    for (keys, sign) in [("/", "/"), ("&", "&"), ("#", "#"), ("|", "|")] {
        let mut driver = open(&nine());
        driver.press(keys).type_in("4").press("F1");
        assert!(driver.screen().iter().any(|row| row.contains("Typing")), "its keys come first");
        driver.press("Esc").type_in("2");
        assert!(driver.status().starts_with(&format!("{sign}42")), "{}", driver.status());
    }
}

#[test]
fn what_belongs_to_another_place_is_said_to() {
    let mut driver = open(&nine());
    driver.press("? /").type_in("other end").press("Enter Enter");
    assert_eq!(driver.said(), "While text is selected only; here it does nothing");
    driver.press("? /").type_in("next match").press("Enter Enter");
    assert_eq!(driver.said(), "While typing only; here it does nothing");
}

#[test]
fn the_palette_does_what_it_offers_to_what_it_lies_over() {
    let mut driver = open(&nine());
    driver.press("t j j");
    let seen = driver.model.theme_name().to_owned();
    driver.press(":").type_in("close, or");
    assert_eq!(driver.model.theme_name(), seen);
    driver.press("Esc");
    assert!(matches!(driver.model.popup, Some(Popup::Themes(_))));
    driver.press(":").type_in("follow").press("Enter");
    assert_eq!(driver.model.theme_name(), seen, "it is kept");
    assert!(driver.model.popup.is_none());
    driver.press("2 p ? : 5 Enter");
    assert_eq!((driver.at().as_str(), driver.model.popup.is_none()), ("5", true));
}

#[test]
fn sequences_of_the_whole_release_are_told_and_done_in_the_facts_and_the_contents() {
    for pane in ["Tab", "o"] {
        let mut driver = open(&outline());
        driver.press(&format!("{pane} z"));
        let ticket = driver.model.pending.ticket;
        driver.send(Message::Waited { ticket });
        let screen = driver.screen().join("\n");
        for told in ["a  Fold or unfold", "e  The text alone", "s  More or fewer empty"] {
            assert!(screen.contains(told), "{pane}: {screen}");
        }
        let spacing = driver.model.settings.line_spacing;
        driver.press("s");
        assert_ne!(driver.model.settings.line_spacing, spacing, "{pane}");
        driver.press("z M");
        assert!(!driver.screen().iter().any(|row| row.contains("Deep, first")), "{pane}");
    }
    let mut driver = with(Preset::Helix.keymap(), &outline());
    driver.press("Tab ] p");
    assert!(driver.said().starts_with("]p does nothing here"), "{}", driver.said());
}
