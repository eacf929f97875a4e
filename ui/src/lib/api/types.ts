// Generated from the wire types of the core. Do not edit: `cargo xtask types` writes it anew.

export type Answer = { 
/**
 * Code of the question.
 */
code: string, 
/**
 * Chosen value: Y, LY, LN, N, CT, NA, or the question's own; empty when open.
 */
value: string, 
/**
 * Words of the content the answer rests on.
 */
quote: string, 
/**
 * Note.
 */
note: string, };

export type ById = { 
/**
 * The id.
 */
id: string, };

export type Chart = { 
/**
 * SVG.
 */
svg: string, 
/**
 * Text alternative with every value.
 */
alt: string, };

export type ChartAsk = { 
/**
 * verdicts.
 */
name: string, 
/**
 * Language.
 */
lang: Lang, 
/**
 * light, dark.
 */
theme: string, };

export type Choices = { 
/**
 * Authorities.
 */
authorities: Array<NamedChoice>, 
/**
 * Platforms.
 */
platforms: Array<NamedChoice>, };

export type Code = "wrong_passphrase" | "header_damaged" | "header_missing" | "header_foreign" | "database_damaged" | "vault_newer" | "vault_absent" | "vault_exists" | "vault_in_use" | "vault_read_only" | "place_refused" | "disk_full" | "locked" | "passphrase_weak" | "invalid" | "not_found" | "file_empty" | "file_binary" | "file_encoding" | "file_line_too_long" | "file_too_large" | "file_unreadable" | "file_no_columns" | "file_foreign" | "file_damaged" | "file_record_refused" | "register_not_empty" | "cancelled" | "undo_blocked" | "undone_before" | "review_locked" | "override_needs_reason" | "answer_needs_ground" | "paper_needs_review" | "paper_glyph_missing" | "internal";

export type ComplaintAdd = { 
/**
 * See ComplaintRow.
 */
channel: string, 
/**
 * Filed.
 */
filed: WireTime, 
/**
 * See ComplaintRow.
 */
filer_capacity: string, 
/**
 * See ComplaintRow.
 */
decision: string, 
/**
 * yes, no, unknown.
 */
to_expert_group: string, 
/**
 * Notes.
 */
note: string, 
/**
 * Reference of the order it led to, empty when none is known.
 */
order_reference: string, };

export type ComplaintRow = { 
/**
 * Complaint id.
 */
id: string, 
/**
 * Human reference.
 */
reference: string, 
/**
 * e_otinish, paper, hotline_111, platform_form, media, unknown.
 */
channel: string, 
/**
 * Filed.
 */
filed: WireTime, 
/**
 * legal_representative, child, other_citizen, official_for_self, agency, anonymous, unknown.
 */
filer_capacity: string, 
/**
 * confirmed, not_confirmed, refused, forwarded, no_reply, pending, unknown.
 */
decision: string, 
/**
 * yes, no, unknown.
 */
to_expert_group: string, 
/**
 * What it was about, in the words of the monitor.
 */
note: string, 
/**
 * Reference of the order it led to, empty when none is known.
 */
order_reference: string, };

export type Complaints = { 
/**
 * Newest first.
 */
rows: Array<ComplaintRow>, };

export type Desk = { 
/**
 * Orders whose clock runs, most urgent first, at most ten.
 */
clocks: Array<DeskClock>, 
/**
 * Drafts to complete, newest first, at most ten.
 */
drafts: Array<OrderBrief>, 
/**
 * Number of all drafts.
 */
drafts_total: number, 
/**
 * Order items without a locked review.
 */
to_review: number, 
/**
 * Complaints recorded.
 */
complaints: number, 
/**
 * Complaints that led to no order as far as known.
 */
complaints_without_order: number, 
/**
 * The measures of the register.
 */
measures: Measures, 
/**
 * State of the ledger.
 */
ledger: LedgerState, };

export type DeskClock = { 
/**
 * Order id.
 */
order: string, 
/**
 * Human reference, as KZ-2025-0042.
 */
reference: string, 
/**
 * Number of the order, empty when unknown.
 */
number: string, 
/**
 * Authority.
 */
authority: Trilingual, 
/**
 * Platform.
 */
platform: Trilingual, 
/**
 * Deadline as an interval.
 */
deadline: WireTime, 
/**
 * Whole minutes left until the earliest end of the deadline, negative when past it.
 */
minutes_left: number, };

export type Duplicate = { 
/**
 * Order id.
 */
id: string, 
/**
 * Human reference.
 */
reference: string, 
/**
 * same_number, same_locator.
 */
why: string, };

