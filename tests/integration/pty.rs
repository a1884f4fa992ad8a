//! The program on a real terminal: what a person sees after which keys, and what the terminal is
//! left like. A pseudo-terminal runs the binary, an emulator keeps the screen, and tests wait for
//! what the screen shows, never for a time.

mod background;
mod copy;
mod hostile;
mod huge;
mod jobs;
mod journeys;
mod keyboard;
mod keymap;
mod keys;
mod links;
mod mouse;
mod moving;
mod panic;
mod place;
mod plain;
mod reading;
mod review;
mod sent;
mod session;
mod settings;
mod sizes;
mod table;
mod ways_out;
