//! German.

use std::sync::LazyLock;

use super::{GlossWords, Profile};
use crate::entity::Weights;

static NAME_WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("de.weights.tsv")));

pub(super) static PROFILE: Profile = Profile {
    code: "de",
    name_weights: &NAME_WEIGHTS,
    place_adjective_endings: &["er"],
    contractions: &["im", "am", "zum", "zur", "beim", "vom", "ins", "ans", "aufs", "fürs", "ums", "durchs", "übers", "unterm", "überm", "vors"],
    decimal: ',',
    group: '.',
    ordinal_dot: true,
    day_first: true,
    capital_nouns: true,
    verb_final: true,
    clitics: &["'s"],
    fused: &[],
    number_endings: &[
        "er", "ern", "ers", "te", "ten", "ter", "tes", "tem", "ste", "sten", "ster", "stes", "stem", "mal", "fach",
    ],
    gender_endings: &["in", "innen"],
    genitive_apostrophe: true,
    gloss: GlossWords {
        months: ["Jan.", "Feb.", "März", "April", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
        ordinal_mark: ".",
        week: "Woche",
        since: "seit",
        until: "bis",
        about: "rund",
        over: "mehr als",
        under: "weniger als",
        at_least: "mindestens",
        at_most: "höchstens",
        aged: "Alter",
        not: "nicht",
        planned: "geplant",
        possible: "möglich",
        conditional: "bedingt",
        up_by: "plus",
        up_to: "gestiegen auf",
        up_from: "gestiegen von",
        down_by: "minus",
        down_to: "gesunken auf",
        down_from: "gesunken von",
        scales: &[(12, "Billionen"), (9, "Milliarden"), (6, "Millionen")],
        time_units: &[
            ("year", "Jahr", "Jahre"),
            ("month", "Monat", "Monate"),
            ("week", "Woche", "Wochen"),
            ("day", "Tag", "Tage"),
            ("hour", "Stunde", "Stunden"),
            ("minute", "Minute", "Minuten"),
            ("second", "Sekunde", "Sekunden"),
        ],
    },
};
