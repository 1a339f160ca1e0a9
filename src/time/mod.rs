//! When: time expressions, their TIMEX3 values, and the periods they make together.

use jiff::civil::Date;

use crate::analysis::Analysis;
use crate::candidate::{Candidate, Competes, Layer};
use crate::document::{Period, Time, TimeType};

/// A time expression as the grammar reads it, not yet resolved.
#[derive(Clone, Debug)]
pub(crate) struct Expression {
    pub kind: TimeType,
}

impl Competes for Expression {
    fn layer(&self) -> Layer {
        match self.kind {
            TimeType::Duration => Layer::Duration,
            _ => Layer::Time,
        }
    }
}

/// Proposes time expressions.
pub(crate) fn propose(_analysis: &Analysis<'_, '_>, _times: &mut Vec<Candidate<Expression>>) {}

/// The date of the article, where a line at its head gives it.
pub(crate) fn date_line(_analysis: &Analysis<'_, '_>, _times: &[Candidate<Expression>]) -> Option<Date> {
    None
}

/// Gives the expressions their values, counted from the reference date, and joins them to periods.
pub(crate) fn resolve<'t>(
    _analysis: &Analysis<'_, 't>,
    _times: Vec<Candidate<Expression>>,
    _reference: Option<Date>,
) -> (Vec<Time<'t>>, Vec<Period<'t>>) {
    (Vec::new(), Vec::new())
}
