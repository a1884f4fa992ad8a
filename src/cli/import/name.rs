//! The name of a release's file: its date and the words of its title.

use crate::release::Release;

/// The most characters of a title in a name.
const LONGEST: usize = 60;

/// `2019-03-06-9th-rok-kazakhstan-political-consultation.ron`; without a title the page's own name.
pub fn of(release: &Release, page: Option<&str>) -> String {
    let title = words(release.title.as_str());
    let title = if title.is_empty() { words(page.unwrap_or_default()) } else { title };
    let day = release.published.as_ref().map(|day| words(day.as_str())).unwrap_or_default();
    let parts: Vec<String> = [day, title].into_iter().filter(|part| !part.is_empty()).collect();
    let name = parts.join("-");
    format!("{}.ron", if name.is_empty() { "release" } else { &name })
}

/// Letters and digits in lower case, everything between them a hyphen, cut between words.
fn words(text: &str) -> String {
    let mut name = String::new();
    let mut length = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        length += word.chars().count() + usize::from(!name.is_empty());
        if length > LONGEST {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(&word.to_lowercase());
    }
    if name.is_empty() {
        name = text.chars().filter(|c| c.is_alphanumeric()).take(LONGEST).collect();
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Raw;

    #[test]
    fn a_name_is_date_and_title() {
        let name = |title: &str, published: Option<&str>, page: Option<&str>| {
            let release = Release {
                title: title.into(),
                published: published.map(Raw::from),
                ..Release::default()
            };
            of(&release, page)
        };
        assert_eq!(
            name("Two Sides’ “Talks”", Some("2024-05-01"), None),
            "2024-05-01-two-sides-talks.ron"
        );
        assert_eq!(name("제5차 회의 개최", None, None), "제5차-회의-개최.ron");
        assert_eq!(name("../../etc", Some("2024/2025"), None), "2024-2025-etc.ron");
        assert_eq!(name("", None, Some("page 7")), "page-7.ron");
        assert_eq!(name("", None, None), "release.ron");
        assert!(name(&"long ".repeat(50), None, None).len() < 70);
    }
}
