### Exhibits on the page of an order.

exhibits-title = Exhibits
exhibits-none = No exhibit yet. A file that you add is encrypted into the register; your own file stays where it is.
exhibits-add = Add exhibit…
exhibits-add-hint = You pick the file in the next step. Its size may be up to 2 GiB. It is copied and encrypted; its SHA-256 goes into the ledger.
exhibits-choose = Choose the file…
exhibits-progress = { $done } of { $of } KiB
exhibits-cancel = Cancel
exhibits-file = { $media }, { $size } bytes
exhibits-no-file = described only, without a file
exhibits-digest = SHA-256
exhibits-released = May be given to: { $to }
exhibits-released-to-nobody = May be given to nobody yet
exhibits-custody = Custody: { $count ->
    [one] { $count } act
   *[other] { $count } acts
}
exhibits-custody-failed = the file was not the one on record
exhibits-save = Save a copy…
exhibits-save-of = Save a copy of { $reference }…
exhibits-save-hint = The copy is not encrypted. Whoever gets it can read it. The reason goes into custody.
exhibits-reason = Why a copy leaves the register
exhibits-saved = The copy { $name } was saved; ledger entry { $seq } says so.
exhibits-verify = Verify
exhibits-verify-of = Verify { $reference }
exhibits-verified-good = { $reference }: the file is the one on record.
exhibits-verified-missing = { $reference }: the file is missing. Take it from a backup of the whole folder.
exhibits-verified-altered = { $reference }: the file is damaged or another one. Take it from a backup of the whole folder.
