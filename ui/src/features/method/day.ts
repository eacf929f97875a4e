// A calendar day as typed. It has no zone: what is adopted on a day is adopted on that day everywhere.
import { emptyForm, formOf, timeOf } from '../../lib/time';

/** Returns a typed day, DD.MM.YYYY or YYYY-MM-DD, as YYYY-MM-DD; empty for nothing typed, and nothing where it is no day. */
export function isoDay(typed: string): string | null {
  if (typed.trim() === '') return '';
  const time = timeOf({ ...emptyForm(), date: typed });
  return time === null ? null : formOf(time).date.split('.').reverse().join('-');
}
