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

/// A place fits as long as its release says the same as before.
fn recall(store: &Store, who: &Who) -> Result<Option<Record>, Fault> {
    let is_same = |record: &Record| record.content.as_ref() == Some(&who.content);
    store.recall(who.path.as_deref(), is_same, || who.content.clone())
}

fn keep(store: &Store, who: &Who, changes: &Changes) -> Result<(), Fault> {
    store.keep(who, |record| record.content.as_ref() == Some(&who.content), changes, "now")
}

fn stopped(store: &Store, who: &Who) -> Option<String> {
    recall(store, who).unwrap()?.position.map(|position| position.place.at)
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
    keep(&store, &who("/a.ron", "one"), &at("2.1")).unwrap();
    assert_eq!(stopped(&store, &who("/a.ron", "one")), Some("2.1".into()));
    assert_eq!(stopped(&store, &who("/a.ron", "corrected")), Some("2.1".into()));
    assert_eq!(stopped(&store, &who("/moved.ron", "one")), Some("2.1".into()));
    assert_eq!(stopped(&store, &who("/other.ron", "other")), None);
    // The moved one goes its own way, marks and all.
    keep(&store, &who("/a.ron", "one"), &mark('x', Some("3"))).unwrap();
    keep(&store, &who("/moved.ron", "one"), &at("4")).unwrap();
    assert_eq!(stopped(&store, &who("/a.ron", "one")), Some("2.1".into()));
    let moved = recall(&store, &who("/moved.ron", "one")).unwrap().unwrap();
    assert_eq!((moved.marks.len(), moved.position.unwrap().place.at), (1, "4".to_owned()));
    assert_eq!(stopped(&store, &who("/again.ron", "one")), Some("4".into()));
}

#[test]
fn files_that_change_names_keep_what_was_theirs() {
    let (_folder, store) = store();
    keep(&store, &who("/a.ron", "one"), &at("1")).unwrap();
    keep(&store, &who("/b.ron", "two"), &at("2")).unwrap();
    // Now b has the name of a, and a that of b.
    assert_eq!(stopped(&store, &who("/a.ron", "two")), Some("2".into()));
    keep(&store, &who("/a.ron", "two"), &at("2.2")).unwrap();
    assert_eq!(stopped(&store, &who("/b.ron", "one")), Some("1".into()));
    assert_eq!(stopped(&store, &who("/a.ron", "two")), Some("2.2".into()));
}

#[test]
fn what_fits_where_it_is_read_is_what_is_changed() {
    let (_folder, store) = store();
    let (one, two) = (who("/p.ron", "one"), who("/q.ron", "two"));
    keep(&store, &one, &mark('a', Some("1"))).unwrap();
    keep(&store, &two, &mark('b', Some("2"))).unwrap();
    // Now p says what q says, yet the place in p is still a place in it.
    let new = who("/p.ron", "two");
    let read = store.recall(new.path.as_deref(), |_| true, || new.content.clone());
    assert_eq!(read.unwrap().unwrap().marks.into_keys().collect::<Vec<_>>(), ['a']);
    store.keep(&new, |_| true, &at("3"), "now").unwrap();
    assert_eq!(recall(&store, &new).unwrap().unwrap().marks.into_keys().collect::<Vec<_>>(), ['a']);
    assert_eq!(recall(&store, &two).unwrap().unwrap().marks.into_keys().collect::<Vec<_>>(), ['b']);
}

#[test]
fn a_release_in_no_file_is_known_by_what_it_says() {
    let (_folder, store) = store();
    keep(&store, &who("", "one"), &at("2")).unwrap();
    assert_eq!(stopped(&store, &who("", "one")), Some("2".into()));
    assert_eq!(stopped(&store, &who("", "two")), None);
}

#[test]
fn each_reader_changes_only_what_is_its_own() {
    let (_folder, store) = store();
    let who = who("/a.ron", "one");
    keep(&store, &who, &mark('a', Some("1"))).unwrap();
    keep(&store, &who, &mark('b', Some("2"))).unwrap();
    keep(&store, &who, &at("3")).unwrap();
    keep(&store, &who, &mark('a', None)).unwrap();
    let record = recall(&store, &who).unwrap().unwrap();
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
                keep(store, &who("/a.ron", "one"), &mark(letter, Some("1"))).unwrap();
            });
        }
    });
    assert_eq!(recall(&store, &who("/a.ron", "one")).unwrap().unwrap().marks.len(), 16);
}