export type ExportAsk = { 
/**
 * csv, xlsx, json, lumen, dsa, all.
 */
format: string, 
/**
 * item, order: what a row of a table is.
 */
rows: string, 
/**
 * Names of columns in their order; none means the usual ones.
 */
columns: Array<string>, 
/**
 * Words as in the list of orders; json and all hold the whole register whatever they are.
 */
filter: string, 
/**
 * Codes stay codes instead of becoming words.
 */
codes: boolean, 
/**
 * Tables also hold addresses and texts of items that identify a child or are intimate.
 */
sensitive: boolean, 
/**
 * Language of headers and words.
 */
lang: Lang, 
/**
 * The person was told that the file is not encrypted and holds what is sealed; json and all are refused without.
 */
confirmed: boolean, };

export type ExportChoices = { 
/**
 * Columns of a table with one row for each item of an order.
 */
item: Array<ExportColumn>, 
/**
 * Columns of a table with one row for each order.
 */
order: Array<ExportColumn>, 
/**
 * Fields that no table and no statement ever holds: they are sealed.
 */
sealed: Array<Trilingual>, 
/**
 * An open export could be read back here: the register is empty.
 */
fresh: boolean, };

export type ExportColumn = { 
/**
 * Name, as `order.number`.
 */
id: string, 
/**
 * What its header says.
 */
label: Trilingual, 
/**
 * Chosen until somebody chooses otherwise.
 */
usual: boolean, };

export type ExportDone = { 
/**
 * File name without its folder.
 */
name: string, 
/**
 * SHA-256, hexadecimal.
 */
digest: string, 
/**
 * Bytes.
 */
bytes: number, 
/**
 * Rows, notices, statements or records.
 */
rows: number, 
/**
 * Orders that were left out.
 */
left_out: number, 
/**
 * Items whose address and text were withheld.
 */
withheld: number, 
/**
 * Texts that were longer than a cell of a workbook.
 */
shortened: number, };

export type ExportPlan = { 
/**
 * Orders.
 */
orders: number, 
/**
 * Rows, notices, statements or records.
 */
rows: number, 
/**
 * Orders that are left out of notices and statements: drafts, duplicates, withdrawn ones.
 */
left_out: number, 
/**
 * Items whose address and text are withheld.
 */
withheld: number, };

export type FactView = { 
/**
 * Identifier of the fact, itself a record of the kind `facts`.
 */
id: string, 
/**
 * The field.
 */
field: string, 
/**
 * confirmed, probable, alleged, unknown.
 */
confidence: string, 
/**
 * Exhibits as written.
 */
exhibits: string, 
/**
 * Note.
 */
note: string, };

export type Failure = { 
/**
 * Name of the failure.
 */
code: Code, 
/**
 * Parameters of its message.
 */
params: { [key in string]: string }, };

export type FieldInfo = { 
/**
 * Name; its label is the text `field-<kind>-<name>` or, where many kinds share it, `field-<name>`.
 */
name: string, 
/**
 * text, long, code, codes, number, moment, link, about, mark.
 */
shape: string, 
/**
 * Codes that can be chosen, without the one that says nothing.
 */
values: Array<string>, 
/**
 * The code that says nothing, empty where there is none.
 */
unset: string, 
/**
 * Kind of the record that it links to.
 */
kind: string, 
/**
 * Names, contacts and words that identify: in no paper unless a person allows it.
 */
sealed: boolean, 
/**
 * A record without it is refused.
 */
needed: boolean, };

export type Finding = { 
/**
 * Code, as row_altered, entry_altered, entry_missing, rolled_back, page_damaged.
 */
code: string, 
/**
 * Where: table and reference, or entry number.
 */
place: string, };

export type ImportColumn = { 
/**
 * Place from 0.
 */
index: number, 
/**
 * Header as written, empty when the file has none.
 */
header: string, 
/**
 * First values that are not empty, at most three.
 */
samples: Array<string>, 
/**
 * Field proposed: number, authority, issued, received, platform, locator, … or ignore.
 */
field: string, };

export type ImportGroup = { 
/**
 * Number.
 */
number: string, 
/**
 * Authority as written.
 */
authority: string, 
/**
 * Date as YYYY-MM-DD or as written.
 */
issued: string, 
/**
 * Items in it.
 */
items: number, 
/**
 * First line in the file.
 */
first_row: number, };

export type ImportLine = { 
/**
 * Batch id.
 */
id: string, 
/**
 * File name.
 */
name: string, 
/**
 * SHA-256 of the file, hexadecimal.
 */
digest: string, 
/**
 * UTC second.
 */
at: number, 
/**
 * Rows read.
 */
rows: number, 
/**
 * Orders made.
 */
orders: number, 
/**
 * Order items made.
 */
items: number, 
/**
 * Rows rejected.
 */
rejected: number, 
/**
 * made, undone.
 */
state: string, };

