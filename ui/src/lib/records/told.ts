// An entry of the ledger as a sentence: what happened to what, and by whom.
import type { LedgerLine } from '../api/types';
import { t } from '../i18n';

/** Words an order with the places of its items, where it has several. */
export function itemWords(reference: string, items: string): string {
  if (items === '') return reference;
  return t(/^\d+$/.test(items) ? 'told-item' : 'told-items', { reference, items });
}

/** Words an entry. */
export function told(line: LedgerLine): string {
  const what = itemWords(line.object, line.items);
  const is = what !== '';
  const sentence = t(`told-${line.kind.replaceAll('_', '-')}`, {
    of: is ? ` ${what}` : '',
    named: is ? `: ${what}` : '',
    for: is ? ` ${t('told-for', { what })}` : '',
    detail: line.detail,
  });
  return line.actor === '' ? t('told-alone', { sentence }) : t('told-by', { sentence, actor: line.actor });
}
