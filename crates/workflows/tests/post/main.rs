//! Letters on their way: a conversation in SMTP with a server that listens on this machine, and what it has in its mailboxes
//! afterwards.
//!
//! What is promised: each notice is handed over at least once, and every copy of it bears one Message-ID, so that a mailbox
//! that knows its letters by that has it once. Copies arise only where a carrier is killed in the moment between the two.

mod receiver;

use std::collections::BTreeSet;
use std::time::Duration;

use miedza_store::samples::{Engines, Sample};
use miedza_store::{Carrier, MailDraft, Moment, Store};
use miedza_workflows::post::{Post, Server, carry_some};
use time::OffsetDateTime;
use tokio::sync::watch;

use receiver::{Manner, Receiver};

/// Longer than a letter is taken for.
const LEASE_OVER: Duration = Duration::from_mins(6);

fn letter(key: &str, recipient: &str) -> MailDraft {
    let text = |text: &str| text.to_owned();
    let body = text("Dzień dobry,\n\n.kropka na początku\nhttps://partnership.example/pl/invitation/0123456789\n");
    MailDraft {
        key: text(key), recipient: text(recipient), subject: text("Zaproszenie do „Miedzy”"), body, language: text("pl")
    }
}

fn carrier(node: &str) -> Carrier<'_> {
    Carrier { node, now: Moment::now() }
}

/// Carries until nothing waits any more.
async fn carry_all(store: &Store, server: &Server, node: &str) {
    while carry_some(store, server, carrier(node)).await.expect("the store answers") > 0 {}
}

async fn waiting_and_failed(sample: &Sample) -> (i64, i64) {
    sample.store.mails_waiting_and_failed().await.expect("counts")
}

#[tokio::test]
async fn a_letter_arrives_as_it_was_written() {
    for sample in Engines::all().await {
        let receiver = Receiver::listen(Manner::Takes).await;
        sample.store.queue_mail(&letter("invite:1", "anna@gmina.example")).await.expect("kept");

        carry_all(&sample.store, &receiver.server(), "one").await;

        let arrived = receiver.arrived();
        assert_eq!(arrived.len(), 1);
        let letter = &arrived[0];
        assert_eq!((letter.from.as_str(), letter.to.as_str()), ("office@partnership.example", "anna@gmina.example"));
        assert_eq!(letter.header("Auto-Submitted"), Some("auto-generated"));
        assert_eq!(letter.header("Subject"), Some("Zaproszenie do =?utf-8?b?4oCeTWllZHp54oCd?="), "{}", letter.text);
        assert!(letter.header("Date").is_some() && letter.header("Message-ID").is_some(), "{}", letter.text);
        assert!(letter.body().contains(".kropka na początku"), "{}", letter.body());
        assert!(letter.body().contains("https://partnership.example/pl/invitation/0123456789"), "{}", letter.body());
        assert_eq!(waiting_and_failed(&sample).await, (0, 0));
        let kept = sample.texts("SELECT body FROM mails").await.expect("rows");
        assert_eq!(kept, [""], "the link is kept no longer than needed");
    }
}

