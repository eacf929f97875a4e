import { describe, expect, it } from 'vitest';
import type { WireTime } from '../api/types';
import { fakeRecord } from './fake';
import { heldAt, postsAt } from './held';

const DAY = 86_400;
const day = (n: number): WireTime => ({ earliest: n * DAY, latest: n * DAY + DAY - 1, precision: 'day', offset_minutes: 300, basis: 'document' });
const unknown: WireTime = { earliest: null, latest: null, precision: 'unknown', offset_minutes: 300, basis: 'document' };

describe('whether a post was held on a day', () => {
  // The same table as the core's test of `held_at`.
  it.each([
    [day(3), undefined, day(5), 'yes'],
    [day(3), day(4), day(5), 'no'],
    [day(6), undefined, day(5), 'no'],
    [day(3), day(5), day(5), 'unknown'],
    [undefined, undefined, day(5), 'unknown'],
    [day(3), undefined, unknown, 'unknown'],
  ] as const)('%o to %o at %o: %s', (from, to, when, expected) => expect(heldAt(from, to, when)).toBe(expected));

  it('is sure for every point of the three intervals when it is sure', () => {
    const numbers = [0, 1, 2, 3, 5, 8];
    for (const a of numbers) for (const wa of [0, 2]) for (const b of numbers) for (const wb of [0, 2]) for (const w of numbers) for (const ww of [0, 1]) {
      const span = (from: number, wide: number): WireTime => ({ ...day(0), earliest: from, latest: from + wide });
      const told = heldAt(span(a, wa), span(b, wb), span(w, ww));
      for (const began of [a, a + wa]) for (const ended of [b, b + wb]) for (const when of [w, w + ww]) {
        const held = began <= when && when <= ended;
        if (told === 'yes') expect(held).toBe(true);
        if (told === 'no') expect(held).toBe(false);
      }
    }
  });

  it('lists those that are sure before those that may be, and leaves out the others', () => {
    const post = (n: number, fields: Record<string, WireTime>) => fakeRecord('occupancies', n, { fields });
    const found = postsAt([post(1, {}), post(2, { held_from: day(9) }), post(3, { held_from: day(1) })], day(5));
    expect(found.map(({ post: { id }, holds }) => [id, holds])).toEqual([['occupancies-3', 'yes'], ['occupancies-1', 'unknown']]);
  });
});
