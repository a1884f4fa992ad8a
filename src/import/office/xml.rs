//! XML as a plain stream: names without their prefix, attributes by name, text with references resolved.
//! Damaged XML ends the stream; what came before stands, and that it ended is said.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A piece of XML.
#[derive(Debug)]
pub enum Piece<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// An element ends; its name.
    Close(String),
    /// Text.
    Text(String),
}

/// An element's name and attributes.
#[derive(Debug)]
pub struct Element<'a> {
    /// Its name without the prefix.
    pub name: String,
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// The value of an attribute, whatever its prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.start.attributes().flatten().find_map(|attribute| {
            let key = local(attribute.key.as_ref());
            (key == name).then(|| crate::import::html::resolve(&attribute.value))
        })
    }
}

/// Deeper elements end the stream: no document needs them.
const DEEPEST: usize = 512;

/// Calls back for every piece in order but the elements left out, with all that is in them. Whether the
/// stream came to its end.
pub fn each(xml: &str, left_out: &[&str], mut take: impl FnMut(Piece<'_>)) -> bool {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    config.allow_dangling_amp = true;
    let mut depth = 0usize;
    // How deep the element is that is being left out.
    let mut outside = None;
    loop {
        let Ok(event) = reader.read_event() else { return false };
        match event {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return false;
                }
                let name = local(start.name().as_ref());
                if outside.is_none() && left_out.contains(&name.as_str()) {
                    outside = Some(depth);
                }
                if outside.is_none() {
                    take(Piece::Open(Element { name, start }));
                }
            }
            Event::End(end) => {
                if outside.is_none() {
                    take(Piece::Close(local(end.name().as_ref())));
                }
                outside = outside.filter(|left| *left < depth);
                depth = depth.saturating_sub(1);
            }
            Event::Eof => return depth == 0,
            _ if outside.is_some() => {}
            Event::Text(text) => take(Piece::Text(text.to_string())),
            Event::CData(text) => take(Piece::Text(text.to_string())),
            // References come as events of their own.
            Event::GeneralRef(reference) => {
                let name = reference.to_string();
                take(Piece::Text(crate::import::html::resolve(&format!("&{name};"))));
            }
            _ => {}
        }
    }
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_owned()
}
