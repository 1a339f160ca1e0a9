//! Names that a dictionary holds.
#![allow(clippy::indexing_slicing, reason = "numbers of units come from the frame's own range")]

use std::ops::Range;

use super::frame::Frame;
use super::unit::{FUNCTION, TIME};
use super::{Again, Name};
use crate::answer::{EntityType, Rule};
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Analysis;
use crate::rule::rules;
use crate::text::Shape;

rules! {
    reads: super::Read;

    /// An organisation that the dictionaries hold. Of a name that is also an ordinary word ("Allianz", "Target") its place
    /// in the sentence must speak for the name.
    pub(super) ORG_DICTIONARY = "org.dictionary" {
        pattern: "organisation",
        precedence: 3,
        begins: [Organisation],
        fires: [
            De "Der Brief ging an [Europol](ORG) und die Presse.",
            De "Sie verklagt die [Technische Universität Berlin](ORG).",
            En "The letter went to [Europol](ORG) and the press.",
        ],
        silent: [
            De "Der Brief ging an eine Allianz und die Presse.",
            En "The letter went to the target and the press.",
        ],
    }

    /// A country, region or town that the dictionaries hold.
    pub(super) PLACE_DICTIONARY = "place.dictionary" {
        pattern: "country | place",
        precedence: 3,
        begins: [Country, Place],
        fires: [
            De "Er reiste am Montag nach [Paris](LOC).",
            De "Die Grenze zu [Polen](LOC) ist offen.",
            En "He travelled to [Paris](LOC) on Monday.",
        ],
        silent: [
            De "Er las am Montag im Essen der Studenten.",
            En "Paris Tarlow came on Monday.",
        ],
    }

    /// A name that the user's own dictionary holds, of whatever type the entry says. It outranks all that is built in.
    pub(super) USER_DICTIONARY = "user.dictionary" {
        pattern: "entry of a user's dictionary",
        precedence: 9,
        begins: [Organisation, Country, Place, Person, Misc],
        fires: [
            De "Für die [Quellmark Neo](ORG) arbeiten 20 Menschen.",
            En "Some 20 people work for [Quellmark Neo](ORG).",
        ],
        silent: [
            De "Für die Quellmark arbeiten neun Menschen.",
            En "Some nine people work for Quellmark.",
        ],
    }
}

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

    /// The rule that it comes from. The built-in dictionaries hold organisations and places only.
    pub(super) fn rule(&self) -> &'static Rule {
        match self.kind() {
            EntityType::Org if !self.user => &ORG_DICTIONARY,
            EntityType::Loc if !self.user => &PLACE_DICTIONARY,
            _ => &USER_DICTIONARY,
        }
    }

    /// The name that it makes.
    pub(super) fn name(&self) -> Name {
        let confidence = match (self.user, self.doubtful) {
            (true, _) => 99,
            (false, true) => 60,
            (false, false) => 85,
        };
        Name { sense: Some(self.sense), again: Again::Never, ..Name::new(self.kind(), confidence) }
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
            // Of two entries of one name the first row counts; the last of equals would be taken.
            .rev()
            .max_by_key(|(sense, end)| {
                let user = Some(sense.lexicon) != builtin;
                let whole = !sense.form.has(Form::GENITIVE);
                (user, *end, std::cmp::Reverse(sense.lexicon), order(sense.class), whole)
            });
        let Some((&sense, end)) = best else {
            continue;
        };
        let user = Some(sense.lexicon) != builtin;
        if !user && !plausible(frame, at, end, sense) {
            continue;
        }
        let doubtful = end == at + 1 && frame.units[at].common();
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
    if small && end == at + 1 && unit.common() {
        return false;
    }
    // All capitals in a language or headline where that says nothing.
    !(sense.form.has(Form::SHORT) && frame.headline && unit.is_any(FUNCTION))
}
