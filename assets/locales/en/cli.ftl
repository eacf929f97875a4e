### Words of the command line, and of the ledger wherever it is shown.

cli-done = Done.
cli-vault-absent = No register at “{ $label }”.
cli-vault-locked = “{ $label }” holds a register; it is locked.
cli-vault-open = “{ $label }” holds a register; it opened.
cli-example-organisation = Example organisation
cli-example-actor = Example monitor
cli-example-made = The example register is in “{ $label }”. Everything in it is invented.
cli-example-passphrase = Passphrase: { $words }
cli-saved = Saved { $reference } (ledger entry { $seq }).
cli-saved-plain = Saved (ledger entry { $seq }).
cli-import-dry = { $rows } rows: { $orders } orders with { $items } items. Repeated rows: { $duplicates }; orders already in the register: { $known }; rejected rows: { $rejected }. Nothing was written.
cli-import-made = { $rows } rows: { $orders } orders with { $items } items recorded. Repeated rows: { $duplicates }; orders already in the register: { $known }; rejected rows: { $rejected }. Import { $batch } can be taken back.
cli-import-seen = Warning: this very file was imported on { $when } as “{ $name }” and made { $orders } orders. Rows without an order number are recorded a second time.
cli-import-grown = Orders in the register that get more: { $orders } (items: { $items }, outcomes: { $outcomes }).
cli-import-differing = Outcomes that the register tells otherwise and keeps: { $count }.
cli-import-dates = Column “{ $column }”: “{ $sample }” can be read in two ways; say --dates day_first or month_first for it.
cli-import-warning = row { $row }: the address may deceive the eye ({ $code }): { $shown }
cli-import-figures = { $rows } rows hold { $figures } official figures; not read: { $rejected }. Nothing was written.
cli-import-rejected = row { $row }: { $reason } “{ $cell }”
cli-orders-total = { $count } of { $all } orders
cli-bulk-dry = { $orders } orders: { $change } would change, { $already } have the value already, { $refused } cannot take it. Nothing was written.
cli-bulk-done = Changed orders: { $changed }, ledger entries: { $entries }.
cli-bulk-nothing = Nothing would change.
cli-undone = Undone: { $what } { $reference } (ledger entry { $seq }).
cli-queue = Seat: { $seat }. Without a verdict: { $open }; given to you: { $mine }; waiting for the other reviewer: { $waiting }; disputed: { $disputed }; to be judged anew: { $again }; settled: { $settled }
cli-stage-declare = say first whether there is a conflict of interest
cli-stage-answer = to be answered
cli-stage-locked = locked, the other review is still open
cli-stage-open = both reviews can be read
cli-stage-taken = others have this item
cli-stage-declined = a conflict of interest was declared
cli-from-register = from the register
cli-reviewer = locked: { $locked }, open: { $open }
cli-agreement = Method { $major }.x: { $pairs } items with two blind reviews; disputed: { $disputed }, adjudicated: { $adjudicated }. Blind answers only, before any adjudication.
cli-measures = Complaints: { $complaints }; orders: { $orders }, document seen: { $seen }; items: { $items }, reviewed: { $reviewed }
cli-paper = { $name }: { $bytes } bytes, SHA-256 { $digest }, sealed in ledger entry { $seq }
cli-verified = Good: { $entries } ledger entries, { $checkpoints } checkpoints, { $rows } records. Root { $root }
cli-verified-bad = { $findings ->
    [one] Bad: { $findings } finding
   *[other] Bad: { $findings } findings
} in { $entries } ledger entries, { $checkpoints } checkpoints, { $rows } records. Nothing was changed by looking.
cli-since-grown = Good: the ledger still begins with the { $from } entries that this checkpoint signed; it has { $to } now.
cli-since-foreign = This is no checkpoint of this ledger, or its signature does not hold. It says nothing about the ledger.
cli-since-shorter = Bad: this checkpoint signed { $from } entries and the ledger has { $to }. An older copy of the register was put back.
cli-since-rewritten = Bad: the ledger was written anew. Other entries stand where the { $from } stood that this checkpoint signed.
cli-threshold-yes = above the threshold
cli-threshold-no = not above the threshold
cli-threshold-unknown = threshold cannot be computed

# Events of the ledger.
event-vault-created = register made
event-passphrase-changed = passphrase changed
event-key-set = the register can be opened by somebody else
event-key-removed = a way to open the register was taken away
event-keys-rotated = all keys made anew
event-vault-restored = register restored from a backup
event-settings-changed = settings changed
event-authority-added = authority added
event-platform-added = platform added
event-measure-added = audience measure added
event-complaint-recorded = complaint recorded
event-order-recorded = order recorded
event-order-amended = order amended
event-orders-amended = orders amended together
event-change-undone = a change undone
event-outcome-recorded = outcome recorded
event-record-added = record added
event-record-amended = record amended
event-import-made = file imported
event-import-undone = import taken back
event-register-imported = register read back
event-review-locked = review locked
event-seat-taken = seat taken
event-items-assigned = items given out
event-conflict-declared = conflict of interest asked
event-cycle-opened = judged anew
event-review-superseded = review corrected
event-disagreement-adjudicated = disagreement adjudicated
event-calibration-answered = calibration case answered
event-method-drafted = a draft of a method begun
event-method-amended = a draft of a method saved
event-method-discarded = a draft of a method discarded
event-method-adopted = a version of the method adopted
event-method-retired = a version of the method retired
event-paper-sealed = paper sealed
event-exhibit-added = exhibit added
event-exhibit-handled = exhibit handled
event-example-laid-in = example laid in
event-purged = values purged

# Exhibits on the command line.
cli-exhibit-verified-good = { $reference }: the file is the one on record. Ledger entry { $seq }.
cli-exhibit-verified-missing = { $reference }: the file is missing. Ledger entry { $seq }.
cli-exhibit-verified-altered = { $reference }: the file is damaged or another one. Ledger entry { $seq }.
cli-exhibit-saved = { $reference }: a copy was saved as { $name }. SHA-256 { $digest }. Ledger entry { $seq }.
cli-exhibits-none = No exhibits.

# What opens a register, and copies of it.
cli-key-passphrase = passphrase ({ $memory } MiB, { $passes } passes)
cli-key-second = second person ({ $memory } MiB, { $passes } passes)
cli-key-recovery = recovery key{ $shares ->
    [0] {""}
   *[other] , divided into { $shares } shares of which two open it
}
cli-backup-made = { $name }: { $bytes } bytes, ledger entries { $entries }, files of exhibits { $files }. It was restored to a temporary place and everything in it was checked.
cli-backup-made-found = { $name }: { $bytes } bytes, ledger entries { $entries }, files of exhibits { $files }. The backup stays, but it does not count as verified; no older one was taken away. Found in it:
cli-backup-none = There is no backup of this register in the chosen folder.
cli-backup-line = { $name }  { $at }  { $bytes } bytes
cli-backup-line-unverified = { $name }  { $at }  { $bytes } bytes  (not tried out)
cli-backup-drilled = { $name } opens by the recovery key: ledger entries { $entries }, records { $rows }, files of exhibits { $files }, found { $findings }.
