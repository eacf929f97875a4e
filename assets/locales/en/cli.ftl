### Words of the command line, and of the ledger wherever it is shown.

cli-done = Done.
cli-vault-absent = No vault at “{ $label }”.
cli-vault-locked = “{ $label }” holds a vault; it is locked.
cli-vault-open = “{ $label }” holds a vault; it opened.
cli-example-organisation = Example organisation
cli-example-actor = Example monitor
cli-example-made = The example register is in “{ $label }”. Everything in it is invented.
cli-example-passphrase = Passphrase: { $words }
cli-saved = Saved { $reference } (ledger entry { $seq }).
cli-import-dry = { $rows } rows: { $orders } orders with { $items } items. Repeated rows: { $duplicates }; orders already in the register: { $known }; rejected rows: { $rejected }. Nothing was written.
cli-import-made = { $rows } rows: { $orders } orders with { $items } items recorded. Repeated rows: { $duplicates }; orders already in the register: { $known }; rejected rows: { $rejected }. Import { $batch } can be taken back.
cli-import-rejected = row { $row }: { $reason } “{ $cell }”
cli-orders-total = { $count } of { $all } orders
cli-queue = To review: { $open }; locked: { $locked }
cli-measures = Complaints: { $complaints }; orders: { $orders }, document seen: { $seen }; items: { $items }, reviewed: { $reviewed }
cli-paper = { $name }: { $bytes } bytes, SHA-256 { $digest }, sealed in ledger entry { $seq }
cli-verified = Good: { $entries } entries, { $checkpoints } checkpoints, { $rows } rows. Root { $root }
cli-verified-bad = Bad: { $findings } findings in { $entries } entries, { $checkpoints } checkpoints, { $rows } rows. Nothing was changed. Keep this copy and compare it with a backup.
cli-threshold-yes = above the threshold
cli-threshold-no = not above the threshold
cli-threshold-unknown = threshold cannot be computed

# Events of the ledger.
event-vault-created = vault created
event-passphrase-changed = passphrase changed
event-settings-changed = settings changed
event-authority-added = authority added
event-platform-added = platform added
event-measure-added = audience measure added
event-complaint-recorded = complaint recorded
event-order-recorded = order recorded
event-order-amended = order amended
event-outcome-recorded = outcome recorded
event-record-added = record added
event-record-amended = record amended
event-import-made = file imported
event-import-undone = import taken back
event-register-imported = register read back
event-review-locked = review locked
event-paper-sealed = paper sealed
event-example-laid-in = example laid in

# What verification can find.
finding-header-one-copy = one of the two header copies cannot be read
finding-header-old = the header is an older copy
finding-page-damaged = a page of the database is damaged
finding-entry-unreadable = an entry cannot be read:
finding-entry-missing = an entry is missing at
finding-entry-altered = an entry was altered:
finding-entry-foreign = an entry belongs to another vault:
finding-checkpoint-missing = a checkpoint is missing after entry
finding-checkpoint-altered = a checkpoint was altered after entry
finding-checkpoint-gone = the checkpoint file beside the database is gone:
finding-checkpoint-disagrees = a checkpoint disagrees after entry
finding-rolled-back = the database was put back to before entry
finding-row-altered = a row was altered:
finding-row-unknown = a row has no entry:
finding-row-missing = a row is missing:
finding-batch-altered = rows of an import were altered:
finding-index-altered = the index of entries was altered at entry
finding-words-altered = the filter’s words were altered:
