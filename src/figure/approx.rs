//! "rund", "mehr als", "up to" before a figure, "oder mehr", "or so" behind it.

use super::range::is_change;
use crate::answer::Approximation;
use crate::lexicon::Class;
use crate::lexicon::class::{Approx, Coordinator};
use crate::reading::Sentence;
use crate::text::TokenKind;

/// The approximator that ends at a figure's first token and begins at or behind `floor`, with its first token:
/// "rund 400", "etwas mehr als 81.000"; "up to about 50". Of two, the bound outranks the "about".
pub(super) fn before(s: &Sentence<'_, '_>, at: usize, floor: usize) -> (Approximation, usize) {
    let Some((inner, from)) = word_before(s, at, floor) else {
        return (Approximation::Exact, at);
    };
    // "36% higher than a year ago", "5 points over 30": the word belongs to the figure before it.
    let taken = from == floor && floor > s.start && at - from > 1;
    if taken
        && matches!(inner, Approximation::Over | Approximation::Under)
        && s.coordinator(at - 1, &[Coordinator::Than]).is_some()
    {
        return (Approximation::Exact, at);
    }
    match word_before(s, from, floor) {
        Some((outer, start)) if inner == Approximation::About => (outer, start),
        Some((_, start)) => (inner, start),
        None => (inner, from),
    }
}

fn word_before(s: &Sentence<'_, '_>, at: usize, floor: usize) -> Option<(Approximation, usize)> {
    let (sense, from) = s.sense_before(at, Class::Approx, floor)?;
    // "rose up to 5 percent", "was back up to 4.8 percent": it went there.
    let back = |at: usize| s.is(at, Class::Direction) && at > s.start && s.is(at - 1, Class::Auxiliary);
    if s.is(from, Class::Trend) && from > floor && (is_change(s, from - 1) || back(from - 1)) {
        return None;
    }
    let approx = match Approx::from_value(sense.value)? {
        Approx::About => Approximation::About,
        Approx::Over => Approximation::Over,
        Approx::Under => Approximation::Under,
        Approx::AtLeast => Approximation::AtLeast,
        Approx::AtMost => Approximation::AtMost,
        // "genau 37": the figure begins at its number.
        Approx::Exact | Approx::OrMore | Approx::OrLess => return None,
    };
    Some((approx, from))
}

/// The approximator behind a figure, with the token behind it: "200 km/h und mehr", "a dozen or so", "50+".
pub(super) fn behind(s: &Sentence<'_, '_>, at: usize) -> Option<(Approximation, usize)> {
    if s.word(at) == "+" && s.is_tight(at) && !s.is_tight(at + 1) {
        return Some((Approximation::AtLeast, at + 1));
    }
    let sense = s.sense(at, Class::Approx)?;
    let end = sense.end(at);
    let approx = match Approx::from_value(sense.value)? {
        Approx::OrMore => Approximation::AtLeast,
        Approx::OrLess => Approximation::AtMost,
        // Only "or so": "about" belongs to what follows.
        Approx::About if s.is(at, Class::Coordinator) && sense.length > 1 => Approximation::About,
        _ => return None,
    };
    // "and more than 50", "or more people": the bound belongs to another figure, or the noun still follows.
    let goes_on = s.kind(end) == TokenKind::Number
        || s.is(end, Class::Cardinal)
        || s.coordinator(end, &[Coordinator::Than]).is_some();
    (!goes_on).then_some((approx, end))
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn words_around_a_figure_bound_it() {
        assert_eq!(de("Es kamen bis zu 50 Gäste."), ["bis zu 50|Count|50|-|AtMost|Gäste"]);
        assert_eq!(en("At least 50 guests came."), ["At least 50|Count|50|-|AtLeast|guests"]);
        assert_eq!(en("We saw 50 or more guests."), ["50 or more|Count|50|-|AtLeast|guests"]);
        assert_eq!(
            en("It took an hour and more than 50 men."),
            ["an hour|Duration|1|hour|Exact|-", "more than 50|Count|50|-|Over|men"]
        );
        assert!(de("Er lief gegen eine Wand.").is_empty());
        assert!(en("He sat under a tree.").is_empty());
    }
}
