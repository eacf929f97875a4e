# What purging says.
purge-would = This would be taken away for good; nothing was changed.
purge-record = { $kind }: { $count }
purge-values = values in earlier entries of the ledger: { $count }
purge-files = files: { $count }
purge-files-shared = files that stay, since another exhibit has the same one: { $count }
purge-reviews = reviews that keep their answers and lose their quotes and notes: { $count }
purge-drafts = unfinished answers and orders, and texts of papers: { $count }
purge-import = came with the import “{ $name }”, whose seal holds all the same
purge-paper = kept file of the sealed paper “{ $name }”
purge-paper-unread = the kept file of the sealed paper “{ $name }” cannot be read: look for yourself whether it names the person
purge-mention = stays as it is and names it: { $kind }, { $count }
purge-hit = { $key }{ $label } – entries of the ledger: { $entries }
purge-hit-earlier = { $key }{ $label } – only in earlier entries of the ledger: { $entries }
purge-confirm = Nothing brings back what is taken away. Type “yes” to go on:
purge-done = Taken away. Ledger entry { $seq } says what went and why, and none of the values.
purge-remains = Removed here. Encrypted remains may stay on this disk, and other laptops and backups keep theirs. “New keys for everything” makes the remains unreadable.
purge-unsettled = Something is still reading the register, so what lies beside the database is cleared when the register is opened next. Lock it now and open it again.
purge-ask = Purge…
purge-title = Purge { $name }
purge-reason = Why
purge-reason-court-order = A court ordered it
purge-reason-persons-request = The person asked for it
purge-reason-child-safety = A child would be in danger
purge-reason-mistake = It should never have been recorded: it counts in no figure any more
purge-keep-papers = Keep the files of these papers
purge-confirmed = I have read what goes. Nothing brings it back.
purge-yes = Take it away for good
change-purged = purged
change-purged-on = Values were purged on { $when } by { $actor } (entry { $seq }): { $reason ->
    [court_order] a court ordered it
    [persons_request] the person asked for it
    [child_safety] a child would have been in danger
   *[mistake] it should never have been recorded
    }.

# Taking a name away wherever it stands.
purge-term-title = Take a name away wherever it stands
purge-term-about = For a person whose name must not be in this register any more: it is looked for in every record, note and text, in unfinished answers and in earlier entries of the ledger, and three asterisks take its place.
purge-term-reach = Found are all endings of a name, two or three words in any order, and accounts made of them. A nickname, a paraphrase or a name in a picture is not found: purge the records themselves.
purge-term-label = Name or phrase
purge-term-hint = First name and surname, as people write them.
purge-term-find = Look for it
purge-term-looking = Looking…
purge-term-none = “{ $term }” stands nowhere in this register.
purge-term-found = { $count ->
    [one] It stands in { $count } place
   *[other] It stands in { $count } places
}
purge-term-entries = { $count ->
    [one] and in { $count } entry of the ledger
   *[other] and in { $count } entries of the ledger
}
purge-term-earlier = { $count ->
    [one] only in { $count } earlier entry of the ledger
   *[other] only in { $count } earlier entries of the ledger
}
purge-term-yes = { $count ->
    [one] Take it away from { $count } place for good
   *[other] Take it away from { $count } places for good
}
purge-place-ledger = entries of the ledger
purge-place-reviews = review
purge-place-settings = settings and saved filters
purge-place-review-drafts = unfinished answers of reviews
purge-place-calibration-drafts = unfinished answers to calibration cases
purge-place-paper-texts = texts of papers
purge-place-other = elsewhere in the register
