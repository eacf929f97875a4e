// Which field each column holds. Two columns never hold one field.

export const IGNORED = 'ignore';

/** Fields that several columns may fill: what they say is put together. */
export const SHARED: ReadonlySet<string> = new Set([IGNORED, 'note', 'place']);

/** Fields that hold dates: for these a column may be asked how it writes them. */
export const DATES: ReadonlySet<string> = new Set(['issued', 'received', 'complied']);

/** Ways to write a date, in the order in which they are offered; the first lets the cells decide. */
export const DATE_ORDERS = ['', 'day_first', 'month_first', 'iso'] as const;

/** Gives a column a field. The column that held it before is left out; its place is returned so that it can be said. */
export function assign(fields: readonly string[], column: number, field: string): { fields: string[]; displaced: number | null } {
  const holder = SHARED.has(field) ? -1 : fields.findIndex((held, index) => held === field && index !== column);
  const next = fields.map((held, index) => (index === column ? field : index === holder ? IGNORED : held));
  return { fields: next, displaced: holder < 0 ? null : holder };
}

/** Writes a number of bytes as kB or MB, for the eye. */
export function sizeOf(bytes: number): { amount: number; unit: 'kb' | 'mb' } {
  return bytes < 1_000_000 ? { amount: Math.max(1, Math.round(bytes / 1000)), unit: 'kb' } : { amount: Math.round(bytes / 100_000) / 10, unit: 'mb' };
}
