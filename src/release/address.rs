//! The one name of a block: `2`, `2.1`, `h1`, `title`.
//!
//! Marks, notes, citations, jumps and mentions all use it, so it must be unique, short enough to
//! type and the same however the release is folded. The rules stand in the format reference.

use std::collections::HashMap;
use std::fmt;
use std::hash::BuildHasher;

use compact_str::{CompactString, format_compact};
use hashbrown::{DefaultHashBuilder, HashTable};
use unicode_normalization::UnicodeNormalization;

use super::{Block, BlockId, Body, Kind};

/// The longest number, in characters, that an address repeats; more would not be typed by anyone.
const LONGEST_NUMBER: usize = 16;

/// The name of a block, made of letters, digits, dots and underscores only.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address(CompactString);

impl Address {
    /// The characters of the address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// The addresses of a release's blocks, both ways.
#[derive(Debug, Clone)]
pub struct Addresses {
    names: Vec<Address>,
    /// The blocks by the hash of their names. A file may have a million, so the names are not kept
    /// here a second time.
    blocks: HashTable<BlockId>,
    /// Seeded anew for each program, as names are whatever a file says.
    hasher: DefaultHashBuilder,
}

impl Addresses {
    /// Names every block of a body.
    pub fn of(body: &Body) -> Self {
        Naming::new(body).run()
    }

    /// The address of a block; the title's for a block that is not there.
    pub fn name(&self, block: BlockId) -> &Address {
        self.names.get(block.order()).unwrap_or(&self.names[0])
    }

    /// The block at an address written exactly as it is named.
    pub fn block(&self, address: &str) -> Option<BlockId> {
        let is_named = |block: &BlockId| self.names[block.order()].as_str() == address;
        self.blocks.find(self.hasher.hash_one(address), is_named).copied()
    }

    /// The block a person means: white space, a final full stop, a leading `#` or `§`, upper case
    /// and circled digits are forgiven.
    pub fn find(&self, typed: &str) -> Option<BlockId> {
        if let Some(block) = self.block(typed) {
            return Some(block);
        }
        let typed = typed.trim().trim_start_matches(['#', '§']).trim().trim_end_matches('.');
        let plain: String = typed.nfkc().map(plain_digit).filter(|c| !c.is_whitespace()).collect();
        self.block(&plain).or_else(|| self.block(&plain.to_lowercase()))
    }

    /// Names the next block; nothing may have that name yet.
    fn add(&mut self, address: Address) {
        let hash = |address: &Address| self.hasher.hash_one(address.as_str());
        let (block, names) = (BlockId::at(self.names.len()), &self.names);
        self.blocks.insert_unique(hash(&address), block, |block| hash(&names[block.order()]));
        self.names.push(address);
    }

    /// Every address in reading order, the title's first.
    pub fn all(&self) -> &[Address] {
        &self.names
    }
}

/// A number as it is typed: `①` is `1`, `(2)` is `2`, `٣` is `3`, `가.` is `가`.
pub fn plain_number(printed: &str) -> String {
    if printed.is_ascii() {
        // Most are, and nothing in them has another form.
        let kept = printed.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '.');
        return kept.take(LONGEST_NUMBER).collect::<String>().trim_matches('.').to_owned();
    }
    let kept = printed.nfkc().map(plain_digit).filter(|c| c.is_alphanumeric() || *c == '.');
    let plain: String = kept.take(LONGEST_NUMBER).collect();
    plain.trim_matches('.').to_owned()
}

/// A decimal digit of any of the larger scripts as an ASCII one.
fn plain_digit(c: char) -> char {
    const ZEROS: [char; 17] = [
        '\u{660}', '\u{6F0}', '\u{966}', '\u{9E6}', '\u{A66}', '\u{AE6}', '\u{B66}', '\u{BE6}',
        '\u{C66}', '\u{CE6}', '\u{D66}', '\u{E50}', '\u{ED0}', '\u{F20}', '\u{1040}', '\u{17E0}',
        '\u{1810}',
    ];
    let digits = ZEROS.iter().map(|zero| u32::from(c).wrapping_sub(u32::from(*zero)));
    digits.filter(|digit| *digit < 10).find_map(|digit| char::from_digit(digit, 10)).unwrap_or(c)
}

