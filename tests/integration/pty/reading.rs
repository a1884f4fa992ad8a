//! A first hour with the reader.

use super::session::{Command, Session, sample, samples};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

fn open(width: u16, height: u16) -> Session {
    let session = Command::pressroom()
        .arg(sample("2019-03-06-kazakhstan.en.ron"))
        .size(width, height)
        .start();
    session.shows("1  Yoon Soon-gu, Deputy Foreign Minister");
    session
}

#[test]
fn a_release_opens_with_its_first_paragraph_and_its_facts() {
    for (width, height) in SIZES {
        let session = open(width, height);
        session.shows("Korea and Kazakhstan Hold Their 9th Political Consultation");
        if width < 100 {
            session.shows_no("PARTICIPANTS").keys("i");
        }
        session.keys("]");
        session.shows("PARTICIPANTS").shows("• Yoon Soon-gu").shows("DATES");
        session.shows(" of 5");
    }
}

#[test]
fn a_paragraph_folds_and_says_what_it_hides() {
    for (width, height) in SIZES {
        let session = open(width, height);
        session.keys("# 2 Enter z t").shows("▾ 2  The two sides").shows("° 2.1");
        session.keys("z a").shows("▸ 2  The two sides").shows("3 items").shows_no("° 2.1");
        session.keys("l").shows("▾ 2  The two sides").shows("° 2.1");
        session.keys("z M").shows("▸ 3  Deputy").shows_no("° 3.1");
        session.keys("z R").shows("▾ 2  The two sides").shows("° 2.1");
    }
}

#[test]
fn an_address_is_gone_to_by_typing_it() {
    for (width, height) in SIZES {
        let session = open(width, height);
        session.keys("#").text("2.").shows("#2.").shows("2.3").keys("1 Enter");
        session.shows("2.1 of 5").shows("° 2.1  Deputy Minister Yoon credited");
        session.text("3.2").shows("#3.2").keys("Enter").shows("3.2 of 5");
        session.keys("Ctrl-o").shows("2.1 of 5");
        session.keys("3 G").shows("3 of 5");
        session
            .keys("#")
            .text("9.9")
            .shows("there is no address 9.9")
            .keys("Enter")
            .shows("#9.9")
            .keys("Esc")
            .shows("3 of 5");
    }
}

#[test]
fn words_are_found_and_counted() {
    for (width, height) in SIZES {
        let session = open(width, height);
        session.keys("/").text("tleuberdi").shows("/tleuberdi").shows("1/4").keys("Enter");
        session.shows("/tleuberdi 1/4").keys("n").shows("/tleuberdi 2/4").shows("2.2 of 5");
        session.keys("N N").shows("from the start to the last hit");
        session.keys("Left Right").shows("/tleuberdi 4/4").shows("4.1 of 5");
        session.keys("Esc").shows_no("/tleuberdi");
        session.keys("/").text("nothing of the kind").shows("not found").keys("Esc");
    }
}

#[test]
fn a_fact_leads_to_its_words_and_back() {
    for (width, height) in SIZES {
        let session = open(width, height);
        session.keys("# 5 Enter").shows("5 of 5").keys("Tab");
        session.keys("g g").shows("▸ Yoon Soon-gu").keys("j Enter");
        session.shows("1 of 5").keys("Ctrl-o").shows("5 of 5");
    }
}

#[test]
fn a_list_is_left_for_a_release_and_the_next_and_returned_to() {
    for (width, height) in SIZES {
        let mut session = Command::pressroom().arg(samples()).size(width, height).start();
        session.shows("18 releases").shows("1 of 18").shows("第7回");
        session.keys("j Enter").shows("2 of 18 · 20").keys("J").shows("3 of 18 · 20");
        session.keys("K").shows("2 of 18 · 20").keys("J").shows("3 of 18 · 20");
        session.keys("q").shows("18 releases").shows("3 of 18").shows_no("3 of 18 · 20");
        session.keys("/").text("kazakh").shows("/kazakh").keys("Enter").shows("1 of 3 · 20");
        session.keys("q").shows("1 of 3 · 18 in all · by date · /kazakh");
        session.keys("Esc").shows_no("/kazakh").keys("q");
        assert!(session.leaves_terminal_as_it_was().success());
    }
}

#[test]
fn a_release_opens_at_the_address_after_its_name() {
    let file = sample("2019-03-06-kazakhstan.en.ron");
    for (width, height) in SIZES {
        let at = |address: &str| {
            let named = format!("{}#{address}", file.display());
            Command::pressroom().arg(named).size(width, height).start()
        };
        at("2.1").shows("2.1 of 5").shows("° 2.1  Deputy Minister Yoon credited");
        at("5").shows("5 of 5");
        at("9.9").shows("9.9").shows("1  Yoon Soon-gu");
    }
}

#[test]
fn help_is_at_hand() {
    let session = open(80, 24);
    session
        .keys("?")
        .shows("Help")
        .keys("/")
        .text("fold")
        .shows("/fold")
        .keys("Esc")
        .shows_no("/fold")
        .keys("Esc");
    session.shows("1  Yoon Soon-gu");
}

#[test]
fn a_file_that_is_not_there_is_a_row_with_its_reason() {
    let release = sample("2019-03-06-kazakhstan.en.ron");
    let session = Command::pressroom().arg("none.ron").arg(release).start();
    session.shows("Korea and Kazakhstan").shows("none.ron").shows("there is no such file");
}

#[test]
fn an_address_named_in_a_list_is_refused_before_the_terminal_is_taken() {
    let file = sample("2019-03-06-kazakhstan.en.ron");
    let named = format!("{}#2.1", file.display());
    let session = Command::pressroom().arg(named).arg(file).size(200, 24).start();
    session.shows("an address can be named for one release only");
}

#[test]
fn files_that_come_into_an_open_folder_are_listed_and_a_quiet_folder_wakes_nothing_up() {
    let folder = tempfile::tempdir().unwrap();
    let put = |from: &str, to: &str| {
        let to = folder.path().join(to);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(sample(from), to).unwrap();
    };
    put("2019-03-06-kazakhstan.en.ron", "a.ron");
    put("2017-09-12-kazakhstan.ron", "b.ron");
    // Named from where one is, with a folder of that name.
    let session = Command::pressroom().arg(".").folder(folder.path()).size(120, 40).start();
    session.shows("2 releases").keys("j").shows("▌ 2017-09-12");
    put("2019-03-06-kazakhstan.ko.ron", "c.ron");
    session.shows("3 releases").shows("▌ 2017-09-12");
    put("2025-06-12-bank-of-norrholm.ron", "new/deep/d.ron");
    session.shows("4 releases").shows("2025-06-12").shows("▌ 2017-09-12");
    put("2025-07-08-norrholm-external-trade.ron", "new/deep/e.ron");
    session.shows("5 releases").shows("2025-07-08");
    std::fs::remove_file(folder.path().join("b.ron")).unwrap();
    session.shows("4 releases").shows_no("2017-09-12");
    // In the text, the next one is one that came.
    session.keys("g g Enter").shows("Norrholm exported goods").keys("J").shows_no("External Trade");
    std::fs::remove_dir_all(folder.path().join("new")).unwrap();
    session.keys("q").shows("2 releases");
    session.stays_quiet(std::time::Duration::from_millis(700));
    let before = super::place::wakeups(session.pid());
    session.stays_quiet(std::time::Duration::from_millis(1500));
    assert_eq!(super::place::wakeups(session.pid()), before);
}