export type ImportPreview = { 
/**
 * Names the opened file in later calls.
 */
token: string, 
/**
 * File name without its folder.
 */
name: string, 
/**
 * Bytes.
 */
bytes: number, 
/**
 * utf-8, windows-1251, …
 */
encoding: string, 
/**
 * One of ; , TAB |.
 */
delimiter: string, 
/**
 * The first row that carries data, from 1.
 */
first_row: number, 
/**
 * The file has a header row.
 */
has_header: boolean, 
/**
 * Preset recognised, as rkn-dump, or empty.
 */
preset: string, 
/**
 * Its columns.
 */
columns: Array<ImportColumn>, 
/**
 * Fields a column can be mapped to.
 */
fields: Array<string>, };

export type ImportRun = { 
/**
 * From the preview.
 */
token: string, 
/**
 * Field of each column, in order.
 */
fields: Array<string>, };

export type ImportSummary = { 
/**
 * Data rows read.
 */
rows: number, 
/**
 * Orders.
 */
orders: number, 
/**
 * Order items.
 */
items: number, 
/**
 * Rows that say exactly what an earlier row said.
 */
duplicates: number, 
/**
 * Orders that the register already holds by issuer, number and date; left out.
 */
known: number, 
/**
 * Rows rejected in all.
 */
rejected_total: number, 
/**
 * The first 500 rejected rows.
 */
rejected: Array<RejectedRow>, 
/**
 * The ten largest groups.
 */
groups: Array<ImportGroup>, 
/**
 * Batch id after a wet run, else empty.
 */
batch: string, 
/**
 * Milliseconds it took.
 */
millis: number, };

export type ImportToken = { 
/**
 * From the preview.
 */
token: string, };

export type Imports = { 
/**
 * Newest first.
 */
rows: Array<ImportLine>, };

export type Judgement = { 
/**
 * Verdict of part A.
 */
verdict: string, 
/**
 * Subtype, or empty.
 */
subtype: string, 
/**
 * Id of the rule that fired, as R4c, or empty while answers are open and disagree.
 */
rule: string, 
/**
 * The rule in words.
 */
rule_text: Trilingual, 
/**
 * Open questions that would still decide.
 */
deciding: Array<string>, 
/**
 * Every completion of the open answers gives this verdict.
 */
settled: boolean, 
/**
 * Order findings of part B that hold: unlawful_on_its_face, arbitrary, …
 */
findings: Array<string>, 
/**
 * Codes of part B answered "not met".
 */
defects: Array<string>, };

export type KindInfo = { 
/**
 * Name, as actors.
 */
name: string, 
/**
 * Beginning of its human references, empty where it has none.
 */
prefix: string, 
/**
 * Fields that a person knows it by.
 */
title: Array<string>, 
/**
 * Fields that a person fills.
 */
fields: Array<FieldInfo>, };

export type Kinds = { 
/**
 * Those first that others link to.
 */
kinds: Array<KindInfo>, };

export type Lang = "kk" | "ru" | "en";

export type LangSet = { 
/**
 * The language.
 */
lang: Lang, };

export type LedgerLine = { 
/**
 * Place from 0.
 */
seq: number, 
/**
 * UTC second.
 */
recorded_at: number, 
/**
 * Event kind, as order_recorded.
 */
kind: string, 
/**
 * Who.
 */
actor: string, 
/**
 * Human reference of the object, where it has one.
 */
object: string, 
/**
 * Leaf hash, hexadecimal.
 */
leaf: string, };

export type LedgerLines = { 
/**
 * State of the whole.
 */
state: LedgerState, 
/**
 * Lines, newest first.
 */
lines: Array<LedgerLine>, };

export type LedgerPage = { 
/**
 * How many, newest first.
 */
limit: number, 
/**
 * Skip so many.
 */
offset: number, };

export type LedgerState = { 
/**
 * Entries.
 */
entries: number, 
/**
 * Root of the tree, hexadecimal.
 */
root: string, 
/**
 * Fingerprint of this device's public key.
 */
device: string, 
/**
 * UTC second of the last entry.
 */
last_at: number | null, };

export type LinkLabel = { 
/**
 * Its kind.
 */
kind: string, 
/**
 * Its identifier.
 */
id: string, 
/**
 * What it is called.
 */
label: Trilingual, };

export type LockedReview = { 
/**
 * Reviewer.
 */
reviewer: string, 
/**
 * UTC second.
 */
locked_at: number, 
/**
 * Computed verdict.
 */
computed: string, 
/**
 * Final verdict.
 */
verdict: string, 
/**
 * Subtype, as inside_statute, or empty.
 */
subtype: string, 
/**
 * Reason, where the final verdict is not the computed one.
 */
override_reason: string, 
/**
 * Rule that fired.
 */
rule: string, 
/**
 * Ledger entry.
 */
seq: number, };

