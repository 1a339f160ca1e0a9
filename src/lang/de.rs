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
    decade_endings: &["er", "ern", "ers"],
    before_is_ago: true,
    half_to_hour: true,
    night_to_day: true,
    approx_in_times: true,
    genitive_apostrophe: true,
};
