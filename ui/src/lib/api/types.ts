// Generated from the wire types of the core. Do not edit: `cargo xtask types` writes it anew.

export type Agreement = { 
/**
 * Major version of the method.
 */
major: number, 
/**
 * Majors under which anything was judged.
 */
majors: Array<number>, 
/**
 * Items with two locked blind reviews.
 */
pairs: number, 
/**
 * Items that were adjudicated.
 */
adjudicated: number, 
/**
 * Items that are disputed.
 */
disputed: number, 
/**
 * The six verdicts.
 */
verdict: AgreementLine, 
/**
 * Legitimate criticism against all else.
 */
criticism: AgreementLine, 
/**
 * The questions in their order.
 */
questions: Array<AgreementLine>, 
/**
 * By quarter of locking, then by language.
 */
slices: Array<AgreementSlice>, 
/**
 * Alpha of the six verdicts, and of criticism against all else, allows a headline: at least 0.667.
 */
headline: boolean, 
/**
 * Replicates of the bootstrap.
 */
replicates: number, };

export type AgreementAsk = { 
/**
 * Major version of the method; nothing for the one in use.
 */
major: number | null, };

export type AgreementLine = { 
/**
 * Code of a question, `verdict`, or `criticism` for criticism against all else.
 */
code: string, 
/**
 * Categories that can occur.
 */
categories: Array<string>, 
/**
 * Items that both answered.
 */
n: number, 
/**
 * Share of them on which both say the same; nothing when n is 0.
 */
percent: number | null, 
/**
 * Cohen's kappa of first against second place.
 */
kappa: number | null, 
/**
 * Krippendorff's alpha, nominal.
 */
alpha: number | null, 
/**
 * Lower limit, 95 %, bootstrap over orders; only from ten items.
 */
low: number | null, 
/**
 * Upper limit.
 */
high: number | null, 
/**
 * Gwet's AC1.
 */
ac1: number | null, 
/**
 * Share of each category among the first places, in the order of the categories.
 */
first: Array<number>, 
/**
 * The same among the second places.
 */
second: Array<number>, 
/**
 * ok, no_variation, no_pairable_values, few: fewer than thirty items, so alpha is told and not relied on.
 */
status: string, 
/**
 * firm, tentative, below, or empty where there is no alpha to read.
 */
reading: string, };

export type AgreementSlice = { 
/**
 * quarter, as 2025-Q3; or language.
 */
of: string, 
/**
 * Which.
 */
name: string, 
/**
 * Agreement on the verdict.
 */
line: AgreementLine, };

export type Analysis = { 
/**
 * How far it is made.
 */
stage: AnalysisStage, 
/**
 * What the filter finds.
 */
profile: Profile, 
/**
 * What the other filter finds.
 */
against: Profile | null, 
/**
 * How many orders both find.
 */
shared: number | null, 
/**
 * The charts; none where there is nothing to draw.
 */
charts: Array<AnalysisChart>, };

export type AnalysisAsk = { 
/**
 * Filter, as in the table of orders; empty: everything.
 */
filter: string, 
/**
 * Another filter to be shown beside it.
 */
against: string | null, 
/**
 * Language of the charts.
 */
lang: Lang, 
/**
 * light, dark.
 */
theme: string, 
/**
 * Width of the charts in points.
 */
width: number, 
/**
 * How much of it is wanted.
 */
until: AnalysisStage, };

export type AnalysisChart = { 
/**
 * Code of the component, or name of the table.
 */
name: string, 
/**
 * SVG: every text escaped, no script, no style, no address.
 */
svg: string, 
/**
 * Every value in words.
 */
alt: string, 
/**
 * Height by width.
 */
height: number, 
/**
 * Places that values take.
 */
spots: Array<AnalysisSpot>, };

export type AnalysisSpot = { 
/**
 * Code of the row.
 */
code: string, 
/**
 * 0 for the filter, 1 for the other.
 */
series: number, 
/**
 * Distance from the left.
 */
left: number, 
/**
 * Distance from the top.
 */
top: number, 
/**
 * Width.
 */
width: number, 
/**
 * Height.
 */
height: number, };

export type AnalysisStage = "nothing" | "counts" | "figures" | "all";

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
 * Exhibit it rests on: its label, page or second.
 */
exhibit: string, 
/**
 * Note.
 */
note: string, 
/**
 * How sure the reviewer is: 1 little, 2, 3 very; 0 when not said.
 */
confidence: number, };

export type Assign = { 
/**
 * One reviewer.
 */
first: string, 
/**
 * The other.
 */
second: string, 
/**
 * How many items, at most 500.
 */
count: number, };

export type Assigned = { 
/**
 * Items.
 */
count: number, };

export type AutoLock = { 
/**
 * Minutes, from 1 to 30.
 */
minutes: number, };

export type BackupDrill = { 
/**
 * The key, or two shares.
 */
typed: Array<string>, };

export type BackupLine = { 
/**
 * Name of the file.
 */
name: string, 
/**
 * When it was made, UTC seconds.
 */
made_at: number, 
/**
 * Bytes.
 */
bytes: number, 
/**
 * It was restored to a temporary place, everything in it was checked and is whole, and it lies there with the size that it had.
 */
verified: boolean, };

export type BackupMade = { 
/**
 * Its line.
 */
line: BackupLine, 
/**
 * Entries of the ledger in it.
 */
entries: number, 
/**
 * Files of exhibits in it.
 */
files: number, 
/**
 * Older ones that made way for it; none for one in which something was found.
 */
removed: number, 
/**
 * Codes of what was found when it was tried out; none is good, and only then it counts as verified.
 */
findings: Array<string>, };

export type BackupRestore = { 
/**
 * A passphrase that opened the register when the backup was made; empty where the recovery key is given.
 */
passphrase: string, 
/**
 * The recovery key, or two shares; none where a passphrase is given.
 */
typed: Array<string>, 
/**
 * The passphrase that opens it from now on; empty keeps the one given.
 */
new: string, };

export type Backups = { 
/**
 * Name of the folder that was chosen, never its path; empty where none was.
 */
folder: string, 
/**
 * The folder is there now: a stick may be elsewhere.
 */
reachable: boolean, 
/**
 * The folder lies on the same disk as the register: it does not survive the disk.
 */
same_disk: boolean, 
/**
 * Backups of this register in it: the one that was verified last stands first, those that are not verified last.
 */
lines: Array<BackupLine>, 
/**
 * Days since the last verified one that lies there, or that is noted where the folder is not there; nothing where there is none.
 */
days: number | null, 
/**
 * One is due: none for seven days, or none at all.
 */
due: boolean, 
/**
 * What opens it: passphrase, second, recovery, as many as the register had when it was made.
 */
opened_by: Array<string>, 
/**
 * When the recovery key was last tried on a backup, UTC seconds.
 */
drilled_at: number | null, };

export type Bulk = { 
/**
 * Which orders.
 */
select: Selection, 
/**
 * As in OrderSet.
 */
field: string, 
/**
 * As in OrderSet, the same for every order.
 */
value: string, 
/**
 * One value for each of the ids, where they differ; empty otherwise.
 */
values: Array<string>, };

export type BulkDone = { 
/**
 * Orders changed.
 */
changed: number, 
/**
 * Ledger entries, in order.
 */
seqs: Array<number>, };

export type BulkPreview = { 
/**
 * Orders selected.
 */
orders: number, 
/**
 * Orders that would change.
 */
would_change: number, 
/**
 * Orders that have the value already.
 */
already: number, 
/**
 * Orders that cannot take it, the first 50.
 */
refused: Array<BulkRefused>, 
/**
 * Orders that cannot take it, in all.
 */
refused_total: number, 
/**
 * The first orders that would change, at most ten.
 */
samples: Array<BulkSample>, 
/**
 * Entries of the ledger that it would write.
 */
entries: number, };

export type BulkRefused = { 
/**
 * Order id.
 */
id: string, 
/**
 * Human reference, empty when there is no such order.
 */
reference: string, 
/**
 * The value that it cannot take.
 */
value: string, 
/**
 * invalid, not_found.
 */
code: string, };

export type BulkSample = { 
/**
 * Order id.
 */
id: string, 
/**
 * Human reference.
 */
reference: string, 
/**
 * Value now, as OrderSet would set it.
 */
before: string, 
/**
 * Value then.
 */
after: string, };

export type BundleAsk = { 
/**
 * The paper.
 */
id: string, 
/**
 * Put in the program that checks it; many a mailbox refuses programs.
 */
with_program: boolean, };

export type BundleSaved = { 
/**
 * Name of the file.
 */
name: string, 
/**
 * SHA-256 of the file, hexadecimal.
 */
digest: string, 
/**
 * Bytes of the file.
 */
bytes: number, 
/**
 * Entries of the ledger in it.
 */
entries: number, 
/**
 * Values that are disclosed.
 */
shown: number, 
/**
 * Values that are withheld.
 */
withheld: number, 
/**
 * Exhibits in it.
 */
exhibits: number, 
/**
 * Exhibits that its readers may not have.
 */
exhibits_withheld: number, 
/**
 * What it holds of the figures: snapshot, public, none, changed. Changed: the register is no longer what the paper was made from.
 */
figures: string, 
/**
 * It holds the program that checks it.
 */
has_verifier: boolean, };

export type ByCode = { 
/**
 * Code.
 */
code: string, };

export type ById = { 
/**
 * The id.
 */
id: string, };

export type ByName = { 
/**
 * The name.
 */
name: string, };

export type BySeq = { 
/**
 * Its place.
 */
seq: number, };

export type Calibration = { 
/**
 * Version of the set.
 */
version: string, 
/**
 * What it is for.
 */
note: Trilingual, 
/**
 * The cases.
 */
rows: Array<CalibrationRow>, 
/**
 * Cases answered.
 */
answered: number, 
/**
 * Verdicts that are the key's.
 */
right: number, 
/**
 * By question: answers given and answers like the key's, met or not met.
 */
questions: Array<CalibrationQuestion>, };

export type CalibrationAnswer = { 
/**
 * Code of the case.
 */
code: string, 
/**
 * The answers.
 */
answers: Array<Answer>, };

export type CalibrationCase = { 
/**
 * Code.
 */
code: string, 
/**
 * Kind of content.
 */
kind: string, 
/**
 * Language it stands in.
 */
language: string, 
/**
 * normal, child_identifiable, intimate, graphic.
 */
sensitivity: string, 
/**
 * The content.
 */
content: Trilingual, 
/**
 * What is known around it.
 */
setting: Trilingual, 
/**
 * The seat's answers: those that it handed in, and until then those that were kept.
 */
answers: Array<Answer>, 
/**
 * Verdict of the seat's answers, once they are handed in.
 */
verdict: string, 
/**
 * The key, once the seat has answered.
 */
feedback: CalibrationFeedback | null, };

