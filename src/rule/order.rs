//! The rules of some files that have a function of their own, listed at compile time.
#![allow(clippy::indexing_slicing, reason = "loops over slices, in constants")]

use super::gate::Construction;

/// How many they are.
pub(crate) const fn count<F>(files: &[&'static [Construction<F>]]) -> usize {
    let (mut count, mut file) = (0, 0);
    while file < files.len() {
        let mut at = 0;
        while at < files[file].len() {
            count += files[file][at].read.is_some() as usize;
            at += 1;
        }
        file += 1;
    }
    count
}

/// The rules in the order of their declaration, as [`Gates`](super::Gates) number them; there are `N`.
const fn declared<F, const N: usize>(files: &[&'static [Construction<F>]]) -> [&'static Construction<F>; N] {
    let mut rules = [&files[0][0]; N];
    let (mut number, mut file) = (0, 0);
    while file < files.len() {
        let mut at = 0;
        while at < files[file].len() {
            if files[file][at].read.is_some() {
                rules[number] = &files[file][at];
                number += 1;
            }
            at += 1;
        }
        file += 1;
    }
    rules
}

/// Their functions, numbered as [`Gates`](super::Gates) number the rules.
pub(crate) const fn readers<F: Copy, const N: usize>(files: &[&'static [Construction<F>]]) -> [F; N] {
    let rules = declared::<F, N>(files);
    let mut readers = [function(rules[0]); N];
    let mut number = 1;
    while number < N {
        readers[number] = function(rules[number]);
        number += 1;
    }
    readers
}

#[allow(clippy::panic, reason = "in a constant, where it is an error of compilation")]
const fn function<F: Copy>(rule: &Construction<F>) -> F {
    match rule.read {
        Some(read) => read,
        None => panic!("only rules with a function are listed"),
    }
}

/// The rules with the highest precedence first, for places where the first that reads it stays; among equal ones, which
/// never read the same, as they are declared.
pub(crate) const fn by_precedence<F, const N: usize>(
    files: &[&'static [Construction<F>]],
) -> [&'static Construction<F>; N] {
    let mut rules = declared::<F, N>(files);
    let mut sorted = 1;
    while sorted < N {
        let rule = rules[sorted];
        let mut place = sorted;
        while place > 0 && rules[place - 1].rule.precedence < rule.rule.precedence {
            rules[place] = rules[place - 1];
            place -= 1;
        }
        rules[place] = rule;
        sorted += 1;
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::rules;

    rules! {
        reads: u8;

        /// Comes last.
        pub(super) LAST = "test.last" {
            pattern: "anything",
            read: 1,
            fires: [],
            silent: [],
        }

        /// Is read by another one.
        pub(super) NEVER = "test.never" {
            pattern: "anything",
            precedence: 9,
            fires: [],
            silent: [],
        }

        /// Comes first.
        pub(super) FIRST = "test.first" {
            pattern: "anything",
            precedence: 1,
            read: 2,
            fires: [],
            silent: [],
        }
    }

    #[test]
    fn the_highest_precedence_comes_first() {
        const TRIED: [&Construction<u8>; count(&[RULES])] = by_precedence(&[RULES]);
        assert_eq!(TRIED.map(|construction| construction.read), [Some(2), Some(1)]);
    }
}
