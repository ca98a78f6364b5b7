//! The part of the lab that changes with each step, in ready words: toolbar, figures, map, rules, units in and around.

use askama::Template;
use miedza_planning::delimitation::{Place, Verdict};
use miedza_texts::{Argument, Key, Message, key};
use miedza_workflows::Failure;
use miedza_workflows::lab::{Export, Figures, Opened, UnitRow, class, tell};

use super::form;
use crate::frame::parts::{Caption, Entry, Heading, KeyFigure, MapFigure, Notice, Sign};
use crate::frame::{Address, Asker};

/// A unit in a table of the lab.
pub struct Row {
    /// Its id on the page, to which the map leads.
    pub id: String,
    /// Its name, with its page.
    pub unit: Entry,
    /// Its code.
    pub code: String,
    /// Name of its county.
    pub county: String,
    /// How it stands: tone, sign and word of a badge.
    pub place: (&'static str, &'static str, String),
    /// More to be seen at once: apart, no member.
    pub remarks: Vec<String>,
    /// Inhabitants.
    pub population: String,
    /// Share of its commuters who go to the area.
    pub share: String,
    /// Share that works in the core, of what the rule on the core looks at.
    pub core: String,
    /// Why it stands there.
    pub why: String,
    /// The word on its button; empty for those who may not.
    pub act: String,
}

/// A rule and how it came out.
pub struct RuleRow {
    /// The rule.
    pub rule: String,
    /// The outcome: tone, sign and word of a badge.
    pub verdict: (&'static str, &'static str, String),
    /// The figure that decides.
    pub figure: String,
}

/// A button of the toolbar that posts one word.
pub struct Step {
    /// `undo` or `redo`.
    pub name: &'static str,
    /// Its sign.
    pub sign: &'static str,
    /// Its word.
    pub label: String,
    /// Whether there is nothing to be done.
    pub is_idle: bool,
}

/// The part of the page that changes with each step.
#[derive(Template)]
#[template(path = "delimitation/live.html")]
pub struct LiveView {
    step_action: String,
    steps: Vec<Step>,
    may_edit: bool,
    version_name: &'static str,
    version: String,
    status: (&'static str, &'static str, String),
    files_label: String,
    files: Vec<Entry>,
    notices: Vec<Notice>,
    figures: Vec<KeyFigure>,
    figures_label: String,
    map: MapFigure,
    no_map: String,
    change_action: String,
    inside_caption: Caption,
    around_caption: Caption,
    headings: Vec<Heading>,
    inside: Vec<Row>,
    around: Vec<Row>,
    strangers: Vec<String>,
    stranger_told: String,
    nothing_in: String,
    put_in: &'static str,
    take_out: &'static str,
    rules_caption: Caption,
    rule_headings: Vec<Heading>,
    rules: Vec<RuleRow>,
}

/// How the view is drawn for somebody.
#[derive(Clone, Copy)]
pub struct Viewer<'a> {
    /// Who looks.
    pub asker: &'a Asker,
    /// Whether there are buttons to change it.
    pub may_edit: bool,
}

