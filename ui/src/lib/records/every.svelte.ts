// All records of a kind, read page by page: for lists that must not miss one.
import { call } from '../api/call';
import { following } from '../api/query.svelte';
import type { RecordsAsk, RecordsPage, RecordView, Topic } from '../api/types';

/** Rows of a page, as many as the core gives at once. */
export const PAGE = 500;

/** Reads all records of a kind, the newest first. What is recorded between two pages may come twice and is told once. */
export async function readEvery(kind: string, fetch: (ask: RecordsAsk) => Promise<RecordsPage>): Promise<RecordView[]> {
  const rows = new Map<string, RecordView>();
  for (let offset = 0; ; offset += PAGE) {
    const page = await fetch({ kind, words: '', offset, limit: PAGE });
    for (const row of page.rows) rows.set(row.id, row);
    if (page.rows.length < PAGE) return [...rows.values()];
  }
}

/** Reads all records of a kind and keeps them fresh. */
export function every(kind: string, ...topics: Topic[]) {
  return following(() => kind, (asked) => readEvery(asked, (ask) => call('records_list', ask)), ...topics);
}
