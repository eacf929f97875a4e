### Records of every kind: names of kinds, fields, codes, findings, and what the law asks.

# The screens.
nav-actors = Actors
nav-law = Law
nav-sources = Sources
nav-proceedings = Proceedings and tasks
actors-about = People, organisations and accounts stand here under the label that papers use. Names and contacts are sealed: they are shown only in an opened record, and only when you ask.
law-about = Who may issue orders, by which provision, how it read on that day, and what the state’s expert group decided. The wording of the law is kept with its dates: definitions change.
sources-about = Figures that authorities and platforms publish, and when we watched what. “No case is known” does not mean “there was none”.
proceedings-about = Appeals, lawsuits, communications to international bodies, and who must do what by when. A term is kept as an interval.
platforms-duty = A platform with more than 100,000 users a day on average over a month appoints a legal representative (article 9 of the Law on Online Platforms of 10 July 2023).
official-show = Who was an official on a day
official-on = On the day
official-on-hint = By the posts on record. A post of unknown dates proves nothing.
official-none = None of the posts on record falls on this day.
official-unsure = perhaps: the dates are not known exactly
desk-tasks = Due soon
desk-no-tasks = Nothing is due within three days.
order-more = More about this order
item-more = More

# Lists, forms and panels.
record-find = Find by words
record-lists = Lists
record-none-found = No record matches.
record-nameless = a record without a name
record-empty = Nothing recorded yet
record-empty-actors = An actor is recorded under the label that papers will use: “deputy akim, region B”. The name may stay empty.
record-empty-authorities = An authority appears here with the first order that names it; you can also record it yourself.
record-empty-provisions = Record the provisions that orders cite and their wordings with dates: then it shows whether a provision was in force on the day.
record-empty-expert-decisions = Record every decision of the expert group that you learn of: no count of them is published.
record-empty-expert-opinions = Record what an expert outside the state found about an item or an order: it is shown beside the decision of the state’s experts.
record-empty-reviewers = Whoever takes the seat on the review screen stands here.
record-empty-official-figures = Record the figures that the ministry and platforms publish, with their source: your own are compared with them.
record-empty-coverage-periods = Record on which days you watched which sources: otherwise a quiet month looks like a month in which nobody looked.
record-empty-proceedings = Record every proceeding, from an appeal to the platform to a communication to the UN, with its term.
record-empty-tasks = A task is something that somebody must do by a day. When the day is near it appears on the desk.
record-empty-exhibits = Add an exhibit on the page of the order that it shows: the file is encrypted into the register. Here you can also describe a thing of which there is no file.
record-opened = The opened record
record-back = Back
record-amend-rest = Amend the rest
record-amend = Amend: { $name }
record-add = Add
record-new-short = New…
record-unlink = Empty the field “{ $field }”
record-needed = needed
record-refused = The value is missing or not allowed. Nothing was saved; correct it and save again.
record-number-wrong = A whole number, without words.
record-sealed = Sealed: in no paper unless allowed.
record-show = Show
record-show-field = Show: { $field }
record-not-known = not known
record-other-or-not-known = other or not known
record-nothing-filled = Nothing is filled in here yet.
record-not-filled = Not filled in:

# Sections of large forms.
record-section-act = The act
record-section-term = Term and reach of the order
record-section-grounds = Reasons and source
record-section-standing = Standing in the register
record-section-care = Care
record-section-content = Content
record-section-reach = Reach
record-section-execution = How it was carried out
record-section-sightings = What was seen when
record-section-appeal = Appeal
record-section-effect = Effect
record-section-filing = Filing
record-section-handling = Handling
record-section-result = Result
record-section-about = What it is about
record-section-rest = The rest

# How sure one is of a field.
facts-title = How sure, and what it rests on
facts-none = Nothing is said of any field.
facts-add = Say how sure a field is
facts-amend = Amend how sure it is: { $field }
facts-field = Field
facts-exhibits = Exhibits
facts-exhibits-hint = Name and page of the document, or the number of the exhibit; several with commas.
field-subject = Record in question
field-facts-field = Field
field-confidence = How sure
field-exhibits = Exhibits

