# Drafts: what was typed into a form and is not saved.

draft-of = Draft of { $when }, not yet saved
draft-text = You see what you typed. Nobody else sees it; it is kept until { $until } and goes when you save.
draft-text-stale = You see what you typed. Somebody changed the entry since; when you save, you choose field by field. The draft is kept until { $until }.
draft-continue = Continue
draft-discard = Discard the draft
draft-discarded = The draft was discarded
draft-keep = Save draft
draft-kept = The draft is saved
draft-kept-text = You find it again in this form and under “My work”.
draft-saved = Draft saved { $when }
draft-not-saved = The draft cannot be saved just now. What you typed is still on this page; it is tried again.
draft-ended = Your session has ended. What you typed is still on this page: sign in in another tab, and it is saved here.
draft-sign-in = Sign in in a new tab
draft-again = What you typed before signing in again is here, not yet saved
draft-copy = Copy from: { $language }
draft-copied = Copied; not yet saved
draft-missing = Missing – { $languages }
draft-outdated = Out of date – { $languages }
draft-in-language = { $language }: { $count }
draft-signed-out = Sign in again – what you typed is kept on this page
draft-signed-out-lead = Your session has ended. After signing in you go on with the form as you left it.
draft-other-tab = If you sign in another way, do it in a new tab, come back here and send the form again.
draft-send-again = Send the form again
draft-go-on-heading = You are signed in, and what you typed is still here
draft-go-on-lead = Nothing of it is saved so far. Go on with the form as you left it.
draft-go-on = Go on with the form
