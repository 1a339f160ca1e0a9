//! A hash table that is used in place, from ids to numbers.
//!
//! Open addressing with linear probing over a power of two of slots, at most half of them taken; a slot is the hash and
//! a number (u32 each, little-endian). The table holds no ids, so the reader of a number checks what it leads to.
#![allow(clippy::indexing_slicing, reason = "the places are masked by the table's length, a power of two")]

const SLOT_BYTES: usize = 8;
const EMPTY: u32 = u32::MAX;

/// The hash of an id under a tag, which keeps ids of different things apart: eight bytes at a time, multiplied and
/// folded.
pub fn hash(tag: u8, id: &str) -> u32 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let (eights, rest) = id.as_bytes().as_chunks::<8>();
    let last = rest.iter().fold(u64::from(tag), |bits, byte| bits << 8 | u64::from(*byte));
    let mix = |hash: u64, bits: u64| {
        let product = (hash ^ bits).wrapping_mul(FACTOR);
        product ^ product >> 32
    };
    let hash = eights.iter().fold(id.len() as u64, |hash, eight| mix(hash, u64::from_le_bytes(*eight)));
    mix(hash, last) as u32
}

/// The table of some hashes with their numbers, none of which is `u32::MAX`.
pub fn build(pairs: &[(u32, u32)]) -> Vec<u8> {
    let slots = (pairs.len() * 2).next_power_of_two().max(2);
    let mut table = vec![(0, EMPTY); slots];
    for (hash, number) in pairs {
        let mut at = *hash as usize & (slots - 1);
        while table[at].1 != EMPTY {
            at = (at + 1) & (slots - 1);
        }
        table[at] = (*hash, *number);
    }
    table.iter().flat_map(|(hash, number)| [hash.to_le_bytes(), number.to_le_bytes()]).flatten().collect()
}

/// The numbers kept under a hash: that of the id that was asked for, and seldom another's.
pub fn find(table: &[u8], hash: u32) -> impl Iterator<Item = u32> + '_ {
    let (slots, _) = table.as_chunks::<SLOT_BYTES>();
    (0..slots.len())
        .map_while(move |step| {
            let slot = u64::from_le_bytes(*slots.get((hash as usize + step) & (slots.len() - 1))?);
            let (known, number) = (slot as u32, (slot >> 32) as u32);
            (number != EMPTY).then_some((known, number))
        })
        .filter_map(move |(known, number)| (known == hash).then_some(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in_and_nothing_else() {
        let hash = |n: u32| hash(7, &n.to_string());
        let pairs: Vec<(u32, u32)> = (0..1000).map(|n| (hash(n), n)).collect();
        let table = build(&pairs);
        assert!((0..1000).all(|n| find(&table, hash(n)).any(|found| found == n)));
        assert!((1000..2000).all(|n| !find(&table, hash(n)).any(|found| found == n)));
        assert_eq!(find(&build(&[]), hash(1)).next(), None);
        assert_eq!(find(&[], hash(1)).next(), None);
    }
}
