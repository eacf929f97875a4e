### What the screens of orders, capture, import and review say.

# Orders.
orders-title = Orders
orders-filter = Number, authority, platform or address
orders-total =
    { $all ->
        [one] { $all } order
       *[other] { $all } orders
    }
orders-total-filtered = { $total } of { $all }
orders-import = Import
orders-draft = draft
orders-grid-label = Orders. Arrow keys move, Enter writes in a cell, Space opens the order, F1 lists all keys.
orders-row-loading = Loading…
orders-none-match = No order matches. Take a word away or write it otherwise.
orders-empty = No orders yet
orders-empty-hint = Record the first one with Ctrl+N, or import the table that you keep today.
orders-detail = The open order
orders-detail-loading = Opening the order…
orders-column-reference = Reference
orders-column-number = Number
orders-column-authority = Authority
orders-column-platform = Platform
orders-column-issued = Issued
orders-column-deadline = Within 24 hours
orders-column-items = Items
orders-column-reviewed = Reviewed

# One order.
order-amend = Amend
order-close = Close the order
order-term = 24-hour term
order-term-none = Neither the receipt nor the date of the order is known, so there is no term to compute.
order-term-receipt = Counted from the receipt by the platform: the term ends between { $from } and { $to }.
order-term-receipt-exact = Counted from the receipt by the platform: the term ends on { $from }.
order-term-issue = Only an estimate from the date of the order: a term counted so would end between { $from } and { $to }. The law counts from the receipt.
order-term-issue-exact = Only an estimate from the time of the order: a term counted so would end on { $from }. The law counts from the receipt.
order-term-why-met = Every item was down before the term can have ended.
order-term-why-missed = At least one item was still up when the term must have ended.
order-term-why-indeterminate = The times are known only as intervals, and they overlap the end of the term: neither “met” nor “missed” can be proved.
order-term-why-running = The term has not ended yet.
order-term-why-unknown = Without the time of receipt nobody can say whether the term was kept.
order-complaint = Complaint behind it
order-origin = Origin
order-from-import = from an import
order-items =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
order-items-more = Show more ({ $count } left)
order-items-cut = The first { $shown } of { $total } are shown.
order-history = History in the ledger
order-ledger-entry = entry { $seq }
saved-in-ledger = Saved: { $reference }, ledger entry { $seq }.
item-place = item { $place }:
item-without-locator = no address
item-term = term:
item-review = Review
item-review-read = Read the review
item-outcome = Outcome
outcome-what = What happened
outcome-when = First seen down
outcome-when-hint = When somebody first saw it gone, not when you suppose it went.
outcome-save = Save the outcome

# Moments.
time-date = Date
time-date-form = DD.MM.YYYY
time-clock = Time, if known
time-clock-form = HH:MM
time-zone = Time zone
time-basis = What it rests on
time-now = Now
time-state-unknown = unknown
time-state-day = known to the day: an interval of 24 hours
time-state-minute = known to the minute
time-state-kept = kept as recorded; editing replaces it
time-state-unreadable = This is not a date or time. Write 14.03.2025 and 09:30.
basis-document = a document
basis-platform-notice = the platform’s notice
basis-observed = own observation
basis-witness = a witness
basis-press = the press
basis-inferred = inference

# Quick capture.
capture-title = Record an order
capture-amend-title = Amend { $reference }
capture-paste = Paste a letter or an address
capture-paste-hint = Number, date, authority, platform, articles and addresses are recognised; you confirm them below.
capture-check = recognised, check it
capture-duplicates =
    { $count ->
        [one] This may be on record already
       *[other] This may be on record already ({ $count } orders)
    }
