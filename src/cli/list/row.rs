//! One row of a list: a release, or a file with the reason why it is none.

use std::cmp::Reverse;
use std::path::Path;

use serde::Serialize;

use crate::clean_format;
use crate::cli::report::Counts;
use crate::cli::samples::Sample;
use crate::cli::{input, is_input, shown};
use crate::disk::ReadError;
use crate::library::Order;
use crate::release::edtf::SortKey;
use crate::release::{Diagnostic, Edtf, Release, check, diagnostic};
use crate::text::{Clean, Raw};

pub struct Row {
    pub file: Clean<'static>,
    /// The name as it is, for programs.
    path: String,
    pub content: Content,
}

pub enum Content {
    Release(Summary),
    /// It is no release; the one fault.
    Faulty(Diagnostic),
    /// It was not read, and why.
    Unread(Clean<'static>),
}

/// What a list shows of a release.
pub struct Summary {
    pub title: Raw,
    pub issuer: Option<Raw>,
    pub published: Option<Raw>,
    pub language: Option<Raw>,
    pub problems: Counts,
}

impl Row {
    /// Reads a file.
    ///
    /// # Errors
    /// When there is none: what to say.
    pub fn read(path: &Path) -> Result<Self, Clean<'static>> {
        let content = match input::read(path) {
            Ok(bytes) => Content::of(input::document(bytes)),
            Err(error @ ReadError::NotFound) if !path.is_symlink() => {
                return Err(clean_format!("pressroom: {}: {error}", shown(path)));
            }
            Err(error) => Content::Unread(clean_format!("{error}")),
        };
        let file = shown(path);
        let name = if is_input(path) { "-".into() } else { path.to_string_lossy().into_owned() };
        Ok(Self { file, path: name, content })
    }

    pub fn of_sample(sample: &Sample) -> Self {
        let content = Content::of(input::document(sample.source.into()));
        Self { file: Clean::literal(sample.name), path: sample.name.to_owned(), content }
    }

    /// The row for programs.
    pub fn record(&self) -> Record<'_> {
        let mut record = Record { file: &self.path, ..Record::default() };
        match &self.content {
            Content::Release(summary) => {
                record.title = Some(summary.title.as_str());
                record.issuer = summary.issuer.as_ref().map(Raw::as_str);
                record.published = summary.published.as_ref().map(Raw::as_str);
                record.language = summary.language.as_ref().map(Raw::as_str);
                record.errors = Some(summary.problems.errors);
                record.warnings = Some(summary.problems.warnings);
            }
            Content::Faulty(fault) => record.fault = Some(fault.into()),
            Content::Unread(reason) => record.unreadable = Some(reason),
        }
        record
    }

    fn summary(&self) -> Option<&Summary> {
        match &self.content {
            Content::Release(summary) => Some(summary),
            Content::Faulty(_) | Content::Unread(_) => None,
        }
    }
}

impl Content {
    fn of(document: input::Document) -> Self {
        match document.release {
            Ok(release) => Self::Release(Summary::of(release)),
            Err(fault) => Self::Faulty(diagnostic::place_fault(&document.source, fault)),
        }
    }
}

impl Summary {
    fn of(release: Release) -> Self {
        let problems = Counts::of(check(&release).iter().map(|problem| problem.severity));
        let Release { title, issuer, published, language, .. } = release;
        Self { title, issuer, published, language, problems }
    }
}

/// A row for programs. A field that does not apply is left out.
#[derive(Debug, Default, Serialize)]
pub struct Record<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issuer: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    warnings: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fault: Option<crate::cli::report::Record<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unreadable: Option<&'a str>,
}

/// Sorts rows; equal ones stay in the order they were found. What has nothing to sort by comes
/// last, and what is no release after that.
pub fn sort(rows: &mut [Row], by: Order) {
    match by {
        Order::File => {}
        Order::Date => rows.sort_by_cached_key(|row| {
            let date = row.summary().and_then(|s| s.published.as_ref()).and_then(date);
            (row.summary().is_none(), date.is_none(), date.map(Reverse))
        }),
        Order::Title => sort_by_words(rows, |summary| Some(&summary.title)),
        Order::Issuer => sort_by_words(rows, |summary| summary.issuer.as_ref()),
        Order::Language => sort_by_words(rows, |summary| summary.language.as_ref()),
    }
}

fn date(published: &Raw) -> Option<SortKey> {
    Edtf::parse(published.as_str()).ok().map(|date| date.sort_key())
}

fn sort_by_words(rows: &mut [Row], field: impl Fn(&Summary) -> Option<&Raw>) {
    rows.sort_by_cached_key(|row| {
        let words = row.summary().and_then(&field).map(|raw| raw.clean_line().to_lowercase());
        let words = words.filter(|words| !words.is_empty());
        (row.summary().is_none(), words.is_none(), words)
    });
}
