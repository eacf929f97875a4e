### Words of the filter and of search.

filter-field-platform = platform
filter-field-authority = issuer
filter-field-issued = issued
filter-field-received = received by the platform
filter-field-learned = when we learned of it
filter-field-complied = when the platform acted
filter-field-verdict = verdict
filter-field-outcome = outcome
filter-field-ground = ground
filter-field-instrument = kind of act
filter-field-action = what is demanded
filter-field-deadline = 24-hour term
filter-field-draft = draft
filter-field-duplicate = found to be a double of another
filter-field-reviewed = reviewed
filter-field-has = what is filled in
filter-field-items = number of items
filter-field-number = number
filter-field-reference = reference
filter-field-document = document seen
filter-field-how = how we learned of it
filter-field-reasons = reasons given
filter-field-appeal = tells of an appeal
filter-field-notified = author told
filter-field-language = language of the item
filter-field-kind = kind of item
filter-has-note = a note
filter-has-text = a text
filter-has-address = an address
filter-has-number = a number
filter-has-provisions = cited provisions
filter-has-complaint = a complaint before it

filter-field-unknown = There is no field “{ $part }”.
filter-value-unknown = This field has no value “{ $part }”.
filter-value-missing = A value is missing here.
filter-date-bad = “{ $part }” is no date: write 2025, 2025-03, 2025-03-14, 2025-01..2025-03 or unknown.
filter-number-bad = “{ $part }” is no number: write 5, 2..4 or >10.
filter-quote-open = A quotation mark is not closed.
filter-blank-missing = A blank is missing here.
filter-too-long = The filter is too long.
filter-suggestions = Did you mean: { $list }?

search-total = { $count ->
    [one] { $count } hit
   *[other] { $count } hits
}
search-more = More than { $count } hits; the newest { $count } were ranked.
search-none = Nothing found.
