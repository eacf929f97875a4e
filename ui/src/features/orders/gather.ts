// The selected rows in the order of the table, those too that are not loaded.
import type { OrderRow, OrdersList, OrdersPage } from '../../lib/api/types';
import type { OrdersView } from './blocks.svelte';

const PAGE = 500;
/** More rows than this are an export, not a copy. */
export const COPY_ROWS_MAX = 50_000;
const LOOKED_THROUGH_MAX = 200_000;

/**
 * Reads the view page by page until every wanted row was seen. Returns nothing when that would be too many rows to look through; rows that
 * the view does not show any more are left out.
 */
export async function gather(
  fetch: (ask: OrdersList) => Promise<OrdersPage>,
  view: OrdersView,
  total: number,
  wanted: { has: (id: string) => boolean; size: number },
): Promise<OrderRow[] | null> {
  if (wanted.size > COPY_ROWS_MAX) return null;
  const rows: OrderRow[] = [];
  for (let offset = 0; offset < total && rows.length < wanted.size; offset += PAGE) {
    if (offset >= LOOKED_THROUGH_MAX) return null;
    const page = await fetch({ ...view, offset, limit: PAGE });
    rows.push(...page.rows.filter((row) => wanted.has(row.id)));
    if (page.rows.length < PAGE) break;
  }
  return rows;
}
