//! Prints the draft of a page as JSON, for scoring.

use pressroom::import::{Page, read};
use pressroom::release::json::to_json;

fn main() {
    let path = std::env::args().nth(1).expect("a path");
    let bytes = std::fs::read(&path).expect("readable");
    match read(&Page { bytes: &bytes, name: Some(&path) }) {
        Ok(draft) => println!("{}", to_json(&draft.release)),
        Err(failure) => {
            eprintln!("{failure}");
            std::process::exit(2);
        }
    }
}
