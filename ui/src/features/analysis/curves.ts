// A curve over time in words and numbers.
import type { ProfileCurve } from '../../lib/api/types';
import { formatDecimal, formatNumber, formatPercent, t } from '../../lib/i18n';
import { SIGNS } from './filters';
import { codedName } from './words';

/** Words what a curve shows. */
export const curveName = (curve: ProfileCurve): string => codedName('curve', curve.name);

export const curveHead = (): string[] => [t('analysis-hours-since'), t('analysis-estimate'), t('analysis-limits'), t('analysis-at-risk')];

/** Writes the points of a curve; what is not known is left empty. */
export function curveRows(curve: ProfileCurve): string[][] {
  const share = (value: number) => formatPercent(value, curve.n);
  return curve.points.map(({ hours, share: value, low, high, at_risk }) => [
    formatDecimal(hours, 1),
    value === null ? '' : share(value),
    `${share(low)}–${share(high)}`,
    at_risk === null ? '' : formatNumber(at_risk),
  ]);
}

/** Lists a curve, and the same of the other selection with the signs of both. */
export function curveSides(curve: ProfileCurve, other: ProfileCurve | undefined): { curve: ProfileCurve; sign: string }[] {
  return other ? [{ curve, sign: SIGNS[0] }, { curve: other, sign: SIGNS[1] }] : [{ curve, sign: '' }];
}

/** Writes a curve for a spreadsheet; of two selections each line begins with its sign. */
export function copiedCurve(curve: ProfileCurve, other: ProfileCurve | undefined): { head: string[]; rows: string[][] } {
  const signed = (sign: string, cells: string[]) => (other ? [sign, ...cells] : cells);
  return { head: signed('', curveHead()), rows: curveSides(curve, other).flatMap(({ curve: one, sign }) => curveRows(one).map((row) => signed(sign, row))) };
}
