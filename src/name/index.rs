//! What keys lead to in one document.

/// A text as a key, compared by its first eight bytes at once before the rest is looked at: the order is that of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Text<'t> {
    start: u64,
    pub text: &'t str,
}

impl<'t> From<&'t str> for Text<'t> {
    fn from(text: &'t str) -> Text<'t> {
        let bytes = text.as_bytes();
        let start = match bytes.first_chunk() {
            Some(eight) => u64::from_be_bytes(*eight),
            None => bytes.iter().fold(0, |start, byte| start << 8 | u64::from(*byte)) << (8 * (8 - bytes.len()).min(7)),
        };
        Text { start, text }
    }
}

/// Rows sorted by their keys and looked up by halves. A document names few things, so this costs less than hashing them,
/// and no text can make it slow.
pub(super) struct Index<K, V> {
    rows: Vec<(K, V)>,
}

impl<K: Ord + Copy, V> Index<K, V> {
    /// Of rows with the same key the first stays.
    pub(super) fn new(rows: Vec<(K, V)>) -> Index<K, V> {
        Index::joined(rows, |_, _| ())
    }

    /// Rows with the same key become one.
    pub(super) fn joined(mut rows: Vec<(K, V)>, join: impl Fn(&mut V, &V)) -> Index<K, V> {
        rows.sort_by_key(|row| row.0);
        rows.dedup_by(|next, row| {
            let same = next.0 == row.0;
            if same {
                join(&mut row.1, &next.1);
            }
            same
        });
        Index { rows }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = K> {
        self.rows.iter().map(|row| row.0)
    }

    pub(super) fn get(&self, key: impl Into<K>) -> Option<&V> {
        let key = key.into();
        let at = self.rows.binary_search_by_key(&key, |row| row.0).ok()?;
        self.rows.get(at).map(|row| &row.1)
    }

    pub(super) fn get_mut(&mut self, key: impl Into<K>) -> Option<&mut V> {
        let key = key.into();
        let at = self.rows.binary_search_by_key(&key, |row| row.0).ok()?;
        self.rows.get_mut(at).map(|row| &mut row.1)
    }
}

#[cfg(test)]
mod tests {
    use super::{Index, Text};

    #[test]
    fn texts_are_in_their_order() {
        let texts = ["", "\0", "a", "a\0", "a\0\0", "ab", "abcdefg", "abcdefgh", "abcdefgh\0", "abcdefghi", "b", "ä"];
        for one in texts {
            for other in texts {
                assert_eq!(Text::from(one).cmp(&Text::from(other)), one.cmp(other), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn rows_of_a_key_are_joined() {
        let index = Index::joined(vec![("b", 1), ("a", 2), ("b", 3)], |sum, next| *sum += next);
        assert_eq!((index.get("a"), index.get("b")), (Some(&2), Some(&4)));
    }

    #[test]
    fn the_first_row_of_a_key_stays() {
        let mut index = Index::new(vec![("b", 1), ("a", 2), ("b", 3)]);
        assert_eq!((index.get("a"), index.get("b"), index.get("c")), (Some(&2), Some(&1), None));
        if let Some(value) = index.get_mut("b") {
            *value = 4;
        }
        assert_eq!(index.get("b"), Some(&4));
        assert_eq!(index.keys().collect::<Vec<_>>(), ["a", "b"]);
    }
}