export type CalibrationFeedback = { 
/**
 * Verdict of the key.
 */
verdict: string, 
/**
 * Its subtype.
 */
subtype: string, 
/**
 * The verdict is the key's.
 */
right: boolean, 
/**
 * Answers of the key.
 */
key: Array<Answer>, 
/**
 * Questions that the seat decided otherwise.
 */
differing: Array<string>, 
/**
 * Why.
 */
why: Trilingual, 
/**
 * The usual mistake.
 */
pitfall: Trilingual, };

export type CalibrationQuestion = { 
/**
 * Code.
 */
code: string, 
/**
 * Answers that decide.
 */
of: number, 
/**
 * Those like the key's.
 */
right: number, };

export type CalibrationRow = { 
/**
 * Code.
 */
code: string, 
/**
 * Kind of content.
 */
kind: string, 
/**
 * Language it stands in.
 */
language: string, 
/**
 * The seat answered it.
 */
answered: boolean, 
/**
 * The seat began to answer it and did not hand it in.
 */
begun: boolean, 
/**
 * The verdict is the key's; nothing while not answered.
 */
right: boolean | null, };

export type CaptureDraft = { 
/**
 * The text that was pasted.
 */
pasted: string, 
/**
 * What stands in the form, as the window writes it; empty where no order was begun.
 */
form: string, 
/**
 * When it was kept, UTC seconds.
 */
kept_at: number, };

export type CaptureKeep = { 
/**
 * The text that was pasted.
 */
pasted: string, 
/**
 * What stands in the form.
 */
form: string, };

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

export type ChecklistLine = { 
/**
 * Question of part B.
 */
code: string, 
/**
 * What the register gives: LY, LN, NA, or empty where nothing follows.
 */
value: string, 
/**
 * Why, as a code: not_in_force_yet, other_ground, decided_before, decided_after, …; empty where nothing follows.
 */
why: string, 
/**
 * Fields that it follows from.
 */
pointers: Array<Pointer>, 
/**
 * Provisions that it rests on.
 */
provisions: Array<ProvisionInForce>, };

export type Choices = { 
/**
 * Authorities.
 */
authorities: Array<NamedChoice>, 
/**
 * Platforms.
 */
platforms: Array<NamedChoice>, };

export type Code = "wrong_passphrase" | "header_damaged" | "header_missing" | "header_foreign" | "database_damaged" | "vault_newer" | "vault_absent" | "vault_exists" | "vault_in_use" | "vault_read_only" | "place_refused" | "clipboard_refused" | "disk_full" | "disk_failing" | "locked" | "vault_damaged" | "try_later" | "recovery_wrong" | "recovery_differs" | "recovery_stale" | "share_false" | "backup_damaged" | "backup_foreign" | "backup_unopened" | "backup_nowhere" | "folder_taken" | "passphrase_weak" | "invalid" | "not_found" | "file_empty" | "file_binary" | "file_encoding" | "file_bounds" | "file_workbook" | "file_too_large" | "file_unreadable" | "folder_absent" | "file_no_columns" | "file_foreign" | "file_damaged" | "file_record_refused" | "snapshot_foreign" | "snapshot_damaged" | "snapshot_too_large" | "register_not_empty" | "cancelled" | "undo_blocked" | "nothing_to_import" | "undone_before" | "undo_overtaken" | "undo_refused" | "too_many" | "review_locked" | "seat_empty" | "place_taken" | "name_alike" | "conflict_open" | "conflict_declared" | "still_blind" | "cycle_open" | "review_overtaken" | "override_needs_reason" | "answer_needs_ground" | "quote_not_in_item" | "answer_open" | "method_faulty" | "method_settled" | "method_taken" | "method_unchanged" | "method_last" | "paper_needs_review" | "paper_needs_order" | "paper_glyph_missing" | "paper_leaks" | "paper_over_limit" | "paper_tells_child" | "paper_not_kept" | "bundle_too_large" | "exhibit_missing" | "exhibit_altered" | "exhibit_too_large" | "exhibit_unread" | "internal";

export type ComparatorOpinion = { 
/**
 * Who.
 */
reviewer: string, 
/**
 * comparable, not_comparable, unknown.
 */
view: string, };

export type ComparatorView = { 
/**
 * Record id.
 */
id: string, 
/**
 * The other item's address.
 */
locator: string, 
/**
 * The other item's order, where it has one.
 */
reference: string, 
/**
 * What both have in common.
 */
shared_features: string, 
/**
 * How they were treated differently.
 */
difference: string, 
/**
 * Verdict of the other item that stands, or empty.
 */
verdict: string, 
/**
 * Who looked at the pair, and what each thinks: comparable, not_comparable, unknown.
 */
views: Array<ComparatorOpinion>, 
/**
 * Two different people think that the items can be compared.
 */
counts: boolean, };

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

export type ConflictDeclare = { 
/**
 * Order item id.
 */
id: string, 
/**
 * none or declared.
 */
conflict: string, 
/**
 * What it is, required when declared.
 */
note: string, };

export type Correction = { 
/**
 * Its answers.
 */
answers: Array<Answer>, 
/**
 * Verdict chosen against the rules, or empty.
 */
chosen: string, 
/**
 * Reason of that, as far as it is written.
 */
override_reason: string, };

export type CrossAsk = { 
/**
 * Filter, as in the table of orders; empty: everything.
 */
filter: string, 
/**
 * At most three of platform, day, month, year, outcome, instrument, ground, source.
 */
keys: Array<string>, 
/**
 * Whether to order the times from receipt to what was done.
 */
times: boolean, 
/**
 * Rows wanted, most items first.
 */
most: number, };

export type CrossLine = { 
/**
 * Values of the keys: codes, months as 2025-03, years, identifiers of platforms.
 */
keys: Array<string>, 
/**
 * Items.
 */
items: number, 
/**
 * Items of which the time from receipt to what was done is known.
 */
timed: number, 
/**
 * Median hours that the known moments allow at the least; nothing where there are too few.
 */
median_low: number | null, 
/**
 * And at the most; nothing where that is without end too.
 */
median_high: number | null, 
/**
 * Hours within which nine of ten were done, at the least.
 */
ninth_low: number | null, 
/**
 * And at the most.
 */
ninth_high: number | null, };

export type CrossTable = { 
/**
 * What is wrong with the filter; then there is nothing else.
 */
problem: FilterProblem | null, 
/**
 * Rows, most items first.
 */
rows: Array<CrossLine>, };

export type CustodyView = { 
/**
 * ingest, verify, view, copy, redact, export, transfer, restore, destroy, unknown.
 */
action: string, 
/**
 * When.
 */
at: WireTime, 
/**
 * Who.
 */
actor: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The file was not the one on record, or was not there.
 */
failed: boolean, };

export type CycleOpen = { 
/**
 * Order item id.
 */
id: string, 
/**
 * item_changed, new_major, new_evidence, error.
 */
reason: string, 
/**
 * Note.
 */
note: string, };

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

export type DisputedQuestion = { 
/**
 * Code.
 */
code: string, 
/**
 * Items.
 */
count: number, };

export type Drilled = { 
/**
 * Name of the backup.
 */
name: string, 
/**
 * Entries of the ledger in it.
 */
entries: number, 
/**
 * Rows that were compared.
 */
rows: number, 
/**
 * Files of exhibits that were opened.
 */
files: number, 
/**
 * Codes of what was found; none is good.
 */
findings: Array<string>, };

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
 * same_number_issuer, same_number, same_locator, alike_locator.
 */
why: string, 
/**
 * The address as that record holds it, where an address is why.
 */
locator: string, 
/**
 * In what it is written differently: scheme, www, mobile, slash, escape, tracking …
 */
how: Array<string>, };

export type Duplicates = { 
/**
 * At most ten.
 */
rows: Array<Duplicate>, };

export type DuplicatesAsk = { 
/**
 * Number as typed.
 */
number: string, 
/**
 * Authority as typed.
 */
authority: string, 
/**
 * Addresses.
 */
locators: Array<string>, };

export type EntryField = { 
/**
 * Table.
 */
table: string, 
/**
 * Reference of the row, empty where it has none.
 */
reference: string, 
/**
 * Place within the order of the item that the row is about; 0 where the order has no other item, or there is none.
 */
item: number, 
/**
 * Field; the five columns of a moment are one field.
 */
field: string, 
/**
 * Before; nothing where the row was made.
 */
before: EntryValue, 
/**
 * After.
 */
after: EntryValue, };

export type EntryShown = { 
/**
 * Its place.
 */
seq: number, 
/**
 * Event.
 */
kind: string, 
/**
 * Who.
 */
actor: string, 
/**
 * UTC second.
 */
recorded_at: number, 
/**
 * Fields of the first 200 rows.
 */
fields: Array<EntryField>, 
/**
 * Rows touched in all.
 */
rows: number, 
/**
 * The entry that it undoes.
 */
undoes: number | null, 
/**
 * The entry that undid it.
 */
undone_by: number | null, 
/**
 * Why no undo takes it back: addition, own_rules, nothing, reviewed, purged; empty where one may.
 */
hindrance: string, 
/**
 * Purges that took values of it away, oldest first.
 */
purged: Array<PurgeTold>, };

export type EntryValue = { 
/**
 * nothing, text, number, time, name, id, sealed.
 */
kind: string, 
/**
 * The text, code or number; for an id the whole of it.
 */
text: string, 
/**
 * The moment, where it is one.
 */
time: WireTime | null, 
/**
 * The name or reference of what the field leads to, where it has one.
 */
name: Trilingual | null, };

export type ExhibitAdd = { 
/**
 * Fields of the exhibit, as those of any record: what it shows, its kind, its description and whatever else is known.
 */
fields: Record<string, FieldValue | null>, 
/**
 * Why it is taken in; may be empty.
 */
reason: string, };

export type ExhibitSave = { 
/**
 * The exhibit: its identifier or its reference.
 */
id: string, 
/**
 * Why a copy leaves the vault: it goes into custody, and a copy without a reason is not made.
 */
reason: string, };

export type ExhibitSaved = { 
/**
 * Reference of the exhibit.
 */
reference: string, 
/**
 * Name of the file that was written, without where it lies.
 */
name: string, 
/**
 * Its SHA-256: that of the exhibit.
 */
sha256: string, 
/**
 * Place of the entry that says so.
 */
seq: number, };

export type ExhibitVerified = { 
/**
 * Reference of the exhibit.
 */
reference: string, 
/**
 * good, missing, altered.
 */
state: string, 
/**
 * The SHA-256 on record.
 */
sha256: string, 
/**
 * Place of the entry that says so.
 */
seq: number, };

export type ExhibitView = { 
/**
 * Its identifier.
 */
id: string, 
/**
 * Its reference, as EX-2026-0001.
 */
reference: string, 
/**
 * Its kind, as screenshot.
 */
kind: string, 
/**
 * What it is.
 */
description: string, 
/**
 * SHA-256 of its file, hexadecimal; empty where it has none.
 */
sha256: string, 
/**
 * Bytes of its file.
 */
size: number, 
/**
 * Media type of its file.
 */
mime: string, 
/**
 * original, working, redacted, unknown.
 */
copy_type: string, 
/**
 * When it was captured.
 */
captured: WireTime, 
/**
 * How careful to be.
 */
sensitivity: string, 
/**
 * Who may be given its file: court, lawyer, partner, press, public; empty: nobody.
 */
released_to: Array<string>, 
/**
 * What was done with it, oldest first.
 */
custody: Array<CustodyView>, };

