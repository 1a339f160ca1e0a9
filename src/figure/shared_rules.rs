//! Rules that several files use.

use crate::rule::rules;

rules! {
    reads: fn();

    /// TODO.
    pub(super) ADJECTIVE = "figure.adjective" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) AGE_CUE = "figure.age-cue" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) COUNT = "figure.count" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) RANK = "figure.rank" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
}
