//! Windows of every size, changed at any time.

use super::session::{Command, Session, sample, samples};

fn open(width: u16, height: u16) -> Session {
    Command::pressroom().arg(sample("2019-03-06-kazakhstan.en.ron")).size(width, height).start()
}

#[test]
fn a_storm_of_sizes_ends_in_the_screen_of_the_last_one() {
    let calm = open(100, 30);
    calm.text("2.1\r").shows("2.1 of 5").keys("Tab Tab ] z t i").shows("2.2 of 5");
    let session = open(80, 24);
    session.text("2.1\r").shows("2.1 of 5").keys("Tab Tab");
    let mut seed = 7_u32;
    for turn in 0_u32..300 {
        // A fixed sequence of numbers that jump about (Numerical Recipes' generator).
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let (width, height) = ((seed >> 16) as u16 % 220, (seed >> 24) as u16 % 70);
        match turn % 10 {
            0 => session.resize(1, 1),
            1 => session.resize(0, 0),
            2 => session.resize(500, 200),
            _ => session.resize(width, height),
        };
    }
    // Whatever is drawn after a key was pressed is drawn at the size of that moment.
    session.resize(100, 30).keys("Ctrl-c").shows("again quits");
    // Where the text stood in the window is gone; where the reader was is not.
    session.keys("] z t i");
    session.wait_until("the last size alone", |screen| super::session::rows(screen) == calm.rows());
}

#[test]
fn a_storm_of_sizes_hurts_no_screen() {
    let screens = ["", "Enter", "Enter Tab", "Enter ?", "Enter #", "Enter / a", "/ k", "?"];
    for keys in screens {
        let session = Command::pressroom().arg(samples()).start();
        session.shows("18 releases").keys(keys);
        for (width, height) in [(1, 1), (0, 0), (500, 200), (2, 50), (200, 2), (19, 4), (60, 8)] {
            session.resize(width, height).keys("Down");
        }
        session.resize(80, 24).keys("Esc");
        session.wait_until("a status line", |screen| {
            super::session::rows(screen)[23].ends_with("? help")
        });
    }
}

#[test]
fn the_smallest_windows_show_words() {
    for (width, height) in [(20, 5), (10, 3), (30, 1), (4, 2)] {
        let session = open(width, height);
        session.wait_until("words", |screen| screen.contents().chars().any(char::is_alphanumeric));
        session.keys("q");
    }
    open(1, 1).keys("j j Tab # 2 Enter q");
    let session = open(20, 5);
    session.text("2.1\r").shows("Deputy").shows("2.1");
}

#[test]
fn a_window_of_no_size_is_waited_out() {
    let session = open(0, 0);
    session.keys("j j k").resize(80, 24).shows("1  Yoon Soon-gu");
}