impl Viewer<'_> {
    fn say(&self, key: Key) -> String {
        self.asker.say(key)
    }

    /// The part that changes, rendered.
    ///
    /// # Errors
    /// A fault of the program if the template cannot be filled.
    pub fn render(&self, opened: &Opened) -> Result<String, Failure> {
        self.view(opened).render().map_err(|error| Failure::fault(&error))
    }

    fn view(&self, opened: &Opened) -> LiveView {
        let desk = &opened.desk;
        let (inside, around) = desk.rows();
        let figures = desk.figures();
        let address = form::address(self.asker, &opened.variant.id);
        let picture = self.map(opened, &inside, &around);
        LiveView {
            step_action: address.clone().step("step").into(),
            steps: self.steps(opened),
            may_edit: self.may_edit,
            version_name: super::sent::VERSION,
            version: opened.variant.version.to_string(),
            status: status(self.asker, opened),
            files_label: self.say(key::LAB_FILES),
            files: files(self.asker, opened),
            notices: self.notices(opened, &figures),
            figures: key_figures(self.asker, &figures),
            figures_label: self.say(key::LAB_CHAPTER_FIGURES),
            no_map: if picture.svg.is_empty() { self.say(key::LAB_NO_MAP) } else { String::new() },
            map: picture,
            change_action: address.step("change").into(),
            inside_caption: self.caption("inside", key::LAB_CAPTION_UNITS, opened),
            around_caption: self.caption("around", key::LAB_CAPTION_AROUND, opened),
            headings: self.headings(opened),
            inside: inside.iter().map(|row| self.row(opened, row)).collect(),
            around: around.iter().map(|row| self.row(opened, row)).collect(),
            strangers: desk.strangers.clone(),
            stranger_told: self.say(key::LAB_STRANGER),
            nothing_in: self.say(key::LAB_NOTHING_IN),
            put_in: "add",
            take_out: "remove",
            rules_caption: Caption::new("rules", self.say(key::LAB_CAPTION_RULES)),
            rule_headings: [key::LAB_COLUMN_RULE, key::LAB_COLUMN_VERDICT, key::LAB_COLUMN_FIGURE]
                .map(|label| Heading::words(self.say(label)))
                .to_vec(),
            rules: rules(self.asker, opened),
        }
    }

    fn steps(&self, opened: &Opened) -> Vec<Step> {
        if !self.may_edit {
            return Vec::new();
        }
        let history = &opened.desk.history;
        let undo = Step { name: "undo", sign: "undo", label: self.say(key::LAB_UNDO), is_idle: history.steps().is_empty() };
        let redo = Step { name: "redo", sign: "redo", label: self.say(key::LAB_REDO), is_idle: history.undone() == 0 };
        vec![undo, redo]
    }

    fn notices(&self, opened: &Opened, figures: &Figures) -> Vec<Notice> {
        let mark =
            |title: Key, text: Key| Notice { kind: "attention", title: self.say(title), text: self.say(text), ways: Vec::new() };
        let mut notices = Vec::new();
        if figures.is_modelled {
            notices.push(mark(key::REPORT_NOTE_MODELLED, key::REPORT_NOTE_MODELLED_TEXT));
        }
        if figures.is_estimated {
            notices.push(mark(key::REPORT_NOTE_ESTIMATED, key::REPORT_NOTE_ESTIMATED_TEXT));
        }
        if !opened.desk.ground.has_flows() {
            notices.push(mark(key::LAB_NO_TABLE, key::LAB_NO_TABLE_TEXT));
        }
        notices.extend(self.untold(opened));
        notices
    }

    /// Units whose flows the table does not hold: figures of flows count the others alone.
    fn untold(&self, opened: &Opened) -> Option<Notice> {
        let desk = &opened.desk;
        let untold = desk.untold();
        if untold.is_empty() {
            return None;
        }
        let names: Vec<String> = untold.iter().map(|&unit| desk.ground.names().apart(unit)).collect();
        let text = Message::new(key::LAB_UNTOLD_TEXT)
            .with("told", desk.members.len() - untold.len())
            .with("all", desk.members.len())
            .with("names", names.join(", "));
        let title = self.say(key::LAB_UNTOLD);
        Some(Notice { kind: "attention", title, text: self.asker.tell(&text), ways: Vec::new() })
    }

    fn map(&self, opened: &Opened, inside: &[UnitRow], around: &[UnitRow]) -> MapFigure {
        let title = form::name(self.asker, &opened.variant);
        let picture = opened.desk.map(&title, self.asker.language);
        MapFigure {
            id: "area-figure".to_owned(),
            svg: picture.svg,
            what: title,
            when: String::new(),
            source: form::source(self.asker, opened.table.as_ref()),
            schematic: if picture.is_schematic { self.say(key::MAP_SCHEMATIC) } else { String::new() },
            legend: legend(self.asker, inside.iter().chain(around)),
            ..MapFigure::default()
        }
    }

    fn caption(&self, id: &str, what: Key, opened: &Opened) -> Caption {
        let year = opened.table.as_ref().and_then(|table| table.number("year"));
        Caption {
            id: id.to_owned(),
            what: self.say(what),
            when: year.map(|year| year.to_string()).unwrap_or_default(),
            source: form::source(self.asker, opened.table.as_ref()),
        }
    }

    fn headings(&self, opened: &Opened) -> Vec<Heading> {
        let core = Message::new(key::LAB_COLUMN_CORE).with("whole", Message::new(tell::whole(&opened.desk)));
        let mut headings = vec![
            Heading::words(self.say(key::LAB_COLUMN_UNIT)),
            Heading::words(self.say(key::LAB_COLUMN_STANDING)),
            Heading::number(self.say(key::LAB_COLUMN_POPULATION), ""),
            Heading::number(self.say(key::LAB_COLUMN_SHARE), "%"),
            Heading::number(self.asker.tell(&core), "%"),
        ];
        if self.may_edit {
            headings.push(Heading::words(self.say(key::LAB_COLUMN_ACT)));
        }
        headings
    }

    fn row(&self, opened: &Opened, row: &UnitRow) -> Row {
        let language = self.asker.language;
        let per_cent = |share: Option<f64>| language.optional(share.map(|share| share * 100.0), 1);
        let remarks = [
            (row.is_apart, key::LAB_REMARK_APART),
            (row.place.is_in() && opened.desk.setting.has_members() && !row.is_member, key::LAB_REMARK_NO_MEMBER),
            (!row.place.is_in() && row.is_member, key::LAB_REMARK_MEMBER),
        ];
        let act = if row.place.is_in() { key::LAB_TAKE_OUT } else { key::LAB_PUT_IN };
        Row {
            id: format!("unit-{}", row.code),
            unit: Entry::new(Address::unit(language, &row.code), row.name.clone()),
            code: row.code.clone(),
            county: row.county.clone().unwrap_or_default(),
            place: place(self.asker, row),
            remarks: remarks.into_iter().filter(|(holds, _)| *holds).map(|(_, told)| self.say(told)).collect(),
            population: language.optional(row.population, 0),
            share: per_cent(row.share_to_area),
            core: if row.is_core { String::new() } else { per_cent(row.core_share) },
            why: opened.desk.why(row.unit, language),
            act: if self.may_edit { self.say(act) } else { String::new() },
        }
    }
}