export type Exhibits = { 
/**
 * Oldest first.
 */
rows: Array<ExhibitView>, };

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
shortened: number, 
/**
 * Locked reviews that were held back.
 */
held_back: number, };

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
withheld: number, 
/**
 * Locked reviews that are held back: whoever sits here has yet to review the same items blindly.
 */
held_back: number, };

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

export type FieldValue = boolean | number | WireTime | Array<string> | string;

export type FiguresDone = { 
/**
 * Batch id: it can be taken back like any import.
 */
batch: string, 
/**
 * Figures written.
 */
written: number, 
/**
 * Figures left out: scores, ranks and shares, which count nothing.
 */
left_out: number, };

export type FilterAsk = { 
/**
 * The filter as typed so far.
 */
text: string, 
/**
 * Place of the cursor, in UTF-16 units as windows count them.
 */
cursor: number, 
/**
 * Language in which names are offered: kk, ru, en.
 */
lang: string, };

export type FilterHint = { 
/**
 * What to put there.
 */
insert: string, 
/**
 * Name of its label among the texts; empty for a name out of the register.
 */
label_code: string, 
/**
 * First UTF-16 unit that it replaces.
 */
from: number, 
/**
 * One past the last.
 */
to: number, };

export type FilterHints = { 
/**
 * What may stand at the cursor.
 */
hints: Array<FilterHint>, 
/**
 * The first thing that is wrong, or nothing.
 */
problem: FilterProblem | null, };

export type FilterProblem = { 
/**
 * filter_field_unknown, filter_value_unknown, filter_value_missing, filter_date_bad, filter_number_bad, filter_quote_open,
 * filter_blank_missing, filter_too_long.
 */
code: string, 
/**
 * First UTF-16 unit.
 */
from: number, 
/**
 * One past the last.
 */
to: number, 
/**
 * What may have been meant, likeliest first.
 */
suggestions: Array<string>, };

export type Health = { 
/**
 * unchecked, checking, good, found.
 */
state: string, 
/**
 * The step of a check under way that began last: pages, trees, words, ledger, rows, files, verdicts, in no fixed order.
 */
step: string, 
/**
 * When the last whole check of this session ended, UTC seconds.
 */
checked_at: number | null, 
/**
 * Milliseconds it took.
 */
took_ms: number, 
/**
 * Entries of the ledger that it walked.
 */
entries: number, 
/**
 * Rows that it compared.
 */
rows: number, 
/**
 * What was found, the heaviest first.
 */
findings: Array<HealthFinding>, 
/**
 * The register is shown and nothing can be written.
 */
read_only: boolean, 
/**
 * The last session did not end by a lock; the pages were checked when it was opened.
 */
unclean: boolean, 
/**
 * Entries written since the last checkpoint that was put outside (an export, a bundle or a backup).
 */
unanchored: number, 
/**
 * Days since the last verified backup; nothing where there is none.
 */
backup_days: number | null, 
/**
 * A backup is due.
 */
backup_due: boolean, 
/**
 * The pages of memory that hold keys cannot be swapped out.
 */
memory_locked: boolean, };

export type HealthFinding = { 
/**
 * Code; the window has a sentence of what is wrong and one of what to do for each.
 */
code: string, 
/**
 * damage (something is not what it was), warning (nothing is lost yet), note.
 */
weight: string, 
/**
 * Where: an entry, a reference, a file's name; empty where the whole is meant.
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
field: string, 
/**
 * Field that its name fits too, but that another column holds; empty where there is none. A person chooses between them.
 */
contested: string, 
/**
 * Its name or its cells say that it holds names, phones, schools or ages: better not imported.
 */
private: boolean, 
/**
 * Order of its dates as somebody said it before: day_first, month_first, iso, or empty.
 */
dates: string, };

export type ImportDates = { 
/**
 * Place of the column from 0.
 */
column: number, 
/**
 * day_first, month_first, iso, or empty: undecided.
 */
order: string, 
/**
 * A person must say it: nothing in the column settles it.
 */
asks: boolean, 
/**
 * The first cell that could be read in two ways.
 */
sample: string, 
/**
 * Cells that can only be read day first.
 */
day_first: number, 
/**
 * Cells that can only be read month first.
 */
month_first: number, 
/**
 * Cells that could be read in two ways.
 */
doubtful: number, };

export type ImportFigure = { 
/**
 * Line in the file, from 1.
 */
row: number, 
/**
 * Who published it.
 */
publisher: string, 
/**
 * First day of the period, YYYY-MM-DD.
 */
period_from: string, 
/**
 * Last day.
 */
period_to: string, 
/**
 * Country as written; empty for the whole world.
 */
country: string, 
/**
 * What is counted: requests, items, removed_legal, …
 */
metric: string, 
/**
 * The figure in plain digits with a point.
 */
value: string, 
/**
 * Reason or product as the publisher names it.
 */
ground: string, 
/**
 * Who asked, as the publisher names it.
 */
action: string, 
/**
 * File it comes from.
 */
source: string, 
/**
 * official, self_reported, index.
 */
reliability: string, };

export type ImportFigures = { 
/**
 * Data rows read.
 */
rows: number, 
/**
 * Figures in them.
 */
figures: number, 
/**
 * The first hundred.
 */
first: Array<ImportFigure>, 
/**
 * Rows rejected in all.
 */
rejected_total: number, 
/**
 * The first of them.
 */
rejected: Array<RejectedRow>, };

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
 * Rows that tell of it.
 */
rows: number, 
/**
 * First line in the file.
 */
first_row: number, 
/**
 * Its rows tell different times of receipt.
 */
receipts_differ: boolean, };

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
 * utf-8, windows-1251, …; empty for a workbook.
 */
encoding: string, 
/**
 * Encodings that can be chosen instead; none for a workbook.
 */
encodings: Array<string>, 
/**
 * One of ; , TAB |; empty for a workbook.
 */
delimiter: string, 
/**
 * The first row that carries data, from 1.
 */
first_row: number, 
/**
 * Rows of data.
 */
rows: number, 
/**
 * The file has a header row.
 */
has_header: boolean, 
/**
 * Line of the header row, 0 where there is none.
 */
header_row: number, 
/**
 * Tables found in the file.
 */
tables: Array<ImportTable>, 
/**
 * Place of the one shown here.
 */
table: number, 
/**
 * Its first rows.
 */
top: Array<ImportTopRow>, 
/**
 * Titles, stamps and totals above it that were passed over.
 */
above: Array<ImportTopRow>, 
/**
 * Preset recognised, as rkn-dump, or empty.
 */
preset: string, 
/**
 * orders, or figures: official figures that are no orders.
 */
kind: string, 
/**
 * The mapping is the one that was used for such a file before.
 */
remembered: boolean, 
/**
 * The same file was imported and the import still stands.
 */
seen_before: ImportSeen | null, 
/**
 * Its columns.
 */
columns: Array<ImportColumn>, 
/**
 * Fields a column can be mapped to.
 */
fields: Array<string>, };

export type ImportReopen = { 
/**
 * From the preview.
 */
token: string, 
/**
 * Encoding, or empty: found out.
 */
encoding: string, 
/**
 * Separator, or empty: found out.
 */
delimiter: string, 
/**
 * Place of the table, or nothing: the best one.
 */
table: number | null, 
/**
 * Line of the header row; 0: there is none; nothing: found out.
 */
header: number | null, };

export type ImportRun = { 
/**
 * From the preview.
 */
token: string, 
/**
 * Field of each column, in order.
 */
fields: Array<string>, 
/**
 * Order of the dates of each column where a person said it: day_first, month_first, iso, or empty. May be shorter than the fields.
 */
dates: Array<string>, };

export type ImportSeen = { 
/**
 * File name it had then.
 */
name: string, 
/**
 * UTC second.
 */
at: number, 
/**
 * Orders it made.
 */
orders: number, };

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
 * Orders that the register already holds by issuer, number and date; not made again.
 */
known: number, 
/**
 * Known orders that get items or outcomes they did not have.
 */
grown: number, 
/**
 * Items added to known orders.
 */
added: number, 
/**
 * Outcomes of known orders that were unknown and are told now.
 */
outcomes: number, 
/**
 * Outcomes that the register tells otherwise: they stay as they are.
 */
differing: number, 
/**
 * Rows rejected in all.
 */
rejected_total: number, 
/**
 * The first 500 of them.
 */
rejected: Array<RejectedRow>, 
/**
 * The ten largest groups.
 */
groups: Array<ImportGroup>, 
/**
 * Orders with one row, with two to nine, with ten to ninety-nine, with a hundred or more.
 */
group_sizes: Array<number>, 
/**
 * Orders with the same authority and number and different dates: the first ten pairs.
 */
twins: Array<ImportTwins>, 
/**
 * How many such pairs there are.
 */
twins_total: number, 
/**
 * How the columns of dates read.
 */
dates: Array<ImportDates>, 
/**
 * Addresses that may deceive the eye: the first fifty.
 */
warnings: Array<ImportWarning>, 
/**
 * How many there are.
 */
warnings_total: number, 
/**
 * The same file was imported and the import still stands.
 */
seen_before: ImportSeen | null, 
/**
 * Batch id after a wet run, else empty.
 */
batch: string, 
/**
 * Milliseconds it took.
 */
millis: number, };

export type ImportTable = { 
/**
 * Name of its sheet; empty in a text file.
 */
sheet: string, 
/**
 * Its corners, as A1:F200.
 */
extent: string, 
/**
 * Rows, a header included.
 */
rows: number, 
/**
 * Columns.
 */
columns: number, };

export type ImportText = { 
/**
 * Its text.
 */
text: string, };

export type ImportToken = { 
/**
 * From the preview.
 */
token: string, };

export type ImportTopRow = { 
/**
 * Line in the file, from 1.
 */
row: number, 
/**
 * First cells, cut.
 */
cells: Array<string>, };

export type ImportTwins = { 
/**
 * The one named first.
 */
first: ImportGroup, 
/**
 * The other.
 */
second: ImportGroup, };

export type ImportWarning = { 
/**
 * Line in the file, from 1.
 */
row: number, 
/**
 * bidi, mixed_script.
 */
code: string, 
/**
 * The address with everything unseen written out.
 */
shown: string, };

export type Imports = { 
/**
 * Newest first.
 */
rows: Array<ImportLine>, };

export type ItemFinding = { 
/**
 * Order item id.
 */
id: string, 
/**
 * Address.
 */
locator: string, 
/**
 * What became of its reviews.
 */
outcome: ReviewOutcome, };

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
defects: Array<string>, 
/**
 * Elements of arbitrariness that they touch.
 */
elements: Array<string>, 
/**
 * Questions of part B that apply.
 */
applicable: number, 
/**
 * Those of them that are open.
 */
unanswered: number, };

