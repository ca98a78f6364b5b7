//! A few results that are worth keeping in memory: those that were asked for last.

use std::sync::{Arc, Mutex, PoisonError};

/// At most so many results by their key; the one not asked for the longest goes first.
#[derive(Debug)]
pub struct Kept<K, V> {
    most: usize,
    held: Mutex<Vec<(K, Arc<V>)>>,
}

impl<K: PartialEq + Clone, V> Kept<K, V> {
    /// Nothing yet, and never more than this.
    pub const fn at_most(most: usize) -> Self {
        Self { most, held: Mutex::new(Vec::new()) }
    }

    /// The result of a key, made now if it is not there. Two who ask at the same moment may both make it.
    ///
    /// # Errors
    /// Whatever making it says.
    pub fn get_or_make<E>(&self, key: &K, make: impl FnOnce() -> Result<V, E>) -> Result<Arc<V>, E> {
        if let Some(found) = self.get(key) {
            return Ok(found);
        }
        let made = Arc::new(make()?);
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.retain(|(other, _)| other != key);
        if held.len() >= self.most {
            held.remove(0);
        }
        held.push((key.clone(), Arc::clone(&made)));
        Ok(made)
    }

    /// The result of a key, if it is there.
    pub fn get(&self, key: &K) -> Option<Arc<V>> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let position = held.iter().position(|(other, _)| other == key)?;
        let found = held.remove(position);
        let value = Arc::clone(&found.1);
        held.push(found);
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    #[test]
    fn what_was_not_asked_for_the_longest_goes_first() {
        let kept: Kept<u8, u8> = Kept::at_most(2);
        let make = |key: u8| kept.get_or_make(&key, || Ok::<_, Infallible>(key * 10)).map(|value| *value);

        let values = [make(1), make(2), make(1), make(3)];

        assert_eq!(values, [Ok(10), Ok(20), Ok(10), Ok(30)]);
        assert!(kept.get(&1).is_some() && kept.get(&2).is_none() && kept.get(&3).is_some());
    }
}
