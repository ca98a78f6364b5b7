# Accounts: the way in and out, invitations, passwords, second factor, sessions, tokens, roles.

# Signing in.
account-who-has-one = Staff of partnership offices and municipalities and their advisers have accounts. Reading needs no account.
account-email = E-mail address
account-password = Password
account-forgotten = I have forgotten my password
account-sign-in-wrong = Address or password is not right
account-sign-in-wrong-hint = Check both and try again, or set a new password with “I have forgotten my password”. Invited people first accept their invitation.
account-sign-in-again = Start again with address and password
account-code = Code
account-code-heading = Code from your device
account-code-hint = Six digits from your app, or one of your codes for a lost device.
account-code-wrong = This code is not right or was used before
account-code-wrong-hint = Wait for the next code of your app and type that one. If more than ten minutes have passed, start again with address and password.
account-too-often = { $minutes ->
    [one] Too many attempts; try again in a minute
   *[other] Too many attempts; try again in { $minutes } minutes
 }
account-too-often-hint = This protects accounts from guessing. If you have forgotten your password, set a new one by mail.
account-token-unknown = this token does not work
account-token-unknown-hint = it may have ended or been revoked; make a new one on the page of your account

# What was typed will not do.
account-password-hint = At least { $least } characters; a few words in a row are good. Spaces and all letters are welcome.
account-password-too-short = The password has fewer than { $least } characters
account-password-too-long = The password has more than { $most } characters
account-password-too-simple = The password is too simple: the same few characters, or characters in a row
account-password-is-address = The password is little more than the e-mail address
account-no-name = The name is missing or too long
account-no-name-hint = Write first name and surname or the post, at most 120 characters.
account-no-email = This is no e-mail address
account-no-email-hint = Write it like office@municipality.example.
account-email-taken = An account with this e-mail address exists already
account-email-taken-hint = Find it in the list of accounts and give it the role there.
account-identity-taken = This sign-in of the provider belongs to another account
account-identity-taken-hint = Sign in to that account and cut the tie there first.
account-not-found = There is no such account or role
account-not-found-hint = Go back to the list of accounts; somebody may have removed it meanwhile.
account-no-partnership = There is no partnership at this address
account-no-partnership-hint = Write the last part of the address of its page, such as aglomeracja-walbrzyska.
account-not-invited = This account waits for no invitation
account-not-invited-hint = Whoever accepted an invitation signs in; a forgotten password is set anew on the sign-in page.
account-oneself = Nobody changes their own roles or switches themselves off
account-oneself-hint = Ask another administrator, or use `miedza user` on the terminal.
account-last-administrator = The last administrator of the portal stays
account-last-administrator-hint = First give another account the role of administrator for the whole portal.

# Letters.
letter-invite = Invitation to Miedza
letter-invite-body =
    You have been given an account at { $site }.

    Accept the invitation here; the link works once and for 14 days:
    { $link }

    If you do not expect it, you need do nothing.
letter-reset = New password for Miedza
letter-reset-body =
    Somebody asked for a new password for your account at { $site }.

    Set it here; the link works once and for two hours:
    { $link }

    If it was not you, you need do nothing: the old password stays.
letter-email = Confirm your new e-mail address
letter-email-body =
    This address was entered for an account at { $site }.

    Confirm it here while signed in; the link works once and for a day:
    { $link }

    If it was not you, you need do nothing: the earlier address stays.
letter-notice = Your account at Miedza was changed
letter-notice-body =
    { $what }

    If it was not you, set a new password with “I have forgotten my password” on the sign-in page and tell the administrator of the portal.

    This letter went to the account “{ $name }”.
letter-password-changed = The password of your account was changed.
letter-second-factor-on = Codes from a device are now asked when you sign in to your account.
letter-second-factor-off = Codes from a device are no longer asked when you sign in to your account.
letter-email-changed = Your account now has another e-mail address.
letter-provider-tied = Your account can now be entered through the sign-in provider of the portal.

