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

# What must be said beside a measure.
caveat-known-orders-only = These are only the orders we know of. Orders that no source saw are not in these figures.
caveat-clustered = Items of one order resemble each other, so the true interval is wider than the one shown.
caveat-cannot-tell-counted = Verdicts of “cannot tell” stay in the denominator.
caveat-small = Too few items for a percentage (fewer than 20).
caveat-not-random = The items are not a random sample: the known cases do not speak for the whole country.
caveat-described-only = Orders known only from a description are left out of the shares.
