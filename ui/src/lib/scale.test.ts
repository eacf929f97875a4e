import { describe, expect, it } from 'vitest';
import { chosenOf, codeAfter, digitOf, USUAL, valueAt } from './scale';

describe('answer keys', () => {
  it('are read by their place, so that the Kazakh layout answers too', () => {
    expect(digitOf({ code: 'Digit2', key: 'ә' })).toBe(2);
    expect(digitOf({ code: 'Numpad6', key: '6' })).toBe(6);
    expect(digitOf({ code: '', key: '3' })).toBe(3);
    expect(digitOf({ code: 'KeyA', key: 'a' })).toBeNull();
    expect(digitOf({ code: 'Digit0', key: '0' })).toBeNull();
  });

  it('choose the value at their place on the scale', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((digit) => valueAt({ scale: USUAL }, digit))).toEqual(['Y', 'LY', 'LN', 'N', 'CT', 'NA', null]);
  });

  it('go from question to question, and stay at the first and the last', () => {
    const questions = ['G1', 'A1', 'A2'].map((code) => ({ code }));
    expect([codeAfter(questions, 'G1', 1), codeAfter(questions, 'A2', -1)]).toEqual(['A1', 'A1']);
    expect([codeAfter(questions, 'G1', -1), codeAfter(questions, 'A2', 1)]).toEqual(['G1', 'A2']);
    expect([codeAfter(questions, 'B9', 1), codeAfter([], 'G1', 1)]).toEqual(['A1', 'G1']);
  });
});

describe('an answer', () => {
  it('joins several values in the order of the scale, where several can hold', () => {
    const question = { scale: ['anonymous', 'wide_public', 'pile_on', 'none'], several: true };
    const after = (value: string, next: string) => chosenOf(question, value, next);
    expect(after('', 'pile_on')).toBe('pile_on');
    expect(after('pile_on', 'anonymous')).toBe('anonymous+pile_on');
    expect(after('anonymous+pile_on', 'pile_on')).toBe('anonymous');
    expect([after('anonymous', 'none'), after('none', 'anonymous')]).toEqual(['none', 'anonymous']);
  });
});
