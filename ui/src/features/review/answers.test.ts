import { describe, expect, it } from 'vitest';
import { chosenOf, digitOf } from '../../lib/scale';
import { firstOpen, lacksGround, obstacles, valueAt, withAnswer, withProposed } from './answers';
import type { Answer, Judgement, Question } from '../../lib/api/types';
import { fakeAnswer, fakeJudgement, fakeQuestion } from './fake';

const answer = (code: string, value: string, note = '') => fakeAnswer(code, value, { note });

describe('answer keys', () => {
  it('are read by their place, so that the Kazakh layout answers too', () => {
    expect(digitOf({ code: 'Digit2', key: 'ә' })).toBe(2);
    expect(digitOf({ code: 'Numpad6', key: '6' })).toBe(6);
    expect(digitOf({ code: '', key: '3' })).toBe(3);
    expect(digitOf({ code: 'KeyA', key: 'a' })).toBeNull();
    expect(digitOf({ code: 'Digit0', key: '0' })).toBeNull();
  });

  it('choose the value at their place on the scale', () => {
    const question = fakeQuestion('A1');
    expect([1, 2, 3, 4, 5, 6, 7].map((digit) => valueAt(question, digit))).toEqual(['Y', 'LY', 'LN', 'N', 'CT', 'NA', null]);
  });
});

describe('answers', () => {
  it('change one at a time', () => {
    const answers = withAnswer([answer('A1', 'Y')], 'A2', { value: 'N' });
    expect(withAnswer(answers, 'A1', { note: 'seen' })).toEqual([answer('A1', 'Y', 'seen'), answer('A2', 'N')]);
  });

  it('take what the register gives, but not over an answer', () => {
    expect(withProposed([answer('B1', 'N', 'checked'), answer('B7', '', 'why')], [answer('B1', 'LY'), answer('B6', 'LY'), answer('B7', 'LN')])).toEqual([
      answer('B1', 'N', 'checked'),
      answer('B7', 'LN', 'why'),
      answer('B6', 'LY'),
    ]);
  });

  it('lack a ground only when they say "shown" or "shown not"', () => {
    const lacking = (question: Question) => [...question.scale, ''].filter((value) => lacksGround(question, answer(question.code, value)));
    expect(lacking(fakeQuestion('A1'))).toEqual(['Y', 'N']);
    expect(lacking({ ...fakeQuestion('A14', ['N', 'threat', 'doxing', 'CT']), grounded: ['threat', 'doxing'] })).toEqual(['threat', 'doxing']);
    expect(lacking(fakeQuestion('G3', ['yes', 'no', 'cannot_tell']))).toEqual([]);
    expect(lacksGround(fakeQuestion('A1'), answer('A1', 'Y', 'page 2'))).toBe(false);
    expect(lacksGround(fakeQuestion('A1'), fakeAnswer('A1', 'Y', { exhibit: 'E4, p. 2' }))).toBe(false);
  });

  it('join several values in the order of the scale, where several can hold', () => {
    const question = { ...fakeQuestion('A7', ['anonymous', 'wide_public', 'pile_on', 'none']), several: true };
    const after = (value: string, next: string) => chosenOf(question, value, next);
    expect(after('', 'pile_on')).toBe('pile_on');
    expect(after('pile_on', 'anonymous')).toBe('anonymous+pile_on');
    expect(after('anonymous+pile_on', 'pile_on')).toBe('anonymous');
    expect([after('anonymous', 'none'), after('none', 'anonymous')]).toEqual(['none', 'anonymous']);
  });

  it('begin at the first open question', () => {
    const questions = ['G1', 'A1', 'A2'].map((code) => fakeQuestion(code));
    expect(firstOpen(questions, [answer('G1', 'original')])).toBe('A1');
  });
});

describe('a review', () => {
  const settled = fakeJudgement({ settled: true });
  const questions = ['A1', 'A3', 'A15a', 'A15b'].map((code) => fakeQuestion(code));
  const between = (judgement: Judgement, answers: Answer[], verdict: string, reason: string) => obstacles(questions, judgement, answers, verdict, reason);

  it('may be locked when it is settled and grounded', () => {
    expect(between(settled, [answer('A1', 'LY')], settled.verdict, '')).toEqual([]);
  });

  it('needs a reason for an override', () => {
    expect(between(settled, [], 'mixed', ' ')).toEqual(['reason']);
    expect(between(settled, [], 'mixed', 'The quote is out of context.')).toEqual([]);
  });

  it('needs the deciding questions answered, and "cannot tell" answers them', () => {
    const open = fakeJudgement({ settled: false, verdict: 'cannot_tell', deciding: ['A3', 'A15a', 'A15b'] });
    const almost = [answer('A3', 'CT'), answer('A15a', 'CT')];
    expect(between(open, [], 'cannot_tell', '')).toEqual(['open']);
    expect(between(open, almost, 'cannot_tell', '')).toEqual(['open']);
    expect(between(open, [...almost, answer('A15b', 'LY')], 'cannot_tell', '')).toEqual([]);
  });

  it('needs grounds', () => {
    expect(between(settled, [answer('A1', 'Y')], settled.verdict, '')).toEqual(['ground']);
  });
});
