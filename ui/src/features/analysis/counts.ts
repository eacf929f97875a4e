// Tables of counts as rows and columns: of one selection, or of two beside each other.
import type { ProfileTable } from '../../lib/api/types';
import { t } from '../../lib/i18n';
import { SIGNS } from './filters';
import { columnName, rowName } from './words';

export interface CountColumn {
  name: string;
  series: number;
}

export interface CountRow {
  code: string;
  name: string;
  counts: number[];
}

/** Lists the columns; where two selections are compared, each stands twice with its sign. */
export function columnsOf(table: ProfileTable, other: ProfileTable | undefined): CountColumn[] {
  const sides = other ? SIGNS.map((sign, series) => ({ sign: `${sign}: `, series })) : [{ sign: '', series: 0 }];
  return table.columns.flatMap((column) => sides.map(({ sign, series }) => ({ name: sign + columnName(table.name, column), series })));
}

/** Lists the rows that one of the tables has, months in their order. */
export function rowsOf(table: ProfileTable, other: ProfileTable | undefined): CountRow[] {
  const codes = [...new Set([...table.rows, ...(other?.rows ?? [])])];
  const isLast = (code: string) => code === 'unknown' || code === 'total';
  if (table.name === 'months') codes.sort((left, right) => Number(isLast(left)) - Number(isLast(right)) || left.localeCompare(right));
  const at = (one: ProfileTable, code: string, column: number) => one.counts[one.rows.indexOf(code)]?.[column] ?? 0;
  const counts = (code: string) => table.columns.flatMap((_, column) => [at(table, code, column), ...(other ? [at(other, code, column)] : [])]);
  return codes.map((code) => ({ code, name: rowName(table.name, code), counts: counts(code) }));
}

/** Writes the table for a spreadsheet. */
export function copiedCounts(table: ProfileTable, other: ProfileTable | undefined): { head: string[]; rows: (string | number)[][] } {
  return { head: [t('analysis-what'), ...columnsOf(table, other).map(({ name }) => name)], rows: rowsOf(table, other).map(({ name, counts }) => [name, ...counts]) };
}
