### Reviewing by two people who do not see each other: seats, queues, sheets, outcomes, and what is found about an order.

# Seats and queues.
review-seat-title = Who sits here?
review-seat-about = Every answer belongs to the person who gave it. Choose yourself, or type your name.
review-seat-known = Known reviewers
review-seat-counts = locked: { $locked } · at hand: { $open }
review-seat-outside = from outside
review-seat-new = Somebody new
review-seat-name = Name
review-seat-take = Take the seat
review-seat-back = Back
review-seat-is = Reviewer: { $name }
review-seat-change = Change
review-lines = Queues
review-line-todo = To do
review-line-waiting = Waiting
review-line-disputed = Disputed
review-line-again = Again
review-line-settled = Settled
review-line-empty-todo = Nothing waits for you here. Items may be with others, disputed or settled; a new order brings new ones.
review-line-empty-waiting = None of your reviews waits for the other reviewer.
review-line-empty-disputed = Nothing is disputed.
review-line-empty-again = Nothing is to be judged anew.
review-line-empty-settled = No item has a verdict that stands yet.
review-queue-left = Without a verdict: { $open } · with you: { $mine }
review-next = Next item
review-next-none = No item waits for you.
review-dispute-on = Questions in dispute
review-dispute-all = All
review-state-mine = with you
review-state-free = free
review-state-waiting = waits for the other
review-state-disputed = disputed
review-state-again = to be judged anew
review-state-settled = settled
review-round-first = first review
review-round-second = second review
review-round-adjudication = adjudication
review-cycle = cycle { $cycle }
review-changed = changed since
review-disputes = in dispute: { $codes }
review-assign = Give out…
review-assign-title = Give items to two reviewers
review-assign-about = Items that nobody has yet go to both. Each judges without seeing the other.
review-assign-first = One reviewer
review-assign-second = The other
review-assign-count = How many items
review-assign-same = Choose two different people.
review-assign-few = Two reviewers are needed. Whoever took the seat once is on the list from then on.
review-assign-yes = Give out
review-assign-done = Items given out: { $count }.
review-cancel = Cancel

# Before the content is shown.
review-declare-title = Before you see the content
review-declare-blind = Two people judge this item, each alone. Until both have locked, neither sees the other’s answers; similar cases and what others decided are not shown either. Do not talk about the item with the other reviewer.
review-declare-adjudication = Two reviewers differ. You decide as the third person, and you will read both reviews.
review-declare-question = Do you have a conflict of interest: do you know the author, the person spoken of or the official, did you work on this case, do you gain by its outcome?
review-conflict-none = No conflict, show the item
review-conflict-have = I have a conflict
review-conflict-note = What it is
review-conflict-hint = It goes into the ledger, and somebody else gets the item.
review-conflict-late = It goes into the ledger, what you answered is discarded, and somebody else gets the item.
review-conflict-declare = Declare it and give the item back
review-taken-title = Others have this item
review-taken-text = Both places are taken. Until both have locked, nothing of their answers is shown.
review-declined-title = You declared a conflict of interest
review-declined-text = Somebody else judges this item. Take the next one.

# The content.
review-masked = Officials’ names are covered ({ $count })
review-masked-why = So that who is criticised does not lead the answers.
review-unmask = Uncover
review-unmask-title = Uncover the names?
review-unmask-text = The review will say that the names were seen. That cannot be taken back.
review-unmask-yes = Uncover and record it
review-unmask-no = Keep them covered
review-unmasked = The names were uncovered for this review.

# The questions.
review-part-c = Part C: the context
review-part-answered = { $done } of { $of }
review-confidence = How sure (Shift + 1–3)
review-confidence-1 = little
review-confidence-2 = fairly
review-confidence-3 = very
review-ground-exhibit = Exhibit: its label, page or second
review-take-first = Take the first: { $value }
review-take-second = Take the second: { $value }

# The statutory checklist.
review-statute = The statute, by the register
review-statute-open = No answer follows from the register.
review-statute-fields = Rests on
review-statute-law = Provisions
review-in-force-yes = in force on the day of the order
review-in-force-no = not in force on the day of the order
review-in-force-unknown = not known whether in force on the day of the order
review-force-from = from { $from }
review-force-to = to { $to }
review-force-between = { $from } – { $to }
review-force-open = dates not known
review-unchecked = not compared with the official text
statute-why-before-statute = On the day of the order the provision did not exist yet.
statute-why-before-rules = On the day of the order the rules of the expert group were not in force yet.
statute-why-other-ground = The order rests on another ground: this requirement does not apply.
statute-why-not-in-force = A provision that the order cites was not in force that day.
statute-why-decided-before = The expert group decided before the order.
statute-why-decided-after = The expert group decided after the order.
statute-why-not-sent-to-experts = The application was not put to the expert group.
statute-why-agency-applied = A state body applied.
statute-why-anonymous-applied = The application is anonymous.
statute-why-unsigned = The application is not signed.
statute-why-entitled-and-signed = Somebody entitled applied, and signed.
statute-why-in-term = The decision came within 3 working days.
statute-why-extension-without-reasons = The term was extended without reasons.
statute-why-after-extension = The decision came after the extended 15 calendar days.
statute-why-after-term = The decision came after 3 working days, without an extension.
statute-why-items-named = The order names the address of each item.
statute-why-items-not-named = The order does not name the address of each item.
statute-why-reasons-specific = The reasons are those of this very case.
statute-why-reasons-missing = Reasons are missing or a mere formula.
statute-why-instrument-of-law = The instrument is one that the law provides.
statute-why-instrument-not-of-law = The instrument is not one that the law provides.

