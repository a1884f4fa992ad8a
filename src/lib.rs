//! `pressroom`: a terminal reader for press releases.

pub mod app;
pub mod cli;
pub mod disk;
pub mod export;
pub mod keys;
pub mod library;
pub mod reader;
pub mod release;
pub mod terminal;
pub mod text;
pub mod theme;
pub mod view;
