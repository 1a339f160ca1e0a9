//! Rules that are tried at one place: the first that reads it stays.

use crate::rule::Construction;

/// How many rules of some files have a function.
pub(super) const fn count<F>(files: &[&'static [Construction<F>]]) -> usize {
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

/// Those rules, the highest precedence first; among equal ones, which never read the same, as they are declared.
pub(super) const fn by_precedence<F, const N: usize>(
    files: &[&'static [Construction<F>]],
) -> [&'static Construction<F>; N] {
    let mut rules = [&files[0][0]; N];
    let (mut count, mut file) = (0, 0);
    while file < files.len() {
        let mut at = 0;
        while at < files[file].len() {
            let rule = &files[file][at];
            at += 1;
            if rule.read.is_none() {
                continue;
            }
            let mut place = count;
            while place > 0 && rules[place - 1].rule.precedence < rule.rule.precedence {
                rules[place] = rules[place - 1];
                place -= 1;
            }
            rules[place] = rule;
            count += 1;
        }
        file += 1;
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
