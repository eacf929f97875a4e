// An entry of the ledger as a sentence: what happened to what, and by whom.
import type { LedgerLine } from '../api/types';
import { t } from '../i18n';

/** Words an entry. */
export function told(line: LedgerLine): string {
  const of = line.object === '' ? '' : ` ${line.object}`;
  const sentence = t(`told-${line.kind.replaceAll('_', '-')}`, { of, detail: line.detail });
  return line.actor === '' ? t('told-alone', { sentence }) : t('told-by', { sentence, actor: line.actor });
}