export type KeySlot = { 
/**
 * passphrase, second, recovery.
 */
kind: string, 
/**
 * Shares of which two give the recovery key; 0 where it is not divided.
 */
shares: number, 
/**
 * Memory of the derivation in MiB; 0 where the key is random and needs none.
 */
memory_mib: number, 
/**
 * Passes of the derivation.
 */
passes: number, };

export type Keys = { 
/**
 * The ways to open it, the passphrase first.
 */
slots: Array<KeySlot>, 
/**
 * A rotation was begun and can be gone on with.
 */
rotation_begun: boolean, 
/**
 * The pages of memory that hold keys cannot be swapped out.
 */
memory_locked: boolean, };

export type KeysRotate = { 
/**
 * Passphrase of the one who rotates; the only one that opens the register afterwards.
 */
passphrase: string, };

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

export type LayoutColumn = { 
/**
 * Name of the column.
 */
id: string, 
/**
 * Width in pixels.
 */
width: number, };

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
 * Places within its order of the items that it speaks of, as 2 or 1–3, 5; empty where the order has one item only.
 */
items: string, 
/**
 * What more the sentence about it needs, as a code: the round of a review, the reason of a cycle, a case; or nothing.
 */
detail: string, 
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
seq: number, 
/**
 * Whether the officials' names stayed covered: yes, no, unknown.
 */
blind_to_official: string, 
/**
 * Minutes with the sheet open.
 */
minutes: number, };

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
 * Questions that decide verdicts and on which two reviewers agree too little (alpha below 0.667).
 */
questions_below: Array<string>, 
/**
 * Orders by state of the 24-hour deadline: met, missed, indeterminate, running, unknown.
 */
deadlines: Array<NamedCount>, 
/**
 * Version of the rubric.
 */
rubric: string, };

export type Method = { 
/**
 * What the list says of it.
 */
row: MethodRow, 
/**
 * Day on which it was published, as YYYY-MM-DD, or empty.
 */
published_on: string, 
/**
 * What each version changed, oldest first.
 */
changelog: Array<Trilingual>, 
/**
 * Its files with their SHA-256; none for a draft.
 */
files: Array<MethodFile>, 
/**
 * What a draft can change.
 */
form: MethodForm, 
/**
 * What follows from the form.
 */
checked: MethodChecked, };

export type MethodAdopt = { 
/**
 * Key of the version.
 */
version: string, 
/**
 * Who adopts it: an organisation.
 */
by: string, 
/**
 * Day of the decision, as YYYY-MM-DD; empty for today.
 */
on: string, };

export type MethodAsk = { 
/**
 * Key of a row: the number of a published version, the id of a draft.
 */
version: string, };

export type MethodChecked = { 
/**
 * The step from the version it was made from: none, patch, minor, major.
 */
step: string, 
/**
 * The number it gets when it is adopted.
 */
version: string, 
/**
 * What is wrong with it; it cannot be adopted before that is none.
 */
faults: Array<MethodFault>, 
/**
 * How many complete answer sets each rule decides, in their order.
 */
sets: Array<MethodSets>, 
/**
 * Complete answer sets in all; 0 where they cannot be tried.
 */
sets_total: number, };

export type MethodCondition = { 
/**
 * Code of the input.
 */
code: string, 
/**
 * It must be met; otherwise it must not.
 */
met: boolean, };

export type MethodDraft = { 
/**
 * Key of the draft; for a check also the number of the version that the form began as.
 */
version: string, 
/**
 * The form.
 */
form: MethodForm, };

export type MethodExport = { 
/**
 * Key of the version.
 */
version: string, 
/**
 * pdf (the rule book), folder (the data with their digests).
 */
what: string, 
/**
 * Language of the rule book.
 */
lang: Lang, };

export type MethodFault = { 
/**
 * hole, never_reached, overlap, unknown_code, unknown_value, unknown_verdict, missing_verdict, unworded_subtype, unworded_value,
 * missing_translation, duplicate_code, no_scale, no_source, unread, too_many_inputs, too_many_rules, out_of_range, never_holds,
 * unreadable, unknown_key, unsealed, changed_byte, bad_version, step_too_small.
 */
code: string, 
/**
 * Parameters of its message method-fault-…, worded but for codes; `file` where it is to be mended in one.
 */
params: { [key in string]: string }, 
/**
 * The answers it speaks of (hole, overlap); inputs left out are met or not.
 */
answers: Array<MethodCondition>, };

export type MethodFile = { 
/**
 * Its name.
 */
name: string, 
/**
 * SHA-256 of its bytes, hexadecimal.
 */
digest: string, };

export type MethodFindings = { 
/**
 * Not assessable when more than so many …
 */
not_assessable_over: number, 
/**
 * … of so many applicable questions are open.
 */
not_assessable_of: number, 
/**
 * Codes of part B one of which not met makes an order unlawful on its face.
 */
unlawful_on_its_face: Array<string>, 
/**
 * Verdicts whose removal is arbitrary.
 */
arbitrary_verdicts: Array<string>, 
/**
 * Codes of part B one of which not met makes an order arbitrary.
 */
arbitrary_codes: Array<string>, 
/**
 * Elements of arbitrariness that defects must touch to make it so.
 */
arbitrary_elements: number, 
/**
 * Verdicts with which any other defect is one of procedure.
 */
defective_verdicts: Array<string>, 
/**
 * Code of part B that follows from answers about the content.
 */
derived: string, 
/**
 * The answers it follows from.
 */
derived_all_of: Array<string>, 
/**
 * It is not met only once one of these is answered.
 */
derived_once_answered: Array<string>, 
/**
 * The findings in words.
 */
texts: Array<MethodNamed>, };

export type MethodForm = { 
/**
 * What it is for, in a paragraph.
 */
note: Trilingual, 
/**
 * What this version changes, one line for the changelog; empty in a published one.
 */
change: string, 
/**
 * The questions in their order.
 */
questions: Array<MethodQuestion>, 
/**
 * Inputs of the content verdict, each met or not met: codes of questions, or of readings that join several.
 */
inputs: Array<string>, 
/**
 * How the usual scale is read.
 */
standard: MethodReads, 
/**
 * Questions that are read in another way, and inputs that join several.
 */
reads: Array<MethodReads>, 
/**
 * Subtypes that an answer names.
 */
subtypes: Array<MethodSubtype>, 
/**
 * The rules of the content verdict in their order: the first that fits decides.
 */
rules: Array<MethodRule>, 
/**
 * Id of what stands for a rule while open answers decide.
 */
open_id: string, 
/**
 * How open answers are treated, in words.
 */
open: Trilingual, 
/**
 * The rules of the order finding.
 */
findings: MethodFindings, 
/**
 * On what the elements of arbitrariness rest.
 */
elements_note: Trilingual, 
/**
 * Elements of arbitrariness.
 */
elements: Array<MethodNamed>, 
/**
 * Verdicts.
 */
verdicts: Array<MethodNamed>, 
/**
 * Parts of the sheet: G, A, B, C.
 */
parts: Array<MethodNamed>, };

export type MethodNamed = { 
/**
 * Code.
 */
code: string, 
/**
 * Its words.
 */
text: Trilingual, 
/**
 * What is meant, where that is said.
 */
help: Trilingual, 
/**
 * Where it comes from, or empty.
 */
source: string, 
/**
 * The source's wording was compared with the original.
 */
checked: boolean, };

export type MethodQuestion = { 
/**
 * Code, as A3.
 */
code: string, 
/**
 * Part: G, A, B, C.
 */
part: string, 
/**
 * Values that can be chosen, in the order of the digit keys.
 */
scale: Array<string>, 
/**
 * Several values can hold at once.
 */
several: boolean, 
/**
 * The question.
 */
text: Trilingual, 
/**
 * Help under it.
 */
help: Trilingual, 
/**
 * An invented example.
 */
example: Trilingual, 
/**
 * Where it comes from.
 */
source: string, 
/**
 * The source's wording was compared with the original.
 */
checked: boolean, 
/**
 * Element of arbitrariness that a defect touches, or empty.
 */
gc35: string, };

export type MethodReads = { 
/**
 * Code of the question or of the input that joins several; empty for the usual scale.
 */
code: string, 
/**
 * Values that say met.
 */
met: Array<string>, 
/**
 * Values that say not met; all others leave it open.
 */
not_met: Array<string>, 
/**
 * Codes that must all be met; then there are no values.
 */
all_of: Array<string>, 
/**
 * Values that must rest on a quote, an exhibit or a note.
 */
grounded: Array<string>, };

export type MethodRetire = { 
/**
 * Its number.
 */
version: string, 
/**
 * Why.
 */
why: string, };

export type MethodRow = { 
/**
 * What to call it by: its number, or the id of a draft.
 */
key: string, 
/**
 * Its number; of a draft the one that it would get today.
 */
version: string, 
/**
 * published (with the program, adopted by nobody here), draft, adopted, retired.
 */
status: string, 
/**
 * SHA-256 over its three files, hexadecimal; empty for a draft.
 */
digest: string, 
/**
 * Day on which it was adopted, as YYYY-MM-DD, or empty.
 */
adopted_on: string, 
/**
 * Who adopted it, or empty.
 */
adopted_by: string, 
/**
 * UTC second at which the adoption came on record.
 */
adopted_at: number | null, 
/**
 * UTC second at which it was retired.
 */
retired_at: number | null, 
/**
 * Why it was retired, or empty.
 */
retired_why: string, 
/**
 * Number of the version that it was made from, or empty.
 */
base: string, 
/**
 * Reviews are made by it today.
 */
in_use: boolean, 
/**
 * It comes with the program.
 */
built_in: boolean, 
/**
 * Locked reviews under it.
 */
reviews: number, };

export type MethodRule = { 
/**
 * Id, as R4c.
 */
id: string, 
/**
 * Verdict.
 */
verdict: string, 
/**
 * Subtype, the code of one that an answer names, or empty.
 */
subtype: string, 
/**
 * Alternatives, one of which must hold; all conditions of it must. An alternative without conditions holds always.
 */
when: Array<Array<MethodCondition>>, 
/**
 * The rule in words.
 */
text: Trilingual, };

export type MethodSaved = { 
/**
 * Name of the file or folder, without where it is.
 */
name: string, 
/**
 * SHA-256 of the PDF, or over the three files of the folder, hexadecimal.
 */
digest: string, };

export type MethodSets = { 
/**
 * Id of the rule.
 */
rule: string, 
/**
 * Complete answer sets.
 */
sets: number, };

export type MethodSubtype = { 
/**
 * What rules call it, as by_age.
 */
code: string, 
/**
 * Code of the question that names it.
 */
of: string, 
/**
 * Subtype where that is met; empty: the chosen value itself.
 */
met: string, 
/**
 * Subtype where it is not met.
 */
not_met: string, 
/**
 * Subtype where it is open.
 */
open: string, };

export type Methods = { 
/**
 * Highest version first, drafts before what they are drafts of.
 */
rows: Array<MethodRow>, 
/**
 * Number of the version by which reviews are made today.
 */
in_use: string, };

