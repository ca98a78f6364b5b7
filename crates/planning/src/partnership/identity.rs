//! Who a partnership is: names, legal form, place in larger ones; the organisations around it, and their kinds.
//!
//! A long formal name and a short one are both kept, and nothing is found by either. Which kinds of members a legal form
//! admits is [`misfits`].

use miedza_territory::{Level, UnitCode};
use serde::{Deserialize, Serialize};

use super::membership::Party;
use super::places::Places;
use super::reading::{Kept, Reading};
use super::stage::Stage;
use super::words::words;
use crate::record::Kind;
use crate::values::{PartialDate, Translated};

words! {
    /// Legal form of a partnership.
    LegalForm of LEGAL_FORM {
        /// No more than a declaration.
        DeclarationOnly = "declaration_only",
        /// Agreement of municipalities (porozumienie międzygminne).
        Agreement = "agreement",
        /// Union (związek międzygminny, powiatowo-gminny).
        Union = "union",
        /// Association of local governments.
        Association = "association",
        /// Company.
        Company = "company",
        /// Partners of one project.
        ProjectConsortium = "project_consortium",
        /// Agreement across a border.
        CrossBorderAgreement = "cross_border_agreement",
        /// Group inside a larger organisation.
        NestedGroup = "nested_group",
    }
}

words! {
    /// How open the page of a partnership is.
    PartnershipState of PARTNERSHIP_STATE {
        /// Written by its office.
        Draft = "draft",
        /// Seen inside.
        Internal = "internal",
        /// Seen by everyone.
        Published = "published",
        /// Closed.
        Archived = "archived",
    }
}

words! {
    /// Kind of an organisation or other actor.
    ActorKind of ACTOR_KIND {
        /// Municipality.
        Municipality = "municipality",
        /// County.
        County = "county",
        /// City with county rights.
        CityWithCountyRights = "city_with_county_rights",
        /// Government of a voivodeship or kraj.
        VoivodeshipGovernment = "voivodeship_government",
        /// Ministry.
        Ministry = "ministry",
        /// Association of local governments.
        AssociationOfLocalGovernments = "association_of_local_governments",
        /// Union of municipalities.
        IntermunicipalUnion = "intermunicipal_union",
        /// National association of local governments.
        NationalAssociation = "national_association",
        /// Body that runs a ZIT.
        ZitUnion = "zit_union",
        /// Statutory city that runs an ITI.
        ItiHolder = "iti_holder",
        /// Intermediate body.
        IntermediateBody = "intermediate_body",
        /// Managing authority.
        ManagingAuthority = "managing_authority",
        /// Development agency.
        DevelopmentAgency = "development_agency",
        /// Non-governmental organisation.
        Ngo = "ngo",
        /// Social partner.
        SocialPartner = "social_partner",
        /// Business.
        Business = "business",
        /// University.
        University = "university",
        /// School.
        School = "school",
        /// Health care unit.
        HealthUnit = "health_unit",
        /// Cultural institution.
        CulturalInstitution = "cultural_institution",
        /// Water authority.
        WaterAuthority = "water_authority",
        /// Environment authority.
        EnvironmentAuthority = "environment_authority",
        /// Expert.
        Expert = "expert",
        /// Resident.
        Resident = "resident",
        /// Another.
        Other = "other",
    }
}

words! {
    /// Country of an organisation or a table.
    Country of COUNTRY {
        /// Poland.
        Poland = "pl",
        /// Czechia.
        Czechia = "cz",
        /// The European Union.
        EuropeanUnion = "eu",
        /// Norway.
        Norway = "no",
        /// Another.
        Other = "other",
    }
}

