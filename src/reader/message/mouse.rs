//! What the mouse did, and where on the screen.

use crate::reader::areas::Position;

/// A button of the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// The one that points and chooses.
    Left,
    /// The wheel, pressed.
    Middle,
    /// The other one.
    Right,
}

/// What was done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// A button was pressed.
    Press(Button),
    /// The mouse was moved while a button was held.
    Drag(Button),
    /// A button was let go.
    Release(Button),
    /// The wheel was turned by so many notches; towards the end is positive.
    Wheel(i32),
}

/// Something the mouse did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What.
    pub did: Did,
    /// The cell under the pointer, which may lie outside of the screen.
    pub at: Position,
    /// Which press this is of some on the same cell soon after each other, from 1.
    pub clicks: u8,
}
