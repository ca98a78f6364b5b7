//! The life cycle: every stage in order, the steps that are recorded with dates, responsible party, outputs and state, and
//! what each stage waits for.

use askama::Template;
use miedza_planning::partnership::Kept;
use miedza_planning::partnership::participation::{Participation, StakeholderGroup, by_group};
use miedza_planning::partnership::stage::{Gate, Passage, Stage, Step, passages};
use miedza_planning::record::Kind;
use miedza_territory::UnitCode;
use miedza_texts::{Key, Message, key};

use super::desk::Desk;
use super::stated::passage_told;
use crate::frame::marks::{Mark, Said};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, Fact, Title};
use crate::frame::rail::Place;
use crate::frame::{Answer, Asker};

/// A step of the work.
struct StepRow {
    period: String,
    state: String,
    responsible: Said,
    outputs: Said,
    note: Said,
    mark: Mark,
}

/// A group that took part in something.
struct TookPart {
    date: String,
    title: Said,
    unit: Entry,
    group: String,
    note: Said,
    mark: Mark,
}

/// A stage of the life cycle.
struct StageRow {
    id: &'static str,
    name: String,
    class: &'static str,
    tone: &'static str,
    sign: &'static str,
    passage: String,
    steps: Vec<StepRow>,
    took_part: Vec<TookPart>,
    together: Vec<String>,
    gate: String,
    gate_sign: &'static str,
}

#[derive(Template)]
#[template(path = "partnership/stages.html")]
struct StagesPage {
    page: Page,
    title: Title,
    stages: Vec<StageRow>,
    responsible: String,
    outputs: String,
    took_part: String,
    current: Vec<Fact>,
}

/// The life cycle.
pub async fn show(asker: Asker) -> Answer {
    let desk = Desk::open(asker).await?;
    let heading = desk.say(key::PAGE_STAGES);
    let dossier = &desk.book.dossier;
    let standing = dossier.partnership.stage;
    let reached = dossier.reached(desk.asker.today());
    let stages = passages(standing, &dossier.steps).into_iter().map(|(stage, passage, steps)| {
        let gate = stage.gate().filter(|_| matches!(passage, Passage::Ahead | Passage::Planned));
        let gate = gate.and_then(|gate| Some((gate, gate.is_open(reached)?)));
        stage_row(&desk, (stage, passage), &steps, gate)
    });
    let shown = StagesPage {
        page: desk.page(Place::Stages, &heading),
        title: Title { kind: desk.name(), lead: desk.say(key::PAGE_STAGES_LEAD), heading, ..Title::default() },
        stages: stages.collect(),
        responsible: desk.field(Kind::Steps, "responsible"),
        outputs: desk.field(Kind::Steps, "outputs"),
        took_part: desk.say(key::PAGE_TOOK_PART),
        current: desk.fact_of(&desk.book.partnership, "stage").into_iter().collect(),
    };
    page::answer(&shown)
}

fn stage_row(desk: &Desk, (stage, passage): (Stage, Passage), steps: &[&Kept<Step>], gate: Option<(Gate, bool)>) -> StageRow {
    let (tone, sign) = match passage {
        Passage::Done => ("ok", "ok"),
        Passage::Here => ("info", "place"),
        Passage::Planned => ("", "calendar"),
        Passage::Skipped => ("", "remove"),
        Passage::Ahead | Passage::NotRecorded => ("", "missing"),
    };
    let is_current = stage == desk.book.dossier.partnership.stage;
    let passage = if is_current { desk.say(key::PAGE_PASSAGE_HERE) } else { passage_told(desk, passage) };
    let step = |step: &&Kept<Step>| {
        let row = step_row(desk, &step.id)?;
        // What the badge of the stage says is not said again by its steps.
        let state = if is_current || row.state == passage { String::new() } else { row.state };
        Some(StepRow { state, ..row })
    };
    StageRow {
        id: stage.name(),
        name: desk.word(Stage::CHOICES, stage.name()),
        class: if is_current { "current" } else { "" },
        tone,
        sign,
        steps: steps.iter().filter_map(step).collect(),
        took_part: took_part(desk, stage),
        together: by_group(&desk.book.dossier.participations, stage).into_iter().map(|group| group_told(desk, group)).collect(),
        passage,
        gate: gate.map(|(gate, is_open)| gate_told(desk, gate, is_open)).unwrap_or_default(),
        gate_sign: if gate.is_some_and(|(_, is_open)| is_open) { "ok" } else { "lock" },
    }
}

/// Who took part in the steps of a stage, in the order of days.
fn took_part(desk: &Desk, stage: Stage) -> Vec<TookPart> {
    let mut all: Vec<&Kept<Participation>> = desk.book.dossier.participations.iter().filter(|one| one.stage == stage).collect();
    all.sort_by_key(|one| (one.date.is_none(), one.date, one.stakeholder_group, &one.id));
    let row = |one: &Kept<Participation>| {
        let record = desk.book.find(Kind::Participations, &one.id)?;
        let unit = one.unit.as_ref().and_then(|code| UnitCode::parse(code).ok());
        Some(TookPart {
            date: desk.date(one.date),
            title: desk.said(record, "title"),
            unit: unit.map(|code| desk.unit(&code)).unwrap_or_default(),
            group: group_told(desk, (one.stakeholder_group, one.participants)),
            note: desk.said(record, "note"),
            mark: desk.mark(record),
        })
    };
    all.into_iter().filter_map(row).collect()
}

/// How many people of a group took part.
fn group_told(desk: &Desk, (group, count): (StakeholderGroup, u64)) -> String {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    let told = Message::new(key::PAGE_TOOK_PART_GROUP).with("group", desk.word(StakeholderGroup::CHOICES, group.name()));
    desk.asker.tell(&told.with("count", count))
}

fn step_row(desk: &Desk, id: &str) -> Option<StepRow> {
    let record = desk.book.find(Kind::Steps, id)?;
    Some(StepRow {
        period: desk.period(record.date("valid_from"), record.date("valid_to")),
        state: desk.choice(record, "state"),
        responsible: desk.said(record, "responsible"),
        outputs: desk.said(record, "outputs"),
        note: desk.said(record, "note"),
        mark: desk.mark(record),
    })
}

/// What the stage waits for, and whether it is there.
fn gate_told(desk: &Desk, gate: Gate, is_open: bool) -> String {
    let (open, closed): (Key, Key) = match gate {
        Gate::InitiatorKnown => (key::PAGE_GATE_INITIATOR, key::PAGE_GATE_NO_INITIATOR),
        Gate::TwoUnitsInterested => (key::PAGE_GATE_TWO_UNITS, key::PAGE_GATE_NO_TWO_UNITS),
        Gate::AgreementInForce => (key::PAGE_GATE_AGREEMENT, key::PAGE_GATE_NO_AGREEMENT),
        Gate::DataAvailable => (key::PAGE_GATE_DATA, key::PAGE_GATE_NO_DATA),
        Gate::StrategyDrafted => (key::PAGE_GATE_STRATEGY, key::PAGE_GATE_NO_STRATEGY),
        _ => return String::new(),
    };
    desk.say(if is_open { open } else { closed })
}
