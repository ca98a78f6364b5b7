//! The frame around the content of a page: menus, languages, way back, stages, foot.

use axum::http::header;
use axum::response::{Html, IntoResponse};
use miedza_planning::rights::{Object, Room, Verb};
use miedza_texts::{Language, Message, key};
use miedza_workflows::Failure;

use super::address::Address;
use super::asker::Asker;
use super::assets;
use super::failure::Answer;
use super::parts::{Entry, Funder, LanguageEntry, Notice, Post, Rail, Search};

/// Sheets of every page, in order.
const SHEETS: [&str; 4] = ["css/miedza.css", "css/content.css", "css/forms.css", "css/maps.css"];

/// What `frame/layout.html` takes; see its head.
#[derive(Clone, Debug)]
pub struct Page {
    /// Language of the page.
    pub language: Language,
    /// Text of the title: the page, then the site.
    pub title: String,
    /// One sentence for search engines.
    pub description: Option<String>,
    /// Whether robots may list it.
    pub is_listed: bool,
    /// Full address.
    pub address: String,
    /// Before the address on paper.
    pub printed: String,
    /// Addresses of the sheets.
    pub stylesheets: Vec<String>,
    /// Address of the sheet for paper.
    pub print_stylesheet: String,
    /// Address of the icon.
    pub icon: String,
    /// Addresses of the islands of the page.
    pub scripts: Vec<String>,
    /// Links over the frame.
    pub skips: Vec<Entry>,
    /// The start page.
    pub brand: Entry,
    /// The search form.
    pub search: Search,
    /// Name of the menu.
    pub menu_label: String,
    /// What the public sees.
    pub menu: Vec<Entry>,
    /// Name of the list of languages.
    pub languages_label: String,
    /// The same page in each language.
    pub languages: Vec<LanguageEntry>,
    /// The word on the button of the menu on a phone.
    pub drawer_label: String,
    /// Name of the list of own pages.
    pub account_label: String,
    /// Own pages.
    pub account: Vec<Entry>,
    /// The way out.
    pub sign_out: Option<Post>,
    /// Name of the way back.
    pub breadcrumbs_label: String,
    /// The way back; the last one is the page itself.
    pub breadcrumbs: Vec<Entry>,
    /// Stages of a partnership.
    pub rail: Option<Rail>,
    /// Whether the page takes the whole width.
    pub is_wide: bool,
    /// What was just done or refused.
    pub notices: Vec<Notice>,
    /// Name of the foot.
    pub foot_label: String,
    /// Declaration, privacy, programs.
    pub foot: Vec<Entry>,
    /// Name and version of the program.
    pub version: String,
    /// Name of the list of funders.
    pub funders_label: String,
    /// Who pays.
    pub funders: Vec<Funder>,
}

/// An entry of the menu: its place in addresses and its word.
const MENU: [(&str, miedza_texts::Key); 6] = [
    ("partnerships", key::PORTAL_MENU_PARTNERSHIPS),
    ("units", key::PORTAL_MENU_UNITS),
    ("explore", key::UNIT_EXPLORE_MENU),
    ("diagnosis", key::DIAGNOSIS),
    ("calls", key::PORTAL_MENU_CALLS),
    ("data", key::PORTAL_MENU_DATA),
];

impl Page {
    /// The frame of a page with this title.
    #[must_use]
    pub fn of(asker: &Asker, title: &str) -> Self {
        let language = asker.language;
        let say = |key| asker.say(key);
        let site = say(key::PORTAL_NAME);
        let path = asker.uri.path();
        let start = Address::page(language);
        Self {
            language,
            title: if title == site { site.clone() } else { format!("{title} – {site}") },
            description: None,
            is_listed: true,
            address: format!("{}{}", asker.app.portal().public_address, asker.uri),
            printed: asker.tell(&Message::new(key::PORTAL_PRINTED).with("date", date(asker))),
            stylesheets: SHEETS.iter().map(|sheet| assets::address(sheet)).collect(),
            print_stylesheet: assets::address("css/print.css"),
            icon: assets::address("favicon.svg"),
            scripts: Vec::new(),
            skips: vec![Entry::new("#content", say(key::PORTAL_SKIP_CONTENT)), Entry::new("#foot", say(key::PORTAL_SKIP_FOOT))],
            brand: Entry::new(start.clone(), site),
            search: Search { action: start.step("search").into(), label: say(key::PORTAL_SEARCH), value: String::new() },
            menu_label: say(key::PORTAL_MENU),
            menu: menu(asker, path),
            languages_label: say(key::PORTAL_LANGUAGES),
            languages: languages(asker),
            drawer_label: say(key::PORTAL_DRAWER),
            account_label: say(key::PORTAL_ACCOUNT),
            account: account(asker),
            sign_out: asker.signed_in.is_some().then(|| Post {
                action: Address::page(language).step("sign-out").into(),
                token: String::new(),
                label: say(key::PORTAL_SIGN_OUT),
            }),
            breadcrumbs_label: say(key::PORTAL_BREADCRUMBS),
            breadcrumbs: Vec::new(),
            rail: None,
            is_wide: false,
            notices: Vec::new(),
            foot_label: say(key::PORTAL_FOOT),
            foot: foot(asker),
            version: format!("Miedza {}", env!("CARGO_PKG_VERSION")),
            funders_label: say(key::PORTAL_FUNDERS),
            funders: asker.app.supporters().shown(asker),
        }
    }

