// Answers of a review: what the register gives to them, what still lacks a ground, and when a review may be locked.
import type { Answer, Judgement, Question } from '../../lib/api/types';

/** Returns the answer to a question, open when there is none. */
export function answerTo(answers: readonly Answer[], code: string): Answer {
  return answers.find((answer) => answer.code === code) ?? { code, value: '', quote: '', exhibit: '', note: '', confidence: 0 };
}

/** Returns the answers with one of them changed. */
export function withAnswer(answers: readonly Answer[], code: string, change: Partial<Omit<Answer, 'code'>>): Answer[] {
  const changed = { ...answerTo(answers, code), ...change };
  const known = answers.some((answer) => answer.code === code);
  return known ? answers.map((answer) => (answer.code === code ? changed : answer)) : [...answers, changed];
}

/** Returns the given answers, completed by those that the register gives to questions still open. */
export function withProposed(given: readonly Answer[], proposed: readonly Answer[]): readonly Answer[] {
  return proposed.reduce((answers, { code, value }) => (answerTo(answers, code).value === '' ? withAnswer(answers, code, { value }) : answers), given);
}

/** Says whether an answer lacks the words of the content, the exhibit or the note that it must rest on. */
export function lacksGround(question: Question, answer: Answer): boolean {
  return question.grounded.includes(answer.value) && [answer.quote, answer.exhibit, answer.note].every((ground) => ground.trim() === '');
}

/** Returns the code of the first open question, or of the first. */
export function firstOpen(questions: readonly Question[], answers: readonly Answer[]): string {
  const open = questions.find((question) => answerTo(answers, question.code).value === '');
  return (open ?? questions[0])?.code ?? '';
}

/** What stands between a review and its lock, and the questions at which it stands. */
export interface Obstacle {
  kind: 'open' | 'ground' | 'reason';
  codes: string[];
}

/** The longest quote, note or reason, in characters. */
export const WORDS_MAX = 4000;
/** What stands between words quoted from several places. */
const GAP = ' […] ';
/** What stands in place of a covered name. */
const COVER = '█';

/** Returns a quote with words of one more place at its end, or nothing where it would be too long. Words that it has are not repeated. */
export function withQuoted(quote: string, words: string): string | null {
  const before = quote.trim();
  // Two covered names look alike and need not be one.
  if (before.split(GAP).includes(words) && !words.includes(COVER)) return before;
  const both = before === '' ? words : `${before}${GAP}${words}`;
  return both.length <= WORDS_MAX ? both : null;
}

/** Names what stands between a review and its lock; nothing when it may be locked. */
export function obstacles(questions: readonly Question[], judgement: Judgement, answers: readonly Answer[], verdict: string, reason: string): Obstacle[] {
  const found: Obstacle[] = [];
  const deciding = questions.filter((question) => judgement.deciding.includes(question.code));
  // "Cannot tell" is an answer: a review whose deciding questions are all answered so is complete although it is not settled.
  const open = judgement.settled ? [] : deciding.filter(({ code }) => answerTo(answers, code).value === '');
  if (open.length > 0) found.push({ kind: 'open', codes: open.map(({ code }) => code) });
  const groundless = questions.filter((question) => lacksGround(question, answerTo(answers, question.code)));
  if (groundless.length > 0) found.push({ kind: 'ground', codes: groundless.map(({ code }) => code) });
  if (verdict !== judgement.verdict && reason.trim() === '') found.push({ kind: 'reason', codes: [] });
  return found;
}
