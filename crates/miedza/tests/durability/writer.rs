//! The process that writes until it is killed: each line on its stdout is a change that was acknowledged.

use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use bytes::Bytes;
use miedza_planning::record::{Draft, Kind, Origin, Visibility};
use miedza_store::{Author, Change, Place, Store, Uploads, Write};
use serde_json::json;

/// Names the folder in which the writer writes; without it the writer is a test that does nothing.
const FOLDER: &str = "MIEDZA_WRITER_FOLDER";
/// Names the round, so that no two rounds write the same.
const ROUND: &str = "MIEDZA_WRITER_ROUND";
/// Before each acknowledged change.
pub const KEPT: &str = "kept: ";

/// Records that are made together, all or none.
pub const TOGETHER: usize = 3;

pub fn author() -> Author {
    Author::Program("durability")
}

pub fn place(folder: &Path) -> Place {
    let database = format!("sqlite://{}", folder.join("miedza.sqlite").display());
    Place { database, uploads: Uploads::Folder(folder.join("uploads")) }
}

pub fn theme(slug: &str, name: &str) -> Draft {
    let values = json!({"slug": slug, "name": {"original": "pl", "pl": {"text": name}}});
    let values = values.as_object().cloned().expect("an object");
    Draft { kind: Kind::Themes, partnership: None, visibility: Visibility::Public, origin: Origin::Own, source: None, values }
}

/// Starts the writer.
pub fn start(folder: &Path, round: usize) -> Child {
    let program = std::env::current_exe().expect("this program");
    let mut command = Command::new(program);
    command.args(["writer::writes_until_it_is_killed", "--exact", "--nocapture"]);
    command.env(FOLDER, folder).env(ROUND, round.to_string());
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the writer starts")
}

#[tokio::test]
async fn writes_until_it_is_killed() {
    let (Some(folder), Ok(round)) = (std::env::var_os(FOLDER), std::env::var(ROUND)) else {
        return;
    };
    let store = Store::open(&place(Path::new(&folder))).await.expect("the store opens");
    for count in 0_u32.. {
        change(&store, &format!("r{round}-{count}")).await;
    }
}

/// One of everything, each told when it is acknowledged.
async fn change(store: &Store, name: &str) {
    let author = author();
    let record = store.create(theme(name, name), &author).await.expect("created");
    tell(&["record", &record.id, "1"]);
    let draft = theme(name, &format!("{name}, zmieniony"));
    let change = Change { kind: Kind::Themes, id: record.id.clone(), seen_version: 1, draft };
    store.update(change, &author).await.expect("updated");
    tell(&["record", &record.id, "2"]);
    let group = (0..TOGETHER).map(|part| Write::Create { id: None, draft: theme(&format!("{name}-part-{part}"), name) });
    let ids: Vec<String> =
        store.save_all(group.collect(), &author).await.expect("together").into_iter().map(|record| record.id).collect();
    for id in &ids {
        tell(&["record", id, "1"]);
    }
    store.delete(Kind::Themes, &ids[0], 1, &author).await.expect("deleted");
    tell(&["record", &ids[0], "2"]);
    store.set_setting("newest", &json!(name), &author).await.expect("set");
    let upload = store.keep_upload(Bytes::from(format!("kod;nazwa\n{name};{name}\n"))).await.expect("kept");
    tell(&["upload", &upload.sha256]);
}

/// Tells an acknowledged change; the line is out before the next change begins.
fn tell(words: &[&str]) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{KEPT}{}", words.join(" ")).and_then(|()| out.flush()).expect("the test listens");
}