    /// Keeps robots away.
    #[must_use]
    pub fn unlisted(mut self) -> Self {
        self.is_listed = false;
        self
    }

    /// Takes the whole width.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.is_wide = true;
        self
    }

    /// One sentence for search engines.
    #[must_use]
    pub fn described(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// The way back: the pages above, then this one. The title of the window goes the same way, from this page up, so that no
    /// two pages have the same.
    #[must_use]
    pub fn under(mut self, above: Vec<Entry>, here: &str) -> Self {
        let upwards = std::iter::once(here).chain(above.iter().rev().map(|entry| entry.label.as_str()));
        self.title = upwards.chain([self.brand.label.as_str()]).collect::<Vec<_>>().join(" – ");
        self.breadcrumbs = vec![Entry::new(self.brand.href.clone(), self.brand.label.clone())];
        self.breadcrumbs.extend(above);
        self.breadcrumbs.push(Entry::here(here));
        self
    }

    /// With the stages of a partnership.
    #[must_use]
    pub fn beside(mut self, rail: Rail) -> Self {
        self.skips.insert(1, Entry::new("#stages", rail.label.clone()));
        self.rail = Some(rail);
        self
    }

    /// With something to tell first.
    #[must_use]
    pub fn telling(mut self, notice: Notice) -> Self {
        self.notices.push(notice);
        self
    }

    /// With an island, if it was built.
    #[must_use]
    pub fn with_island(mut self, name: &str) -> Self {
        let path = format!("islands/{name}.js");
        if assets::exists(&path) {
            self.scripts.push(assets::address(&path));
        }
        self
    }
}

/// A rendered page.
///
/// # Errors
/// A fault of the program if the template cannot be filled.
pub fn answer(page: &impl askama::Template) -> Answer {
    let body = page.render().map_err(|error| Failure::fault(&error))?;
    Ok(([(header::CONTENT_TYPE, "text/html; charset=utf-8")], Html(body)).into_response())
}

fn date(asker: &Asker) -> String {
    let today = asker.today();
    asker.language.date(i32::from(today.year()), today.month(), today.day())
}

fn menu(asker: &Asker, path: &str) -> Vec<Entry> {
    MENU.iter()
        .map(|(place, word)| {
            let address = Address::page(asker.language).step(place).to_string();
            let is_current = path == address || path.starts_with(&format!("{address}/"));
            Entry::new(address, asker.say(*word)).current_if(is_current)
        })
        .collect()
}

/// What a language calls itself.
#[must_use]
pub const fn own_name(language: Language) -> &'static str {
    match language {
        Language::Pl => "Polski",
        Language::Cs => "Čeština",
        Language::En => "English",
    }
}

fn languages(asker: &Asker) -> Vec<LanguageEntry> {
    let whole = asker.uri.to_string();
    let rest = Language::ALL.iter().find_map(|language| whole.strip_prefix(&format!("/{language}")));
    let rest = rest.filter(|rest| rest.is_empty() || rest.starts_with(['/', '?'])).unwrap_or_default();
    Language::ALL
        .iter()
        .map(|language| LanguageEntry {
            href: format!("/{language}{rest}"),
            code: language.code(),
            label: own_name(*language),
            is_current: *language == asker.language,
        })
        .collect()
}

fn account(asker: &Asker) -> Vec<Entry> {
    let start = Address::page(asker.language);
    let Some(signed_in) = &asker.signed_in else {
        return vec![Entry::new(start.step("sign-in"), asker.say(key::PORTAL_SIGN_IN))];
    };
    let mut entries = vec![
        Entry::new(Address::work(asker.language), asker.say(key::PORTAL_MY_WORK)),
        Entry::new(start.step("account"), signed_in.name.clone()),
    ];
    if asker.may(Verb::Administer, Room::Portal, &Object::private()).is_ok() {
        entries.push(Entry::new(Address::work(asker.language).step("settings"), asker.say(key::SETTINGS)));
    }
    if asker.may(Verb::Administer, Room::Accounts, &Object::private()).is_ok() {
        entries.push(Entry::new(Address::work(asker.language).step("accounts"), asker.say(key::PORTAL_ACCOUNTS)));
    }
    entries
}

fn foot(asker: &Asker) -> Vec<Entry> {
    let start = Address::page(asker.language);
    let entries = [
        ("accessibility", key::PORTAL_ACCESSIBILITY),
        ("privacy", key::PORTAL_PRIVACY),
        ("data", key::PORTAL_MENU_DATA),
        ("methods", key::LAB_METHODS),
    ];
    entries.iter().map(|(place, word)| Entry::new(start.clone().step(place), asker.say(*word))).collect()
}
