//! The list of releases.

use pressroom::app::{Shelved, Start};
use pressroom::reader::effect::Effect;
use pressroom::reader::message::Message;

use super::SIZE;
use crate::support::{Driver, release};

fn dated(title: &str, issuer: &str, date: &str) -> String {
    release(title, "", &format!("issuer: {issuer:?}, published: {date:?}, language: \"en\""))
}

fn four() -> Driver {
    let releases = [
        ("z.ron", dated("Élan vital", "Bureau", "2019-03-06")),
        ("a.ron", dated("beta", "Zoo", "2021")),
        ("m.ron", dated("Alpha", "Ministry", "2020-05")),
        ("bad.ron", "Release(".to_owned()),
    ];
    let releases: Vec<(&str, &str)> = releases.iter().map(|(n, t)| (*n, t.as_str())).collect();
    Driver::list(&releases, SIZE)
}

#[test]
fn the_list_is_sorted_by_each_column_in_turn_and_turned_round() {
    let mut driver = four();
    for (keys, rows, said) in [
        ("-", ["z.ron", "m.ron", "a.ron", "bad.ron"], ""),
        ("S", ["m.ron", "a.ron", "z.ron", "bad.ron"], "sorted by title"),
        ("S", ["z.ron", "m.ron", "a.ron", "bad.ron"], "sorted by issuer"),
        ("S", ["a.ron", "m.ron", "z.ron", "bad.ron"], "sorted by language"),
        ("S", ["a.ron", "m.ron", "z.ron", "bad.ron"], "sorted by file"),
        ("S", ["a.ron", "m.ron", "z.ron", "bad.ron"], "sorted by date"),
    ] {
        driver.press(keys);
        assert_eq!((driver.rows(), driver.said()), (rows.to_vec(), said), "{keys}");
    }
}

#[test]
fn the_cursor_stays_on_its_release_while_the_list_is_sorted_and_filtered() {
    let mut driver = four();
    driver.press("j S");
    assert_eq!(driver.rows()[driver.shelf().cursor], "m.ron");
    driver.press("/ a l p h a Esc");
    assert_eq!(driver.rows().len(), 4);
    assert_eq!(driver.rows()[driver.shelf().cursor], "m.ron");
}

#[test]
fn enter_in_the_filter_opens_the_release_under_the_cursor_and_keeps_the_filter() {
    let mut driver = four();
    driver.press("/").type_in("elan").press("Enter");
    assert_eq!(driver.place(), "z.ron title");
    driver.press("q");
    assert_eq!(driver.rows(), ["z.ron"]);
}

#[test]
fn the_filter_takes_effect_as_it_is_typed_and_knows_words_of_every_column() {
    let mut driver = four();
    driver.press("/").type_in("elan");
    assert_eq!(driver.rows(), ["z.ron"]);
    driver.press("Ctrl-u").type_in("2020 mini");
    assert_eq!(driver.rows(), ["m.ron"]);
    driver.press("Ctrl-u").type_in("q");
    assert_eq!(driver.rows(), Vec::<&str>::new());
    driver.press("Enter j k G g g Enter J");
    assert_eq!(driver.place(), "list");
    driver.press("Esc");
    assert_eq!(driver.rows().len(), 4);
    driver.press("/ b Down");
    assert_eq!(driver.shelf().cursor, 1);
    driver.press("Esc / x Backspace Backspace j");
    assert_eq!((driver.rows().len(), driver.shelf().is_typing), (4, false));
}

#[test]
fn rows_are_gone_through_to_both_ends_and_by_number() {
    let mut driver = four();
    for (keys, row) in
        [("j", 1), ("5 j", 3), ("k", 2), ("g g", 0), ("G", 3), ("2 G", 1), ("Space", 3), ("b", 0)]
    {
        driver.press(keys);
        assert_eq!(driver.shelf().cursor, row, "{keys}");
    }
}