export type Look = "system" | "light" | "dark";

export type LookSet = { 
/**
 * How it looks.
 */
look: Look, };

export type MeasureAdd = { 
/**
 * Platform id.
 */
platform: string, 
/**
 * Users.
 */
value: number, 
/**
 * avg_daily_over_month, monthly_users, hosts_per_day, other.
 */
unit: string, 
/**
 * As YYYY-MM.
 */
period: string, 
/**
 * Who published it.
 */
source: string, };

export type Measures = { 
/**
 * Complaints recorded.
 */
complaints: number, 
/**
 * Orders recorded.
 */
orders: number, 
/**
 * Orders whose document was seen (original, copy or quoted).
 */
orders_seen: number, 
/**
 * Order items recorded.
 */
items: number, 
/**
 * Order items with a locked review under the current rubric that count in the shares.
 */
reviewed: number, 
/**
 * Reviewed order items whose order is known by description alone: in no share.
 */
reviewed_apart: number, 
/**
 * First and last day of the orders counted, as YYYY-MM-DD, empty when none has a date.
 */
first_day: string, 
/**
 * See first_day.
 */
last_day: string, 
/**
 * Reviewed order items by verdict, all six in a fixed order.
 */
verdicts: Array<VerdictCount>, 
/**
 * Share of legitimate criticism among reviewed order items.
 */
criticism: Share, 
/**
 * Share of real bullying among reviewed order items.
 */
bullying: Share, 
/**
 * Orders by state of the 24-hour deadline: met, missed, indeterminate, running, unknown.
 */
deadlines: Array<NamedCount>, 
/**
 * Version of the rubric.
 */
rubric: string, };

export type NamedChoice = { 
/**
 * Id.
 */
id: string, 
/**
 * Name.
 */
name: Trilingual, };

export type NamedCount = { 
/**
 * Code.
 */
code: string, 
/**
 * Count.
 */
count: number, };

export type Nothing = Record<symbol, never>;

export type Notice = { 
/**
 * The work.
 */
work: string, 
/**
 * Their words.
 */
text: string, };

export type Notices = { 
/**
 * One for each work.
 */
rows: Array<Notice>, };

export type OrderAdd = { 
/**
 * The form.
 */
order: OrderDraft, };

export type OrderAmend = { 
/**
 * Order id.
 */
id: string, 
/**
 * The form.
 */
order: OrderDraft, };

export type OrderBrief = { 
/**
 * Order id.
 */
id: string, 
/**
 * Human reference.
 */
reference: string, 
/**
 * Number of the order.
 */
number: string, 
/**
 * Authority.
 */
authority: Trilingual, 
/**
 * Issued.
 */
issued: WireTime, };

export type OrderDetail = { 
/**
 * Order id.
 */
id: string, 
/**
 * Human reference.
 */
reference: string, 
/**
 * The recorded fields, as the capture form edits them.
 */
order: OrderDraft, 
/**
 * Authority, worded.
 */
authority: Trilingual, 
/**
 * Platform, worded.
 */
platform: Trilingual, 
/**
 * Deadline by interval arithmetic.
 */
deadline: WireTime, 
/**
 * Basis of the deadline: h24_from_receipt, h24_from_issue, not_stated.
 */
deadline_basis: string, 
/**
 * met, missed, indeterminate, running, unknown.
 */
deadline_state: string, 
/**
 * Its items, at most 1,000.
 */
items: Array<OrderItemView>, 
/**
 * Number of all its items.
 */
items_total: number, 
/**
 * The complaint behind it.
 */
complaint: ComplaintRow | null, 
/**
 * Entries of the ledger that speak of it, oldest first, at most 200.
 */
history: Array<LedgerLine>, 
/**
 * Import batch id, or nothing.
 */
batch: string | null, };

