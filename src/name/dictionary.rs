//! Names that a dictionary holds.

use std::ops::Range;

use super::frame::Frame;
use super::unit::{FUNCTION, TIME};
use crate::answer::EntityType;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Analysis;
use crate::text::Shape;

/// The classes whose entries are names.
pub(super) const NAMES: ClassSet =
    ClassSet::of(&[Class::Organisation, Class::Country, Class::Place, Class::Person, Class::Misc]);

/// A name of a dictionary, over units.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub units: Range<usize>,
    pub sense: Sense,
    /// From a dictionary of the user.
    pub user: bool,
    /// The surface is also an ordinary word.
    pub doubtful: bool,
}

impl Known {
    pub(super) fn kind(&self) -> EntityType {
        kind(self.sense.class)
    }
}

/// The type of name that a class holds.
pub(super) fn kind(class: Class) -> EntityType {
    match class {
        Class::Organisation => EntityType::Org,
        Class::Country | Class::Place => EntityType::Loc,
        Class::Person => EntityType::Per,
        _ => EntityType::Misc,
    }
}

/// The dictionary names of a sentence, leftmost longest; a user's entry outranks a longer built-in one.
pub(super) fn find(analysis: &Analysis<'_, '_>, frame: &Frame, known: &mut Vec<Known>) {
    known.clear();
    if !frame.classes.has_any(NAMES) {
        return;
    }
    let builtin = analysis.lexicons_of(frame.sentence).last().map(|(number, _)| *number);
    let mut free = 0;
    for at in 0..frame.units.len() {
        let token = frame.units[at].start as usize;
        if at < free || !analysis.is_any(token, NAMES) {
            continue;
        }
        let best = analysis
            .senses(token)
            .iter()
            .filter(|sense| NAMES.has(sense.class))
            .filter_map(|sense| Some((sense, frame.sense_end(at, *sense)?)))
            .max_by_key(|(sense, end)| {
                (Some(sense.lexicon) != builtin, *end, std::cmp::Reverse(sense.lexicon), order(sense.class))
            });
        let Some((&sense, end)) = best else {
            continue;
        };
        let user = Some(sense.lexicon) != builtin;
        if !user && !plausible(frame, at, end, sense) {
            continue;
        }
        let doubtful = end == at + 1 && frame.units[at].ordinary();
        known.push(Known { units: at..end, sense, user, doubtful });
        free = end;
    }
}

/// Of several readings of one surface, the likelier: a country before a city before an organisation.
fn order(class: Class) -> u8 {
    match class {
        Class::Country => 4,
        Class::Place => 3,
        Class::Organisation => 2,
        Class::Person => 1,
        _ => 0,
    }
}

/// Whether a built-in entry can be meant here at all.
fn plausible(frame: &Frame, at: usize, end: usize, sense: Sense) -> bool {
    let Some(unit) = frame.get(at) else {
        return false;
    };
    // Names begin with a capital or a digit ("1. FC Köln"), unless the dictionary itself writes them small.
    let small = unit.shape == Shape::Lower;
    if small && end == at + 1 && unit.is_any(FUNCTION.with(TIME)) {
        return false;
    }
    if small && end == at + 1 && unit.ordinary() {
        return false;
    }
    // All capitals in a language or headline where that says nothing.
    !(sense.form.has(Form::SHORT) && frame.headline && unit.is_any(FUNCTION))
}