capture-duplicates-note = Nothing is merged by itself. Look at the other record first; if this is a different order, save it.
capture-duplicate-show = Show
duplicate-same-number = { $reference } has the same number.
duplicate-same-locator = { $reference } names the same address.
capture-number = Number
capture-authority = Authority
capture-platform = Platform
capture-issued = Issued
capture-received = Received by the platform
capture-received-hint = The 24 hours run from this moment. With the day alone, a whole day of the term stays indeterminate; write the time if anybody knows it. Unknown is better than guessed.
capture-locators = Addresses, one a line
capture-amend-adds = An amendment adds addresses; it takes none away.
capture-text = Text of the item, if known
capture-more = All other fields
capture-learned = Learned of it
capture-learned-how = How it became known
capture-instrument = Kind of act
capture-ground = Ground stated
capture-action = What it demands
capture-provisions = Provisions cited
capture-document-seen = Document seen as
capture-reasons-level = Reasons given
capture-names-items-by-url = Names each item by its address
capture-informs-of-appeal = Says how to appeal
capture-author-notified = The author was told
capture-note = Note
capture-as-draft = Will be saved as a draft. Still wanted:
capture-lacks-authority = authority
capture-lacks-number = number or date
capture-lacks-items = an address or text
capture-complete = Complete enough to count.
capture-time-unreadable = A date or time cannot be read; correct it before saving.
capture-cancel = Do not save
capture-kept = Unfinished order of { $at }
capture-kept-about = It was typed and not saved when the register was locked or the window closed.
capture-kept-go-on = Continue
capture-kept-discard = Discard
capture-save = Save
capture-save-anyway = Save as another order

# Import.
import-title = Import
import-intro = Choose the table that you keep: CSV, TSV or XLSX in any usual encoding, with or without a header. First you see what would be taken over; nothing is written before you say so, and every import can be undone.
import-choose = Choose a file…
import-choose-another = Import another file…
import-size-kb = { $amount } kB
import-size-mb = { $amount } MB
import-first-row = data from row { $row }
import-preset-rkn-dump = Recognised: a register in the form of Roskomnadzor’s dump. The columns are known.
import-mapping-hint = Check what each column holds. Leave out columns with names, phones or schools of children.
import-mapping-column = Column
import-mapping-samples = First values
import-mapping-field = Holds
import-mapping-field-of = What column “{ $column }” holds
import-mapping-empty = empty
import-column = Column { $number }
import-displaced = “{ $column }” held this field; it is left out now. Two columns never fill one field.
import-columns-used = { $used } of { $all } columns are taken over.
import-counting = Counting…
import-dry = What would be taken over
import-dry-hint = Nothing is written yet. Rows with the same authority, number and date make one order.
import-count-rows = Rows
import-count-rows-help = Rows with data in the file
import-count-orders = Orders
import-count-orders-help = Orders that would be new
import-count-items = Items
import-count-items-help = Items named by these orders
import-count-duplicates = Repeated
import-count-duplicates-help = Rows that say exactly what an earlier row said
import-count-known = Known
import-count-known-help = Orders the register holds already; left out
import-count-rejected = Rejected
import-count-rejected-help = Rows that cannot be read
import-groups = The largest orders
import-group-row = First row
import-rejected =
    { $count ->
        [one] { $count } row is rejected
       *[other] { $count } rows are rejected
    }
import-rejected-hint = The others can be imported; correct these in the file and import it again: what is known is left out.
import-rejected-row = Row
import-rejected-reason = Reason
import-rejected-cell = Cell
import-rejected-cut = The first { $shown } are shown.
import-leave = Leave the file
import-run =
    { $orders ->
        [one] Import { $orders } order
       *[other] Import { $orders } orders
    }
