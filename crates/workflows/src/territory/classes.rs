//! Classes of a figure for a map: few, each with about as many units, never two for one value.

/// Most classes that eyes can tell apart.
const MOST: usize = 7;
/// Units that a class has at least, as far as there are enough.
const UNITS: usize = 2;

/// A class of a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Class {
    /// The least value in it.
    pub least: f64,
    /// The greatest value in it.
    pub greatest: f64,
    /// How many units it has.
    pub units: usize,
}

/// The classes of these values, the least first.
#[must_use]
pub fn classes(values: impl IntoIterator<Item = f64>) -> Vec<Class> {
    let mut sorted: Vec<f64> = values.into_iter().filter(|value| value.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let wanted = sorted.len().div_ceil(UNITS).clamp(1, MOST);
    let mut classes: Vec<Class> = Vec::new();
    for (number, &value) in sorted.iter().enumerate() {
        let is_full = classes.len() < wanted && number * wanted >= classes.len() * sorted.len();
        match classes.last_mut() {
            // One value stays in one class, however many units have it.
            Some(last) if !is_full || same(last.greatest, value) => {
                last.greatest = value;
                last.units += 1;
            }
            _ => classes.push(Class { least: value, greatest: value, units: 1 }),
        }
    }
    classes
}

fn same(one: f64, two: f64) -> bool {
    one.total_cmp(&two).is_eq()
}

/// The class of a value, counted from 1; `None` if it is in none.
#[must_use]
pub fn class_of(classes: &[Class], value: f64) -> Option<usize> {
    classes.iter().position(|class| value <= class.greatest).map(|position| position + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_have_about_as_many_units() {
        let classes = classes((1..=28).map(f64::from));

        assert_eq!(classes.len(), 7);
        assert!(classes.iter().all(|class| class.units == 4), "{classes:?}");
        assert_eq!((class_of(&classes, 1.0), class_of(&classes, 5.0), class_of(&classes, 28.0)), (Some(1), Some(2), Some(7)));
    }

    #[test]
    fn few_units_have_few_classes_but_more_than_one() {
        let cases = [(1, 1), (2, 1), (3, 2), (6, 3), (11, 6), (100, 7)];
        for (units, expected) in cases {
            assert_eq!(classes((1..=units).map(f64::from)).len(), expected, "{units} units");
        }
    }

    #[test]
    fn one_value_is_in_one_class() {
        let classes = classes([5.0; 20].into_iter().chain([7.0, 8.0, 9.0]));

        assert_eq!(classes[0], Class { least: 5.0, greatest: 5.0, units: 20 });
        assert_eq!(classes.iter().map(|class| class.units).sum::<usize>(), 23);
    }

    #[test]
    fn no_values_have_no_classes() {
        assert!(classes([]).is_empty());
        assert_eq!(class_of(&[], 1.0), None);
    }
}
