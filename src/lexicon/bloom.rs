//! A Bloom filter (Bloom 1970) in blocks of a cache line (Putze, Sanders and Singler 2007): a set of hashes in a few bits for
//! each, in which a few others seem to be as well. It is the bytes of its blocks alone, so that it is used in place.

use super::hash::mix;

/// Bytes of a block.
const BLOCK: usize = 64;
/// How many bits of its block a hash sets.
const BITS: u32 = 5;

/// An empty filter for so many hashes with so many bits for each.
pub(crate) fn empty(hashes: usize, bits_for_each: usize) -> Vec<u8> {
    vec![0; (hashes * bits_for_each).div_ceil(8 * BLOCK) * BLOCK]
}

/// Takes a hash in; a filter for none stays as it is.
pub(crate) fn add(filter: &mut [u8], hash: u64) {
    let start = slot(hash, filter.len() / BLOCK) * BLOCK;
    for bit in bits(hash) {
        if let Some(byte) = filter.get_mut(start + bit / 8) {
            *byte |= 1 << (bit % 8);
        }
    }
}

/// Whether the filter may have taken a hash in.
#[inline]
pub(crate) fn has(filter: &[u8], hash: u64) -> bool {
    let start = slot(hash, filter.len() / BLOCK) * BLOCK;
    let block: Option<&[u8; BLOCK]> = filter.get(start..).and_then(<[u8]>::first_chunk);
    // All bits are asked for: to stop at the first one missing is a guess about memory that may not be near.
    let bit = |block: &[u8; BLOCK], bit: usize| block.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1);
    block.is_some_and(|block| bits(hash).fold(true, |all, at| all & bit(block, at)))
}

/// One of so many slots for a hash.
pub(crate) fn slot(hash: u64, slots: usize) -> usize {
    (((hash >> 32) * slots as u64) >> 32) as usize
}

/// The bits of a hash in its block.
fn bits(hash: u64) -> impl Iterator<Item = usize> {
    let spread = mix(hash, 0);
    (0..BITS).map(move |bit| (spread >> (bit * 9) & 0x1ff) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_in_is_there() {
        let mut filter = empty(1000, 12);
        let hashes = |from: u64| (from..from + 1000).map(|number| mix(number, 1));
        hashes(0).for_each(|hash| add(&mut filter, hash));
        assert!(hashes(0).all(|hash| has(&filter, hash)));
        assert!(hashes(5000).filter(|hash| has(&filter, *hash)).count() < 40);
    }

    #[test]
    fn a_filter_for_none_has_none() {
        let mut filter = empty(0, 12);
        add(&mut filter, 7);
        assert!(!has(&filter, 7));
    }
}
