//! A portal that is told to stop does so, whoever holds a connection open.

use std::io::Write as _;
use std::net::TcpStream;
use std::time::Duration;

use super::support::Place;
use super::visitor::Served;

/// Longest wait for answers under way, with room for a busy machine.
const WITHIN: Duration = Duration::from_secs(25);

#[test]
fn a_request_that_never_ends_does_not_keep_the_program_from_ending() {
    let place = Place::new();
    let served = Served::start(&place, &[], &[]);
    let mut idle = TcpStream::connect(served.listen).expect("the portal listens");
    idle.set_nodelay(true).expect("a connection");
    let mut halved = TcpStream::connect(served.listen).expect("the portal listens");
    halved.write_all(b"GET /pl HTTP/1.1\r\nHost: miedza.example\r\n").expect("sent");
    assert_eq!(served.visitor().get("/health").status, 200);
    let said = served.interrupt(WITHIN);
    assert!(said.contains("ends before every connection does"), "{said}");
    // Both were held until the end.
    drop((idle.write(b"x"), halved));
}
