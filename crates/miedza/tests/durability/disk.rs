//! A full disk and one that may only be read: the message says so, and nothing that was acknowledged is lost.
//!
//! A small disk in memory is mounted where that is allowed (as root, on Linux); elsewhere these tests say "skipped".

use std::path::Path;
use std::process::Command;

use bytes::Bytes;
use miedza_planning::record::Kind;
use miedza_store::{Error, Question, Store};
use tempfile::TempDir;

use crate::serving::run;
use crate::writer::{author, place, theme};

/// A disk of a few megabytes, gone at the end of the test.
struct SmallDisk(TempDir);

impl SmallDisk {
    fn mount() -> Option<Self> {
        let disk = Self(tempfile::tempdir().ok()?);
        let is_mounted = mount(&["-t", "tmpfs", "-o", "size=8m", "tmpfs"], disk.path());
        if !is_mounted {
            say("skipped: no disk can be mounted here");
        }
        is_mounted.then_some(disk)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn make_readable_only(&self) {
        assert!(mount(&["-o", "remount,ro"], self.path()), "mounted to be read");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // A disk that is still in use goes when its last user ends.
        let _ = Command::new("umount").arg("--lazy").arg(self.path()).status();
    }
}

fn mount(arguments: &[&str], path: &Path) -> bool {
    let mut command = Command::new("mount");
    command.args(arguments).arg(path);
    command.output().is_ok_and(|output| output.status.success())
}

#[expect(clippy::print_stdout, reason = "a test says what it left out")]
fn say(text: &str) {
    println!("{text}");
}

/// Writes records until the disk is full; gives how many were acknowledged.
async fn fill(store: &Store) -> u64 {
    for count in 0..100_000_u64 {
        let long = "ł".repeat(1000);
        match store.create(theme(&format!("t{count}"), &long[..2 * 150]), &author()).await {
            Ok(_) => {}
            Err(Error::NoSpace) => return count,
            Err(other) => panic!("a full disk is told as such, not as: {other:?}"),
        }
    }
    panic!("the disk never fills");
}

#[tokio::test]
async fn a_full_disk_is_told_and_nothing_is_lost() {
    let Some(disk) = SmallDisk::mount() else { return };
    let filler = disk.path().join("filler");
    let store = Store::open(&place(disk.path())).await.expect("a store");
    std::fs::write(&filler, vec![1; 4 * 1024 * 1024]).expect("half of the disk");
    let kept = fill(&store).await;
    let told = store.keep_upload(Bytes::from("a;b\n".repeat(1024 * 1024))).await.expect_err("no space for an upload");
    assert!(matches!(told, Error::NoSpace), "{told:?}");
    let refused = run(disk.path(), &["backup", "a.zip", "--data", "."]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(refused.status.code() == Some(6) && said.contains("The disk is full"), "{said}");
    assert!(!said.contains("ZipWriter"), "the archive says nothing of its own: {said}");
    assert!(!disk.path().join("a.zip").exists() && !disk.path().join(".a.zip.part").exists(), "no half of a backup stays");

    std::fs::remove_file(&filler).expect("space again");
    store.create(theme("next", "Następny"), &author()).await.expect("it goes on by itself");

    assert_eq!(store.count(&Question::of(Kind::Themes)).await.expect("a number"), kept + 1);
    assert!(store.verify(&|_| ()).await.expect("a verdict").is_whole());
    store.close().await;
}

#[tokio::test]
async fn a_disk_that_may_only_be_read_is_told() {
    let Some(disk) = SmallDisk::mount() else { return };
    let store = Store::open(&place(disk.path())).await.expect("a store");
    store.create(theme("first", "Pierwszy"), &author()).await.expect("kept");
    store.close().await;
    disk.make_readable_only();
    let data = disk.path().display().to_string();
    for arguments in [&["serve", "--data", &*data, "--listen", "127.0.0.1:0"][..], &["backup", "a.zip", "--data", &*data]] {
        let refused = run(disk.path(), arguments);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(refused.status.code() == Some(6) && said.contains("can be read but not written"), "{arguments:?}: {said}");
    }
    assert!(mount(&["-o", "remount,rw"], disk.path()));
    let store = Store::open(&place(disk.path())).await.expect("a store");
    assert_eq!(store.count(&Question::of(Kind::Themes)).await.expect("a number"), 1);
    store.close().await;
}
