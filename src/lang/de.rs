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
};
