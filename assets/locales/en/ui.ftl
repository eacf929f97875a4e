### Words of the window.

loading = Reading…
save = Save
may-stay-empty = May stay empty.
saved-line = Saved { $reference } (ledger entry { $seq }).
skip-to-content = Skip to the content
languages = Language
dialog-close = Close
palette = Go to or do
palette-find = Find a screen or an action
palette-none = Nothing has this name.
page-newer = Newer
page-older = Older
example-notice = Example register: every person, order and number in it is invented.
about-offline = Tarazy { $version } · works without a network; nothing leaves this computer unless you save it.

# Time.
time-month = { $month } { $year }
time-left = { $hours } h { $minutes } min
month-alone-1 = January
month-alone-2 = February
month-alone-3 = March
month-alone-4 = April
month-alone-5 = May
month-alone-6 = June
month-alone-7 = July
month-alone-8 = August
month-alone-9 = September
month-alone-10 = October
month-alone-11 = November
month-alone-12 = December

# The rail.
rail = Screens
rail-new = Record an order
rail-lock = Lock
nav-desk = Desk
nav-orders = Orders
nav-review = Review
nav-papers = Papers
nav-complaints = Complaints
nav-platforms = Platforms
nav-imports = Import
nav-ledger = Ledger
nav-health = Safekeeping
nav-settings = Settings

# Columns used by several tables.
column-reference = Reference
column-order = Order
column-platform = Platform

# Unlocking and creating.
passphrase = Passphrase
passphrase-show = Show what is typed
unlock-title = Unlock the register
unlock-where = Folder “{ $label }”
unlock-do = Unlock
unlock-busy = Checking the passphrase…
vault-choose = Other folder…
create-title = A new register
create-about = The register is one encrypted folder on this computer. Only the passphrase opens it.
create-org = Organisation
create-org-hint = As papers name it.
create-actor = Your name
create-actor-hint = As the ledger names you.
create-suggest = Offer six words
create-passphrase-hint = Let six random words be offered, or write your own: long and unlike anything published.
create-offered = Random, about { $bits } bits. Write these words down on paper and keep it apart from the computer; then type them again below.
create-again = The passphrase once more
create-differs = The two differ.
create-example = Fill it with the example register (invented)
create-warning = If the passphrase is lost, nobody can open the register, and neither can we.
create-do = Create
create-busy = Deriving the key…
strength-weak = Too weak (about { $bits } bits): anybody who takes the computer could guess it.
strength-fair = Fair (about { $bits } bits). Six random words are stronger.
strength-strong = Strong (about { $bits } bits).

# The desk.
desk-empty = Nothing is recorded yet
desk-empty-hint = Record the first order that you learn of, even if you know almost nothing about it, or import a table that you already keep.
desk-import = Import a table
desk-figures = Three figures of the register
desk-criticism = Legitimate criticism among reviewed items
desk-bullying = Real bullying among reviewed items
desk-known = Known to us
desk-orders = { $count ->
    [one] { $count } order
   *[other] { $count } orders
}
desk-items = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
desk-seen = document seen: { $count } of { $of } orders
desk-complaints = complaints without a known order: { $count } of { $of }
desk-clocks = Running 24-hour clocks
desk-no-clocks = No clock is running.
desk-left = Left
desk-ending = may be over
desk-terms = Terms of all orders:
desk-drafts = Drafts to complete
desk-no-drafts = No drafts.
desk-drafts-apart = A draft is in no figure until it is completed.
desk-more = and { $count } more
desk-reviews = Reviews
desk-to-review = { $count ->
    [0] No item waits for a review.
    [one] { $count } item waits for a review.
   *[other] { $count } items wait for a review.
}
desk-reviewed = reviewed: { $count } of { $of } items
desk-review = Start reviewing
desk-entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
desk-last-entry = last entry { $at }

# Shares.
share-nothing = None reviewed yet
share-too-few = Too few for a percentage
share-interval = 95% interval { $low }–{ $high }
share-band = If “cannot tell” went one way or the other: { $low }–{ $high }

