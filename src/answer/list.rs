//! Lists that are nearly always short.

use std::fmt;
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

/// A list of which up to `N` items need no memory of their own; used as a slice.
///
/// ```
/// use faktum::{List, Span};
/// let spans: List<Span> = [Span::new(0, 4), Span::new(8, 12)].into();
/// assert_eq!(spans.len(), 2);
/// assert_eq!(spans.first(), Some(&Span::new(0, 4)));
/// assert!(spans.iter().all(|span| span.len() == 4));
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct List<T, const N: usize = 2>(pub(crate) SmallVec<[T; N]>);

impl<T, const N: usize> List<T, N> {
    /// A list without items.
    pub fn new() -> List<T, N> {
        List(SmallVec::new())
    }

    /// Adds an item at the end.
    pub fn push(&mut self, item: T) {
        self.0.push(item);
    }

    /// The items in a vector; allocates where they stood in place.
    pub fn into_vec(self) -> Vec<T> {
        self.0.into_vec()
    }
}

impl<T, const N: usize> Default for List<T, N> {
    fn default() -> List<T, N> {
        List::new()
    }
}

impl<T: fmt::Debug, const N: usize> fmt::Debug for List<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T, const N: usize> Deref for List<T, N> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T, const N: usize> DerefMut for List<T, N> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.0
    }
}

impl<T, const N: usize> AsRef<[T]> for List<T, N> {
    fn as_ref(&self) -> &[T] {
        self
    }
}

impl<T, const N: usize> FromIterator<T> for List<T, N> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> List<T, N> {
        List(items.into_iter().collect())
    }
}

impl<T, const N: usize> Extend<T> for List<T, N> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.0.extend(items);
    }
}

impl<T, const N: usize> From<Vec<T>> for List<T, N> {
    fn from(items: Vec<T>) -> List<T, N> {
        List(SmallVec::from_vec(items))
    }
}

impl<T, const N: usize, const M: usize> From<[T; M]> for List<T, N> {
    fn from(items: [T; M]) -> List<T, N> {
        items.into_iter().collect()
    }
}

impl<T: PartialEq, const N: usize> PartialEq<[T]> for List<T, N> {
    fn eq(&self, other: &[T]) -> bool {
        **self == *other
    }
}

impl<T: PartialEq, const N: usize, const M: usize> PartialEq<[T; M]> for List<T, N> {
    fn eq(&self, other: &[T; M]) -> bool {
        **self == *other
    }
}

/// The items of a [`List`], one after another.
#[derive(Clone, Debug)]
pub struct IntoIter<T, const N: usize>(smallvec::IntoIter<[T; N]>);

impl<T, const N: usize> Iterator for IntoIter<T, N> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<T, const N: usize> DoubleEndedIterator for IntoIter<T, N> {
    fn next_back(&mut self) -> Option<T> {
        self.0.next_back()
    }
}

impl<T, const N: usize> ExactSizeIterator for IntoIter<T, N> {}

impl<T, const N: usize> IntoIterator for List<T, N> {
    type Item = T;
    type IntoIter = IntoIter<T, N>;

    fn into_iter(self) -> IntoIter<T, N> {
        IntoIter(self.0.into_iter())
    }
}

impl<'a, T, const N: usize> IntoIterator for &'a List<T, N> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> std::slice::Iter<'a, T> {
        self.iter()
    }
}

impl<'a, T, const N: usize> IntoIterator for &'a mut List<T, N> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> std::slice::IterMut<'a, T> {
        self.iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::List;

    #[test]
    fn a_list_is_a_slice_however_long() {
        for length in [0, 1, 2, 3, 40] {
            let numbers: Vec<u32> = (0..length).collect();
            let mut list: List<u32> = numbers.iter().copied().collect();
            assert_eq!(list, *numbers);
            assert_eq!(List::from(numbers.clone()), list);
            assert_eq!(serde_json::to_string(&list).unwrap(), serde_json::to_string(&numbers).unwrap());
            assert_eq!(serde_json::from_value::<List<u32>>(serde_json::json!(numbers)).unwrap(), list);
            list.iter_mut().for_each(|number| *number += 1);
            assert_eq!(list.into_iter().rev().collect::<Vec<_>>(), (1..=length).rev().collect::<Vec<_>>());
        }
        assert_eq!(format!("{:?}", List::<u32, 4>::from([1, 2])), "[1, 2]");
    }
}
