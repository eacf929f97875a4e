import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { call, FailureError } from './call';
import { query } from './query.svelte';
import type { LedgerLines, Topic } from './types';

let tell: (topic: Topic) => void = () => undefined;

vi.mock('./call', async (real) => ({
  ...(await real<typeof import('./call')>()),
  call: vi.fn(),
  onChanged: (topics: Topic[], heard: () => void) => {
    tell = (topic) => void (topics.includes(topic) && heard());
    return () => (tell = () => undefined);
  },
}));

const asked: { offset: number; answer: (lines: Partial<LedgerLines>) => void; refuse: () => void }[] = [];

beforeEach(() => {
  asked.length = 0;
  vi.mocked(call).mockImplementation(((_: string, args: { offset: number }) =>
    new Promise((answer, refuse) => asked.push({ offset: args.offset, answer: answer as never, refuse: () => refuse(new FailureError({ code: 'locked', params: {} })) }))) as typeof call);
});

function start() {
  let offset = $state(0);
  let read: ReturnType<typeof query<'ledger_lines'>> | undefined;
  const stop = $effect.root(() => {
    read = query('ledger_lines', () => ({ limit: 10, offset }), 'ledger');
  });
  flushSync();
  if (!read) throw new Error('no query');
  return { read, stop, turn: (next: number) => flushSync(() => (offset = next)) };
}

const settle = () => new Promise((done) => setTimeout(done));

describe('a query', () => {
  it('is loading, then ready', async () => {
    const { read, stop } = start();
    expect(read.current).toEqual({ status: 'loading' });
    asked[0]?.answer({ lines: [] });
    await settle();
    expect(read.current).toEqual({ status: 'ready', value: { lines: [] } });
    stop();
  });

  it('gives the word to the newest request, whatever comes last', async () => {
    const { read, stop, turn } = start();
    turn(10);
    expect(asked.map((one) => one.offset)).toEqual([0, 10]);
    asked[1]?.answer({ lines: [] });
    await settle();
    asked[0]?.refuse();
    await settle();
    expect(read.current.status).toBe('ready');
    stop();
  });

  it('asks again when the core says so, with the arguments of now', async () => {
    const { stop, turn } = start();
    turn(20);
    tell('orders');
    tell('ledger');
    expect(asked.map((one) => one.offset)).toEqual([0, 20, 20]);
    stop();
    tell('ledger');
    expect(asked).toHaveLength(3);
  });

  it('keeps a refusal', async () => {
    const { read, stop } = start();
    asked[0]?.refuse();
    await settle();
    expect(read.current).toEqual({ status: 'failed', failure: { code: 'locked', params: {} } });
    stop();
  });
});
