import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Closing, saveAll, savedBeforeLock } from './leaving';

const offs: (() => void)[] = [];
const waits = (save: () => Promise<boolean>) => offs.push(savedBeforeLock(save));

afterEach(() => {
  for (const off of offs.splice(0)) off();
});

describe('what waits', () => {
  it('is saved before the register is locked, and nothing that left', async () => {
    const done: string[] = [];
    waits(() => Promise.resolve().then(() => done.push('slow') > 0));
    expect(await saveAll()).toBe(true);
    const broken = vi.fn(() => Promise.reject(new Error('no')));
    waits(broken);
    expect([await saveAll(), done, broken.mock.calls.length]).toEqual([false, ['slow', 'slow'], 1]);
    for (const off of offs.splice(0)) off();
    expect([await saveAll(), done.length]).toEqual([true, 2]);
  });
});

describe('a window that is asked to close', () => {
  const close = vi.fn();
  const stay = vi.fn();

  beforeEach(() => {
    close.mockClear();
    stay.mockClear();
  });

  it('closes once all is saved', async () => {
    waits(() => Promise.resolve(true));
    await new Closing(close, stay).ask();
    expect([close.mock.calls.length, stay.mock.calls.length]).toEqual([1, 0]);
  });

  it('stays where something is not saved, and closes when it is asked once more', async () => {
    waits(() => Promise.resolve(false));
    const closing = new Closing(close, stay);
    await closing.ask();
    expect([close.mock.calls.length, stay.mock.calls.length]).toEqual([0, 1]);
    await closing.ask();
    expect([close.mock.calls.length, stay.mock.calls.length]).toEqual([1, 1]);
  });

  it('does not wait for ever for who asks twice', async () => {
    vi.useFakeTimers();
    waits(() => new Promise(() => undefined));
    const closing = new Closing(close, stay);
    void closing.ask();
    const again = closing.ask();
    await vi.runAllTimersAsync();
    await again;
    vi.useRealTimers();
    expect([close.mock.calls.length, stay.mock.calls.length]).toEqual([1, 0]);
  });
});
