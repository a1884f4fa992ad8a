//! What a person may have meant by an address that is not there.

use super::{Addresses, BlockId, Body, Kind};

/// The last block where an address seems to point, among the items of its parent or at the top, in
/// words such as "the last item of `2` is `2.3`".
pub fn neighbour(body: &Body, addresses: &Addresses, at: &str) -> Option<String> {
    let last_at_top = |kind| {
        let at_top = |i: &usize| body.blocks()[*i].depth == 0 && body.blocks()[*i].kind == kind;
        (0..body.len()).rev().find(at_top).map(BlockId::body)
    };
    neighbour_with(body, addresses, at, (last_at_top, &mut 0))
}

/// As [`neighbour`], for many addresses: the last block of a kind at the top is asked for, and the
/// blocks looked at are counted.
pub(super) fn neighbour_with(
    body: &Body,
    addresses: &Addresses,
    at: &str,
    (last_at_top, looked_at): (impl FnOnce(Kind) -> Option<BlockId>, &mut u64),
) -> Option<String> {
    let parent = at.rsplit_once('.').and_then(|(parent, _)| addresses.find(parent));
    if let Some(index) = parent.and_then(BlockId::index) {
        let block = body.get(index)?;
        let name = addresses.name(BlockId::body(index));
        let mut inside = (index + 1..block.end as usize).rev();
        let last = inside.find(|i| {
            *looked_at += 1;
            body.blocks()[*i].depth == block.depth + 1
        });
        return Some(match last {
            Some(last) => {
                format!("the last item of `{name}` is `{}`", addresses.name(BlockId::body(last)))
            }
            None => format!("`{name}` has no items"),
        });
    }
    let kind = kind_named(at)?;
    let name = addresses.name(last_at_top(kind)?);
    Some(match kind {
        Kind::Numbered => format!("the last number is `{name}`"),
        kind => format!("the last {} is `{name}`", kind.name().to_lowercase()),
    })
}

fn kind_named(address: &str) -> Option<Kind> {
    Some(match address.chars().next()?.to_ascii_lowercase() {
        '0'..='9' => Kind::Numbered,
        'h' => Kind::Heading,
        'p' => Kind::Paragraph,
        'b' => Kind::Bullet,
        't' => Kind::Table,
        'n' => Kind::Note,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::parse;

    #[test]
    fn the_last_block_in_that_place_is_named() {
        let release = parse(
            r#"Release(format: 1, title: "", body: [Heading(text: "h"), Numbered(number: "2",
                text: "n", items: [Bullet(marker: "-", text: "b")]), Paragraph(text: "p")])"#,
        )
        .unwrap();
        let addresses = Addresses::of(&release.body);
        let check = |at: &str, expected: Option<&str>| {
            assert_eq!(neighbour(&release.body, &addresses, at).as_deref(), expected, "{at}");
        };
        check("2.4", Some("the last item of `2` is `2.1`"));
        check("2.1.1", Some("`2.1` has no items"));
        check("3", Some("the last number is `2`"));
        check("H7", Some("the last heading is `h1`"));
        check("t1", None);
        check("", None);
        check("가", None);
    }
}
