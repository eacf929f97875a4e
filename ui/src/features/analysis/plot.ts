// Where the numbers of a figure lie on its axis.
import type { ProfileFigure } from '../../lib/api/types';
import { isShown } from './said';

export const WIDTH = 200;
const EDGE = 8;
const INSIDE = WIDTH - 2 * EDGE;
// A ratio of 1 stands in the middle, a tenth and ten times at the ends; what lies further widens both alike.
const DECADES_MIN = 1;
const DECADES_MAX = 3;

export interface Drawn {
  kind: 'share' | 'ratio';
  dot: number | null;
  /** Ends of the interval; past the edge it goes on without one. */
  line: { from: number; to: number; opensLeft: boolean; opensRight: boolean } | null;
  bounds: { from: number; to: number } | null;
  /** Marks of the axis with what they say. */
  ticks: { at: number; value: number }[];
}

const onShare = (value: number) => EDGE + Math.min(1, Math.max(0, value)) * INSIDE;

/** Places a figure on its axis; nothing where it has no axis or the guard shows no rate. */
export function drawn(figure: ProfileFigure): Drawn | null {
  if (!isShown(figure)) return null;
  if (figure.unit === 'share') return drawnShare(figure);
  if (figure.unit === 'odds_ratio' || figure.unit === 'rate_ratio') return drawnRatio(figure);
  return null;
}

function drawnShare({ estimate, low, high, bound_low, bound_high }: ProfileFigure): Drawn | null {
  if (estimate === null && low === null && bound_low === null) return null;
  return {
    kind: 'share',
    dot: estimate === null ? null : onShare(estimate),
    line: low === null || high === null ? null : { from: onShare(low), to: onShare(high), opensLeft: false, opensRight: false },
    bounds: bound_low === null || bound_high === null || bound_high <= bound_low ? null : { from: onShare(bound_low), to: onShare(bound_high) },
    ticks: [0, 0.5, 1].map((value) => ({ at: onShare(value), value })),
  };
}

function drawnRatio({ estimate, low, high }: ProfileFigure): Drawn | null {
  const known = [estimate, low, high].filter((value): value is number => value !== null && value > 0);
  if (known.length === 0) return null;
  const decades = Math.min(DECADES_MAX, Math.max(DECADES_MIN, ...known.map((value) => Math.ceil(Math.abs(Math.log10(value)) - 1e-9))));
  const place = (value: number) => {
    const part = value <= 0 ? -1 : Math.min(1, Math.max(-1, Math.log10(value) / decades));
    return WIDTH / 2 + (part * INSIDE) / 2;
  };
  const [least, most] = [10 ** -decades, 10 ** decades];
  const opensLeft = low === null || low < least;
  const opensRight = high === null || high > most;
  return {
    kind: 'ratio',
    dot: estimate === null || estimate < least || estimate > most ? null : place(estimate),
    line: low === null && high === null ? null : { from: opensLeft ? EDGE : place(low ?? least), to: opensRight ? WIDTH - EDGE : place(high ?? most), opensLeft, opensRight },
    bounds: null,
    ticks: [least, 1, most].map((value) => ({ at: place(value), value })),
  };
}
