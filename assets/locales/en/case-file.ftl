### The case file: what a lawyer puts before a judge about one order.

case-kind = Case file
case-title = Case file { $reference }
case-running = Case file { $reference } · { $audience }
case-contents = Contents
case-empty-title = No order is chosen yet
case-empty = A case file is about one order. Choose the order; then its pages stand here. Nothing was saved.

# Who it is for, and what they do not see.
case-audience-court = for the court
case-audience-lawyer = for the lawyer of the case
case-audience-partner = for a partner organisation
case-audience-press = for the press
case-audience-public = for the public
case-for = { $audience }
case-made-on = as of { $day }
case-line-act = Act
case-line-reference = Reference in the register
case-line-prepared = Prepared by
case-withheld-text = On record and left out of this paper ({ $audience }): { $kinds }.
case-withheld-names = names of people (labels stand in their place)
case-withheld-contacts = contacts
case-withheld-reasons = the order’s reasons word for word
case-withheld-texts = the words of items
case-withheld-addresses = addresses of items
case-withheld-grounds = quotes and notes of reviewers
case-withheld-days = days and hours (months are given)
case-withheld-exhibits = the list of exhibits
case-computed = Everything but what stands under “written by counsel” was computed from the register. Each paragraph with a number can be referred to by it.
case-written = { $what } (written by counsel)
case-none = none
case-quoted = “{ $text }”
case-rests-on = {" "}(exhibits: { $exhibits })

# Facts in brief.
case-facts = Facts in brief
case-fact-act = The act: { $act }. Issued by: { $authority }. Addressed to: { $platform }. Date of the act: { $issued }.
case-fact-term = Received by the platform: { $received }. The 24-hour term: { $state }
case-fact-demand = Ground stated: { $ground }. Action demanded: { $actions }. Provisions cited, as written: { $provisions }.
case-fact-reasons = Reasons given: { $level }. The document was seen as: { $seen }.
case-fact-items = Items of the order: { $items }. What became of them: { $outcomes }.
case-fact-complaint = The application behind it: { $reference }. Filed: { $filed }, by: { $filer }. What came of it: { $decision }.
case-fact-no-complaint = No application behind the order is known.
case-fact-experts = Decision of the state’s expert group: No. { $number }, { $decided }. Conclusion: { $conclusion }.
case-fact-no-experts = No decision of the state’s expert group is known.
case-fact-author = The author was told of the order: { $notified }. The order says how to appeal: { $appeal }.
case-fact-judged = Items judged by two reviewers, blind to each other: { $judged } of { $of }. Verdicts: { $verdicts }.
case-fact-agreed = Of these, both reviewers reached the verdict by themselves on { $count } of { $of }; on the others a third person decided.
case-fact-unjudged = Items judged by two reviewers: { $count } of { $of }. No verdict stands yet.
case-fact-findings = Found about the order, by the number of items on which each finding holds: { $flags }. Elements of arbitrariness touched: { $elements }.
case-fact-proceedings = Proceedings known: { $forums }.
case-fact-no-proceedings = No proceeding about the order is known.