export type OrderDraft = { 
/**
 * ministry_order, prosecutor_submission, court_act, police_request, letter, platform_channel_flag, preventive_recommendation, unknown.
 */
instrument: string, 
/**
 * Number as written.
 */
number: string, 
/**
 * Authority by name or alias, as typed.
 */
authority: string, 
/**
 * Platform by name or domain, as typed.
 */
platform: string, 
/**
 * When we learned of it.
 */
learned: WireTime, 
/**
 * platform_notice, author, lawyer, court_file, register, press, foi, leak, monitoring, unknown.
 */
learned_how: string, 
/**
 * Issued.
 */
issued: WireTime, 
/**
 * Received by the platform.
 */
received: WireTime, 
/**
 * Cited provisions as written.
 */
provisions: string, 
/**
 * child_cyberbullying … not_stated.
 */
ground: string, 
/**
 * delete, geo_block, suspend_account, block_site, disclose_author, label, other, not_stated.
 */
action: string, 
/**
 * original, copy, quoted, described_only, unknown.
 */
document_seen: string, 
/**
 * yes, no, unknown.
 */
names_items_by_url: string, 
/**
 * yes, no, unknown.
 */
informs_of_appeal: string, 
/**
 * yes, no, unknown.
 */
author_notified: string, 
/**
 * none, formula, case_specific, unknown.
 */
reasons_level: string, 
/**
 * Addresses, one a line.
 */
locators: Array<string>, 
/**
 * Text of the first item, where known.
 */
text: string, 
/**
 * Notes.
 */
note: string, 
/**
 * Still to be completed.
 */
draft: boolean, };

export type OrderItemView = { 
/**
 * Order item id.
 */
id: string, 
/**
 * Content item id.
 */
item: string, 
/**
 * Address as the order gave it.
 */
locator: string, 
/**
 * Kind: post, comment, video…
 */
kind: string, 
/**
 * Text of the content, in the original.
 */
text: string, 
/**
 * kk, ru, en, mixed, other, empty.
 */
language: string, 
/**
 * Outcome: removed, geo_blocked, … unknown.
 */
outcome: string, 
/**
 * When it was first seen down.
 */
complied: WireTime, 
/**
 * met, missed, indeterminate, running, unknown.
 */
deadline_state: string, 
/**
 * Final verdict of a locked review, or nothing.
 */
verdict: string | null, 
/**
 * normal, child_identifiable, intimate, graphic.
 */
sensitivity: string, };

export type OrderRow = { 
/**
 * Order id.
 */
id: string, 
/**
 * Human reference.
 */
reference: string, 
/**
 * Number as written, empty when none.
 */
number: string, 
/**
 * Authority.
 */
authority: Trilingual, 
/**
 * Platform, empty when unknown.
 */
platform: Trilingual, 
/**
 * Instrument kind.
 */
instrument: string, 
/**
 * Issued.
 */
issued: WireTime, 
/**
 * met, missed, indeterminate, running, unknown.
 */
deadline_state: string, 
/**
 * Order items.
 */
items: number, 
/**
 * Order items reviewed.
 */
reviewed: number, 
/**
 * Still a draft.
 */
draft: boolean, 
/**
 * Address of the first item, for the eye.
 */
first_locator: string, };

export type OrdersList = { 
/**
 * Words to look for in number, authority, platform and addresses; empty for all.
 */
filter: string, 
/**
 * reference, number, authority, platform, issued, deadline, items, verdict, learned.
 */
sort: string, 
/**
 * Newest or largest first.
 */
descending: boolean, 
/**
 * First row wanted.
 */
offset: number, 
/**
 * Rows wanted, at most 500.
 */
limit: number, };

export type OrdersPage = { 
/**
 * Orders that match the filter.
 */
total: number, 
/**
 * Orders in the register.
 */
all: number, 
/**
 * The rows asked for.
 */
rows: Array<OrderRow>, };

export type OutcomeSet = { 
/**
 * Order item id.
 */
id: string, 
/**
 * removed, geo_blocked, account_suspended, age_gated, labelled, author_deleted, partly, refused, no_action, unknown.
 */
outcome: string, 
/**
 * When it was first seen down.
 */
complied: WireTime, };

export type PaperAsk = { 
/**
 * brief.
 */
kind: string, 
/**
 * Language.
 */
lang: Lang, };

export type PaperLine = { 
/**
 * Paper id.
 */
id: string, 
/**
 * brief.
 */
kind: string, 
/**
 * Language.
 */
lang: Lang, 
/**
 * SHA-256 of the file, hexadecimal.
 */
digest: string, 
/**
 * Bytes of the file.
 */
bytes: number, 
/**
 * UTC second.
 */
at: number, 
/**
 * Digest of the snapshot the numbers came from.
 */
snapshot: string, 
/**
 * Ledger entry.
 */
seq: number, 
/**
 * File name it was saved under, without its folder.
 */
name: string, };

export type PaperPreview = { 
/**
 * One SVG document a page.
 */
pages: Array<string>, 
/**
 * Why it cannot be made yet, as paper-needs-review, or empty.
 */
refused: string, };

export type Papers = { 
/**
 * Newest first.
 */
rows: Array<PaperLine>, };

export type PassphraseChange = { 
/**
 * The one that opens the vault today.
 */
old: string, 
/**
 * The one that shall open it from now on.
 */
new: string, };