import-running = Importing { $name }
import-stage-reading = Reading
import-stage-grouping = Grouping
import-stage-writing = Writing
import-stage-indexing = Making indexes
import-stage-sealing = Sealing
import-cancel = Cancel
import-cancelling = Cancelling; nothing will be left behind…
import-cancelled = The import was cancelled. Nothing was written.
import-done = Imported
import-done-counts =
    { $orders ->
        [one] { $orders } order
       *[other] { $orders } orders
    } with { $items ->
        [one] { $items } item
       *[other] { $items } items
    } from { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, in one ledger entry.
import-done-known = Known before and left out: { $count }.
import-done-rejected = Rejected rows: { $count }.
import-done-time = It took { $seconds } s.
import-show-orders = Show the orders
import-undo = Undo
import-undo-title = Undo this import?
import-undo-question = { $orders } orders and { $items } items leave the register. The ledger keeps a record that they came and went; the file can be imported again.
import-undo-yes = Undo the import
import-undo-no = Keep it
import-undone = The import is undone: { $orders } orders left the register (ledger entry { $seq }).
imports-title = Imports so far
imports-loading = Loading…
imports-none = None yet.
imports-name = File
imports-at = When
imports-digest = Digest
imports-undone = undone
field-number = Order number
field-instrument = Kind of act
field-authority = Authority
field-issued = Date of the order
field-received = Date received
field-deadline = Deadline
field-complied = Date of removal
field-platform = Platform
field-locator = Address of the item
field-host = Host
field-ip = IP addresses
field-provisions = Legal basis
field-reason = Reason stated
field-topic = Actual topic
field-content = Text of the item
field-title = Title
field-author = Author or account
field-language = Language
field-place = Place
field-outcome = Outcome
field-verdict = Verdict of others
field-reviewer = Reviewer
field-evidence = Evidence
field-note = Note
field-confidential = Confidential
field-ignore = — do not import —

# Review.
review-title = Review
review-queue = Queue of reviews
review-queue-loading = Loading…
review-empty = Choose an item
review-empty-hint = Each item is judged by the published questions alone. N takes the next one; digits answer, arrows move, Q quotes.
review-loading = Opening the sheet…
review-state-started = started
review-content = The content
review-questions = The questions
review-posted = posted:
review-no-text = No text of this item is on record. Judge by what you have seen, and say so in question G1.
review-covered = This content may distress. It is shown only when you ask for it.
review-uncover = Show the content
review-quote = Quote (Q)
review-quote-hint = Select words, or walk through the sentences with arrows; Q attaches them to the current question, Q again adds another place.
review-keys = 1–9 answer · Shift + 1–3 how sure · ↑ ↓ Enter move · Q quotes the selection · N next item · Esc back to the queue
review-part-g = Gate: what was seen
review-part-a = Part A: the content
review-part-b = Part B: the order
review-decides = still decides
review-from-register = from the register; change it if it is wrong
review-ground-quote = Words it rests on
review-ground-note = Note
review-lacks-ground = “Shown” and “shown not” need a quote, an exhibit or a note.
review-help = Help, example, source
review-example = Example:
review-source = Source:
scale-y = shown
scale-ly = likely
scale-ln = likely not
scale-n = shown not
scale-ct = cannot tell
scale-na = does not apply
review-multiple = Several can hold: digits put in and take out, Enter moves on.
scale-original = original
scale-archived-copy = archived copy
scale-transcript = reliable transcript
scale-not-seen = not seen
scale-seen = seen
scale-quoted = quoted
scale-described = described
scale-yes = yes
scale-no = no
scale-cannot-tell = cannot tell
scale-none = none
scale-anonymous = anonymous source
scale-wide-public = wide public
scale-permanent = permanent
scale-pile-on = call to pile on
scale-fact = fact
scale-value-judgement = value judgement
scale-mixed = mixed
scale-satire = satire
scale-question = question
scale-threat = threat
scale-extortion = extortion
scale-intimate-image = intimate image
scale-doxing = doxing
scale-stalking = stalking
scale-call-to-violence = call to violence
scale-removed-own-posts = removed own posts
scale-closed-account = closed the account
scale-left-topic = gave up the topic
scale-left-country = left the country
subtype-bullying-with-public-interest = bullying, with a part of public interest
subtype-unlawful-with-public-interest = unlawful, with a part of public interest
subtype-harm-in-public-interest = of public interest, with a harmful part
subtype-threat = threat
subtype-extortion = extortion
subtype-intimate-image = intimate image
subtype-doxing = doxing
subtype-stalking = stalking
subtype-call-to-violence = call to violence
subtype-incitement = incitement
review-verdict = Computed verdict
review-computed = computed
review-settled = settled: open answers cannot change it
review-unsettled = not settled yet
review-rule-id = Rule { $rule }.
review-rule-none = No rule fires yet: the open answers lead to different verdicts.
review-findings = About the order:
review-defects = not met: { $codes }
order-finding-unlawful-on-its-face = unlawful on its face
order-finding-arbitrary = arbitrary
order-finding-defective-procedure = defective procedure
order-finding-no-defect-found = no defect found
order-finding-not-assessable = cannot be assessed
review-final = Final verdict
review-override-reason = Why it differs from the computed one
review-saving-waiting = Saving…
review-saving-saved = Answers saved.
review-saving-failed = The answers are not saved.
review-lock = Lock the review
review-obstacle-open = Answer the questions that still decide.
review-obstacle-ground = Answers that lack a quote, an exhibit or a note:
review-obstacle-reason = Give the reason of the override.
review-lock-title = Lock this review?
review-lock-question = { $reference }: “{ $verdict }”. A locked review goes into the ledger and is never edited.
review-lock-yes = Lock
review-lock-no = Not yet
review-locked = Locked review
review-locked-by = { $reviewer }, { $at }
review-overridden = The rules gave “{ $computed }”. Reason:
