import { expect, it } from 'vitest';
import { rowAfter } from './navigation';

it.each([
  ['ArrowDown', 5, 6],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 5, 4],
  ['ArrowUp', 0, 0],
  ['PageDown', 5, 14],
  ['PageDown', 95, 99],
  ['PageUp', 5, 0],
  ['Home', 50, 0],
  ['End', 50, 99],
])('%s leads from row %i to row %i', (key, from, to) => {
  expect(rowAfter(key, from, 10, 100)).toBe(to);
});

it('leaves other keys and empty tables alone', () => {
  expect([rowAfter('a', 5, 10, 100), rowAfter('ArrowDown', 0, 10, 0)]).toEqual([null, null]);
});
