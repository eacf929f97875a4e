// Reviews side by side: which of them belong together, and where they differ.
import type { Answer, Question, ReviewReading } from '../../lib/api/types';
import { answerTo } from './answers';

/** A question as far as reading its answers needs it. */
export type Asked = Pick<Question, 'code' | 'text' | 'scale'>;

export interface Compared {
  question: Asked;
  answers: Answer[];
  /** The two contradict each other, they only differ, or they say the same. */
  how: 'contradict' | 'differ' | 'same';
}

/** Returns the reviews of a cycle that nobody corrected later, in the order of their rounds. */
export function readingsOf(readings: readonly ReviewReading[], cycle: number): ReviewReading[] {
  const order = ['first', 'second', 'adjudication'];
  return readings.filter((reading) => reading.cycle === cycle && !reading.superseded).sort((one, other) => order.indexOf(one.round) - order.indexOf(other.round));
}

/** Returns the cycles before one that have reviews to read, newest first. */
export function cyclesBefore(readings: readonly ReviewReading[], cycle: number): number[] {
  return [...new Set(readings.map((reading) => reading.cycle))].filter((one) => one < cycle).sort((one, other) => other - one);
}

/** Sets the answers of reviews beside each other: what contradicts first, the rest in the order of the questions. What nobody answered is left out. */
export function compared(questions: readonly Asked[], readings: readonly ReviewReading[], disputes: readonly string[]): Compared[] {
  const rows = questions.flatMap((question): Compared[] => {
    const answers = readings.map((reading) => answerTo(reading.answers, question.code));
    if (answers.every(({ value }) => value === '')) return [];
    // A third person decides between the two blind ones; that one's answer makes no difference.
    const values = answers.filter((_, place) => readings[place]?.round !== 'adjudication').map(({ value }) => value);
    const how = disputes.includes(question.code) ? 'contradict' : new Set(values).size > 1 ? 'differ' : 'same';
    return [{ question, answers, how }];
  });
  return [...rows.filter(({ how }) => how === 'contradict'), ...rows.filter(({ how }) => how !== 'contradict')];
}
