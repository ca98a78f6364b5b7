//! Types against those of SciPy and scikit-learn, and what holds whatever the figures are.

use proptest::prelude::*;

use super::*;

/// The ten points of the reference runs.
fn ten() -> Vec<Vec<Option<f64>>> {
    vec![
        [1.0, 1.5, 5.0, 8.0, 1.0, 9.0, 8.5, 0.7, 5.4, 4.7].map(Some).to_vec(),
        [2.0, 1.8, 8.0, 8.0, 0.6, 11.0, 9.2, 1.4, 7.1, 7.7].map(Some).to_vec(),
    ]
}

fn k_means(seed: u64) -> Method {
    Method::KMeans(Parameters { seed, ..Parameters::default() })
}

/// Whether two lists of labels tell the same units apart.
fn same_partition(one: &[Option<usize>], other: &[usize]) -> bool {
    let pairs = || one.iter().zip(other);
    pairs().all(|(a, b)| pairs().all(|(c, d)| (a == c) == (b == d)))
}

#[test]
fn heights_of_ward_are_those_of_scipy() {
    // scipy 1.17.1: linkage(X, 'ward')[:, 2]
    let expected =
        [0.424_264_07, 0.538_516_48, 0.854_400_37, 1.073_933_58, 1.3, 1.392_838_83, 2.903_446_23, 6.765_599_26, 19.885_606_18];

    let found = ward::merges(&Rows::of(&ten()).expect("figures"));

    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        let height = libm::sqrt(2.0 * found.height);
        assert!((height - expected).abs() < 1e-8, "{height} instead of {expected}");
    }
}

#[test]
fn types_are_those_of_scipy_and_scikit_learn() {
    // scipy 1.17.1: cut_tree(linkage(X, 'ward'), k); scikit-learn 1.9.1: silhouette_score(X, labels)
    let ward = [
        (2, [0, 0, 1, 1, 0, 1, 1, 0, 1, 1], 0.757_961_498_725_830_4),
        (3, [0, 0, 1, 2, 0, 2, 2, 0, 1, 1], 0.727_655_073_425_944_6),
        (4, [0, 0, 1, 2, 0, 3, 2, 0, 1, 1], 0.667_545_731_372_005_1),
    ];
    for (types, labels, silhouette) in ward {
        let found = typology(&ten(), types, Method::Ward).expect("figures");
        assert!(same_partition(&found.types, &labels), "{types}: {:?}", found.types);
        assert!((found.silhouette.expect("types") - silhouette).abs() < 1e-12, "{types}: {:?}", found.silhouette);
    }
    // scikit-learn 1.9.1: KMeans(k, n_init=50, random_state=0).fit(X), labels_ and inertia_
    let means = [
        (2, [1, 1, 0, 0, 1, 0, 0, 1, 0, 0], 30.093_333_333_333_327),
        (3, [1, 1, 2, 0, 1, 0, 0, 1, 2, 2], 7.206_666_666_666_667),
        (4, [1, 1, 2, 3, 1, 0, 3, 1, 2, 2], 2.991_666_666_666_666_7),
    ];
    for (types, labels, within) in means {
        let found = typology(&ten(), types, k_means(1)).expect("figures");
        assert!(same_partition(&found.types, &labels), "{types}: {:?}", found.types);
        assert!((found.within - within).abs() < 1e-9, "{types}: {}", found.within);
    }
}

#[test]
fn silhouettes_are_those_of_scikit_learn() {
    // scikit-learn 1.9.1: silhouette_samples(X, labels), the last unit alone in its type
    let labels = [0, 0, 1, 1, 0, 1, 1, 0, 1, 2];
    let expected = [
        0.872_008_26,
        0.864_274_32,
        -0.866_214_30,
        0.229_417,
        0.852_015_55,
        0.292_572_24,
        0.350_575_22,
        0.891_920_75,
        -0.711_621_58,
        0.0,
    ];
    let rows = Rows::of(&ten()).expect("figures");
    let by_unit = rows.by_unit(&(0..10).collect::<Vec<usize>>());
    let mut of_rows = vec![0; 10];
    by_unit.iter().zip(labels).for_each(|(row, label)| of_rows[row.expect("no gaps")] = label);

    for (row, expected) in by_unit.iter().zip(expected) {
        let found = silhouette::of_row(&rows, &of_rows, 3, row.expect("no gaps"));
        assert!((found - expected).abs() < 1e-7, "{found} instead of {expected}");
    }
}

#[test]
fn the_number_of_types_is_that_of_the_best_silhouette() {
    for method in [Method::Ward, k_means(5)] {
        let (found, told) = typology_by_silhouette(&ten(), 4, method).expect("figures");

        assert_eq!(found.centres.len(), 2, "{method:?}");
        assert_eq!(told.iter().map(|(types, _)| *types).collect::<Vec<_>>(), [2, 3, 4]);
        assert_eq!(found, typology(&ten(), 2, method).expect("figures"), "{method:?}");
    }
}

#[test]
fn a_unit_with_a_gap_has_no_type_and_moves_no_other() {
    let mut columns = ten();
    columns[0].insert(0, Some(3.0));
    columns[1].insert(0, None);

    let found = typology(&columns, 3, Method::Ward).expect("figures");

    assert_eq!((found.types[0], found.silhouettes[0]), (None, None));
    assert_eq!(found.types[1..], typology(&ten(), 3, Method::Ward).expect("figures").types);
}

