import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SheetClock, stint } from './clock.svelte';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  stint.reset();
});
afterEach(() => vi.useRealTimers());

it('goes on from what was counted before, and stops', () => {
  const clock = new SheetClock(60);
  const stop = clock.start();
  vi.advanceTimersByTime(12_500);
  expect(clock.seconds).toBe(72);
  stop();
  vi.advanceTimersByTime(60_000);
  expect(clock.seconds).toBe(72);
});

it('takes a machine that slept for no reading', () => {
  const clock = new SheetClock(0);
  const stop = clock.start();
  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now + 3_600_000);
  expect(clock.seconds).toBe(5);
  vi.restoreAllMocks();
  stop();
});

it('a pause is due again only after as much time again', () => {
  stint.add(45 * 60_000);
  expect(stint.due).toBe(45);
  stint.dismiss();
  stint.add(10 * 60_000);
  expect(stint.due).toBeNull();
  stint.add(35 * 60_000);
  expect(stint.due).toBe(90);
});
