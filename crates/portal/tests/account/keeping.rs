//! Accounts of others: invited from a page, given roles that count at once, kept from harm.

use axum::http::StatusCode;
use miedza_store::Account;

use crate::house::{ANNA, House, KEEPER, PASSWORD, path};

const LIST: &str = "/en/work/accounts";

async fn account(house: &House, email: &str) -> Account {
    house.sample.store.account_by_email(email).await.expect("an answer").expect("the account")
}

#[tokio::test]
async fn somebody_is_invited_from_the_page_and_has_the_role_from_the_first_day() {
    for house in House::on_each().await {
        let mut keeper = house.browser_of(KEEPER).await;
        let invited = |email: &'static str, role: &'static str| {
            [
                ("email", email),
                ("name", "Anna Kowal"),
                ("language", "pl"),
                ("role", role),
                ("partnership", "portal"),
                ("unit", ""),
            ]
        };

        let no_role = keeper.post(&format!("{LIST}/new"), &invited(ANNA, "")).await;
        let no_unit = keeper.post(&format!("{LIST}/new"), &invited(ANNA, "municipality_editor")).await;
        let taken = keeper.post(&format!("{LIST}/new"), &invited(KEEPER, "auditor")).await;
        let done = keeper.post(&format!("{LIST}/new"), &invited(ANNA, "auditor")).await;

        for (refused, place) in [(no_role, "role-error"), (no_unit, "unit-error"), (taken, "email-error")] {
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{place}");
            assert!(refused.text.contains(place) && refused.text.contains("value=\"Anna Kowal\""), "{}", refused.text);
        }
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let letter = house.letters().await.remove(0).draft;
        assert_eq!((letter.recipient.as_str(), letter.language.as_str()), (ANNA, "pl"));
        assert!(letter.body.contains("/pl/invitation/"), "{}", letter.body);
        let page = keeper.get(&done.to).await;
        assert!(page.text.contains(&path(&letter.body)), "without a server of mail the letter is shown: {}", page.text);

        let mut anna = house.browser();
        let accepted = anna.post(&path(&letter.body), &[("name", "Anna Kowal"), ("password", PASSWORD)]).await;
        assert_eq!(accepted.status, StatusCode::SEE_OTHER, "{}", accepted.text);
        assert_eq!(anna.get(LIST).await.status, StatusCode::OK, "an auditor reads who has an account");
        let refused = anna.post(&format!("{LIST}/new"), &invited("ewa@gmina.example", "auditor")).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "and keeps none");
    }
}

#[tokio::test]
async fn a_role_that_is_given_or_ended_counts_at_once() {
    for house in House::on_each().await {
        house.add(ANNA, None, Some(PASSWORD)).await;
        let (mut keeper, mut anna) = (house.browser_of(KEEPER).await, house.browser_of(ANNA).await);
        let here = format!("{LIST}/{}", account(&house, ANNA).await.id);
        assert_eq!(anna.get(LIST).await.status, StatusCode::FORBIDDEN);

        let role = [("role", "administrator"), ("partnership", "portal"), ("unit", ""), ("valid_from", ""), ("valid_to", "")];
        let given = keeper.post(&format!("{here}/roles"), &role).await;
        assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text);
        assert_eq!(anna.get(LIST).await.status, StatusCode::OK);

        let grant = house.sample.store.grants_of(&account(&house, ANNA).await.id).await.expect("grants").remove(0).id;
        let turned = [("valid_from", "2026-02-01"), ("valid_to", "2026-01-01")];
        let turned = keeper.post(&format!("{here}/roles/{grant}"), &turned).await;
        assert!(turned.text.contains("The last day comes before the first"), "{}", turned.text);
        let ended = keeper.post(&format!("{here}/roles/{grant}"), &[("valid_from", ""), ("valid_to", "2020-01-01")]).await;
        assert_eq!((ended.status, anna.get(LIST).await.status), (StatusCode::SEE_OTHER, StatusCode::FORBIDDEN));
        let removed = keeper.post(&format!("{here}/roles/{grant}/remove"), &[]).await;
        assert_eq!(removed.status, StatusCode::SEE_OTHER);
        assert_eq!(house.sample.store.grants_of(&account(&house, ANNA).await.id).await.expect("grants"), []);
    }
}

#[tokio::test]
async fn nobody_changes_the_own_roles_and_the_last_administrator_cannot_be_lost() {
    for house in House::on_each().await {
        let mut keeper = house.browser_of(KEEPER).await;
        let own = format!("{LIST}/{}", account(&house, KEEPER).await.id);
        let role = [("role", "coordinator"), ("partnership", "portal"), ("unit", ""), ("valid_from", ""), ("valid_to", "")];

        let given = keeper.post(&format!("{own}/roles"), &role).await;
        let off = keeper.post(&format!("{own}/disable"), &[]).await;

        assert!(given.text.contains("Nobody changes their own roles"), "{}", given.text);
        assert_eq!(off.status, StatusCode::CONFLICT, "{}", off.text);
        assert!(keeper.is_in().await);
    }
}

#[tokio::test]
async fn who_was_switched_off_before_coming_is_invited_again_and_not_let_in_by_a_new_password() {
    for house in House::on_each().await {
        house.add(ANNA, None, None).await;
        let first = house.link_to(ANNA).await;
        let mut keeper = house.browser_of(KEEPER).await;
        let here = format!("{LIST}/{}", account(&house, ANNA).await.id);

        keeper.post(&format!("{here}/disable"), &[]).await;
        keeper.post(&format!("{here}/enable"), &[]).await;

        assert_eq!(account(&house, ANNA).await.state.name(), "invited");
        assert_eq!(house.browser().get(&first).await.status, StatusCode::NOT_FOUND);
        let before = house.count_to(ANNA).await;
        house.browser().post("/en/reset", &[("email", ANNA)]).await;
        assert_eq!(house.count_to(ANNA).await, before);
        keeper.post(&format!("{here}/invite"), &[]).await;
        assert_eq!(house.browser().get(&house.link_to(ANNA).await).await.status, StatusCode::OK);
    }
}
