// Answers of a review: which key chooses what, what still lacks a ground, and when a review may be locked.
import type { Answer, Judgement, Question } from '../../lib/api/types';

/** Returns the digit of a key by its place on the keyboard: the Kazakh layout has letters on the row of digits. */
export function digitOf(event: Pick<KeyboardEvent, 'code' | 'key'>): number | null {
  const place = /^(?:Digit|Numpad)([1-9])$/.exec(event.code) ?? /^([1-9])$/.exec(event.key);
  return place ? Number(place[1]) : null;
}

/** Returns the value that a digit chooses on the scale of a question. */
export function valueAt(question: Question, digit: number): string | null {
  return question.scale[digit - 1] ?? null;
}

/** Returns the id of the message that names a value: where nothing can be shown, "N" says that there is none. */
export function valueName(question: Question, value: string): string {
  return value === 'N' && !question.scale.includes('Y') ? 'scale-none' : `scale-${value.toLowerCase().replaceAll('_', '-')}`;
}

/** Returns the answer to a question, open when there is none. */
export function answerTo(answers: readonly Answer[], code: string): Answer {
  return answers.find((answer) => answer.code === code) ?? { code, value: '', quote: '', note: '' };
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

// Values beside which no other can hold.
const ALONE: readonly string[] = ['none', 'N', 'CT', 'NA'];

/** Returns the values that an answer joins. */
export function valuesOf(answer: Answer): string[] {
  return answer.value === '' ? [] : answer.value.split('+');
}

/** Returns the answer with one value put in or taken out, in the order of the scale. */
export function toggled(question: Question, answer: Answer, value: string): string {
  const chosen = valuesOf(answer);
  if (chosen.includes(value)) return chosen.filter((other) => other !== value).join('+');
  if (ALONE.includes(value)) return value;
  return question.scale.filter((other) => other === value || (chosen.includes(other) && !ALONE.includes(other))).join('+');
}

/** Says whether an answer lacks the words of the content or the note that it must rest on. */
export function lacksGround(question: Question, answer: Answer): boolean {
  return question.grounded.includes(answer.value) && answer.quote.trim() === '' && answer.note.trim() === '';
}

/** Says whether a code of the rules is asked by this question: A15 is asked in six parts, A15a to A15f. */
export function asks(question: Question, code: string): boolean {
  return question.code === code || (/[a-z]$/.test(question.code) && question.code.slice(0, -1) === code);
}

/** Returns the code of the question so many places further, at most the last. */
export function codeAfter(questions: readonly Question[], code: string, step: number): string {
  const at = Math.max(0, questions.findIndex((question) => question.code === code));
  return questions[Math.min(questions.length - 1, Math.max(0, at + step))]?.code ?? code;
}

/** Returns the code of the first open question, or of the first. */
export function firstOpen(questions: readonly Question[], answers: readonly Answer[]): string {
  const open = questions.find((question) => answerTo(answers, question.code).value === '');
  return (open ?? questions[0])?.code ?? '';
}

export type Obstacle = 'open' | 'ground' | 'reason';

/** Names what stands between a review and its lock; nothing when it may be locked. */
export function obstacles(questions: readonly Question[], judgement: Judgement, answers: readonly Answer[], verdict: string, reason: string): Obstacle[] {
  const found: Obstacle[] = [];
  const deciding = questions.filter((question) => judgement.deciding.some((code) => asks(question, code)));
  // "Cannot tell" is an answer: a review whose deciding questions are all answered so is complete although it is not settled.
  if (!judgement.settled && deciding.some(({ code }) => answerTo(answers, code).value === '')) found.push('open');
  if (questions.some((question) => lacksGround(question, answerTo(answers, question.code)))) found.push('ground');
  if (verdict !== judgement.verdict && reason.trim() === '') found.push('reason');
  return found;
}
