//! A hash table that is used in place: for questions asked too often to walk the FST for.
//!
//! Open addressing with linear probing over a power of two of slots, at most half of them taken; a slot is the hash and
//! a number (u32 each, little-endian). The table holds no keys, so the reader of a number checks what it leads to.

const SLOT_BYTES: usize = 8;
const EMPTY: u32 = u32::MAX;

/// The hash of a key: FNV-1a, 32 bits (Fowler, Noll, Vo).
#[derive(Clone, Copy, Debug)]
pub struct Hash(u32);

impl Hash {
    /// The hash of no bytes under a tag, which keeps tables of different things apart.
    pub fn new(tag: u8) -> Hash {
        Hash(0x811c_9dc5).and(tag)
    }

    /// The hash with one more byte.
    pub fn and(self, byte: u8) -> Hash {
        Hash((self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }

    /// The hash with more bytes.
    pub fn and_all(self, bytes: &[u8]) -> Hash {
        bytes.iter().fold(self, |hash, byte| hash.and(*byte))
    }
}

/// The table of some hashes with their numbers, none of which is `u32::MAX`.
pub fn build(pairs: &[(Hash, u32)]) -> Vec<u8> {
    let slots = (pairs.len() * 2).next_power_of_two().max(2);
    let mut table = vec![(0, EMPTY); slots];
    for (hash, number) in pairs {
        let mut at = hash.0 as usize & (slots - 1);
        while table[at].1 != EMPTY {
            at = (at + 1) & (slots - 1);
        }
        table[at] = (hash.0, *number);
    }
    table.iter().flat_map(|(hash, number)| [hash.to_le_bytes(), number.to_le_bytes()]).flatten().collect()
}

/// The numbers kept under a hash: those of the key that was asked for, and seldom those of another.
pub fn find(table: &[u8], hash: Hash) -> impl Iterator<Item = u32> + '_ {
    let slots = table.len() / SLOT_BYTES;
    let first = hash.0 as usize;
    (0..slots)
        .map_while(move |step| {
            let at = (first + step) & (slots - 1);
            let slot = table.get(at * SLOT_BYTES..(at + 1) * SLOT_BYTES)?;
            let (known, number) = slot.split_at(4);
            let number = u32::from_le_bytes(number.try_into().ok()?);
            (number != EMPTY).then_some((u32::from_le_bytes(known.try_into().ok()?), number))
        })
        .filter_map(move |(known, number)| (known == hash.0).then_some(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in_and_nothing_else() {
        let hash = |n: u32| Hash::new(7).and_all(&n.to_le_bytes());
        let pairs: Vec<(Hash, u32)> = (0..1000).map(|n| (hash(n), n)).collect();
        let table = build(&pairs);
        assert!((0..1000).all(|n| find(&table, hash(n)).any(|found| found == n)));
        assert!((1000..2000).all(|n| !find(&table, hash(n)).any(|found| found == n)));
        assert_eq!(find(&build(&[]), hash(1)).next(), None);
        assert_eq!(find(&[], hash(1)).next(), None);
    }
}
