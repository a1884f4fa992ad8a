//! What the program does with whole files, one module for each part of it.

mod format;
