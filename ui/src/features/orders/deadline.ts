// How the 24-hour term of an order is explained: always as an interval, and an estimate is called one.
import type { OrderDetail, WireTime } from '../../lib/api/types';

/** Returns the id of the sentence that says where the term comes from. */
export function termOf(order: Pick<OrderDetail, 'deadline' | 'deadline_basis'>): string {
  const { earliest, latest } = order.deadline;
  if (earliest === null || latest === null) return 'order-term-none';
  const receipt = order.deadline_basis === 'h24_from_receipt';
  // A term known to the minute is one moment for the reader.
  if (latest - earliest < 60) return receipt ? 'order-term-receipt-exact' : 'order-term-issue-exact';
  return receipt ? 'order-term-receipt' : 'order-term-issue';
}

/** Returns one end of an interval as a moment of its own. */
export function instant(moment: WireTime, end: 'earliest' | 'latest'): WireTime {
  const second = moment[end];
  return { ...moment, earliest: second, latest: second, precision: second === null ? 'unknown' : 'minute' };
}
