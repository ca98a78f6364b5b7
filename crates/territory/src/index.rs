//! Numbers of units and areas, and vectors that only they can index.
//!
//! The only place of the house where a raw `usize` indexes units or areas, and where a count becomes a float.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

use serde::Serialize;

macro_rules! index_type {
    ($name:ident, $vec:ident, $doc:literal, $vec_doc:literal) => {
        #[doc = $doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub struct $name(u32);

        impl $name {
            /// The index with this position, counted from 0.
            ///
            /// Positions come from vectors that fit memory and hold at most `u32::MAX` units.
            #[must_use]
            pub fn new(position: usize) -> Self {
                Self(u32::try_from(position).expect("no register holds more than 4 billion units"))
            }

            /// The position, counted from 0.
            #[must_use]
            #[inline]
            #[expect(clippy::as_conversions, reason = "u32 always fits usize on the platforms we build for")]
            pub const fn get(self) -> usize {
                self.0 as usize
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", self.0)
            }
        }

        #[doc = $vec_doc]
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $vec<T>(Vec<T>, PhantomData<$name>);

        impl<T> $vec<T> {
            /// Values in index order.
            #[must_use]
            pub const fn new(values: Vec<T>) -> Self {
                Self(values, PhantomData)
            }

            /// The same value for each of `len` indices.
            #[must_use]
            pub fn filled(len: usize, value: T) -> Self
            where
                T: Clone,
            {
                Self::new(vec![value; len])
            }

            /// How many values there are.
            #[must_use]
            pub const fn len(&self) -> usize {
                self.0.len()
            }

            /// Whether there is none.
            #[must_use]
            pub const fn is_empty(&self) -> bool {
                self.0.is_empty()
            }

            /// Values in index order.
            pub fn iter(&self) -> std::slice::Iter<'_, T> {
                self.0.iter()
            }

            /// Indices with their values, in index order.
            pub fn enumerate(&self) -> impl DoubleEndedIterator<Item = ($name, &T)> + ExactSizeIterator {
                self.0.iter().enumerate().map(|(position, value)| ($name::new(position), value))
            }

            /// All indices, in order.
            #[must_use]
            pub fn indices(&self) -> impl DoubleEndedIterator<Item = $name> + ExactSizeIterator + use<T> {
                (0..self.0.len()).map($name::new)
            }

            /// The values as a slice, in index order.
            #[must_use]
            pub fn as_slice(&self) -> &[T] {
                &self.0
            }

            /// The values themselves, in index order.
            #[must_use]
            pub fn into_inner(self) -> Vec<T> {
                self.0
            }
        }

        impl<T> Index<$name> for $vec<T> {
            type Output = T;

            fn index(&self, index: $name) -> &T {
                &self.0[index.get()]
            }
        }

        impl<T> IndexMut<$name> for $vec<T> {
            fn index_mut(&mut self, index: $name) -> &mut T {
                &mut self.0[index.get()]
            }
        }

        impl<T> FromIterator<T> for $vec<T> {
            fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
                Self::new(values.into_iter().collect())
            }
        }

        impl<'a, T> IntoIterator for &'a $vec<T> {
            type Item = &'a T;
            type IntoIter = std::slice::Iter<'a, T>;

            fn into_iter(self) -> Self::IntoIter {
                self.iter()
            }
        }
    };
}

index_type!(
    UnitIx,
    UnitVec,
    "Number of a unit in its [`Units`](crate::Units), counted from 0 in the order of codes.",
    "One value per unit, in the order of its [`Units`](crate::Units)."
);
index_type!(
    AreaIx,
    AreaVec,
    "Number of an area in its [`Partition`](crate::Partition), counted from 0 in the order of smallest units.",
    "One value per area, in the order of its [`Partition`](crate::Partition)."
);

/// A count as a float, exact up to 2^53.
#[must_use]
#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "counts of units and rows stay far below 2^53")]
pub const fn count(items: usize) -> f64 {
    items as f64
}