#[test]
fn what_nobody_read_is_not_remembered() {
    let (folder, store) = store();
    keep(&store, &who("/a.ron", "one"), &at("title")).unwrap();
    assert_eq!(stopped(&store, &who("/a.ron", "one")), Some("title".into()), "a line further on");
    let start = Changes { position: Some(Position::default()), ..Changes::default() };
    let mut first = start.clone();
    first.position.as_mut().unwrap().place.at = "title".to_owned();
    keep(&store, &who("/b.ron", "two"), &first).unwrap();
    assert_eq!(fs::read_dir(folder.path().join("pressroom/releases")).unwrap().count(), 1);
}

#[test]
fn what_cannot_be_read_is_set_aside_and_what_is_newer_is_left() {
    let (_folder, store) = store();
    let who = who("/a.ron", "one");
    keep(&store, &who, &at("2")).unwrap();
    let file = store.by_path(Path::new("/a.ron"));
    fs::write(&file, "Kept(format: 1, posi").unwrap();
    let Err(Fault::SetAside(aside)) = recall(&store, &who) else { panic!("it is set aside") };
    assert_eq!(fs::read_to_string(&aside).unwrap(), "Kept(format: 1, posi");
    assert!(!file.exists());
    keep(&store, &who, &at("3")).unwrap();
    assert_eq!(stopped(&store, &who), Some("3".into()));
    for newer in ["Kept(format: 2, position: New(1))", "Kept(format: 2, new: 1)"] {
        fs::write(&file, newer).unwrap();
        assert!(matches!(recall(&store, &who), Err(Fault::Newer(_))));
        assert!(matches!(keep(&store, &who, &at("4")), Err(Fault::Newer(_))));
        assert_eq!(fs::read_to_string(&file).unwrap(), newer);
    }
}

#[test]
fn what_is_kept_in_place_of_a_file_that_cannot_be_read_is_kept_at_once() {
    let (_folder, store) = store();
    let who = who("/a.ron", "one");
    keep(&store, &who, &at("2")).unwrap();
    fs::write(store.by_path(Path::new("/a.ron")), "no RON (").unwrap();
    fs::write(store.pointer(&who.content), "neither (").unwrap();
    assert!(matches!(keep(&store, &who, &mark('a', Some("1"))), Err(Fault::SetAside(_))));
    assert_eq!(recall(&store, &who).unwrap().unwrap().marks.len(), 1);
}

#[test]
fn a_file_that_is_whole_again_once_the_lock_is_held_stays() {
    let (_folder, store) = store();
    let who = who("/a.ron", "one");
    keep(&store, &who, &at("2")).unwrap();
    let file = store.by_path(Path::new("/a.ron"));
    let is_first = std::cell::Cell::new(true);
    // Another reader replaces what it could not read, between our two looks at it.
    let read = || {
        if is_first.replace(false) {
            return Err(Fault::Unreadable(file.clone()));
        }
        file::read::<Record>(&file)
    };
    assert!(store.reading(read).unwrap().is_some());
    assert!(file.exists());
}

#[test]
fn folders_may_be_deleted_at_any_time() {
    let (folder, store) = store();
    let who = who("/a.ron", "one");
    keep(&store, &who, &at("2")).unwrap();
    for gone in ["releases", "contents", ""] {
        fs::remove_dir_all(folder.path().join("pressroom").join(gone)).unwrap();
        keep(&store, &who, &at("3")).unwrap();
        assert_eq!(stopped(&store, &who), Some("3".into()));
    }
}

#[test]
fn the_oldest_leave_but_marks_stay() {
    let (folder, mut store) = store();
    store.most = 20;
    keep(&store, &who("/dear.ron", "dear"), &mark('a', Some("1"))).unwrap();
    for number in 0..30 {
        keep(&store, &who(&format!("/{number}.ron"), &number.to_string()), &at("1")).unwrap();
    }
    let left = fs::read_dir(folder.path().join("pressroom/releases")).unwrap().count();
    assert!((15..=20).contains(&left), "{left}");
    assert!(recall(&store, &who("/dear.ron", "dear")).unwrap().is_some());
    assert_eq!(stopped(&store, &who("/29.ron", "29")), Some("1".into()));
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "").unwrap();
    let store = Store::new(folder.path().join("file/pressroom"));
    assert!(matches!(keep(&store, &who("/a.ron", "one"), &at("2")), Err(Fault::Unwritten { .. })));
    assert!(recall(&store, &who("/a.ron", "one")).unwrap().is_none());
}
