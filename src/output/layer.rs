//! What of an answer is written.

use std::fmt;
use std::str::FromStr;

/// A layer of an answer, as tables and pages show it.
///
/// ```
/// use faktum::output::Layer;
/// assert_eq!("names".parse(), Ok(Layer::Names));
/// assert_eq!(Layer::Facts.to_string(), "facts");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Layer {
    /// Who did what, when, where, and who says so.
    Facts,
    /// Who and what is named.
    Names,
    /// Who says what.
    Statements,
    /// When.
    Times,
    /// How many.
    Figures,
}

impl Layer {
    /// All layers, in the order in which a list of them stands.
    pub const ALL: [Layer; 5] = [Layer::Facts, Layer::Names, Layer::Statements, Layer::Times, Layer::Figures];

    /// Its name: `facts`.
    pub fn name(self) -> &'static str {
        match self {
            Layer::Facts => "facts",
            Layer::Names => "names",
            Layer::Statements => "statements",
            Layer::Times => "times",
            Layer::Figures => "figures",
        }
    }
}

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A text is the name of no layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected facts, names, statements, times or figures")]
#[non_exhaustive]
pub struct ParseLayerError;

impl FromStr for Layer {
    type Err = ParseLayerError;

    fn from_str(name: &str) -> Result<Layer, ParseLayerError> {
        Layer::ALL.into_iter().find(|layer| layer.name() == name).ok_or(ParseLayerError)
    }
}
