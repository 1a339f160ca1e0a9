//! How many: figures with what they count.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::decimal::Decimal;
use super::rule::Rule;
use super::span::Span;

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FigureKind {
    /// Things or people.
    Count,
    /// An amount of money.
    Money,
    /// Percent, percentage points, per mille.
    Percent,
    /// A physical quantity.
    Measure,
    /// A length of time.
    Duration,
    /// How old somebody or something is.
    Age,
    /// A result such as 2:1.
    Score,
    /// A part of a whole.
    Fraction,
    /// A place in an order.
    OrdinalRank,
}

/// How the text relates a figure to the exact amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Approximation {
    /// The amount itself.
    #[default]
    Exact,
    /// Close to it, on either side or not quite: "rund", "fast", "nearly".
    About,
    /// More: "mehr als", "over".
    Over,
    /// Less: "weniger als", "under".
    Under,
    /// It or more: "mindestens", "at least".
    AtLeast,
    /// It or less: "bis zu", "up to".
    AtMost,
}

/// A figure's value: a number, or a score as the text has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum FigureValue {
    /// An exact decimal.
    Number(Decimal),
    /// `2:1`.
    Score(String),
}

impl fmt::Display for FigureValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FigureValue::Number(number) => write!(f, "{number}"),
            FigureValue::Score(score) => write!(f, "{score}"),
        }
    }
}

/// What a figure counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Counted<'t> {
    /// Where the noun stands, with its modifiers in front.
    pub span: Span,
    /// The text under the span.
    pub text: Cow<'t, str>,
    /// The head noun's base form.
    pub lemma: Cow<'t, str>,
    /// The language-neutral concept, where the dictionaries have one.
    pub concept: Option<Cow<'t, str>>,
}

/// A number that counts or measures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Figure<'t> {
    /// Where, from approximator to unit.
    pub span: Span,
    /// The text under the span.
    pub text: Cow<'t, str>,
    /// What it measures.
    pub kind: FigureKind,
    /// The value; `None` for ranges and open amounts.
    pub value: Option<FigureValue>,
    /// The lower end of a range.
    pub low: Option<Decimal>,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// Exact, about, over, …
    pub approx: Approximation,
    /// ISO 4217, UCUM, `%`, `pp`, or a unit of time.
    pub unit: Option<Cow<'t, str>>,
    /// The counted noun.
    pub of: Option<Counted<'t>>,
    /// What it does in its sentence; not in JSON where it is an amount.
    #[serde(default, skip_serializing_if = "FigureUse::is_amount")]
    pub usage: FigureUse,
    /// The rule that found it.
    pub rule: &'static Rule,
}

impl Figure<'_> {
    /// Its value, or the ends of its range: `37`, `2:1`, `10..20`, and `200..` for an open amount.
    ///
    /// ```
    /// use faktum::{Document, Extractor};
    /// let extractor = Extractor::builder().build()?;
    /// let answer = extractor.extract(&Document::new("Between 10 and 20 people met; hundreds waited."));
    /// let amounts: Vec<String> = answer.figures.iter().map(|figure| figure.amount().to_string()).collect();
    /// assert_eq!(amounts, ["10..20", "200.."]);
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn amount(&self) -> impl fmt::Display + '_ {
        struct Amount<'f>(&'f Figure<'f>);
        impl fmt::Display for Amount<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let Figure { value, low, high, .. } = self.0;
                if let Some(value) = value {
                    return write!(f, "{value}");
                }
                low.iter().try_for_each(|low| write!(f, "{low}"))?;
                f.write_str("..")?;
                high.iter().try_for_each(|high| write!(f, "{high}"))
            }
        }
        Amount(self)
    }
}

/// What a figure does in its sentence, where its kind leaves that open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FigureUse {
    /// It says how many or how much.
    #[default]
    Amount,
    /// It says how often: "dreimal", "three times".
    Frequency,
    /// It is an adjective of its noun: "zwölfköpfig".
    Attribute,
}

impl FigureUse {
    fn is_amount(&self) -> bool {
        *self == FigureUse::Amount
    }
}
