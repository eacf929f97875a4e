### Names and phrases shared by the window, the papers and the command line.

# The six verdicts on an item.
verdict-real-bullying = real bullying
verdict-legitimate-criticism = legitimate criticism
verdict-mixed = mixed
verdict-other-unlawful = other unlawful
verdict-other-lawful = other lawful
verdict-cannot-tell = cannot tell

# Subtypes of a verdict.
subtype-inside-statute = child, inside the statute
subtype-outside-statute = adult, outside the statute
subtype-age-unknown = age unknown
subtype-basis-failed = basis failed
subtype-hurtful-single-act = hurtful single act

# The 24-hour term of an order.
deadline-met = met
deadline-missed = missed
deadline-indeterminate = cannot be determined
deadline-running = running
deadline-unknown = unknown

# Kinds of instrument.
instrument-ministry-order = ministry order
instrument-prosecutor-submission = prosecutor’s submission
instrument-court-act = court act
instrument-police-request = police request
instrument-letter = letter
instrument-platform-channel-flag = flag through a platform channel
instrument-preventive-recommendation = preventive recommendation
instrument-unknown = unknown

# How an order became known.
learned-platform-notice = platform’s notice
learned-author = author
learned-lawyer = lawyer
learned-court-file = court file
learned-register = public register
learned-press = press
learned-foi = information request
learned-leak = leak
learned-monitoring = monitoring
learned-unknown = unknown

# Grounds that an order states.
ground-child-cyberbullying = cyberbullying of a child
ground-bullying-unspecified = bullying, of whom not said
ground-honour-dignity = honour and dignity
ground-defamation = defamation
ground-false-information = false information
ground-personal-data = personal data
ground-extremism = extremism
ground-drugs = drugs
ground-gambling = gambling
ground-pornography = pornography
ground-elections = elections
ground-lgbt-propaganda = LGBT “propaganda”
ground-other = other
ground-not-stated = not stated

# What an order demands.
action-delete = delete
action-geo-block = block in the country
action-suspend-account = suspend the account
action-block-site = block the site
action-disclose-author = disclose the author
action-label = label
action-other = other
action-not-stated = not stated

# How much of the document was seen.
document-original = original
document-copy = copy
document-quoted = quoted
document-described-only = described only
document-unknown = unknown

# Yes, no, and what lies between.
tri-yes = yes
tri-no = no
tri-partly = partly
tri-unknown = unknown

# How far an order gives reasons.
reasons-none = none
reasons-formula = formula
reasons-case-specific = case-specific
reasons-unknown = unknown

# What happened to an item.
outcome-removed = removed
outcome-geo-blocked = blocked in the country
outcome-account-suspended = account suspended
outcome-age-gated = age-gated
outcome-labelled = labelled
outcome-author-deleted = deleted by the author
outcome-partly = partly
outcome-refused = refused
outcome-no-action = no action
outcome-unknown = unknown

# Kinds of content.
kind-post = post
kind-comment = comment
kind-image = image
kind-video = video
kind-audio = audio
kind-story = story
kind-message = message
kind-channel = channel
kind-account = account
kind-group = group
kind-article = article
kind-livestream = livestream
kind-other = other

# Languages.
language-kk = Kazakh
language-ru = Russian
language-en = English
language-mixed = mixed
language-other = other
language-unset = not said

# How careful one must be with an item.
sensitivity-normal = normal
sensitivity-child-identifiable = a child can be identified
sensitivity-intimate = intimate
sensitivity-graphic = graphic

# Channels of a complaint.
channel-e-otinish = e-Otinish
channel-paper = on paper
channel-hotline-111 = hotline 111
channel-platform-form = platform’s form
channel-media = media
channel-unknown = unknown

# Who filed a complaint.
filer-legal-representative = legal representative
filer-child = child
filer-other-citizen = another citizen
filer-official-for-self = an official on their own behalf
filer-agency = an authority
filer-anonymous = anonymous
filer-unknown = unknown

# What came of a complaint.
decision-confirmed = confirmed
decision-not-confirmed = not confirmed
decision-refused = refused
decision-forwarded = forwarded
decision-no-reply = no reply
decision-pending = pending
decision-unknown = unknown

# Kinds of authority.
authority-info-ministry = information ministry
authority-prosecutor-general = Prosecutor General
authority-court = court
authority-police = police
authority-security = security service
authority-education-child = education or child-rights body
authority-local-executive = local executive
authority-other = other

