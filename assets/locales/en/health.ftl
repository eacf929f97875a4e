### How the register is: what was checked, what was found, what to do; and what may be sent to those who help.

health-parts = Parts of this screen
health-part-state = Check
health-part-backup = Backups
health-part-keys = What opens it
health-part-purge = Take a name away

# The state as a whole.
health-unchecked = Not checked whole in this session yet
health-checking = Being checked: { $what }
health-good = Everything is as it was written
health-found = { $count ->
    [one] { $count } thing was found
   *[other] { $count } things were found
}
health-step-pages = pages of the database
health-step-trees = order of the database
health-step-ledger = entries of the ledger
health-step-rows = records against the ledger
health-step-files = files of exhibits
health-step-words = words of the filter
health-step-verdicts = verdicts against their reviews
health-progress = The check is under way
health-check = Check everything now
health-check-busy = Checking…
health-check-about = The check reads and changes nothing. It runs in the background; you can go on working.
health-checked = Checked on { $at } in { $seconds } s: { $entries } ledger entries, { $rows } records compared
health-read-only = The register can only be read
health-read-only-about = Damage was found when it was opened, so nothing is written: whatever is still whole stays whole. You can read, search and export everything that can be read.
health-unclean = The last session ended without locking, as after a power cut. The database was checked when it was opened, and nothing that was saved is lost.
health-unclean-damaged = The last session ended without locking, as after a power cut. The damage may come from that or not: read below what was found and what to do.

# What was found.
health-findings = What was found
health-weight-damage = Damage
health-weight-damage-about = Something is not what it was.
health-weight-warning = Needs attention
health-weight-warning-about = Nothing is lost yet.
health-weight-note = Good to know
health-weight-note-about = Nothing has to be done at once.
health-do = What to do
health-places = Where
health-places-more = and { $count } more

