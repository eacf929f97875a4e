// How a figure is said. Under the guard there are counts and a reason, never a rate; a limit that does not exist is told as missing.
import type { ProfileFigure } from '../../lib/api/types';
import { formatDecimal, formatNumber, formatPercent, named, t, word } from '../../lib/i18n';
import { codedName } from './words';

export interface Said {
  /** The number, or why there is none. */
  main: string;
  /** It may stand as a heading does. */
  isHeadline: boolean;
  /** There is a number. */
  isNumber: boolean;
  /** Limits, bounds, tests. */
  lines: string[];
}

type Writer = (value: number) => string;

/** Words the name of a figure, and which of those of its name it is; one that nobody worded yet shows its own. */
export function nameOf(figure: ProfileFigure): string {
  const name = codedName('figure', figure.name);
  if (figure.variant === '') return name;
  return t('figure-of', { name, variant: figure.variant_list === '' ? figure.variant : named(figure.variant_list, figure.variant) });
}

/** Says whether the guard lets a rate be shown. */
export const isShown = ({ level }: ProfileFigure): boolean => level === 'interval' || level === 'headline';

/** Says of how many a figure speaks. */
export function countOf(figure: ProfileFigure): string {
  if (figure.unit === 'share' && figure.x !== null && figure.n > 0) return t('count-of', { count: formatNumber(figure.x), of: formatNumber(figure.n) });
  return t('analysis-n', { n: formatNumber(figure.n) });
}

