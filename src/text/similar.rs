//! Which name was meant by one that is not known.

/// How alike two names must be, from 0 to 1, before one is offered for the other.
const ALIKE: f64 = 0.8;

/// The most bytes of a name that may be a slip for another; comparing longer ones would take seconds.
pub const LONGEST_SLIP: usize = 100;

/// The candidate a person most likely meant by `word`, if any comes close; case is overlooked.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST_SLIP {
        return None;
    }
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&word, &candidate.to_lowercase()), candidate))
        .filter(|(alike, _)| *alike >= ALIKE)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_known_and_nothing_far_or_long_is() {
        let names = ["LineDown", "LineUp", "PageDown"];
        assert_eq!(nearest("linedwon", names), Some("LineDown"));
        assert_eq!(nearest("xyz", names), None);
        let long = "LineDown".repeat(LONGEST_SLIP);
        assert_eq!(nearest(&long, [long.as_str()]), None);
    }
}