#[test]
fn the_list_is_read_again_and_a_late_answer_is_dropped() {
    let mut driver = four();
    let first = driver.only_press("F5");
    let second = driver.only_press("F5");
    driver.perform(first);
    assert!(driver.shelf().entries.is_empty() && driver.shelf().is_reading);
    driver.perform(second);
    assert_eq!(driver.shelf().entries.len(), 4);
    let ticket = driver.model.list_ticket;
    driver.send(Message::Listed { ticket: ticket - 1, entries: Vec::new(), is_last: true });
    assert_eq!(driver.rows().len(), 4);
}

/// A list of a folder that holds `releases`, and the folder.
fn of_folder(releases: &[(&str, &str)]) -> (tempfile::TempDir, Driver) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, date) in releases {
        write(&folder, name, date);
    }
    let driver = Driver::start(Start::List(vec![Shelved::Path(folder.path().into())]), SIZE);
    (folder, driver)
}

fn write(folder: &tempfile::TempDir, name: &str, date: &str) {
    let path = folder.path().join(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
    std::fs::write(path, dated(name, "Bureau", date)).expect("it is written");
}

#[test]
fn what_comes_changes_and_goes_in_the_folder_does_so_in_the_list() {
    let (folder, mut driver) =
        of_folder(&[("a.ron", "2019"), ("b.ron", "2018"), ("c.ron", "2017")]);
    let path = |name: &str| folder.path().join(name);
    driver.press("j");
    write(&folder, "new.ron", "2020");
    driver.send(Message::FilesChanged(vec![path("new.ron")]));
    assert_eq!(driver.rows(), ["new.ron", "a.ron", "b.ron", "c.ron"]);
    assert_eq!(driver.rows()[driver.shelf().cursor], "b.ron", "the cursor stays on its release");
    // A folder with all that is in it, and what was changed.
    write(&folder, "sub/d.ron", "2021");
    write(&folder, "sub/deep/e.ron", "2016");
    write(&folder, "b.ron", "2022");
    driver.send(Message::FilesChanged(vec![path("sub"), path("b.ron"), path("sub")]));
    assert_eq!(driver.rows(), ["b.ron", "d.ron", "new.ron", "a.ron", "c.ron", "e.ron"]);
    assert_eq!(driver.rows()[driver.shelf().cursor], "b.ron");
    driver.press("/").type_in("d.ron");
    write(&folder, "bad.ron", "2022");
    std::fs::write(path("bad.ron"), "Release(").expect("it is written");
    driver.send(Message::FilesChanged(vec![path("bad.ron")]));
    assert_eq!((driver.rows(), driver.shelf().faulty()), (vec!["d.ron", "bad.ron"], 1));
    driver.press("Esc G k k");
    assert_eq!(driver.rows()[driver.shelf().cursor], "c.ron");
    // What is gone leaves the cursor near where it was.
    std::fs::remove_dir_all(path("sub")).expect("it is removed");
    std::fs::remove_file(path("c.ron")).expect("it is removed");
    driver.send(Message::FilesChanged(vec![path("sub"), path("c.ron")]));
    assert_eq!(driver.rows(), ["b.ron", "new.ron", "a.ron", "bad.ron"]);
    assert_eq!(driver.rows()[driver.shelf().cursor], "bad.ron");
}

#[test]
fn what_changes_while_the_list_is_read_is_read_again_after_that() {
    let (folder, mut driver) = of_folder(&[("a.ron", "2019")]);
    let asked = driver.only_press("F5");
    write(&folder, "b.ron", "2020");
    driver.send(Message::FilesChanged(vec![folder.path().join("b.ron")]));
    assert!(driver.rows().is_empty());
    driver.perform(asked);
    assert_eq!(driver.rows(), ["b.ron", "a.ron"], "each of them once");
    let ticket = driver.model.list_ticket;
    let late = Message::Relisted {
        ticket: ticket - 1,
        paths: vec![folder.path().into()],
        entries: Vec::new(),
    };
    driver.send(late);
    assert_eq!(driver.rows().len(), 2);
}

#[test]
fn a_release_that_opens_while_a_filter_is_typed_has_the_keys() {
    let mut driver = four();
    let opening = driver.only_press("Enter");
    assert!(matches!(opening[..], [Effect::Open { .. }]));
    driver.press("/ a");
    driver.perform(opening);
    assert_eq!(driver.place(), "a.ron title");
    assert!(!driver.status().starts_with('/'), "{}", driver.status());
    driver.press("q");
    assert!(!driver.shelf().is_typing);
}

#[test]
fn closing_what_is_still_on_its_way_leads_to_the_list() {
    let mut driver = four();
    for (before, opens) in [("", "Enter"), ("Enter", "J")] {
        if !before.is_empty() {
            driver.press(before);
        }
        let opening = driver.only_press(opens);
        assert!(matches!(opening[..], [Effect::Open { .. }]), "{opens}");
        assert!(driver.only_press("q").is_empty(), "{opens}");
        driver.perform(opening);
        assert_eq!(driver.place(), "list", "{opens}");
    }
    assert!(matches!(driver.only_press("q")[..], [Effect::Quit]));
}

#[test]
fn the_cursor_stays_at_the_top_while_files_come_in_until_it_is_moved() {
    let mut driver = four();
    let effects = driver.only_press("F5");
    driver.perform(effects);
    assert_eq!(driver.shelf().cursor, 0);
}

/// The release under the cursor, and its row on the screen.
fn under_cursor(driver: &Driver) -> (String, usize) {
    let shelf = driver.shelf();
    (driver.rows()[shelf.cursor].to_owned(), shelf.cursor - shelf.top)
}

fn many(size: (u16, u16)) -> Driver {
    let names: Vec<String> = (10..60).map(|number| format!("r{number}.ron")).collect();
    let text = dated("Harbours", "Bureau", "2019");
    let releases: Vec<(&str, &str)> = names.iter().map(|n| (n.as_str(), text.as_str())).collect();
    Driver::list(&releases, size)
}

#[test]
fn the_cursor_stays_on_its_release_and_row_while_the_list_is_read_again() {
    for keys in ["2 0 j k k", "2 0 j Enter q", "/ r 3 Enter q j j", "G"] {
        let mut driver = many((80, 16));
        driver.press(keys);
        let before = under_cursor(&driver);
        assert_ne!(before, ("r10.ron".to_owned(), 0), "{keys}");
        driver.press("F5");
        assert_eq!(under_cursor(&driver), before, "{keys}");
        // As after the editor.
        driver.send(Message::Edited(Ok(())));
        assert_eq!(under_cursor(&driver), before, "{keys}");
        driver.only_press("F5");
        driver.press("F5");
        assert_eq!(under_cursor(&driver), before, "{keys}");
    }
}

#[test]
fn where_the_release_under_the_cursor_is_gone_it_stays_near_where_it_was() {
    let mut driver = many(SIZE);
    driver.press("5 j");
    driver.only_press("F5");
    let ticket = driver.model.list_ticket;
    let listed = many(SIZE).model.shelf.take().expect("a list").entries;
    let left = listed.into_iter().filter(|entry| entry.name.as_str() != "r15.ron").collect();
    driver.send(Message::Listed { ticket, entries: left, is_last: false });
    assert_eq!(driver.shelf().cursor, 0);
    driver.send(Message::Listed { ticket, entries: Vec::new(), is_last: true });
    assert_eq!(under_cursor(&driver).0, "r16.ron");
}

#[test]
fn a_new_filter_begins_empty_and_giving_it_up_brings_the_one_before_back() {
    let mut driver = four();
    driver.press("/").type_in("elan").press("Enter q /").type_in("mini");
    assert_eq!(driver.rows(), ["m.ron"]);
    driver.press("Esc");
    assert_eq!(driver.rows(), ["z.ron"]);
    driver.press("Esc");
    assert_eq!(driver.rows().len(), 4);
}

#[test]
fn there_is_nothing_to_edit_in_a_list_that_shows_nothing() {
    let mut driver = four();
    driver.press("/").type_in("xyzzy").press("Enter");
    assert!(driver.rows().is_empty());
    assert!(driver.only_press("e").is_empty());
    assert_eq!(driver.said(), "no release is left in the list to be edited");
}
