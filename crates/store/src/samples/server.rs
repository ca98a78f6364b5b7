//! A throw-away server of PostgreSQL, which ends when the test program ends, however it ends.
//!
//! The server runs below a shell that waits for the end of its input; the other end of that input is held by the test
//! program, so the shell hears when the program is gone, stops the server and removes its folder.

use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use sea_orm::{ConnectOptions, ConnectionTrait, Database};

/// Names the socket; nothing listens on a network.
const PORT: u16 = 50_432;
const START: Duration = Duration::from_mins(1);
/// Starts the server and stops it at the end of the input: folder of the programs, folder of the server.
const GUARD: &str = r#"
"$1/postgres" -D "$2/data" -k "$2" >"$2/log" 2>&1 &
read -r nothing
kill -INT $!
wait $!
rm -rf "$2"
"#;
const SETTINGS: &str = "listen_addresses = ''\nmax_connections = 500\nshared_buffers = 64MB\nfsync = off\n\
                        synchronous_commit = off\nfull_page_writes = off\n";

/// A running server.
#[derive(Debug)]
pub struct Server {
    folder: PathBuf,
    /// Holds the input that keeps the guard waiting.
    _guard: Child,
}

/// The server of this test program; `None` if the programs of PostgreSQL are not found or do not start.
pub fn running() -> Option<&'static Server> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    SERVER.get_or_init(start).as_ref()
}

impl Server {
    /// Makes an empty database; gives its address.
    pub async fn create(&self, name: &str) -> String {
        let mut options = ConnectOptions::new(self.address("postgres"));
        options.max_connections(1).sqlx_logging(false);
        let connection = Box::pin(Database::connect(options)).await.expect("the server answers");
        connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a new database");
        connection.close().await.expect("the connection ends");
        self.address(name)
    }

    fn address(&self, name: &str) -> String {
        format!("postgres://miedza@localhost/{name}?host={}&port={PORT}", self.folder.display())
    }
}

fn start() -> Option<Server> {
    let programs = programs()?;
    let folder = tempfile::Builder::new().prefix("miedza-pg-").tempdir().ok()?.keep();
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).ok()?;
    let owner = owner();
    if let Some((user, group)) = owner {
        chown(&folder, Some(user), Some(group)).ok()?;
    }
    let mut make = command(&programs.join("initdb"), owner, &folder);
    make.args(["-A", "trust", "-U", "miedza", "-E", "UTF8", "--no-sync", "-D"]).arg(folder.join("data"));
    if !make.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null()).status().ok()?.success() {
        return None;
    }
    let settings = folder.join("data/postgresql.auto.conf");
    std::fs::write(settings, format!("{SETTINGS}port = {PORT}\n")).ok()?;
    let mut guard = command(Path::new("/bin/sh"), owner, &folder);
    guard.args(["-c", GUARD, "guard"]).arg(&programs).arg(&folder);
    let guard = guard.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
    let socket = folder.join(format!(".s.PGSQL.{PORT}"));
    let since = Instant::now();
    while UnixStream::connect(&socket).is_err() {
        if since.elapsed() > START {
            return None;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Some(Server { folder, _guard: guard })
}

fn command(program: &Path, owner: Option<(u32, u32)>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    if let Some((user, group)) = owner {
        command.uid(user).gid(group);
    }
    command
}

/// The folder with `initdb` and `postgres`.
fn programs() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let mut installed: Vec<PathBuf> =
        std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path().join("bin")).collect();
    installed.sort();
    folders.extend(installed.into_iter().rev());
    folders.into_iter().find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
}

/// Whom the server runs as where the tests run as root, which it refuses: user and group `postgres` or `nobody`.
fn owner() -> Option<(u32, u32)> {
    let number = |arguments: &[&str]| -> Option<u32> {
        let output = Command::new("id").args(arguments).output().ok()?;
        String::from_utf8(output.stdout).ok()?.trim().parse().ok()
    };
    if number(&["-u"])? != 0 {
        return None;
    }
    ["postgres", "nobody"].into_iter().find_map(|user| Some((number(&["-u", user])?, number(&["-g", user])?)))
}
