//! Settings, jobs and mail: what is no content, and is shared by all nodes.

use std::time::Duration;

use miedza_store::samples::{Engines, Sample};
use miedza_store::{Carrier, JobDraft, JobState, MailDraft, Moment, Store, TryAgain, Write};
use serde_json::json;

use crate::sample::{author, theme};

const LEASE: Duration = Duration::from_mins(1);
const NO_LEASE: Duration = Duration::ZERO;

fn job() -> JobDraft {
    JobDraft { kind: "delimit".to_owned(), input: json!({"matrix": "a"}), account: None, partnership: None }
}

fn letter(key: &str) -> MailDraft {
    let text = |text: &str| text.to_owned();
    let recipient = text("anna@example.org");
    MailDraft { key: text(key), recipient, subject: text("Zaproszenie"), body: text("Dzień dobry"), language: text("pl") }
}

fn carrier(node: &str) -> Carrier<'_> {
    Carrier { node, now: Moment::now() }
}

#[tokio::test]
async fn a_setting_is_kept_and_its_change_has_a_line() {
    for Sample { store, .. } in Engines::all().await {
        assert_eq!(store.setting("name").await.expect("an answer"), None);
        store.set_setting("name", &json!({"pl": "Portal"}), &author()).await.expect("set");
        store.set_setting("name", &json!({"pl": "Portal"}), &author()).await.expect("set again");
        store.set_setting("name", &json!({"pl": "Miedza"}), &author()).await.expect("changed");

        assert_eq!(store.setting("name").await.expect("an answer"), Some(json!({"pl": "Miedza"})));
        assert_eq!(store.settings().await.expect("all").len(), 1);
        let (_, version) = store.setting_with_version("name").await.expect("an answer");
        assert_eq!(version, 2);
        assert!(!store.change_setting("name", &json!({"pl": "Late"}), 1, &author()).await.expect("an answer"));
        assert!(store.change_setting("name", &json!({"pl": "In time"}), 2, &author()).await.expect("an answer"));
        assert_eq!(store.setting("name").await.expect("an answer"), Some(json!({"pl": "In time"})));
        assert_eq!(store.revision().await.expect("a revision"), 3);
    }
}

#[tokio::test]
async fn a_job_is_done_once_by_one_node() {
    for Sample { store, place, .. } in Engines::all().await {
        let other = Store::open(&place).await.expect("a second node");
        let id = store.queue_job(&job()).await.expect("queued");

        let taken = store.take_job("one", LEASE).await.expect("an answer").expect("a job");
        assert_eq!((taken.id.as_str(), taken.state, taken.attempts), (id.as_str(), JobState::Running, 1));
        assert_eq!(other.take_job("two", LEASE).await.expect("an answer"), None);
        assert!(store.renew_job(&id, "one", LEASE, (0.5, "half")).await.expect("renewed"));
        assert!(!other.finish_job(&id, "two", Ok(&json!(1))).await.expect("an answer"));
        assert!(store.finish_job(&id, "one", Ok(&json!({"areas": 5}))).await.expect("an answer"));

        let done = other.job(&id).await.expect("an answer").expect("the job");
        assert_eq!((done.state, done.progress, done.result), (JobState::Done, 1.0, Some(json!({"areas": 5}))));
        assert_eq!(done.words.as_deref(), Some("half"));
        assert_eq!(store.jobs(None, 10).await.expect("jobs").len(), 1);
    }
}

#[tokio::test]
async fn the_job_of_a_node_that_is_gone_is_taken_up_and_what_the_first_one_says_is_not_heard() {
    for Sample { store, .. } in Engines::all().await {
        let id = store.queue_job(&job()).await.expect("queued");
        store.take_job("gone", NO_LEASE).await.expect("an answer").expect("a job");
        tokio::time::sleep(Duration::from_millis(2)).await;

        let again = store.take_job("other", LEASE).await.expect("an answer").expect("the job again");

        assert_eq!((again.id.as_str(), again.attempts), (id.as_str(), 2));
        assert!(!store.renew_job(&id, "gone", LEASE, (0.9, "")).await.expect("an answer"));
        assert!(!store.finish_job(&id, "gone", Err(&json!("x"))).await.expect("an answer"));
        assert!(store.finish_job(&id, "other", Err(&json!("no flows"))).await.expect("an answer"));
        assert_eq!(store.job(&id).await.expect("an answer").map(|job| job.state), Some(JobState::Failed));
    }
}

