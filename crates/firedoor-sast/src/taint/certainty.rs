//! What on a way between files is not certain.

/// Most objects on a way of which it is not known where in them the value is.
pub(super) const MAX_WHOLES: u8 = 2;

/// What on a way is not certain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Doubt {
    /// Calls that were resolved by their names alone.
    pub(super) names: u8,
    /// Objects of the project's classes that hold the value somewhere and were used as a whole.
    pub(super) wholes: u8,
    /// A part was asked for of what an unknown function made of the value.
    pub(super) part: bool,
}

impl Doubt {
    pub(super) const NONE: Self = Self { names: 0, wholes: 0, part: false };
    pub(super) const WHOLE: Self = Self { names: 0, wholes: 1, part: false };

    pub(super) fn name(guessed: bool) -> Self {
        Self { names: u8::from(guessed), ..Self::NONE }
    }

    pub(super) fn part(of_unknown: bool) -> Self {
        Self { part: of_unknown, ..Self::NONE }
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self {
            names: self.names.saturating_add(other.names),
            wholes: self.wholes.saturating_add(other.wholes),
            part: self.part || other.part,
        }
    }

    /// A guess beside anything else that is not known is mostly wrong.
    pub(super) fn is_too_much(self) -> bool {
        self.names > 1 || self.names == 1 && (self.wholes > 0 || self.part)
    }
}
