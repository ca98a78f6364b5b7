//! The built program: it starts at once after a kill, and its backup restores elsewhere.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use bytes::Bytes;
use miedza_store::samples::Engines;
use miedza_store::{Error, Store};
use serde_json::Value;

use crate::writer::{author, place, theme};

/// The longest time from the start to the first answer.
const FIRST_ANSWER: Duration = Duration::from_secs(2);

/// Runs the program in a folder, in English.
pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_miedza"));
    command.current_dir(folder).args(arguments).args(["--lang", "en"]).stdin(Stdio::null());
    command.output().expect("the program runs")
}

fn answer(output: &Output) -> Value {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    serde_json::from_slice(&output.stdout).expect("an answer in JSON")
}

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port")
}

fn serve(folder: &Path, listen: SocketAddr) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_miedza"));
    command.arg("serve").arg("--data").arg(folder).args(["--listen", &listen.to_string(), "--quiet"]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts")
}

/// Whether the portal gives its first page.
fn answers(listen: SocketAddr) -> bool {
    let mut answer = String::new();
    let asked = TcpStream::connect(listen).and_then(|mut stream| {
        write!(stream, "GET /pl HTTP/1.1\r\nHost: {listen}\r\nConnection: close\r\n\r\n")?;
        stream.read_to_string(&mut answer)
    });
    asked.is_ok() && answer.starts_with("HTTP/1.1 200")
}

#[tokio::test]
async fn the_portal_answers_again_at_once_after_a_kill() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(&place(folder.path())).await.expect("a store");
    for count in 0..200 {
        store.create(theme(&format!("t{count}"), "Temat"), &author()).await.expect("kept");
    }
    store.close().await;
    for _ in 0..5 {
        let (listen, since) = (free_address(), Instant::now());
        let mut portal = serve(folder.path(), listen);
        while !answers(listen) {
            assert!(since.elapsed() < 5 * FIRST_ANSWER, "the portal never answers");
            std::thread::sleep(Duration::from_millis(5));
        }
        let took = since.elapsed();
        portal.kill().expect("killed");
        portal.wait().expect("ended");
        assert!(took <= FIRST_ANSWER, "the first answer took {took:?}");
    }
}

#[tokio::test]
async fn a_backup_moves_from_a_file_to_a_server_and_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).display().to_string();
    let store = Store::open(&place(&folder.path().join("one"))).await.expect("a store");
    store.create(theme("lasy", "Lasy – źródło"), &author()).await.expect("kept");
    store.keep_upload(Bytes::from("kod;nazwa\n")).await.expect("kept");
    let made = answer(&run(folder.path(), &["backup", "a.zip", "--data", "one", "--json"]));
    assert_eq!((made["uploads"].as_u64(), made["changes"].as_i64()), (Some(1), Some(1)));

    let refused = run(folder.path(), &["backup", "a.zip", "--data", "one"]);
    assert_eq!(refused.status.code(), Some(2), "a file is not replaced unasked");
    let refused = run(folder.path(), &["restore", "a.zip", "--data", "one"]);
    assert_eq!(refused.status.code(), Some(5), "{}", String::from_utf8_lossy(&refused.stderr));
    let refused = run(folder.path(), &["backup", "b.zip", "--data", "mistyped"]);
    assert_eq!(refused.status.code(), Some(3), "no backup of nothing");
    assert!(!folder.path().join("mistyped").exists());

    let verified = answer(&run(folder.path(), &["verify", "a.zip", "--json"]));
    assert_eq!(verified["newest_change"], made["newest_change"]);
    let mut file = "a.zip".to_owned();
    let server = Engines::postgres().await;
    let databases = server.iter().map(|sample| sample.place.database.clone());
    for (step, database) in databases.chain([format!("sqlite://{}", at("three.sqlite"))]).enumerate() {
        let uploads = at(&format!("uploads-{step}"));
        let there = ["--database", &*database, "--uploads", &*uploads, "--json"];
        let restored = answer(&run(folder.path(), &[&["restore", &*file][..], &there].concat()));
        assert_eq!(restored["newest_change"], made["newest_change"]);
        let whole = answer(&run(folder.path(), &[&["verify", "--store"][..], &there].concat()));
        assert_eq!((whole["records"].as_u64(), whole["uploads"].as_u64()), (Some(1), Some(1)));
        file = format!("{step}.zip");
        let again = answer(&run(folder.path(), &[&["backup", &*file][..], &there].concat()));
        assert_eq!(again["rows"], made["rows"]);
    }
}

#[tokio::test]
async fn a_restore_that_is_killed_says_so_and_is_whole_after_another_try() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(&place(&folder.path().join("one"))).await.expect("a store");
    for count in 0..400 {
        store.create(theme(&format!("t{count}"), "Temat"), &author()).await.expect("kept");
        store.keep_upload(Bytes::from(format!("kod;nazwa\n{count};{count}\n"))).await.expect("kept");
    }
    store.close().await;
    let made = answer(&run(folder.path(), &["backup", "a.zip", "--data", "one", "--json"]));
    let restore = ["restore", "a.zip", "--data", "two", "--json"];
    let (mut unfinished, mut is_restored) = (0, false);
    for step in 1..=8 {
        let mut command = Command::new(env!("CARGO_BIN_EXE_miedza"));
        command.current_dir(folder.path()).args(restore).stdout(Stdio::null()).stderr(Stdio::null());
        let mut restoring = command.spawn().expect("the program starts");
        std::thread::sleep(Duration::from_millis(60 * step));
        restoring.kill().expect("killed");
        is_restored = restoring.wait().expect("ended").success();
        if is_restored {
            break;
        }
        match Store::open(&place(&folder.path().join("two"))).await {
            Err(Error::UnfinishedRestore { .. }) => unfinished += 1,
            Err(other) => panic!("{other:?}"),
            // Killed before it began, or after it ended.
            Ok(store) => {
                let changes = store.revision().await.expect("a number");
                assert!(changes == 0 || Some(changes) == made["changes"].as_i64(), "{changes}");
                is_restored = changes > 0;
                store.close().await;
            }
        }
        if is_restored {
            break;
        }
    }
    assert!(unfinished > 0, "it was killed in the middle");
    if !is_restored {
        answer(&run(folder.path(), &restore));
    }
    let whole = answer(&run(folder.path(), &["verify", "--store", "--data", "two", "--json"]));
    assert_eq!((&whole["changes"], &whole["newest_change"]), (&made["changes"], &made["newest_change"]));
    assert_eq!(whole["uploads"], made["uploads"]);
}

#[test]
fn a_damaged_backup_is_refused_with_a_way_out() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.zip"), [7; 5000]).expect("written");

    let refused = run(folder.path(), &["verify", "a.zip"]);

    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(2));
    assert!(said.contains("no backup of Miedza") && said.contains("hint:"), "{said}");
    assert_eq!(run(folder.path(), &["verify", "none.zip"]).status.code(), Some(3));
}