# Each of them: what is wrong, and what to do.
health-what-page-damaged = A page of the database is damaged.
health-do-page-damaged = Stop recording. Copy the whole folder to another disk and leave this one as it is; then put back the newest verified backup. What was recorded after it can still be read here and recorded again.
health-what-tree-damaged = The inner order of the database is broken, or its file was cut short.
health-do-tree-damaged = Stop recording. Copy the whole folder to another disk and leave this one as it is; then put back the newest verified backup. What was recorded after it can still be read here and recorded again.
health-what-header-gone = Neither copy of the header, which holds the keys, can be read any more.
health-do-header-gone = Do not lock the register: it could not be opened again. Change the passphrase now, which writes both copies anew; then make a backup.
health-what-header-one-copy = One of the two copies of the header cannot be read; the other one opened the register.
health-do-header-one-copy = Nothing is lost. Change the passphrase: both copies are written anew. Then make a backup.
health-what-header-old = The header is older than the database knows: somebody put back an earlier copy, and an old passphrase may open it.
health-do-header-old = If it was none of you, somebody had the folder in hand. Change the passphrase, and make new keys for everything.
health-what-header-differs = The two copies of the header did not say the same; the newer one was taken.
health-do-header-differs = A change of keys that was cut off leaves this behind, and nothing is lost. If nobody was changing keys, somebody had the folder in hand: make new keys for everything.
health-what-rolled-back = The database was put back to an earlier state: entries that were written are not in it.
health-do-rolled-back = Keep this folder as it is: it is evidence of what was done. Compare with the newest backup and with sealed papers, and ask everybody who can reach this computer. Go on from a backup in which everything agrees.
health-what-tip-damaged = The note of the last entry, which lies beside the database, cannot be read.
health-do-tip-damaged = The entries themselves were checked and count. Compare the root on the screen of the ledger with the last bundle or backup that left this computer. When the register is locked the file is written anew; make a new backup then.
health-what-tip-gone = The note of the last entry, which lies beside the database, is gone.
health-do-tip-gone = The entries themselves were checked and count. Compare the root on the screen of the ledger with the last bundle or backup that left this computer. When the register is locked the file is written anew; make a new backup then.
health-what-checkpoint-gone = The file with the last signed checkpoint, which lies beside the database, is gone.
health-do-checkpoint-gone = The entries themselves were checked and count. Compare the root on the screen of the ledger with the last bundle or backup that left this computer. When the register is locked the file is written anew; make a new backup then.
health-what-checkpoint-altered = A signed checkpoint was altered.
health-do-checkpoint-altered = Keep this folder as it is: it is evidence of what was done. Compare with the newest backup and with sealed papers, and ask everybody who can reach this computer. Go on from a backup in which everything agrees.
health-what-checkpoint-missing = A signed checkpoint is missing.
health-do-checkpoint-missing = Keep this folder as it is: it is evidence of what was done. Compare with the newest backup and with sealed papers, and ask everybody who can reach this computer. Go on from a backup in which everything agrees.
health-what-checkpoint-disagrees = A signed checkpoint does not agree with the entries before it.
health-do-checkpoint-disagrees = Keep this folder as it is: it is evidence of what was done. Compare with the newest backup and with sealed papers, and ask everybody who can reach this computer. Go on from a backup in which everything agrees.
health-what-entry-unreadable = An entry of the ledger cannot be read.
health-do-entry-unreadable = Keep this folder as it is: it is evidence of what was done. Compare with the newest backup and with sealed papers, and ask everybody who can reach this computer. Go on from a backup in which everything agrees.
health-what-entry-missing = An entry of the ledger is missing.
health-do-entry-missing = Keep this folder as it is: it is evidence of what was done. Compare with the newest backup and with sealed papers, and ask everybody who can reach this computer. Go on from a backup in which everything agrees.
health-what-entry-altered = An entry of the ledger was altered.
health-do-entry-altered = Keep this folder as it is: it is evidence of what was done. Compare with the newest backup and with sealed papers, and ask everybody who can reach this computer. Go on from a backup in which everything agrees.
health-what-entry-foreign = An entry of the ledger belongs to another register.
health-do-entry-foreign = Keep this folder as it is: it is evidence of what was done. Compare with the newest backup and with sealed papers, and ask everybody who can reach this computer. Go on from a backup in which everything agrees.
health-what-row-altered = A record is not what the ledger says of it: it was changed past the app.
health-do-row-altered = Keep this folder as it is: it is evidence of what was done. Compare with the newest backup and with sealed papers, and ask everybody who can reach this computer. Go on from a backup in which everything agrees.
health-what-row-unknown = There is a record that no entry of the ledger speaks of: it was put in past the app.
health-do-row-unknown = Keep this folder as it is: it is evidence of what was done. Compare with the newest backup and with sealed papers, and ask everybody who can reach this computer. Go on from a backup in which everything agrees.
health-what-row-missing = A record that the ledger speaks of is gone: it was taken out past the app.
health-do-row-missing = Keep this folder as it is: it is evidence of what was done. Compare with the newest backup and with sealed papers, and ask everybody who can reach this computer. Go on from a backup in which everything agrees.
health-what-batch-altered = Records that an import brought were altered.
health-do-batch-altered = Keep this folder as it is: it is evidence of what was done. Compare with the newest backup and with sealed papers, and ask everybody who can reach this computer. Go on from a backup in which everything agrees.
health-what-index-altered = The index from records to entries of the ledger was altered.
health-do-index-altered = Keep this folder as it is: it is evidence of what was done. Compare with the newest backup and with sealed papers, and ask everybody who can reach this computer. Go on from a backup in which everything agrees.
health-what-words-altered = Words by which the filter finds an order are not those of the order.
health-do-words-altered = The order itself agrees. Change any field of it and change it back: its words are made anew. If many orders are named, restore a backup.
health-what-verdict-differs = A verdict is not what its reviews come to.
health-do-verdict-differs = Keep this folder as it is: it is evidence of what was done. Compare with the newest backup and with sealed papers, and ask everybody who can reach this computer. Go on from a backup in which everything agrees.
health-what-exhibit-missing = The file of an exhibit is missing.
health-do-exhibit-missing = Look for it in a backup, or add the same file to the order once more: it is known by its digest.
health-what-exhibit-altered = The file of an exhibit is damaged, or another one lies in its place.
health-do-exhibit-altered = Leave the folder as it is. Take the file from a backup, or add the same file to the order once more: it is known by its digest.
health-what-exhibit-unknown = There is an encrypted file that no exhibit names.
health-do-exhibit-unknown = What the app began to take in and did not finish, it clears away by itself; this file is none of those. Leave it where it is and compare with a backup: either it was put there, or the record of it was taken out.
health-what-file-unknown = There is a file in the register’s folder that the app did not write.
health-do-file-unknown = Nothing of the register is touched by it. If it is yours, move it elsewhere; if nobody knows it, ask who had the folder in hand.
health-what-rotation-begun = New keys were begun and are not finished.
health-do-rotation-begun = Go on with them under “What opens it”. Until they are finished everything opens with the old keys, as before.
health-what-backup-due = There is no fresh backup.
health-do-backup-due = Make one under “Backups”, on a disk that does not stay in this room.
health-what-memory-unlocked = The system did not let the app keep its keys out of the swap file.
health-do-memory-unlocked = Shut the computer down instead of letting it sleep, and turn on the encryption of the whole disk.
health-what-clock-back = The clock of this computer is behind the last entry of the ledger.
health-do-clock-back = The order of the entries holds all the same. Set the clock right before you record anything: dates in papers follow it.
health-what-other = Something was found that this version has no words for.
health-do-other = Keep the folder as it is, and send the support report to those who help you.

# What stands beside it.
health-beside = What else protects it
health-backup = Backup
health-backup-none = There is no verified backup. If this disk dies or the computer is taken, everything is gone.
health-backup-days = { $days ->
    [0] The last verified backup is of today.
    [one] The last verified backup is { $days } day old.
   *[other] The last verified backup is { $days } days old.
}
health-backup-due = A new one is due.
health-backup-go = To the backups
health-unanchored = Ledger outside
health-unanchored-none = Every entry is covered by a checkpoint that has left this computer.
health-unanchored-some = { $count ->
    [one] { $count } entry was written since a checkpoint last left this computer, in a bundle, an export or a backup. Whoever holds this computer and the passphrase could still rewrite it unseen.
   *[other] { $count } entries were written since a checkpoint last left this computer, in a bundle, an export or a backup. Whoever holds this computer and the passphrase could still rewrite them unseen.
}
health-memory = Keys in memory
health-memory-locked = The pages of memory that hold the register’s own key are not written to the swap file. Hibernation writes all of the memory to the disk, this key too: shut the computer down instead.

# The support report.
support-title = Report for those who help
support-about = It holds versions, counts and codes: no word of the register, no name, no path. Read it whole before you give it away; nothing is sent by itself.
support-show = Show the report
support-text = The whole report
support-save = Save…
support-saved = The report was saved as “{ $name }”.

# The line over every screen.
banner-read-only = The register can only be read: damage was found. Nothing is written, and nothing more can be lost by looking.
banner-damage = The check found damage in this register. Record nothing more before you have read what to do.
banner-go = What to do
