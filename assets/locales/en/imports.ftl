### Texts of the import that came after its first version.

import-drop = Or drop the file onto this window. CSV, TSV and XLSX are read; a workbook’s formulas are never run.
import-mapping = What each column holds
import-source-rows =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
import-seen-before = This very file was imported on { $when } as “{ $name }” and made { $orders } orders. Rows without an order number would be recorded a second time.
import-remembered = The mapping that you used for such a file before is set.
import-preset-rkn-history = Recognised: the history of the Russian register. The columns are known.
import-preset-minjust-list = Recognised: the list of materials of the Ministry of Justice of Russia. Each row is a material; its number in the list is not the number of an order.
import-preset-accessnow-stop = Recognised: Access Now’s table of shutdowns. The end of a shutdown is no removal, so it goes into the note.
import-preset-takedown-letters = Recognised: letters of states to a platform. The text of the letter goes into the note.
import-preset-google-requesters = Recognised: Google’s figures by requesting body.
import-preset-google-reasons = Recognised: Google’s figures by reason.
import-preset-linkedin-content = Recognised: LinkedIn’s figures of requests to remove content.
import-preset-linkedin-data = Recognised: LinkedIn’s figures of requests for data.
import-preset-linkedin-content-history = Recognised: LinkedIn’s series of requests to remove content.
import-preset-linkedin-data-history = Recognised: LinkedIn’s series of requests for data.
import-preset-rsf-index = Recognised: the press freedom index of Reporters Without Borders.
import-table = Table
import-table-choice = { $sheet } { $extent } ({ $rows } rows)
import-header = Header
import-header-none = no header: every row is data
import-header-row = row { $row }: { $cells }
import-encoding = Encoding
import-separator = Separator
import-above = Passed over above the table ({ $count }):
import-private = Looks like names, phones, schools or ages. Better not imported.
import-contested = Two columns would fill the same field “{ $field }”: this one and “{ $column }”. Choose one.
import-contested-take = Take this one
import-dates-of = How column “{ $column }” writes its dates
import-dates-plain = as written, beyond doubt
import-dates-open = the cells do not tell
import-dates-found = as the cells show: { $order }
import-dates-day-first = day first (31.12.2025)
import-dates-month-first = month first (12/31/2025)
import-dates-iso = year first (2025-12-31)
import-dates-question =
    { $count ->
        [one] “{ $sample }” can be read in two ways and nothing in the column settles it. Say which; otherwise it is kept as an interval over both.
       *[other] “{ $sample }” and other cells ({ $count } in all) can be read in two ways and nothing in the column settles it. Say which; otherwise they are kept as intervals over both.
    }
import-dates-asking =
    { $count ->
        [one] One column of dates can be read in two ways.
       *[other] { $count } columns of dates can be read in two ways.
    }
import-count-added = Added
import-count-added-help = Items that orders already in the register would get
import-grown =
    { $orders ->
        [one] One order in the register would get more: items – { $items }, outcomes – { $outcomes }.
       *[other] { $orders } orders in the register would get more: items – { $items }, outcomes – { $outcomes }.
    }
import-differing = Outcomes that the register tells otherwise: { $count }. They stay as they are; compare them by hand.
import-done-grown = Orders known before that got more: { $orders } (items – { $items }, outcomes – { $outcomes }).
import-sizes = Rows per order
import-size-group-0 = one row
import-size-group-1 = 2 to 9
import-size-group-2 = 10 to 99
import-size-group-3 = 100 and more
import-twins =
    { $count ->
        [one] One number on two dates
       *[other] { $count } numbers on two dates
    }
import-twins-hint = The same authority and number with different dates become two orders. If a date is a slip, correct it in the file first.
import-twins-first = First order
import-twins-second = Second order
import-twins-one = { $date }, row { $row }, rows: { $rows }
import-receipts-differ = rows tell different receipts; all are in the note
import-warnings =
    { $count ->
        [one] One address may deceive the eye
       *[other] { $count } addresses may deceive the eye
    }
import-warning-bidi = Row { $row }, unseen letters:
import-warning-mixed-script = Row { $row }, letters of two scripts in one name:
import-rejected-save = Save all rejected rows…
import-rejected-saved = Saved as “{ $name }”, rows: { $rows }.
import-stage-comparing = Comparing with the register
import-figures = Official figures
import-figures-hint = { $rows } rows hold { $figures } figures; not read: { $rejected }. These are numbers about orders and no orders: they go to “Sources”, beside what is counted here.
import-figures-write = Write the counts into the register
import-figures-done = Written: { $written } figures; left out: { $left } (scores, ranks and shares count nothing). They can be taken back like any import.
import-figure-publisher = Publisher
import-figure-period = Period
import-figure-country = Country
import-figure-metric = Counted
import-figure-value = Figure
import-figure-ground = Who or why
