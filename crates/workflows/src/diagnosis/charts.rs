//! Charts of a diagnosis for pages and reports, filled from its figures.

use miedza_planning::diagnosis::{Form, Group, Indicator, Position, position};
use miedza_reports::diagnosis::Population;
use miedza_reports::figure::{
    Bar, BarChart, BarOf, FutureChart, FutureYear, LineChart, Pyramid, PyramidSide, Strip, StripChart, YearFigures,
};
use miedza_texts::{Language, Message, key};

use super::chapters::Said;
use super::ground::Ground;
use super::words::{name, unit};

/// A drawing with what it shows for those who do not see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// The drawing.
    pub svg: String,
    /// What it shows.
    pub description: String,
}

/// One year of an indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InYear {
    /// The year.
    pub year: u16,
    /// The area; `None` if a part of it is missing.
    pub value: Option<f64>,
    /// The peers; `None` for counts, which no single peer can be held against, and where too few are known.
    pub group: Option<Group>,
}

/// The years of an indicator in which somebody has a figure, the first one first.
#[must_use]
pub fn years(ground: &Ground, indicator: &Indicator) -> Vec<InYear> {
    let Ok(row) = ground.own.row(&indicator.code) else { return Vec::new() };
    let is_count = indicator.measure().form == Form::Sum;
    let group = |year: u16| {
        let of_group = position(&ground.own, &ground.group, &indicator.code, year).ok().map(|position| position.group);
        of_group.filter(|group| group.is_told() && !is_count)
    };
    let all = row.years.iter().map(|year| InYear { year, value: row.area_value(year), group: group(year) });
    let has_figure =
        |one: &InYear| one.value.is_some() || one.group.is_some() || row.member_values(one.year).iter().any(Option::is_some);
    all.filter(has_figure).collect()
}

/// The area through the years beside the middle half of its peers.
#[must_use]
pub fn line(ground: &Ground, indicator: &Indicator, (area, language): (&str, Language)) -> Chart {
    let figures: Vec<YearFigures> = years(ground, indicator)
        .into_iter()
        .map(|one| YearFigures {
            year: one.year.into(),
            own: one.value,
            median: one.group.as_ref().and_then(|group| group.median),
            lower: one.group.as_ref().and_then(|group| group.lower_quartile),
            upper: one.group.as_ref().and_then(|group| group.upper_quartile),
        })
        .collect();
    let breaks: Vec<i32> =
        ground.own.row(&indicator.code).map(|row| row.breaks.iter().copied().map(i32::from).collect()).unwrap_or_default();
    let (title, measure) = (name(indicator, language), indicator.measure());
    let unit = unit(&measure.unit, language);
    let chart = LineChart {
        title: &title,
        unit: &unit,
        language,
        decimals: usize::from(measure.decimals()),
        own: area,
        years: &figures,
        breaks: &breaks,
    };
    Chart { svg: chart.svg(), description: chart.description() }
}

/// The members of the area in one year, the largest first, with the area and the middle of the peers.
#[must_use]
pub fn bars(ground: &Ground, indicator: &Indicator, year: u16, (area, language): (&str, Language)) -> Chart {
    let Ok(row) = ground.own.row(&indicator.code) else { return Chart::default() };
    let names: Vec<String> = ground.own.members().iter().map(|code| ground.name(code)).collect();
    let measure = indicator.measure();
    let is_count = measure.form == Form::Sum;
    let values = row.member_values(year);
    let mut bars: Vec<Bar<'_>> =
        names.iter().zip(&values).map(|(name, value)| Bar { name: name.as_str(), value: *value, of: BarOf::Member }).collect();
    if !is_count && names.len() > 1 {
        bars.push(Bar { name: area, value: row.area_value(year), of: BarOf::Area });
    }
    let position = position(&ground.own, &ground.group, &indicator.code, year).ok();
    let median = position.filter(|position| position.group.is_told() && !is_count).and_then(|position| position.group.median);
    let title = language
        .say(&Message::new(key::DIAGNOSIS_CHART_MEMBERS).with("name", name(indicator, language)).with("year", year.to_string()));
    let unit = unit(&measure.unit, language);
    let chart = BarChart { title: &title, unit: &unit, language, decimals: usize::from(measure.decimals()), bars: &bars, median };
    Chart { svg: chart.svg(), description: chart.description() }
}

