//! How long things take, by what they cost a person: opening, going on a line, drawing, finding.
//!
//! `cargo bench`, or one group of it: `cargo bench -- draw`. Figures and what they are compared with
//! stand in `docs/performance.md`.

mod draw;
mod find;
mod import;
mod open;
mod rows;
mod support;

fn main() {
    divan::main();
}
