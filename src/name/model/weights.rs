//! The weights of a language's model, as the trainer wrote them.
//!
//! A file is a header of 64 bytes (magic, number of labels, 1 where the rules' proposals are features), a matrix of transitions (from, to; `i16`),
//! padding to 64 bytes, and buckets of 64 bytes. A bucket begins with checks (`u16`), one for each of its rows, 0 where there
//! is none; a row is a weight (`i8`) for each label but the first. All numbers are little-endian.
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
pub(super) const MAGIC: &[u8] = b"faktum names 2\n";
/// Bytes of the header and of a bucket.
pub(super) const LINE: usize = 64;

/// Bytes of a row's check.
pub(super) const CHECK: usize = 2;
/// The most rows of a bucket: those whose checks are looked through at once.
const MOST_ROWS: usize = size_of::<u128>() / CHECK;

/// What speaks for each label but the first.
pub(super) type Scores = [i16; MOST_WEIGHTS];

/// A feature at a place, which has scores of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Feature {
    pub hash: u64,
    pub place: u8,
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
    /// How many rows a bucket has.
    rows: usize,
    /// What the rules propose is among the features.
    pub hears_rules: bool,
    /// To each label from each; [`NEVER`] where the one cannot stand behind the other.
    transitions: [[i32; MOST_LABELS]; MOST_LABELS],
    buckets: &'static [u8],
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
        let mut transitions = [[NEVER; MOST_LABELS]; MOST_LABELS];
        let (matrix, buckets) = file.get(LINE..)?.split_at_checked((labels * labels * 2).next_multiple_of(LINE))?;
        for (at, pair) in matrix.chunks_exact(2).take(labels * labels).enumerate() {
            let (from, to) = (at / labels, at % labels);
            if may_follow(from, to) {
                transitions[to][from] = i32::from(i16::from_le_bytes([pair[0], pair[1]]));
            }
        }
        (!buckets.is_empty() && buckets.len() % LINE == 0).then_some(Weights {
            labels,
            rows: rows_of_bucket(labels),
            hears_rules,
            transitions,
            buckets,
        })
    }

    /// How many labels names get.
    #[inline]
    pub(super) fn labels(&self) -> usize {
        self.labels
    }

    /// What speaks for a label behind each other.
    #[inline]
    pub(super) fn behind(&self, to: usize) -> &[i32; MOST_LABELS] {
        &self.transitions[to]
    }

    /// Adds what features say to the scores of their places.
    pub(super) fn add_all(&self, features: &[Feature], scores: &mut [Scores]) {
        // All buckets are asked for before any is read: where nothing depends on what it answers, memory gives many at once.
        let near = |sum: u8, feature: &Feature| sum ^ self.buckets.get(self.line(feature.hash)).copied().unwrap_or(0);
        std::hint::black_box(features.iter().fold(0, near));
        for feature in features {
            if let Some(scores) = scores.get_mut(usize::from(feature.place)) {
                self.add(feature.hash, scores);
            }
        }
    }

    /// Where a feature's bucket begins.
    #[inline]
    fn line(&self, feature: u64) -> usize {
        bucket(feature, self.buckets.len() / LINE) * LINE
    }

    /// Adds what a feature says.
    #[inline]
    fn add(&self, feature: u64, scores: &mut Scores) {
        let start = self.line(feature);
        let Some(line) = self.buckets.get(start..start + LINE) else {
            return;
        };
        let Some(at) = line.first_chunk().and_then(|checks| find(*checks, check(feature))).filter(|at| *at < self.rows)
        else {
            return;
        };
        let width = self.labels - 1;
        let row = self.rows * CHECK + at * width;
        let Some(row) = line.get(row..row + width) else {
            return;
        };
        // Rows of a length known beforehand need no loop.
        match (row.first_chunk(), row.first_chunk()) {
            (Some(row), _) => add_row::<MOST_WEIGHTS>(scores, row),
            (_, Some(row)) if width == TYPED => add_row::<TYPED>(scores, row),
            _ => scores.iter_mut().zip(row).for_each(|(score, weight)| *score += i16::from(*weight as i8)),
        }
    }
}

/// Adds a row's weights.
#[inline]
fn add_row<const LENGTH: usize>(scores: &mut Scores, row: &[u8; LENGTH]) {
    scores.iter_mut().zip(row).for_each(|(score, weight)| *score += i16::from(*weight as i8));
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

/// How many rows a bucket has.
#[inline]
pub fn rows_of_bucket(labels: usize) -> usize {
    (LINE / (CHECK + labels - 1)).min(MOST_ROWS)
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