# Findings.
finding-no-representative = Above the threshold and no representative appointed: the register knows of none serving now (article 9 of the Law on Online Platforms).
finding-representative-unsure = Above the threshold; the recorded dates do not tell whether a representative serves now.
finding-two-versions-in-force = More than one wording is in force now: their dates overlap. Check the dates.
finding-no-version = No wording of the provision is recorded: when it was in force is not known.
finding-no-version-in-force = None of the recorded wordings is in force now.
finding-overdue = overdue
finding-due-soon = due within three days
finding-stub = Child sexual material: neither address nor text is kept, only a note of where it was referred.
finding-withdrawn = This record was taken back as recorded in error.
finding-provision-not-in-force = A cited provision was not in force on the day of the order (by the recorded wordings).
finding-provision-force-unsure = The recorded wordings do not tell whether a cited provision was in force on the day of the order.

# Kinds of record: one, many, and the deed of making one.
record-one-authorities = authority
record-many-authorities = Authorities
record-new-authorities = New authority
record-one-authority-aliases = other name of an authority
record-many-authority-aliases = Other names of the authority
record-new-authority-aliases = New name of an authority
record-one-platforms = platform
record-many-platforms = Platforms
record-new-platforms = New platform
record-one-audience-measures = audience figure
record-many-audience-measures = Audience figures
record-new-audience-measures = New audience figure
record-one-representatives = legal representative
record-many-representatives = Legal representatives
record-new-representatives = New legal representative
record-one-provisions = provision
record-many-provisions = Provisions
record-new-provisions = New provision
record-one-provision-versions = wording of a provision
record-many-provision-versions = Wordings of the provision
record-new-provision-versions = New wording
record-one-actors = actor
record-many-actors = Actors
record-new-actors = New actor
record-one-actor-ages = age at a date
record-many-actor-ages = Ages at a date
record-new-actor-ages = New age at a date
record-one-occupancies = post held
record-many-occupancies = Posts held
record-new-occupancies = New post
record-one-expert-decisions = decision of the expert group
record-many-expert-decisions = Decisions of the expert group
record-new-expert-decisions = New decision of the expert group
record-one-repetition-sets = set of repetitions
record-many-repetition-sets = Sets of repetitions
record-new-repetition-sets = New set of repetitions
record-one-orders = order
record-many-orders = Orders
record-new-orders = New order
record-one-order-provisions = citation
record-many-order-provisions = Citations
record-new-order-provisions = New citation
record-one-order-sources = source of an order
record-many-order-sources = Other sources of the order
record-new-order-sources = New source of an order
record-one-items = item
record-many-items = Items
record-new-items = New item
record-one-order-items = order applied to an item
record-many-order-items = Orders applied to items
record-new-order-items = New application to an item
record-one-complaints = complaint
record-many-complaints = Complaints
record-new-complaints = New complaint
record-one-complaint-items = item in a complaint
record-many-complaint-items = Items in the complaint
record-new-complaint-items = New item in a complaint
record-one-item-translations = translation
record-many-item-translations = Translations
record-new-item-translations = New translation
record-one-comparator-pairs = pair for comparison
record-many-comparator-pairs = Pairs for comparison
record-new-comparator-pairs = New pair for comparison
record-one-expert-opinions = opinion of an outside expert
record-many-expert-opinions = Opinions of outside experts
record-new-expert-opinions = New opinion of an outside expert
record-one-actor-roles = role of an actor
record-many-actor-roles = Roles of actors
record-new-actor-roles = New role
record-one-official-figures = official figure
record-many-official-figures = Official figures
record-new-official-figures = New official figure
record-one-coverage-periods = coverage period
record-many-coverage-periods = Coverage periods
record-new-coverage-periods = New coverage period
record-one-proceedings = proceeding
record-many-proceedings = Proceedings
record-new-proceedings = New proceeding
record-one-tasks = task
record-many-tasks = Tasks
record-new-tasks = New task
record-one-exhibits = exhibit
record-many-exhibits = Exhibits
record-new-exhibits = New exhibit without a file
record-one-custody-events = act of custody
record-many-custody-events = Custody
record-new-custody-events = New act of custody
record-one-facts = surety of a field
record-many-facts = Surety of fields
record-new-facts = Say how sure a field is
record-one-reviewers = reviewer
record-many-reviewers = Reviewers
record-new-reviewers = New reviewer

