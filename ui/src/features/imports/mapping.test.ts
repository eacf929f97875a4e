import { expect, it } from 'vitest';
import { assign, sizeOf } from './mapping';

it('never lets two columns hold one field, and names the one that lost it', () => {
  expect(assign(['number', 'issued', 'ignore'], 2, 'number')).toEqual({ fields: ['ignore', 'issued', 'number'], displaced: 0 });
  expect(assign(['number', 'ignore'], 0, 'ignore')).toEqual({ fields: ['ignore', 'ignore'], displaced: null });
  expect(assign(['number', 'ignore'], 0, 'number')).toEqual({ fields: ['number', 'ignore'], displaced: null });
});

it('words sizes for the eye', () => {
  expect([sizeOf(12), sizeOf(64_200), sizeOf(5_912_340)]).toEqual([
    { amount: 1, unit: 'kb' },
    { amount: 64, unit: 'kb' },
    { amount: 5.9, unit: 'mb' },
  ]);
});

it('lets several columns fill the note', () => {
  expect(assign(['note', 'ignore'], 1, 'note')).toEqual({ fields: ['note', 'note'], displaced: null });
});
