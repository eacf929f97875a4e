### Words of the papers.

# The press brief.
brief-kind = Press brief
brief-title = Deletion orders: what they reached
brief-dateline = { $period } · as of { $day }
brief-dateline-undated = as of { $day }
brief-period = { $first } – { $last }
brief-example = Invented example data: no person, order or number on this page is real.

# The headline number with its denominator and its interval in one sentence.
brief-share = { $count } of { $of } items reviewed { $count ->
    [one] was
   *[other] were
} legitimate criticism: { $share } (95% interval { $range }).
brief-share-none-of = None of the { $of } items reviewed was legitimate criticism; a share of up to { $high } cannot be excluded (95% interval).
brief-share-all = All { $of } items reviewed were legitimate criticism; a share as low as { $low } cannot be excluded (95% interval).
brief-share-few = { $count } of { $of } { $of ->
    [one] item
   *[other] items
} reviewed { $count ->
    [one] was
   *[other] were
} legitimate criticism. Fewer than 20 items: no percentage is given.
brief-share-few-none = { $of ->
    [one] The one item reviewed was not
   *[other] None of the { $of } items reviewed was
} legitimate criticism. Fewer than 20 items: no percentage is given.
brief-share-nothing = No item has been reviewed yet: there is no share to give.

# The row of counts. The number stands above its words.
brief-count-complaints = { $count ->
    [one] complaint known
   *[other] complaints known
}
brief-count-orders = { $count ->
    [one] order known
   *[other] orders known
}
brief-count-seen = { $count ->
    [one] order document seen
   *[other] order documents seen
}
brief-count-items = { $count ->
    [one] item in the orders
   *[other] items in the orders
}
brief-count-reviewed = { $count ->
    [one] item reviewed
   *[other] items reviewed
}

# The chart and its table.
chart-verdicts-title = { $of ->
    [one] { $of } reviewed item by verdict
   *[other] { $of } reviewed items by verdict
}
chart-share = share of criticism
chart-note = Dot: the share. Line: its 95% interval. Hatched: where it would lie if items that cannot be told were legitimate criticism.
chart-note-plain = Dot: the share. Line: its 95% interval.
chart-alt-share = Share of legitimate criticism { $share }, 95% interval { $range }
chart-alt-band = with every “cannot tell” on one side or the other { $range }
chart-none = No item has been reviewed yet.
table-verdicts = Verdicts
table-verdict = Verdict
table-items = Items
table-share = Share
table-total = Reviewed in all

# Paragraphs.
brief-bullying = Real bullying
brief-bullying-share = { $count } of { $of } items reviewed: { $share } (95% interval { $range }). A child who is bullied is entitled to protection; these cases are counted with the same care.
brief-bullying-few = { $count } of { $of } { $of ->
    [one] item
   *[other] items
} reviewed. A child who is bullied is entitled to protection; these cases are counted with the same care.
brief-deadline = The 24-hour term
brief-deadline-states = { $orders ->
    [one] Of { $orders } order:
   *[other] Of { $orders } orders:
} { $states }. The term runs from receipt, and only where both moments are recorded can it be judged.
brief-deadline-state = { $state } { $count }
brief-deadline-none = No order has been recorded yet.
brief-ministry = The ministry’s answer
brief-ministry-none = No answer is recorded in this register.

# What the page does not know.
brief-unknown = What we do not know
brief-unknown-unreviewed = { $count } of { $of } { $of ->
    [one] item
   *[other] items
} known { $count ->
    [one] has
   *[other] have
} no verdict of two reviewers yet, and no place in the share.
brief-unknown-all-reviewed = Every item known has been reviewed.
brief-unknown-apart = { $count } more reviewed { $count ->
    [one] item belongs to an order known only from a description and is
   *[other] items belong to orders known only from a description and are
} not in the share.
brief-unknown-band = { $count } reviewed { $count ->
    [one] item
   *[other] items
} cannot be told either way: the share lies at { $low } if none of them is criticism and at { $high } if all are.
brief-unknown-band-few = { $count } reviewed { $count ->
    [one] item
   *[other] items
} cannot be told either way.
brief-unknown-documents = { $count } of { $of } { $of ->
    [one] order is
   *[other] orders are
} known without a sight of the document.

