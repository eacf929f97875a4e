// From every failure the core can name to its message. The map is total: a new code does not compile without one.
import type { Code, Failure } from './api/types';
import { formatNumber, t } from './i18n';

const MESSAGES: Record<Code, string> = {
  wrong_passphrase: 'failure-wrong-passphrase',
  header_damaged: 'failure-header-damaged',
  header_missing: 'failure-header-missing',
  header_foreign: 'failure-header-foreign',
  database_damaged: 'failure-database-damaged',
  vault_newer: 'failure-vault-newer',
  vault_absent: 'failure-vault-absent',
  vault_exists: 'failure-vault-exists',
  vault_in_use: 'failure-vault-in-use',
  vault_read_only: 'failure-vault-read-only',
  place_refused: 'failure-place-refused',
  clipboard_refused: 'failure-clipboard-refused',
  disk_full: 'failure-disk-full',
  disk_failing: 'failure-disk-failing',
  locked: 'failure-locked',
  passphrase_weak: 'failure-passphrase-weak',
  invalid: 'failure-invalid',
  not_found: 'failure-not-found',
  file_empty: 'failure-file-empty',
  file_binary: 'failure-file-binary',
  file_encoding: 'failure-file-encoding',
  file_bounds: 'failure-file-bounds',
  file_workbook: 'failure-file-workbook',
  file_too_large: 'failure-file-too-large',
  file_unreadable: 'failure-file-unreadable',
  folder_absent: 'failure-folder-absent',
  file_no_columns: 'failure-file-no-columns',
  file_foreign: 'failure-file-foreign',
  file_damaged: 'failure-file-damaged',
  file_record_refused: 'failure-file-record-refused',
  snapshot_foreign: 'failure-snapshot-foreign',
  snapshot_damaged: 'failure-snapshot-damaged',
  snapshot_too_large: 'failure-snapshot-too-large',
  register_not_empty: 'failure-register-not-empty',
  cancelled: 'failure-cancelled',
  undo_blocked: 'failure-undo-blocked',
  nothing_to_import: 'failure-nothing-to-import',
  undone_before: 'failure-undone-before',
  undo_overtaken: 'failure-undo-overtaken',
  undo_refused: 'failure-undo-refused',
  too_many: 'failure-too-many',
  review_locked: 'failure-review-locked',
  seat_empty: 'failure-seat-empty',
  place_taken: 'failure-place-taken',
  name_alike: 'failure-name-alike',
  conflict_open: 'failure-conflict-open',
  conflict_declared: 'failure-conflict-declared',
  still_blind: 'failure-still-blind',
  cycle_open: 'failure-cycle-open',
  review_overtaken: 'failure-review-overtaken',
  override_needs_reason: 'failure-override-needs-reason',
  answer_needs_ground: 'failure-answer-needs-ground',
  quote_not_in_item: 'failure-quote-not-in-item',
  answer_open: 'failure-answer-open',
  method_faulty: 'failure-method-faulty',
  method_settled: 'failure-method-settled',
  method_taken: 'failure-method-taken',
  method_unchanged: 'failure-method-unchanged',
  method_last: 'failure-method-last',
  paper_needs_review: 'failure-paper-needs-review',
  paper_needs_order: 'failure-paper-needs-order',
  paper_glyph_missing: 'failure-paper-glyph-missing',
  paper_leaks: 'failure-paper-leaks',
  paper_over_limit: 'failure-paper-over-limit',
  paper_tells_child: 'failure-paper-tells-child',
  paper_not_kept: 'failure-paper-not-kept',
  bundle_too_large: 'failure-bundle-too-large',
  exhibit_missing: 'failure-exhibit-missing',
  exhibit_altered: 'failure-exhibit-altered',
  exhibit_too_large: 'failure-exhibit-too-large',
  exhibit_unread: 'failure-exhibit-unread',
  try_later: 'failure-try-later',
  recovery_wrong: 'failure-recovery-wrong',
  recovery_differs: 'failure-recovery-differs',
  recovery_stale: 'failure-recovery-stale',
  share_false: 'failure-share-false',
  vault_damaged: 'failure-vault-damaged',
  backup_damaged: 'failure-backup-damaged',
  backup_foreign: 'failure-backup-foreign',
  backup_unopened: 'failure-backup-unopened',
  backup_nowhere: 'failure-backup-nowhere',
  folder_taken: 'failure-folder-taken',
  internal: 'failure-internal',
};

// What the core calls a field, as the label of the field says it.
const FIELDS: Record<string, string> = {
  action: 'capture-action',
  actor: 'create-actor',
  author_notified: 'capture-author-notified',
  authority: 'capture-authority',
  channel: 'complaint-channel',
  complied: 'field-complied',
  decision: 'complaint-decision',
  document_seen: 'capture-document-seen',
  draft: 'column-draft',
  filed: 'complaint-filed',
  filer_capacity: 'complaint-filer',
  ground: 'capture-ground',
  informs_of_appeal: 'capture-informs-of-appeal',
  instrument: 'capture-instrument',
  issued: 'capture-issued',
  learned: 'capture-learned',
  learned_how: 'capture-learned-how',
  locators: 'capture-locators',
  names_items_by_url: 'capture-names-items-by-url',
  note: 'capture-note',
  number: 'capture-number',
  order_reference: 'complaint-order',
  organisation: 'create-org',
  outcome: 'field-outcome',
  passphrase: 'passphrase',
  period: 'measure-period',
  platform: 'capture-platform',
  provisions: 'capture-provisions',
  reasons_level: 'capture-reasons-level',
  received: 'capture-received',
  source: 'measure-source',
  second: 'keys-second-new',
  text: 'capture-text',
  to_expert_group: 'complaint-expert',
  unit: 'measure-unit',
  value: 'measure-value',
};

/** Every code of the core, for tests. */
export const CODES = Object.keys(MESSAGES) as Code[];

/** Every message that words a field, for tests. */
export const FIELD_MESSAGES = Object.values(FIELDS);

/** Words a failure: what happened, that nothing was lost, what to do. */
export function messageOf(failure: Failure): string {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(failure.params)) {
    if (value === undefined) continue;
    params[name] = name === 'field' ? fieldOf(value) : /^\d+$/.test(value) ? formatNumber(Number(value)) : value;
  }
  return t(MESSAGES[failure.code] ?? MESSAGES.internal, params);
}

/** Names a field, as the core calls it: alone, or behind its table. */
export function fieldOf(field: string): string {
  const name = field.replace(/^.*\./, '').replace(/_id$/, '');
  const words = t(FIELDS[name] ?? `field-${name.replaceAll('_', '-')}`);
  return words.startsWith('⟦') ? field : words;
}