# Keeping accounts.
account-not-disabled = This account is not switched off
account-not-disabled-hint = Go back to the list of accounts; its state is shown there.
account-not-active = This account cannot sign in, so it gets no new password
account-not-active-hint = Send an invited person the invitation again; switch an account that is off on first.
account-needs-unit = An editor of a municipality needs its code
account-needs-unit-hint = Write the code of the unit, such as 0265011.
account-other-partnership = This role lies outside the partnership
account-other-partnership-hint = Ask an administrator of the whole portal.
account-days-turned = The last day comes before the first
account-days-turned-hint = Write the first day, then the last day, such as 2026-11-22; either may stay empty.

# The terminal.
account-terminal-invited = { $name } has been invited. The letter waits to be sent; the link works once, until the invitation ends:
account-terminal-added = { $name } can sign in now.
account-terminal-reset = The letter to { $name } waits to be sent; the link sets a new password once, within two hours:
account-terminal-disabled = { $name } is switched off; every session and token has ended.
account-terminal-none = no accounts yet
account-no-role = Nobody has the role “{ $role }” to give
account-no-role-hint = Roles are: { $roles }.
account-state-invited = invited
account-state-active = active
account-state-disabled = switched off
account-state-erased = erased

# The own account: refusals.
account-confirm-wrong = The password is not right
account-confirm-wrong-hint = Type the password with which you signed in.
account-confirm-email-wrong = This is not the address of your account
account-confirm-email-wrong-hint = Type the e-mail address of your account.
account-confirm-too-often = The password was typed wrongly too often
account-confirm-too-often-hint = Wait a quarter of an hour, or set a new password by mail.
account-factor-wrong-hint = Check that the clock of the device is right, and type the code that it shows now.
account-only-way = This is the only way into your account
account-only-way-hint = First set a password with “I have forgotten my password” on the sign-in page.
account-token-no-name = The token needs a name
account-token-no-name-hint = Write what it is for, such as “nightly export”, at most 120 characters.
account-token-no-scope = The token may do nothing yet
account-token-no-scope-hint = Tick at least one thing that it may do.
account-token-gone = There is no such token
account-token-gone-hint = It may have been revoked already; the list shows those that work.

# Invitation and new password.
account-name = Name
account-name-hint = First name and surname, or the post. It stands on your pages and in the list of accounts; the public does not see it.
account-new-password = New password
account-invitation = Accept the invitation
account-invitation-lead = Check your name and choose a password; then you are in.
account-invitation-accept = Accept and sign in
account-link-gone = This link works no more
account-link-gone-hint = Links in letters work once and for a time. Whoever has an account sets a new password; whoever is invited asks the sender for a new invitation.
account-reset = New password
account-reset-lead = We send a link by which you set a new password.
account-reset-send = Send the link
account-reset-sent = Look into your mail
account-reset-sent-lead = If there is an account with this address, a letter is on its way. Its link works once, within two hours.
account-reset-sent-hint = No letter after some minutes? Look among unwanted mail, check the address, or ask the office that gave you the account.
account-reset-set-lead = Choose a new password. Every session of your account ends, and you sign in here.
account-reset-set = Set the password and sign in

# Sending letters.
post-no-server = The address of the server of mail cannot be used
post-no-server-hint = Write smtp://USER:PASSWORD@HOST:PORT, smtps:// for TLS from the beginning, or ?tls=required at its end for STARTTLS.
post-no-sender = “{ $address }” is no address from which letters can be sent
post-no-sender-hint = Write `--mail-from office@partnership.example` or set MIEDZA_MAIL_FROM.

# The own account.
account-own-lead = What is kept about you, and where you change it.
account-not-saved = Not saved; please correct:
account-details = Name and language
account-language = Language of letters
account-save-details = Save name and language
account-email-now = Your address is
account-new-email = New e-mail address
account-email-send = Send a letter to the new address
account-email-confirm = Confirm the address
account-email-confirm-lead = From now on you sign in with { $email }.
account-email-confirm-aside = The earlier address gets a letter about the change.
account-password-now = Your password now
account-password-none = You sign in through a provider. If you want a password as well, ask for one with “I have forgotten my password” on the sign-in page.
account-password-change = Change the password
account-factor = Codes from a device
account-factor-on = A code from your device is asked after the password.
account-factor-is-off = No code is asked. With codes, nobody who learns your password gets in without your device.
account-factor-codes-left = { $count ->
    [one] One code for a lost device is left.
   *[other] { $count } codes for a lost device are left.
 }
