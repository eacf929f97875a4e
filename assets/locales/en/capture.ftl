### What quick capture says beyond the fields themselves.
capture-passage = In the text: { $before }⟨{ $passage }⟩{ $after }
capture-passage-hint = Recognised values are marked. Go to one to see its passage; Delete rejects it.
capture-certain = recognised, stated
capture-reject = Reject
capture-rejected = { $field }: rejected.
capture-also-read = Also read in the text
capture-also-read-item = Reject { $field }: { $value }
capture-also-empty = Everything else was rejected.
capture-field-actions = Demands
capture-field-deadline-stated = Term
capture-field-deadline-basis = Runs from
capture-field-stated-reasons = Reasons, verbatim
capture-field-secrecy-demanded = Secrecy demanded
capture-field-scope = Scope
capture-field-duration = Duration
capture-field-signatory-role = Signed by
capture-field-court-act-cited = Court act cited
capture-field-language = Language of the letter
capture-value-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
 }
capture-value-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
 }
capture-value-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
 }
capture-value-immediate = at once
capture-value-asap = soon, without a day
capture-value-until = until { $day }
capture-value-h24-from-receipt = receipt
capture-value-h24-from-issue = issue
capture-value-other = not said as receipt or issue
capture-value-yes = yes
capture-value-kz = Kazakhstan
capture-value-worldwide = worldwide
capture-value-permanent = permanent
capture-value-kk = Kazakh
capture-value-ru = Russian
capture-value-en = English
capture-value-mixed = several
capture-value-other-language = another
capture-duplicate-open = Open that one
capture-duplicate-add = Add the addresses to that one
capture-duplicate-anyway = Record anyway
capture-duplicate-choices = { $reference }: what to do
capture-duplicate-added = The addresses were added to { $reference }, ledger entry { $seq }.
duplicate-same-number-issuer = { $reference } has the same number of the same authority.
duplicate-alike-locator = { $reference } names nearly the same address.
duplicate-there = It stands there as { $locator }
duplicate-how = Different: { $how }.
duplicate-how-scheme = http or https, or the port
duplicate-how-host-case = capital letters of the host
duplicate-how-www = www.
duplicate-how-mobile = host for phones
duplicate-how-alias = another name of the same host
duplicate-how-slash = slash at the end
duplicate-how-escape = letters written as percent codes
duplicate-how-tracking = tracking parameters
duplicate-how-query-order = order of the parameters
duplicate-how-fragment = part behind #
duplicate-how-defanged = made harmless (hxxp, [.])
duplicate-how-other = way of writing
capture-stub = The order is about child sexual material
capture-stub-title = Nothing of this material is recorded
capture-stub-note = Only number, authority, date and platform are kept: no address, no text, no note. Do not open, copy or send on the material. Report it to the police, to the children's hotline 111, or to a hotline of the INHOPE network.
capture-stub-found = The pasted text speaks of child sexual material, so the form keeps a bare entry. If that is wrong, untick the box; the text was not stored.
capture-referral = Reported to (whom and when)
capture-referral-none = Not reported yet.