export type PassphraseCheck = { 
/**
 * The passphrase as typed.
 */
passphrase: string, };

export type PassphraseOffer = { 
/**
 * Six words with blanks between.
 */
words: string, 
/**
 * Bits of randomness.
 */
bits: number, };

export type PassphraseStrength = { 
/**
 * Estimated bits.
 */
bits: number, 
/**
 * weak (refused), fair, strong.
 */
grade: string, };

export type PassphraseSuggest = { 
/**
 * Language of the words.
 */
lang: Lang, };

export type PlatformRow = { 
/**
 * Platform id.
 */
id: string, 
/**
 * Name.
 */
name: Trilingual, 
/**
 * social_network, messenger, video, forum, media, website, other.
 */
kind: string, 
/**
 * Domains.
 */
domains: Array<string>, 
/**
 * yes, no, unknown: computed, never stored.
 */
meets_threshold: string, 
/**
 * Value of the measure that decided, or nothing.
 */
measure_value: number | null, 
/**
 * Unit of that measure.
 */
measure_unit: string, 
/**
 * Period of that measure.
 */
measure_period: string, 
/**
 * Source of that measure.
 */
measure_source: string, 
/**
 * Orders on record.
 */
orders: number, };

export type Platforms = { 
/**
 * By name.
 */
rows: Array<PlatformRow>, };

export type Progress = { 
/**
 * reading, grouping, writing, sealing.
 */
stage: string, 
/**
 * Done so far.
 */
done: number, 
/**
 * Of so many.
 */
of: number, };

export type Question = { 
/**
 * Code, as A3.
 */
code: string, 
/**
 * Part: G, A, B.
 */
part: string, 
/**
 * The question.
 */
text: Trilingual, 
/**
 * Help under it.
 */
help: Trilingual, 
/**
 * An example.
 */
example: Trilingual, 
/**
 * Where it comes from.
 */
source: string, 
/**
 * Values that can be chosen, in the order of the digit keys.
 */
scale: Array<string>, 
/**
 * Several values can hold at once; the answer joins them with a plus, in the order of the scale.
 */
several: boolean, 
/**
 * Values that must rest on a quote or a note.
 */
grounded: Array<string>, };

export type Queue = { 
/**
 * Open first, at most 200.
 */
rows: Array<QueueRow>, 
/**
 * Open and started in all.
 */
open: number, 
/**
 * Locked in all.
 */
locked: number, };

export type QueueRow = { 
/**
 * Order item id.
 */
id: string, 
/**
 * Reference of the order.
 */
reference: string, 
/**
 * Address.
 */
locator: string, 
/**
 * Kind.
 */
kind: string, 
/**
 * Language.
 */
language: string, 
/**
 * open, started, locked.
 */
state: string, 
/**
 * Verdict when locked.
 */
verdict: string | null, };

export type Recognise = { 
/**
 * An address or the text of a letter.
 */
text: string, };

export type Recognised = { 
/**
 * A form with the recognised fields filled.
 */
order: OrderDraft, 
/**
 * Names of the recognised fields.
 */
fields: Array<string>, 
/**
 * Likely duplicates.
 */
duplicates: Array<Duplicate>, };

export type RecordAsk = { 
/**
 * The kind.
 */
kind: string, 
/**
 * Identifier, or human reference.
 */
id: string, };

export type RecordChoiceList = { 
/**
 * At most 20.
 */
rows: Array<LinkLabel>, };

export type RecordChoices = { 
/**
 * The kind.
 */
kind: string, 
/**
 * What was typed so far.
 */
words: string, };

export type RecordDetail = { 
/**
 * The record.
 */
record: RecordView, 
/**
 * How sure one is of its fields.
 */
facts: Array<FactView>, 
/**
 * Records that link to it, by kind and field; kinds without any are absent. At most 200 of each.
 */
linked: Array<RecordsPage>, 
/**
 * Entries of the ledger that speak of it, oldest first, at most 200.
 */
history: Array<LedgerLine>, };

export type RecordSave = { 
/**
 * The kind.
 */
kind: string, 
/**
 * Identifier or reference of the record to amend; empty to add one.
 */
id: string, 
/**
 * Fields to set; null empties a field, what is absent stays as it is.
 */
fields: Record<string, FieldValue | null>, };

export type RecordView = { 
/**
 * Its kind.
 */
kind: string, 
/**
 * Its identifier.
 */
id: string, 
/**
 * Human reference, empty where the kind has none.
 */
reference: string, 
/**
 * What it is called.
 */
label: Trilingual, 
/**
 * Its filled fields; what is absent nobody filled.
 */
fields: Record<string, FieldValue>, 
/**
 * What its links lead to, by field.
 */
links: Record<string, LinkLabel>, 
/**
 * What was found by the rules of the domain, as codes: no_representative, two_versions_in_force …
 */
findings: Array<string>, };