# The chronology.
case-chronology = Chronology
case-chronology-text = Every moment on record, by its earliest bound. A moment is known only as finely as its source told it: where it is an interval, both bounds are given, in the time zone of the source.
case-chronology-months = For these readers months alone are given. The rows stand in the order of the full record.
case-chronology-none = No moment is on record.
case-chronology-table = Moments on record
case-number = No.
case-what = What happened
case-when-head = When (both bounds, precision, zone)
case-basis-head = Basis, surety, exhibits
case-when = { $when } ({ $precision }; { $zone })
case-between = from { $from } to { $to }
case-at-items = { $count ->
    [1] item { $items }
   *[other] items { $items }
}
case-span-of = { $count } items, earliest to latest
case-precision-exact = to the second
case-precision-minute = to the minute
case-precision-hour = to the hour
case-precision-day = to the day
case-precision-month = to the month
case-precision-year = to the year
case-precision-interval = an interval
case-precision-unknown = precision not known
case-unordered-head = What cannot be put in order
case-unordered-text = The intervals of these moments overlap. Which of them came first cannot be told from what is on record.
case-unordered = No. { $number }: before or after No. { $others } is not known.
case-moment-orders-learned = We learned of the order
case-moment-orders-issued = Order issued
case-moment-orders-received = Order received by the platform
case-moment-orders-deadline-stated = Term stated in the order
case-moment-orders-closed = Order closed
case-moment-orders-duration-until = Order in effect until
case-moment-term = 24-hour term ends, computed from the receipt
case-moment-complaints-filed = Application filed
case-moment-complaints-decided = Application decided
case-moment-expert-decisions-requested = Put to the state’s expert group
case-moment-expert-decisions-decided = State’s expert group decided
case-moment-items-posted = Item published
case-moment-items-reach-at = Figures of its reach taken
case-moment-order-items-complied = Platform acted
case-moment-order-items-last-seen-up = Item last seen up
case-moment-order-items-first-seen-down = Item first seen down
case-moment-order-items-author-notice = Author told
case-moment-order-items-appeal-filed = Appeal filed
case-moment-order-items-appeal-decided = Appeal decided
case-moment-order-items-reinstated = Item put back
case-moment-proceedings-filed = Proceeding filed
case-moment-proceedings-due = Next step of the proceeding due
case-moment-proceedings-decided = Proceeding decided
case-moment-order-sources-learned = Another source learned of the order

# The order.
case-order = The order
case-reasons-none = The reasons as the order words them are not on record.
case-reasons-withheld = The reasons are on record word for word and are left out here.
case-reasons-source = Reasons of the order, word for word
case-cited = Provisions that the order cites
case-cited-one = As cited
case-note = Working note

# People and the application.
case-people = People, and the application
case-people-none = No person is linked to the order.
case-people-table = Who takes part
case-who = Who
case-child = child
case-complaint = The application to the ministry

# The elements of the statute.
case-matrix = Elements of the statute
case-matrix-text = For each element: what the law asks, and whether it is met. Items with a verdict of two reviewers that stands: { $count } of { $of }. “Met” and “not met” are what both reviewers found, or the third person who decided between them; without a verdict the register’s own facts are given, and they are never more than “likely”.
case-matrix-table = Elements A1–A4 and B1–B7
case-element = Code
case-asks = What is asked (source)
case-state = What is known
case-exhibits-head = Exhibits
case-unchecked = { $source }; wording to be compared with the original
case-met = met
case-not-met = not met
case-open = not known
case-apart = does not apply
case-state-of = { $state }: { $count } of { $of } ({ $count ->
    [1] item
   *[other] items
} { $items })
case-register-met = likely met, by the register; no item judged
case-register-not-met = likely not met, by the register; no item judged
case-register-apart = does not apply, by the register; no item judged
case-register-open = not known: no item judged, and no answer follows from the register
case-element-head = { $code }: what it rests on
case-by-register = By the register
case-fields = Rests on
case-by-reviewers = By the reviewers
case-no-reviews = no item has been judged
case-article = {", "}article { $article }

# Items.
case-items = Items
case-items-none = No item of the order is on record.
case-items-text = Items with a section of their own: { $count } of { $of }. The text stands in its original language first.
case-items-of = { $count } of { $of }
case-item = Item { $place }
case-rest = The other items
case-rest-table = Items without a section of their own: { $count } of { $of }
case-address = Address
case-address-none = left out or not on record
case-became = What became of it
case-text = Text in the original language ({ $language })
case-text-none = No text of this item is on record.
case-text-withheld = The text is on record and is not repeated here.
case-paraphrase = In other words: { $kind }; topics: { $topics }; manner of speech: { $mode }.
case-stub-short = not described
case-translation = Translation ({ $language })
case-translated-by = Translated by { $by }
case-translated-unknown = somebody not on record
case-judged = How it was judged
case-not-judged = Two reviews of this item are not both locked yet: there is no verdict.
case-no-verdict = no verdict
case-verdict = Verdict
case-rule = Rule { $rule } of the method { $version }
case-reviews = Verdict of each review
case-override = Reason of the departure from the computed verdict ({ $round })
case-agreement = Agreement of the two blind reviews
case-agreement-text = answered alike: { $count } of { $of } questions that both answered
case-dissent = Questions on which they contradict each other
case-item-findings = Found about the order through this item
case-defects = Not met about the order
case-elements = Elements of arbitrariness
case-answers = Answers of the reviewers
case-asked = Question
case-answers-apart = By every review these do not apply: { $codes }.
case-answered = Answer over the judged items
case-grounds = What the answers rest on

