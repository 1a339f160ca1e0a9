//! What the units of a sentence are to its names.
#![allow(clippy::indexing_slicing, reason = "labels are below MOST_LABELS, which a model is opened with")]

use crate::answer::EntityType;

/// The most labels that a model can have.
pub(super) const MOST_LABELS: usize = 11;
/// How many labels of names with a type there are. They come right behind the first, each beginning with its inside.
pub(super) const TYPED: usize = 6;

/// The labels, in the order of a model's weights: the first is that of all that is no name. A model of fewer labels lacks
/// the last ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Outside,
    /// The first unit of a name.
    Begin(Option<EntityType>),
    /// A further one.
    Inside(Option<EntityType>),
    /// No name, but made of one: derived from it ("deutsch") or a compound with it ("SPD-Chef").
    Made,
}

/// The labels by their numbers; a name without a type is one that the answer does not have.
pub(super) const LABELS: [Label; MOST_LABELS] = {
    use EntityType::{Loc, Org, Per};
    [
        Label::Outside,
        Label::Begin(Some(Per)),
        Label::Inside(Some(Per)),
        Label::Begin(Some(Org)),
        Label::Inside(Some(Org)),
        Label::Begin(Some(Loc)),
        Label::Inside(Some(Loc)),
        Label::Begin(None),
        Label::Inside(None),
        Label::Made,
        Label::Made,
    ]
};

/// Whether a label can stand behind another: the inside of a name behind its beginning only.
pub fn may_follow(from: usize, to: usize) -> bool {
    match LABELS[to] {
        Label::Inside(kind) => LABELS[from] == Label::Begin(kind) || LABELS[from] == Label::Inside(kind),
        _ => true,
    }
}
