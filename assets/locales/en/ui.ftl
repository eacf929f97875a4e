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
paper-language = Language of the paper
paper-preview = Preview
paper-page-of = Page { $page } of { $pages }
paper-refused = The brief cannot be made yet
paper-save = Save and seal…
paper-saving = Saving…
paper-sealed = Saved { $name } and sealed it in ledger entry { $seq }.
papers-sealed = Sealed papers
papers-about = Each paper’s digest stands in the ledger: a changed copy can be told.
papers-none = None yet.
paper-bytes = { $count } bytes
ledger-entry = ledger entry { $seq }

# The ledger.
ledger-about = Every change is an entry. Entries are never altered or removed; each is signed, and the whole can be verified at any time.
ledger-verify = Verify everything
ledger-verifying = Verifying…
ledger-good = Everything agrees.
ledger-bad = Something does not agree.
ledger-bad-hint = Nothing was changed by looking. Keep this copy as it is, and compare it with a backup.
ledger-checked = { $entries } entries, { $checkpoints } signed checkpoints, { $rows } rows compared
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
settings-passphrase = Passphrase
settings-passphrase-about = The new passphrase opens this register from now on. An older copy of the folder still opens with the old one.
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
