//! How many: figures with their value, unit, approximation and counted noun.

use crate::analysis::Analysis;
use crate::candidate::{Candidate, Competes, Layer};
use crate::document::{Figure, FigureKind, Mention};

/// A figure as the grammar reads it, without its counted noun.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub kind: FigureKind,
}

impl Competes for Reading {
    fn layer(&self) -> Layer {
        match self.kind {
            FigureKind::Duration | FigureKind::Age => Layer::DurationFigure,
            _ => Layer::Figure,
        }
    }
}

/// Proposes figures.
pub(crate) fn propose(_analysis: &Analysis<'_, '_>, _figures: &mut Vec<Candidate<Reading>>) {}

/// Finds what each figure counts.
pub(crate) fn bind<'t>(
    _analysis: &Analysis<'_, 't>,
    _figures: Vec<Candidate<Reading>>,
    _mentions: &[Mention<'t>],
) -> Vec<Figure<'t>> {
    Vec::new()
}
