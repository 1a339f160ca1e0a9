//! English.

use super::Profile;

pub(super) static PROFILE: Profile = Profile {
    code: "en",
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
    decade_endings: &["s"],
    before_is_ago: false,
    half_to_hour: false,
    night_to_day: false,
    approx_in_times: false,
    genitive_apostrophe: false,
};
