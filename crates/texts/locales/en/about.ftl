# What the portal says about itself: accessibility, personal data.
about-no-declaration = The office has not prepared its accessibility statement so far.
about-commits = commits itself to making its website accessible, as the Polish act of 4 April 2019 on the digital accessibility of websites and mobile applications of public bodies asks.
about-applies = This statement applies to the website
about-status = Conformity with the act
about-status-full = The website is in conformity with the act.
about-status-partial = The website is partly in conformity with the act, because of what is listed below.
about-status-none = The website is not in conformity with the act, because of what is listed below.
about-not-accessible = What is not accessible
about-exemptions = What the act leaves out
about-alternative = How to get at it another way
about-burden = Assessment of a disproportionate burden
about-prepared = Preparation of this statement
about-assessed-self = The statement is based on an assessment by the body itself.
about-assessed-external = The statement is based on an assessment by an outside body:
about-keys = Keyboard
about-keys-usual = Everything can be done with the keyboard. The site has no shortcuts of its own; those of the browser work. Each page begins with links that lead over the menu to the content.
about-contact = Feedback and contact
about-contact-lead = Tell us about problems with the accessibility of this site. The same way you can ask for information that you cannot get at, or demand that something be made accessible.
about-contact-person = Who answers
about-email = E-mail
about-phone = Telephone
about-procedure = Requests and demands
about-right = Everyone has the right to report a fault of accessibility, to demand that the site or a part of it be made accessible, and to ask for information in another form.
about-request = A demand holds your contact data, the page or part that it is about and, if you ask for another form, which form suits you.
about-term = We answer without delay, within 7 days. If we cannot make it accessible in that time, we do so within two months of your demand.
about-complaint = Complaints
about-complaint-text = If we refuse your demand or you do not agree with the other way of access, you may complain to us. After that you can also write to the
about-ombudsman = Commissioner for Human Rights of Poland
about-building = Accessibility of the building
about-no-building = The office has not described its building here; please ask before you come.
about-no-apps = The portal has no mobile application.
about-more = Further information
# The statement of an office that Czech law binds.
about-cz-commits = commits itself to making its website accessible, as the Czech act no. 99/2019 Sb. on the accessibility of websites and mobile applications asks.
about-cz-status-full = The website is fully in conformity with act no. 99/2019 Sb.
about-cz-status-partial = The website is partly in conformity with act no. 99/2019 Sb., because of what is listed below.
about-cz-status-none = The website is not in conformity with act no. 99/2019 Sb., because of what is listed below.
about-cz-not-accessible = What does not conform to the act
about-cz-exemptions = What the act does not apply to
about-cz-burden = Assessment of a disproportionate burden (§ 7 of the act)
about-cz-procedure = Asking for a mend
about-cz-right = Everyone may ask us to mend what does not meet the act (§ 9), and may ask for information that they cannot get at in another form.
about-cz-request = Please give the address of the page, say what is not accessible, and how we shall answer.
about-cz-complaint = If our answer does not satisfy you, or none comes, you can write to the body that watches over the act:
about-cz-agency = Digital and Information Agency (Digitální a informační agentura, DIA), Prague

