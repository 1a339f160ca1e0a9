//! The letter case of a token.

use super::Shape;
use super::class::{self, LOWER, UPPER};

/// The letter case of a stretch of text.
pub(super) fn shape(text: &str, start: usize, end: usize) -> Shape {
    let (mut at, mut first, mut rest) = (start, 0, 0);
    while at < end {
        let (class, len) = class::at(text, at);
        if class & (LOWER | UPPER) != 0 {
            if first == 0 { first = class } else { rest |= class }
        }
        at += len.max(1);
    }
    shape_of(first, rest)
}

/// The letter case of a first letter and the classes of the letters after it.
#[inline]
pub(super) fn shape_of(first: class::Class, rest: class::Class) -> Shape {
    match (first, rest & (LOWER | UPPER)) {
        (LOWER, 0 | LOWER) => Shape::Lower,
        (UPPER, 0 | LOWER) => Shape::Title,
        (UPPER, UPPER) => Shape::Upper,
        (LOWER | UPPER, _) => Shape::Mixed,
        _ => Shape::None,
    }
}