/// Local governments that work together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partnership {
    /// Its part of the address.
    pub slug: String,
    /// The name that pages show.
    pub short_name: Translated,
    /// The name of documents.
    pub formal_name: Translated,
    /// Legal form; `None` if no source states it.
    pub legal_form: Option<LegalForm>,
    /// How open its page is.
    pub state: PartnershipState,
    /// Where it stands in its life.
    pub stage: Stage,
    /// What it is for.
    pub purpose: Option<Translated>,
    /// How it began.
    pub how_it_began: Option<Translated>,
    /// Ids of its themes.
    #[serde(default)]
    pub themes: Vec<String>,
    /// Id of the organisation that it is nested in.
    pub parent_organisation: Option<String>,
    /// Id of the partnership that it is nested in.
    pub parent_partnership: Option<String>,
    /// When it was founded.
    pub founded: Option<PartialDate>,
    /// When it was dissolved.
    pub dissolved: Option<PartialDate>,
    /// Unit of its seat.
    pub seat_unit: Option<UnitCode>,
    /// Its seat in words.
    pub seat: Option<String>,
    /// Number in a register of unions, associations or companies.
    pub register_number: Option<String>,
    /// Its own site.
    pub website: Option<String>,
}

impl Reading for Partnership {
    const KIND: Kind = Kind::Partnerships;
}

/// A body that is no territorial unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Its name.
    pub name: Translated,
    /// Its kind.
    pub actor_kind: ActorKind,
    /// Its country.
    pub country: Country,
    /// The unit it sits in.
    pub unit: Option<UnitCode>,
    /// Its site.
    pub website: Option<String>,
}

impl Reading for Organisation {
    const KIND: Kind = Kind::Organisations;
}

/// A theme of the controlled list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// Its part of the address.
    pub slug: String,
    /// Its name.
    pub name: Translated,
    /// Id of the wider theme.
    pub parent_theme: Option<String>,
    /// Place in the order.
    pub position: Option<u32>,
}

impl Reading for Theme {
    const KIND: Kind = Kind::Themes;
}

/// A ministry, association or office beside the members.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstitutionalPartner {
    /// Id of the organisation.
    pub organisation: String,
    /// What it does for the partnership.
    pub partner_role: Translated,
    /// First day.
    pub valid_from: Option<PartialDate>,
    /// Last day.
    pub valid_to: Option<PartialDate>,
}

impl Reading for InstitutionalPartner {
    const KIND: Kind = Kind::InstitutionalPartners;
}

/// The members whose kind the legal form does not admit, in their order.
///
/// An agreement binds municipalities, a union municipalities and counties, an association local governments; the other
/// forms admit everybody. Of a member whose level is not known nothing is said.
///
/// # Source
/// Act of 8 March 1990 on municipal self-government, art. 64, 74, 84; act of 5 June 1998 on county self-government,
/// art. 72a.
#[must_use]
pub fn misfits<'a>(
    form: LegalForm,
    members: impl IntoIterator<Item = &'a Party>,
    places: &Places,
    organisations: &[Kept<Organisation>],
) -> Vec<Party> {
    let fits = |party: &Party| admits(form, standing(party, places, organisations));
    members.into_iter().filter(|party| fits(party) == Some(false)).cloned().collect()
}

/// What a member is in the eyes of a legal form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Municipality,
    County,
    Region,
    OtherBody,
    Unknown,
}

fn standing(party: &Party, places: &Places, organisations: &[Kept<Organisation>]) -> Standing {
    match party {
        Party::Unit(code) => match places.level(code) {
            Some(Level::Municipality) => Standing::Municipality,
            Some(Level::County) => Standing::County,
            Some(Level::Region) => Standing::Region,
            _ => Standing::Unknown,
        },
        Party::Organisation(id) => match organisations.iter().find(|known| known.id == *id).map(|known| known.actor_kind) {
            Some(ActorKind::Municipality | ActorKind::CityWithCountyRights) => Standing::Municipality,
            Some(ActorKind::County) => Standing::County,
            Some(ActorKind::VoivodeshipGovernment) => Standing::Region,
            Some(_) => Standing::OtherBody,
            None => Standing::Unknown,
        },
    }
}

fn admits(form: LegalForm, standing: Standing) -> Option<bool> {
    if standing == Standing::Unknown {
        return None;
    }
    Some(match form {
        LegalForm::Agreement => standing == Standing::Municipality,
        LegalForm::Union => matches!(standing, Standing::Municipality | Standing::County),
        LegalForm::Association => standing != Standing::OtherBody,
        _ => true,
    })
}