about-privacy-lead = Which personal data the portal keeps, why and for how long, and whom to ask.
about-no-controller = The office has not said here so far who runs the portal.
about-controller = Who answers for the data
about-data = What is kept
about-data-caption = Personal data in the portal
about-data-what = What
about-data-why = Why
about-data-ground = Ground in law
about-data-how-long = For how long
about-public = What the portal does not do
about-public-roles = Public pages name roles (mayor, chair, coordinator), not private persons.
about-public-cookies = Reading needs no account and sets no cookie. Signing in sets one that is needed for it; there are no others.
about-public-log = The log of the server holds no network addresses, no names and no words searched for.
about-public-others = No page loads anything from another host: no maps, fonts, statistics or videos of others.
about-rights = Your rights
about-rights-own = Whoever has an account sees, corrects and downloads their data on its page and can erase it there. What stays is the trail: the fact that an account changed something, without name and address.
about-rights-rest = Everybody may ask the office for access to their data, for correction, erasure or restriction, and may object to the processing.
about-rights-account = To the own account
about-authority-uodo = Complaints are heard by the President of the Personal Data Protection Office in Warsaw (Prezes Urzędu Ochrony Danych Osobowych).
about-authority-uoou = Complaints are heard by the Office for Personal Data Protection in Prague (Úřad pro ochranu osobních údajů).
personal-account-what = Account: name, e-mail address, language, hash of the password, second factor, link to an outside sign-in
personal-account-why = To let staff sign in and to write to them about their work
personal-account-how-long = As long as the account exists; an invitation that is not accepted ends after { $invitation } days
personal-roles-what = Roles of an account in partnerships, with their first and last day
personal-roles-why = To decide who may do what
personal-roles-how-long = As long as the account exists
personal-sessions-what = Sessions: when somebody signed in and was last there, with which kind of browser
personal-sessions-why = To stay signed in, and to see and end own sessions
personal-sessions-how-long = Until signing out, at most { $session } days, or { $rest } days without use
personal-tokens-what = Tokens for programs: name, scopes, hash, last use
personal-tokens-why = To let a program read in the name of an account
personal-tokens-how-long = At most { $token } days, or until revoked; a trace of it as long as the account exists
personal-attempts-what = Counted sign-ins: hashes made of the e-mail address and the network address, no address itself
personal-attempts-why = To slow down those who guess passwords
personal-attempts-how-long = Attempts for two hours at most; places from which somebody signed in for { $place } days
personal-letters-what = Letters to be sent: address and text
personal-letters-why = To send invitations, new passwords, notices and reports of accessibility problems once each
personal-letters-how-long = The text until it is sent or given up, at most { $wait } days; address and subject for { $letter } days after that
personal-answers-what = Answers to surveys: municipality, day and content, without name, account or address; own words may speak of persons
personal-answers-why = So that the diagnosis rests on what residents say; only counts are published, small ones hidden
personal-answers-how-long = As long as the survey exists, and 30 days after it is deleted
personal-drafts-what = Drafts: what somebody typed into a form and has not saved
personal-drafts-why = So that nothing typed is lost; nobody else sees it
personal-drafts-how-long = Until it is saved or thrown away, at most { $draft } days after the last change
personal-trail-what = Trail: which account changed what, and when
personal-trail-why = To answer for decisions and to find faults; nothing in it can be changed
personal-trail-how-long = As long as the portal; after an account is erased no name belongs to it any more
personal-ground-duty = Legal duty: article 6 (1) (c) of the GDPR
personal-ground-public-task = Task in the public interest: article 6 (1) (e) of the GDPR

# Reporting a barrier.
barrier-heading = Report an accessibility problem
barrier-lead = Say what does not work or cannot be read. No account is needed. The report goes to the office that runs the portal.
barrier-what = What the problem is
barrier-what-hint = What you want to do and what stands in the way. You may also ask for information in another form.
barrier-page = On which page
barrier-page-hint = The address or the name of the page.
barrier-answer = How to answer you
barrier-answer-hint = An e-mail address or a phone number. Without one the office cannot answer.
barrier-optional = optional
barrier-send = Send the report
barrier-sent = The report is kept
barrier-sent-hint = The portal sends it to the office. Without an address or a phone number there will be no answer.
barrier-empty = The problem is not described
barrier-empty-hint = Say in a few words what does not work.
barrier-too-long = The report is too long
barrier-too-long-hint = The description may have up to 4,000 characters, the page 500, the way to answer 200. Shorten the text and send it again.
barrier-too-often = Several reports came from this place already
barrier-too-often-hint = The next one can be sent in { $minutes } min. What you typed stays in the form. You may also write to the office directly.
barrier-no-office = The office gave no e-mail address
barrier-no-office-hint = The office has not given an e-mail address yet, so a report has nowhere to go. Please reach the office that runs the portal in another way.
letter-barrier = Report of an accessibility problem
letter-barrier-body =
    An accessibility problem was reported through the form of the portal.

    Page: { $page }

    { $what }

    Answer to: { $answer }
