//! A short list that needs no memory of its own.

use std::ops::{Deref, DerefMut};

/// Holds up to `N` items in place, more of them on the heap: nearly every clause has one piece and every verb a word or
/// two.
#[derive(Clone, Debug)]
pub(crate) struct List<T, const N: usize> {
    length: usize,
    near: [T; N],
    /// All items, once they are more than `N`.
    far: Vec<T>,
}

impl<T: Clone + Default, const N: usize> List<T, N> {
    /// A list of one item.
    pub(super) fn one(item: T) -> List<T, N> {
        let mut list = List { length: 0, near: std::array::from_fn(|_| T::default()), far: Vec::new() };
        list.push(item);
        list
    }

    pub(super) fn push(&mut self, item: T) {
        match self.near.get_mut(self.length) {
            Some(slot) => {
                *slot = item;
                self.length += 1;
            }
            None => {
                if self.far.is_empty() {
                    self.far.extend_from_slice(&self.near);
                }
                self.far.push(item);
            }
        }
    }
}

impl<T, const N: usize> Deref for List<T, N> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        if self.far.is_empty() { self.near.get(..self.length).unwrap_or(&[]) } else { &self.far }
    }
}

impl<T, const N: usize> DerefMut for List<T, N> {
    fn deref_mut(&mut self) -> &mut [T] {
        if self.far.is_empty() { self.near.get_mut(..self.length).unwrap_or(&mut []) } else { &mut self.far }
    }
}

#[cfg(test)]
mod tests {
    use super::List;

    #[test]
    fn grows_past_its_own_room() {
        let mut list: List<usize, 2> = List::one(3);
        list.push(1);
        assert_eq!(*list, [3, 1]);
        list.push(2);
        list.push(4);
        list.sort_unstable();
        assert_eq!(*list, [1, 2, 3, 4]);
    }
}