export type MoreField = { 
/**
 * actions, deadline_stated, deadline_basis, stated_reasons, secrecy_demanded, scope, duration, signatory_role, court_act_cited,
 * language.
 */
field: string, 
/**
 * The value; actions come once for each.
 */
value: string, };

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

export type NearDuplicate = { 
/**
 * Item id.
 */
item: string, 
/**
 * Newest order that names it; empty when none does.
 */
order: string, 
/**
 * Its reference.
 */
order_reference: string, 
/**
 * Share of the pairs of neighbouring words of both that both have.
 */
similarity: number, };

export type NearDuplicates = { 
/**
 * Most alike first; a person decides whether they are one text.
 */
rows: Array<NearDuplicate>, };

export type NextItem = { 
/**
 * Order item id; nothing when all is done.
 */
id: string | null, };

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
order: OrderDraft, 
/**
 * What else was read and not rejected.
 */
more: Array<MoreField>, 
/**
 * Child sexual material is behind the order: to whom it was reported. Then the form has no address and no text, and the order gets one
 * item of which nothing else is kept. Empty otherwise.
 */
referral: string, };

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

export type OrderFindings = { 
/**
 * Items of the order that stand.
 */
items: number, 
/**
 * Those of them with a verdict that stands.
 */
judged: number, 
/**
 * Flags and the number of items on which they hold.
 */
flags: Array<NamedCount>, 
/**
 * One label for tables that have room for one: the first that holds of arbitrary, unlawful_on_its_face, defective_procedure,
 * no_defect_found, not_assessable; or empty.
 */
label: string, 
/**
 * Elements of arbitrariness touched, with the number of items.
 */
elements: Array<NamedCount>, 
/**
 * The items.
 */
rows: Array<ItemFinding>, };

export type OrderIds = { 
/**
 * Order ids.
 */
ids: Array<string>, };

export type OrderIdsAsk = { 
/**
 * As in OrdersList.
 */
filter: string, 
/**
 * As in OrdersList.
 */
sort: string, 
/**
 * As in OrdersList.
 */
descending: boolean, 
/**
 * First row wanted.
 */
offset: number, 
/**
 * Rows wanted, at most 20,000.
 */
limit: number, };

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
 * Place within the order, from 1, the same for ever; 0 where the order has no other item.
 */
place: number, 
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
 * Received.
 */
received: WireTime, 
/**
 * When it became known.
 */
learned: WireTime, 
/**
 * As in OrderDraft.
 */
learned_how: string, 
/**
 * End of the 24-hour term from receipt.
 */
deadline: WireTime, 
/**
 * met, missed, indeterminate, running, unknown.
 */
deadline_state: string, 
/**
 * Order items.
 */
items: number, 
/**
 * Order items that are gone: removed, geo-blocked, account suspended.
 */
removed: number, 
/**
 * Order items whose outcome is known.
 */
known: number, 
/**
 * Order items reviewed.
 */
reviewed: number, 
/**
 * Their verdicts, in the fixed order, without zeros.
 */
verdicts: Array<VerdictCount>, 
/**
 * As in OrderDraft.
 */
ground: string, 
/**
 * As in OrderDraft.
 */
action: string, 
/**
 * As in OrderDraft.
 */
document_seen: string, 
/**
 * As in OrderDraft.
 */
reasons_level: string, 
/**
 * Cited provisions, cut to 300 characters.
 */
provisions: string, 
/**
 * As in OrderDraft.
 */
names_items_by_url: string, 
/**
 * As in OrderDraft.
 */
informs_of_appeal: string, 
/**
 * As in OrderDraft.
 */
author_notified: string, 
/**
 * Notes, cut to 300 characters.
 */
note: string, 
/**
 * The note goes on: whoever edits it must read the order first.
 */
note_cut: boolean, 
/**
 * Still a draft.
 */
draft: boolean, 
/**
 * Address of the first item, for the eye.
 */
first_locator: string, 
/**
 * Name of the import that made it, or empty.
 */
origin: string, 
/**
 * UTC second at which it came on record.
 */
recorded_at: number, };

export type OrderSet = { 
/**
 * Order id.
 */
id: string, 
/**
 * instrument, number, ground, action, document_seen, reasons_level, names_items_by_url, informs_of_appeal, author_notified, note,
 * issued, draft.
 */
field: string, 
/**
 * A code; a text; YYYY-MM-DD, YYYY-MM, YYYY or nothing for the day of issue; yes or no for the draft.
 */
value: string, };

export type OrdersList = { 
/**
 * The filter: words, "phrases" and `field:value` terms that must all hold; empty for all.
 */
filter: string, 
/**
 * reference, number, authority, platform, issued, deadline, learned, items, removed, reviewed, provisions, origin, or a coded field:
 * instrument, learned_how, ground, action, document_seen, reasons_level, names_items_by_url, informs_of_appeal, author_notified,
 * draft.
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
rows: Array<OrderRow>, 
/**
 * What is wrong with the filter; then there are no rows.
 */
problem: FilterProblem | null, };

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

export type OutsideOpinion = { 
/**
 * Record id.
 */
id: string, 
/**
 * Label of the expert.
 */
label: string, 
/**
 * Disciplines.
 */
discipline: Array<string>, 
/**
 * What was asked.
 */
question: string, 
/**
 * What was found.
 */
finding: string, 
/**
 * yes, no, partly, unknown.
 */
agrees_with_state: string, 
/**
 * What was said of independence.
 */
independence: string, };

export type PaperAsk = { 
/**
 * brief, report, annual, case_file, special_procedures, upr.
 */
kind: string, 
/**
 * Language.
 */
lang: Lang, 
/**
 * court, lawyer, partner, press, public.
 */
audience: string, 
/**
 * Orders that it speaks of, in the words of the filter; empty: all.
 */
filter: string, 
/**
 * The record that it is about, where its kind is about one; else empty.
 */
subject: string, 
/**
 * pdf, docx.
 */
format: string, };

export type PaperExport = { 
/**
 * The paper.
 */
paper: PaperAsk, 
/**
 * Why a lawyer lets stand what the search found; empty: it blocks.
 */
leaks_reason: string, };

export type PaperForm = { 
/**
 * Kinds of paper there are.
 */
kinds: Array<string>, 
/**
 * Forms that this kind can be saved in; the first is the usual one.
 */
formats: Array<string>, 
/**
 * Who it can be for; the first is the usual one.
 */
audiences: Array<string>, 
/**
 * Kind of the record that it is about, as orders, or empty.
 */
subject_kind: string, 
/**
 * It speaks of the orders of a filter.
 */
filtered: boolean, 
/**
 * Words that it may have at most, or 0.
 */
limit: number, 
/**
 * Texts that a person writes, in the order of the paper.
 */
texts: Array<PaperText>, };

export type PaperFormAsk = { 
/**
 * The paper.
 */
paper: PaperAsk, };

export type PaperLeak = { 
/**
 * Kind of the record that holds it: actors, items; machine for folders and names of the machine.
 */
kind: string, 
/**
 * Its field.
 */
field: string, 
/**
 * What the record is called where names are sealed.
 */
label: string, 
/**
 * The words of the paper in which it was found, between ⟦ and ⟧, with a little around them.
 */
shown: string, 
/**
 * plain, stem, initials, kazakh_latin, transliterated, digits, path, words, bytes.
 */
how: string, };

export type PaperLine = { 
/**
 * Paper id.
 */
id: string, 
/**
 * Its kind.
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
 * Entry of the ledger.
 */
seq: number, 
/**
 * File name.
 */
name: string, 
/**
 * Who it is for; empty in papers that were sealed before audiences were told apart.
 */
audience: string, 
/**
 * pdf, docx; empty as above.
 */
format: string, 
/**
 * Filter of its orders.
 */
filter: string, 
/**
 * The record it is about, or empty.
 */
subject: string, 
/**
 * Sealed values that a lawyer let stand.
 */
leaks: number, 
/**
 * Why.
 */
leaks_reason: string, };

export type PaperPreview = { 
/**
 * One SVG document a page, from the first one asked for.
 */
pages: Array<string>, 
/**
 * How many pages the paper has.
 */
of: number, 
/**
 * Why it cannot be made yet, as paper-needs-review, or empty.
 */
refused: string, 
/**
 * Words of the running text, without notes and contents.
 */
words: number, 
/**
 * Words in footnotes.
 */
note_words: number, 
/**
 * Values that its readers may not see; empty where nothing was searched for.
 */
leaks: Array<PaperLeak>, };

export type PaperPreviewAsk = { 
/**
 * The paper.
 */
paper: PaperAsk, 
/**
 * First page to draw, from 1.
 */
from: number, 
/**
 * How many pages to draw.
 */
count: number, 
/**
 * Search it for values that its readers may not see.
 */
check: boolean, };

export type PaperText = { 
/**
 * Its name: the label is `paper-text-` and the name.
 */
name: string, 
/**
 * What was written, or empty.
 */
text: string, 
/**
 * Several lines.
 */
long: boolean, 
/**
 * A day, as YYYY-MM-DD.
 */
is_day: boolean, 
/**
 * A whole number.
 */
is_number: boolean, };

export type PaperTextSet = { 
/**
 * Kind of the paper.
 */
kind: string, 
/**
 * The record that it is about, or empty.
 */
subject: string, 
/**
 * Language.
 */
lang: Lang, 
/**
 * Name of the text.
 */
name: string, 
/**
 * The text; empty: it is forgotten.
 */
text: string, };

export type PaperVerified = { 
/**
 * Name of the file.
 */
name: string, 
/**
 * It is the sealed one, byte for byte.
 */
same: boolean, 
/**
 * SHA-256 of the file, hexadecimal.
 */
digest: string, 
/**
 * Another sealed paper that it is, by its name; or empty.
 */
other: string, };

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

export type PictureAsk = { 
/**
 * Filter.
 */
filter: string, 
/**
 * The other filter, where two are compared.
 */
against: string | null, 
/**
 * Language.
 */
lang: Lang, 
/**
 * Which chart.
 */
chart: string, 
/**
 * What to do with it.
 */
to: PictureTo, };

export type PictureTaken = { 
/**
 * Name of the file; empty where it is on the clipboard.
 */
name: string, };

export type PictureTo = "clipboard" | "png" | "svg";

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

export type Pointer = { 
/**
 * Kind of record, as orders.
 */
kind: string, 
/**
 * Its id.
 */
id: string, 
/**
 * Its reference or label.
 */
reference: string, 
/**
 * Field, as issued.
 */
field: string, 
/**
 * What it holds: a code, a text, or a moment as the window words it.
 */
code: string, 
/**
 * The same as a moment, where the field is one.
 */
time: WireTime | null, };