/** Writes a ratio or another number with as many digits as its size calls for. */
export function formatRatio(value: number): string {
  return formatDecimal(value, Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
}

/** Says a figure in words. */
export function saidOf(figure: ProfileFigure): Said {
  const numbers = isShown(figure) ? numbersOf(figure) : [];
  const [main, ...lines] = numbers;
  if (main === undefined) return { main: reasonOf(figure), isHeadline: false, isNumber: false, lines: [] };
  const test = testOf(figure);
  const state = figure.state === 'ok' ? [] : [named('state', figure.state)];
  return { main, isHeadline: figure.level === 'headline', isNumber: true, lines: [...lines, ...test, ...state] };
}

/** Returns why none of some figures has a number, where it is the same for all of them. */
export function reasonOfAll(figures: readonly ProfileFigure[]): string | null {
  const said = figures.map(saidOf);
  const [first] = said;
  return first && said.every(({ isNumber, main }) => !isNumber && main === first.main) ? first.main : null;
}

function reasonOf(figure: ProfileFigure): string {
  if (figure.state !== 'ok') return named('state', figure.state);
  if (figure.level === 'nothing') return word('state', 'n_zero');
  return t(figure.level === 'counts' ? 'share-too-few' : 'analysis-no-number');
}

// The number first, then what limits it.
function numbersOf(figure: ProfileFigure): string[] {
  switch (figure.unit) {
    case 'share':
      return share(figure);
    case 'odds_ratio':
    case 'rate_ratio':
      return ratio(figure);
    case 'hours':
      return lasting(figure, 'hours');
    case 'days':
      return lasting(figure, 'days');
    case 'per_month':
      return figure.estimate === null ? [] : [signed(figure.estimate), t('analysis-slope'), ...interval(figure, signed)];
    case 'difference':
      return difference(figure);
    case 'chi_squared':
      return figure.estimate === null || figure.df === null ? [] : [t('measure-chi-squared', { value: formatRatio(figure.estimate), df: formatNumber(figure.df) })];
    default:
      return other(figure);
  }
}

function share(figure: ProfileFigure): string[] {
  const { estimate, low, high, x, n } = figure;
  const write: Writer = (value) => formatPercent(value, n);
  if (figure.name.endsWith('_at_least')) return low === null ? [] : [t('measure-at-least', { low: write(low) }), t('analysis-one-sided')];
  const lines = bounds(figure, write);
  if (estimate === null) return lines;
  if (x === 0 && high !== null) return [t('analysis-none-seen', { high: write(high) }), ...lines];
  if (x === n && low !== null) return [t('analysis-all-seen', { low: write(low) }), ...lines];
  return [write(estimate), ...interval(figure, write), ...lines];
}

// What lies between the unknown all on one side and all on the other. Without an estimate the bounds are the figure.
function bounds({ estimate, unknown, bound_low: low, bound_high: high }: ProfileFigure, write: Writer): string[] {
  if (low === null || high === null) return [];
  const ends = { low: write(low), high: write(high) };
  if (estimate === null) return [t('measure-between', ends)];
  if (unknown > 0) return [t('analysis-bounds-unknown', { n: formatNumber(unknown), ...ends })];
  return high > low ? [t('share-band', ends)] : [];
}

function interval({ low, high }: ProfileFigure, write: Writer): string[] {
  if (low !== null && high !== null) return [t('share-interval', { low: write(low), high: write(high) })];
  if (low !== null) return [t('analysis-ratio-open', { low: write(low) })];
  return high === null ? [] : [t('analysis-ratio-low', { high: write(high) })];
}

function ratio(figure: ProfileFigure): string[] {
  const { estimate, low, high } = figure;
  if (estimate === null && low === null && high === null) return [];
  const limits = interval(figure, formatRatio);
  return [estimate === null ? t('analysis-ratio-none') : formatRatio(estimate), ...(limits.length > 0 ? limits : [t('analysis-no-limits')])];
}

// A time between the earliest and the latest that the known moments allow; what nobody saw come down has no latest.
function lasting(figure: ProfileFigure, unit: 'hours' | 'days'): string[] {
  const { estimate, bound_low: low, bound_high: high } = figure;
  const write: Writer = (value) => formatDecimal(value, value >= 10 ? 0 : 1);
  const ends = low === null ? [] : [high === null ? t(`analysis-${unit}-least`, { low: write(low) }) : t(`analysis-${unit}-between`, { low: write(low), high: write(high) })];
  return estimate === null ? ends : [t(`analysis-${unit}`, { [unit]: write(estimate) }), ...interval(figure, write), ...ends];
}

// An index has one limit that matters, the one nearer to no effect; a number of things may have two or none.
function other(figure: ProfileFigure): string[] {
  const { unit, estimate, low } = figure;
  if (estimate === null) return [];
  if (figure.name.endsWith('_at_least') && low === null) return [t('measure-at-least', { low: formatDecimal(estimate, 0) })];
  if (unit === 'index' && figure.high !== null) return [formatRatio(estimate), ...interval(figure, formatRatio)];
  if (unit === 'index') return [formatRatio(estimate), ...(low === null ? [] : [t('analysis-limit-nearer', { low: formatRatio(low) })])];
  return [formatDecimal(estimate, 1), ...interval(figure, (value) => formatDecimal(value, 1))];
}

// Two shares less one another, in points of a hundred.
function difference({ estimate, low, high }: ProfileFigure): string[] {
  if (estimate === null) return [];
  const points = (value: number) => signedBy(value * 100, 1);
  const limits = low === null || high === null ? [] : [t('measure-points-interval', { low: points(low), high: points(high) })];
  return [t('measure-points', { points: points(estimate) }), ...limits];
}

const signed = (value: number): string => signedBy(value, 2);

function signedBy(value: number, digits: number): string {
  const written = formatDecimal(Math.abs(value), digits);
  if (Number(Math.abs(value).toFixed(digits)) === 0) return written;
  return `${value > 0 ? '+' : '−'}${written}`;
}

function testOf({ p, p_adjusted: adjusted, family }: ProfileFigure): string[] {
  if (p === null) return [];
  const said = `= ${chance(p)}`.replace('= <', '<');
  if (adjusted === null) return [t('analysis-p', { p: said })];
  return [t(family === 'exploratory' ? 'analysis-p-exploratory' : 'analysis-p-adjusted', { p: said, adjusted: chance(adjusted) })];
}

const P_LEAST = 0.001;
// Three digits where a test may turn on the third, without an idle nought.
function chance(p: number): string {
  if (p < P_LEAST) return `< ${formatDecimal(P_LEAST, 3)}`;
  return formatDecimal(p, p < 0.1 && Math.round(p * 1000) % 10 !== 0 ? 3 : 2);
}