# The three-part test.
case-tests = The three-part test
case-tests-text = A restriction of expression stands only if it passes three tests, in this order: it is provided by law; it serves one of the aims that the Covenant names; it is necessary and proportionate to that aim. It is for the State to show this.
case-tests-note = International Covenant on Civil and Political Rights, article 19, paragraph 3; Human Rights Committee, General comment No. 34 (CCPR/C/GC/34), paras. 22, 27 and 35. Paras. 22 and 27 are to be compared with the original before they are quoted.
case-test-law = First: provided by law
case-test-law-text = The law must be accessible to the public and precise enough for people to act by it, and must not leave unfettered discretion to those who apply it.
case-test-law-note = General comment No. 34, paras. 24–26. The wording of para. 25 was read; paras. 24 and 26 are to be compared with the original before they are quoted.
case-test-law-table = Questions about the law
case-test-aim = Second: a legitimate aim
case-test-aim-text = The aim must be one that article 19 names: respect of the rights or reputations of others, national security, public order, public health or morals. Protecting a child is such an aim; shielding an official from criticism is not.
case-test-aim-note = Article 19, paragraph 3; General comment No. 34, paras. 28–32 and 38, to be compared with the original before they are quoted.
case-test-aim-table = Questions about the aim
case-test-necessity = Third: necessity and proportionality
case-test-necessity-text = The State must show in a specific and individualised way which threat there is, and a direct and immediate connection between the expression and the threat. The measure must be the least intrusive that still protects. Public debate about public figures weighs especially heavily.
case-test-necessity-note = General comment No. 34, paras. 33–35 and 38. The wording of para. 35 was read; the others are to be compared with the original before they are quoted.
case-test-necessity-table = Questions about necessity and proportionality
case-test-sum = Not met on at least one judged item: { $unmet }. Met on every judged item to which it applies: { $met }. Not known: { $open }. Does not apply: { $apart }.
case-tests-end = These are answers to single questions. They are not weighed or added up: what follows from them is for the court.

# Pairs, opinions, platform, proceedings.
case-pairs = Like items treated differently
case-pairs-text = A pair counts when two different people find that the two items can be compared.
case-pairs-none = No pair for comparison is on record.
case-pair = Item { $place } beside: { $other }
case-pair-no-order = an item of which no order is known
case-pair-other = What became of the other item, and its verdict
case-pair-views = Views of the two who looked
case-opinions = Expert opinions
case-state-experts = The state’s expert group
case-outside-experts = Experts outside the state
case-opinions-none = No opinion of an expert outside the state is on record.
case-about = About
case-about-order = the order
case-about-item = item { $place }
case-platform = What the platform did, and on what basis
case-platform-text = Counted over all items of the order: { $items }.
case-proceedings = Proceedings, route and terms
case-route = Route
case-route-usual = The route is the Administrative Procedural and Process-Related Code of the Republic of Kazakhstan, in force since 1 July 2021. Whether a complaint must come before the claim, and to which body, is to be checked by counsel.
case-term-head = Term for the claim
case-term = { $day }, as set by counsel
case-term-open = to be checked by counsel
case-reply = What the authority was asked and answered
case-reply-asked = Asked on
case-reply-answered = Answered on
case-reply-none = No answer of the authority is on record.
case-argument = Argument and relief sought

# Exhibits.
case-exhibits = Exhibits
case-exhibits-text = In the order in which this file first names them. Where a SHA-256 digest stands, anybody who has the file can check that it is the same.
case-exhibits-none = No exhibit is named in the records of this order.
case-exhibits-caption = List of exhibits
case-exhibit-file = { $media }, { $size } bytes
case-pictures = Photographs among the exhibits
case-pictures-text = Each is printed as it was taken, byte for byte: whoever takes it out of this file has the file that the digest is of.
case-picture = { $what }. SHA-256: { $digest }
case-picture-alt = Photograph: { $what }
case-pictures-left = Not printed, for there are too many: { $count }. They are on the list above.
case-pictures-unfit = Not printed, for the form of their files cannot be printed as it is or a file cannot be read: { $count }. They are on the list above.
case-exhibit-number = No.
case-exhibit-what = What it is
case-exhibit-captured = When and how it was taken
case-exhibit-custody = Who held it
case-exhibit-not-kept = named in the records; no file with a digest is kept in the register

