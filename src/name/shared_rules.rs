//! Rules that several files use.

use crate::rule::rules;

rules! {
    reads: fn();

    /// TODO.
    pub(super) ORG_APPOSITION = "org.apposition" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) ORG_HEAD = "org.head" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) ORG_LEGAL_FORM = "org.legal-form" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) PLACE_HEAD = "place.head" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
}
