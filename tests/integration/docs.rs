//! Pages of the manual that are made from the code.

use pressroom::config::template;
use pressroom::keys::{Keymap, hints};

use crate::{expect, root};

#[test]
fn the_key_table_is_what_the_keymap_says() {
    expect(&root().join("docs/keys.md"), &hints::markdown(&Keymap::builtin()));
}

#[test]
fn the_table_of_settings_is_what_they_are() {
    let path = root().join("docs/settings.md");
    let page = std::fs::read_to_string(&path).unwrap_or_default();
    let (start, end) = ("<!-- settings -->\n", "<!-- end of settings -->");
    let (before, rest) = page.split_once(start).expect("a place for the table");
    let (_, after) = rest.split_once(end).expect("the end of the table");
    expect(&path, &format!("{before}{start}{}{end}{after}", template::markdown()));
}