# Fields that several kinds share. Those of imports and of capture serve here too.
field-kind = Kind
field-name-kk = Name in Kazakh
field-name-ru = Name in Russian
field-name-en = Name in English
field-name = Name
field-label = Label
field-source = Source
field-order = Order
field-item = Item
field-complaint = Complaint
field-proceeding = Proceeding
field-actor = Actor
field-provision = Provision
field-expert-decision = Decision of the expert group
field-reasons-level = Reasons given
field-valid-from = Valid from
field-valid-to = Valid to
field-filed = Filed
field-decided = Decided
field-due = Due

# Authorities and their names.
field-authorities-successor-of = Successor of
field-alias = Other name

# Platforms, their audience and their representatives.
field-domains = Domains
field-owner-legal-name = Legal name of the owner
field-exemption = Exemption from the duty to appoint
field-gov-channel = Standing channel for state bodies
field-value = Figure
field-audience-measures-value = Users
field-unit = Counted as
field-period = Period
field-representatives-name = Name of the representative
field-seat = Seat
field-appointed = Appointed
field-ended = Ended
field-register-number = Number in the ministry’s register

# Provisions and their wordings.
field-act = Act
field-article = Article
field-paragraph = Paragraph
field-in-force-from = In force from
field-in-force-to = In force to
field-text-kk = Text in Kazakh
field-text-ru = Text in Russian
field-note-en = Note in English
field-as-written = As the order writes it

# Actors, their ages, posts and roles.
field-actors-name = Name
field-public-label = Label in papers
field-is-child = A child
field-gender = Gender
field-consent = Consent given
field-consent-exhibit = Exhibit of the consent
field-contact = Contact
field-band = Age band
field-at = At the date
field-post = Post
field-body = Body
field-public-office = Public office
field-held-from = Held from
field-held-to = Held to
field-role = Role

# Decisions of the state’s expert group.
field-expert-decisions-number = Number of the decision
field-requested = Put to the group
field-extended = Time extended
field-members-known = Members known (without names)
field-disciplines = Disciplines of its members
field-votes = Votes
field-conclusion = Conclusion
field-dissent = Dissent
field-published = Published

# Orders.
field-learned = Learned of
field-learned-how = How it became known
field-ground = Ground stated
field-action = Action demanded
field-document-seen = Document seen as
field-names-items-by-url = Names each item by address
field-informs-of-appeal = Informs of appeal
field-author-notified = Author notified
field-draft = Draft: to be completed
field-signatory-role = Office of the signatory
field-representative = Representative of the platform
field-more-actions = Other actions demanded
field-deadline-basis = How the term is set
field-deadline-stated = Term stated in the order
field-closed = Order closed
field-scope = Territorial scope
field-duration = Duration
field-duration-until = Until
field-stated-reasons = Reasons as stated, word for word
field-court-act-cited = Court act cited
field-secrecy-demanded = Secrecy demanded
field-second-source = Second independent source
field-dup-of = Repeats the record
field-list = List
field-withdrawn = Taken back: recorded in error

# Items and their translations.
field-posted = Posted
field-text = Text
field-sensitivity = How careful to be
field-items-topic = Topic in your own words
field-topics = Topics
field-views = Views
field-shares = Shares
field-followers = Followers
field-members = Members
field-reach-at = Figures as of
field-visibility = Who could see it
field-statement-mode = How it speaks
field-repetition-set = Set of repetitions
field-stub = Child sexual material: stub only
field-referral-note = Where and when it was referred
field-item-translations-language = Language of the translation
field-item-translations-text = Text of the translation
field-made-by = Made by
field-translator = Translator

# One order applied to one item.
field-order-items-complied = First seen carried out
field-demanded-action = Action demanded for this item
field-platform-basis = Basis the platform gave
field-platform-rules = Its own rules would have had it removed
field-last-seen-up = Last seen up
field-first-seen-down = First seen down
field-author-notice = When the author was told
field-appeal-filed = Appeal filed
field-appeal-decided = Appeal decided
field-appeal-result = Result of the appeal
field-reinstated = Reinstated
field-reinstated-by = Reinstated by
field-chilling-effect = Chilling effect

# Complaints.
field-channel = Channel
field-filer-capacity = Filed by
field-to-expert-group = Sent to the expert group
field-decision = What came of it
field-complaints-order = Order it led to
field-complaints-note = What it was about
field-signature = Signature
field-alleged-victim = Alleged victim
field-extension-reasoned = Extension with reasons
field-how-known = How the complaint became known
field-comparable-group = Group for comparison