export type Profile = { 
/**
 * What is wrong with the filter; then there is nothing else.
 */
problem: FilterProblem | null, 
/**
 * Version of the method in use.
 */
rubric: string, 
/**
 * Version of what was fixed in advance: primary questions, thresholds, seeds.
 */
plan: number, 
/**
 * SHA-256 of it.
 */
plan_digest: string, 
/**
 * Questions that decide verdicts and on which two reviewers agree too little (alpha below 0.667).
 */
questions_below: Array<string>, 
/**
 * Steps from the register to what was reviewed.
 */
flow: ProfileFlow, 
/**
 * Figures, by component.
 */
figures: Array<ProfileFigure>, 
/**
 * Tables.
 */
tables: Array<ProfileTable>, 
/**
 * Curves over time.
 */
curves: Array<ProfileCurve>, 
/**
 * Values by period.
 */
series: Array<ProfileSeries>, };

export type ProfileAsk = { 
/**
 * Filter, as in the table of orders; empty: everything.
 */
filter: string, };

export type ProfileCurve = { 
/**
 * What it shows.
 */
name: string, 
/**
 * Method with its version.
 */
method: string, 
/**
 * Whom it speaks of.
 */
population: string, 
/**
 * Things that it is made of.
 */
n: number, 
/**
 * Beside them: those of which no time is known.
 */
unknown: number, 
/**
 * Points in the order of time; a value stands until the next one.
 */
points: Array<ProfileCurvePoint>, 
/**
 * ok, or why there are no points.
 */
state: string, 
/**
 * Codes of what is said beside it.
 */
caveats: Array<string>, };

export type ProfileCurvePoint = { 
/**
 * Hours since the start.
 */
hours: number, 
/**
 * Share for which it has come by then; nothing where only limits are known.
 */
share: number | null, 
/**
 * Lower limit of the share.
 */
low: number, 
/**
 * Upper limit of the share.
 */
high: number, 
/**
 * Things still under watch then, where that is known.
 */
at_risk: number | null, };

export type ProfileFigure = { 
/**
 * What it measures: component and part, as C5.any_reason.
 */
name: string, 
/**
 * Which of those of its name it is: a code, a name or a number; empty where there is one.
 */
variant: string, 
/**
 * The list that words the code; empty where it is said as it is.
 */
variant_list: string, 
/**
 * Method with its version.
 */
method: string, 
/**
 * Whom it speaks of: reviewed, recorded, issued, complaints.
 */
population: string, 
/**
 * What its numbers measure: share, odds_ratio, rate_ratio, hours, days, per_month, count, index, difference, chi_squared.
 */
unit: string, 
/**
 * Numerator, where it has one.
 */
x: number | null, 
/**
 * Denominator: what is known of.
 */
n: number, 
/**
 * Beside the denominator: those of which it is unknown.
 */
unknown: number, 
/**
 * Clusters that the denominator falls into.
 */
clusters: number, 
/**
 * The estimate, where enough is known to show one.
 */
estimate: number | null, 
/**
 * Lower 95 % limit; nothing where there is none.
 */
low: number | null, 
/**
 * Upper 95 % limit; nothing where there is none.
 */
high: number | null, 
/**
 * The share with every unknown on the other side.
 */
bound_low: number | null, 
/**
 * The share with every unknown on this side.
 */
bound_high: number | null, 
/**
 * Two-sided p-value, where it is a test.
 */
p: number | null, 
/**
 * Degrees of freedom of a chi-squared value.
 */
df: number | null, 
/**
 * Which p-values are adjusted together: primary (Holm), exploratory (Benjamini and Hochberg), or empty.
 */
family: string, 
/**
 * The p-value adjusted for its family.
 */
p_adjusted: number | null, 
/**
 * How much may be shown: nothing, counts, interval, headline.
 */
level: string, 
/**
 * ok, or why there is no number.
 */
state: string, 
/**
 * Codes of what is said beside it.
 */
caveats: Array<string>, };

export type ProfileFlow = { 
/**
 * Orders that the register knows.
 */
orders: number, 
/**
 * Their items.
 */
items: number, 
/**
 * Orders whose document was seen.
 */
orders_seen: number, 
/**
 * Orders known by description alone and from one source: in no share.
 */
orders_apart: number, 
/**
 * Their items.
 */
items_apart: number, 
/**
 * Reviewed items that count in shares.
 */
reviewed: number, 
/**
 * Reviewed items that count in no share.
 */
reviewed_apart: number, 
/**
 * Items that count in shares and have no verdict yet.
 */
unreviewed: number, 
/**
 * Clusters of the reviewed items.
 */
reviewed_clusters: number, };

export type ProfileSeries = { 
/**
 * What it shows.
 */
name: string, 
/**
 * Method with its version.
 */
method: string, 
/**
 * Whom it speaks of.
 */
population: string, 
/**
 * Points in the order of time.
 */
points: Array<ProfileSeriesPoint>, 
/**
 * Codes of what is said beside it.
 */
caveats: Array<string>, };

export type ProfileSeriesPoint = { 
/**
 * Code of the period, as 2025-03.
 */
period: string, 
/**
 * The value.
 */
value: number, 
/**
 * Its lower 95 % limit.
 */
low: number, 
/**
 * Its upper 95 % limit.
 */
high: number, };

export type ProfileTable = { 
/**
 * What it counts.
 */
name: string, 
/**
 * Whom it speaks of.
 */
population: string, 
/**
 * Codes of the rows.
 */
rows: Array<string>, 
/**
 * Codes of the columns.
 */
columns: Array<string>, 
/**
 * Counts, row by row.
 */
counts: Array<Array<number>>, 
/**
 * Codes of what is said beside it.
 */
caveats: Array<string>, };

export type Progress = { 
/**
 * reading, grouping, writing, indexing, sealing, export, exhibit.
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

export type ProvisionInForce = { 
/**
 * Act.
 */
act: Trilingual, 
/**
 * Article.
 */
article: string, 
/**
 * What it says, in our own words.
 */
summary: Trilingual, 
/**
 * In force from, YYYY-MM-DD, or empty when not known.
 */
from: string, 
/**
 * Last day in force, or empty.
 */
to: string, 
/**
 * yes, no, unknown on the order's date.
 */
in_force: string, 
/**
 * Where it was read.
 */
source: string, 
/**
 * The wording was compared with the source.
 */
checked: boolean, };

export type PublicAsk = { 
/**
 * A quarter of issue, as 2026-Q1; empty: everything. No other filter has a public form.
 */
quarter: string, };

export type PublicFigure = { 
/**
 * What it measures.
 */
name: string, 
/**
 * Method with its version.
 */
method: string, 
/**
 * Whom it speaks of.
 */
population: string, 
/**
 * ok, suppressed, or why there is no number.
 */
state: string, 
/**
 * The figure; nothing where it is not told.
 */
figure: ProfileFigure | null, };

export type PublicFlow = { 
/**
 * Orders that the register knows.
 */
orders: number | null, 
/**
 * Their items.
 */
items: number | null, 
/**
 * Orders whose document was seen.
 */
orders_seen: number | null, 
/**
 * Orders in no share.
 */
orders_apart: number | null, 
/**
 * Their items.
 */
items_apart: number | null, 
/**
 * Reviewed items that count in shares.
 */
reviewed: number | null, 
/**
 * Reviewed items that count in no share.
 */
reviewed_apart: number | null, 
/**
 * Items without a verdict.
 */
unreviewed: number | null, 
/**
 * Clusters of the reviewed items.
 */
reviewed_clusters: number | null, };

export type PublicProfile = { 
/**
 * Version of the method in use.
 */
rubric: string, 
/**
 * Version of what was fixed in advance.
 */
plan: number, 
/**
 * SHA-256 of it.
 */
plan_digest: string, 
/**
 * The quarter that was asked for; empty: everything.
 */
quarter: string, 
/**
 * Quarters that can be asked for.
 */
quarters: Array<string>, 
/**
 * Steps from the register to what was reviewed.
 */
flow: PublicFlow, 
/**
 * Figures, by component; none for a quarter.
 */
figures: Array<PublicFigure>, 
/**
 * Tables.
 */
tables: Array<PublicTable>, };

export type PublicTable = { 
/**
 * What it counts.
 */
name: string, 
/**
 * Whom it speaks of.
 */
population: string, 
/**
 * ok, or suppressed: then there are no rows.
 */
state: string, 
/**
 * Codes of the rows.
 */
rows: Array<string>, 
/**
 * Codes of the columns.
 */
columns: Array<string>, 
/**
 * Counts, row by row; nothing where a cell is blank, whatever the reason.
 */
counts: Array<Array<number | null>>, 
/**
 * Codes of what is said beside it.
 */
caveats: Array<string>, };

export type PurgeAsk = { 
/**
 * Kind of the record; empty for a term.
 */
kind: string, 
/**
 * The record, by its reference or identifier.
 */
record: string, 
/**
 * The name or phrase; empty for a record.
 */
term: string, 
/**
 * Keys of the places from which the term is struck; empty: all of them.
 */
only: Array<string>, 
/**
 * court_order, persons_request, child_safety, mistake; needed to purge, and what was recorded by mistake counts in no figure from then on.
 */
reason: string, 
/**
 * Keeps the files of sealed papers that say what goes.
 */
keep_papers: boolean, 
/**
 * The person has seen what would go and wants it gone: nothing brings it back.
 */
confirmed: boolean, };

export type PurgeCount = { 
/**
 * Kind.
 */
kind: string, 
/**
 * How many.
 */
count: number, };

export type PurgeDone = { 
/**
 * The entry that says so.
 */
seq: number, 
/**
 * What it did.
 */
done: PurgePreview, 
/**
 * The log beside the database was emptied and the files are gone; otherwise that happens when the vault is opened next.
 */
settled: boolean, };

export type PurgeHit = { 
/**
 * By which it is chosen.
 */
key: string, 
/**
 * Table, or ledger.
 */
kind: string, 
/**
 * Reference or label of the record; empty where it has none.
 */
label: string, 
/**
 * Column.
 */
field: string, 
/**
 * Entries of the ledger that hold it.
 */
entries: number, 
/**
 * It stands in earlier entries alone.
 */
earlier: boolean, };

export type PurgePaper = { 
/**
 * Identifier.
 */
id: string, 
/**
 * File name it was saved under.
 */
name: string, 
/**
 * The file could not be read, so that nobody can tell.
 */
unread: boolean, };

export type PurgePreview = { 
/**
 * Records whose values go.
 */
records: Array<PurgeCount>, 
/**
 * Records that name it and stay as they are.
 */
mentions: Array<PurgeCount>, 
/**
 * Values of earlier entries that go.
 */
values: number, 
/**
 * Files that go.
 */
files: number, 
/**
 * Files that stay, since another exhibit has the same one.
 */
files_shared: number, 
/**
 * Reviews whose quotes and notes go.
 */
reviews: number, 
/**
 * Unfinished answers and texts of papers that go or change.
 */
drafts: number, 
/**
 * Imports that the records came with.
 */
imports: Array<string>, 
/**
 * Where a term stands.
 */
hits: Array<PurgeHit>, 
/**
 * Sealed papers whose kept files say it.
 */
papers: Array<PurgePaper>, };

export type PurgeTold = { 
/**
 * The entry.
 */
seq: number, 
/**
 * UTC second.
 */
at: number, 
/**
 * Who.
 */
actor: string, 
/**
 * Why, as a code.
 */
reason: string, };