# The method, in three sentences.
brief-method = Method
brief-method-text = Two people judge each item, blind to each other, by the published rubric, version { $version }; fixed rules make one of six verdicts of the answers, and a third person decides where the two differ. A computed verdict is departed from only with a written reason; a closed review is never changed. The interval allows for items that hang together (Korn and Graubard; Wilson where none do): a caution about small numbers, not an estimate of orders that nobody saw.
brief-method-agreement = The two reached the same verdict on { $same } of { $pairs } items (Krippendorff’s alpha { $alpha }).
brief-method-agreement-split = The two reached the same verdict on { $same } of { $pairs } items (Krippendorff’s alpha { $alpha }; for criticism or not { $split }).
brief-method-agreement-low = Alpha is below 0.667, so no share heads this page.

# The seal.
brief-seal-snapshot = Register snapshot
brief-seal-rubric = Rubric { $version }
brief-seal-ledger = { $count ->
    [one] Ledger, { $count } entry
   *[other] Ledger, { $count } entries
}
brief-seal-note = SHA-256 digests of the exact data, method and ledger behind this page.

# Page furniture.
paper-page = { $page } / { $pages }

# Texts that people write into papers, and the right of reply.
paper-text-foreword = Foreword
paper-text-comment-known = Comment of the organisation: what is known
paper-text-comment-verdicts = Comment of the organisation: verdicts
paper-text-comment-procedure = Comment of the organisation: procedure
paper-text-comment-platforms = Comment of the organisation: platforms
paper-text-comment-limits = Comment of the organisation: limits
paper-text-recommendations = Recommendations of the organisation
paper-text-reply-asked-on = Day on which the ministry was asked
paper-text-reply-answered-on = Day on which the ministry answered
paper-text-reply = The ministry’s answer
paper-text-independence = Statement of independence
paper-text-contact = Contact
paper-text-year = Year of the overview
paper-text-comment-changes = Comment of the organisation: what changed
paper-text-cases = Cases that stand for the year, by reference and without names
paper-reply-asked = The ministry was asked on { $asked }; the day of its answer is not recorded.
paper-reply-answered = The ministry answered on { $answered }; the day on which it was asked is not recorded.
paper-reply-both = The ministry was asked on { $asked } and answered on { $answered }.
paper-reply-silent = The ministry was asked on { $asked }; no answer is recorded.
paper-reply-undated = The ministry’s answer; its days are not recorded.
# Texts that counsel writes into a case file.
paper-text-summary = Summary of the case
paper-text-legal-argument = Legal argument
paper-text-relief-sought = Relief sought
paper-text-route = Route of appeal
paper-text-term-for-claim = Term for the claim
paper-text-translator-statement = Statement of the translator
paper-text-certified-copy = Certified copy: by whom and when
paper-text-signature = Signature
# Texts that people write into the papers for the United Nations.
paper-text-circumstances = Circumstances of the case
paper-text-victim-statement = The person’s views and affiliations, in words they agreed to
paper-text-medium-orientation = Nature, circulation and orientation of the medium
paper-text-perpetrator-why = Why these authorities are held responsible
paper-text-remedies-note = Domestic remedies: what was tried
paper-text-submitter-contact = Contact of the submitter
paper-text-word-limit = Limit of words
paper-text-joint-submitters = Joint submitters, one a line
paper-text-earlier-recommendations = Earlier recommendations and what became of them
paper-text-from-day = First day of the period under review
paper-text-to-day = Last day of the period under review
# Leak check: what was found in a paper that its readers may not see, and by which spelling.
leak-title = Leak check
leak-none = Nothing was found that { $audience } may not see. The search knows spellings, not meanings: read the paper before it leaves.
leak-count = { $count ->
    [one] { $count } value in the paper that its readers may not see
   *[other] { $count } values in the paper that its readers may not see
}
leak-how-plain = as written in the register
leak-how-stem = in another case or form
leak-how-initials = with initials
leak-how-kazakh_latin = in Kazakh Latin letters
leak-how-transliterated = in another alphabet
leak-how-digits = by its digits
leak-how-path = an address, an account or a folder
leak-how-words = words of a text in a row
leak-how-bytes = inside the file, not on its pages
leak-machine = This computer
leak-machine-user = name of the signed-in user
leak-machine-host = name of the computer
leak-machine-folder = folder on the computer
leak-reason = Why these values stay, in a lawyer’s words
leak-reason-hint = At least 10 letters. The reason is sealed with the paper and stands in the ledger.
leak-reason-child = In a paper for the press or the public nothing that tells who a child is may stay, whatever the reason.
leak-limits = Not found: paraphrases, translations and nicknames; short or ordinary words that are also names, where they stand alone; letters in pictures; place, age and school that together tell who is meant.
