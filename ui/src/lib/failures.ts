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
  disk_full: 'failure-disk-full',
  locked: 'failure-locked',
  passphrase_weak: 'failure-passphrase-weak',
  invalid: 'failure-invalid',
  not_found: 'failure-not-found',
  file_empty: 'failure-file-empty',
  file_binary: 'failure-file-binary',
  file_encoding: 'failure-file-encoding',
  file_line_too_long: 'failure-file-line-too-long',
  file_too_large: 'failure-file-too-large',
  file_unreadable: 'failure-file-unreadable',
  file_no_columns: 'failure-file-no-columns',
  cancelled: 'failure-cancelled',
  undo_blocked: 'failure-undo-blocked',
  undone_before: 'failure-undone-before',
  review_locked: 'failure-review-locked',
  override_needs_reason: 'failure-override-needs-reason',
  answer_needs_ground: 'failure-answer-needs-ground',
  paper_needs_review: 'failure-paper-needs-review',
  paper_glyph_missing: 'failure-paper-glyph-missing',
  internal: 'failure-internal',
};

/** Every code of the core, for tests. */
export const CODES = Object.keys(MESSAGES) as Code[];

/** Words a failure: what happened, that nothing was lost, what to do. */
export function messageOf(failure: Failure): string {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(failure.params)) {
    if (value === undefined) continue;
    params[name] = /^\d+$/.test(value) ? formatNumber(Number(value)) : value;
  }
  return t(MESSAGES[failure.code] ?? MESSAGES.internal, params);
}