struct Naming<'a> {
    body: &'a Body,
    given: Addresses,
    /// The next suffix to try for an address that was taken, so that a thousand equal ones stay cheap.
    suffixes: HashMap<Address, u32>,
}

impl<'a> Naming<'a> {
    fn new(body: &'a Body) -> Self {
        let given = Addresses {
            names: Vec::with_capacity(body.len() + 1),
            blocks: HashTable::with_capacity(body.len() + 1),
            hasher: DefaultHashBuilder::default(),
        };
        let mut naming = Self { body, given, suffixes: HashMap::new() };
        naming.take("title");
        naming
    }

    fn run(mut self) -> Addresses {
        let mut numbers = Numbers::default();
        // For each open level: the address of the block there and how many items it has had.
        let mut open: Vec<(Address, usize)> = Vec::new();
        for block in self.body.blocks() {
            open.truncate(block.depth as usize);
            let wanted = match open.last_mut() {
                Some((parent, items)) => {
                    *items += 1;
                    format!("{parent}.{items}")
                }
                None => numbers.top_level(block, &self.given),
            };
            let address = self.take(&wanted);
            if block.depth == 0 && block.kind == Kind::Heading {
                numbers.enter(address.clone());
            }
            open.push((address, 0));
        }
        self.given
    }

    fn take(&mut self, wanted: &str) -> Address {
        let mut address = Address(CompactString::new(wanted));
        if self.given.block(wanted).is_some() {
            let suffix = self.suffixes.entry(address).or_insert(2);
            address = loop {
                let tried = Address(format_compact!("{wanted}_{suffix}"));
                *suffix += 1;
                if self.given.block(&tried.0).is_none() {
                    break tried;
                }
            };
        }
        self.given.add(address.clone());
        address
    }
}

/// How the top level counts: by printed number, else by place among its kind.
#[derive(Default)]
struct Numbers {
    counts: HashMap<char, usize>,
    section: Option<Section>,
}

/// What follows a heading.
struct Section {
    heading: Address,
    /// Whether its numbers start again; unknown until its first number.
    restarts: Option<bool>,
}

impl Numbers {
    fn enter(&mut self, heading: Address) {
        self.section = Some(Section { heading, restarts: None });
    }

    fn top_level(&mut self, block: &Block, taken: &Addresses) -> String {
        let printed = block.number.as_ref().map(|n| plain_number(n.as_str()));
        match printed.filter(|n| !n.is_empty() && block.kind == Kind::Numbered) {
            Some(number) => self.numbered(number, taken),
            None => self.lettered(block.kind),
        }
    }

    fn numbered(&mut self, number: String, taken: &Addresses) -> String {
        let Some(section) = &mut self.section else { return number };
        let is_taken = || taken.block(&number).is_some();
        if *section.restarts.get_or_insert_with(is_taken) {
            return format!("{}.{number}", section.heading);
        }
        number
    }

