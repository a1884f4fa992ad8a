//! The release so far, and what is doubtful.

use super::extract::{self, Passage, Role};
use super::lines::Sheet;
use super::outline;
use crate::release::{BlockId, Addresses, Figure, KeyDate, Kind, Mention, Participant, Release};
use crate::text::Raw;

/// A release drawn from a page.
#[derive(Debug, Default)]
pub struct Draft {
    /// The release.
    pub release: Release,
}

pub(super) fn of(sheet: Sheet) -> Draft {
    let outline = outline::read(sheet);
    let mut release = Release {
        title: Raw::from(outline.title),
        published: outline.published.map(Raw::from),
        body: outline.body,
        ..Release::default()
    };
    let title = release.title.clone();
    let mut passages = vec![Passage { order: 0, text: title.as_str(), role: Role::Headline }];
    for (i, block) in release.body.blocks().iter().enumerate() {
        let role = match block.kind {
            Kind::Heading => Role::Headline,
            Kind::Table => Role::Table,
            _ => Role::Prose,
        };
        passages.push(Passage { order: i + 1, text: block.text.as_str(), role });
    }
    let dates = extract::dates::find(&passages, release.published.as_ref().map(Raw::as_str));
    let home = extract::people::home(&passages);
    let people = extract::people::find(&passages, home.as_deref());
    let addresses = Addresses::of(&release.body);
    let texts: Vec<&str> = passages.iter().map(|p| p.text).collect();
    release.dates = dates
        .into_iter()
        .map(|found| KeyDate {
            date: Raw::from(found.edtf),
            label: None,
            doubt: None,
            mentions: found
                .spans
                .iter()
                .map(|span| Mention {
                    at: Raw::from(addresses.name(BlockId::at(span.order)).as_str()),
                    quote: Raw::from(&texts[span.order][span.range.clone()]),
                })
                .collect(),
        })
        .collect();
    release.participants = people
        .into_iter()
        .map(|found| Participant {
            name: Raw::from(found.name),
            title: found.title.map(Raw::from),
            affiliation: found.affiliation.map(Raw::from),
            doubt: found.doubt.map(Raw::from),
            mentions: found
                .spans
                .iter()
                .map(|span| Mention {
                    at: Raw::from(addresses.name(BlockId::at(span.order)).as_str()),
                    quote: Raw::from(&texts[span.order][span.range.clone()]),
                })
                .collect(),
        })
        .collect();
    release.figures = extract::figures::find(&passages)
        .into_iter()
        .map(|found| Figure {
            text: Raw::from(found.text),
            value: found.value,
            value_max: found.value_max,
            unit: Raw::from(found.unit),
            label: found.label.map(Raw::from),
            period: found.period.map(Raw::from),
            doubt: found.doubt.map(Raw::from),
            mentions: found
                .spans
                .iter()
                .map(|span| Mention {
                    at: Raw::from(addresses.name(BlockId::at(span.order)).as_str()),
                    quote: Raw::from(&texts[span.order][span.range.clone()]),
                })
                .collect(),
        })
        .collect();
    Draft { release }
}
