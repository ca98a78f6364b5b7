//! Persons in multiples of 2⁻²⁰, a millionth of a person: sums of up to eight thousand million of them are exact in any order.

/// Parts of a person that the grid has.
const PARTS: f64 = 1_048_576.0;

/// The nearest figure on the grid.
pub(super) fn nearest(persons: f64) -> f64 {
    libm::round(persons * PARTS) / PARTS
}

/// A total on the grid shared out in proportion to cells of 0 or more, so that the shares sum to it exactly.
///
/// What rounding down leaves goes, part by part, to the cells with the largest remainder, the first of equals. `None` if
/// there is a total and all cells are 0.
pub(super) fn share_out(cells: &[f64], total: f64) -> Option<Vec<f64>> {
    let sum = cells.iter().fold(0.0, |sum, cell| sum + cell);
    let parts = libm::round(total * PARTS);
    if sum <= 0.0 {
        return (parts <= 0.0).then(|| vec![0.0; cells.len()]);
    }
    let exact: Vec<f64> = cells.iter().map(|cell| cell / sum * parts).collect();
    let mut shares: Vec<f64> = exact.iter().map(|share| libm::floor(*share)).collect();
    let mut order: Vec<usize> = (0..cells.len()).filter(|cell| cells[*cell] > 0.0).collect();
    order
        .sort_by(|left, right| (exact[*right] - shares[*right]).total_cmp(&(exact[*left] - shares[*left])).then(left.cmp(right)));
    let mut left = shares.iter().fold(parts, |left, share| left - share);
    while left.abs() > 0.5 {
        let one = left.signum();
        for cell in &order {
            if left.abs() > 0.5 && shares[*cell] + one >= 0.0 {
                shares[*cell] += one;
                left -= one;
            }
        }
    }
    Some(shares.into_iter().map(|share| share / PARTS).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "the shares must sum to the total exactly")]
    fn shares_sum_to_the_total_and_the_largest_remainder_gets_the_rest() {
        let shares = share_out(&[1.0, 1.0, 1.0], 1.0).expect("cells");

        assert_eq!(shares.iter().sum::<f64>(), 1.0);
        assert_eq!(shares, [349_526.0 / PARTS, 349_525.0 / PARTS, 349_525.0 / PARTS]);
        assert_eq!(share_out(&[0.0, 0.0], 1.0), None);
        assert_eq!(share_out(&[0.0, 0.0], 0.0), Some(vec![0.0, 0.0]));
        assert_eq!(share_out(&[2.0, 0.0, 6.0], 4.0), Some(vec![1.0, 0.0, 3.0]));
    }
}