# Pairs, figures, coverage, proceedings and tasks.
field-item-a = First item
field-item-b = Second item
field-shared-features = Shared features
field-difference-in-treatment = Difference in treatment
field-rationale = Why they compare
field-first-reviewer = First reviewer
field-second-reviewer = Second reviewer
field-first-view = View of the first reviewer
field-second-view = View of the second reviewer
field-publisher = Publisher
field-country = Country
field-metric = What is counted
field-requester = Who requested
field-platform-name = Platform
field-reliability = Reliability
field-watched-from = Watched from
field-watched-to = Watched to
field-sources-watched = Sources watched
field-known-gaps = Known gaps
field-forum = Forum
field-proceedings-number = Number of the case
field-stage = Stage
field-claim = Claim
field-result = Result
field-remedies-exhausted = Domestic remedies exhausted
field-tasks-label = What must be done
field-done = Done

# Exhibits and their custody.
field-description = What it is
field-copy-type = Kind of copy
field-derived-from = Made from
field-captured = Captured
field-captured-by = Captured by
field-tool = Made with
field-tool-version = Version of the tool
field-source-url = Where it was captured
field-acquisition = How it came to us
field-exhibits-sensitivity = How careful to be with it
field-released-to = Who may be given the file
field-custody-events-exhibit = Exhibit
field-custody-events-at = When
field-custody-events-actor = Who
field-custody-events-action = What was done
field-custody-events-reason = Why

# Experts outside the state, and reviewers.
field-expert = Name of the expert
field-discipline = Disciplines
field-question = What was asked
field-finding = What was found
field-agrees-with-state = Agrees with the state’s experts
field-independence-statement = What was said of independence
field-exhibit = Exhibit
field-reviewers-name = Name of the reviewer
field-outside-organisation = Not of the organisation
field-languages = Languages