# Papers.
papers-view = What is shown
papers-new = New paper
papers-sealed = Sealed papers
papers-sealed-count = Sealed papers: { $count }
paper-form = What the paper is
paper-kind = Kind of paper
paper-kind-brief = Press brief
paper-kind-brief-about = One page: one number, one chart, the ministry’s answer.
paper-kind-report = Arbitrariness report
paper-kind-report-about = What was ordered, how it was judged, what the method shows.
paper-kind-annual = Annual overview
paper-kind-annual-about = A year of orders, with comparisons and limits.
paper-kind-case-file = Case file
paper-kind-case-file-about = One order for a court: chronology, checklist, exhibits.
paper-kind-special-procedures = Submission to UN special procedures
paper-kind-special-procedures-about = One case, field by field as the UN asks for it.
paper-kind-upr = Submission to the UPR
paper-kind-upr-about = Numbered paragraphs within a limit of words.
paper-language = Language of the paper
paper-audience = For whom
paper-audience-none = readers not told apart
paper-audience-court = Court
paper-audience-court-about = Everything that the case needs, with what proves it.
paper-audience-lawyer = Lawyer of the case
paper-audience-lawyer-about = As the court, and working notes.
paper-audience-partner = Partner organisation
paper-audience-partner-about = Cases, but no sealed names.
paper-audience-press = Press
paper-audience-press-about = No sealed name; small numbers withheld.
paper-audience-public = Everybody
paper-audience-public-about = Only what may stand in public.
paper-format = File
paper-format-pdf = PDF
paper-format-docx = Word
paper-format-docx-note = Word lays out its pages by itself: lines and pages may end elsewhere than here.
paper-filter = Orders it speaks of
paper-filter-all = All { $all } orders
paper-filter-found = { $total } of { $all } orders
paper-filter-kept = Until this can be read, the paper keeps the filter before.
paper-subject = Order it is about
paper-subject-hint = Type a reference or a number and choose from the list.
paper-subject-choose = Choose the order
paper-subject-undated = date not known
paper-texts = Your words
paper-texts-about = They stand in the paper as your words, apart from the sentences that are computed. Saved as you type, for this language alone.
paper-texts-order-first = Choose the order first: these words belong to it.
paper-texts-unsaved = Some words could not be saved, so nothing was checked. They are still in their fields.
paper-text-reply-hint = Quote it, and say when it was asked for and when it came.
paper-text-saving = saving…
paper-text-saved = saved
paper-text-unsaved = not saved
paper-text-day-wrong = A day, as 31.12.2026.
paper-text-number-wrong = A whole number, without words.
paper-words = { $words } of { $limit } words
paper-words-meter = Words of the limit
paper-words-notes = notes counted apart: { $count }
paper-words-left = { $count } left.
paper-words-over = { $count } over the limit: it cannot be sealed until the texts are shorter.
paper-preview = Preview
paper-pages = Pages
paper-pages-count = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
paper-page-of = Page { $page } of { $pages }
paper-page-before = Page before
paper-page-after = Next page
paper-page-none = This language has no such page.
paper-behind = Updating…
paper-beside = Languages side by side
paper-beside-other = Language beside it
paper-beside-one = One language
paper-beside-two = Two
paper-beside-three = Three
paper-zoom = Size of the pages
paper-zoom-fit = Fit width
paper-zoom-full = 100%
paper-refused = It cannot be sealed yet.
refused-paper-needs-review = The paper needs at least one reviewed item. Lock a review first.
refused-paper-needs-order = This paper is about one order. Choose it on the left.
refused-paper-period = The last day of the period lies before the first, or a day is out of reach. The usual four years are shown. Correct the days.
refused-paper-over-limit = It has more words than allowed. Shorten the texts, or set another limit.
refused-other = Something that it needs is missing. Look at the fields on the left.
paper-check = Check and seal…
seal-title = Check and seal
seal-checking = Searching the words and the file for what its readers may not see…
seal-clean = Nothing was found that its readers may not see, neither in the words nor in the bytes of the file.
seal-again = Check again
seal-back = Back to the paper
seal-done-title = Sealed
seal-done = { $name } was saved and sealed in ledger entry { $seq }.
seal-done-hint = Whoever has the file can compare this digest: one changed letter gives another.
seal-show = Show sealed papers
leaks-found = { $count ->
    [one] Found: { $count } place that its readers may not see
   *[other] Found: { $count } places that its readers may not see
}
leaks-about = Nothing was saved. Take these words out of your texts or the filter, or choose other readers, and check again.
override-do = A lawyer lets it stand…
override-title = Decision of a lawyer
override-reason = Why it may stay
override-reason-hint = At least { $count } letters. The reason is entered in the ledger.
override-understood = { $count ->
    [one] I have looked at the { $count } place and answer for letting it stand.
   *[other] I have looked at all { $count } places and answer for letting them stand.
}
override-save = Seal all the same ({ $count })…
paper-save = Save and seal…
paper-saving = Saving…
paper-sealed = Saved { $name } and sealed it in ledger entry { $seq }.
order-paper = Make the case file of this order
papers-about = Each paper’s digest stands in the ledger: a changed copy can be told.
papers-none = No sealed papers yet
papers-none-hint = Each paper that is sealed stands here with its digest, so that a copy can be held against it.
papers-every-kind = Every kind ({ $count })
paper-let-stand = { $count ->
    [one] { $count } sealed value was let stand: { $reason }
   *[other] { $count } sealed values were let stand: { $reason }
}
paper-verify = Verify a file…
paper-verify-same = { $file } is { $paper }, byte for byte: it is the sealed paper.
paper-verify-other = { $file } is not { $paper }. It is another sealed paper, unchanged: { $other }.
paper-verify-different = { $file } is not { $paper }, nor any other paper sealed here: it was changed, or never sealed.
paper-bundle = Bundle…
paper-bundle-hint = The paper with everything by which a stranger checks it.
paper-bundled = Saved the bundle { $name }: ledger entries { $entries }, values withheld { $withheld }. { $figures }
paper-save-again = Save again…
paper-saved-again = Saved { $name } again, byte for byte as it was sealed.
paper-bytes = { $count } bytes
ledger-entry = ledger entry { $seq }

