//! How an indicator of an area changed over the years that can be compared, and whether its line breaks.
//!
//! Years before a break in the series are left out: there the method of the source changed, not the place.
//!
//! # Source
//! Theil (1950) and Sen (1968) for the slope, Andrews (1993) for the break, by [`miedza_statistics::trend`].

use miedza_statistics::trend::breaks::{SupF, sup_f};
use miedza_statistics::trend::{CompoundChange, Slope, compound_annual_change, theil_sen};
use serde::Serialize;
use thiserror::Error;

use super::table::Row;

/// Confidence of the interval of the slope.
const CONFIDENCE: f64 = 0.95;
/// Fewest years with a figure.
const LEAST_YEARS: usize = 3;
/// By which chance a break is found where there is none, in long series; more strictly than usual, since over few years breaks
/// are found too often.
const CHANCE_OF_BREAK: f64 = 0.01;

/// The change of an indicator of an area.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Trend {
    /// First comparable year with a figure.
    pub from: u16,
    /// Newest year with a figure.
    pub to: u16,
    /// Change per year in the unit of measure, the median of the slopes between all pairs of years, with its interval of 95 %.
    pub per_year: Slope,
    /// Change per year as a share of the year before; `None` where the first or last figure is not above 0.
    pub growth: Option<CompoundChange>,
    /// Whether the line breaks.
    pub line_break: LineBreak,
}

/// Whether a line breaks.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "found", rename_all = "snake_case")]
pub enum LineBreak {
    /// Level or slope differ from this year on.
    From {
        /// The first year after the break.
        year: u16,
        /// The F statistic.
        f: f64,
    },
    /// None was found.
    No,
    /// The years are too few, or lie on lines without any scatter.
    NotTested,
}

/// Why there is no trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize)]
#[error("{known} comparable years have a figure, and {LEAST_YEARS} are needed; import more years")]
pub struct NoTrend {
    /// Comparable years with a figure.
    pub known: usize,
}

/// The change of an indicator of the area over the comparable years up to the newest.
///
/// # Errors
/// [`NoTrend`] with too few years.
pub fn trend(row: &Row) -> Result<Trend, NoTrend> {
    let newest = row.years.iter().rfind(|year| row.area_value(*year).is_some()).unwrap_or(row.years.first);
    let comparable = row.comparable_since(newest)..=newest;
    let (years, values): (Vec<u16>, Vec<Option<f64>>) = comparable.map(|year| (year, row.area_value(year))).unzip();
    let known: Vec<u16> = years.iter().zip(&values).filter(|(_, value)| value.is_some()).map(|(year, _)| *year).collect();
    let too_few = NoTrend { known: known.len() };
    let (Some(from), Some(to)) = (known.first(), known.last()) else { return Err(too_few) };
    // The slope is refused for one reason only: fewer than three known values.
    let per_year = theil_sen(&years, &values, CONFIDENCE).map_err(|_| too_few)?;
    let growth = compound_annual_change(&years, &values).ok();
    Ok(Trend { from: *from, to: *to, per_year, growth, line_break: line_break(&years, &values) })
}

fn line_break(years: &[u16], values: &[Option<f64>]) -> LineBreak {
    let critical = SupF::CRITICAL.iter().find(|(chance, _)| *chance <= CHANCE_OF_BREAK);
    match (sup_f(years, values), critical) {
        (Ok(found), Some((_, critical))) if found.f > *critical => LineBreak::From { year: found.year, f: found.f },
        (Ok(_), _) => LineBreak::No,
        (Err(_), _) => LineBreak::NotTested,
    }
}

#[cfg(test)]
mod tests {
    use miedza_territory::{Note, Notes};

    use super::*;
    use crate::diagnosis::samples::{block, catalogue, code, known, variable};
    use crate::diagnosis::{AreaTable, Cell};

    fn row(values: &[(u16, f64)], broken: Option<u16>) -> Row {
        let cells: Vec<_> = values.iter().map(|(year, value)| ("72305", "1", *year, *value)).collect();
        let mut block = block(&cells);
        if let Some((year, value)) = values.iter().find(|(year, _)| Some(*year) == broken) {
            let cell = Cell { notes: Notes::of(&[Note::BreakInSeries]), ..known(*value) };
            block.put(&variable("72305"), &code("1"), *year, cell);
        }
        AreaTable::new(&catalogue(), &block, &[code("1")]).expect("sound values").row("population").expect("a row").clone()
    }

    #[test]
    fn the_trend_is_as_worked_out_by_hand_and_starts_at_the_break_in_the_series() {
        let values = [(2018, 900.0), (2019, 100.0), (2020, 110.0), (2022, 130.0), (2023, 139.0)];

        let whole = trend(&row(&values, None)).expect("enough years");
        let found = trend(&row(&values, Some(2019))).expect("enough years");

        assert_eq!((whole.from, whole.to, found.from, found.to), (2018, 2023, 2019, 2023));
        // Slopes between pairs since 2019: 10, 10, 9.75, 10, 29/3, 9; the median of 9, 29/3, 9.75, 10, 10, 10 is 9.875.
        assert!((found.per_year.slope - 9.875).abs() < 1e-12, "{}", found.per_year.slope);
        assert_eq!((found.per_year.count, found.per_year.missing), (4, 1));
        // 1.39 over four years: 1.0858² = 1.17894, 1.17894² = 1.3899.
        let growth = found.growth.expect("above 0").change;
        assert!((growth - 0.0858).abs() < 1e-4, "{growth}");
        assert_eq!(found.line_break, LineBreak::NotTested, "four years are too few");
    }

    #[test]
    fn a_jump_is_found_and_noise_is_not() {
        let noise = [0.3, -0.2, 0.1, -0.4, 0.2, 0.0, -0.1, 0.3, -0.3, 0.1];
        let with_jump = |jump: f64| -> Vec<(u16, f64)> {
            let value = |(year, noise): (u16, f64)| (year, 50.0 + noise + if year < 2017 { 0.0 } else { jump });
            (2012..2022).zip(noise).map(value).collect()
        };

        let jumped = trend(&row(&with_jump(20.0), None)).expect("enough years");
        let noise = trend(&row(&with_jump(0.0), None)).expect("enough years");

        assert!(matches!(jumped.line_break, LineBreak::From { year: 2017, .. }), "{:?}", jumped.line_break);
        assert_eq!(noise.line_break, LineBreak::No);
    }

    #[test]
    fn two_years_bear_no_trend_and_what_fell_to_0_has_no_growth() {
        assert_eq!(trend(&row(&[(2020, 1.0), (2021, 2.0)], None)), Err(NoTrend { known: 2 }));
        assert_eq!(trend(&row(&[(2019, 9.0), (2020, 1.0), (2021, 2.0)], Some(2021))), Err(NoTrend { known: 1 }));
        let gone = trend(&row(&[(2019, 9.0), (2020, 4.0), (2021, 0.0)], None)).expect("enough years");
        assert_eq!((gone.growth, gone.per_year.slope), (None, -4.5));
    }
}
