//! `pressroom`: a terminal reader for press releases.
