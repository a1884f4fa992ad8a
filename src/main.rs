//! The thin binary: hands the arguments over and turns the outcome into an exit code.
fn main() {}
