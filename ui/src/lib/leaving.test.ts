import { expect, it, vi } from 'vitest';
import { saveAll, savedBeforeLock } from './leaving';

it('saves what waits before the register is locked, and nothing that left', async () => {
  const done: string[] = [];
  const slow = () => Promise.resolve().then(() => done.push('slow'));
  const off = savedBeforeLock(slow);
  const broken = vi.fn(() => Promise.reject(new Error('no')));
  const offBroken = savedBeforeLock(broken);
  await saveAll();
  expect([done, broken.mock.calls.length]).toEqual([['slow'], 1]);
  off();
  offBroken();
  await saveAll();
  expect(done).toEqual(['slow']);
});
