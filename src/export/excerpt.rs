//! The part of a release at an address, as a release of its own.

use super::Part;
use crate::release::{Addresses, BlockId, Body, Mention, Release};
use crate::text::Raw;

/// The release cut down to one block with everything inside it. Title and particulars stay; of the
/// facts those said in the part, their mentions at the addresses that the blocks have there.
pub fn excerpt(release: &Release, addresses: &Addresses, at: BlockId) -> Release {
    let cut = Cut::new(Part::at(release, addresses, at));
    Release {
        title: release.title.clone(),
        issuer: release.issuer.clone(),
        published: release.published.clone(),
        language: release.language.clone(),
        source: release.source.clone(),
        translation: release.translation,
        series: release.series.clone(),
        versions: release.versions.clone(),
        topics: release.topics.clone(),
        participants: cut.facts(&release.participants, |person| &mut person.mentions),
        dates: cut.facts(&release.dates, |date| &mut date.mentions),
        figures: cut.facts(&release.figures, |figure| &mut figure.mentions),
        body: cut.body,
    }
}

struct Cut<'a> {
    part: Part<'a>,
    body: Body,
    addresses: Addresses,
}

impl<'a> Cut<'a> {
    fn new(part: Part<'a>) -> Self {
        let mut body = Body::new();
        for index in part.range() {
            let mut block = part.block(index).clone();
            block.depth = u8::try_from(part.depth(index)).unwrap_or(u8::MAX);
            body.push(block);
        }
        let addresses = Addresses::of(&body);
        Self { part, body, addresses }
    }

    /// The facts that keep a mention.
    fn facts<F: Clone>(
        &self,
        facts: &[F],
        mentions: impl Fn(&mut F) -> &mut Vec<Mention>,
    ) -> Vec<F> {
        let mut facts = facts.to_vec();
        facts.retain_mut(|fact| {
            let mentions = mentions(fact);
            mentions.retain_mut(|mention| match self.moved(mention.at.as_str()) {
                Some(at) => {
                    mention.at = at;
                    true
                }
                None => false,
            });
            !mentions.is_empty()
        });
        facts
    }

    fn moved(&self, at: &str) -> Option<Raw> {
        let block = self.part.addresses.block(at)?;
        let Some(index) = block.index() else { return Some(Raw::from(at)) };
        let index = self.part.range().contains(&index).then(|| index - self.part.range().start)?;
        Some(Raw::from(self.addresses.name(BlockId::body(index)).as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::parse;

    #[test]
    fn an_excerpt_keeps_what_is_said_in_it() {
        let release = parse(
            r#"Release(format: 1, title: "The 9th", issuer: "M", body: [
                Numbered(number: "1", text: "one"),
                Numbered(number: "2", text: "two Kim", items: [
                    Bullet(marker: "°", text: "Kim and Lee"),
                ]),
            ], participants: [
                (name: "Kim", mentions: [(at: "2", quote: "Kim"), (at: "2.1", quote: "Kim")]),
                (name: "Park", mentions: [(at: "1", quote: "one"), (at: "9", quote: "x")]),
            ], figures: [
                (text: "9th", value: 9, unit: "ordinal", mentions: [(at: "title", quote: "9th")]),
            ])"#,
        )
        .unwrap();
        let addresses = Addresses::of(&release.body);
        let at = |address| excerpt(&release, &addresses, addresses.block(address).unwrap());

        let item = at("2.1");
        assert_eq!(item.issuer, release.issuer);
        assert_eq!(item.body.len(), 1);
        assert_eq!((item.participants.len(), item.figures.len()), (1, 1));
        assert_eq!(item.participants[0].mentions, [mention("b1", "Kim")]);
        let paragraph = at("2");
        let kept = &paragraph.participants[0].mentions;
        assert_eq!(*kept, [mention("2", "Kim"), mention("2.1", "Kim")]);
        assert!(at("title").body.is_empty());
    }

    fn mention(at: &str, quote: &str) -> Mention {
        Mention { at: at.into(), quote: quote.into() }
    }
}
