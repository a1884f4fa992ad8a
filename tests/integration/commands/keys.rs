//! `pressroom keys`: presets, a person's own file, and what is wrong in it.

use super::Place;

#[test]
fn keys_are_printed_for_people_for_programs_and_as_a_file() {
    let place = Place::new();
    let text = place.run(&["keys"]).printed(0);
    assert!(text.starts_with("Everywhere but in a prompt\n"), "{text}");
    let row = text.lines().find(|row| row.ends_with("To the beginning")).unwrap();
    assert!(row.trim_start().starts_with("gg · Home  "), "{row}");
    let json = place.run(&["keys", "--format", "json"]).printed(0);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let first = json.as_array().unwrap().iter().find(|row| row["action"] == "First").unwrap();
    assert_eq!(first["place"], "Text");
    assert_eq!(first["keys"], serde_json::json!(["g g", "Home"]));
    assert_eq!(first["sentence"], "To the beginning");
}

#[test]
fn a_preset_shows_its_own_keys() {
    let place = Place::new();
    for (preset, keys) in [
        ("vim", "gg · Home"),
        ("less", "g · < · Home · Alt-<"),
        ("helix", "gg · Home"),
        ("arrows", "Home"),
    ] {
        let text = place.run(&["keys", "--keys", preset]).printed(0);
        let row = text.lines().find(|row| row.ends_with("To the beginning")).unwrap();
        assert!(row.trim_start().starts_with(&format!("{keys}  ")), "{row}");
    }
}

#[test]
fn what_is_printed_as_a_file_gives_the_same_keys_again() {
    let place = Place::new();
    for preset in ["vim", "less", "helix", "arrows"] {
        let args = ["keys", "--keys", preset, "--format"];
        let ron = place.run(&[&args[..], &["ron"]].concat()).printed(0);
        let json = place.run(&[&args[..], &["json"]].concat()).printed(0);
        place.write("mine.ron", ron);
        let again = place.run(&["keys", "--keys", "mine.ron", "--format", "json"]).printed(0);
        assert_eq!(again, json, "{preset}");
    }
}

#[test]
fn the_file_beside_the_settings_counts_and_one_that_is_named_stands_in_its_place() {
    let place = Place::new();
    let row = |args: &[&str]| {
        let text = place.run(args).printed(0);
        text.lines().find(|row| row.ends_with("  Help")).unwrap().trim().to_owned()
    };
    place.write(".config/pressroom/keys.ron", "{ Global: [(Help, [\"F9\"])] }");
    assert!(row(&["keys"]).starts_with("F9  "));
    assert!(row(&["keys", "--keys", "less"]).starts_with("F9  "), "over any preset");
    place.write("other.ron", "{ Global: [(Help, [\"F8\"])] }");
    assert!(row(&["keys", "--keys", "other.ron", "--keys", "less"]).starts_with("F8  "));
    place.write(".config/pressroom/config.ron", "(keys: Less)");
    place.write(".config/pressroom/keys.ron", "{}");
    assert!(row(&["keys"]).starts_with("h · H · ? · F1  "));
    assert!(row(&["keys", "--keys", "vim"]).starts_with("? · F1  "));
}

#[test]
fn faults_are_told_all_at_once_and_the_usual_keys_printed() {
    let place = Place::new();
    let usual = place.run(&["keys"]).printed(0);
    place.write(
        ".config/pressroom/keys.ron",
        "{\n  Text: [(Fidn, [\"x\"]),\n    (Help, [\"C-h\"])],\n  Panle: [],\n}\n",
    );
    let outcome = place.run(&["keys"]);
    assert_eq!((outcome.code, outcome.out), (Some(1), usual));
    assert_eq!(
        outcome.err,
        "pressroom: keys.ron:2:11: no action `Fidn`; did you mean `Find`?\n\
         pressroom: keys.ron:3:14: no modifier `C`; there are Ctrl, Alt and Shift; did you mean \
         `Ctrl-h`?\n\
         pressroom: keys.ron:4:3: no place `Panle`; did you mean `Panel`?\n"
    );
}

#[test]
fn a_preset_that_is_not_there_is_told_with_those_that_are() {
    let place = Place::with_release();
    for args in [&["keys", "--keys", "emacs"][..], &["--keys", "emacs", "a.ron"]] {
        assert_eq!(
            place.run(args).said(2),
            "pressroom: --keys emacs: there is no such file, and the presets are vim, less, helix, \
             arrows\n"
        );
    }
}
