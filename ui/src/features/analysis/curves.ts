// A curve over time in words and numbers.
import type { ProfileCurve } from '../../lib/api/types';
import { formatDecimal, formatNumber, formatPercent, t } from '../../lib/i18n';
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

/** Writes a curve for a spreadsheet. */
export const copiedCurve = (curve: ProfileCurve): { head: string[]; rows: string[][] } => ({ head: curveHead(), rows: curveRows(curve) });
