//! Persons in multiples of 2⁻²⁰, a millionth of a person: sums of up to eight thousand million of them are exact in any order.

/// Parts of a person that the grid has.
const PARTS: f64 = 1_048_576.0;

/// The nearest figure on the grid.
pub(super) fn nearest(persons: f64) -> f64 {
    libm::round(persons * PARTS) / PARTS
}

/// Cells in a list or in an array, so that five of them need no memory of their own.
pub(super) trait Cells: AsRef<[f64]> + AsMut<[f64]> + Clone {
    /// The numbers of cells, in a place of the same kind.
    type Order: AsMut<[usize]>;

    /// 0, 1, 2 and so on.
    fn order(&self) -> Self::Order;
}

impl Cells for Vec<f64> {
    type Order = Vec<usize>;

    fn order(&self) -> Vec<usize> {
        (0..self.len()).collect()
    }
}

impl<const N: usize> Cells for [f64; N] {
    type Order = [usize; N];

    fn order(&self) -> [usize; N] {
        std::array::from_fn(|cell| cell)
    }
}

/// A total on the grid shared out in proportion to cells of 0 or more, so that the shares sum to it exactly.
///
/// What rounding down leaves goes, part by part, to the cells with the largest remainder, the first of equals. `None` if
/// there is a total and all cells are 0.
pub(super) fn share_out<C: Cells>(cells: C, total: f64) -> Option<C> {
    let sum = cells.as_ref().iter().fold(0.0, |sum, cell| sum + cell);
    let parts = libm::round(total * PARTS);
    let (mut exact, mut shares) = (cells.clone(), cells.clone());
    if sum <= 0.0 {
        shares.as_mut().fill(0.0);
        return (parts <= 0.0).then_some(shares);
    }
    exact.as_mut().iter_mut().for_each(|cell| *cell = *cell / sum * parts);
    shares.as_mut().iter_mut().zip(exact.as_ref()).for_each(|(share, exact)| *share = libm::floor(*exact));
    let mut left = shares.as_ref().iter().fold(parts, |left, share| left - share);
    if left.abs() > 0.5 {
        let mut order = cells.order();
        let remainder = |cell: usize| exact.as_ref()[cell] - shares.as_ref()[cell];
        order.as_mut().sort_unstable_by(|one, other| remainder(*other).total_cmp(&remainder(*one)).then(one.cmp(other)));
        let shares = shares.as_mut();
        while left.abs() > 0.5 {
            let one = left.signum();
            for cell in order.as_mut().iter().filter(|cell| cells.as_ref()[**cell] > 0.0) {
                if left.abs() > 0.5 && shares[*cell] + one >= 0.0 {
                    shares[*cell] += one;
                    left -= one;
                }
            }
        }
    }
    shares.as_mut().iter_mut().for_each(|share| *share /= PARTS);
    Some(shares)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "the shares must sum to the total exactly")]
    fn shares_sum_to_the_total_and_the_largest_remainder_gets_the_rest() {
        let shares = share_out([1.0, 1.0, 1.0], 1.0).expect("cells");

        assert_eq!(shares.iter().sum::<f64>(), 1.0);
        assert_eq!(shares, [349_526.0 / PARTS, 349_525.0 / PARTS, 349_525.0 / PARTS]);
        assert_eq!(share_out([0.0, 0.0], 1.0), None);
        assert_eq!(share_out([0.0, 0.0], 0.0), Some([0.0, 0.0]));
        assert_eq!(share_out(vec![2.0, 0.0, 6.0], 4.0), Some(vec![1.0, 0.0, 3.0]));
    }
}
