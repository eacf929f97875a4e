// How rows and columns of the tables of counts are named.
import type { ProfileTable } from '../../lib/api/types';
import { known, named, t, word } from '../../lib/i18n';

const LISTS: Readonly<Record<string, string>> = {
  verdicts: 'verdict',
  findings: 'order-finding',
  elements: 'order-element',
  verdicts_by_protected: 'protected',
  deadlines: 'deadline',
  instruments: 'instrument',
  grounds: 'ground',
  sources: 'learned',
  compared_languages: 'language',
  compared_protected: 'protected',
  lists: 'source-list',
  platform_rules: 'platform-rules',
  platform_basis: 'platform-basis',
};

/** Words the name of a figure or a curve, as C5.any_reason; one that nobody worded yet shows its own. */
export const codedName = (list: 'figure' | 'curve', name: string): string => known(`${list}-${name.toLowerCase().replaceAll(/[._]/g, '-')}`, name);

/** Words the name of a table. */
export const tableName = (table: ProfileTable): string => named('profile', table.name);

/** Words the name of the drawing of a table: of one that counts items and orders, orders are drawn. */
export const chartName = (table: ProfileTable): string => (table.columns.length > 1 && table.columns.includes('orders') ? `${tableName(table)} (${word('counted', 'orders')})` : tableName(table));

/** Words a month as 2025-03. */
export function monthName(code: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(code) ?? [];
  return year && month ? t('time-month', { month: t(`month-alone-${Number(month)}`), year }) : code;
}

/** Words a row; questions of the method go by their code. */
export function rowName(table: string, row: string): string {
  if (row === 'total') return word('counted', 'total');
  if (row === 'unknown' && (table === 'months' || table.startsWith('compared_'))) return t('analysis-unknown');
  if (table === 'official_figures') return officialName(row);
  if (table === 'months' || table === 'compared_months' || table === 'change_point') return monthName(row);
  const list = LISTS[table];
  return list === undefined ? row : named(list, row);
}

// Publisher, days and what is counted; the same number stated twice has a fourth part.
function officialName(row: string): string {
  const [publisher = '', days = '', metric = 'unknown'] = row.split('\t');
  return `${publisher}, ${days.replace('/', ' – ')}, ${named('metric', metric)}`;
}

const COUNTED: readonly string[] = ['items', 'orders', 'recorded', 'reviewed', 'alone', 'before', 'after', 'published', 'known'];

/** Words a column: what is counted, a list of sources, or a verdict. */
export function columnName(table: string, column: string): string {
  if (COUNTED.includes(column)) return word('counted', column);
  return named(table === 'lists' ? 'source-list' : 'verdict', column);
}
