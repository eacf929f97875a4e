import { describe, expect, it } from 'vitest';
import type { Failure, OrderRow, OrdersList, OrdersPage } from '../../lib/api/types';
import { BLOCK_ROWS, OrderBlocks } from './blocks.svelte';
import { fakePage } from './fake';

/** A core that answers when it is told to. */
function slowCore(total: number) {
  const asked: { ask: OrdersList; answer: (page?: OrdersPage) => void; refuse: (failure: Failure) => void }[] = [];
  const fetch = (ask: OrdersList) =>
    new Promise<OrdersPage>((resolve, reject) => {
      asked.push({ ask, answer: (page = fakePage(ask, total)) => resolve(page), refuse: reject });
    });
  return { asked, blocks: new OrderBlocks(fetch, (thrown) => thrown as Failure) };
}

const view = { filter: '', sort: 'reference', descending: false };
const settle = () => new Promise((resolve) => setTimeout(resolve));

async function answerAll(asked: { answer: () => void }[]): Promise<void> {
  for (const one of asked.splice(0)) one.answer();
  await settle();
}

describe('the blocks of the orders table', () => {
  it('fetch a block once and give its rows', async () => {
    const { asked, blocks } = slowCore(21_199);
    blocks.turnTo(view);
    blocks.need(0, 40);
    expect(asked.map(({ ask }) => [ask.offset, ask.limit])).toEqual([[0, BLOCK_ROWS]]);
    await answerAll(asked);
    expect([blocks.status, blocks.total, blocks.row(99)?.reference, blocks.row(100)]).toEqual(['ready', 21_199, 'KZ-2016-0100', undefined]);
    blocks.need(0, 40);
    expect(asked).toEqual([]);
  });

  it('fetch both blocks when the view lies across them', async () => {
    const { asked, blocks } = slowCore(21_199);
    blocks.turnTo(view);
    await answerAll(asked);
    blocks.need(190, 210);
    expect(asked.map(({ ask }) => ask.offset)).toEqual([100, 200]);
  });

  it('drop the reply to an earlier filter, and keep its rows until the new ones are here', async () => {
    const { asked, blocks } = slowCore(500);
    blocks.turnTo(view);
    await answerAll(asked);
    blocks.turnTo({ ...view, filter: 'а' });
    blocks.turnTo({ ...view, filter: 'ак' });
    const [early, late] = asked;
    expect(blocks.row(0)?.reference).toBe('KZ-2016-0001');
    late?.answer({ total: 1, all: 500, rows: [row('late')], problem: null });
    early?.answer({ total: 9, all: 500, rows: [row('early')], problem: null });
    await settle();
    expect([blocks.total, blocks.row(0)?.reference, blocks.row(1)]).toEqual([1, 'late', undefined]);
  });

  it('forget what was seen longest ago', async () => {
    const { asked, blocks } = slowCore(1_000_000);
    blocks.turnTo(view);
    await answerAll(asked);
    for (let block = 1; block < 40; block += 1) {
      blocks.need(0, 10);
      blocks.need(block * BLOCK_ROWS, block * BLOCK_ROWS + 10);
      await answerAll(asked);
    }
    expect(blocks.held).toBe(16);
    expect([blocks.row(0)?.reference, blocks.row(100), blocks.row(3900)?.reference]).toEqual(['KZ-2016-0001', undefined, 'KZ-2016-3901']);
  });

  it('say that they failed, and recover when asked again', async () => {
    const { asked, blocks } = slowCore(3);
    blocks.turnTo(view);
    asked.splice(0)[0]?.refuse({ code: 'locked', params: {} });
    await settle();
    expect([blocks.status, blocks.failure?.code]).toEqual(['failed', 'locked']);
    blocks.turnTo(view);
    await answerAll(asked);
    expect([blocks.status, blocks.failure, blocks.row(2)?.reference]).toEqual(['ready', null, 'KZ-2016-0003']);
  });
});

function row(reference: string): OrderRow {
  const [first] = fakePage({ ...view, offset: 0, limit: 1 }, 1).rows;
  if (!first) throw new Error('no row');
  return { ...first, reference };
}