#[test]
fn types_that_cannot_be_are_refused() {
    let twice = vec![vec![Some(1.0), Some(1.0), Some(2.0), None]];
    let starts = Method::KMeans(Parameters { starts: 0, ..Parameters::default() });
    let cases = [
        ("no columns", typology(&[], 1, Method::Ward), "the list of columns has 0"),
        ("no types", typology(&twice, 0, Method::Ward), "the number of types is 0, and it must be 1 or more"),
        ("too alike", typology(&twice, 3, k_means(0)), "the list of different units without gaps has 2 known values, and 3"),
        ("lengths", typology(&[vec![None], vec![]], 1, Method::Ward), "column 1 has 0 entries, and 1 are needed"),
        ("starts", typology(&twice, 2, starts), "starts is 0, and it must be 1 or more"),
        ("one", typology_by_silhouette(&twice, 1, Method::Ward).map(|found| found.0), "the most types is 1, and it must be 2"),
    ];
    for (name, found, expected) in cases {
        let error = found.expect_err(name).to_string();
        assert!(error.starts_with(expected), "{name}: {error}");
    }
}

#[test]
fn types_are_the_same_with_any_number_of_threads() {
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| typology(&ten(), 4, k_means(9)))
    };
    assert_eq!(with(1), with(2));
    assert_eq!(with(1), with(16));
}

type Land = (Vec<(Option<i32>, i32)>, Vec<usize>);

fn land() -> impl Strategy<Value = Land> {
    let unit = (proptest::option::weighted(0.9, -20..20_i32), -20..20_i32);
    proptest::collection::vec(unit, 4..25).prop_flat_map(|land| {
        let order: Vec<usize> = (0..land.len()).collect();
        (Just(land), Just(order).prop_shuffle())
    })
}

fn columns(land: &[(Option<i32>, i32)], order: &[usize]) -> Vec<Vec<Option<f64>>> {
    let first = order.iter().map(|unit| land[*unit].0.map(f64::from)).collect();
    vec![first, order.iter().map(|unit| Some(f64::from(land[*unit].1))).collect()]
}

/// Ward by looking for the nearest pair each time, as heights.
fn slow_heights(rows: &Rows) -> Vec<f64> {
    let mut groups: Vec<Vec<usize>> = (0..rows.values.len()).map(|row| vec![row]).collect();
    let within = |members: &[usize]| {
        let mean = |at: usize| members.iter().map(|row| rows.values[*row][at]).sum::<f64>() / count(members.len());
        let centre = [mean(0), mean(1)];
        members.iter().map(|row| rows::squared(&rows.values[*row], &centre)).sum::<f64>()
    };
    let mut heights = Vec::new();
    while groups.len() > 1 {
        let rise = |one: usize, other: usize| {
            within(&[groups[one].clone(), groups[other].clone()].concat()) - within(&groups[one]) - within(&groups[other])
        };
        let pairs = (0..groups.len()).flat_map(|one| (one + 1..groups.len()).map(move |other| (one, other)));
        let (one, other, height) = pairs
            .map(|(one, other)| (one, other, rise(one, other)))
            .reduce(|a, b| if b.2 < a.2 { b } else { a })
            .expect("a pair");
        let gone = groups.remove(other);
        groups[one].extend(gone);
        heights.push(height);
    }
    heights
}

proptest! {
    #[test]
    fn shuffling_units_changes_no_type_and_types_hold_units_with_figures((land, order) in land(), seed in 0..50_u64) {
        let straight: Vec<usize> = (0..land.len()).collect();
        for method in [Method::Ward, k_means(seed)] {
            let of = |order: &[usize]| typology(&columns(&land, order), 3, method);
            let (one, other) = (of(&straight), of(&order));
            match (one, other) {
                (Ok(one), Ok(other)) => {
                    for (place, unit) in order.iter().enumerate() {
                        prop_assert_eq!(one.types[*unit], other.types[place]);
                        prop_assert_eq!(one.types[*unit].is_some(), land[*unit].0.is_some());
                    }
                    prop_assert!(one.centres.iter().flatten().all(|value| value.is_finite()));
                    prop_assert!(one.silhouettes.iter().flatten().all(|value| (-1.0..=1.0).contains(value)));
                }
                (one, other) => prop_assert!(one.is_err() && other.is_err()),
            }
        }
    }

    #[test]
    fn the_chain_finds_the_hierarchy_of_the_nearest_pair_each_time(
        points in proptest::collection::vec((0.0..9.0, 0.0..9.0), 2..15),
    ) {
        let columns: Vec<Vec<Option<f64>>> =
            vec![points.iter().map(|point| Some(point.0)).collect(), points.iter().map(|point| Some(point.1)).collect()];
        let rows = Rows::of(&columns)?;

        let found: Vec<f64> = ward::merges(&rows).iter().map(|merge| merge.height).collect();

        for (found, expected) in found.iter().zip(slow_heights(&rows)) {
            prop_assert!((found - expected).abs() < 1e-9, "{} instead of {}", found, expected);
        }
    }

    #[test]
    fn no_unit_is_nearer_to_the_mean_of_another_type((land, order) in land(), seed in 0..50_u64) {
        let columns = columns(&land, &order);
        if let Ok(found) = typology(&columns, 3, k_means(seed)) {
            for (unit, label) in found.types.iter().enumerate() {
                let Some(label) = label else { continue };
                let row: Vec<f64> = columns.iter().filter_map(|column| column[unit]).collect();
                let own = rows::squared(&row, &found.centres[*label]);
                prop_assert!(found.centres.iter().all(|centre| own <= rows::squared(&row, centre) + 1e-9));
            }
        }
    }
}