# What the law or the method asks of a field.
help-authorities-successor-of = When a body is reorganised, record the new one apart and name the former here: old orders stay with the old one.
help-authority-aliases-valid-from = As 2024-09-02. Empty when the beginning is not known.
help-authority-aliases-valid-to = As 2024-09-02. Empty while it is in use.
help-platforms-domains = With blanks between.
help-platforms-exemption = Article 9 of the Law on Online Platforms of 10 July 2023: internal corporate messengers and e-mail need not appoint a representative. Choose only what can be shown.
help-platforms-gov-channel = “Orders” through such a channel often surface only as flags against the platform’s own terms.
help-audience-measures-unit = Article 9 counts the average daily access over a month: more than 100,000. Other counts are kept, but do not decide.
help-audience-measures-period = As 2026-05.
help-audience-measures-source = The publication or its address, so that anybody can check it.
help-representatives-register-number = The ministry keeps the register of representatives (article 9 of the Law on Online Platforms).
help-representatives-ended = Empty means that the representative still serves.
help-provisions-act = The full name of the law and its date.
help-provision-versions-in-force-from = Each wording is recorded apart: the law defines bullying of a child as acts done “two and more times” (article 1(4-1) of the Law on the Rights of the Child), and a definition may change.
help-provision-versions-in-force-to = Empty while the wording is in force.
help-provision-versions-source = The official publication, or its page in the Adilet database.
help-actors-public-label = Papers will say this: “deputy akim, region B”. No name, school or village.
help-actors-is-child = A child is a person under 18 (article 1(2) of the Law on the Rights of the Child).
help-actors-consent = If there is none, say so: unknown consent is no consent.
help-actor-ages-band = The age at the date given, not today’s.
help-occupancies-held-from = These dates tell who was an official on a given day.
help-occupancies-held-to = Empty while the post is held.
help-expert-decisions-decided = Article 40 of the Law on Mass Media (2024): the group decides within 3 working days.
help-expert-decisions-extended = By a reasoned decision, up to 15 calendar days; the applicant is told within 2 working days.
help-expert-decisions-members-known = Name members by discipline or office, not by name; the person is recorded apart as an actor.
help-orders-deadline-basis = Article 9 of the Law on Online Platforms: a request of the body is considered within 24 hours. Here: from what the order itself counts.
help-orders-stated-reasons = In the words of the order. They may name people, so they are sealed.
help-orders-second-source = An order known only from a description counts only with two independent sources.
help-orders-dup-of = The record stays; nothing is merged by itself.
help-orders-withdrawn = The record stays in the register and in the ledger.
help-order-provisions-as-written = Exactly as in the order, mistakes included.
help-order-sources-list = Who else knows of the order, apart from the source it was first learned from. A source that only repeats another is not one of its own. Whether an order known by description counts rests on the field “Second independent source” alone.
help-items-sensitivity = Hard content, and what identifies a child, is shown only when you ask.
help-items-text = In the original language, word for word.
help-items-stub = Such material is never kept: neither its address nor its text nor a description. With the mark these fields are emptied. Report it to the competent body or a hotline.
help-items-referral-note = To whom, when, under which number. No address, no content.
help-items-repetition-set = Nearly the same texts, or one campaign: the set shows whether it was “two and more times”.
help-order-items-last-seen-up = When somebody last saw it up with their own eyes.
help-order-items-first-seen-down = When somebody first saw it gone, not when you suppose it went.
help-order-items-platform-rules = By the published rules of the platform in force on that day. Answer without sight of the verdict.
help-complaints-note = In your own words, without the names of children.
help-complaints-filer-capacity = Article 40 of the Law on Mass Media: a citizen or the legal representative of the child applies.
help-complaints-signature = Article 40: in writing or electronically, signed by hand or by electronic signature.
help-complaints-extended = Article 40: 3 working days; by a reasoned decision up to 15 calendar days.
help-complaints-comparable-group = Give like complaints the same name: whose complaints were decided how is compared.
help-official-figures-source = Name and date of the document or page.
help-coverage-periods-sources-watched = Which registers, channels, publications, people.
help-coverage-periods-known-gaps = Days and sources that nobody watched.
help-proceedings-due = By when the next step must be taken.
help-exhibits-released-to = Nobody is given the file of an exhibit unless named here.
help-exhibits-copy-type = The original is the file as it first came to you. A working or redacted copy is an exhibit of its own, made from the original.
help-custody-events-action = What the app does with a file it records itself. Here you add what happened outside it, such as a handover of the paper original. An act of custody cannot be changed afterwards.
help-comparator-pairs-shared-features = What the two share: language, kind, topic, whom they are about.
help-comparator-pairs-first-view = The pair counts when two different people find that the items can be compared.
help-expert-opinions-public-label = Papers will say this: “linguist, university”. The name is sealed.
help-expert-opinions-independence-statement = Who asked, who paid, whether the expert knows the author or the official.
help-reviewers-public-label = Papers will say this instead of the name.

# Codes: how sure.
confidence-confirmed = confirmed
confidence-probable = probable
confidence-alleged = alleged
confidence-unknown = not known

# Codes: representatives and exemptions.
seat-in-kz = in Kazakhstan
seat-abroad = abroad
exemption-none = none
exemption-corporate-messenger = internal corporate messenger
exemption-email = e-mail
exemption-finance-ecommerce = financial services or e-commerce

# Codes: complaints.
signature-eds = electronic signature
signature-hand = by hand
signature-none = none
complaint-known-author = from the author
complaint-known-parent = from a parent
complaint-known-lawyer = from a lawyer
complaint-known-foi = reply to an information request
complaint-known-court-file = court file
complaint-known-own-test = our own test complaint
complaint-known-other = otherwise

# Codes: orders.
term-basis-h24-from-receipt = 24 hours from receipt
term-basis-h24-from-issue = 24 hours from issue
term-basis-immediate = immediately
term-basis-other = otherwise
term-basis-not-stated = not stated
scope-kz = Kazakhstan
scope-worldwide = worldwide
duration-permanent = permanent
duration-until = until a date
duration-not-stated = not stated

# Codes: items.
language-unknown = not known
visibility-public = public
visibility-semi-public = semi-public
visibility-private = private
mode-fact = statement of fact
mode-value-judgement = value judgement
mode-mixed = mixed
mode-satire = satire
mode-question = question
mode-call = call
topic-corruption = corruption
topic-public-money = public money
topic-police = police
topic-courts = courts
topic-education = education
topic-health = health
topic-land = land
topic-elections = elections
topic-protest = protest
topic-child-safety = child safety
topic-private-dispute = private dispute
topic-satire = satire
topic-business = business
topic-religion = religion
topic-other = other
translated-human = a human
translated-machine = a machine

