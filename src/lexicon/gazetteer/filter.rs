//! Which atoms names may begin with: most words of a text begin none, and this tells them apart without a look at the names.

use super::super::vocabulary::{BLOCK, bits, block};

/// Bits for each atom: with these one in a hundred of the others seems to begin a name.
const BITS_FOR_EACH: usize = 12;

/// The filter of some hashes; empty where there are none.
pub(super) fn build(hashes: &[u64]) -> Vec<u8> {
    let mut filter = vec![0; (hashes.len() * BITS_FOR_EACH).div_ceil(8 * BLOCK) * BLOCK];
    let blocks = filter.len() / BLOCK;
    for hash in hashes {
        let start = block(*hash, blocks) * BLOCK;
        for bit in bits(*hash) {
            if let Some(byte) = filter.get_mut(start + bit / 8) {
                *byte |= 1 << (bit % 8);
            }
        }
    }
    filter
}

/// Whether the filter may have been given a hash.
#[inline]
pub(super) fn has(filter: &[u8], hash: u64) -> bool {
    let start = block(hash, filter.len() / BLOCK) * BLOCK;
    let Some(block) = filter.get(start..start + BLOCK) else {
        return false;
    };
    bits(hash).all(|bit| block.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1))
}
