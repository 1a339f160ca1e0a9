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
};