export type PurgesTold = { 
/**
 * The purges.
 */
purges: Array<PurgeTold>, };

export type Question = { 
/**
 * Code, as A3.
 */
code: string, 
/**
 * Part: G, A, B, C.
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
 * Values that must rest on a quote, an exhibit or a note.
 */
grounded: Array<string>, };

export type Queue = { 
/**
 * At most 200.
 */
rows: Array<QueueRow>, 
/**
 * There are more than these.
 */
cut: boolean, 
/**
 * Items without a verdict that stands.
 */
open: number, 
/**
 * Given to the seat and not locked.
 */
mine: number, 
/**
 * Locked by the seat, the other review is open.
 */
waiting: number, 
/**
 * Disputed.
 */
disputed: number, 
/**
 * To be judged anew: changed since, or under an older major version.
 */
again: number, 
/**
 * With a verdict that stands.
 */
settled: number, 
/**
 * Disputed items by question.
 */
questions: Array<DisputedQuestion>, 
/**
 * Name of the reviewer in the seat, or empty.
 */
seat: string, };

export type QueueAsk = { 
/**
 * mine, free, waiting, disputed, again, settled; empty is mine, then free.
 */
line: string, 
/**
 * Only disputes on this question.
 */
question: string, };

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
 * mine, started, free, waiting, disputed, again, settled.
 */
state: string, 
/**
 * first, second, adjudication, or empty when the seat has no place.
 */
round: string, 
/**
 * Cycle, from 1.
 */
cycle: number, 
/**
 * Verdict that stands.
 */
verdict: string | null, 
/**
 * Questions on which two reviewers contradict each other, once both reviews are locked.
 */
disputes: Array<string>, 
/**
 * The item or its order changed since it was judged.
 */
changed: boolean, };

export type Reading = { 
/**
 * Field of the form or of `MoreField`; fields that hold lists come once for each value.
 */
field: string, 
/**
 * The value.
 */
value: string, 
/**
 * First UTF-16 unit of the passage in the pasted text, as the window counts letters.
 */
start: number, 
/**
 * The unit behind the passage.
 */
end: number, 
/**
 * certain, likely.
 */
confidence: string, };

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
duplicates: Array<Duplicate>, 
/**
 * Each value with its passage.
 */
found: Array<Reading>, 
/**
 * What else was read: it goes along with the form, unless a person rejects it.
 */
more: Array<MoreField>, 
/**
 * The text speaks of child sexual material: addresses and text are left out and must not be recorded.
 */
child_sexual: boolean, };

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

export type RecoveryConfirm = { 
/**
 * The texts.
 */
typed: Array<string>, };

export type RecoveryMake = { 
/**
 * Any passphrase that opens the register.
 */
passphrase: string, 
/**
 * Language of the words.
 */
lang: Lang, 
/**
 * Three shares, of which two give the key, instead of the key itself.
 */
shares: boolean, };

export type RecoveryOffer = { 
/**
 * One text of twenty-four words; or three, the shares in their order.
 */
texts: Array<string>, 
/**
 * Name of the register, to be printed above the words.
 */
organisation: string, 
/**
 * When it was drawn, UTC seconds.
 */
drawn_at: number, };

export type RecoveryWords = { 
/**
 * Words typed.
 */
count: number, 
/**
 * Places, from 1, of words that stand on no list.
 */
unknown: Array<number>, 
/**
 * incomplete, wrong (all words are known and they are no key: one was mistaken for another), key, share.
 */
state: string, };

export type RecoveryWordsAsk = { 
/**
 * What was typed so far.
 */
typed: string, };

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

export type RejectedSaved = { 
/**
 * Name of the file.
 */
name: string, 
/**
 * Rows in it.
 */
rows: number, };

export type Reminders = { 
/**
 * They do.
 */
on: boolean, };

export type ReviewContext = { 
/**
 * Most alike first.
 */
similar: Array<SimilarItem>, 
/**
 * Like items that were treated differently.
 */
comparators: Array<ComparatorView>, 
/**
 * Decisions of the state's experts behind the order.
 */
state: Array<StateDecision>, 
/**
 * Opinions of experts outside the state.
 */
opinions: Array<OutsideOpinion>, };

export type ReviewJudge = { 
/**
 * The answers.
 */
answers: Array<Answer>, 
/**
 * Version of the method, as the sheet names it; empty for the one in use.
 */
rubric: string, 
/**
 * Verdict chosen against the rules, by which the order is found; empty for the computed one.
 */
verdict: string, };

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
override_reason: string, 
/**
 * Digest of what was judged, as the sheet gave it.
 */
subject: string, 
/**
 * Version of the rubric that the sheet asked by; empty for whichever is in use.
 */
rubric: string, 
/**
 * Seconds with the sheet open, all in all.
 */
seconds: number, 
/**
 * The officials' names were uncovered.
 */
saw_official: boolean, };

export type ReviewOutcome = { 
/**
 * agreed, adjudicated, or empty while disputed.
 */
how: string, 
/**
 * The verdict, empty while disputed.
 */
verdict: string, 
/**
 * Its subtype.
 */
subtype: string, 
/**
 * Version of the rubric.
 */
rubric: string, 
/**
 * Questions on which the two contradict each other.
 */
disputes: Array<string>, 
/**
 * Findings about the order.
 */
findings: Array<string>, 
/**
 * Codes of part B that are not met.
 */
defects: Array<string>, 
/**
 * Elements of arbitrariness that they touch.
 */
elements: Array<string>, 
/**
 * Questions of part B that apply.
 */
applicable: number, 
/**
 * Those of them that are open.
 */
unanswered: number, 
/**
 * It counts in figures.
 */
standing: boolean, };

export type ReviewReading = { 
/**
 * Reviewer.
 */
reviewer: string, 
/**
 * first, second, adjudication.
 */
round: string, 
/**
 * Cycle.
 */
cycle: number, 
/**
 * Version of the rubric.
 */
rubric: string, 
/**
 * Answers.
 */
answers: Array<Answer>, 
/**
 * Codes of those that are the register's own, to which the reviewer added nothing.
 */
from_register: Array<string>, 
/**
 * What was locked.
 */
locked: LockedReview, 
/**
 * A later review by the same person takes its place.
 */
superseded: boolean, };

export type ReviewSave = { 
/**
 * Order item id.
 */
id: string, 
/**
 * They correct a locked review that nobody else can read yet; without answers the correction is given up.
 */
correcting: boolean, 
/**
 * The answers.
 */
answers: Array<Answer>, 
/**
 * Verdict chosen against the rules, or empty.
 */
verdict: string, 
/**
 * Reason of that, as far as it is written.
 */
override_reason: string, 
/**
 * Seconds with the sheet open, all in all.
 */
seconds: number, 
/**
 * The officials' names were uncovered.
 */
saw_official: boolean, };

export type ReviewSheet = { 
/**
 * Order item id.
 */
id: string, 
/**
 * Id of its order.
 */
order: string, 
/**
 * Reference of the order.
 */
reference: string, 
/**
 * declare: the seat has yet to say whether there is a conflict of interest, and the content is not here; answer; locked: own review, not yet
 * readable by others; open: both reviews can be read; taken: others have the places; declined: a conflict was declared.
 */
stage: string, 
/**
 * first, second, adjudication, or empty.
 */
round: string, 
/**
 * Cycle, from 1.
 */
cycle: number, 
/**
 * The item; officials' names are covered in its text where `masked` says so.
 */
item: OrderItemView, 
/**
 * Occurrences of officials' names that are covered.
 */
masked: number, 
/**
 * The names were uncovered for this review.
 */
saw_official: boolean, 
/**
 * When the item was posted.
 */
posted: WireTime, 
/**
 * Rubric version.
 */
rubric: string, 
/**
 * The questions in order: G, A, B, then C.
 */
questions: Array<Question>, 
/**
 * Answers saved so far.
 */
answers: Array<Answer>, 
/**
 * Verdict that was chosen against the rules and not yet handed in, or empty.
 */
chosen: string, 
/**
 * Reason of that, as far as it is written.
 */
override_reason: string, 
/**
 * Seconds with the sheet open so far.
 */
seconds: number, 
/**
 * Answers of part B that the register already gives, by code.
 */
proposed: Array<Answer>, 
/**
 * The statutory checklist B1–B7 and B14, with what each line follows from.
 */
checklist: Array<ChecklistLine>, 
/**
 * Judgement of the saved answers.
 */
judgement: Judgement, 
/**
 * The seat's own locked review of this cycle, or where the seat has none and both can be read, the adjudication or the first one.
 */
locked: LockedReview | null, 
/**
 * The own locked review may still be corrected: nobody else can read it yet.
 */
can_correct: boolean, 
/**
 * A correction of it that was begun and not locked.
 */
correction: Correction | null, 
/**
 * What was judged changed since the review was locked.
 */
changed: boolean, 
/**
 * Digest of what is judged, to be handed in with the answers.
 */
subject: string, 
/**
 * What became of the two reviews, once both are locked.
 */
outcome: ReviewOutcome | null, 
/**
 * Reviews that may be read, oldest first: for the adjudicator and for whoever looks back.
 */
readings: Array<ReviewReading>, };

export type ReviewerRow = { 
/**
 * Identifier.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Not of the organisation: yes, no, unknown.
 */
outside: string, 
/**
 * Reviews locked.
 */
locked: number, 
/**
 * Items given and not locked yet.
 */
open: number, 
/**
 * Cases of the calibration set answered.
 */
calibrated: number, 
/**
 * Cases in the calibration set.
 */
calibration: number, 
/**
 * Of the answered cases, those whose verdict is the key's.
 */
calibrated_right: number, };

export type Reviewers = { 
/**
 * In the order in which they came.
 */
rows: Array<ReviewerRow>, 
/**
 * The seat: a reviewer's id, or empty.
 */
seat: string, 
/**
 * The name that the ledger knows at this keyboard: proposed for a new reviewer.
 */
actor: string, };

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

export type SavedFilter = { 
/**
 * Name.
 */
name: string, 
/**
 * The filter.
 */
filter: string, 
/**
 * As in OrdersList.
 */
sort: string, 
/**
 * As in OrdersList.
 */
descending: boolean, 
/**
 * Columns shown with it; empty where it leaves them alone.
 */
columns: Array<LayoutColumn>, };

export type SavedFilters = { 
/**
 * By name.
 */
rows: Array<SavedFilter>, };

export type SearchAsk = { 
/**
 * Words, beginnings of words and "phrases"; all must be found, and none with a minus before it.
 */
words: string, 
/**
 * Hits wanted, at most 100.
 */
limit: number, };

export type SearchHit = { 
/**
 * order.
 */
kind: string, 
/**
 * Its id.
 */
id: string, 
/**
 * Its reference.
 */
reference: string, 
/**
 * Number, issuer and addressee.
 */
title: Trilingual, 
/**
 * Where the words stand; empty when they stand apart.
 */
snippet: Array<SnippetSegment>, 
/**
 * Place among the hits, from 1.
 */
rank: number, };

