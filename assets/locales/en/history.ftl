# What an entry of the ledger tells, as a sentence. $of is a blank and the reference of what it is about, or nothing.
told-vault-created = The register was made
told-passphrase-changed = The passphrase was replaced
told-settings-changed = Settings were changed
told-authority-added = An authority was added{ $of }
told-platform-added = A platform was added{ $of }
told-measure-added = An audience figure was added{ $of }
told-complaint-recorded = The complaint{ $of } was recorded
told-order-recorded = The order{ $of } was recorded
told-order-amended = The order{ $of } was amended
told-orders-amended = Orders were amended together
told-change-undone = An earlier change was undone{ $of }
told-outcome-recorded = What happened to an item{ $of } was recorded
told-record-added = A record was added{ $of }
told-record-amended = A record was amended{ $of }
told-import-made = The file{ $of } was imported
told-import-undone = The import{ $of } was taken back
told-register-imported = A whole register was read back from an export
told-seat-taken = The reviewer{ $of } took the seat at this keyboard
told-items-assigned = Items were given to two reviewers
told-conflict-declared = { $detail ->
    [declared] A conflict of interest was declared{ $of }: somebody else reviews it
   *[other] A reviewer declared to have no conflict of interest{ $of }
}
told-cycle-opened = { $detail ->
    [item_changed] A new round of reviews was opened{ $of }, because the item or the order had changed
    [new_major] A new round of reviews was opened{ $of }, because the method had changed
    [new_evidence] A new round of reviews was opened{ $of }, because there was new evidence
   *[other] A new round of reviews was opened{ $of }, because of an error
}
told-review-locked = { $detail ->
    [second] The second blind review{ $of } was locked
   *[other] The first blind review{ $of } was locked
}
told-review-superseded = A locked review{ $of } was corrected before anybody else could read it; the earlier one is kept
told-disagreement-adjudicated = The disagreement{ $of } was adjudicated by a third reviewer
told-calibration-answered = Calibration case { $detail } was answered
told-method-drafted = A new version of the method was begun{ $of }
told-method-amended = The draft of the method{ $of } was saved
told-method-discarded = The draft of the method{ $of } was discarded
told-method-adopted = Version{ $of } of the method was adopted
told-method-retired = Version{ $of } of the method was retired
told-paper-sealed = The paper{ $of } was saved and sealed
told-example-laid-in = The invented example was laid in
told-by = { $sentence }, by { $actor }.
told-alone = { $sentence }.
