### The method: its rule book, its versions, and what a check finds in them.

# The rule book.
method-kind = Rule book
method-title = How an order to remove content is judged
method-line-version = Version { $version }
method-line-published = published with the program
method-line-draft = draft made from version { $base }, not in force
method-line-adopted = adopted by { $by } on { $day }
method-line-adopted-undated = adopted by { $by }
method-line-retired = adopted by { $by } on { $day }, retired since
method-draft-warning = A draft: no review is made by it, and it may still change.
method-order-of-work = The parts are worked through in their order: first the gate, then the content, then the order, then the context. Two reviewers judge each item without knowing of each other; where they differ, a third settles it. Each answer, and the version by which it was given, stays on record.
method-scale = The usual scale
method-scale-text = Most questions have one scale. “Met” is: { $met }. “Not met” is: { $unmet }. Every other answer leaves the question open. These answers must rest on a quote, an exhibit or a note: { $grounded }.
method-usual-scale = the usual scale
method-values = Answers: { $values }
method-values-several = Answers, several at once: { $values }
method-reads-met = Counts as met: { $values }
method-reads-unmet = Counts as not met: { $values }
method-element = Element: { $element }
method-source = Source: { $source }
method-source-unchecked = Source, wording yet to be compared with the original: { $source }
method-example = Example: { $example }
method-content = The verdict on the content
method-content-text = The verdict follows from these answers, each met or not met: { $inputs }. The rules are read from the first to the last, and the first that fits decides. There are { $sets } complete sets of answers; all of them were tried, and each has exactly one verdict. No answer outside this list changes it. A reviewer may depart from the computed verdict only with written reasons.
method-joined = { $code } is met when all of these are: { $codes }. One that is not met is enough for { $code } not to be.
method-when = Fits when: { $conditions }
method-met = { $code } met
method-not-met = { $code } not met
method-or = {"; or "}
method-always = whatever the answers are
method-any-answers = any answers
method-subtype = Subtype: { $subtype }
method-subtype-by = Subtype by { $code }. Met: { $met }; not met: { $unmet }; open: { $open }
method-subtype-chosen = as answered
method-decides = { $sets ->
    [one] Decides { $sets } set of answers
   *[other] Decides { $sets } sets of answers
}
method-open = Open answers
method-open-text = While answers are open, every way of completing them is tried. If all lead to one verdict, that verdict stands already; if not, the verdict is “cannot tell”, and the questions that decide are named. Such items are counted, not left out.
method-verdicts = The six verdicts
method-findings = The finding on the order
method-findings-text = The finding consists of flags that are independent of each other. They follow from the verdict on the content and from the { $count } questions about the order, of which a question that does not apply is not counted. There is no weighted index: weights could not be defended. It is reported which elements of arbitrariness the defects touch.
method-how-arbitrary = The verdict is: { $verdicts }; or not met: { $codes }; or the defects touch at least { $elements } elements
method-how-unlawful-on-its-face = One of these is not met: { $codes }
method-how-defective-procedure = The verdict is: { $verdicts }; and a question about the order other than { $codes } is not met
method-how-defective-procedure-any = The verdict is: { $verdicts }; and a question about the order is not met
method-how-no-defect-found = Every question that applies was answered, and all are met
method-how-not-assessable = More than { $share } of the questions that apply are open
method-derived = { $code } follows from { $all } where it was left open: it is met when all of them are. It is not met only once one of { $once } was answered, because only then it is clear that this list applies to the order.
method-elements = The elements of arbitrariness
method-reliability = How far reviewers agree
method-reliability-text = For each question and for the verdict Krippendorff’s α is published with its interval. From 0.80 on a result is firm; from 0.667 to 0.80 it is tentative and said to be so; below 0.667 a question stands in no headline and every page of shares names it, and a share stands in no headline where this is so of the six verdicts or of its own verdict against all others. Before they judge real items, reviewers work on a set of invented ones in both directions: real bullying of children is in it as well as lawful criticism.
method-changes = Versions
method-changes-text = A version that was published never changes. The number of the next one follows from what is changed: the last figure for wording alone, the middle one when a question comes that decides nothing, the first when a rule changes or a question about the order comes. Verdicts under different first figures are never put into one number.
method-seal-whole = Version { $version }
method-seal-note = SHA-256 of the files of this version, and over all three, one after the other. Whoever has the files can check them.

# Where a version stands, and how far it is from the one it was made from.
method-status-published = published with the program
method-status-draft = draft
method-status-adopted = adopted
method-status-retired = retired
method-step-none = no change
method-step-patch = wording
method-step-minor = new question
method-step-major = changed rule

# Fields of the forms about versions.
field-adopted-by = adopted by
field-adopted-on = day of adoption
field-change = what this version changes
field-why = reason

# What a check finds.
method-fault-hole = No rule fits these answers: { $answers }.
method-fault-never-reached = { $by ->
    [none] Rule { $rule } fits no answers at all.
   *[other] Rule { $rule } never decides: rules before it take everything it fits ({ $by }).
}
method-fault-overlap = Rule { $rule } never decides: rule { $with } takes everything it fits and says otherwise. Both fit these answers: { $answers }.
method-fault-unknown-code = { $rule } names { $code }, which is not there.
method-fault-unknown-value = Question { $question } is read by “{ $value }”, which its scale does not have, or which is read in two ways.
method-fault-unknown-verdict = { $rule } says “{ $verdict }”, which is no verdict.
method-fault-missing-verdict = The verdict “{ $verdict }” is not named: all six must be.
method-fault-unworded-subtype = { $rule } names the subtype “{ $subtype }”, for which there are no words in any language.
method-fault-unworded-value = The answer “{ $value }” of question { $question } has no words in any language.
method-fault-missing-translation = A text is missing: { $place }, { $lang }.
method-fault-duplicate-code = The code “{ $code }” is empty or stands twice.
method-fault-no-scale = Question { $question } has no answers to choose from, or one of them twice.
method-fault-no-source = Question { $question } names no source.
method-fault-unread = No answer to { $code } counts as met, or none as not met.
method-fault-too-many-inputs = { $count } answers decide; at most { $limit } can be tried.
method-fault-out-of-range = In { $place } a number is out of range. Elements: at least 1, and no more than the questions about the order touch. A share: of at most 100 questions, and no more than all of them.
method-fault-never-holds = The finding “{ $place }” can never hold: no answers lead to it.
method-fault-too-many-rules = { $count } rules are too many; the most is { $limit }.
method-fault-unreadable = The file “{ $file }” is missing or cannot be read as what it should be.
method-fault-unknown-key = The key “{ $key }” is none that a method has.
method-fault-unsealed = There is no SHA256SUMS, so this folder cannot be imported: nothing says that these are the bytes that were published.
method-fault-changed-byte = The file “{ $file }” is not the one that was published: its digest differs.
method-fault-bad-version = “{ $version }” is no number of a version: it has the form 1.0.0.
method-fault-step-too-small = The number { $version } claims less than what was changed against { $other }.

# The command line.
method-refused = Nothing was changed. Faults: { $count }
method-line-row = { $version }  { $status }  { $digest }
method-in-use = in use
method-check-clean = No faults. Complete sets of answers: { $sets }, each with exactly one verdict. SHA-256 { $digest }
method-check-faults = Faults: { $count }
method-check-sealed = SHA256SUMS agrees.
method-check-unsealed = There is no SHA256SUMS, so this folder cannot be imported: nothing says that these are the bytes that were published.
method-saved = Saved: { $name }, SHA-256 { $digest }
method-adopted-now = Version { $version } is adopted: { $by }.