export type SearchPage = { 
/**
 * Hits found; where there are more, those that were ranked.
 */
total: number, 
/**
 * There are older hits, which were neither counted nor ranked.
 */
more: boolean, 
/**
 * The newest hits of which the best are shown.
 */
ranked_of: number, 
/**
 * The best hits, best first.
 */
hits: Array<SearchHit>, };

export type SeatTake = { 
/**
 * Reviewer, or empty.
 */
id: string, 
/**
 * Name, where the id is empty.
 */
name: string, };

export type SecondSet = { 
/**
 * Any passphrase that opens the register.
 */
passphrase: string, 
/**
 * What the second person typed.
 */
second: string, };

export type Selection = { 
/**
 * Order ids; when there are any, nothing else counts.
 */
ids: Array<string>, 
/**
 * All that this filter matches.
 */
filter: string, 
/**
 * But these.
 */
excluded: Array<string>, };

export type Share = { 
/**
 * Method id with version, as C1/2.
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

export type SimilarItem = { 
/**
 * Order item id.
 */
id: string, 
/**
 * Reference of its order.
 */
reference: string, 
/**
 * Address.
 */
locator: string, 
/**
 * Beginning of its text.
 */
text: string, 
/**
 * Share of the pairs of neighbouring words of both that both have.
 */
similarity: number, 
/**
 * Verdict that stands, or empty.
 */
verdict: string, 
/**
 * Its subtype.
 */
subtype: string, 
/**
 * Version of the rubric, or empty.
 */
rubric: string, 
/**
 * Outcome: removed, no_action, …
 */
outcome: string, };

export type SlotRemove = { 
/**
 * second or recovery.
 */
kind: string, 
/**
 * A passphrase that still opens it afterwards.
 */
passphrase: string, };

export type SnapshotAsk = { 
/**
 * Filter, as in the table of orders; empty: everything.
 */
filter: string, 
/**
 * Moment at which terms are told, as ISO 8601 in UTC; empty: now.
 */
as_of: string, };

export type SnapshotSaved = { 
/**
 * Name of the file.
 */
name: string, 
/**
 * Digest of the snapshot: SHA-256 of its manifest.
 */
digest: string, 
/**
 * Size of the file.
 */
bytes: number, 
/**
 * Orders in it.
 */
orders: number, 
/**
 * Items in it.
 */
items: number, 
/**
 * Moment at which terms are told.
 */
as_of: string, };

export type SnippetSegment = { 
/**
 * As written.
 */
text: string, 
/**
 * Found by the search.
 */
hit: boolean, };

export type StateDecision = { 
/**
 * Record id.
 */
id: string, 
/**
 * Reference.
 */
reference: string, 
/**
 * Number.
 */
number: string, 
/**
 * When it was decided.
 */
decided: WireTime, 
/**
 * bullying, not_bullying, partly, unknown.
 */
conclusion: string, 
/**
 * none, formula, case_specific, unknown.
 */
reasons_level: string, 
/**
 * Disciplines in the group.
 */
disciplines: Array<string>, 
/**
 * yes, no, unknown.
 */
dissent: string, };

export type SupportReport = { 
/**
 * The whole text, shown before it is saved.
 */
text: string, };

export type SupportSaved = { 
/**
 * Name of the file.
 */
name: string, };

export type TableLayout = { 
/**
 * The columns.
 */
columns: Array<LayoutColumn>, };

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

export type Undone = { 
/**
 * The entry that says so.
 */
seq: number, 
/**
 * Event that was undone.
 */
kind: string, 
/**
 * Reference of the first row, empty where it has none.
 */
reference: string, 
/**
 * Rows put back.
 */
rows: number, };

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

export type VaultRecover = { 
/**
 * The key, or two shares.
 */
typed: Array<string>, 
/**
 * The passphrase that opens the register from now on.
 */
new: string, };

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
version: string, 
/**
 * Something in the open register is damaged: it is shown and nothing can be written.
 */
read_only: boolean, };

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
findings: Array<HealthFinding>, 
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
  vault_recover: { args: VaultRecover; reply: VaultState };
  keys: { args: Nothing; reply: Keys };
  recovery_words: { args: RecoveryWordsAsk; reply: RecoveryWords };
  recovery_make: { args: RecoveryMake; reply: RecoveryOffer };
  recovery_confirm: { args: RecoveryConfirm; reply: Keys };
  recovery_forget: { args: Nothing; reply: Nothing };
  second_set: { args: SecondSet; reply: Keys };
  slot_remove: { args: SlotRemove; reply: Keys };
  keys_rotate: { args: KeysRotate; reply: Keys };
  keys_cancel: { args: Nothing; reply: Nothing };
  health: { args: Nothing; reply: Health };
  health_check: { args: Nothing; reply: Health };
  support_report: { args: Nothing; reply: SupportReport };
  support_save: { args: Nothing; reply: SupportSaved };
  backups: { args: Nothing; reply: Backups };
  backup_choose: { args: Nothing; reply: Backups };
  backup_make: { args: Nothing; reply: BackupMade };
  backup_cancel: { args: Nothing; reply: Nothing };
  backup_drill: { args: BackupDrill; reply: Drilled };
  backup_restore: { args: BackupRestore; reply: VaultState };
  lang_set: { args: LangSet; reply: Nothing };
  look_set: { args: LookSet; reply: Nothing };
  autolock: { args: Nothing; reply: AutoLock };
  autolock_set: { args: AutoLock; reply: Nothing };
  still_here: { args: Nothing; reply: Nothing };
  reminders: { args: Nothing; reply: Reminders };
  reminders_set: { args: Reminders; reply: Nothing };
  notices: { args: Nothing; reply: Notices };
  desk: { args: Nothing; reply: Desk };
  measures: { args: Nothing; reply: Measures };
  profile: { args: ProfileAsk; reply: Profile };
  analysis: { args: AnalysisAsk; reply: Analysis };
  analysis_cancel: { args: Nothing; reply: Nothing };
  picture_take: { args: PictureAsk; reply: PictureTaken };
  profile_public: { args: PublicAsk; reply: PublicProfile };
  snapshot_save: { args: SnapshotAsk; reply: SnapshotSaved };
  cross: { args: CrossAsk; reply: CrossTable };
  chart: { args: ChartAsk; reply: Chart };
  orders_list: { args: OrdersList; reply: OrdersPage };
  order_set: { args: OrderSet; reply: Saved };
  order_ids: { args: OrderIdsAsk; reply: OrderIds };
  bulk_preview: { args: Bulk; reply: BulkPreview };
  bulk_run: { args: Bulk; reply: BulkDone };
  entry_show: { args: BySeq; reply: EntryShown };
  entry_undo: { args: BySeq; reply: Undone };
  table_layout: { args: Nothing; reply: TableLayout };
  table_layout_set: { args: TableLayout; reply: Nothing };
  saved_filters: { args: Nothing; reply: SavedFilters };
  saved_filter_put: { args: SavedFilter; reply: Nothing };
  saved_filter_drop: { args: ByName; reply: Nothing };
  import_text: { args: ImportText; reply: ImportPreview };
  search: { args: SearchAsk; reply: SearchPage };
  filter_complete: { args: FilterAsk; reply: FilterHints };
  near_duplicates: { args: ById; reply: NearDuplicates };
  order_show: { args: ById; reply: OrderDetail };
  order_recognise: { args: Recognise; reply: Recognised };
  capture_draft: { args: Nothing; reply: CaptureDraft };
  capture_keep: { args: CaptureKeep; reply: Nothing };
  order_duplicates: { args: DuplicatesAsk; reply: Duplicates };
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
  import_dropped: { args: Nothing; reply: ImportPreview };
  import_reopen: { args: ImportReopen; reply: ImportPreview };
  import_rejected_save: { args: ImportRun; reply: RejectedSaved };
  import_figures: { args: ImportToken; reply: ImportFigures };
  import_figures_run: { args: ImportToken; reply: FiguresDone };
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
  reviewers: { args: Nothing; reply: Reviewers };
  seat_take: { args: SeatTake; reply: Reviewers };
  review_queue: { args: QueueAsk; reply: Queue };
  review_next: { args: Nothing; reply: NextItem };
  review_assign: { args: Assign; reply: Assigned };
  review_conflict: { args: ConflictDeclare; reply: ReviewSheet };
  review_again: { args: CycleOpen; reply: Saved };
  review_context: { args: ById; reply: ReviewContext };
  order_findings: { args: ById; reply: OrderFindings };
  agreement: { args: AgreementAsk; reply: Agreement };
  calibration: { args: Nothing; reply: Calibration };
  calibration_open: { args: ByCode; reply: CalibrationCase };
  calibration_save: { args: CalibrationAnswer; reply: Nothing };
  calibration_answer: { args: CalibrationAnswer; reply: CalibrationCase };
  review_open: { args: ById; reply: ReviewSheet };
  review_judge: { args: ReviewJudge; reply: Judgement };
  review_save: { args: ReviewSave; reply: Nothing };
  review_lock: { args: ReviewLock; reply: ReviewSheet };
  methods: { args: Nothing; reply: Methods };
  method_open: { args: MethodAsk; reply: Method };
  method_draft: { args: MethodAsk; reply: Method };
  method_check: { args: MethodDraft; reply: MethodChecked };
  method_save: { args: MethodDraft; reply: Method };
  method_adopt: { args: MethodAdopt; reply: Method };
  method_retire: { args: MethodRetire; reply: Method };
  method_discard: { args: MethodAsk; reply: Nothing };
  method_export: { args: MethodExport; reply: MethodSaved };
  method_import: { args: Nothing; reply: Method };
  exhibit_add: { args: ExhibitAdd; reply: Saved };
  exhibit_cancel: { args: Nothing; reply: Nothing };
  exhibit_save: { args: ExhibitSave; reply: ExhibitSaved };
  exhibit_verify: { args: ById; reply: ExhibitVerified };
  exhibits_of: { args: ById; reply: Exhibits };
  paper_form: { args: PaperFormAsk; reply: PaperForm };
  paper_text_set: { args: PaperTextSet; reply: Nothing };
  paper_preview: { args: PaperPreviewAsk; reply: PaperPreview };
  paper_export: { args: PaperExport; reply: PaperLine };
  papers_list: { args: Nothing; reply: Papers };
  paper_verify: { args: ById; reply: PaperVerified };
  paper_bundle: { args: BundleAsk; reply: BundleSaved };
  paper_save_again: { args: ById; reply: PaperVerified };
  purge_preview: { args: PurgeAsk; reply: PurgePreview };
  purge_run: { args: PurgeAsk; reply: PurgeDone };
  purges_of: { args: ById; reply: PurgesTold };
  ledger_lines: { args: LedgerPage; reply: LedgerLines };
  ledger_verify: { args: Nothing; reply: VerifyReport };
}

export type Topic =
  'vault' | 'orders' | 'complaints' | 'platforms' | 'imports' | 'reviews' | 'papers' | 'records' | 'methods' | 'ledger' | 'health' | 'keys' | 'backups';
