//! What becomes of personal data: which the program keeps, why, for how long, and whom to ask.

use askama::Template;
use miedza_planning::portal::personal_data::{CLASSES, DataClass};
use miedza_planning::portal::{Authority, Office, Privacy, Topic};
use miedza_texts::{Key, key};
use miedza_workflows::{labels, saying};

use super::form;
use crate::frame::marks::Said;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Fact, Heading, Title};
use crate::frame::{Address, Answer, Asker};

/// A class of personal data in the table.
struct ClassRow {
    what: String,
    why: String,
    ground: String,
    how_long: String,
}

#[derive(Template)]
#[template(path = "about/privacy.html")]
struct PrivacyPage {
    page: Page,
    title: Title,
    nobody: String,
    first_step: Option<Entry>,
    controller_heading: String,
    controller: Said,
    contacts: Vec<Fact>,
    data_heading: String,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<ClassRow>,
    public_heading: String,
    public: Vec<String>,
    rights_heading: String,
    rights: Vec<String>,
    account: Entry,
    authority: String,
    more_heading: String,
    more: Said,
}

pub async fn show(asker: Asker) -> Answer {
    let store = asker.app.store();
    let office: Office = saying::read(store, Topic::Office).await?;
    let said: Privacy = saying::read(store, Topic::Privacy).await?;
    let say = |key| asker.say(key);
    let heading = say(key::PORTAL_PRIVACY);
    let column = |key| Heading::words(say(key));
    page::answer(&PrivacyPage {
        page: Page::of(&asker, &heading).under(Vec::new(), &heading),
        nobody: say(key::ABOUT_NO_CONTROLLER),
        first_step: form(&asker, Topic::Office).map(|href| Entry::new(href, asker.tell(&labels::topic(Topic::Office)))),
        controller_heading: say(key::ABOUT_CONTROLLER),
        controller: Said::text(&asker, office.name.as_ref()),
        contacts: contacts(&asker, &office, &said),
        data_heading: say(key::ABOUT_DATA),
        caption: Caption::new("classes", say(key::ABOUT_DATA_CAPTION)),
        headings: [key::ABOUT_DATA_WHAT, key::ABOUT_DATA_WHY, key::ABOUT_DATA_GROUND, key::ABOUT_DATA_HOW_LONG]
            .map(column)
            .to_vec(),
        rows: CLASSES.iter().map(|class| row(&asker, class)).collect(),
        public_heading: say(key::ABOUT_PUBLIC),
        public: [key::ABOUT_PUBLIC_ROLES, key::ABOUT_PUBLIC_COOKIES, key::ABOUT_PUBLIC_LOG, key::ABOUT_PUBLIC_OTHERS]
            .map(say)
            .to_vec(),
        rights_heading: say(key::ABOUT_RIGHTS),
        rights: [key::ABOUT_RIGHTS_OWN, key::ABOUT_RIGHTS_REST].map(say).to_vec(),
        account: Entry::new(Address::page(asker.language).step("account"), say(key::ABOUT_RIGHTS_ACCOUNT)),
        authority: said.authority.map(|authority| say(authority_key(authority))).unwrap_or_default(),
        more_heading: say(key::ABOUT_MORE),
        more: Said::text(&asker, said.more.as_ref()),
        title: Title { heading, lead: say(key::ABOUT_PRIVACY_LEAD), ..Title::default() },
    })
}

const fn authority_key(authority: Authority) -> Key {
    match authority {
        Authority::Uodo => key::ABOUT_AUTHORITY_UODO,
        Authority::Uoou => key::ABOUT_AUTHORITY_UOOU,
    }
}

/// How to reach the office and its officer for data protection; what is not said has no line.
fn contacts(asker: &Asker, office: &Office, said: &Privacy) -> Vec<Fact> {
    let mail = |address: &str| format!("mailto:{address}");
    let facts = [
        (key::SAID_OFFICE_ADDRESS, office.address.as_deref(), None),
        (key::ABOUT_EMAIL, office.email.as_deref(), office.email.as_deref().map(mail)),
        (key::ABOUT_PHONE, office.phone.as_deref(), None),
        (key::SAID_PRIVACY_OFFICER_EMAIL, said.officer_email.as_deref(), said.officer_email.as_deref().map(mail)),
        (key::SAID_PRIVACY_OFFICER_PHONE, said.officer_phone.as_deref(), None),
    ];
    let fact = |(label, value, href): (Key, Option<&str>, Option<String>)| {
        Some(Fact { label: asker.say(label), value: value?.to_owned(), href: href.unwrap_or_default() })
    };
    facts.into_iter().filter_map(fact).collect()
}

fn row(asker: &Asker, class: &DataClass) -> ClassRow {
    let told = |of: &str| labels::data_class(class, of);
    ClassRow {
        what: asker.tell(&told("what")),
        why: asker.tell(&told("why")),
        ground: asker.tell(&labels::data_ground(class.ground)),
        how_long: asker.tell(&told("how-long")),
    }
}
