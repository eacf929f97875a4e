// Figures of one selection, or of two beside each other.
import type { ProfileFigure } from '../../lib/api/types';
import { formatNumber, named, t } from '../../lib/i18n';
import { SIGNS } from './filters';
import { countOf, nameOf, saidOf } from './said';

export interface Side {
  figure: ProfileFigure;
  /** A or B; nothing where there is one selection. */
  sign: string;
}

/** Tells a figure from all others. */
export const keyOf = (figure: ProfileFigure | undefined) => (figure ? `${figure.name} ${figure.variant}`.trimEnd() : '');

/** Sets each figure beside the same figure of the other selection. */
export function pairsOf(figures: readonly ProfileFigure[], others: readonly ProfileFigure[] | undefined): Side[][] {
  return figures.map((figure) => {
    const other = others?.find((one) => keyOf(one) === keyOf(figure));
    return other ? [{ figure, sign: SIGNS[0] }, { figure: other, sign: SIGNS[1] }] : [{ figure, sign: '' }];
  });
}

const among = (figure: ProfileFigure) => named('analysis-among', figure.population);

/** Says whom a figure speaks of, and what hangs together. */
export function asideOf(figure: ProfileFigure): string {
  const clusters = figure.caveats.includes('caveat-clusters') ? [t('analysis-clusters', { n: formatNumber(figure.clusters) })] : [];
  return [among(figure), ...clusters].join(' · ');
}

/** Writes the figures for a spreadsheet. */
export function copiedFigures(figures: readonly ProfileFigure[], others: readonly ProfileFigure[] | undefined): { head: string[]; rows: (string | number)[][] } {
  const line = ({ figure, sign }: Side) => {
    const said = saidOf(figure);
    return [...(others ? [sign] : []), nameOf(figure), `${countOf(figure)}, ${among(figure)}`, figure.unknown, said.main, said.lines.join('; '), figure.method];
  };
  const head = [t('analysis-measure'), t('analysis-count'), t('analysis-unknown'), t('analysis-estimate'), '', t('analysis-method', { method: '' }).trim()];
  return { head: [...(others ? [''] : []), ...head], rows: pairsOf(figures, others).flatMap((sides) => sides.map(line)) };
}
