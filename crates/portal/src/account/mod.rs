//! The way in and out, the own account, and the accounts of others for those who keep them.

mod again;
mod correct;
mod data;
mod entrance;
mod in_partnership;
mod invitation;
mod own;
mod people;
mod person;
mod provider;
mod reset;
mod roles;
mod second_factor;
mod sign_in;
mod tokens;
mod way_back;
mod wrong;

use miedza_planning::rights::{Room, Verb};

use crate::frame::{About, App, Doors, Row};

/// The doors of the word.
pub fn doors(app: &App, doors: Doors) -> Doors {
    let doors = entrances(app, doors);
    let doors = own(app, doors);
    let doors = secrets(app, doors);
    let doors = people(app, doors);
    in_partnerships(app, doors)
}

/// The way in and out.
fn entrances(app: &App, doors: Doors) -> Doors {
    let page = |path| Row::page(path, Room::Portal, About::Public);
    let post = |path| Row::post(path, Verb::Read, Room::Portal, About::Public);
    doors
        .open(app, page("/{lang}/sign-in"), sign_in::show)
        .open(app, post("/{lang}/sign-in"), sign_in::sign_in)
        .open(app, page("/{lang}/sign-in/code"), sign_in::show_code)
        .open(app, post("/{lang}/sign-in/code"), sign_in::send_code)
        .open(app, post("/{lang}/sign-out"), sign_in::sign_out)
        .open(app, page("/{lang}/sign-in/provider"), provider::go)
        .open(app, page("/sign-in/provider"), provider::come_back)
        .open(app, page("/{lang}/invitation/{token}/provider"), provider::accept)
        .open(app, page("/{lang}/invitation/{token}"), invitation::show)
        .open(app, post("/{lang}/invitation/{token}"), invitation::accept)
        .open(app, page("/{lang}/reset"), reset::ask)
        .open(app, post("/{lang}/reset"), reset::send)
        .open(app, page("/{lang}/reset/{token}"), reset::show)
        .open(app, post("/{lang}/reset/{token}"), reset::set)
}

const fn own_page(path: &'static str) -> Row {
    Row::page(path, Room::Own, About::Own)
}

const fn own_post(path: &'static str) -> Row {
    Row::post(path, Verb::Edit, Room::Own, About::Own)
}

/// The own account.
fn own(app: &App, doors: Doors) -> Doors {
    doors
        .open(app, own_page("/{lang}/account"), own::show)
        .open(app, own_post("/{lang}/account"), correct::details)
        .open(app, own_post("/{lang}/account/email"), correct::email)
        .open(app, own_page("/{lang}/account/email/{token}"), correct::show_email)
        .open(app, own_post("/{lang}/account/email/{token}"), correct::confirm_email)
        .open(app, own_post("/{lang}/account/sessions/end"), correct::end_session)
        .open(app, own_post("/{lang}/account/sessions/end-others"), correct::end_other_sessions)
        .open(app, own_post("/{lang}/account/unlink"), correct::unlink)
        .open(app, Row::file("/{lang}/account/data.json", Room::Own, About::Own), data::download)
        .open(app, own_page("/{lang}/account/erase"), data::ask)
        .open(app, own_post("/{lang}/account/erase"), data::erase)
}

/// Password, codes and tokens of the own account.
fn secrets(app: &App, doors: Doors) -> Doors {
    doors
        .open(app, own_post("/{lang}/account/password"), correct::password)
        .open(app, own_page("/{lang}/account/second-factor"), second_factor::show)
        .open(app, own_post("/{lang}/account/second-factor"), second_factor::begin)
        .open(app, own_post("/{lang}/account/second-factor/off"), second_factor::end)
        .open(app, own_page("/{lang}/account/tokens"), tokens::show)
        .open(app, own_post("/{lang}/account/tokens"), tokens::make)
        .open(app, own_post("/{lang}/account/tokens/revoke"), tokens::revoke)
}

/// All accounts of the portal.
fn people(app: &App, doors: Doors) -> Doors {
    let page = |path| Row::page(path, Room::Accounts, About::Portal);
    let post = |path| Row::post(path, Verb::Administer, Room::Accounts, About::Portal);
    doors
        .open(app, page("/{lang}/work/accounts"), people::show)
        .open(app, page("/{lang}/work/accounts/new").needing(Verb::Administer), people::ask)
        .open(app, post("/{lang}/work/accounts/new"), people::invite)
        .open(app, page("/{lang}/work/accounts/{account}"), person::show)
        .open(app, post("/{lang}/work/accounts/{account}/disable"), person::disable)
        .open(app, post("/{lang}/work/accounts/{account}/enable"), person::enable)
        .open(app, post("/{lang}/work/accounts/{account}/invite"), person::invite_again)
        .open(app, post("/{lang}/work/accounts/{account}/reset"), person::reset)
        .open(app, post("/{lang}/work/accounts/{account}/roles"), person::give)
        .open(app, post("/{lang}/work/accounts/{account}/roles/{grant}"), person::date)
        .open(app, post("/{lang}/work/accounts/{account}/roles/{grant}/remove"), person::remove)
}

/// The accounts with a role in one partnership.
fn in_partnerships(app: &App, doors: Doors) -> Doors {
    const HERE: &str = "/{lang}/work/partnerships/{partnership}/accounts";
    const ROLE: &str = "/{lang}/work/partnerships/{partnership}/accounts/{grant}";
    const REMOVE: &str = "/{lang}/work/partnerships/{partnership}/accounts/{grant}/remove";
    let post = |path| Row::post(path, Verb::Administer, Room::Accounts, About::Workbench);
    doors
        .open(app, Row::page(HERE, Room::Accounts, About::Workbench), in_partnership::show)
        .open(app, post(HERE), in_partnership::give)
        .open(app, post(ROLE), in_partnership::date)
        .open(app, post(REMOVE), in_partnership::remove)
}