export type RecordsAsk = { 
/**
 * The kind.
 */
kind: string, 
/**
 * Words that must all occur, empty for all.
 */
words: string, 
/**
 * First row wanted.
 */
offset: number, 
/**
 * Rows wanted, at most 500.
 */
limit: number, };

export type RecordsPage = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The field by which these are linked to the record that was asked for; empty in a plain list.
 */
by: string, 
/**
 * How many there are of those wanted.
 */
total: number, 
/**
 * The rows, newest first.
 */
rows: Array<RecordView>, };

export type RegisterImported = { 
/**
 * File name without its folder.
 */
name: string, 
/**
 * Records.
 */
records: number, 
/**
 * Orders among them.
 */
orders: number, 
/**
 * Entry of the ledger.
 */
seq: number, };

export type RejectedRow = { 
/**
 * Line in the file, from 1.
 */
row: number, 
/**
 * Code of the reason, as date_unreadable.
 */
reason: string, 
/**
 * The cell at fault, cut to 120 characters.
 */
cell: string, };

export type ReviewJudge = { 
/**
 * The answers.
 */
answers: Array<Answer>, };

export type ReviewLock = { 
/**
 * Order item id.
 */
id: string, 
/**
 * The answers.
 */
answers: Array<Answer>, 
/**
 * Final verdict.
 */
verdict: string, 
/**
 * Reason, required when it differs from the computed one.
 */
override_reason: string, };

export type ReviewSave = { 
/**
 * Order item id.
 */
id: string, 
/**
 * The answers.
 */
answers: Array<Answer>, };

export type ReviewSheet = { 
/**
 * Order item id.
 */
id: string, 
/**
 * Reference of the order.
 */
reference: string, 
/**
 * The item; the official's identity is not in it beyond what the content says.
 */
item: OrderItemView, 
/**
 * When the item was posted.
 */
posted: WireTime, 
/**
 * Rubric version.
 */
rubric: string, 
/**
 * The questions in order: G, A, then B.
 */
questions: Array<Question>, 
/**
 * Answers saved so far.
 */
answers: Array<Answer>, 
/**
 * Answers of part B that the register already gives, by code.
 */
proposed: Array<Answer>, 
/**
 * Judgement of the saved answers.
 */
judgement: Judgement, 
/**
 * The locked review, when there is one.
 */
locked: LockedReview | null, };

export type Saved = { 
/**
 * Its id.
 */
id: string, 
/**
 * Human reference.
 */
reference: string, 
/**
 * Ledger entry.
 */
seq: number, };

export type Share = { 
/**
 * Method id with version, as C1/1.
 */
method: string, 
/**
 * Numerator.
 */
count: number, 
/**
 * Denominator.
 */
of: number, 
/**
 * headline, interval, counts, nothing.
 */
level: string, 
/**
 * Estimate in [0, 1], where the level shows one.
 */
estimate: number | null, 
/**
 * Lower limit of the 95 % Wilson interval.
 */
low: number | null, 
/**
 * Upper limit of the 95 % Wilson interval.
 */
high: number | null, 
/**
 * Share if every cannot-tell were not counted: the low end of the band.
 */
band_low: number | null, 
/**
 * Share if every cannot-tell were counted: the high end of the band.
 */
band_high: number | null, 
/**
 * Identifiers of the caveats to be worded, as caveat-known-orders-only.
 */
caveats: Array<string>, };

export type Trilingual = { 
/**
 * Kazakh.
 */
kk: string, 
/**
 * Russian.
 */
ru: string, 
/**
 * English.
 */
en: string, };

export type VaultCreate = { 
/**
 * The passphrase as typed.
 */
passphrase: string, 
/**
 * Interface language to remember.
 */
lang: Lang, 
/**
 * Fill it with the invented example register.
 */
with_example: boolean, 
/**
 * Organisation printed on papers.
 */
organisation: string, 
/**
 * Name of the person at the keyboard.
 */
actor: string, };

export type VaultState = { 
/**
 * absent (nothing at the place), locked, open.
 */
state: string, 
/**
 * The folder's own name, never its path.
 */
label: string, 
/**
 * The open register holds the invented example.
 */
example: boolean, 
/**
 * Interface language stored in the open vault.
 */
lang: Lang | null, 
/**
 * How the window looks, stored in the open vault; as the system says while none is open.
 */
look: Look, 
/**
 * Name of the organisation, as printed on papers.
 */
organisation: string, 
/**
 * Name of the person at the keyboard.
 */
actor: string, 
/**
 * Version of the app.
 */
version: string, };

