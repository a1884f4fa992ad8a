//! What is wrong with a file, as a compiler would say it: where, what, and what to do.

mod window;

use std::fmt;
use std::io;

use serde::Serialize;

use super::output::{self, Colour};
use super::speech;
use crate::phrase::{Language, Phrase, command, told};
use crate::release::diagnostic::place_fault;
use crate::release::{Diagnostic, Fault, Severity};
use crate::text::Clean;
use crate::text::width::cells;
use window::Window;

/// Writes what is wrong with a file, an empty line after each. `name` is the file's.
///
/// # Errors
/// Those of `out`.
pub fn write(
    out: &mut impl fmt::Write,
    name: &Clean<'_>,
    source: &str,
    diagnostics: &[Diagnostic],
    (colour, language): (Colour, Language),
) -> fmt::Result {
    diagnostics.iter().try_for_each(|diagnostic| {
        let window = window::around(source, &diagnostic.span);
        one(out, name, diagnostic, (&window, Paint::of(diagnostic.severity, colour), language))?;
        writeln!(out)
    })
}

fn one(
    out: &mut impl fmt::Write,
    name: &Clean<'_>,
    diagnostic: &Diagnostic,
    (window, paint, language): (&Window, Paint, Language),
) -> fmt::Result {
    let Diagnostic { severity, code, line, column, .. } = diagnostic;
    let Paint { level, strong, edge, end } = paint;
    let number = line.to_string();
    let gap = " ".repeat(number.len());
    let message = diagnostic.message.line();
    let message = told(&message, language);
    let severity = named(*severity);
    let severity = severity.shown(language);
    writeln!(out, "{level}{severity}[{code}]{end}{strong}: {message}{end}")?;
    writeln!(out, "{gap}{edge}-->{end} {name}:{line}:{column}")?;
    writeln!(out, "{gap} {edge}|{end}")?;
    writeln!(out, "{edge}{number} |{end} {}", window.text)?;
    let before = " ".repeat(cells(&window.text[..window.span.start]));
    let marks = "^".repeat(cells(&window.text[window.span.clone()]).max(1));
    writeln!(out, "{gap} {edge}|{end} {before}{level}{marks}{end}")?;
    if let Some(help) = &diagnostic.help {
        writeln!(out, "{gap} {edge}|{end}")?;
        let (title, help) = (command::help(), help.line());
        let (title, help) = (title.shown(language), told(&help, language));
        writeln!(out, "{gap} {edge}={end} {strong}{title}{end}: {help}")?;
    }
    Ok(())
}

fn named(severity: Severity) -> Phrase {
    match severity {
        Severity::Fault => command::fault(),
        Severity::Error => command::error(),
        Severity::Warning => command::warning(),
    }
}

/// The escape sequences around the parts of a diagnostic; empty ones leave it plain.
#[derive(Clone, Copy)]
struct Paint {
    level: &'static str,
    strong: &'static str,
    edge: &'static str,
    end: &'static str,
}

impl Paint {
    fn of(severity: Severity, colour: Colour) -> Self {
        if colour == Colour::Plain {
            return Self { level: "", strong: "", edge: "", end: "" };
        }
        let level = match severity {
            Severity::Fault | Severity::Error => "\x1b[1;91m",
            Severity::Warning => "\x1b[1;93m",
        };
        Self { level, strong: "\x1b[1m", edge: "\x1b[1;94m", end: "\x1b[0m" }
    }
}

/// Says why a file does not open.
pub fn say(name: &Clean<'_>, source: &str, fault: Fault) {
    let mut words = String::new();
    let look = (Colour::of(&io::stderr()), speech::of_call());
    // Writing to a string does not fail, and nobody is left to tell when standard error does.
    let _ = write(&mut words, name, source, &[place_fault(source, fault)], look);
    let _ = output::unchecked(&mut io::stderr(), words.trim_end());
}

/// What is wrong, for programs.
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    /// Lines and columns count from 1, columns in characters.
    line: usize,
    column: usize,
    /// The place after the last character.
    end_line: usize,
    end_column: usize,
}

impl<'a> From<&'a Diagnostic> for Record<'a> {
    fn from(diagnostic: &'a Diagnostic) -> Self {
        Self {
            severity: diagnostic.severity.name(),
            code: diagnostic.code,
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
            line: diagnostic.line,
            column: diagnostic.column,
            end_line: diagnostic.end_line,
            end_column: diagnostic.end_column,
        }
    }
}

/// How many of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub faults: usize,
    pub errors: usize,
    pub warnings: usize,
}

impl Counts {
    pub fn of(severities: impl IntoIterator<Item = Severity>) -> Self {
        let mut counts = Self::default();
        for severity in severities {
            match severity {
                Severity::Fault => counts.faults += 1,
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
            }
        }
        counts
    }

    pub fn add(&mut self, other: Self) {
        self.faults += other.faults;
        self.errors += other.errors;
        self.warnings += other.warnings;
    }

    /// `1 error, 2 warnings`; empty when there is nothing.
    pub fn said(self) -> Phrase {
        let Self { faults, errors, warnings } = self;
        let kinds = [
            (faults > 0).then(|| command::faults(faults)),
            (errors > 0).then(|| command::errors(errors)),
            (warnings > 0).then(|| command::warnings(warnings)),
        ];
        Phrase::joined(&kinds.into_iter().flatten().collect::<Vec<_>>(), ", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::diagnose;

    fn written(source: &str) -> String {
        let mut words = String::new();
        let name = Clean::literal("a.ron");
        write(&mut words, &name, source, &diagnose(source).1, (Colour::Plain, Language::English))
            .unwrap();
        words
    }

    #[test]
    fn a_fault_is_underlined_and_mended() {
        assert_eq!(
            written("Release(\n    format: 1,\n    tittle: \"x\",\n)"),
            "fault[unknown-field]: there is no field `tittle`\n \
             --> a.ron:3:5\n  |\n3 | tittle: \"x\",\n  | ^^^^^^\n  |\n  \
             = help: did you mean `title`?\n\n"
        );
    }

    #[test]
    fn marks_stand_below_wide_words() {
        assert_eq!(
            written("Release(format: 1, title: \"한국\", published: \"어제\", body: [])"),
            "error[invalid-date]: `어제` is no date: it is not written as EDTF\n \
             --> a.ron:1:45\n  |\n\
             1 | …rmat: 1, title: \"한국\", published: \"어제\", body: [])\n  \
             |                                      ^^^^\n  |\n  \
             = help: dates look like `2019-03-06`, `2019-03`, `2019` or `2017/2019`\n\n"
        );
    }

    #[test]
    fn colour_is_all_that_differs() {
        let source = "Release(";
        let (mut plain, mut coloured) = (String::new(), String::new());
        let diagnostics = diagnose(source).1;
        let name = Clean::literal("a.ron");
        write(&mut plain, &name, source, &diagnostics, (Colour::Plain, Language::English)).unwrap();
        write(&mut coloured, &name, source, &diagnostics, (Colour::Coloured, Language::English))
            .unwrap();
        assert!(coloured.starts_with("\x1b[1;91mfault[unfinished-file]\x1b[0m"));
        assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
    }

    #[test]
    fn counts_are_said_in_words() {
        let counts = |faults, errors, warnings| {
            let counts = Counts { faults, errors, warnings };
            counts.said().shown(Language::English).to_string()
        };
        assert_eq!(counts(0, 0, 0), "");
        assert_eq!(counts(1, 0, 0), "1 fault");
        assert_eq!(counts(0, 2, 1), "2 errors, 1 warning");
    }
}