/// Quotients of the parts of a whole, the greatest first; without a unit.
#[must_use]
pub fn quotients(title: &str, parts: &[(String, Option<f64>)], language: Language) -> Chart {
    let bars: Vec<Bar<'_>> =
        parts.iter().map(|(name, value)| Bar { name: name.as_str(), value: *value, of: BarOf::Member }).collect();
    let chart = BarChart { title, unit: "", language, decimals: 2, bars: &bars, median: None };
    Chart { svg: chart.svg(), description: chart.description() }
}

/// Where the area and its members stand within the range of the peers, one strip for each indicator.
#[must_use]
pub fn strips(ground: &Ground, said: &[&Said<'_>], language: Language) -> Chart {
    let title = language.say(&Message::new(key::DIAGNOSIS_REPORT_STRIPS_TITLE));
    let members: Vec<String> = ground.own.members().iter().map(|code| ground.name(code)).collect();
    let shown: Vec<(&Said<'_>, &Position, String, String)> = said
        .iter()
        .filter(|said| said.indicator.measure().form != Form::Sum)
        .filter_map(|said| {
            let position = said.position.as_ref().filter(|position| position.group.known > 1)?;
            let unit = unit(&said.indicator.unit, language);
            // Of the newest year in which enough of the peers are known, which may lie before that of the area.
            Some((*said, position, format!("{}, {}", name(said.indicator, language), position.year), unit))
        })
        .collect();
    let strip = |(said, position, name, unit): &'_ (&Said<'_>, &Position, String, String)| {
        let row = ground.own.row(&said.indicator.code).ok();
        let values = row.map(|row| row.member_values(position.year)).unwrap_or_default();
        let group = &position.group;
        StripValues {
            name: name.clone(),
            unit: unit.clone(),
            decimals: usize::from(said.indicator.measure().decimals()),
            own: row.and_then(|row| row.area_value(position.year)),
            group: [group.smallest, group.lower_quartile, group.median, group.upper_quartile, group.largest],
            members: values,
        }
    };
    let values: Vec<StripValues> = shown.iter().map(strip).collect();
    let strips: Vec<Strip<'_>> = values.iter().map(|values| values.strip(&members)).collect();
    if strips.is_empty() {
        return Chart::default();
    }
    let chart = StripChart { title: &title, language, strips: &strips };
    Chart { svg: chart.svg(), description: chart.description() }
}

/// Population counted so far and projected.
#[must_use]
pub fn future(population: &Population, language: Language) -> Chart {
    let year = |year: &miedza_reports::diagnosis::ProjectedYear| FutureYear {
        year: year.year,
        middle: year.middle,
        low: year.low,
        high: year.high,
    };
    let projected: Vec<FutureYear> = population.projected.iter().map(year).collect();
    let [title, unit] = [key::DIAGNOSIS_REPORT_POPULATION, key::REPORT_UNIT_PERSONS].map(|key| language.say(&Message::new(key)));
    let chart =
        FutureChart { title: &title, unit: &unit, language, decimals: 0, counted: &population.counted, projected: &projected };
    Chart { svg: chart.svg(), description: chart.description() }
}

/// Ages today and in the last projected year.
#[must_use]
pub fn pyramid(population: &Population, language: Language) -> Chart {
    let groups: Vec<&str> = population.age_groups.iter().map(String::as_str).collect();
    let sides: Vec<PyramidSide<'_>> =
        population.ages.iter().map(|ages| PyramidSide { name: &ages.name, today: &ages.today, later: &ages.later }).collect();
    let [title, unit] = [key::DIAGNOSIS_REPORT_AGES, key::REPORT_UNIT_PERSONS].map(|key| language.say(&Message::new(key)));
    let pyramid = Pyramid {
        title: &title,
        unit: &unit,
        language,
        today: &population.ages_today,
        later: &population.ages_later,
        ages: &groups,
        sides: &sides,
    };
    Chart { svg: pyramid.svg(), description: pyramid.description() }
}

/// What a strip shows, owned.
struct StripValues {
    name: String,
    unit: String,
    decimals: usize,
    own: Option<f64>,
    group: [Option<f64>; 5],
    members: Vec<Option<f64>>,
}

impl StripValues {
    fn strip<'a>(&'a self, members: &'a [String]) -> Strip<'a> {
        let [least, lower, median, upper, greatest] = self.group;
        Strip {
            name: &self.name,
            unit: &self.unit,
            decimals: self.decimals,
            own: self.own,
            least,
            lower,
            median,
            upper,
            greatest,
            members: members.iter().map(String::as_str).zip(self.members.iter().copied()).collect(),
        }
    }
}
