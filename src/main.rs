//! The thin binary: hands the arguments over and turns the outcome into an exit code.

use std::process::ExitCode;

use pressroom::cli;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Ok(code) => code,
        Err(error) => cli::report(&error),
    }
}
