//! Tables: where numbers stand closer than in any prose, they count and measure nothing that a clause says.

use super::Reading;
use super::start::Read;
use crate::reading::Analysis;
use crate::rule::{Candidate, Competes, rules};

/// How many figures in a row make a table where they stand close.
const MANY: usize = 64;

/// How many bytes of text each of them has at least where it is none. Results and statistics in news have more than 60.
const BYTES: u32 = 20;

rules! {
    reads: Read;

    /// 64 figures or more in a row that have less than 20 bytes of text each.
    pub(super) TABLE = "figure.none-table" {
        pattern: "figure figure figure …",
        fires: [
            De "Tore: [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9](none).",
            En "Goals: [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9](none).",
        ],
        silent: [
            De "Tore: 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8.",
            En "Goals: 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8.",
        ],
    }
}

/// Finds tables while figures are proposed, sentence by sentence: a long text of numbers would be a long list of them.
#[derive(Default)]
pub(super) struct Tables {
    /// Where figures begin, with the place of their sentence's first one in the list of figures; none twice.
    starts: Vec<(u32, usize)>,
    /// Those of one sentence.
    next: Vec<(u32, usize)>,
    /// From the first figure's start to the last one's.
    tables: Vec<(u32, u32)>,
}

impl Tables {
    /// Reads the figures of a sentence, which stand in the list from a place on. Tells the place from which on there are
    /// figures of tables.
    pub(super) fn read(&mut self, figures: &[Candidate<Reading>], from: usize) -> Option<usize> {
        let counted = figures.get(from..)?.iter().filter(|figure| !figure.item.excludes());
        self.next.extend(counted.map(|figure| (figure.span.start, from)));
        self.next.sort_unstable();
        // Readings of the same words are one figure.
        self.next.dedup();
        if self.starts.len() > 16 * MANY {
            self.starts.drain(..self.starts.len() - MANY);
        }
        let before = self.starts.len().saturating_sub(MANY - 1);
        self.starts.append(&mut self.next);
        let mut place = None;
        for row in self.starts.get(before..)?.windows(MANY) {
            let ((first, from), (last, _)) = (row[0], row[MANY - 1]);
            if last - first >= (MANY as u32 - 1) * BYTES {
                continue;
            }
            place = place.or(Some(from));
            match self.tables.last_mut().filter(|table| first <= table.1) {
                Some(table) => table.1 = last,
                None => self.tables.push((first, last)),
            }
        }
        place
    }

    /// Removes the figures of tables from a place on.
    pub(super) fn remove(&mut self, figures: &mut Vec<Candidate<Reading>>, from: usize) {
        let rest = figures.split_off(from.min(figures.len()));
        figures.extend(rest.into_iter().filter(|figure| self.of(figure).is_none()));
        self.starts.iter_mut().for_each(|start| start.1 = start.1.min(from));
    }

    /// Which table a figure stands in.
    fn of(&self, figure: &Candidate<Reading>) -> Option<usize> {
        let start = figure.span.start;
        let at = self.tables.partition_point(|table| table.1 < start);
        self.tables.get(at).filter(|table| table.0 <= start).map(|_| at)
    }

    /// Each table as what is no figure, which the figures give way to.
    pub(super) fn exclude(&self, analysis: &Analysis<'_, '_>, figures: &mut Vec<Candidate<Reading>>) {
        let mut none: Vec<Option<Candidate<Reading>>> = vec![None; self.tables.len()];
        for figure in figures.iter() {
            let Some(none) = self.of(figure).and_then(|at| none.get_mut(at)) else {
                continue;
            };
            let tokens = none.as_ref().map_or(figure.tokens.clone(), |none| {
                none.tokens.start.min(figure.tokens.start)..none.tokens.end.max(figure.tokens.end)
            });
            *none = Some(Candidate::new(analysis, tokens, &TABLE, figure.item.excluding()));
        }
        figures.extend(none.into_iter().flatten());
    }
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
    fn a_table_goes_on_over_sentences() {
        let prose = "They slept for the whole day. ".repeat(40);
        let rows = "5 cars and 7 men. ".repeat(MANY / 2);
        let list = "5 cars, ".repeat(3000);
        assert_eq!(en(&format!("We saw 7 men. {prose}{rows}{prose}{list}{prose}We saw 7 men.")).len(), 2);
    }

    #[test]
    fn figures_in_prose_are_none() {
        let sentence = "She saw 5 new cars. ";
        assert_eq!(sentence.len(), BYTES as usize);
        assert_eq!(en(&sentence.repeat(2 * MANY)).len(), 2 * MANY);
    }
}
