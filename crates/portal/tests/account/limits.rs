//! Guessing: whoever guesses waits, and strangers lock no owner out.

use std::time::{Duration, Instant};

use axum::http::{StatusCode, header};
use miedza_planning::account::{GUESSES_HERE, GUESSES_OF_PLACE, GUESSES_OF_STRANGERS, RESETS_OF_ACCOUNT, RESETS_OF_PLACE};

use crate::house::{ANNA, House, KEEPER, PASSWORD, after};

#[tokio::test]
async fn whoever_guesses_from_one_place_waits_a_quarter_of_an_hour() {
    for house in House::on_each().await {
        house.add(ANNA, None, Some(PASSWORD)).await;
        let mut guesser = house.browser().from([198, 51, 100, 1]);
        for _ in 0..GUESSES_HERE.most {
            assert_eq!(guesser.sign_in(ANNA, "a wrong password").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }

        let waiting = guesser.sign_in(ANNA, PASSWORD).await;

        assert_eq!(waiting.status, StatusCode::TOO_MANY_REQUESTS, "even the right one");
        let seconds: i64 = waiting.headers[header::RETRY_AFTER].to_str().expect("a number").parse().expect("a number");
        assert!((1..=GUESSES_HERE.seconds).contains(&seconds), "{seconds}");
        assert!(waiting.text.contains("Too many attempts") && waiting.text.contains(ANNA), "{}", waiting.text);
        assert_eq!(guesser.sign_in(KEEPER, PASSWORD).await.status, StatusCode::SEE_OTHER, "an office shares one address");
        let mut owner = house.browser();
        assert_eq!(owner.sign_in(ANNA, PASSWORD).await.status, StatusCode::SEE_OTHER, "elsewhere nobody waits");
        after(Duration::from_secs(seconds.unsigned_abs()));
        assert_eq!(guesser.sign_in(ANNA, PASSWORD).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn one_place_cannot_try_one_account_after_the_other() {
    let house = House::on_a_file().await;
    let mut guesser = house.browser().from([198, 51, 100, 2]);
    for count in 0..GUESSES_OF_PLACE.most {
        let answer = guesser.sign_in(&format!("clerk{count}@gmina.example"), PASSWORD).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{count}");
    }

    assert_eq!(guesser.sign_in("another@gmina.example", PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn strangers_at_many_places_do_not_lock_the_owner_out() {
    for house in House::on_each().await {
        house.add(ANNA, None, Some(PASSWORD)).await;
        // Where the owner has signed in before is known.
        let mut owner = house.browser_of(ANNA).await;
        owner.post("/en/sign-out", &[]).await;
        for count in 0..GUESSES_OF_STRANGERS.most {
            let place = u8::try_from(count + 1).expect("few places");
            let guess = house.browser().from([203, 0, 113, place]).sign_in(ANNA, "a wrong password").await;
            assert_eq!(guess.status, StatusCode::UNPROCESSABLE_ENTITY, "{count}");
        }

        let another = house.browser().from([203, 0, 113, 200]).sign_in(ANNA, PASSWORD).await;

        assert_eq!(another.status, StatusCode::TOO_MANY_REQUESTS, "strangers have had their guesses");
        assert_eq!(owner.sign_in(ANNA, PASSWORD).await.status, StatusCode::SEE_OTHER, "the owner comes in");
        let mut travelling = house.browser().from([203, 0, 113, 201]);
        travelling.post("/en/reset", &[("email", ANNA)]).await;
        let link = house.link_to(ANNA).await;
        let set = travelling.post(&link, &[("password", "nowe hasło w podróży")]).await;
        assert_eq!(set.status, StatusCode::SEE_OTHER, "an owner at a new place comes in by mail");
    }
}

#[tokio::test]
async fn letters_for_a_new_password_are_limited_by_account_and_by_place() {
    for house in House::on_each().await {
        house.add(ANNA, None, Some(PASSWORD)).await;
        for count in 0..RESETS_OF_ACCOUNT.most + 2 {
            let place = u8::try_from(count + 1).expect("few places");
            let asked = house.browser().from([203, 0, 113, place]).post("/en/reset", &[("email", ANNA)]).await;
            assert_eq!(asked.status, StatusCode::OK, "what happened is not told");
        }
        assert_eq!(i64::try_from(house.count_to(ANNA).await), Ok(RESETS_OF_ACCOUNT.most));

        let mut place = house.browser().from([198, 51, 100, 3]);
        for count in 0..RESETS_OF_PLACE.most {
            let asked = place.post("/en/reset", &[("email", &format!("clerk{count}@gmina.example"))]).await;
            assert_eq!(asked.status, StatusCode::OK, "{count}");
        }
        let waiting = place.post("/en/reset", &[("email", KEEPER)]).await;
        assert_eq!(waiting.status, StatusCode::TOO_MANY_REQUESTS);
    }
}

#[tokio::test]
async fn how_long_an_answer_takes_does_not_tell_who_has_an_account() {
    let house = House::on_a_file().await;
    let mut places = (1..).map(|count: u8| [198, 18, 0, count]);
    // What is made once is made.
    house.browser().from([198, 18, 1, 1]).sign_in("nobody@gmina.example", "a wrong password").await;
    let mut took = [Vec::new(), Vec::new()];
    for _ in 0..15 {
        for (email, took) in [KEEPER, "nobody@gmina.example"].into_iter().zip(&mut took) {
            let mut browser = house.browser().from(places.next().expect("a place"));
            let since = Instant::now();
            browser.sign_in(email, "a wrong password").await;
            took.push(since.elapsed());
        }
    }

    let [known, unknown] = took.map(|mut took| {
        took.sort();
        took[took.len() / 2].as_secs_f64()
    });
    // Without a hash for nobody an unknown address is answered in a hundredth of the time.
    assert!((0.5..2.0).contains(&(known / unknown)), "{known} s for an account, {unknown} s for none");
}