# The verdict and the lock.
review-still-deciding = Still deciding:
review-elements = Elements of arbitrariness: { $count } of 7
review-applicable = Questions about the order that apply: { $applicable }; unanswered: { $unanswered }
order-element-predictability = lack of predictability
order-element-inappropriateness = inappropriate measure
order-element-due-process = lack of due process
order-element-reasonableness = lack of reasonableness
order-element-injustice = unjust measure
order-element-necessity = lack of necessity
order-element-proportionality = lack of proportionality
review-overtaken = The item or its order changed while you were reviewing. Your answers are kept. Look at the item again, then lock.
review-look-again = Look again
review-locked-blind = The other review is still open. Until both are locked nothing of it is shown, and the other reviewer sees nothing of yours.
review-changed-since = The item or its order changed after it was judged.
review-correct = Correct
review-context-later = What stands beside this item (similar items and their verdicts, comparison pairs, expert opinions) is shown once both blind reviews are locked: until then this one can still be corrected.
review-correcting = You are correcting a locked review. Nothing is kept until you lock again; the earlier one stays in the ledger.
review-correct-no = Leave it as it was
review-blind-yes = officials’ names stayed covered
review-blind-no = officials’ names were uncovered
review-minutes = { $minutes } min

# What became of two reviews.
review-outcome = Outcome of the two reviews
review-outcome-agreed = Both reviewers reached it, each alone.
review-outcome-adjudicated = A third person decided.
review-outcome-disputed = The two reviews differ: a third person decides.
review-outcome-apart = It does not count in figures.
review-readings = The reviews side by side
review-readings-show = Which questions
review-readings-all = All
review-readings-differing = Where they differ
review-readings-same = All the answers are the same.
review-readings-former = Earlier reviews: cycle { $cycle }
review-reading-register = from the register, nothing added
review-readings-question = Question
review-readings-grounds = { $code }: grounds
review-readings-none = no answer
review-contradict = contradict
review-differ = differ
review-superseded = corrected later
review-adjudicating = You decide between two reviews. Answer each question yourself; “take” copies an answer with its grounds.
review-again = Judge anew…
review-again-title = Judge the item anew
review-again-about = Two people judge it once more, each alone. The earlier reviews stay as they are.
review-again-reason = Reason
review-again-item-changed = the item or its order changed
review-again-new-major = a new major version of the method
review-again-new-evidence = new evidence
review-again-error = an error
review-again-note = Note
review-again-yes = Have it judged anew
review-again-done = The item is to be judged anew (ledger entry { $seq }).

# Beside a judged item.
review-context = Beside this item
review-context-why = Shown only after the lock, so that it cannot lead the answers.
review-similar = Similar items
review-similar-none = No item is like it.
review-similar-share = alike: { $share }
review-similar-open = no verdict yet
review-comparators = Pairs for comparison
review-comparators-none = There are no pairs.
review-comparator-shared = In common:
review-comparator-difference = Treated differently:
review-comparator-counts = It counts: two people find that they can be compared.
review-comparator-not-yet = It does not count: two different people must find that they can be compared.
review-opinions = The state’s experts and experts outside the state
review-opinions-state = What the state’s experts decided
review-opinions-state-none = No decision is known.
review-opinions-outside = What experts outside the state found
review-opinions-outside-none = There is no opinion.
review-opinions-agrees = Agrees with the state’s decision: { $value }
review-opinions-dissent = Dissent: { $value }
review-opinions-reasons = Reasons: { $value }

# A pause.
review-reminder = You have been reviewing for { $minutes } minutes. A pause protects you and the answers.
review-reminder-close = Dismiss

# What was found about an order.
order-findings = Findings
order-findings-judged = Items judged: { $judged } of { $of }
order-findings-none = No item of this order has a verdict that stands yet.
order-findings-flag = items: { $count }
order-findings-apart = Each flag holds by itself; they are not weighed or added up.
order-findings-label = One label for tables:
