//! Maps of two variants and of certainty: what each sign stands for.

use crate::lab::Side;
use crate::lab::certainty_map::{CLASSES, EDGE, class_of};

#[test]
fn a_certainty_falls_into_the_class_whose_least_value_it_reaches() {
    let cases = [
        (1.0, "class-1"),
        (0.95, "class-1"),
        (0.949, "class-2"),
        (0.8, "class-2"),
        (0.5, "class-4"),
        (0.39, "class-5"),
        (0.0, "class-5"),
    ];
    for (certainty, expected) in cases {
        assert_eq!(class_of(certainty), expected, "{certainty}");
    }
}

#[test]
fn every_sign_of_a_map_has_a_class_of_its_own() {
    let sides = [Side::Both, Side::OnlyHere, Side::OnlyThere, Side::Neither].map(Side::class);
    let certain = CLASSES.map(|(_, class)| class);

    for signs in [sides.as_slice(), &certain, &[EDGE, certain[0]]] {
        for (place, sign) in signs.iter().enumerate() {
            assert!(!signs[place + 1..].contains(sign), "{sign}");
        }
    }
}
