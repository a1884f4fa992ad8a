//! The releases that come with the program.

use crate::library::Source;

/// A release that comes with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// The name of its file.
    pub name: &'static str,
    /// What the file holds.
    pub source: &'static str,
}

impl Sample {
    /// The same for the reader.
    pub fn source(&self) -> Source {
        Source::bundled(self.name, self.source)
    }
}

/// The sample of a name, with or without `.ron`.
pub fn named(name: &str) -> Option<Sample> {
    let name = name.strip_suffix(".ron").unwrap_or(name);
    ALL.iter().find(|sample| sample.name.strip_suffix(".ron") == Some(name)).copied()
}

macro_rules! samples {
    ($($name:literal)*) => {
        /// Every sample, by the name of its file.
        pub const ALL: &[Sample] = &[$(
            Sample {
                name: $name,
                source: include_str!(concat!("../../assets/releases/", $name)),
            },
        )*];
    };
}

samples! {
    "2017-09-12-kazakhstan.ron"
    "2019-03-06-kazakhstan.en.ron"
    "2019-03-06-kazakhstan.ko.ron"
    "2022-03-03-call-korea-ukraine.ron"
    "2023-10-26-un-ai-advisory-body.ron"
    "2023-11-20-sofa-joint-committee.ron"
    "2024-09-10-reaim-summit.ron"
    "2025-02-18-oasis-cities-council.ar.ron"
    "2025-04-17-arvenne-norrholm.fr.ron"
    "2025-04-17-norrholm-arvenne.ron"
    "2025-04-24-bank-of-norrholm.ron"
    "2025-06-12-bank-of-norrholm.ron"
    "2025-07-08-norrholm-external-trade.ron"
    "2025-10-09-harbour-dialogue-chair.ron"
    "2025-11-05-aomi-disaster-drill.ja.ron"
    "2025-11-28-amber-coast-communique.ron"
    "2026-01-20-green-shipping-fact-sheet.ron"
    "2026-05-28-gks-scholarship.ron"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_in_the_folder_comes_with_the_program() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/releases");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name != "README.md")
            .collect();
        files.sort();
        assert_eq!(ALL.iter().map(|sample| sample.name).collect::<Vec<_>>(), files);
    }
}
