//! The weights of a language's model, as the trainer wrote them.
//!
//! A file is a header of 64 bytes (magic, number of labels, 1 where the rules' proposals are features, number of the first
//! table's buckets as `u32`), a matrix of transitions (from, to; `i16`), padding to 64 bytes, and two tables of buckets of 64
//! bytes. A bucket begins with checks (`u16`), one for each of its rows, 0 where there is none. A row of the first table is
//! a weight (`i8`) for each place that a word speaks at and each label but the first, one of the second a weight for each
//! label but the first. All numbers are little-endian.
#![allow(
    clippy::indexing_slicing,
    reason = "labels are below MOST_LABELS, which a model is opened with, and pairs have two bytes"
)]

use std::sync::OnceLock;

use super::label::{MOST_LABELS, TYPED, may_follow};
use crate::lang::Lang;

/// Worse than any score.
pub(super) const NEVER: i32 = i32::MIN / 4;
/// The most weights of a row: the first label has none.
pub(super) const MOST_WEIGHTS: usize = MOST_LABELS - 1;
/// How a file begins.
pub(super) const MAGIC: &[u8] = b"faktum names 3\n";
/// Bytes of the header and of a bucket.
pub(super) const LINE: usize = 64;

/// Bytes of a row's check.
pub(super) const CHECK: usize = 2;
/// The most rows of a bucket: those whose checks are looked through at once.
const MOST_ROWS: usize = size_of::<u128>() / CHECK;

/// How far a word speaks: at the unit before it, at its own and at the one behind.
pub(super) const REACH: usize = 1;
/// The places that a word speaks at.
pub const PLACES: usize = 2 * REACH + 1;

/// A number for each label, and some more, so that all are worked on four at a time.
pub(super) type ByLabel = [i32; LANES];
const LANES: usize = MOST_LABELS.next_multiple_of(4);

/// What speaks for each label but the first.
pub(super) type Scores = [i16; MOST_WEIGHTS];

/// A feature of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Feature {
    pub hash: u64,
    /// It speaks at the units beside the word's own too.
    pub beside: bool,
}

/// The features of a word by their hashes, those apart that speak beside it too.
#[derive(Clone, Debug, Default)]
pub(super) struct Features {
    beside: Vec<u64>,
    here: Vec<u64>,
}

impl Features {
    pub(super) fn clear(&mut self) {
        self.beside.clear();
        self.here.clear();
    }

    #[inline]
    pub(super) fn push(&mut self, feature: Feature) {
        if feature.beside { self.beside.push(feature.hash) } else { self.here.push(feature.hash) }
    }
}

/// The embedded files by their languages' codes.
static FILES: &[(&str, &Aligned<[u8]>)] = include!(concat!(env!("OUT_DIR"), "/models.rs"));

/// Bytes that begin at a cache line.
#[repr(align(64))]
struct Aligned<T: ?Sized>(T);

/// A model, opened.
#[derive(Debug)]
pub(crate) struct Weights {
    labels: usize,
    /// What the rules propose is among the features.
    pub hears_rules: bool,
    /// To each label from each, and from each to each; [`NEVER`] where the one cannot stand behind the other.
    behind: [ByLabel; MOST_LABELS],
    ahead: [ByLabel; MOST_LABELS],
    /// The weights of features that speak beside their unit too, and of those that speak there only.
    beside: Table,
    here: Table,
}

/// Rows of weights, found by the hashes of features.
#[derive(Debug)]
struct Table {
    buckets: &'static [u8],
    /// How many weights a row has.
    width: usize,
    /// How many rows a bucket has.
    rows: usize,
}

/// The model of a language, opened once per process; none where the language has none.
pub(crate) fn builtin(lang: Lang) -> Option<&'static Weights> {
    static OPENED: [OnceLock<Option<Weights>>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];
    let open = || FILES.iter().find(|(code, _)| *code == lang.code()).and_then(|(_, file)| Weights::open(&file.0));
    OPENED[lang as usize].get_or_init(open).as_ref()
}

impl Weights {
    fn open(file: &'static [u8]) -> Option<Weights> {
        let header = file.strip_prefix(MAGIC)?;
        let (labels, hears_rules) = (usize::from(*header.first()?), *header.get(1)? != 0);
        if !(2..=MOST_LABELS).contains(&labels) {
            return None;
        }
        let (mut behind, mut ahead) = ([[NEVER; LANES]; MOST_LABELS], [[NEVER; LANES]; MOST_LABELS]);
        let beside = u32::from_le_bytes(*header.get(2..)?.first_chunk()?) as usize;
        let (matrix, tables) = file.get(LINE..)?.split_at_checked((labels * labels * 2).next_multiple_of(LINE))?;
        for (at, pair) in matrix.chunks_exact(2).take(labels * labels).enumerate() {
            let (from, to) = (at / labels, at % labels);
            if may_follow(from, to) {
                behind[to][from] = i32::from(i16::from_le_bytes([pair[0], pair[1]]));
                ahead[from][to] = behind[to][from];
            }
        }
        let (beside, here) = tables.split_at_checked(beside.checked_mul(LINE)?)?;
        let width = labels - 1;
        let (beside, here) = (Table::new(beside, PLACES * width)?, Table::new(here, width)?);
        Some(Weights { labels, hears_rules, behind, ahead, beside, here })
    }

