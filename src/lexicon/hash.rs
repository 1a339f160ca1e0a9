//! Hashes of words and of what is made of them, 64 bits wide.

/// The hash of bytes one behind the other: FNV-1a, 64 bits (Fowler, Noll, Vo).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hash(u64);

impl Hash {
    /// The hash of no bytes.
    pub(crate) fn new() -> Hash {
        Hash(0xcbf2_9ce4_8422_2325)
    }

    /// The hash with one more byte.
    #[inline]
    pub(crate) fn and(self, byte: u8) -> Hash {
        Hash((self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }

    /// All bits mixed.
    #[inline]
    pub(crate) fn finish(self) -> u64 {
        mix(self.0, 0)
    }
}

/// The hash of a text's bytes.
#[inline]
pub(crate) fn bytes(text: impl IntoIterator<Item = u8>) -> u64 {
    text.into_iter().fold(Hash::new(), Hash::and).finish()
}

/// The hash of a text's bytes, eight at a time: for tables in memory, as no file has it.
#[inline]
pub(crate) fn quick(text: &[u8]) -> u64 {
    let four = |bytes: [u8; 4]| u64::from(u32::from_le_bytes(bytes));
    let length = text.len() as u64;
    // What is behind the last eight bytes is read with some of these again, so that no byte is read by itself.
    match (text.last_chunk(), text.first_chunk(), text.last_chunk()) {
        (Some(last), ..) => {
            let (eights, _) = text.as_chunks::<8>();
            let hash = mix(length, u64::from_le_bytes(*last));
            eights.iter().fold(hash, |hash, eight| mix(hash, u64::from_le_bytes(*eight)))
        }
        (_, Some(first), Some(last)) => mix(length, four(*first) | four(*last) << 32),
        _ => mix(length, text.iter().fold(0, |bytes, byte| bytes << 8 | u64::from(*byte))),
    }
}

/// A hash with one more value, all bits mixed (Steele, Lea and Flood 2014: the finaliser of SplitMix64).
#[inline]
pub(crate) fn mix(hash: u64, value: u64) -> u64 {
    let mut hash = (hash ^ value).wrapping_add(0x9e37_79b9_7f4a_7c15);
    hash = (hash ^ hash >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ hash >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ hash >> 31
}

/// The checksum of bytes behind others that gave `sum`; all but the last are multiples of eight.
pub(crate) fn checksum(sum: u64, bytes: &[u8]) -> u64 {
    let (eights, rest) = bytes.as_chunks::<8>();
    let sum = eights.iter().fold(sum, |sum, eight| mix(sum, u64::from_le_bytes(*eight)));
    rest.iter().fold(sum, |sum, byte| mix(sum, u64::from(*byte)))
}
