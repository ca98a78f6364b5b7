//! The workbench: the desk of a partnership and its registers, for every kind of record alike.
//!
//! Lists, forms, merge pages, histories and sheets are drawn from the fields of the kind. Each register stands twice: inside
//! a partnership, and for kinds that belong to the whole portal.

mod blocks;
mod consistency;
mod decision;
mod desk;
mod draft;
mod edit;
mod file;
mod form_page;
mod history;
mod list;
mod log;
mod meeting;
mod merge;
mod mine;
mod observations;
mod register;
pub mod settings;
mod sheet;
mod subject;

use axum::extract::DefaultBodyLimit;
use miedza_planning::record::Kind;
use miedza_planning::rights::{Room, Verb};

use crate::frame::{About, App, Doors, Row};

/// Most bytes of a sheet or a file that is sent.
const LARGEST_FILE: usize = 32 << 20;

/// The doors of the workbench.
pub fn doors(app: &App, doors: Doors) -> Doors {
    let doors = doors
        .open(app, Row::page("/{lang}/work", Room::Own, About::Own), mine::show)
        .open(app, Row::page("/{lang}/work/partnerships/{partnership}", Room::Partnership, About::Workbench), desk::partnership)
        .open(app, Row::page("/{lang}/work/partnerships/{partnership}/log", Room::Log, About::Workbench), log::show)
        .open(
            app,
            Row::file("/{lang}/partnerships/{partnership}/files/{id}", Room::Partnership, About::RecordOf(Kind::Attachments)),
            file::download,
        )
        .open(app, Row::file("/{lang}/files/{id}", Room::Partnership, About::SharedRecordOf(Kind::Attachments)), file::download);
    let doors = settings::doors(app, doors);
    let doors = observations::doors(app, doors);
    let doors = profile(app, doors);
    let doors = decision::doors(app, doors);
    let doors = consistency::doors(app, doors);
    let doors = meeting::doors(app, doors);
    let doors = of_partnerships(app, doors);
    shared(app, doors)
}

/// The partnership's own record.
fn profile(app: &App, doors: Doors) -> Doors {
    const PROFILE: &str = "/{lang}/work/partnerships/{partnership}/profile";
    const PROFILE_DRAFT: &str = "/{lang}/work/partnerships/{partnership}/profile/draft";
    const FOUND: &str = "/{lang}/work/new-partnership";
    const FOUND_DRAFT: &str = "/{lang}/work/new-partnership/draft";
    let doors = doors.open(app, Row::page(PROFILE, Room::Partnership, About::Workbench).needing(Verb::Edit), edit::profile).open(
        app,
        Row::post(PROFILE, Verb::Edit, Room::Partnership, About::Workbench),
        edit::save_profile,
    );
    doors
        .open(app, Row::post(PROFILE_DRAFT, Verb::Edit, Room::Partnership, About::Workbench), edit::keep_profile_draft)
        .open(app, Row::page(FOUND, Room::Partnership, About::Portal).needing(Verb::Create), edit::profile)
        .open(app, Row::post(FOUND, Verb::Create, Room::Partnership, About::Portal), edit::save_profile)
        .open(app, Row::post(FOUND_DRAFT, Verb::Create, Room::Partnership, About::Portal), edit::keep_profile_draft)
}

