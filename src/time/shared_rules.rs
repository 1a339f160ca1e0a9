//! Rules that several files use.

use crate::rule::rules;

rules! {
    reads: super::rules::Find;

    /// TODO.
    pub(super) AGO = "time.ago" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) WHOLE_UNIT = "time.whole-unit" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
}
