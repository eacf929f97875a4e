### What exports say: the screen, the headers of tables, and what lies in a full export.

nav-exports = Export
export-title = Export
export-intro = Your register is yours: take it out at any time, in forms that other programs read. Nothing in the register changes.
export-format = What to write
export-format-csv = Table (CSV)
export-format-csv-about = For spreadsheets and statistics. No cell is ever a formula.
export-format-xlsx = Workbook (XLSX)
export-format-xlsx-about = For Excel and LibreOffice: days are days, the header filters.
export-format-lumen = Lumen-like JSON
export-format-lumen-about = One notice for each order, with the field names of Lumen. No affiliation.
export-format-dsa = DSA-like JSON
export-format-dsa-about = One statement for each item, with the field names of the EU’s DSA database. No affiliation.
export-format-json = Open register (JSON)
export-format-json-about = All records in a documented form; an empty register reads it back without loss.
export-format-all = Everything (ZIP)
export-format-all-about = Records, tables, ledger, codebook and method in one archive.
export-rows = One row for
export-rows-item = each item of an order
export-rows-order = each order
export-filter = Only orders with these words
export-filter-hint = As in the list of orders: number, authority, platform or address. Empty: all orders.
export-columns = Columns
export-columns-chosen = { $count } of { $of } columns
export-columns-usual = The usual ones
export-columns-all = All
export-columns-hint = Headers are in the language of the window.
export-columns-needed = Choose at least one column.
export-codes = Codes instead of words
export-codes-hint = For statistics: the same in every language.
export-sensitive = Also addresses and texts that identify a child or are intimate
export-sensitive-hint = Leave it off for anything that goes out of the house.
export-plan = What will be written
export-plan-orders =
    { $orders ->
        [0] No order has these words.
        [one] { $orders } order
       *[other] { $orders } orders
    }
export-plan-table =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }
export-plan-lumen =
    { $rows ->
        [one] { $rows } notice
       *[other] { $rows } notices
    }
export-plan-dsa =
    { $rows ->
        [one] { $rows } statement
       *[other] { $rows } statements
    }
export-plan-whole =
    { $rows ->
        [one] { $rows } record
       *[other] { $rows } records
    }
export-left-out =
    { $count ->
        [one] Left out: { $count } order that is a draft, a duplicate or withdrawn.
       *[other] Left out: { $count } orders that are drafts, duplicates or withdrawn.
    }
export-held-back =
    { $count ->
        [one] Held back: { $count } locked review whose item you, or nobody in the seat, may not read yet. To export everything, let both blind reviews be locked first.
       *[other] Held back: { $count } locked reviews whose items await the second blind review. To export everything, let both blind reviews be locked first.
    }
export-withheld =
    { $count ->
        [one] Withheld: address and text of { $count } item that identifies a child or is intimate.
       *[other] Withheld: addresses and texts of { $count } items that identify a child or are intimate.
    }
export-sealed = Never in it, because sealed: { $fields }; names and contacts of people.
export-sealed-inside = Sealed fields are in it: names, contacts, reasons. The file is not encrypted.
export-run = Choose a place and write…
export-running = Writing { $done } of { $of }…
export-cancel = Cancel
export-cancelled = Cancelled. No file was left behind.
export-done = Written: { $name }
export-done-bytes = { $count } bytes
export-done-shortened =
    { $count ->
        [one] { $count } text was longer than a cell and was cut. CSV and JSON hold it whole.
       *[other] { $count } texts were longer than a cell and were cut. CSV and JSON hold them whole.
    }
export-warn-title = This file is not encrypted
export-warn = Whoever gets the file reads everything: names, contacts and whatever else is sealed in the register. Write it to a disk that you trust, do not send it by mail, and delete it when it is no longer needed.
export-warn-check = I understand: the file is open to whoever has it
export-warn-yes = Write it
export-warn-no = Do not write
export-back = Read a register back
export-back-about = An open register (JSON) that Tarazy or another program wrote can be read into this register, because nothing is recorded here yet. Identifiers and links stay as they are; the ledger gets one entry.
export-back-full = Possible only in a new register. This one holds records already.
export-back-run = Choose a file…
export-back-running = Reading…
export-back-done = Read back from { $name }: { $records } records, { $orders } orders among them (ledger entry { $seq }).
export-cli-done = { $name }: { $rows } rows or records, { $bytes } bytes, SHA-256 { $digest }
export-cli-left-out = Orders left out (drafts, duplicates, withdrawn): { $count }
export-cli-withheld = Items whose address and text are withheld: { $count }
export-cli-held-back = Locked reviews held back (their second blind review is open): { $count }
export-cli-shortened = Texts cut to fit a cell: { $count }
export-cli-open = The file is not encrypted and holds what is sealed in the register.
export-cli-back = Read back from { $name }: { $records } records, { $orders } orders among them (ledger entry { $seq }).
export-sheet = Orders

