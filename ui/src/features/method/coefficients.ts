// How figures of agreement are said: three numbers together, with what cannot be told in words.
import type { AgreementLine, AgreementSlice, MethodForm } from '../../lib/api/types';
import { formatDecimal, formatPercent, t, word } from '../../lib/i18n';
import { valueWords, verdictWords } from './words';

/** From here alpha is read as tentative … */
export const TENTATIVE = 0.667;
/** … and from here as firm. */
export const FIRM = 0.8;
// As many as the lower mark has: what is just below it must not look as if it were on it.
const DIGITS = 3;

/** Writes a coefficient, or a dash where there is none. */
export function coefficient(value: number | null): string {
  return value === null ? '—' : formatDecimal(value, DIGITS);
}

/** Writes an interval, or why there is none. */
export function interval(line: AgreementLine): string {
  return line.low === null || line.high === null ? t('bench-no-interval') : t('bench-interval', { low: coefficient(line.low), high: coefficient(line.high) });
}

/** Writes the share on which both say the same. */
export function percent(line: AgreementLine): string {
  return line.percent === null ? '—' : formatPercent(line.percent, line.n);
}

/** Says how the figures are to be read, or why there is no alpha to read. */
export function readingOf(line: AgreementLine): string {
  if (line.status === 'ok') return word('bench-reading', line.reading);
  return word('bench-agreement', line.status);
}

/** Words a category: a verdict, met or not met, or a value of the question's own scale; several joined are said together. */
export function categoryWords(line: AgreementLine, category: string, form: MethodForm | null): string {
  if (line.code === 'verdict') return verdictWords(category);
  if (line.code === 'criticism') return category === 'other' ? t('bench-category-other') : verdictWords(category);
  if (category === 'met' || category === 'not_met') return word('bench-category', category);
  const scale = form?.questions.find(({ code }) => code === line.code)?.scale ?? line.categories;
  return category.split('+').map((value) => valueWords({ scale }, value)).join(' + ');
}

/** Names a part of the items. */
export function sliceName(slice: AgreementSlice): string {
  if (slice.of === 'language') return word('language', slice.name || 'unset');
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(slice.name) ?? [];
  return year && quarter ? t('bench-quarter', { year, quarter }) : slice.name;
}
