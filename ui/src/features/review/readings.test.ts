import { expect, it } from 'vitest';
import { fakeAnswer, fakeQuestion, fakeReading } from './fake';
import { compared, cyclesBefore, readingsOf } from './readings';

const first = fakeReading('first', [fakeAnswer('A1', 'LY'), fakeAnswer('A2', 'CT'), fakeAnswer('A3', 'Y')]);
const second = fakeReading('second', [fakeAnswer('A1', 'LY'), fakeAnswer('A2', 'LN'), fakeAnswer('A3', 'N')]);
const third = fakeReading('adjudication', [fakeAnswer('A1', 'LN')]);

it('reviews of a cycle stand in the order of their rounds, without what was corrected later', () => {
  const corrected = fakeReading('first', [], { superseded: true });
  const before = fakeReading('second', [], { cycle: 0 });
  expect(readingsOf([third, second, corrected, first, before], 1)).toEqual([first, second, third]);
  expect(cyclesBefore([third, { ...second, cycle: 3 }, { ...first, cycle: 2 }], 3)).toEqual([2, 1]);
});

it('what contradicts stands first, what nobody answered is left out, and the third answer makes no difference', () => {
  const questions = ['A1', 'A2', 'A3', 'A4'].map((code) => fakeQuestion(code));
  expect(compared(questions, [first, second, third], ['A3']).map(({ question, how }) => [question.code, how])).toEqual([
    ['A3', 'contradict'],
    ['A1', 'same'],
    ['A2', 'differ'],
  ]);
});
