//! All areas of the method that a variant rests on, with their figures.

use miedza_delimitation::quality::AreaFigures;
use miedza_territory::{AreaIx, UnitIx};

use super::desk::Desk;
use crate::delimitation::work::area_names;

/// An area of a method.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Code of its seat, the unit with most jobs.
    pub seat: String,
    /// Name of the area.
    pub seat_name: String,
    /// How many units.
    pub units: usize,
    /// Inhabitants; missing where any unit has no figure.
    pub population: Option<f64>,
    /// Employed residents.
    pub employed_residents: Option<f64>,
    /// Jobs.
    pub jobs: Option<f64>,
    /// Share of employed residents who work inside, 0 to 1.
    pub supply_side_self_containment: Option<f64>,
    /// Share of jobs held by residents of the area, 0 to 1.
    pub demand_side_self_containment: Option<f64>,
    /// Pieces; missing where neighbours are not known.
    pub pieces: Option<usize>,
    /// Whether the variant was taken from it.
    pub is_own: bool,
}

impl Desk {
    /// The areas of the method, those that the variant was taken from first, then by employed residents; none if it rests on
    /// no method.
    pub fn partition_areas(&self) -> Vec<Area> {
        let Some(made) = &self.made else { return Vec::new() };
        let run = self.base().run();
        let around: Vec<UnitIx> =
            run.into_iter().flat_map(|run| &run.area_of).filter_map(|code| self.ground.find(code)).collect();
        let own = made.areas_of(&around);
        let names = area_names(&made.run, &self.ground.names());
        let mut areas: Vec<(f64, Area)> = made
            .run
            .areas
            .enumerate()
            .map(|(area, figures)| (figures.totals.residents, self.area(area, figures, &names, own.contains(&area))))
            .collect();
        areas.sort_by(|a, b| b.1.is_own.cmp(&a.1.is_own).then(b.0.total_cmp(&a.0)).then_with(|| a.1.seat.cmp(&b.1.seat)));
        areas.into_iter().map(|(_, area)| area).collect()
    }

    fn area(&self, area: AreaIx, figures: &AreaFigures, names: &[String], is_own: bool) -> Area {
        let members = self.made.as_ref().map_or(&[][..], |made| made.run.partition.members(area));
        let resting = |figure: f64| self.matrix.has_diagonal().then_some(figure);
        let share = |figure: Option<f64>| figure.filter(|_| self.matrix.has_diagonal());
        Area {
            seat: self.code(figures.seat).to_owned(),
            seat_name: names[area.get()].clone(),
            units: figures.units,
            population: members.iter().map(|&unit| self.population(unit)).sum(),
            employed_residents: resting(figures.totals.residents),
            jobs: resting(figures.totals.jobs),
            supply_side_self_containment: share(figures.supply_self_containment),
            demand_side_self_containment: share(figures.demand_self_containment),
            pieces: figures.pieces,
            is_own,
        }
    }

    /// Each unit of the flow table with the seat of its area, as CSV; `None` if the variant rests on no method.
    pub fn partition_table(&self) -> Option<Vec<u8>> {
        let run = &self.made.as_ref()?.run;
        let mut writer = csv::Writer::from_writer(Vec::new());
        let written = "memory takes all";
        writer.write_record(["unit", "area"]).expect(written);
        for unit in self.ground.units().indices().filter(|&unit| self.ground.is_told[unit]) {
            let seat = run.partition.area_of(unit).map_or("", |area| self.code(run.areas[area].seat));
            writer.write_record([self.code(unit), seat]).expect(written);
        }
        Some(writer.into_inner().expect(written))
    }
}
