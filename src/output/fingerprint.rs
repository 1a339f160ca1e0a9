//! What tells one document from another.

use crate::answer::Answer;

/// A number that is the same for the same id and text, and for others nearly always another one. (FNV-1a)
pub(super) fn fingerprint(answer: &Answer<'_>, text: &str) -> u128 {
    let id = answer.id.as_ref().map(|id| id.text());
    let bytes = id.iter().flat_map(|id| id.bytes()).chain([0]).chain(text.bytes());
    bytes.fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, |hash, byte| {
        (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
    })
}
