// The selected rows in the order of the table, those too that are not loaded.
import type { OrderRow, OrdersList, OrdersPage } from '../../lib/api/types';
import type { OrdersView } from './blocks.svelte';

const PAGE = 500;
/** More rows than this are an export, not a copy. */
export const COPY_ROWS_MAX = 50_000;

/** Reads the view page by page until every wanted row was seen. Returns nothing when that would be too many rows to look through. */
export async function gather(
  fetch: (ask: OrdersList) => Promise<OrdersPage>,
  view: OrdersView,
  total: number,
  wanted: { has: (id: string) => boolean; size: number },
): Promise<OrderRow[] | null> {
  if (wanted.size > COPY_ROWS_MAX) return null;
  const rows: OrderRow[] = [];
  for (let offset = 0; offset < Math.min(total, COPY_ROWS_MAX * 4) && rows.length < wanted.size; offset += PAGE) {
    const page = await fetch({ ...view, offset, limit: PAGE });
    rows.push(...page.rows.filter((row) => wanted.has(row.id)));
    if (page.rows.length < PAGE) break;
  }
  return rows.length < wanted.size ? null : rows;
}
