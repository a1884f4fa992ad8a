//! `pressroom`: a terminal reader for press releases.
//!
//! A release is an outline of numbered paragraphs, and beside it the participants, dates and figures
//! that were drawn from it, each tied to the exact words that prove it. This library is the whole
//! program; the binary `pressroom` calls [`cli`] and nothing else, and the tests and benchmarks use
//! the same modules. It is no library for other programs: what is public here may change at any time.
//!
//! # The map
//!
//! What a release is, and what is done with its words; none of these knows a screen:
//!
//! - [`text`]: untrusted text ([`text::Raw`]) made harmless ([`text::Clean`]), measured, broken into
//!   lines, compared.
//! - [`release`]: one release as data: parsed, written, checked, its blocks addressed, its facts found
//!   in its words.
//! - [`disk`]: whole files read with a limit, folders walked, files saved whole or not at all.
//! - [`library`]: many releases: where they come from, and the little that a list shows of each.
//! - [`import`]: a published page as a draft release: its outline, and facts with their mentions.
//! - [`export`]: a release, or a part of it, as text, Markdown or a web page.
//!
//! What is a person's own:
//!
//! - [`annotations`]: what a reader leaves behind: where they stopped, and marks, tied to words.
//! - [`config`]: the settings of whoever runs the program, and the folders their files are in.
//!
//! What the reader is made of:
//!
//! - [`phrase`]: what the program says, in every language of the interface, in one checked table.
//! - [`dialogue`]: a release read by typed lines, for those who use no screen.
//! - [`keys`]: the one table of actions, and the keys bound to them; help and hints are derived from it.
//! - [`entries`]: what keys, looks and settings are read from: names and values with their places.
//! - [`theme`]: a role for everything that is drawn, and the looks of each.
//! - [`reader`]: the application as data: a message goes in, the model changes, effects come out.
//! - [`view`]: the model as cells of a screen; it reads, and changes nothing.
//!
//! The edge, where the world begins:
//!
//! - [`terminal`]: the terminal taken over, listened to and always given back.
//! - [`app`]: the loop: what happened, update, draw once, do what was asked for.
//! - [`cli`]: the arguments, the commands and the exit codes.
//!
//! Who may use whom, how a file becomes a screen, and what always holds stands in `ARCHITECTURE.md`.

pub mod annotations;
pub mod app;
pub mod cli;
pub mod config;
pub mod dialogue;
pub mod disk;
pub mod entries;
pub mod export;
pub mod import;
pub mod keys;
pub mod library;
pub mod phrase;
pub mod reader;
pub mod release;
pub mod terminal;
pub mod text;
pub mod theme;
pub mod view;