# Kinds of platform.
platform-social-network = social network
platform-messenger = messenger
platform-video = video platform
platform-forum = forum
platform-media = media outlet
platform-website = website
platform-other = other

# Units of an audience measure.
audience-avg-daily-over-month = users a day, average over a month
audience-monthly-users = users a month
audience-hosts-per-day = hosts a day
audience-other = other

# Days. The names of months stand as they follow the number of a day.
day-full = { $day }{"\u00A0"}{ $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# Counts.
count-of = { $count } of { $of }
# A share as a word where it has one, as it stands behind “more than”.
share-of = { $of ->
    [2] { $over ->
        [1] half
       *[other] { $over }/{ $of }
    }
    [3] { $over ->
        [1] a third
        [2] two thirds
       *[other] { $over }/{ $of }
    }
    [4] { $over ->
        [1] a quarter
        [3] three quarters
       *[other] { $over }/{ $of }
    }
   *[other] { $over }/{ $of }
}

# What must be said beside a measure.
caveat-known-orders-only = These are only the orders we know of. Orders that no source saw are not in these figures.
caveat-cannot-tell-counted = Verdicts of “cannot tell” stay in the denominator.
caveat-small = Too few items for a percentage (fewer than 20).
caveat-not-random = The items are not a random sample: the known cases do not speak for the whole country.
caveat-described-only = Orders known only from a description are left out of the shares.
caveat-agreement-low = Two blind reviewers agree too little on this verdict (alpha below 0.667), so its share stands in no headline.
caveat-questions-below = Two blind reviewers agree too little on { $codes } (alpha below 0.667).

# Why something was refused, in the window and on the command line; and why a row of a table was.
failure-wrong-passphrase = This passphrase does not open the register. Nothing was changed. Check the keyboard layout and type it again.
failure-header-damaged = Both copies of the register’s header are damaged, so the key cannot be read. Nothing was changed. Put back header.json from a backup; the database itself may be whole.
failure-header-missing = The register’s header is missing, so the key cannot be read. Nothing was changed. Put back header.json or header.bak from a backup of this folder.
failure-header-foreign = The header belongs to another register than the database beside it. Nothing was changed. Put back the header that belongs to this folder.
failure-database-damaged = The passphrase is right, but the database is damaged or cut short. Nothing was changed or repaired. Keep this copy as it is and open a backup.
failure-vault-newer = The register was written by a newer version of Tarazy. Nothing was changed. Update Tarazy and open it again.
failure-vault-absent = There is no register in this folder. Nothing was changed. Choose another folder or create a register.
failure-vault-exists = This folder already holds something. Nothing was changed. Choose an empty folder.
failure-vault-in-use = The register is open in another window. Nothing was changed. Close it there first.
failure-vault-read-only = The folder cannot be written to. Nothing was lost. Give yourself the right to write, or copy the folder to another place.
failure-place-refused = A paper is not saved there: the place is inside the register’s folder, or there is a file already. Nothing was changed. Choose another name or another folder.
failure-clipboard-refused = The system did not take the picture onto the clipboard. Nothing was copied. Try again, or save the picture as a file.
failure-disk-full = The disk is full. Nothing was saved by halves; everything saved before is there. Free some space and try again.
failure-disk-failing = The disk could not be read or written. Nothing was saved by halves. The disk may be about to fail: copy the whole folder of the register to another disk and open it there.
failure-locked = The register is locked. Nothing was lost. Unlock it and try again.
failure-passphrase-weak = This passphrase is too easy to guess (about { $bits } bits). Nothing was changed. Take six random words.
failure-invalid = A value is missing or not allowed: { $field }. Nothing was saved. Correct it and try again.
failure-not-found = It is no longer there. Nothing was changed. Look at the list again.
failure-file-empty = The file “{ $name }” has no rows. Nothing was imported. Choose another file.
failure-file-binary = The file “{ $name }” is not a table of text. Nothing was imported. Save it as CSV and choose it again.
failure-file-encoding = The letters of “{ $name }” cannot be read in any known encoding. Nothing was imported. Save it as UTF-8 and choose it again.
failure-file-bounds = The file “{ $name }” is more than an import takes: { $what ->
    [rows] it has more than { $limit } rows
    [columns] it has more than { $limit } columns
    [cells] it has more than { $limit } cells
    [entries] it holds more than { $limit } parts
    [unpacked] unpacked it is larger than { $limit } bytes
   *[ratio] a part of it unpacks to more than { $limit } times its size, as no honest table does
}. Nothing was imported. Split it and import the parts.
failure-file-workbook = The workbook “{ $name }” is damaged or of another kind. Nothing was imported. Open it in a spreadsheet, save it as XLSX or CSV and choose it again.
failure-file-too-large = The file “{ $name }” is larger than { $limit } bytes. Nothing was imported. Split it and import the parts.
failure-file-unreadable = The file “{ $name }” cannot be read. Nothing was changed. Check that it is still there and that you may read it.
failure-folder-absent = The folder “{ $name }” cannot be found. Nothing was changed. Check how its name is written.
failure-file-no-columns = No column holds a number, an address or a text. Nothing was imported. Say in the mapping which column is which.
failure-file-foreign = “{ $name }” is no open register that this version knows. Nothing was changed. Choose a file of the form tarazy-register/1.
failure-file-damaged = “{ $name }” is damaged or cut short at line { $line }. Nothing was changed. Export it anew or take another copy.
failure-file-record-refused = A record in “{ $name }” is not as it must be: line { $line }, { $kind }, { $field }. Nothing was changed. Correct the file or export it anew.
failure-snapshot-foreign = “{ $name }” is no snapshot that this version knows. Nothing was computed. Choose a file that “Freeze these figures” or tarazy snapshot wrote.
failure-snapshot-damaged = The snapshot “{ $name }” is damaged or was altered: { $part }. Nothing was computed. Get another copy and compare its digest.
failure-snapshot-too-large = “{ $name }” unpacks to more than a snapshot may hold. Nothing was computed. Do not trust this file.
failure-register-not-empty = A register can be read back only into a new, empty one. Nothing was changed. Create a new register and read the file there.
failure-cancelled = Cancelled. Nothing was changed.
failure-undo-blocked = The import cannot be taken back: later records build on it ({ $count }). Nothing was changed.
failure-undone-before = This was taken back before. Nothing was changed.
failure-undo-overtaken = { $reference }: “{ $field }” was changed since, by ledger entry { $entry }. Nothing was undone. Undo that entry first.
failure-undo-refused = { $why ->
    [addition] This entry added records, and no record is ever deleted. Nothing was undone.
    [reviewed] What this entry added was reviewed since, and a locked review is not undone. Nothing was changed.
    [own_rules] Reviews, methods, papers and imports have rules of their own and are not undone here. Nothing was changed.
    [purged] Values of this entry were purged, and nothing brings them back. Nothing was changed.
   *[other] This entry changed no record that could be put back. Nothing was changed.
    }
failure-too-many = { $count } are too many at once; the most is { $limit }. Nothing was changed. Narrow the filter or take fewer.
failure-nothing-to-import = The file would bring nothing new: { $rejected } rows are rejected, { $known } orders are in the register already. Nothing was written.
failure-review-locked = This review is locked and takes no more answers. Nothing was changed.
failure-seat-empty = Nobody sits at this keyboard as a reviewer. Nothing was changed. Take the seat on the review screen first.
failure-place-taken = Others have this item, or it is judged already. Nothing was changed. Take the next item.
failure-name-alike = A reviewer is called “{ $name }” already, and the two names cannot be told apart by eye: they differ in nothing but look-alike letters (Latin and Cyrillic), capitals or blanks. Nothing was changed. Take that seat from the list, or write a name that looks different.
failure-conflict-open = It was not said yet whether there is a conflict of interest. Nothing was changed. Open the item again and say it.
failure-conflict-declared = A conflict of interest was declared in this item, so somebody else judges it. Nothing was changed. Take the next item.
failure-still-blind = The reviews of this item are still blind. Nothing of the other one is shown until both are locked. Lock your own first.
failure-cycle-open = This item is being judged already. Nothing was changed. Wait until it is settled, then have it judged anew.
failure-review-overtaken = The item or its order changed while it was reviewed. Nothing was locked, the answers are kept. Look at the item again, then lock.
failure-override-needs-reason = A verdict that differs from the computed one needs a reason. Nothing was locked. Write the reason and lock again.
failure-answer-needs-ground = The answer to { $question } must rest on words of the item, an exhibit or a note. Nothing was locked and your answers are kept. Add one and lock again.
failure-quote-not-in-item = The words quoted at { $question } do not stand in the item. Nothing was locked and your answers are kept. Quote the item as it is written, or say in the note or at the exhibit where the words stand, and lock again.
failure-answer-open = { $question } still decides the verdict and has no answer. Nothing was locked and your answers are kept. Answer it, “cannot tell” if need be, and lock again.
failure-method-faulty = The method has faults ({ $count }). Nothing was changed. See the list of faults in the check and correct them first.
failure-method-settled = Version { $version } of the method is settled and never changes. Nothing was changed. Make a draft from it.
failure-method-taken = Version { $version } of the method is here already, with other bytes. Nothing was taken over. Ask whoever published it which of the two is theirs.
failure-method-unchanged = The draft says the same as version { $version }. Nothing was adopted. Change something, or discard the draft.
failure-method-last = Version { $version } is the last one that reviews can be made by. Nothing was retired. Adopt another version first.
failure-paper-needs-review = The brief needs at least one reviewed item. Nothing was saved. Lock a review first.
failure-paper-public-part = A part of the register is not told to the press or the public: small counts could be had from two parts. Nothing was saved. Clear the filter or choose another reader.
failure-paper-needs-order = A case file is about one order, and none is chosen. Nothing was saved. Choose the order.
failure-paper-glyph-missing = The fonts of the papers have no shape for: { $letters }. They stand in “{ $place }…”. Nothing was saved or lost. Change that text.
failure-paper-leaks = Values in the paper that its readers may not see: { $count }. Nothing was saved. Take them out of the texts, or let a lawyer state why they stay.
failure-paper-tells-child = Values by which a child can be told, in a paper for the press or the public: { $count }. Nothing was saved. No reason lets them stay: take them out of the texts.
failure-paper-not-kept = The file of this paper is not kept here: it was sealed in another register or by an older version. Nothing was changed. Use your own copy; “Verify” tells whether it is the sealed one.
failure-exhibit-missing = The file of this exhibit is not in the register’s folder. Nothing was changed. Look for it in a backup of the whole folder; the digest on record tells whether a file is the right one.
failure-exhibit-altered = The file of this exhibit is damaged, or it is another one. No copy was made and nothing was changed. Keep the folder as it is and take the file from a backup; adding the same file again also puts it right.
failure-exhibit-too-large = The file has more than { $limit } bytes. Nothing was added. Cut a video into parts and add each of them.
failure-exhibit-unread = The file cannot be read to its end, or it changed while it was read. Nothing was added. Check that it is still there, that you may read it and that no other program is writing it.
failure-paper-over-limit = The text has { $words } words and may have { $limit }. Nothing was saved. Shorten the texts, or set another limit of words.
failure-try-later = There were too many wrong tries, so the next one must wait { $seconds } s. Nothing was changed. Use the time to look for the paper, and check the keyboard layout.
failure-recovery-wrong = These words are no recovery key: one of them was mistaken for another, or they stand in another order. Nothing was changed. Compare them with the paper word by word.
failure-recovery-differs = What was typed back is not what was drawn. The key opens nothing yet and nothing was changed. Compare the paper with what you typed, or show the words again.
failure-recovery-stale = These words are a recovery key, but none that this register knows: it was replaced, removed, or belongs to another register. Nothing was changed. Look for a newer sheet, or open an older backup with it.
failure-share-false = Share { $number } was not made with the others. Nothing was changed. Look for the share that bears the same organisation and day.
failure-vault-damaged = The register is damaged and can only be read, so this was not saved. Nothing was changed. Open “Safekeeping”: it says what is wrong and what to do.
failure-backup-damaged = This backup is damaged or cut short. Nothing was changed or put back. Take another one from the folder of backups.
failure-backup-foreign = This file is no backup of Tarazy. Nothing was changed. Choose a file from the folder of backups.
failure-backup-unopened = Nothing that opened the register on the day of this backup was typed. Nothing was changed. A backup opens with the passphrase or recovery key of its own day: try the older one.
failure-backup-nowhere = The folder of the backups is not there now. Nothing was written. Plug the stick in, or choose another folder.
failure-folder-taken = A backup is put back into an empty folder only, and there is something in this one. Nothing was changed. Make a new folder and choose it.
failure-internal = Something went wrong inside. Everything saved before is there. Lock the register, open it again, and verify it in the ledger.
reject-date-unreadable = the date cannot be read
reject-fields-missing = fewer cells than columns
reject-fields-extra = more cells than columns
reject-nothing-named = names neither an order nor an item
reject-cell-too-long = a cell is longer than 1 MB
reject-above-header = stands above the header
reject-number-unreadable = not a number
reject-file = rejected rows
reject-row = Row
reject-reason = Reason
closing-unsaved = Not everything could be saved, so the window stays open. To close it all the same, close it once more.