fn place(asker: &Asker, row: &UnitRow) -> (&'static str, &'static str, String) {
    let (tone, sign, word) = match (row.place, row.is_core) {
        (Place::Begun | Place::Added, true) => ("ok", "place", key::LAB_PLACE_CORE),
        (Place::Begun, false) => ("ok", "success", key::LAB_PLACE_BEGUN),
        (Place::Added, false) => ("info", "add", key::LAB_PLACE_ADDED),
        (Place::Removed, _) => ("attention", "remove", key::LAB_PLACE_REMOVED),
        (Place::Outside, _) => ("", "missing", key::LAB_PLACE_OUTSIDE),
    };
    (tone, sign, asker.say(word))
}

/// How far the variant has come, with the number of the resolution that adopted it.
pub fn status(asker: &Asker, opened: &Opened) -> (&'static str, &'static str, String) {
    match opened.variant.text("state") {
        Some("adopted") => {
            let number = opened.resolution.as_ref().and_then(|resolution| resolution.text("number")).unwrap_or("–");
            ("ok", "lock", asker.tell(&Message::new(key::LAB_STATUS_ADOPTED).with("number", number)))
        }
        Some("proposed") => ("info", "info", asker.say(key::LAB_STATUS_PROPOSED)),
        _ => ("", "document", asker.say(key::LAB_STATUS_DRAFT)),
    }
}

/// Files of a variant.
pub fn files(asker: &Asker, opened: &Opened) -> Vec<Entry> {
    if opened.desk.members.is_empty() && opened.desk.strangers.is_empty() {
        return Vec::new();
    }
    let can_be_drawn = opened.desk.ground.land_is_known();
    let offered = Export::ALL.into_iter().filter(|export| can_be_drawn || !export.needs_shapes());
    let one = Address::partnership(asker.language, asker.slug()).step("area").step(&opened.variant.id).step("export");
    offered.map(|export| Entry::new(one.clone().step(export.ending()), export.ending().to_uppercase())).collect()
}

/// The most telling figures.
pub fn key_figures(asker: &Asker, figures: &Figures) -> Vec<KeyFigure> {
    let told = tell::figures(figures, asker.language);
    told.into_iter().map(|(label, value)| KeyFigure { label, value, ..KeyFigure::default() }).collect()
}

/// The rules in words.
pub fn rules(asker: &Asker, opened: &Opened) -> Vec<RuleRow> {
    let row = |finding: &miedza_planning::delimitation::Finding| {
        let told = tell::finding(&opened.desk, finding, asker.language);
        let (tone, sign) = match finding.verdict {
            Verdict::Met => ("ok", "success"),
            Verdict::Broken => ("error", "refusal"),
            Verdict::Open => ("attention", "attention"),
            Verdict::Told => ("info", "info"),
        };
        RuleRow { rule: told.rule, verdict: (tone, sign, told.verdict), figure: told.figure }
    };
    opened.desk.rules().iter().map(row).collect()
}

/// The signs that a map with these units shows.
pub fn legend<'a>(asker: &Asker, rows: impl Iterator<Item = &'a UnitRow> + Clone) -> Vec<Sign> {
    let signs = [
        ("member core", key::LAB_PLACE_CORE),
        ("added core", key::LAB_PLACE_CORE),
        ("member", key::LAB_PLACE_BEGUN),
        ("added", key::LAB_PLACE_ADDED),
        ("removed", key::LAB_PLACE_REMOVED),
        ("outside", key::LAB_PLACE_OUTSIDE),
    ];
    let count = |sign: &str| rows.clone().filter(|row| class(row) == sign).count();
    let told = |word: Key, count: usize| {
        let counted = Argument::from(Message::new(key::COUNT_UNITS).with("count", count));
        asker.tell(&Message::new(key::LAB_LEGEND).with("sign", asker.say(word)).with("count", counted))
    };
    let drawn = signs.into_iter().map(|(class, word)| (class, word, count(class))).filter(|(_, _, count)| *count > 0);
    drawn.map(|(class, word, count)| Sign { class, label: told(word, count) }).collect()
}