    fn lettered(&mut self, kind: Kind) -> String {
        let letter = match kind {
            Kind::Heading => 'h',
            // A number that cannot be typed leaves a plain paragraph.
            Kind::Numbered | Kind::Paragraph => 'p',
            Kind::Bullet => 'b',
            Kind::Table => 't',
            Kind::Note => 'n',
        };
        let count = self.counts.entry(letter).or_insert(0);
        *count += 1;
        format!("{letter}{count}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Raw;

    /// Lines like `1 Numbered 2`, `Bullet`: depth by indent of two, kind, printed number.
    fn check(outline: &str, expected: &[&str]) {
        let mut body = Body::new();
        for line in outline.lines().filter(|l| !l.trim().is_empty()) {
            let depth = (line.len() - line.trim_start().len()) as u8 / 2;
            let mut words = line.split_whitespace();
            let kind = match words.next().unwrap() {
                "h" => Kind::Heading,
                "n" => Kind::Numbered,
                "b" => Kind::Bullet,
                "p" => Kind::Paragraph,
                "t" => Kind::Table,
                _ => Kind::Note,
            };
            let number = words.next().map(Raw::from);
            let text = Raw::from("x");
            body.push(Block { kind, depth, end: 0, number, marker: None, text, table: None });
        }
        let addresses = Addresses::of(&body);
        let names: Vec<_> = addresses.all().iter().skip(1).map(Address::as_str).collect();
        assert_eq!(names, expected);
        for (order, name) in addresses.all().iter().enumerate() {
            assert_eq!(addresses.block(name.as_str()), Some(BlockId::at(order)));
        }
    }

    #[test]
    fn items_count_from_one_below_their_number() {
        check("n 1\nn 2\n  b\n  b\n    b\n  n (1)", &["1", "2", "2.1", "2.2", "2.2.1", "2.3"]);
    }

    #[test]
    fn a_block_without_a_number_is_its_letter_and_place() {
        check("h\np\np\n  b\nb\nt\nnote\nh", &["h1", "p1", "p2", "p2.1", "b1", "t1", "n1", "h2"]);
    }

    #[test]
    fn numbers_that_start_again_under_a_heading_carry_its_address() {
        check(
            "h\nn 1\nn 2\nh\nn 1\n  b\nn 2\nn 3\nh\nn 4",
            &["h1", "1", "2", "h2", "h2.1", "h2.1.1", "h2.2", "h2.3", "h3", "4"],
        );
    }

    #[test]
    fn numbers_that_go_on_under_a_heading_stay_bare() {
        check("h\nn 1\nn 2\nh\nn 3\nn 4", &["h1", "1", "2", "h2", "3", "4"]);
    }

    #[test]
    fn a_number_printed_twice_gets_a_suffix() {
        check("n 2\nn 2\n  b\nn 2", &["2", "2_2", "2_2.1", "2_3"]);
    }

    #[test]
    fn an_item_and_a_number_never_share_an_address() {
        check("n 2\n  b\nn 2.1", &["2", "2.1", "2.1_2"]);
    }

    #[test]
    fn numbers_are_typed_plain() {
        check("n ①\nn 2)\nn (3)\nn 가.\nn ⑤\nn ٦", &["1", "2", "3", "가", "5", "6"]);
        check("n ---\np", &["p1", "p2"]);
    }

    #[test]
    fn a_person_may_type_an_address_loosely() {
        let mut body = Body::new();
        let block = |depth, number: Option<&str>| Block {
            kind: if number.is_some() { Kind::Numbered } else { Kind::Heading },
            depth,
            end: 0,
            number: number.map(Raw::from),
            marker: None,
            text: Raw::from("x"),
            table: None,
        };
        body.push(block(0, Some("2")));
        body.push(block(1, Some("1")));
        body.push(block(0, None));
        let addresses = Addresses::of(&body);
        for typed in ["2.1", " 2.1. ", "#2.1", "§ 2.1", "２.１", "٢.١"] {
            assert_eq!(addresses.find(typed), Some(BlockId::body(1)), "{typed}");
        }
        assert_eq!(addresses.find("H1"), Some(BlockId::body(2)));
        assert_eq!(addresses.find("title"), Some(BlockId::TITLE));
        assert_eq!(addresses.find("3"), None);
    }

    #[test]
    fn a_hundred_thousand_equal_numbers_stay_cheap() {
        let mut body = Body::new();
        for _ in 0..100_000 {
            let number = Some(Raw::from("1"));
            let (text, kind) = (Raw::from("x"), Kind::Numbered);
            body.push(Block { kind, depth: 0, end: 0, number, marker: None, text, table: None });
        }
        assert_eq!(Addresses::of(&body).name(BlockId::body(99_999)).as_str(), "1_100000");
    }
}