# Headers that differ from the name of the field.
export-column-order-items = Items
export-column-order-reviewed = Items reviewed
export-column-item-platform = Platform of the item
export-column-item-kind = Kind of item
export-column-item-topic = Topic in words
export-column-review-verdict = Verdict
export-column-review-rubric = Version of the method

# Names of fields.
export-field-reference = Reference
export-field-learned = Learned of it
export-field-learned-how = How it became known
export-field-ground = Ground stated
export-field-action = What it demands
export-field-document-seen = Document seen as
export-field-names-items-by-url = Names each item by its address
export-field-informs-of-appeal = Says how to appeal
export-field-author-notified = The author was told
export-field-reasons-level = Reasons given
export-field-draft = Draft
export-field-signatory-role = Signed by (role)
export-field-representative = Legal representative
export-field-more-actions = Further demands
export-field-deadline-basis = What the term rests on
export-field-deadline-stated = Term stated in the order
export-field-closed = Closed
export-field-scope = Where it is to hold
export-field-duration = How long it is to hold
export-field-duration-until = To hold until
export-field-stated-reasons = Reasons, word for word
export-field-court-act-cited = Court act cited
export-field-expert-decision = Decision of the expert group
export-field-secrecy-demanded = Secrecy demanded
export-field-second-source = Second source
export-field-dup-of = Duplicate of
export-field-withdrawn = Withdrawn
export-field-kind = Kind
export-field-text = Text
export-field-posted = Posted
export-field-sensitivity = Care needed
export-field-views = Views
export-field-shares = Shares
export-field-followers = Followers
export-field-members = Members
export-field-reach-at = Reach counted on
export-field-visibility = Who could see it
export-field-topics = Topics
export-field-statement-mode = How it speaks
export-field-repetition-set = Repetition set
export-field-stub = Stub
export-field-referral-note = Referred to
export-field-demanded-action = Action demanded for the item
export-field-platform-basis = Rule the platform acted on
export-field-last-seen-up = Last seen up
export-field-first-seen-down = First seen down
export-field-author-notice = Author notified on
export-field-appeal-filed = Appeal filed
export-field-appeal-decided = Appeal decided
export-field-appeal-result = Result of the appeal
export-field-reinstated = Put back
export-field-reinstated-by = Put back by
export-field-chilling-effect = Chilling effect

# What lies in a full export.
export-readme =
    TARAZY: EVERYTHING IN THIS REGISTER

    Organisation: { $organisation }
    As of: { $as_of } (the last entry of the ledger)
    Records: { $records }; orders among them: { $orders }
    Ledger: { $entries } entries, root { $root }
    Written by: { $app }

    THIS ARCHIVE IS NOT ENCRYPTED. It holds names, contacts and everything else that is sealed in the register. Keep it where you would keep the register, and delete it when it is no longer needed.

    { $held ->
        [0] Reviews held back: none.
       *[other] REVIEWS HELD BACK: { $held }. Their items await the second blind review, so the second reviewer must not read them. They are not in this archive, and a register read back from it lacks them.
    }

    register.json – all records in the open form tarazy-register/1. “tarazy vault import-open register.json” reads it into a new register without loss.
    schema/ – the JSON Schema of that form, with a description of every kind and field.
    tables/ – the same records as CSV, a table for each kind: UTF-8, commas, codes instead of words. An apostrophe before =, +, - or @ keeps spreadsheets from taking a text for a formula; Tarazy takes it away again when it imports.
    codebook.csv, codebook.json – every field and every code, worded in Kazakh, Russian and English as far as there are words.
    method/ – a folder for each version of the method: the questions and rules by which items were reviewed.
    ledger/ – every signed entry (base64), the values beside it, the signed checkpoints, and the public key. The entries are canonical CBOR in a tree of RFC 6962; the checkpoints are C2SP signed notes (Ed25519).
    working/ – answers of reviews and to calibration cases that were not handed in yet, and texts written into papers.
    exhibits/ – the files of exhibits, each under its SHA-256, which stands in tables/exhibits.csv beside its description. One that could not be read is named in exhibits/UNREAD.txt.
    papers/ – the files of sealed papers that the register has kept, each under the id that tables/papers.csv gives.
    SHA256SUMS – “sha256sum -c SHA256SUMS” checks every file.

    Not inside, because the register does not keep them: the files of imported tables, and of papers that were sealed without a copy. Their SHA-256 are in tables/import_batches.csv and tables/papers.csv, so that your own copies can be checked.
