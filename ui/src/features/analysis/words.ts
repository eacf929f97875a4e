// How rows and columns of the tables of counts are named.
import type { ProfileTable } from '../../lib/api/types';
import { named, t, word } from '../../lib/i18n';

const LISTS: Readonly<Record<string, string>> = {
  verdicts: 'verdict',
  findings: 'order-finding',
  elements: 'order-element',
  verdicts_by_protected: 'protected',
  deadlines: 'deadline',
  instruments: 'instrument',
  grounds: 'ground',
  sources: 'learned',
};

/** Words the name of a table. */
export const tableName = (table: ProfileTable): string => named('profile', table.name);

/** Words a month as 2025-03. */
export function monthName(code: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(code) ?? [];
  return year && month ? t('time-month', { month: t(`month-alone-${Number(month)}`), year }) : code;
}

/** Words a row; questions of the method go by their code. */
export function rowName(table: string, row: string): string {
  if (row === 'total') return word('counted', 'total');
  if (table === 'months') return row === 'unknown' ? t('analysis-unknown') : monthName(row);
  const list = LISTS[table];
  return list === undefined ? row : named(list, row);
}

/** Words a column: what is counted, or a verdict. */
export function columnName(column: string): string {
  return column === 'items' || column === 'orders' ? word('counted', column) : named('verdict', column);
}
