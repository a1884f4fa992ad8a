//! Takes into the program what Rust needs for unwinding after a panic, where it would be a shared library
//! that is loaded at every start: that is a twentieth of the time until the first frame.

use std::path::Path;
use std::process::Command;

/// The part of the compiler's own library that unwinds, to be linked in.
const UNWINDER: &str = "libgcc_eh.a";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    let is_native = std::env::var("HOST").is_ok_and(|host| is("TARGET", &host));
    if !is_native || !is("CARGO_CFG_TARGET_OS", "linux") || !is("CARGO_CFG_TARGET_ENV", "gnu") {
        return;
    }
    // Where the compiler does not know of it, the shared library serves.
    let asked = Command::new("cc").arg(format!("-print-file-name={UNWINDER}")).output();
    let Ok(answer) = asked else { return };
    let path = String::from_utf8_lossy(&answer.stdout).trim().to_owned();
    if let Some(folder) = Path::new(&path).parent().filter(|_| Path::new(&path).is_absolute()) {
        println!("cargo::rustc-link-search=native={}", folder.display());
        println!("cargo::rustc-link-lib=static:-bundle=gcc_eh");
    }
}
