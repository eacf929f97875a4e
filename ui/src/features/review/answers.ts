// Answers of a review: what a digit chooses, what still lacks a ground, and when a review may be locked.
import type { Answer, Judgement, Question } from '../../lib/api/types';

/** Returns the value that a digit chooses on the scale of a question. */
export function valueAt(question: Question, digit: number): string | null {
  return question.scale[digit - 1] ?? null;
}

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
  const deciding = questions.filter((question) => judgement.deciding.includes(question.code));
  // "Cannot tell" is an answer: a review whose deciding questions are all answered so is complete although it is not settled.
  if (!judgement.settled && deciding.some(({ code }) => answerTo(answers, code).value === '')) found.push('open');
  if (questions.some((question) => lacksGround(question, answerTo(answers, question.code)))) found.push('ground');
  if (verdict !== judgement.verdict && reason.trim() === '') found.push('reason');
  return found;
}
