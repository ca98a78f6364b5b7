//! A store of objects that understands S3, on loopback, and uploads that lie in it.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::portal::{Node, skipped};

const START: Duration = Duration::from_secs(20);
const BUCKET: &str = "miedza";
const DESK: &str = "/en/work/partnerships/aglomeracja-kalisko-ostrowska";
const OFFICE: &str = "coordinator.kalisz@example.org";

/// The store of objects; it ends with the test.
pub struct Objects {
    process: Child,
    port: u16,
}

impl Objects {
    /// Starts one that keeps its objects in this folder; `None` if it is not installed.
    pub fn start(folder: &Path) -> Option<Self> {
        let installed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../e2e/object-store/node_modules/s3rver/bin/s3rver.js");
        if !installed.is_file() {
            skipped("no store of objects, which `cargo xtask check` installs where Node.js is found");
            return None;
        }
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        Some(Self::on(port, folder, &installed))
    }

    fn on(port: u16, folder: &Path, program: &PathBuf) -> Self {
        let mut command = Command::new("node");
        command.arg(program).arg("--directory").arg(folder).args(["--address", "127.0.0.1", "--port", &port.to_string()]);
        command.args(["--configure-bucket", BUCKET, "--silent"]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let process = command.spawn().expect("Node.js starts");
        let since = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(since.elapsed() < START, "the store of objects never answers");
            std::thread::sleep(Duration::from_millis(20));
        }
        Self { process, port }
    }

    /// What a program needs in its environment to find it.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        vec![
            ("AWS_ENDPOINT", format!("http://127.0.0.1:{}", self.port)),
            ("AWS_ALLOW_HTTP", "true".to_owned()),
            ("AWS_REGION", "us-east-1".to_owned()),
            ("AWS_ACCESS_KEY_ID", "S3RVER".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", "S3RVER".to_owned()),
        ]
    }

    /// Ends it, as a failing machine would.
    pub fn kill(&mut self) {
        self.process.kill().expect("killed");
        self.process.wait().expect("ended");
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn run(objects: &Objects, folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_miedza"));
    command.current_dir(folder).args(arguments).args(["--lang", "en"]).envs(objects.environment());
    command.stdin(Stdio::null()).output().expect("the program runs")
}

fn succeeded(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn read(answer: &str) -> Value {
    serde_json::from_str(answer).expect("an answer in JSON")
}

/// Password of the office among the accounts of the demonstration.
fn password(shown: &str) -> String {
    let shown = read(shown);
    let mut accounts = shown["accounts"].as_array().into_iter().flatten();
    let office = accounts.find(|account| account["email"] == OFFICE).expect("the account of the office");
    office["password"].as_str().expect("a new password").to_owned()
}

/// How many files lie with what is kept: the tables of the demonstration and the one that was sent.
fn uploads(answer: &str) -> Option<u64> {
    read(answer)["uploads"].as_u64().filter(|count| *count > 1)
}

#[test]
fn files_lie_in_a_store_of_objects_and_move_with_a_backup() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let Some(mut objects) = Objects::start(&folder.join("objects")) else { return };
    let database = format!("sqlite://{}", folder.join("one.sqlite").display());
    let there = ["--database", &*database, "--uploads", "s3://miedza/portal"];
    let shown = succeeded(&run(&objects, folder, &[&["demo", "--load-only", "--json"][..], &there].concat()));
    let node = Node::start(folder, &database, &there[2..], &objects.environment());
    let entered = node.post("/en/sign-in", "", &[("email", OFFICE), ("password", &password(&shown))]);
    let session = entered.session();

    // Letters of all sorts, and a name that leads elsewhere.
    let content = "Gmina;Ludność\nŁódź;1\n".as_bytes();
    let form = [("title.en", "Inhabitants"), ("visibility", "public"), ("licence", "cc_by_4")];
    let kept = node.send(&format!("{DESK}/upload"), &session, ("../ludność.csv", content), &form);
    let id = kept.header("location").expect("it leads to the record").split(['/', '?']).nth(6).expect("an id").to_owned();
    let file = format!("/en/partnerships/aglomeracja-kalisko-ostrowska/files/{id}");
    let given = node.get(&file, &session);

    assert_eq!((kept.status, given.status), (303, 200), "{}", kept.text());
    assert_eq!(given.body, content);
    assert!(given.header("content-disposition").is_some_and(|told| told.starts_with("attachment")), "{}", given.head);

    let backup = succeeded(&run(&objects, folder, &[&["backup", "all.miedza", "--json"][..], &there].concat()));
    succeeded(&run(&objects, folder, &["restore", "all.miedza", "--data", "elsewhere"]));
    let verdict = succeeded(&run(&objects, folder, &["verify", "--store", "--data", "elsewhere", "--json"]));
    assert_eq!(uploads(&verdict), uploads(&backup));

    objects.kill();
    let refused = node.get(&file, &session);
    assert_eq!(refused.status, 503, "{}", refused.text());
    assert!(refused.text().contains("does not answer"), "{}", refused.text());
    assert_eq!(node.get("/en/partnerships", "").status, 200, "pages do without files");
}
