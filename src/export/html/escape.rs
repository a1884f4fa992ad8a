//! Text that no browser takes for anything but text, between tags and inside quoted attributes.

use std::fmt::{self, Display};

/// A text that prints escaped. A hard break becomes a line break.
pub(super) struct Escaped<'a>(pub &'a str);

/// See [`Escaped`].
pub(super) fn escaped(text: &str) -> String {
    Escaped(text).to_string()
}

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'', '\n']) {
            f.write_str(&rest[..at])?;
            match rest.as_bytes()[at] {
                b'&' => f.write_str("&amp;")?,
                b'<' => f.write_str("&lt;")?,
                b'>' => f.write_str("&gt;")?,
                b'"' => f.write_str("&quot;")?,
                b'\'' => f.write_str("&#39;")?,
                _ => f.write_str("<br>")?,
            }
            rest = &rest[at + 1..];
        }
        f.write_str(rest)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_attributes_cannot_be_left() {
        let hostile = "\"><script>alert('a & b')</script>\nend";
        assert_eq!(
            escaped(hostile),
            "&quot;&gt;&lt;script&gt;alert(&#39;a &amp; b&#39;)&lt;/script&gt;<br>end"
        );
        assert_eq!(escaped("카자흐스탄 2.1"), "카자흐스탄 2.1");
    }
}
