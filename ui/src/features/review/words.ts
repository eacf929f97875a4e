// How answers, verdicts and findings are worded.
import type { Answer, Question } from '../../lib/api/types';
import { known, named, t, word } from '../../lib/i18n';
import { valueName, valuesOf } from '../../lib/scale';

/** Words the values that an answer joins. */
export function valueWords(question: Pick<Question, 'scale'>, value: string): string {
  return value === '' ? t('review-readings-none') : valuesOf(value).map((one) => known(valueName(question, one), one)).join(', ');
}

/** Says whether anything stands behind an answer besides its value. */
export function hasGrounds(answer: Answer): boolean {
  return [answer.quote, answer.exhibit, answer.note].some((ground) => ground.trim() !== '') || answer.confidence > 0;
}

/** Words the findings about an order and what they touch. */
export const findingWords = (codes: readonly string[]): string => codes.map((code) => word('order-finding', code)).join(' · ');
export const elementWords = (codes: readonly string[]): string => codes.map((code) => named('order-element', code)).join(', ');
