import { beforeEach, describe, expect, it, vi } from 'vitest';
import { call, FailureError } from './api/call';
import { setLang } from './i18n';
import { status } from './status.svelte';
import { undo, undoKey } from './undo.svelte';

vi.mock('./api/call', async (real) => ({ ...(await real<typeof import('./api/call')>()), call: vi.fn() }));

let next = 100;
beforeEach(() => {
  setLang('en');
  undo.forget();
  next = 100;
  vi.mocked(call).mockReset();
  vi.mocked(call).mockImplementation(() => Promise.resolve({ seq: next++, kind: 'order_amended', reference: 'KZ-2026-0001', rows: 1 } as never));
});

const asked = () => vi.mocked(call).mock.calls.map(([, args]) => (args as { seq: number }).seq);

describe('undo', () => {
  it('takes back the last change first, and does it again by undoing the undo', async () => {
    undo.did([7]);
    undo.did([8]);
    await undo.undo();
    await undo.undo();
    await undo.redo();
    expect(asked()).toEqual([8, 7, 101]);
    expect(status.current).toBe('Done again: order amended KZ-2026-0001 (ledger entry 102).');
    await undo.undo();
    expect(asked().at(-1)).toBe(102);
  });

  it('takes back the entries of one act together, the last first', async () => {
    undo.did([7, 8, 9]);
    await undo.undo();
    expect(asked()).toEqual([9, 8, 7]);
  });

  it('says when there is nothing, and what the core refuses', async () => {
    await undo.undo();
    expect(status.current).toContain('Nothing was changed in this session');
    vi.mocked(call).mockRejectedValueOnce(new FailureError({ code: 'undo_refused', params: { why: 'addition' } }));
    undo.did([7]);
    await undo.undo();
    expect(status.current).toContain('no record is ever deleted');
  });

  it('forgets what was undone when something else is changed', async () => {
    undo.did([7]);
    await undo.undo();
    undo.did([8]);
    await undo.redo();
    expect(asked()).toEqual([7]);
  });

  it('belongs to a field while one is written in', () => {
    const key = (target: HTMLElement, shiftKey = false) => {
      const event = new KeyboardEvent('keydown', { code: 'KeyZ', key: 'я', ctrlKey: true, shiftKey });
      Object.defineProperty(event, 'target', { value: target });
      return undoKey(event);
    };
    expect([key(document.body), key(document.body, true), key(document.createElement('input'))]).toEqual(['undo', 'redo', null]);
  });
});