account-factor-turn-on = Turn codes on
account-factor-turn-off = Turn codes off
account-factor-lead = An app on your phone or computer shows a new code every half minute. It works without the network.
account-factor-step-app = Open an app for codes by time, such as FreeOTP, Aegis or KeePassXC.
account-factor-step-read = Let it read the square, or type the secret into it.
account-factor-step-code = Type the code that it shows; then codes are on, and your other sessions end.
account-factor-square = Square of dots with the secret for the app
account-factor-secret = Secret:
account-factor-codes = Codes for a lost device
account-factor-codes-lead = Each of these opens your account once, in place of a code from the device. They are shown only now: print them or keep them in a password manager.
account-factor-codes-kept = I have kept them, on to my account
account-roles = Roles
account-roles-none = You have no role yet; the partnership office or the administrator gives it.
account-whole-portal = whole portal
account-from = from { $from }
account-to = until { $to }
account-from-to = { $from } to { $to }
account-sessions = Where you are signed in
account-sessions-caption = Sessions
account-browser = Browser
account-browser-unknown = unknown browser
account-session-begun = Begun
account-session-seen = Last used
account-session-state = State
account-session-this = this one
account-session-end = End session
account-sessions-end = End all others
account-identities = Sign-in through providers
account-identity-since = since { $date }
account-unlink = Cut the tie
account-data = Programs and own data
account-data-download = Download what is kept about you (JSON)
account-optional = (optional)
account-yes = yes
account-no = no

# What was done.
account-done-corrected = Name and language are saved
account-done-email-asked = A letter is on its way to the new address; follow its link to confirm it
account-done-email = The new address counts from now on
account-done-password = The password is changed; all other sessions have ended
account-done-factor-on = Codes from the device are on
account-done-factor-off = Codes from the device are off
account-done-session = The session has ended
account-done-sessions = All other sessions have ended
account-done-unlinked = The tie to the provider is cut
account-done-invited = The invitation is on its way
account-done-disabled = The account is switched off; its sessions and tokens have ended
account-done-enabled = The account is switched on
account-done-given = The role is given
account-done-dated = The roles are saved
account-done-reset = A letter for a new password is on its way

# Tokens.
account-tokens = Tokens for programs
account-tokens-lead = With a token a program reads or writes for you, never more than your own roles allow. Whoever has the token can use it: keep it like a password.
account-tokens-none = No tokens yet. Name the first one below and tick what it may do.
account-token-name = Name
account-token-scopes = What it may do
account-token-ends = Works until
account-token-used = Last used
account-token-unused = never
account-token-state = Revoke
account-token-ended = ended
account-token-revoke = Revoke
account-token-new = New token
account-token-nothing = A token does no more than your roles, and you have no role with anything to do. What is public a program reads without a token.
account-token-days = How long it works
account-token-days-choice = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
account-token-make = Make the token
account-token-made = The token, shown only now
account-token-made-hint = Copy it into the program now; it is kept nowhere and cannot be shown again. It is sent as “Authorization: Bearer …”.

# Erasing.
account-erase = Erase the account
account-erase-lead = This cannot be taken back.
account-erase-goes = What goes
account-erase-goes-person = Your name, e-mail address, password and codes, and the letters that were sent to you.
account-erase-goes-roles = Your roles in all partnerships.
account-erase-goes-access = All sessions, tokens and ties to providers.
account-erase-stays = What stays
account-erase-stays-trail = The trail of changes names the number of your account, not you; nobody can find out from it who you were.
account-erase-stays-texts = Texts, documents and figures that you entered for the partnership belong to it.
account-erase-stays-minutes = Minutes and resolutions that name you as a member of a body or as a signatory stay, since they are records of the bodies.
account-erase-button = Erase my account for good
account-erase-back = Back to the account

