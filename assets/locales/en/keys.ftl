### What opens the register: the passphrase, a second person's, the recovery key; and the door when the passphrase is forgotten.

keys-opens = What opens the register
keys-about = Each of these opens the whole register by itself. None of them can be read out of the register, and nobody else has a copy.
keys-slot-passphrase = Passphrase
keys-slot-second = Second person’s passphrase
keys-slot-recovery = Recovery key of 24 words
keys-slot-shares = Recovery key, divided into { $shares } shares: any two open
keys-slot-derived = slowed down by Argon2id: { $mib } MiB, { $passes } passes for every try
keys-slot-random = random, cannot be guessed
keys-only-one = Only the passphrase opens it. Whoever forgets it loses the register: make a recovery key.
keys-asked = Passphrase now
keys-asked-hint = Any passphrase that opens the register.
keys-busy = Deriving the key…
keys-cancel = Cancel

# Changing the passphrase.
keys-change = Change the passphrase
keys-change-about = It replaces the passphrase that you type as the present one. The other keys stay.
keys-change-old-copies = An older copy of the folder, in a backup or on another disk, still opens with the old passphrase. If somebody knows the old one, make new keys for everything below.

# A second person.
keys-second = A second person
keys-second-about = Two people at one keyboard: the second one chooses a passphrase that the first does not know, and opens the register without the first. If one of you falls ill or is detained, the other can go on. Both passphrases open everything: whoever may know less must not have one.
keys-second-hand-over = Hand the keyboard over now
keys-second-new = Passphrase of the second person
keys-second-same = This passphrase opens the register already. The second person needs one of their own.
keys-second-do = Set the second passphrase
keys-second-replace = Replace the second passphrase
keys-second-done = The second person’s passphrase opens the register from now on.
keys-second-remove = Remove…
keys-remove-second-title = Remove the second passphrase
keys-remove-second-about = The second person opens the register no longer. Copies of the folder that exist already still open with it: to shut those out, make new keys for everything.
keys-remove-recovery-title = Remove the recovery key
keys-remove-recovery-about = The printed words open the register no longer. Older backups still open with them. Without another recovery key, a forgotten passphrase loses the register.
keys-remove-passphrase = A passphrase that stays
keys-remove-own = This is the very passphrase that is to be removed. Type one that stays.
keys-remove-do = Remove
keys-removed-second = The second passphrase opens the register no longer.
keys-removed-recovery = The recovery key opens the register no longer.

# Making a recovery key.
recovery-title = Recovery key
recovery-about = 24 words on paper that open the register when the passphrase is forgotten. They are shown once, are printed or written by hand, and count only after you have typed them back. Keep the paper away from the computer: whoever has it has the register.
recovery-none = There is no recovery key.
recovery-one = There is a recovery key. A new one takes its place.
recovery-make = Make a recovery key…
recovery-make-new = Make a new recovery key…
recovery-remove = Remove…
recovery-lang = Language of the words
recovery-form = How it is kept
recovery-whole = One key
recovery-whole-about = One sheet opens the register. Simple, and right for most.
recovery-shares = Three shares, two open
recovery-shares-about = Three people keep a sheet each; any two together open the register, and one alone learns nothing. One sheet may be lost.
recovery-shares-warning = Groups without practice lose shares: people move, quarrel, clear out drawers. Choose shares only if you try them out together twice a year.
recovery-draw = Draw the words
recovery-drawing = Drawing…
recovery-step = Step { $step } of 3
recovery-step-ask = Choose how it is kept
recovery-step-keep = Put the words on paper
recovery-keep-about = They open nothing yet. Print them, or write them by hand with their numbers. A printer in an office or a copy shop may keep what it printed: writing by hand leaves no trace.
recovery-print = Print the sheet…
recovery-print-shares = Print three sheets…
recovery-share-of = Share { $number } of 3
recovery-words-of = Words of the key
recovery-kept = It is on paper: type it back
recovery-step-back = Type the words back from the paper
recovery-back-about = Only from the paper: this is how a slip of the pen is found today and not on the day of need. Nothing is in force until the words agree.
recovery-show-again = Show the words again
recovery-back-do = Put it in force
recovery-step-done = The recovery key is in force
recovery-done-about = Put the paper where neither a search of this room nor a fire here would find it. Once a year, try it on a backup under “Backups”.
recovery-done-shares = Hand the three sheets to three people who do not live together. Once a year, try two of them on a backup under “Backups”.
recovery-done-close = Done
recovery-discard = Discard the words

