# What an entry of the ledger tells, as a sentence. Three values speak of the thing, and each is empty where it has no reference: $of is a
# blank and the reference, $named a colon and the reference, $for what told-for makes of it after a blank. No sentence may need them.
told-vault-created = The register was made
told-passphrase-changed = The passphrase was replaced
told-key-set = Somebody else can open the register now
told-key-removed = A way to open the register was taken away
told-keys-rotated = All keys were made anew
told-vault-restored = The register was restored from a backup
told-settings-changed = Settings were changed
told-authority-added = An authority was added{ $named }
told-platform-added = A platform was added{ $named }
told-measure-added = An audience figure was added{ $named }
told-complaint-recorded = The complaint{ $of } was recorded
told-order-recorded = The order{ $of } was recorded
told-order-amended = The order{ $of } was amended
told-orders-amended = Several orders were amended together
told-change-undone = An earlier change was undone{ $named }
told-outcome-recorded = What happened to an item was recorded{ $named }
told-record-added = A record was added{ $named }
told-record-amended = A record was amended{ $named }
told-import-made = The file{ $of } was imported
told-import-undone = The import{ $of } was taken back
told-register-imported = A whole register was read back from an export
told-seat-taken = A reviewer took the seat at this keyboard{ $named }
told-items-assigned = Items were given to two reviewers{ $named }
told-conflict-declared = { $detail ->
    [declared] A reviewer declared a conflict of interest{ $for }: somebody else reviews the item
   *[other] A reviewer declared no conflict of interest{ $for }
}
told-cycle-opened = { $detail ->
    [item_changed] A new round of reviews was opened{ $for }, because the item or the order had changed
    [new_major] A new round of reviews was opened{ $for }, because the method had changed
    [new_evidence] A new round of reviews was opened{ $for }, because there was new evidence
   *[other] A new round of reviews was opened{ $for }, because of an error
}
told-review-locked = { $detail ->
    [second] A reviewer locked the second blind review{ $for }
   *[other] A reviewer locked the first blind review{ $for }
}
told-review-superseded = A reviewer corrected a locked review{ $for }, before anybody else could read it; the earlier one is kept
told-disagreement-adjudicated = A third reviewer adjudicated the disagreement{ $for }
told-calibration-answered = Calibration case { $detail } was answered
told-method-drafted = A new version of the method was begun{ $named }
told-method-amended = The draft of the method was saved{ $named }
told-method-discarded = The draft of the method was discarded{ $named }
told-method-adopted = A version of the method was adopted{ $named }
told-method-retired = A version of the method was retired{ $named }
told-paper-sealed = The paper{ $of } was saved and sealed
told-exhibit-added = A file was taken in as an exhibit{ $named }
told-exhibit-handled = Something was done with an exhibit{ $named }
told-example-laid-in = The invented example was laid in
told-purged = Values were purged{ $named }: { $detail ->
    [court_order] a court ordered it
    [persons_request] the person asked for it
    [child_safety] a child would have been in danger
   *[mistake] it should never have been recorded
    }
told-by = { $sentence } ({ $actor }).
told-alone = { $sentence }.
# Items of an order that has several are told by their places within it.
told-item = { $reference }, item { $items }
told-items = { $reference }, items { $items }
told-for = for { $what }
