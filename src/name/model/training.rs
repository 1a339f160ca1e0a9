//! What the trainer of a model needs: the features of texts, and the form of the file of weights.
#![allow(
    clippy::indexing_slicing,
    reason = "the units of a stretch lie within those whose words are read, and a bucket within the file that is made for it"
)]

use std::ops::Range;

use super::feature::{CUE, Word, of_place, of_word, place, proposed};
pub use super::label::may_follow;
use super::label::{LABELS, Label, MOST_LABELS};
use super::segment;
use super::weights::{CHECK, LINE, MAGIC, REACH, check};
pub use super::weights::{PLACES, bucket, rows_of_bucket};
use crate::answer::{EntityType, Span};
use crate::lexicon::Vocabulary;
pub use crate::lexicon::vocabulary::{Bearer, Known, file as vocabulary, names_file};
use crate::name::{dictionary, frame::Frame, site::Site};
use crate::reading::Analysis;

/// A unit in which a name may stand.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its bytes in the text.
    pub span: Span,
    /// What the model sees of it.
    pub features: Vec<Feature>,
}

/// Something that the model sees of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Feature {
    /// Its hash.
    pub hash: u64,
    /// Of a feature of a word that speaks beside it too: from which of the places around the word it speaks here.
    pub place: Option<u8>,
}

impl Feature {
    /// What tells it from others, at other places too.
    pub fn key(self) -> u64 {
        self.place.map_or(self.hash, |place| self.hash.rotate_left(8 + 16 * u32::from(place)) ^ 0x9e37_79b9)
    }
}

/// The stretches of a text that the model looks at; their units stand one behind the other. A text whose language is not
/// given or not read has none.
pub(crate) fn stretches(analysis: &Analysis<'_, '_>, hears_rules: bool) -> Vec<Vec<Unit>> {
    let (mut frame, mut known, mut found) = (Frame::default(), Vec::new(), Vec::new());
    let (mut names, mut rules) = (Vec::new(), Vec::new());
    for sentence in 0..analysis.sentences.len() {
        frame.read(analysis, sentence);
        dictionary::find(analysis, &frame, &mut known);
        names.clear();
        let Some(lang) = analysis.lang(sentence) else {
            continue;
        };
        let (lang, vocabulary) = (Some(lang), Vocabulary::builtin(lang));
        let mut site = Site { analysis, frame: &frame, lang, known: &known, names: &mut names };
        if hears_rules {
            super::super::by_rules(&mut site);
        }
        proposed(&frame, &names, &mut rules);
        segment::each(analysis, &frame, &known, vocabulary, &[], |stretch: Range<usize>| {
            let first = stretch.start.saturating_sub(CUE);
            let last = (stretch.end + REACH).min(frame.units.len());
            let mut of_words = Vec::new();
            let words: Vec<Word> = frame.units[first..last]
                .iter()
                .map(|unit| {
                    let mut features = Vec::new();
                    let word = of_word(analysis, vocabulary, unit, |feature| features.push(feature));
                    of_words.push(features);
                    word
                })
                .collect();
            let edge = Word::default();
            let units =
                stretch.map(|at| {
                    let mut features = Vec::new();
                    let word = |at: Option<usize>| at.and_then(|at| words.get(at)).unwrap_or(&edge);
                    for place in 0..PLACES {
                        let Some(spoken) = (at + REACH).checked_sub(first + place).and_then(|word| of_words.get(word))
                        else {
                            continue;
                        };
                        let speaks = spoken.iter().filter(|feature| feature.beside || place == REACH);
                        features.extend(speaks.map(|feature| Feature {
                            hash: feature.hash,
                            place: feature.beside.then_some(place as u8),
                        }));
                    }
                    let here = at - first;
                    let before = |units| word(here.checked_sub(units));
                    let around = [before(CUE), before(1), &words[here], word(Some(here + 1))];
                    of_place(around, &place(&frame, &known, &rules, at), |hash| {
                        features.push(Feature { hash, place: None });
                    });
                    Unit { span: analysis.span(frame.units[at].tokens()), features }
                });
            found.push(units.collect());
        });
    }
    found
}

/// How many labels a model has that knows names of the three types only, and one that knows others, derived words and
/// compounds too.
pub const LABEL_COUNTS: [usize; 2] = [7, MOST_LABELS];

/// The number of the label of a name's first or further unit; a name without a type is one of other things.
pub fn label(kind: Option<EntityType>, first: bool) -> usize {
    let wanted = if first { Label::Begin(kind) } else { Label::Inside(kind) };
    LABELS.iter().position(|label| *label == wanted).unwrap_or(0)
}

/// The numbers of the labels of words that are derived from a name, and of compounds with one.
pub const MADE: [usize; 2] = [9, 10];

/// The type of the name that begins (true) or goes on at a unit with a label.
pub fn kind(label: usize) -> Option<(EntityType, bool)> {
    match LABELS[label] {
        Label::Begin(kind) => kind.map(|kind| (kind, true)),
        Label::Inside(kind) => kind.map(|kind| (kind, false)),
        _ => None,
    }
}

/// Rows of a table: the hash of a feature, and its weights.
pub type Rows = Vec<(u64, Vec<i8>)>;

/// The bytes of a model's file: `transitions` from each label to each, and the rows and numbers of buckets of the two tables,
/// of which the first holds the features with places. Gives how many rows found no place as well.
pub fn file(labels: usize, hears_rules: bool, transitions: &[i16], tables: [(&Rows, usize); 2]) -> (Vec<u8>, usize) {
    let mut file = MAGIC.to_vec();
    file.extend([labels as u8, u8::from(hears_rules)]);
    file.extend((tables[0].1 as u32).to_le_bytes());
    file.resize(LINE, 0);
    file.extend(transitions.iter().flat_map(|weight| weight.to_le_bytes()));
    file.resize(file.len().next_multiple_of(LINE), 0);
    let mut lost = 0;
    for ((rows, buckets), width) in tables.into_iter().zip([PLACES * (labels - 1), labels - 1]) {
        let start = file.len();
        file.resize(start + buckets * LINE, 0);
        for (feature, row) in rows {
            let at = start + bucket(*feature, buckets) * LINE;
            let (checks, weights) = file[at..at + LINE].split_at_mut(rows_of_bucket(width) * CHECK);
            let wanted = check(*feature).to_le_bytes();
            // Of two features with one check the first stays.
            let free = checks.chunks_exact(CHECK).position(|known| known == [0; CHECK] || known == wanted);
            match free.filter(|free| checks[free * CHECK..][..CHECK] == [0; CHECK]) {
                Some(free) => {
                    checks[free * CHECK..][..CHECK].copy_from_slice(&wanted);
                    let place = weights[free * width..].iter_mut();
                    place.zip(row).for_each(|(slot, weight)| *slot = *weight as u8);
                }
                None => lost += 1,
            }
        }
    }
    (file, lost)
}
