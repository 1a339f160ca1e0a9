//! English.

use std::sync::LazyLock;

use super::{GlossWords, Profile};
use crate::entity::Weights;

static NAME_WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("en.weights.tsv")));

pub(super) static PROFILE: Profile = Profile {
    code: "en",
    name_weights: &NAME_WEIGHTS,
    place_adjective_endings: &[],
    contractions: &[],
    decimal: '.',
    group: ',',
    ordinal_dot: false,
    day_first: false,
    capital_nouns: false,
    verb_final: false,
    clitics: &["n't", "'s", "'m", "'ve", "'re", "'ll", "'d"],
    fused: &[("cannot", 3), ("gonna", 3), ("gotta", 3), ("wanna", 3)],
    number_endings: &["st", "nd", "rd", "th", "s"],
    gender_endings: &[],
    genitive_apostrophe: false,
    gloss: GlossWords {
        months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        ordinal_mark: "",
        week: "week",
        since: "since",
        until: "until",
        about: "about",
        over: "more than",
        under: "less than",
        at_least: "at least",
        at_most: "up to",
        aged: "aged",
        not: "not",
        planned: "planned",
        possible: "possible",
        conditional: "conditional",
        up_by: "up",
        up_to: "up to",
        up_from: "up from",
        down_by: "down",
        down_to: "down to",
        down_from: "down from",
        scales: &[(12, "trillion"), (9, "billion"), (6, "million")],
        time_units: &[
            ("year", "year", "years"),
            ("month", "month", "months"),
            ("week", "week", "weeks"),
            ("day", "day", "days"),
            ("hour", "hour", "hours"),
            ("minute", "minute", "minutes"),
            ("second", "second", "seconds"),
        ],
    },
};