fn of_partnerships(app: &App, doors: Doors) -> Doors {
    const LIST: &str = "/{lang}/work/partnerships/{partnership}/{kind}";
    const SHEET: &str = "/{lang}/work/partnerships/{partnership}/{kind}/sheet/{ending}";
    const NEW: &str = "/{lang}/work/partnerships/{partnership}/{kind}/new";
    const NEW_DRAFT: &str = "/{lang}/work/partnerships/{partnership}/{kind}/new/draft";
    const IMPORT: &str = "/{lang}/work/partnerships/{partnership}/{kind}/import";
    const ONE: &str = "/{lang}/work/partnerships/{partnership}/{kind}/{id}";
    const DRAFT: &str = "/{lang}/work/partnerships/{partnership}/{kind}/{id}/draft";
    const DELETE: &str = "/{lang}/work/partnerships/{partnership}/{kind}/{id}/delete";
    const UNDELETE: &str = "/{lang}/work/partnerships/{partnership}/{kind}/undelete/{id}";
    const HISTORY: &str = "/{lang}/work/partnerships/{partnership}/{kind}/{id}/history";
    const BACK: &str = "/{lang}/work/partnerships/{partnership}/{kind}/{id}/take-back";
    const UPLOAD: &str = "/{lang}/work/partnerships/{partnership}/upload";
    let (room, register, record) = (Room::Partnership, About::Register, About::Record);
    doors
        .open(app, Row::page(LIST, room, register), list::show)
        .open(app, Row::file(SHEET, room, register), sheet::export)
        .open(app, Row::page(NEW, room, register).needing(Verb::Create), edit::show)
        .open(app, Row::post(NEW, Verb::Create, room, register), edit::save)
        .open(app, Row::post(NEW_DRAFT, Verb::Create, room, register), edit::keep_draft)
        .open(app, Row::page(IMPORT, room, register).needing(Verb::Edit), sheet::ask)
        .open_large(app, Row::post(IMPORT, Verb::Edit, room, register), sheet::import, DefaultBodyLimit::max(LARGEST_FILE))
        .open(app, Row::page(ONE, room, record), edit::show)
        // Who only translates may send the form too; that nothing else changes shows when it has come.
        .open(app, Row::post(ONE, Verb::Translate, room, record), edit::save)
        .open(app, Row::post(DRAFT, Verb::Translate, room, record), edit::keep_draft)
        .open(app, Row::post(DELETE, Verb::Edit, room, record), edit::delete)
        .open(app, Row::post(UNDELETE, Verb::Edit, room, register), edit::undelete)
        .open(app, Row::page(HISTORY, room, record), history::show)
        .open(app, Row::post(BACK, Verb::Edit, room, record), history::take_back)
        .open_large(
            app,
            Row::post(UPLOAD, Verb::Create, room, About::Workbench),
            file::upload,
            DefaultBodyLimit::max(LARGEST_FILE),
        )
}

fn shared(app: &App, doors: Doors) -> Doors {
    const LIST: &str = "/{lang}/work/shared/{kind}";
    const SHEET: &str = "/{lang}/work/shared/{kind}/sheet/{ending}";
    const NEW: &str = "/{lang}/work/shared/{kind}/new";
    const NEW_DRAFT: &str = "/{lang}/work/shared/{kind}/new/draft";
    const IMPORT: &str = "/{lang}/work/shared/{kind}/import";
    const ONE: &str = "/{lang}/work/shared/{kind}/{id}";
    const DRAFT: &str = "/{lang}/work/shared/{kind}/{id}/draft";
    const DELETE: &str = "/{lang}/work/shared/{kind}/{id}/delete";
    const UNDELETE: &str = "/{lang}/work/shared/{kind}/undelete/{id}";
    const HISTORY: &str = "/{lang}/work/shared/{kind}/{id}/history";
    const BACK: &str = "/{lang}/work/shared/{kind}/{id}/take-back";
    const UPLOAD: &str = "/{lang}/work/shared/upload";
    let (room, register, record) = (Room::Partnership, About::SharedRegister, About::SharedRecord);
    doors
        .open(app, Row::page(LIST, room, register), list::show)
        .open(app, Row::file(SHEET, room, register), sheet::export)
        .open(app, Row::page(NEW, room, register).needing(Verb::Create), edit::show)
        .open(app, Row::post(NEW, Verb::Create, room, register), edit::save)
        .open(app, Row::post(NEW_DRAFT, Verb::Create, room, register), edit::keep_draft)
        .open(app, Row::page(IMPORT, room, register).needing(Verb::Edit), sheet::ask)
        .open_large(app, Row::post(IMPORT, Verb::Edit, room, register), sheet::import, DefaultBodyLimit::max(LARGEST_FILE))
        .open(app, Row::page(ONE, room, record).needing(Verb::Edit), edit::show)
        .open(app, Row::post(ONE, Verb::Edit, room, record), edit::save)
        .open(app, Row::post(DRAFT, Verb::Edit, room, record), edit::keep_draft)
        .open(app, Row::post(DELETE, Verb::Edit, room, record), edit::delete)
        .open(app, Row::post(UNDELETE, Verb::Edit, room, register), edit::undelete)
        .open(app, Row::page(HISTORY, room, record).needing(Verb::Edit), history::show)
        .open(app, Row::post(BACK, Verb::Edit, room, record), history::take_back)
        .open_large(app, Row::post(UPLOAD, Verb::Create, room, About::Portal), file::upload, DefaultBodyLimit::max(LARGEST_FILE))
}
