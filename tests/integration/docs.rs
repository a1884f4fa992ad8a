//! Pages of the manual that are made from the code.

use pressroom::keys::{Keymap, hints};

use crate::{expect, root};

#[test]
fn the_key_table_is_what_the_keymap_says() {
    expect(&root().join("docs/keys.md"), &hints::markdown(&Keymap::builtin()));
}