# The ledger.
ledger-about = Every change is an entry. Entries are never altered or removed; each is signed, and the whole can be verified at any time.
ledger-verify = Verify everything
ledger-verifying = Verifying…
ledger-good = Everything agrees.
ledger-bad = Something does not agree.
ledger-bad-hint = Nothing was changed by looking.
ledger-checked = { $entries } ledger entries, { $checkpoints } signed checkpoints, { $rows } records compared
ledger-size = Entries
ledger-root = Root
ledger-device = This device
ledger-seq = No.
ledger-at = When
ledger-event = What
ledger-object = About
ledger-actor = Who
ledger-leaf = Digest

# Settings.
settings-language = Language
settings-theme = Appearance
theme-system = As the system
theme-light = Light
theme-dark = Dark
settings-register = This register
settings-folder = Folder
settings-version = Version
settings-reminders = Reminders
settings-reminders-on = Remind me of terms that end
settings-reminders-about = Two hours before a 24-hour term ends and when it ends, the system shows a notification that says “Tarazy” and nothing else: whoever sees the screen learns nothing. A locked register reminds of nothing.
settings-old = Passphrase now
settings-new = New passphrase
settings-passphrase-do = Change
settings-passphrase-done = The passphrase was changed.
settings-keys = Keys
settings-notices = Works of others
settings-notices-about = Fonts and word lists inside this program, with what their authors ask to be said.
keys-screens = The first nine screens, in the order of the rail
keys-landmark = From the rail to the content and back
keys-zoom = Enlarge, reduce

# Complaints.
complaints-empty = No complaints recorded
complaints-empty-hint = Record complaints too, above all those that led to no order: they show what was left undone.
complaint-new = Record a complaint
complaint-filed = Filed on
complaint-channel = Channel
complaint-filer = Filed by
complaint-decision = What came of it
complaint-expert = Sent to the expert group
complaint-order = Reference of the order it led to
complaint-led-to = Led to
complaint-note = What it was about
complaint-no-order = none known

# Platforms.
platforms-about = Whether a platform stands above the threshold of 100,000 users a day is computed from published figures, never ticked by hand.
platforms-empty = No platforms yet
platforms-empty-hint = A platform appears here with the first order that names it.
platform-kind = Kind
platform-threshold = Above 100,000?
platform-measure = By which figure
platform-no-measure = no figure recorded
platform-measured = { $value } { $unit }, { $period }
platform-add-measure = Add a figure
platform-add-measure-of = Add a figure: { $name }
threshold-yes = yes
threshold-no = no
threshold-unknown = cannot be told
measure-value = Users
measure-value-wrong = A whole number, without words.
measure-unit = Counted as
measure-period = Month
measure-period-hint = As 2026-05.
measure-source = Who published it
measure-source-hint = The publication or its address, so that anybody can check it.

# Failures: what happened, that nothing was lost, what to do.
failure-retry = Try again
