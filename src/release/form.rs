//! The shape of a release file, field by field, as serde sees it.
//!
//! It borrows its strings from the text of the file, so that parsing copies nothing twice and the
//! place of every string is known from its address in memory. The same shape is written as JSON.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Translation;

/// A string of the file: borrowed from its text unless an escape had to be resolved.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text<'a>(pub Cow<'a, str>);

impl AsRef<str> for Text<'_> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Borrowing;
        impl<'de> Visitor<'de> for Borrowing {
            type Value = Cow<'de, str>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string in double quotes")
            }
            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Cow::Borrowed(text))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Cow::Owned(text.to_owned()))
            }
            fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
                Ok(Cow::Owned(text))
            }
        }
        deserializer.deserialize_str(Borrowing).map(Text)
    }
}

/// A whole file; its blocks are another type in JSON.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Release", deny_unknown_fields)]
pub struct ReleaseForm<'a, B = BlockForm<'a>> {
    pub format: u32,
    #[serde(borrow)]
    pub title: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "is_original")]
    pub translation: Translation,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<SeriesForm<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<VersionForm<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Text<'a>>,
    pub body: Vec<B>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<ParticipantForm<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<DateForm<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<FigureForm<'a>>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Series", deny_unknown_fields)]
pub struct SeriesForm<'a> {
    #[serde(borrow)]
    pub name: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<u32>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Version", deny_unknown_fields)]
pub struct VersionForm<'a> {
    #[serde(borrow)]
    pub language: Text<'a>,
    #[serde(borrow)]
    pub file: Text<'a>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum BlockForm<'a> {
    Heading {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        number: Option<Text<'a>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        marker: Option<Text<'a>>,
        #[serde(borrow)]
        text: Text<'a>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        items: Vec<BlockForm<'a>>,
    },
    Numbered {
        #[serde(borrow)]
        number: Text<'a>,
        #[serde(borrow)]
        text: Text<'a>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        items: Vec<BlockForm<'a>>,
    },
    Bullet {
        #[serde(borrow)]
        marker: Text<'a>,
        #[serde(borrow)]
        text: Text<'a>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        items: Vec<BlockForm<'a>>,
    },
    Paragraph {
        #[serde(borrow)]
        text: Text<'a>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        items: Vec<BlockForm<'a>>,
    },
    Table {
        #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
        header: Vec<Text<'a>>,
        #[serde(borrow)]
        rows: Vec<Vec<Text<'a>>>,
    },
    Note {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        number: Option<Text<'a>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        marker: Option<Text<'a>>,
        #[serde(borrow)]
        text: Text<'a>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        items: Vec<BlockForm<'a>>,
    },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Mention", deny_unknown_fields)]
pub struct MentionForm<'a> {
    #[serde(borrow)]
    pub at: Text<'a>,
    #[serde(borrow)]
    pub quote: Text<'a>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Participant", deny_unknown_fields)]
pub struct ParticipantForm<'a> {
    #[serde(borrow)]
    pub name: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<MentionForm<'a>>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Date", deny_unknown_fields)]
pub struct DateForm<'a> {
    #[serde(borrow)]
    pub date: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<MentionForm<'a>>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Figure", deny_unknown_fields)]
pub struct FigureForm<'a> {
    #[serde(borrow)]
    pub text: Text<'a>,
    pub value: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value_max: Option<f64>,
    #[serde(borrow)]
    pub unit: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<MentionForm<'a>>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_original(translation: &Translation) -> bool {
    *translation == Translation::Original
}