# The accounts of others.
account-people-lead = Who can sign in, and with which roles.
account-people-none = No account fits these words.
account-one = Account
account-state = State
account-made = Made
account-invite = Invite somebody
account-invite-lead = A letter with a link goes to the address; whoever follows it chooses a password. The link works once, for 14 days.
account-invite-send = Send the invitation
account-invite-again = Send the invitation again
account-send-reset = Send a letter for a new password
account-disable = Switch the account off
account-enable = Switch the account on
account-letters = A letter waits
account-letters-hint = No server of mail is set up, so this letter cannot be sent. Hand it to the person yourself; its link works once.
account-roles-none-yet = This account has no role yet. Give it one below.
account-roles-none-here = Nobody has a role in this partnership yet.
account-role = Role
account-place = Where it holds
account-unit = Code of the own unit
account-unit-hint = For editors of a municipality, such as 0265011.
account-valid-from = First day
account-valid-to = Last day
account-days = Days
account-date-role = Save days
account-remove-role = Remove role
account-give-role = Give a role
account-choose-role = No role was chosen
account-choose-role-hint = Choose a role from the list.
account-no-day = This is no day
account-here-lead = Who has a role in this partnership. Whoever has no account yet is invited by mail.
account-name-here-hint = Needed for somebody without an account.

# Signing in through a provider.
account-provider-sign-in = Sign in through { $host }
account-provider-stale = This sign-in was begun too long ago, in another window, or is over already
account-provider-stale-hint = Begin again with the button below. Cookies of this site must be allowed.
account-provider-broken-off = You broke off the sign-in at the provider
account-provider-broken-off-hint = Begin again, or sign in with address and password.
account-provider-down = The provider does not answer
account-provider-down-hint = Try again in a few minutes, or sign in with address and password. If you have none, set one with “I have forgotten my password”.
account-provider-not-believed = The answer of the provider could not be believed, so nothing was done
account-provider-not-believed-hint = Begin again. If it happens once more, tell the administrator of the portal: the log names the reason. Until then sign in with address and password.
account-provider-no-email = The provider does not confirm an e-mail address for you
account-provider-no-email-hint = Confirm your address there and begin again, or follow the link of your invitation and choose the provider there.
account-provider-unknown = Nobody here has the e-mail address that the provider names
account-provider-unknown-hint = Ask the partnership office or the administrator for an invitation to that address; or sign in with the address by which you are known here.
account-provider-off = Your account is switched off
account-provider-off-hint = Ask the administrator of the portal to switch it on again.
account-provider-tied = This sign-in does not belong to that account
account-provider-tied-hint = Sign in with address and password; on the page of your account you can cut a tie to the provider. If the address once belonged to somebody else, tell the administrator.
account-provider-not-invited = Your invitation has run out
account-provider-not-invited-hint = Ask whoever invited you to send the invitation again.
account-signed-out = You are signed out here
account-signed-out-lead = Your session at the provider goes on: whoever uses this computer next could come in with it.
account-signed-out-there = Sign out of { $host } as well
provider-no-issuer = “{ $issuer }” is no address of a provider
provider-no-issuer-hint = Write the address as the provider names itself, such as https://login.example/realms/office; only a provider on this machine may do without https.
provider-no-address = The address of the portal cannot be given to the provider
provider-no-address-hint = Write `--public-address https://partnership.example`.
provider-no-language = There is no language “{ $code }” for the button
provider-no-language-hint = Write pl=…, cs=… or en=…, or the words alone for all three.
provider-no-secret = The file with the secret of the provider cannot be read: { $file }
provider-no-secret-hint = Write the path of a file that holds the secret alone and that this program may read.
account-no-unit = No unit has the code { $unit }
account-no-unit-hint = Give the code of a unit of the register, such as 0265011; "miedza import register" loads one.
