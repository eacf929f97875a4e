import { describe, expect, it } from 'vitest';
import type { RecordsAsk } from '../api/types';
import { PAGE, readEvery } from './every.svelte';
import { fakeRecord } from './fake';

describe('all records of a kind', () => {
  const held = (count: number) => Array.from({ length: count }, (_, n) => fakeRecord('tasks', n));
  const pages = (count: number, asked: RecordsAsk[]) => (ask: RecordsAsk) => {
    asked.push(ask);
    return Promise.resolve({ kind: ask.kind, by: '', total: count, rows: held(count).slice(ask.offset, ask.offset + ask.limit) });
  };

  it.each([[0, 1], [1, 1], [PAGE - 1, 1], [PAGE, 2], [PAGE * 2 + 7, 3]])('of %i are read in %i readings', async (count, readings) => {
    const asked: RecordsAsk[] = [];
    const rows = await readEvery('tasks', pages(count, asked));
    expect(rows.map((row) => row.id)).toEqual(held(count).map((row) => row.id));
    expect(asked.map((ask) => ask.offset)).toEqual(Array.from({ length: readings }, (_, n) => n * PAGE));
  });

  it('tells a record once that came on two pages', async () => {
    const rows = await readEvery('tasks', (ask) =>
      Promise.resolve({ kind: 'tasks', by: '', total: PAGE + 1, rows: ask.offset === 0 ? held(PAGE) : held(PAGE).slice(-1) }));
    expect(rows).toHaveLength(PAGE);
  });
});