# Words of a recovery key while they are typed.
recovery-typed = Words of the recovery key
recovery-typed-back = The 24 words, from the paper
recovery-typed-hint = All words in their order, with spaces between them; numbers, capitals and line breaks do not matter.
recovery-count = { $count ->
    [one] { $count } word typed
   *[other] { $count } words typed
}
recovery-unknown = On no list: { $words }. Look at the letters once more.
recovery-unknown-one = word { $number } “{ $word }”
recovery-no-key = All words are known, but together they are no key: one was mistaken for another, or the order is different.
recovery-is-key = The words are a whole recovery key.
recovery-is-share = The words are one share.
recovery-second-needed = The words are one share. Type a second one below.
recovery-key-not-share = This is a whole key, and a share is asked for.
recovery-share-not-key = This is a share, and the whole key is asked for.
recovery-second-share = Words of the second share
recovery-same-share = This is the same share once more. Take another one.

# The printed sheet.
sheet-title = Recovery key
sheet-share = Share { $number } of 3 of the recovery key
sheet-organisation = Organisation
sheet-made = Drawn on
sheet-what = These words open the organisation’s register in the app Tarazy when the passphrase is forgotten. Whoever has them can read everything in it.
sheet-what-share = Together with any one of the two other shares of the same day, these words open the organisation’s register in the app Tarazy. Alone they open nothing.
sheet-keep = Keep this sheet closed, dry and away from the computer. Do not photograph it, do not copy it into a phone, do not send it.
sheet-use = To use it: open Tarazy, choose the register’s folder, press “Forgot the passphrase”, type the words in their order and choose a new passphrase. For a backup: “Put back a backup”.
sheet-void = A newer recovery key, or new keys for everything, make this sheet void for the register; backups older than that still open with it. Burn it then only if those backups are gone too.

# New keys for everything.
rotate-title = New keys for everything
rotate-about = For the day when somebody who must not open the register any more knew a key or had a copy of the folder. The whole register and every file of an exhibit are encrypted anew.
rotate-only-yours = Afterwards only the passphrase that you type here opens it.
rotate-anew = The second person’s passphrase and the recovery key open nothing any more: make both anew. Printed sheets are void.
rotate-backups = Older backups and copies of the folder still open with the old keys: destroy them, after a new backup was verified.
rotate-time = It takes minutes, with many exhibits longer. It can be interrupted and gone on with by the same passphrase; nothing is lost by that. It needs as much free space as the register takes.
rotate-begin = Make new keys…
rotate-understood = I know that the second passphrase and the recovery key must be made anew.
rotate-do = Make new keys now
rotate-running = { $of ->
    [0] Encrypting anew…
   *[other] Encrypted anew: { $done } of { $of }
}
rotate-progress = How much is encrypted anew
rotate-interrupt = Interrupt
rotate-begun = New keys were begun and are not finished. Nothing is lost and the register can be used; until they are finished everything opens with the old keys, as before.
rotate-go-on = Go on with the new keys
rotate-interrupted = Interrupted. Nothing is lost; it can be gone on with at any time.
rotate-done = Everything is encrypted with new keys. Make a new recovery key, and a backup.

# The door.
door-forgot = Forgot the passphrase
door-restore = Put back a backup…
door-back = Back
door-wait = There were too many wrong tries. Nothing was changed; whoever guesses is slowed down.
door-wait-left = You can try again in { $seconds } s.
door-wait-over = You can try again now.
door-wait-button = Wait { $seconds } s
recover-title = Open with the recovery key
recover-about = Type the 24 words from the paper, or the words of one share. Then choose a passphrase that opens the register from now on; the forgotten one opens it no longer.
recover-do = Open and set the new passphrase
recover-busy = Checking the words…

# Putting back a backup.
restore-title = Put back a backup
restore-about = The file of the backup is opened and checked whole, then written as a register into an empty folder of your choice; in a folder that holds other things a new one named “tarazy” is made for it. The register that was there before is not touched.
restore-with = What you have
restore-with-passphrase = Passphrase
restore-with-recovery = Recovery key
restore-passphrase = Passphrase on the day of the backup
restore-passphrase-hint = A passphrase that opened the register when the backup was made. It opens the restored register too.
restore-new-about = With the recovery key a new passphrase is set, because the old one is not known.
restore-steps = Next the system asks twice: first for the file of the backup, then for the folder into which the register is put.
restore-do = Choose the file and the folder…
restore-busy = Putting back and checking…
restore-progress = How far it is
restore-cancel = Stop
restore-cancelled = Stopped. Nothing was put back.

# From the settings.
settings-opens-about = The passphrase, a second person’s, the recovery key, and new keys for everything: under “Safekeeping”.
settings-opens-go = To what opens it

# Locking by itself.
autolock-title = Locking by itself
autolock-after = Lock when nobody touches it for
autolock-about = Also when the computer sleeps or its screen is locked. The shorter, the less is open when somebody comes in.
autolock-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
autolock-done = { $minutes ->
    [one] The register locks after { $minutes } minute without a touch.
   *[other] The register locks after { $minutes } minutes without a touch.
}
