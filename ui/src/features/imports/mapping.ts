// Which field each column holds. Two columns never hold one field.

export const IGNORED = 'ignore';

/** Gives a column a field. The column that held it before is left out; its place is returned so that it can be said. */
export function assign(fields: readonly string[], column: number, field: string): { fields: string[]; displaced: number | null } {
  const holder = field === IGNORED ? -1 : fields.findIndex((held, index) => held === field && index !== column);
  const next = fields.map((held, index) => (index === column ? field : index === holder ? IGNORED : held));
  return { fields: next, displaced: holder < 0 ? null : holder };
}

/** Writes a number of bytes as kB or MB, for the eye. */
export function sizeOf(bytes: number): { amount: number; unit: 'kb' | 'mb' } {
  return bytes < 1_000_000 ? { amount: Math.max(1, Math.round(bytes / 1000)), unit: 'kb' } : { amount: Math.round(bytes / 100_000) / 10, unit: 'mb' };
}
