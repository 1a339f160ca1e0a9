//! Tables: where numbers stand closer than in any prose, they count and measure nothing that a clause says.

use super::Reading;
use crate::rule::{Candidate, Competes};

/// How many figures in a row make a table where they stand close.
const MANY: usize = 64;

/// How many bytes of text each of them has at least where it is none. Results and statistics in news have more than 60.
const BYTES: u32 = 20;

/// Removes the figures of tables.
pub(super) fn remove(figures: &mut Vec<Candidate<Reading>>) {
    if figures.len() < MANY {
        return;
    }
    let counted = figures.iter().filter(|figure| !figure.item.excludes());
    let mut starts: Vec<u32> = counted.map(|figure| figure.span.start).collect();
    starts.sort_unstable();
    // Readings of the same words are one figure.
    starts.dedup();
    let mut tables: Vec<(u32, u32)> = Vec::new();
    for row in starts.windows(MANY) {
        let &[first, .., last] = row else { continue };
        if last - first >= (MANY as u32 - 1) * BYTES {
            continue;
        }
        match tables.last_mut().filter(|table| first <= table.1) {
            Some(table) => table.1 = last,
            None => tables.push((first, last)),
        }
    }
    figures.retain(|figure| {
        let start = figure.span.start;
        let at = tables.partition_point(|table| table.1 < start);
        tables.get(at).is_none_or(|table| start < table.0)
    });
}

#[cfg(test)]
mod tests {
    use super::{BYTES, MANY};
    use crate::testing::figure::en;

    #[test]
    fn many_figures_side_by_side_are_a_table() {
        let row = |many: usize| "5 cars, ".repeat(many);
        assert_eq!(en(&row(MANY - 1)).len(), MANY - 1);
        assert_eq!(en(&row(MANY)).len(), 0);
        let prose = "They slept for the whole day. ".repeat(30);
        assert_eq!(en(&format!("We saw 7 men. {prose}{}", row(MANY))).len(), 1);
    }

    #[test]
    fn figures_in_prose_are_none() {
        let sentence = "She saw 5 new cars. ";
        assert_eq!(sentence.len(), BYTES as usize);
        assert_eq!(en(&sentence.repeat(2 * MANY)).len(), 2 * MANY);
    }
}