export type VaultUnlock = { 
/**
 * The passphrase as typed.
 */
passphrase: string, };

export type VerdictCount = { 
/**
 * real_bullying, legitimate_criticism, mixed, other_unlawful, other_lawful, cannot_tell.
 */
verdict: string, 
/**
 * Number of order items.
 */
count: number, };

export type VerifyReport = { 
/**
 * good, bad.
 */
status: string, 
/**
 * Entries checked.
 */
entries: number, 
/**
 * Checkpoints whose signature was checked.
 */
checkpoints: number, 
/**
 * Rows compared with their last event.
 */
rows: number, 
/**
 * What is wrong, at most 100 findings.
 */
findings: Array<Finding>, 
/**
 * Root of the tree, hexadecimal.
 */
root: string, };

export type WireTime = { 
/**
 * Earliest possible UTC second, or nothing.
 */
earliest: number | null, 
/**
 * Latest possible UTC second, or nothing.
 */
latest: number | null, 
/**
 * exact, minute, hour, day, month, year, unknown.
 */
precision: string, 
/**
 * Offset of the zone in which it was stated, in minutes east of UTC.
 */
offset_minutes: number, 
/**
 * document, platform_notice, observed, witness, press, inferred.
 */
basis: string, };

export interface Commands {
  vault_state: { args: Nothing; reply: VaultState };
  vault_choose: { args: Nothing; reply: VaultState };
  passphrase_suggest: { args: PassphraseSuggest; reply: PassphraseOffer };
  passphrase_check: { args: PassphraseCheck; reply: PassphraseStrength };
  vault_create: { args: VaultCreate; reply: VaultState };
  vault_unlock: { args: VaultUnlock; reply: VaultState };
  vault_lock: { args: Nothing; reply: VaultState };
  passphrase_change: { args: PassphraseChange; reply: Nothing };
  lang_set: { args: LangSet; reply: Nothing };
  look_set: { args: LookSet; reply: Nothing };
  notices: { args: Nothing; reply: Notices };
  desk: { args: Nothing; reply: Desk };
  measures: { args: Nothing; reply: Measures };
  chart: { args: ChartAsk; reply: Chart };
  orders_list: { args: OrdersList; reply: OrdersPage };
  order_show: { args: ById; reply: OrderDetail };
  order_recognise: { args: Recognise; reply: Recognised };
  order_add: { args: OrderAdd; reply: Saved };
  order_amend: { args: OrderAmend; reply: Saved };
  outcome_set: { args: OutcomeSet; reply: Saved };
  complaints_list: { args: Nothing; reply: Complaints };
  complaint_add: { args: ComplaintAdd; reply: Saved };
  platforms_list: { args: Nothing; reply: Platforms };
  measure_add: { args: MeasureAdd; reply: Saved };
  choices: { args: Nothing; reply: Choices };
  kinds: { args: Nothing; reply: Kinds };
  records_list: { args: RecordsAsk; reply: RecordsPage };
  record_show: { args: RecordAsk; reply: RecordDetail };
  record_save: { args: RecordSave; reply: Saved };
  record_choices: { args: RecordChoices; reply: RecordChoiceList };
  import_choose: { args: Nothing; reply: ImportPreview };
  import_dry_run: { args: ImportRun; reply: ImportSummary };
  import_run: { args: ImportRun; reply: ImportSummary };
  import_cancel: { args: ImportToken; reply: Nothing };
  import_undo: { args: ById; reply: Saved };
  imports_list: { args: Nothing; reply: Imports };
  export_choices: { args: Nothing; reply: ExportChoices };
  export_plan: { args: ExportAsk; reply: ExportPlan };
  export_run: { args: ExportAsk; reply: ExportDone };
  export_cancel: { args: Nothing; reply: Nothing };
  register_import: { args: Nothing; reply: RegisterImported };
  review_queue: { args: Nothing; reply: Queue };
  review_open: { args: ById; reply: ReviewSheet };
  review_judge: { args: ReviewJudge; reply: Judgement };
  review_save: { args: ReviewSave; reply: Nothing };
  review_lock: { args: ReviewLock; reply: ReviewSheet };
  paper_preview: { args: PaperAsk; reply: PaperPreview };
  paper_export: { args: PaperAsk; reply: PaperLine };
  papers_list: { args: Nothing; reply: Papers };
  ledger_lines: { args: LedgerPage; reply: LedgerLines };
  ledger_verify: { args: Nothing; reply: VerifyReport };
}

export type Topic =
  'vault' | 'orders' | 'complaints' | 'platforms' | 'imports' | 'reviews' | 'papers' | 'records' | 'ledger';
