//! Moving like a native, on a real terminal: looks, what matches, contents, the text alone.

use super::session::{Command, Session, sample, samples};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

fn open(width: u16, height: u16) -> Session {
    let file = sample("2019-03-06-kazakhstan.en.ron");
    let session = Command::pressroom().arg(file).size(width, height).start();
    session.shows("1  Yoon Soon-gu");
    session
}

#[test]
fn the_other_words_of_a_fact_are_looked_at_and_gone_to() {
    for (width, height) in SIZES {
        let session = open(width, height);
        session
            .keys("1 G p")
            .shows("Yoon Soon-gu at 2.1 · 1/")
            .keys("n")
            .shows("Yoon Soon-gu at 3 ");
        session.keys("Esc").shows_no("Yoon Soon-gu at").shows("1 of 5");
        session.keys("p Enter").shows("2.1 of 5").keys("Ctrl-o").shows("1 of 5");
    }
}

#[test]
fn a_release_of_the_list_is_looked_into() {
    for (width, height) in SIZES {
        let session = Command::pressroom().arg(samples()).size(width, height).start();
        session.shows("18 releases").shows("1 of 18").keys("j p");
        session.shows("A look into 2026-01-20").keys("n").shows("A look into 2025-11-28");
        session.keys("Esc").shows_no("A look into").shows("2 of 18");
    }
}

#[test]
fn the_word_under_the_cursor_is_found() {
    for (width, height) in SIZES {
        let session = open(width, height);
        session.keys("1 G *").shows("/Yoon Soon-gu 1/1").keys("Esc").shows_no("/Yoon");
    }
}

#[test]
fn only_what_matches_is_kept() {
    for (width, height) in SIZES {
        let session = open(width, height);
        session.keys("&").text("asia").shows("&asia").shows("of 12 blocks");
        session.keys("Enter").shows_no("Korea and Kazakhstan agreed").keys("G").shows("&asia");
        session.keys("Esc").shows_no("&asia").keys("g g").shows("1  Yoon Soon-gu");
    }
}

#[test]
fn the_contents_lead_through_the_text() {
    for (width, height) in SIZES {
        let session = open(width, height);
        session.keys("o");
        if width >= 140 {
            session.keys("Shift-Tab");
        }
        session.keys("j j j Enter").shows("3 of 5").keys("Ctrl-o").shows("title · 0 %");
    }
}

#[test]
fn the_text_alone_fills_the_screen() {
    for (width, height) in SIZES {
        let session = open(width, height);
        session.keys("2 G z e").shows("the text alone").keys("j").shows_no("the text alone");
        session.shows_no("2 of 5").shows_no("PARTICIPANTS").keys("Esc").shows("2 of 5");
    }
}
