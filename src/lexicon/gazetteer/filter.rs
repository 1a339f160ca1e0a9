//! Which atoms names may begin with: most words of a text begin none, and this tells them apart without a look at the names.

use super::super::bloom;

pub(super) use super::super::bloom::has;

/// Bits for each atom: with these one in a hundred of the others seems to begin a name.
const BITS_FOR_EACH: usize = 12;

/// The filter of some hashes; empty where there are none.
pub(super) fn build(hashes: &[u64]) -> Vec<u8> {
    let mut filter = bloom::empty(hashes.len(), BITS_FOR_EACH);
    hashes.iter().for_each(|hash| bloom::add(&mut filter, *hash));
    filter
}
