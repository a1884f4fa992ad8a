//! What is kept is found again, by path and by content, whoever else writes.

use std::fs;

use super::*;

fn who(path: &str, content: &str) -> Who {
    let path = (!path.is_empty()).then(|| PathBuf::from(path));
    Who { path, content: Content::of_bytes(content.as_bytes()), title: "A \"title\"".to_owned() }
}

fn at(address: &str) -> Changes {
    let place = Anchor { at: address.to_owned(), words: "Words".to_owned(), byte: 3 };
    Changes { position: Some(Position { place, ..Position::default() }), ..Changes::default() }
}

fn mark(letter: char, address: Option<&str>) -> Changes {
    let anchor = |at: &str| Anchor { at: at.to_owned(), ..Anchor::default() };
    Changes { marks: BTreeMap::from([(letter, address.map(anchor))]), ..Changes::default() }
}

fn stopped(store: &Store, who: &Who) -> Option<String> {
    store.recall(who).unwrap()?.position.map(|position| position.place.at)
}

fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::new(folder.path().join("pressroom"));
    (folder, store)
}

#[test]
fn a_moved_file_is_found_by_content_and_a_corrected_one_by_path() {
    let (_folder, store) = store();
    assert_eq!(stopped(&store, &who("/a.ron", "one")), None);
    store.keep(&who("/a.ron", "one"), at("2.1"), "now").unwrap();
    assert_eq!(stopped(&store, &who("/a.ron", "one")), Some("2.1".into()));
    assert_eq!(stopped(&store, &who("/a.ron", "corrected")), Some("2.1".into()));
    assert_eq!(stopped(&store, &who("/moved.ron", "one")), Some("2.1".into()));
    assert_eq!(stopped(&store, &who("/other.ron", "other")), None);
    // The moved one goes its own way, marks and all.
    store.keep(&who("/a.ron", "one"), mark('x', Some("3")), "now").unwrap();
    store.keep(&who("/moved.ron", "one"), at("4"), "now").unwrap();
    assert_eq!(stopped(&store, &who("/a.ron", "one")), Some("2.1".into()));
    let moved = store.recall(&who("/moved.ron", "one")).unwrap().unwrap();
    assert_eq!((moved.marks.len(), moved.position.unwrap().place.at), (1, "4".to_owned()));
    assert_eq!(stopped(&store, &who("/again.ron", "one")), Some("4".into()));
}

#[test]
fn files_that_change_names_keep_what_was_theirs() {
    let (_folder, store) = store();
    store.keep(&who("/a.ron", "one"), at("1"), "now").unwrap();
    store.keep(&who("/b.ron", "two"), at("2"), "now").unwrap();
    // Now b has the name of a, and a that of b.
    assert_eq!(stopped(&store, &who("/a.ron", "two")), Some("2".into()));
    store.keep(&who("/a.ron", "two"), at("2.2"), "now").unwrap();
    assert_eq!(stopped(&store, &who("/b.ron", "one")), Some("1".into()));
    assert_eq!(stopped(&store, &who("/a.ron", "two")), Some("2.2".into()));
}

#[test]
fn a_release_in_no_file_is_known_by_what_it_says() {
    let (_folder, store) = store();
    store.keep(&who("", "one"), at("2"), "now").unwrap();
    assert_eq!(stopped(&store, &who("", "one")), Some("2".into()));
    assert_eq!(stopped(&store, &who("", "two")), None);
}

#[test]
fn each_reader_changes_only_what_is_its_own() {
    let (_folder, store) = store();
    let who = who("/a.ron", "one");
    store.keep(&who, mark('a', Some("1")), "now").unwrap();
    store.keep(&who, mark('b', Some("2")), "now").unwrap();
    store.keep(&who, at("3"), "now").unwrap();
    store.keep(&who, mark('a', None), "now").unwrap();
    let record = store.recall(&who).unwrap().unwrap();
    assert_eq!(record.marks.keys().collect::<Vec<_>>(), [&'b']);
    assert_eq!(record.position.unwrap().place.at, "3");
}

#[test]
fn many_readers_at_once_lose_nothing() {
    let (_folder, store) = store();
    std::thread::scope(|scope| {
        for letter in 'a'..='p' {
            let store = &store;
            scope.spawn(move || {
                store.keep(&who("/a.ron", "one"), mark(letter, Some("1")), "now").unwrap();
            });
        }
    });
    assert_eq!(store.recall(&who("/a.ron", "one")).unwrap().unwrap().marks.len(), 16);
}

#[test]
fn what_nobody_read_is_not_remembered() {
    let (folder, store) = store();
    store.keep(&who("/a.ron", "one"), at("title"), "now").unwrap();
    assert_eq!(stopped(&store, &who("/a.ron", "one")), Some("title".into()), "a line further on");
    let start = Changes { position: Some(Position::default()), ..Changes::default() };
    let mut first = start.clone();
    first.position.as_mut().unwrap().place.at = "title".to_owned();
    store.keep(&who("/b.ron", "two"), first, "now").unwrap();
    assert_eq!(fs::read_dir(folder.path().join("pressroom/releases")).unwrap().count(), 1);
}

#[test]
fn what_cannot_be_read_is_set_aside_and_what_is_newer_is_left() {
    let (_folder, store) = store();
    let who = who("/a.ron", "one");
    store.keep(&who, at("2"), "now").unwrap();
    let file = store.by_path(Path::new("/a.ron"));
    fs::write(&file, "Kept(format: 1, posi").unwrap();
    let Err(Fault::SetAside(aside)) = store.recall(&who) else { panic!("it is set aside") };
    assert_eq!(fs::read_to_string(&aside).unwrap(), "Kept(format: 1, posi");
    assert!(!file.exists());
    store.keep(&who, at("3"), "now").unwrap();
    assert_eq!(stopped(&store, &who), Some("3".into()));
    fs::write(&file, "Kept(format: 2, position: New(1))").unwrap();
    assert!(matches!(store.recall(&who), Err(Fault::Newer(_))));
    assert!(matches!(store.keep(&who, at("4"), "now"), Err(Fault::Newer(_))));
    assert!(fs::read_to_string(&file).unwrap().contains("New(1)"));
}

#[test]
fn the_oldest_leave_but_marks_stay() {
    let (folder, mut store) = store();
    store.most = 20;
    store.keep(&who("/dear.ron", "dear"), mark('a', Some("1")), "now").unwrap();
    for number in 0..30 {
        store.keep(&who(&format!("/{number}.ron"), &number.to_string()), at("1"), "now").unwrap();
    }
    let left = fs::read_dir(folder.path().join("pressroom/releases")).unwrap().count();
    assert!((15..=20).contains(&left), "{left}");
    assert!(store.recall(&who("/dear.ron", "dear")).unwrap().is_some());
    assert_eq!(stopped(&store, &who("/29.ron", "29")), Some("1".into()));
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "").unwrap();
    let store = Store::new(folder.path().join("file/pressroom"));
    assert!(matches!(store.keep(&who("/a.ron", "one"), at("2"), "now"), Err(Fault::Io { .. })));
    assert!(store.recall(&who("/a.ron", "one")).unwrap().is_none());
}
