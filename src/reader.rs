//! The application as data: what is open, where the reader stands, what was asked for.
//!
//! A message goes in, the model changes, effects come out ([`update::update`]). Nothing here opens a
//! file, starts a thread, asks a clock or draws.

pub mod areas;
pub mod clipboard;
pub mod cursor;
pub mod document;
pub mod effect;
pub mod fault;
pub mod goto;
pub mod help;
pub mod history;
pub mod marks;
pub mod message;
pub mod model;
mod offers;
pub mod palette;
pub mod peek;
pub mod pipe;
pub mod problems;
pub mod prompt;
pub mod reading;
pub mod recall;
pub mod review;
pub mod revision;
pub mod session;
pub mod shelf;
pub mod themes;
pub mod update;

pub use areas::Areas;
pub use document::Document;
pub use effect::Effect;
pub use message::Message;
pub use model::Model;
pub use reading::Reading;
