//! Which cells of a frame are links, and where they lead.

use std::ops::Range;

use super::Rect;
use crate::text::link::Link;

/// Cells of one row that lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// The row.
    pub row: u16,
    /// The columns.
    pub columns: Range<u16>,
    /// Where they lead.
    pub link: Link,
}

/// The links of a frame.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Links(Vec<Linked>);

impl Links {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Makes cells lead somewhere.
    pub fn add(&mut self, area: Rect, link: &Link) {
        if area.width > 0 {
            let columns = area.left()..area.right();
            let linked = |row| Linked { row, columns: columns.clone(), link: link.clone() };
            self.0.extend(area.rows().map(|row| linked(row.y)));
        }
    }

    /// Makes cells lead nowhere, since something else is drawn there.
    pub fn remove(&mut self, area: Rect) {
        if self.0.is_empty() || area.is_empty() {
            return;
        }
        let is_hit = |linked: &Linked| {
            let Range { start, end } = linked.columns;
            (area.top()..area.bottom()).contains(&linked.row)
                && start < area.right()
                && end > area.left()
        };
        let (hit, mut kept): (Vec<Linked>, Vec<Linked>) = self.0.drain(..).partition(is_hit);
        for Linked { row, columns: Range { start, end }, link } in hit {
            for columns in [start..end.min(area.left()), start.max(area.right())..end] {
                if !columns.is_empty() {
                    kept.push(Linked { row, columns, link: link.clone() });
                }
            }
        }
        self.0 = kept;
    }

    /// Those of a row.
    pub fn of_row(&self, row: u16) -> impl Iterator<Item = &Linked> {
        self.0.iter().filter(move |linked| linked.row == row)
    }

    /// Where a cell leads.
    pub fn at(&self, column: u16, row: u16) -> Option<&Link> {
        self.of_row(row).find(|linked| linked.columns.contains(&column)).map(|found| &found.link)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_over_leads_nowhere() {
        let link = Link::of("https://a.kr").expect("a link");
        let mut links = Links::default();
        links.add(Rect::new(2, 1, 6, 2), &link);
        links.remove(Rect::new(4, 0, 2, 2));
        let row = |row| -> String {
            (0..10).map(|column| if links.at(column, row).is_some() { '#' } else { '.' }).collect()
        };
        assert_eq!([row(0), row(1), row(2)], ["..........", "..##..##..", "..######.."]);
    }
}
