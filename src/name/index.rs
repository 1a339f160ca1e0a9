//! What keys lead to in one document.

/// Rows sorted by their keys and looked up by halves. A document names few things, so this costs less than hashing them,
/// and no text can make it slow.
pub(super) struct Index<K, V> {
    rows: Vec<(K, V)>,
}

impl<K: Ord + Copy, V> Index<K, V> {
    /// Of rows with the same key the first stays.
    pub(super) fn new(mut rows: Vec<(K, V)>) -> Index<K, V> {
        rows.sort_by_key(|row| row.0);
        rows.dedup_by_key(|row| row.0);
        Index { rows }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = K> {
        self.rows.iter().map(|row| row.0)
    }

    pub(super) fn get(&self, key: K) -> Option<&V> {
        let at = self.rows.binary_search_by_key(&key, |row| row.0).ok()?;
        self.rows.get(at).map(|row| &row.1)
    }

    pub(super) fn get_mut(&mut self, key: K) -> Option<&mut V> {
        let at = self.rows.binary_search_by_key(&key, |row| row.0).ok()?;
        self.rows.get_mut(at).map(|row| &mut row.1)
    }
}

#[cfg(test)]
mod tests {
    use super::Index;

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
