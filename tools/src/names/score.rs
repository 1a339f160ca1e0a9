//! How many names a model finds.

use std::collections::BTreeSet;

use faktum::{EntityType, Span, training};

use super::crf::Model;
use super::data::Set;

/// Precision, recall and F1 of exact names with their types.
pub fn of(model: &Model, set: &Set) -> String {
    let gold: BTreeSet<(usize, u32, u32, u8)> =
        set.names.iter().filter_map(|(text, span, kind)| Some((*text, span.start, span.end, (*kind)? as u8))).collect();
    let ignored: Vec<(usize, Span)> =
        set.names.iter().filter(|name| name.2.is_none()).map(|(text, span, _)| (*text, *span)).collect();
    let (mut found, mut right) = (0, 0);
    for stretch in &set.stretches {
        let labels = model.decode(&stretch.features);
        let mut open: Option<(Span, EntityType)> = None;
        let mut done = Vec::new();
        for (label, span) in labels.iter().zip(&stretch.spans) {
            match training::kind(*label) {
                Some((_, false)) => open = open.map(|(name, kind)| (Span::new(name.start, span.end), kind)),
                Some((kind, true)) => done.extend(open.replace((*span, kind))),
                None => done.extend(open.take()),
            }
        }
        done.extend(open);
        for (span, kind) in done {
            let beside = |(text, other): &(usize, Span)| {
                *text == stretch.text && span.start < other.end && other.start < span.end
            };
            if gold.contains(&(stretch.text, span.start, span.end, kind as u8)) {
                found += 1;
                right += 1;
            } else if !ignored.iter().any(beside) {
                found += 1;
            }
        }
    }
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    let (precision, recall) = (percent(right, found), percent(right, gold.len()));
    format!("{:.1} ({precision:.1}/{recall:.1})", 2.0 * precision * recall / (precision + recall).max(1e-9))
}