    /// How many labels names get.
    #[inline]
    pub(super) fn labels(&self) -> usize {
        self.labels
    }

    /// What speaks for a label behind each other.
    #[inline]
    pub(super) fn behind(&self, to: usize) -> &ByLabel {
        &self.behind[to]
    }

    /// What speaks for each other label behind one.
    #[inline]
    pub(super) fn ahead(&self, from: usize) -> &ByLabel {
        &self.ahead[from]
    }

    /// Adds what features of a word say to the scores of the places that it speaks at.
    pub(super) fn add_of_word(&self, features: &Features, scores: &mut [Scores; PLACES]) {
        let Features { beside, here } = features;
        // All buckets are asked for before any is read: where nothing depends on what it answers, memory gives many at once.
        let near = |sum: u8, table: &Table, features: &[u64]| {
            features.iter().fold(sum, |sum, feature| sum ^ table.near(*feature))
        };
        std::hint::black_box(near(near(0, &self.beside, beside), &self.here, here));
        for row in beside.iter().filter_map(|feature| self.beside.row(*feature)) {
            // Rows of a length known beforehand need no loop.
            if let Some(row) = row.first_chunk::<{ PLACES * MOST_WEIGHTS }>() {
                add(scores.as_flattened_mut(), row);
            } else if let Some(row) = row.first_chunk::<{ PLACES * TYPED }>().filter(|_| self.labels == TYPED + 1) {
                scores.iter_mut().zip(row.as_chunks::<TYPED>().0).for_each(|(scores, row)| add(scores, row));
            } else {
                let rows = row.chunks_exact(self.labels - 1);
                scores.iter_mut().zip(rows).for_each(|(scores, row)| add(scores, row));
            }
        }
        for row in here.iter().filter_map(|feature| self.here.row(*feature)) {
            add_row(&mut scores[REACH], row);
        }
    }

    /// Adds what features of a place say.
    pub(super) fn add_of_place(&self, features: &[u64], scores: &mut Scores) {
        std::hint::black_box(features.iter().fold(0, |sum, feature| sum ^ self.here.near(*feature)));
        for row in features.iter().filter_map(|feature| self.here.row(*feature)) {
            add_row(scores, row);
        }
    }
}

#[inline]
fn add_row(scores: &mut Scores, row: &[u8]) {
    match (row.first_chunk::<MOST_WEIGHTS>(), row.first_chunk::<TYPED>()) {
        (Some(row), _) => add(scores, row),
        (_, Some(row)) if row.len() == TYPED => add(scores, row),
        _ => add(scores, row),
    }
}

#[inline(always)]
fn add(scores: &mut [i16], row: &[u8]) {
    scores.iter_mut().zip(row).for_each(|(score, weight)| *score += i16::from(*weight as i8));
}

impl Table {
    fn new(buckets: &'static [u8], width: usize) -> Option<Table> {
        let whole = !buckets.is_empty() && buckets.len().is_multiple_of(LINE);
        whole.then_some(Table { buckets, width, rows: rows_of_bucket(width) })
    }

    /// Where a feature's bucket begins.
    #[inline]
    fn line(&self, feature: u64) -> usize {
        bucket(feature, self.buckets.len() / LINE) * LINE
    }

    /// A byte of a feature's bucket.
    #[inline]
    fn near(&self, feature: u64) -> u8 {
        self.buckets.get(self.line(feature)).copied().unwrap_or(0)
    }

    /// The weights of a feature; none where it has none.
    #[inline]
    fn row(&self, feature: u64) -> Option<&'static [u8]> {
        let line: &'static [u8; LINE] = self.buckets.get(self.line(feature)..)?.first_chunk()?;
        let wanted = check(feature);
        let at = if self.rows == 2 {
            let is = |at: usize| u16::from_le_bytes([line[at * CHECK], line[at * CHECK + 1]]) == wanted;
            if is(0) { 0 } else { is(1).then_some(1)? }
        } else {
            find(*line.first_chunk()?, wanted).filter(|at| *at < self.rows)?
        };
        let start = self.rows * CHECK + at * self.width;
        line.get(start..start + self.width)
    }
}

/// Which of eight numbers is the one wanted, the first of several: all at once (Mycroft 1987).
#[inline]
fn find(numbers: [u8; MOST_ROWS * CHECK], wanted: u16) -> Option<usize> {
    const ONES: u128 = u128::MAX / u16::MAX as u128;
    const HIGH: u128 = ONES << 15;
    let different = u128::from_le_bytes(numbers) ^ (u128::from(wanted) * ONES);
    let same = different.wrapping_sub(ONES) & !different & HIGH;
    (same != 0).then(|| same.trailing_zeros() as usize / 16)
}

/// How many rows of so many weights a bucket has.
#[inline]
pub fn rows_of_bucket(width: usize) -> usize {
    (LINE / (CHECK + width)).min(MOST_ROWS)
}

/// The bucket of a feature.
#[inline]
pub fn bucket(feature: u64, buckets: usize) -> usize {
    (((feature & 0xffff_ffff) * buckets as u64) >> 32) as usize
}

/// What tells a feature from others of its bucket; never 0.
#[inline]
pub(super) fn check(feature: u64) -> u16 {
    ((feature >> 48) as u16).max(1)
}
