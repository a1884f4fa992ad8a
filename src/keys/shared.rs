//! What several places have alike, to be told once.

use super::Context;

/// Removes and returns the rows that all contexts of a kind have alike.
pub(super) fn take<T: Clone + PartialEq>(
    contexts: &mut [(Context, Vec<T>)],
    is_meant: fn(Context) -> bool,
) -> Vec<T> {
    let mut meant: Vec<&mut Vec<T>> = contexts
        .iter_mut()
        .filter(|(context, _)| is_meant(*context))
        .map(|(_, rows)| rows)
        .collect();
    let mut shared = meant.first().map(|rows| (*rows).clone()).unwrap_or_default();
    shared.retain(|row| meant.iter().all(|rows| rows.contains(row)));
    for rows in &mut meant {
        rows.retain(|row| !shared.contains(row));
    }
    shared
}