#[tokio::test]
async fn a_carrier_that_is_killed_before_it_notes_doubles_nothing_in_the_mailbox() {
    for sample in Engines::all().await {
        sample.store.queue_mail(&letter("invite:1", "anna@gmina.example")).await.expect("kept");
        // The server of mail has the letter in its hands and says so too late for the carrier.
        let receiver = Receiver::listen(Manner::TakesAndFallsSilent).await;
        let (store, server) = (sample.store.clone(), receiver.server());
        let killed = tokio::spawn(async move { carry_some(&store, &server, carrier("killed")).await });
        receiver.wait_for(1).await;
        killed.abort();
        assert!(killed.await.is_err_and(|end| end.is_cancelled()), "it was killed at its work");
        receiver.answer_again();

        let early = carry_some(&sample.store, &receiver.server(), carrier("two")).await.expect("the store answers");
        assert_eq!((early, receiver.arrived().len()), (0, 1), "while the first may still be at work nobody else is");
        let later = Carrier { node: "two", now: Moment::now().plus(LEASE_OVER) };
        carry_some(&sample.store, &receiver.server(), later).await.expect("the store answers");

        assert_eq!(receiver.arrived().len(), 2, "handed over once more, since nobody knew");
        assert_eq!(receiver.mailbox("anna@gmina.example").len(), 1, "the mailbox knows the second copy as the first");
        assert_eq!(waiting_and_failed(&sample).await, (0, 0));
        assert!(!sample.store.queue_mail(&letter("invite:1", "anna@gmina.example")).await.expect("an answer"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_carriers_on_one_store_hand_each_notice_over_once() {
    for sample in Engines::all().await {
        let receiver = Receiver::listen(Manner::Takes).await;
        let other = Store::open(&sample.place).await.expect("a second node");
        for count in 0..40 {
            let key = format!("notice:{count}");
            // Whoever asks how often: the notice is one.
            for store in [&sample.store, &other] {
                store.queue_mail(&letter(&key, &format!("clerk{count}@gmina.example"))).await.expect("kept");
            }
        }
        let (stop, stopping) = watch::channel(false);
        let carrying: Vec<_> = [sample.store.clone(), other.clone()]
            .into_iter()
            .map(|store| {
                let post = Post { store, server: Some(receiver.server()), tell: |_| {}, clock: OffsetDateTime::now_utc };
                tokio::spawn(post.carry(stopping.clone()))
            })
            .collect();
        receiver.wait_for(40).await;
        stop.send(true).expect("they listen");
        for carrying in carrying {
            carrying.await.expect("it ends");
        }

        let arrived = receiver.arrived();
        let names: BTreeSet<_> = arrived.iter().map(|letter| letter.header("Message-ID")).collect();
        let people: BTreeSet<_> = arrived.iter().map(|letter| &letter.to).collect();
        assert_eq!((arrived.len(), names.len(), people.len()), (40, 40, 40));
        let nodes: BTreeSet<_> = sample.texts("SELECT node FROM mails").await.expect("rows").into_iter().collect();
        assert_eq!(nodes.len(), 2, "both carried");
        assert_eq!(waiting_and_failed(&sample).await, (0, 0));
        other.close().await;
    }
}

#[tokio::test]
async fn what_is_refused_for_a_time_is_tried_again_and_an_unknown_mailbox_is_not() {
    for sample in Engines::all().await {
        let later = |minutes| Carrier { node: "one", now: Moment::now().plus(Duration::from_mins(minutes)) };
        sample.store.queue_mail(&letter("a", "anna@gmina.example")).await.expect("kept");
        let receiver = Receiver::listen(Manner::IsBusy).await;

        for (manner, minutes) in [(Manner::IsBusy, 0), (Manner::WantsAPassword, 10), (Manner::IsBusy, 20)] {
            receiver.behave(manner);
            assert_eq!(carry_some(&sample.store, &receiver.server(), later(minutes)).await.expect("an answer"), 1, "{minutes}");
            assert_eq!(waiting_and_failed(&sample).await, (1, 0), "it waits at minute {minutes}");
        }
        receiver.behave(Manner::Takes);
        carry_some(&sample.store, &receiver.server(), later(60)).await.expect("an answer");
        assert_eq!((receiver.mailbox("anna@gmina.example").len(), waiting_and_failed(&sample).await), (1, (0, 0)));

        sample.store.queue_mail(&letter("b", "nobody@gmina.example")).await.expect("kept");
        receiver.behave(Manner::KnowsNobody);
        carry_some(&sample.store, &receiver.server(), later(120)).await.expect("an answer");
        assert_eq!(waiting_and_failed(&sample).await, (0, 1));
        let kept = sample.texts("SELECT fault FROM mails WHERE \"key\" = 'b'").await.expect("rows");
        assert!(kept[0].contains("no such mailbox"), "{kept:?}");
    }
}

#[tokio::test]
async fn a_server_of_mail_that_is_down_loses_nothing() {
    let sample = Engines::sqlite().await;
    let receiver = Receiver::listen(Manner::Takes).await;
    let server = receiver.server();
    let address = receiver.end().await;
    sample.store.queue_mail(&letter("a", "anna@gmina.example")).await.expect("kept");

    carry_some(&sample.store, &server, carrier("one")).await.expect("the store answers");
    assert_eq!(waiting_and_failed(&sample).await, (1, 0));

    let receiver = Receiver::listen_on(address, Manner::Takes).await;
    let later = Carrier { node: "one", now: Moment::now().plus(Duration::from_mins(1)) };
    carry_some(&sample.store, &server, later).await.expect("the store answers");
    assert_eq!(receiver.mailbox("anna@gmina.example").len(), 1);
}
