### The table of orders as a spreadsheet: columns, cells, selection, clipboard, saved filters, history and undo.

# Columns.
column-deadline-end = End of the term
column-outcomes = Taken down / known
column-verdicts = Verdicts
column-first-address = First address
column-draft = Draft
column-origin = Import
column-recorded-at = Recorded
columns-open = Columns…
columns-title = Columns of the table
columns-hint = Alt with ↑ or ↓ moves a column. The layout is kept in this copy of the register.
columns-shown = Shown, in order
columns-hidden = Not shown
columns-up = Move “{ $column }” up
columns-down = Move “{ $column }” down
columns-width = Width of “{ $column }”, pixels
columns-width-head = Width, pixels
columns-reset = As at first
cell-day-form = 2025-03-14, 14.03.2025, 2025-03 or 2025

# Filter.
filter-hints = What can be typed next
saved-filters = Saved filters
saved-filter-new = Save the filter…
saved-filter-title = Save the filter
saved-filter-name = Name
saved-filter-hint = Filter, order and columns are saved for everybody who works with this register.
saved-filter-save = Save
saved-filter-saved = The filter “{ $name }” is saved.
saved-filter-drop = Remove the filter “{ $name }”

# Selection and bulk edit.
select-count =
    { $count ->
        [one] { $count } selected
       *[other] { $count } selected
    }
select-too-many = More than { $limit } rows cannot be selected as a range. Ctrl+A selects whatever the filter matches.
bulk-open = Edit…
bulk-title =
    { $count ->
        [one] Edit { $count } order
       *[other] Edit { $count } orders
    }
bulk-title-pasted =
    { $count ->
        [one] Fill “{ $field }” of { $count } order
       *[other] Fill “{ $field }” of { $count } orders
    }
bulk-field = Field
bulk-value = New value
bulk-counting = Counting…
bulk-would-change = Would change
bulk-already = Have the value already
bulk-refused = Cannot take it
bulk-entries = So many changes are written as { $count } ledger entries, all of them or none.
bulk-samples = The first of them
bulk-refused-why = Left alone
bulk-refused-invalid = not a value of this field
bulk-refused-not-found = no such order any more
bulk-cancel = Change nothing
bulk-look = Show what would change
bulk-run =
    { $count ->
        [one] Change { $count } order
       *[other] Change { $count } orders
    }
bulk-done =
    { $count ->
        [one] { $count } order changed (ledger entry { $entries }).
       *[other] { $count } orders changed (ledger entry { $entries }).
    }

# Clipboard.
copy-open = Copy
copy-done =
    { $rows ->
        [one] { $rows } row copied, columns: { $columns }.
       *[other] { $rows } rows copied, columns: { $columns }.
    }
copy-too-many = More than { $limit } rows are too many for the clipboard. Export them instead.
copy-failed = The system did not let the rows onto the clipboard. Nothing was copied.
paste-title = Paste a table
paste-size = Rows: { $rows }, columns: { $columns }.
paste-misfit = One column of { $rows } values does not fit { $selected } selected rows. Select as many rows as values to fill a column.
paste-import-hint = Import it as a table of orders: you see what would be taken over before anything is written.
paste-import = Import as orders…
paste-fill =
    { $rows ->
        [one] Fill “{ $column }” of { $rows } row…
       *[other] Fill “{ $column }” of { $rows } rows…
    }

# Keys.
keys-title = Keys of the table
keys-move = go to another cell
keys-edit = write in the cell; in a cell that cannot be changed, open the order. Typing begins at once
keys-editing = save; save and go on; leave it as it was
keys-open = open the order beside the table
keys-back = let go of the selection; close the order
keys-extend = select rows
keys-toggle = select or leave out one row (also Ctrl and a click)
keys-all = select whatever the filter matches
keys-bulk = edit the selected orders
keys-clipboard = copy the rows as they are shown; paste a table or a column
keys-undo = undo the last change of this session; do it again
keys-filter = to the filter
keys-resize = on a header: narrower, wider
keys-column = on a header: move the column
keys-help = this page

# History and undo.
change-field = Field
change-before = Before
change-after = After
change-sealed = sealed
change-none = This entry changed no field.
change-more-rows = The first 200 of { $rows } records are shown.
change-undoes = Undoes entry { $seq }.
change-undone-by = Undone by entry { $seq }.
change-undo = Undo this
undo-done = Undone: { $what } { $reference } (ledger entry { $seq }).
redo-done = Done again: { $what } { $reference } (ledger entry { $seq }).
undo-nothing = Nothing was changed in this session that could be undone.
redo-nothing = Nothing was undone that could be done again.