#[tokio::test]
async fn a_job_that_kills_its_nodes_is_given_up() {
    for Sample { store, .. } in Engines::all().await {
        let id = store.queue_job(&job()).await.expect("queued");
        let mut turns = 0;
        while store.take_job("node", NO_LEASE).await.expect("an answer").is_some() {
            turns += 1;
            tokio::time::sleep(Duration::from_millis(2)).await;
        }

        assert_eq!(turns, 5);
        assert_eq!(store.job(&id).await.expect("an answer").map(|job| job.state), Some(JobState::Failed));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_workers_share_jobs_without_doing_one_twice() {
    for Sample { store, .. } in Engines::all().await {
        for _ in 0..30 {
            store.queue_job(&job()).await.expect("queued");
        }
        let workers: Vec<_> = (0..6)
            .map(|worker| {
                let store = store.clone();
                tokio::spawn(async move {
                    let mut ids = Vec::new();
                    while let Some(job) = store.take_job(&format!("node {worker}"), LEASE).await.expect("an answer") {
                        ids.push(job.id);
                    }
                    ids
                })
            })
            .collect();
        let mut ids = Vec::new();
        for worker in workers {
            ids.extend(worker.await.expect("the worker ends"));
        }
        let count = ids.len();
        ids.sort();
        ids.dedup();

        assert_eq!((count, ids.len()), (30, 30));
    }
}

#[tokio::test]
async fn each_notice_is_kept_once_and_sent_once() {
    for Sample { store, .. } in Engines::all().await {
        assert!(store.queue_mail(&letter("invite:1")).await.expect("kept"));
        assert!(!store.queue_mail(&letter("invite:1")).await.expect("kept before"));

        let taken = store.next_mails(carrier("one"), 10, LEASE).await.expect("letters");
        assert_eq!(taken.len(), 1);
        assert_eq!(store.next_mails(carrier("two"), 10, LEASE).await.expect("none left"), []);
        assert!(!store.mail_sent(carrier("two"), &taken[0].id).await.expect("an answer"));
        assert!(store.mail_sent(carrier("one"), &taken[0].id).await.expect("an answer"));
        assert_eq!(store.next_mails(carrier("one"), 10, NO_LEASE).await.expect("none left"), []);
    }
}

#[tokio::test]
async fn a_letter_that_cannot_be_sent_waits_and_one_without_address_is_given_up() {
    for Sample { store, .. } in Engines::all().await {
        store.queue_mail(&letter("a")).await.expect("kept");
        store.queue_mail(&letter("b")).await.expect("kept");
        let taken = store.next_mails(carrier("one"), 10, LEASE).await.expect("letters");

        store.mail_failed(carrier("one"), &taken[0], ("the server is busy", TryAgain::Later)).await.expect("noted");
        store.mail_failed(carrier("one"), &taken[1], ("no such mailbox", TryAgain::Never)).await.expect("noted");

        assert_eq!(store.next_mails(carrier("one"), 10, LEASE).await.expect("both wait"), []);
        assert_eq!(store.mails_waiting_and_failed().await.expect("counts"), (1, 1));
    }
}

#[tokio::test]
async fn what_is_given_up_loses_its_text_and_what_waited_too_long_is_given_up() {
    for sample in Engines::all().await {
        let store = &sample.store;
        for key in ["no mailbox", "old"] {
            store.queue_mail(&letter(key)).await.expect("kept");
        }
        let taken = store.next_mails(carrier("one"), 1, LEASE).await.expect("a letter").remove(0);
        store.mail_failed(carrier("one"), &taken, ("no such mailbox", TryAgain::Never)).await.expect("noted");
        let now = Moment::now();

        assert_eq!(store.give_up_mails(now.minus(LEASE), now).await.expect("none so old"), 0);
        assert_eq!(store.give_up_mails(now.plus(LEASE), now.plus(LEASE)).await.expect("the old one"), 1);
        assert_eq!(store.mails_waiting_and_failed().await.expect("counts"), (0, 2));
        let texts = sample.texts("SELECT body FROM mails").await.expect("rows");
        assert!(texts.iter().all(String::is_empty), "{texts:?}");
    }
}

#[tokio::test]
async fn a_letter_is_kept_with_its_change_or_not_at_all() {
    for Sample { store, .. } in Engines::all().await {
        let create = |slug: &str| vec![Write::Create { id: None, draft: theme(slug, "Woda") }];
        store.save_all_and_tell(create("water"), &[letter("a")], &author()).await.expect("kept and told");
        let refused = store.save_all_and_tell(create("Not A Slug"), &[letter("b")], &author()).await;

        assert!(refused.is_err());
        assert_eq!(store.mails_waiting_and_failed().await.expect("counts"), (1, 0));
    }
}

#[tokio::test]
async fn only_work_that_ended_is_forgotten() {
    for sample in Engines::all().await {
        let store = &sample.store;
        for key in ["sent", "waiting"] {
            store.queue_mail(&letter(key)).await.expect("kept");
            store.queue_job(&job()).await.expect("queued");
        }
        let mail = store.next_mails(carrier("one"), 1, LEASE).await.expect("a letter").remove(0);
        store.mail_sent(carrier("one"), &mail.id).await.expect("sent");
        let taken = store.take_job("one", LEASE).await.expect("an answer").expect("a job");
        store.finish_job(&taken.id, "one", Ok(&json!(null))).await.expect("done");

        assert_eq!((store.forget_mails("2020").await.expect("none"), store.forget_jobs("2020").await.expect("none")), (0, 0));
        assert_eq!((store.forget_mails("9999").await.expect("one"), store.forget_jobs("9999").await.expect("one")), (1, 1));
        assert_eq!(store.mails_waiting_and_failed().await.expect("counts"), (1, 0));
        let known = sample.texts("SELECT recipient || subject || body FROM mails ORDER BY \"key\"").await.expect("rows");
        assert_eq!(known[0], "", "of a letter that was sent nothing is left");
        assert!(known[1].contains("anna@example.org"), "one that waits stays");
        assert!(!store.queue_mail(&letter("sent")).await.expect("an answer"), "the notice is not sent again");
    }
}