# Codes: what became of an item.
platform-basis-local-law = local law
platform-basis-terms = its own terms
platform-basis-both = both
platform-basis-none-given = none given
platform-basis-unknown = not recorded
platform-rules-yes = yes
platform-rules-no = no
platform-rules-unclear = unclear
platform-rules-unknown = unknown
source-list-platform = platform
source-list-author = author or lawyer
source-list-press = press
source-list-court = court file
source-list-disclosure = leak or information request
source-list-monitoring = monitoring
source-list-unknown = unknown
appeal-upheld = decision upheld
appeal-reversed = decision reversed
appeal-partly = partly changed
appeal-none = no appeal
appeal-pending = pending
reinstated-platform = platform
reinstated-ministry = ministry
reinstated-court = court
reinstated-author = author

# Codes: actors.
actor-kind-person = person
actor-kind-organisation = organisation
actor-kind-account = account
age-under-13 = under 13
age-13-15 = 13 to 15
age-16-17 = 16 to 17
age-adult = adult (18 and over)
consent-none = none
consent-anonymous = anonymous
consent-named-partner = named to partners
consent-public = public
gender-female = female
gender-male = male
gender-other = other
role-complainant = complainant
role-alleged-victim = alleged victim
role-person-criticised = person criticised
role-beneficiary-official = official who benefits
role-author = author
role-publisher = publisher
role-signatory = signatory
role-expert-member = member of the expert group
role-lawyer = lawyer
role-witness = witness

# Codes: the expert group.
discipline-law = law
discipline-psychology = psychology
discipline-linguistics = linguistics
discipline-child-rights = child rights
discipline-state-body = state body
discipline-ngo = NGO
conclusion-bullying = bullying
conclusion-not-bullying = no bullying
conclusion-partly = partly

# Codes: figures.
metric-orders = orders
metric-items = items of orders
metric-complaints = complaints
metric-materials = “unlawful materials”
metric-requests = requests
metric-accounts = accounts
reliability-official-document = official document
reliability-official-statement = official statement
reliability-secondary = secondary

# Codes: proceedings.
forum-platform-appeal = appeal to the platform
forum-ministry = ministry
forum-prosecutor = prosecutor
forum-admin-court = administrative court
forum-civil-court = civil court
forum-constitutional-court = Constitutional Court
forum-hrc = UN Human Rights Committee
forum-special-procedure = UN special procedures
forum-wgad = UN Working Group on Arbitrary Detention
forum-upr = Universal Periodic Review
forum-other = other

# Items that say nearly the same.
near-title = Nearly the same text
near-about = Other items say nearly the same; words that every letter shares are not counted. You decide what they are to each other.
near-no-order = no order
near-repeat = One repeated text
near-compare = Pair for comparison
near-set-label = Repetitions of { $reference }
near-repeated = Both are in one set of repetitions now ({ $reference }).
near-shared = Nearly the same text: { $share } of the word pairs are shared.
near-paired = A pair for comparison was recorded ({ $reference }). Write what differs in the treatment.

# Codes: what reviewers think of a pair.
view-comparable = comparable
view-not-comparable = not comparable
view-unknown = not known

# Codes: exhibits and their custody.
exhibit-kind-order-scan = scan of an order
exhibit-kind-platform-notice = notice of the platform
exhibit-kind-screenshot = screenshot
exhibit-kind-wacz = web archive (WACZ)
exhibit-kind-mhtml = saved page (MHTML)
exhibit-kind-video = video
exhibit-kind-letter = letter
exhibit-kind-court-act = court act
exhibit-kind-testimony = testimony
exhibit-kind-press = publication
exhibit-kind-other = other
copy-type-original = original
copy-type-working = working copy
copy-type-redacted = redacted copy
copy-type-unknown = not known
acquisition-self = captured by us
acquisition-received = received
acquisition-public-register = from a public register
acquisition-unknown = not known
release-court = court
release-lawyer = lawyer
release-partner = partner organisations
release-press = press
release-public = everybody
custody-ingest = taken in
custody-verify = verified
custody-view = viewed
custody-copy = copied
custody-redact = redacted
custody-export = copy saved
custody-transfer = handed over
custody-restore = restored
custody-destroy = destroyed
custody-unknown = not known
