import { expect, it } from 'vitest';
import { Deeds } from './deeds';

it('takes deeds back in their order and does them again, until something new is done', () => {
  const deeds = new Deeds<string>();
  expect(deeds.turn('undo')).toBeUndefined();
  deeds.did('a');
  deeds.did('b');
  expect([deeds.turn('undo'), deeds.turn('undo'), deeds.turn('undo')]).toEqual(['b', 'a', undefined]);
  expect([deeds.turn('redo'), deeds.turn('redo'), deeds.turn('redo')]).toEqual(['a', 'b', undefined]);
  deeds.turn('undo');
  deeds.did('c');
  expect([deeds.turn('redo'), deeds.turn('undo'), deeds.turn('undo')]).toEqual([undefined, 'c', 'a']);
  deeds.did('d');
  deeds.turn('undo');
  deeds.forget();
  expect([deeds.turn('undo'), deeds.turn('redo')]).toEqual([undefined, undefined]);
});
