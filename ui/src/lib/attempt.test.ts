import { describe, expect, it } from 'vitest';
import { FailureError } from './api/call';
import { Attempt } from './attempt.svelte';

const refused = (code: 'disk_full' | 'cancelled') => () => Promise.reject(new FailureError({ code, params: {} }));

describe('an attempt', () => {
  it('is busy while it runs, and runs once at a time', async () => {
    const attempt = new Attempt();
    let finish = () => {};
    const first = attempt.run(() => new Promise<void>((resolve) => (finish = resolve)));
    expect(attempt.busy).toBe(true);
    expect(await attempt.run(() => Promise.reject(new Error('twice')))).toBe(false);
    finish();
    expect(await first).toBe(true);
    expect(attempt.busy).toBe(false);
    expect(attempt.failure).toBeNull();
  });

  it('keeps a refusal until the next run', async () => {
    const attempt = new Attempt();
    expect(await attempt.run(refused('disk_full'))).toBe(false);
    expect(attempt.failure?.code).toBe('disk_full');
    await attempt.run(() => Promise.resolve());
    expect(attempt.failure).toBeNull();
  });

  it('does not take a closed dialog for a refusal', async () => {
    const attempt = new Attempt();
    expect(await attempt.run(refused('cancelled'))).toBe(false);
    expect(attempt.failure).toBeNull();
  });

  it('takes what is not a failure of ours for one inside', async () => {
    const attempt = new Attempt();
    await attempt.run(() => Promise.reject(new Error('at /home/somebody')));
    expect(attempt.failure).toEqual({ code: 'internal', params: {} });
  });
});
