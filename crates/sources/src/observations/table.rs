//! A table of any kind: the names of its columns tell which one, a mapping or a guess where they tell none.

use miedza_territory::Provenance;

use super::layout::{self, Kind, kind};
use super::refused::Refusals;
use super::{Error, How, Layout, Remark, Taken, czso, listed, local, types};
use crate::bdl::{self, export, subject};
use crate::own::{self, Mapping};
use crate::table::{Input, Table};

/// Reads a table.
pub(super) fn read(input: Input, how: &How, provenance: &Provenance) -> Result<(Layout, Taken), Error> {
    if let Some(mapping) = &how.mapping {
        return by_mapping(input, mapping, how, provenance);
    }
    let subject = how.subject.clone().or_else(|| subject::of_file(input.name()));
    let found = Table::find(input.clone(), None, |header| kind(header, subject.is_some()));
    let kind = match found {
        Ok((_, kind)) => Some(kind),
        Err(crate::Error::MissingColumn { .. } | crate::Error::AmbiguousColumn { .. }) => None,
        Err(error) => return Err(error.into()),
    };
    Ok(match kind {
        Some(Kind::Export) => (Layout::BankExport, of_bank(input, how, subject.as_deref())?),
        Some(Kind::CzechLong) => (Layout::CzechLong, czso::read(input, how, provenance)?),
        Some(Kind::CzechAges) => (Layout::CzechList, listed::czech(input, how, (false, provenance))?),
        Some(Kind::CzechTaxes) => (Layout::CzechList, listed::czech(input, how, (true, provenance))?),
        Some(Kind::LocalUnits) => (Layout::LocalUnits, local::read(input, how, provenance)?),
        Some(Kind::PolishAreas) => (Layout::PolishAreas, listed::polish(&input, how, provenance)?),
        Some(Kind::Types) => (Layout::Types, types::read(input, how, provenance)?),
        None => return own(input, how, provenance),
    })
}

/// A table whose columns must tell what they hold.
fn own(input: Input, how: &How, provenance: &Provenance) -> Result<(Layout, Taken), Error> {
    let guess = own::guess(input.clone(), how.year)?;
    if guess.sure {
        return by_mapping(input, &guess.mapping, how, provenance);
    }
    let columns: Vec<String> = guess.columns.into_iter().take(20).map(|column| column.name).collect();
    let is_export = how.subject.is_none() && layout::begins_like_an_export(&columns);
    Err(Error::Unknown { file: input.name().into(), columns: columns.join(", ").into(), is_export })
}

fn by_mapping(input: Input, mapping: &Mapping, how: &How, provenance: &Provenance) -> Result<(Layout, Taken), Error> {
    let origin = how.origin("", "", provenance);
    let rest = own::Rest { source: how.word(), year: how.year };
    Ok((Layout::Own, own::read(input, mapping, &rest, &origin)?.into()))
}

fn of_bank(input: Input, how: &How, subject: Option<&str>) -> Result<Taken, Error> {
    let export = export::read(input)?;
    let rows = export.rows.len() + export.refused.len();
    let export = export.within_bounds(subject);
    let mut taken = Taken::new(export.series(how.retrieved, how.year, subject)?, u64::try_from(rows).unwrap_or(u64::MAX));
    for one in &mut taken.series {
        let about = one.about();
        let is_listed = about.variable.bytes().all(|byte| byte.is_ascii_digit());
        if !is_listed {
            taken.remarks.push(Remark::NotListed { label: about.label.clone(), variable: about.variable.clone() });
        }
        if how.publisher.is_some() || how.licence.is_some() {
            let publisher = how.publisher.clone().unwrap_or_else(|| bdl::PUBLISHER.into());
            one.set_terms(publisher, how.licence.clone().unwrap_or_else(|| bdl::LICENCE.into()));
        }
    }
    taken.refusals = export.refused.into_iter().fold(Refusals::default(), |mut refusals, row| {
        refusals.add(row.line, &row.code, row.reason.into());
        refusals
    });
    Ok(taken)
}
