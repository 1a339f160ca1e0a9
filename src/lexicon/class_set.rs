//! Sets of classes.
#![allow(clippy::indexing_slicing, reason = "there is a bit for every class")]

use super::Class;

/// A set of classes, one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct ClassSet([u64; 2]);

impl ClassSet {
    /// The set of the classes given.
    pub(crate) const fn of(classes: &[Class]) -> ClassSet {
        let (mut set, mut at) = (ClassSet([0; 2]), 0);
        while at < classes.len() {
            set.add(classes[at]);
            at += 1;
        }
        set
    }

    pub(crate) const fn has(self, class: Class) -> bool {
        self.0[class as usize / 64] & 1 << (class as usize % 64) != 0
    }

    pub(crate) const fn has_any(self, other: ClassSet) -> bool {
        !self.and(other).has_none()
    }

    pub(crate) const fn has_none(self) -> bool {
        self.0[0] | self.0[1] == 0
    }

    pub(super) const fn add(&mut self, class: Class) {
        self.0[class as usize / 64] |= 1 << (class as usize % 64);
    }

    /// This set with more classes.
    pub(crate) const fn or(self, classes: &[Class]) -> ClassSet {
        self.with(ClassSet::of(classes))
    }

    /// This set without the classes of another.
    pub(crate) const fn without(self, other: ClassSet) -> ClassSet {
        ClassSet([self.0[0] & !other.0[0], self.0[1] & !other.0[1]])
    }

    /// The set as bits.
    pub(crate) const fn bits(self) -> [u64; 2] {
        self.0
    }

    /// The classes of the set, by their place in [`Class::ALL`].
    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        let mut bits = u128::from(self.0[1]) << 64 | u128::from(self.0[0]);
        std::iter::from_fn(move || {
            let first = bits.trailing_zeros() as usize;
            bits &= bits.wrapping_sub(1);
            (first < 128).then_some(first)
        })
    }

    /// The classes that are in both sets.
    pub(crate) const fn and(self, other: ClassSet) -> ClassSet {
        ClassSet([self.0[0] & other.0[0], self.0[1] & other.0[1]])
    }

    /// Both sets together.
    pub(crate) const fn with(self, other: ClassSet) -> ClassSet {
        ClassSet([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }
}