# How a third party verifies.
case-verify = How a third party verifies this file
case-verify-text = None of these steps needs the program or trust in whoever made this file.
case-verify-file = The file itself: compute its digest with “sha256sum FILE” or “openssl dgst -sha256 FILE”. It must be the digest that the ledger holds for this paper; whoever hands over the file hands over that entry.
case-verify-exhibit = Each exhibit with a digest: compute SHA-256 of its file in the same way and compare all 64 digits. One changed byte gives another digest.
case-verify-entry = Each entry below: its leaf hash is SHA-256 over the byte 00 followed by the bytes of the entry (RFC 6962, section 2.1).
case-verify-ledger = The ledger: the root follows from the leaf hashes of all entries in their order (RFC 6962, section 2.1), and a checkpoint signs it by Ed25519. Where it is the root printed at the end of this file, no entry was changed, taken out or put in.
case-verify-time = What this proves: that the records stood so when the root was made, and have not changed since. It does not prove that what a record says is true: that rests on the exhibits.
case-verify-snapshot = Facts of this case file
case-verify-note = SHA-256 over the facts that this file prints, over the ledger (its root), and over the files of the method.
case-entries = Entries of the ledger about this order
case-entries-cut = The newest { $count } of { $of } entries are listed.
case-entry-number = Entry
case-entry-what = What happened
case-entry-when = Recorded
case-entry-leaf = Leaf hash

# The method.
case-method = Annex: the method
case-method-text = Items are judged by the published method, version { $version }: two people answer the same questions, blind to each other; fixed rules make the verdict of the answers; a third person decides where the two differ. A locked review is never changed. The rule book of the version is a paper of its own, and its digest stands at the end of this file.
case-method-digest = Method { $version }

# What was not seen.
case-unseen = What was not seen
case-unseen-text = What a reader could ask for and what this file cannot show, computed from what the register lacks.
case-unseen-document = The order and its document
case-unseen-order = The document of the order was not seen as an original or a copy. It is known as: { $seen }.
case-unseen-source = There is no second independent source for an order that is known by description alone: it counts in no figure.
case-unseen-fields = Not on record about the order: { $fields }.
case-unseen-people = People and procedure
case-unseen-author = No author of an item is on record: the author was not heard.
case-unseen-items = Items
case-unseen-stub = Items of which nothing is kept, because the order calls them child sexual material: { $count } of { $of } ({ $count ->
    [1] item
   *[other] items
} { $items }).
case-unseen-words = No text of the item is on record: { $count } of { $of } ({ $count ->
    [1] item
   *[other] items
} { $items }).
case-unseen-verdict = No verdict of two reviewers stands: { $count } of { $of } ({ $count ->
    [1] item
   *[other] items
} { $items }).
case-unseen-disputed = The two reviews differ and no third person has decided: { $count } of { $of } ({ $count ->
    [1] item
   *[other] items
} { $items }).
case-unseen-outcome = It is not known what became of the item: { $count } of { $of } ({ $count ->
    [1] item
   *[other] items
} { $items }).
case-unseen-basis = It is not known on what basis the platform acted: { $count } of { $of } ({ $count ->
    [1] item
   *[other] items
} { $items }).
case-unseen-machine = The translation is a machine’s, or nobody knows whose it is: { $count } of { $of } ({ $count ->
    [1] item
   *[other] items
} { $items }).
case-unseen-moments = Moments
case-unseen-moments-text = Not known: { $moments }.
case-unseen-answers = Questions without an answer
case-unseen-open = Not answered, or not to be told, on at least one judged item or by the register: { $codes }.
case-open-at = { $code } (at { $items })
case-unseen-exhibits = Exhibits
case-unseen-files = Exhibits that the records name and of which no file with a digest is kept: { $count } of { $of }.

# The end.
case-translator = Statement of the translator
case-translator-none = No statement of a translator has been written yet. Translations above are working translations.
case-signature = Signature
case-signature-none = Not signed yet.
