### Backups: one encrypted file each, three of them, verified by restoring.

backup-about = A backup is one encrypted file with everything in it, exhibits too. The app keeps the three newest in the folder that you choose. Each is verified at once: it is opened, restored to a temporary place, and everything in it is compared.
backup-none = There is no verified backup yet
backup-fresh = { $days ->
    [0] The last verified backup is of today
    [one] The last verified backup is { $days } day old
   *[other] The last verified backup is { $days } days old
}
backup-due = A backup is due: make one today.
backup-why = If this disk dies or the computer is taken, the register lives on only in a backup.
backup-folder = Folder of the backups
backup-folder-none = No folder is chosen yet. Take a stick or a disk that does not stay in this room.
backup-folder-is = Folder “{ $name }”
backup-choose = Choose a folder…
backup-choose-other = Another folder…
backup-unreachable = The folder is not there now. If it lies on a stick, plug it in.
backup-same-disk = This folder lies on the same disk as the register: when the disk dies or the computer is taken, both are gone. Choose a stick or another disk.
backup-make = Make a backup now
backup-making = { $of ->
    [0] Backing up…
   *[other] Written and checked: { $done } of { $of }
}
backup-progress = How far the backup is
backup-cancel = Stop
backup-cancelled = Stopped. No half backup was left behind.
backup-made = “{ $name }” was made and verified: { $entries } ledger entries, { $files } files of exhibits.
backup-made-removed = { $count ->
    [one] { $count } older one made way for it.
   *[other] { $count } older ones made way for it.
}
backup-made-found = “{ $name }” was written and stays, but it does not count as verified. This was found in it:
backup-made-found-do = No older backup was taken away. Have the register itself checked under “Check”: what is wrong in it is wrong in every copy.
backup-lines = Backups in the folder
backup-lines-none = There is no backup of this register in the folder.
backup-name = File
backup-at = Made
backup-size = Size
backup-kib = { $size }{"\u00A0"}KiB
backup-mib = { $size }{"\u00A0"}MiB
backup-gib = { $size }{"\u00A0"}GiB
backup-state = Verified
backup-verified = verified
backup-unverified = not verified: do not rely on it
backup-opened = A backup opens with what opened the register on its day: { $ways }.
backup-opened-passphrase = the passphrase
backup-opened-second = the second person’s passphrase
backup-opened-recovery = the recovery key
backup-opened-no-recovery = There is no recovery key: without the passphrase nobody opens a backup.
backup-drill = Rehearse putting it back
backup-drill-about = Take the recovery key from its place and type it here. The newest backup is opened with it alone, restored to a temporary place, checked and taken away again. Nothing of this register is changed.
backup-drilled-at = Last rehearsed on { $at }.
backup-drilled-never = Never rehearsed. A key that nobody has tried is a hope.
backup-drill-begin = Rehearse…
backup-drill-do = Open the newest backup with it
backup-drill-busy = Restoring and checking…
backup-drill-good = It works: “{ $name }” opened with the recovery key alone. { $entries } ledger entries, { $rows } records and { $files } files of exhibits agree.
backup-drill-bad = “{ $name }” opened, and this was found in it:
backup-restore = How a backup is put back
backup-restore-about = Lock the register. At the door press “Put back a backup”, type the passphrase or the recovery key, choose the file and a folder. On another computer install Tarazy first; the door offers the same. The register that is here now is never overwritten.
