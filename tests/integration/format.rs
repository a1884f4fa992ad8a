//! The release format: files that are good, files that are not, and what is said of them.
//!
//! `UPDATE=1 cargo test` writes the expected files and `docs/problems.md` anew; read the diff.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use pressroom::release::json::{from_json, to_json, to_json_line};
use pressroom::release::write::write;
use pressroom::release::{
    Addresses, Code, Diagnostic, Evidence, Release, Severity, diagnose, parse,
};

use crate::{expect, root};

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "ron"));
    files.sort();
    assert!(!files.is_empty(), "{} holds no releases", folder.display());
    files
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn told(source: &str, diagnostics: &[Diagnostic]) -> String {
    let mut out = String::new();
    for d in diagnostics {
        let severity = d.severity.name();
        writeln!(out, "{}:{} {severity} {}: {}", d.line, d.column, d.code, d.message).unwrap();
        if let Some(help) = &d.help {
            writeln!(out, "  help: {help}").unwrap();
        }
        writeln!(out, "  at: {:?} to {}:{}", &source[d.span.clone()], d.end_line, d.end_column)
            .unwrap();
    }
    out
}

#[track_caller]
fn survives(path: &Path, release: &Release) {
    let name = path.display();
    let text = write(release);
    assert_eq!(parse(&text).as_ref(), Ok(release), "{name}");
    assert_eq!(write(&parse(&text).unwrap()), text, "{name}");
    assert_eq!(&from_json(&to_json(release)).unwrap(), release, "{name}");
    assert_eq!(&from_json(&to_json_line(release)).unwrap(), release, "{name}");
}

#[track_caller]
fn proves_all(path: &Path, release: &Release) {
    let evidence = Evidence::of(release, &Addresses::of(&release.body));
    let mentions: usize = release.facts().map(|fact| release.mentions(fact).len()).sum();
    assert_eq!(evidence.all().len(), mentions, "{}: {:?}", path.display(), evidence.missing());
}

#[test]
fn good_files_are_read_and_written_without_loss() {
    for path in files(&root().join("tests/fixtures/release/valid")) {
        let source = read(&path);
        let (release, diagnostics) = diagnose(&source);
        assert_eq!(told(&source, &diagnostics), "", "{}", path.display());
        let release = release.unwrap();
        survives(&path, &release);
        proves_all(&path, &release);
    }
}

#[test]
fn faulty_files_are_told_what_is_wrong() {
    let mut met = BTreeSet::new();
    for path in files(&root().join("tests/fixtures/release/invalid")) {
        let source = read(&path);
        let (release, diagnostics) = diagnose(&source);
        assert!(!diagnostics.is_empty(), "{} has no fault", path.display());
        let is_fault = diagnostics.iter().any(|d| d.severity == Severity::Fault);
        assert_eq!(is_fault, release.is_none(), "{}", path.display());
        met.extend(diagnostics.iter().map(|d| d.code));
        expect(&path.with_extension("expected"), &told(&source, &diagnostics));
        if let Some(release) = release
            // No number is equal to what is no number.
            && diagnostics.iter().all(|d| d.code != Code::NotFinite.name())
        {
            survives(&path, &release);
        }
    }
    // A file that is too much work would be too much for a test, too; what is no text, or needs
    // other files, is shown by the tests of the commands.
    let elsewhere = [
        Code::NotSearched,
        Code::NotText,
        Code::MissingVersion,
        Code::FaultyVersion,
        Code::ManyVersions,
        Code::OwnFile,
    ];
    let is_met = |code: &Code| elsewhere.contains(code) || met.contains(code.name());
    let unmet = Code::ALL.iter().filter(|code| !is_met(code));
    assert_eq!(unmet.collect::<Vec<_>>(), Vec::<&Code>::new(), "no file shows these");
}

#[test]
fn published_releases_are_read_as_they_are() {
    let Some(folder) = std::env::var_os("PRESSROOM_CORPUS") else {
        eprintln!(
            "SKIPPED: set PRESSROOM_CORPUS to a folder with ron/*.ron to check published releases"
        );
        return;
    };
    for path in files(&Path::new(&folder).join("ron")) {
        let source = read(&path);
        let (release, diagnostics) = diagnose(&source);
        let release = release.unwrap_or_else(|| panic!("{}", told(&source, &diagnostics)));
        let is_error = |d: &&Diagnostic| d.severity != Severity::Warning;
        assert_eq!(diagnostics.iter().find(is_error), None, "{}", path.display());
        for warning in &diagnostics {
            eprintln!(
                "{}:{}:{}: {}",
                path.display(),
                warning.line,
                warning.column,
                warning.message
            );
        }
        survives(&path, &release);
        proves_all(&path, &release);
        assert_eq!(
            write(&release),
            source,
            "{} is not in the layout of its writer",
            path.display()
        );
    }
}

#[test]
fn the_list_of_problems_is_what_the_code_knows() {
    let mut out = String::from(
        "# What can be wrong with a release file\n\n\
         `pressroom check` names each finding by one of these codes. A **fault** keeps a file from \
         opening; a release with **errors** or **warnings** opens, and the reader has them at hand.\n\n\
         This page is written by a test from the table in `src/release/code.rs`.\n",
    );
    for (severity, title) in
        [(Severity::Fault, "Faults"), (Severity::Error, "Errors"), (Severity::Warning, "Warnings")]
    {
        writeln!(out, "\n## {title}\n").unwrap();
        for code in Code::ALL.iter().filter(|code| code.severity() == severity) {
            writeln!(out, "### `{}`\n\n{}\n", code.name(), code.meaning()).unwrap();
            if !code.example().is_empty() {
                writeln!(out, "```ron\n{}\n```\n", code.example()).unwrap();
            }
            writeln!(out, "{}\n", code.mend()).unwrap();
        }
    }
    expect(&root().join("docs/problems.md"), &format!("{}\n", out.trim_end()));
}

#[test]
fn the_examples_of_the_format_reference_are_releases_without_a_problem() {
    let text = read(&root().join("docs/release-format.md"));
    let examples: Vec<&str> = text
        .split("```ron\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .filter(|example| example.starts_with("Release("))
        .collect();
    assert_eq!(examples.len(), 2);
    for example in examples {
        let (release, diagnostics) = diagnose(example);
        assert_eq!(told(example, &diagnostics), "");
        assert!(release.is_some());
    }
}
