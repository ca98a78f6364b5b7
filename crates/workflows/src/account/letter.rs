//! Letters about accounts: plain text in the language of the account, with the link that works once.

use miedza_planning::account::{INVITATION_HOLDS, NEW_EMAIL_HOLDS, RESET_HOLDS};
use miedza_store::{Account, MailDraft, OneTimeToken, Purpose};
use miedza_texts::{Key, Language, Message, key};

use super::Visit;
use super::secret::Secret;
use crate::failure::Failure;

/// A letter with a link: to whom, what for.
#[derive(Clone, Debug)]
pub struct Link<'a> {
    /// Id of the account.
    pub account: &'a str,
    /// Address of the letter.
    pub recipient: &'a str,
    /// Language of the letter.
    pub language: Language,
    /// What the link is for.
    pub purpose: Purpose,
    /// The address to be confirmed.
    pub data: Option<String>,
}

impl Link<'_> {
    /// The token and its letter; the address of the link as well.
    ///
    /// # Errors
    /// A fault of the program if the system gives no random bytes.
    pub fn written(self, visit: &Visit<'_>, public_address: &str) -> Result<(OneTimeToken, String), Failure> {
        let secret = Secret::new()?;
        let (place, holds, subject, body) = match self.purpose {
            Purpose::Invite => ("invitation", INVITATION_HOLDS, key::LETTER_INVITE, key::LETTER_INVITE_BODY),
            Purpose::Reset => ("reset", RESET_HOLDS, key::LETTER_RESET, key::LETTER_RESET_BODY),
            Purpose::Email => ("account/email", NEW_EMAIL_HOLDS, key::LETTER_EMAIL, key::LETTER_EMAIL_BODY),
        };
        let link = format!("{public_address}/{}/{place}/{}", self.language, secret.text);
        let body = self.language.say(&Message::new(body).with("link", link.clone()).with("site", public_address));
        let letter = MailDraft {
            key: format!("{}:{}:{}", self.purpose.name(), self.account, secret.hash),
            recipient: self.recipient.to_owned(),
            subject: self.language.say(&subject.into()),
            body,
            language: self.language.code().to_owned(),
        };
        let token = OneTimeToken {
            hash: secret.hash,
            account: self.account.to_owned(),
            purpose: self.purpose,
            data: self.data,
            expires_at: visit.now.plus(holds),
            letter,
        };
        Ok((token, link))
    }
}

/// A letter that tells the owner of an account what happened to it, so that a stranger's hand is seen.
#[must_use]
pub fn notice(account: &Account, what: Key, visit: &Visit<'_>) -> Option<MailDraft> {
    let language = language_of(account);
    Some(MailDraft {
        key: format!("notice:{}:{}:{}", account.id, what.name(), visit.now),
        recipient: account.email.clone()?,
        subject: language.say(&key::LETTER_NOTICE.into()),
        body: language.say(&Message::new(key::LETTER_NOTICE_BODY).with("what", what).with("name", account.name.clone())),
        language: language.code().to_owned(),
    })
}

/// The language of letters to an account.
#[must_use]
pub fn language_of(account: &Account) -> Language {
    account.language.parse().unwrap_or(Language::Pl)
}
