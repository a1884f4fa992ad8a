//! XML as a plain stream: names without their prefix, attributes by name, text with references resolved.
//! Damaged XML ends the stream; what came before stands.

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

/// Calls back for every piece in order.
pub fn each(xml: &str, mut take: impl FnMut(Piece<'_>)) {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    let mut depth = 0usize;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return;
                }
                let name = local(start.name().as_ref());
                take(Piece::Open(Element { name, start }));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                take(Piece::Close(local(end.name().as_ref())));
            }
            Event::Text(text) => take(Piece::Text(text.to_string())),
            Event::CData(text) => take(Piece::Text(text.to_string())),
            // References come as events of their own.
            Event::GeneralRef(reference) => {
                let name = reference.to_string();
                take(Piece::Text(crate::import::html::resolve(&format!("&{name};"))));
            }
            Event::Eof => return,
            _ => {}
        }
    }
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_owned()
}
