import { describe, expect, it } from 'vitest';
import { firstOpen, lacksGround, obstacles, withAnswer, withProposed, withQuoted, WORDS_MAX } from './answers';
import type { Answer, Judgement, Question } from '../../lib/api/types';
import { fakeAnswer, fakeJudgement, fakeQuestion } from './fake';

const answer = (code: string, value: string, note = '') => fakeAnswer(code, value, { note });

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
    expect(between(settled, [], 'mixed', ' ')).toEqual([{ kind: 'reason', codes: [] }]);
    expect(between(settled, [], 'mixed', 'The quote is out of context.')).toEqual([]);
  });

  it('needs the deciding questions answered, and "cannot tell" answers them', () => {
    const open = fakeJudgement({ settled: false, verdict: 'cannot_tell', deciding: ['A3', 'A15a', 'A15b'] });
    const almost = [answer('A3', 'CT'), answer('A15a', 'CT')];
    expect(between(open, [], 'cannot_tell', '')).toEqual([{ kind: 'open', codes: ['A3', 'A15a', 'A15b'] }]);
    expect(between(open, almost, 'cannot_tell', '')).toEqual([{ kind: 'open', codes: ['A15b'] }]);
    expect(between(open, [...almost, answer('A15b', 'LY')], 'cannot_tell', '')).toEqual([]);
  });

  it('needs grounds', () => {
    expect(between(settled, [answer('A1', 'Y')], settled.verdict, '')).toEqual([{ kind: 'ground', codes: ['A1'] }]);
  });
});

describe('a quote', () => {
  it('takes words of several places, each once, as long as it is not too long', () => {
    expect(withQuoted('', 'Ақша қайда?')).toBe('Ақша қайда?');
    expect(withQuoted('Ақша қайда?', 'Уәде берді.')).toBe('Ақша қайда? […] Уәде берді.');
    expect(withQuoted('Ақша қайда? […] Уәде берді.', 'Уәде берді.')).toBe('Ақша қайда? […] Уәде берді.');
    expect(withQuoted('Ақша қайда?', 'қайда?')).toBe('Ақша қайда? […] қайда?');
    expect(withQuoted('█████ уәде', '█████ уәде')).toBe('█████ уәде […] █████ уәде');
    expect(withQuoted('а'.repeat(WORDS_MAX - 6), 'б')).toHaveLength(WORDS_MAX);
    expect(withQuoted('а'.repeat(WORDS_MAX - 5), 'б')).toBeNull();
  });
});
