//! German.

use super::Profile;

pub(super) static PROFILE: Profile = Profile {
    code: "de",
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
};
