// Which figures and tables stand together, in which order, under which element of law.
import type { Profile, ProfileFigure, ProfileTable } from '../../lib/api/types';

/** A part of the page: its heading is `analysis-<code>`, its sentence of law `analysis-<code>-law`. */
export interface Section {
  code: string;
  figures: ProfileFigure[];
  tables: ProfileTable[];
  /** What is said once below it. */
  caveats: string[];
}

// Components as the report orders them, with their tables; what is no component has tables alone.
const ORDER: readonly (readonly [code: string, tables: readonly string[]])[] = [
  ['c1', ['verdicts']],
  ['c2', []],
  ['c5', []],
  ['c6', []],
  ['b', ['findings', 'elements', 'defects']],
  ['c7', ['deadlines']],
  ['c3', []],
  ['c4', []],
  ['c8', ['verdicts_by_protected']],
  ['c9', []],
  ['c10', []],
  ['c11', ['months', 'change_point']],
  ['c12', ['platform_rules', 'platform_basis']],
  ['c13', ['lists', 'official_figures']],
  ['c14', ['compared_platforms', 'compared_languages', 'compared_protected', 'compared_months']],
  ['made', ['instruments', 'sources', 'grounds']],
];
/** Said above a section where a filter did not pick what it speaks of. */
export const UNFILTERED = 'caveat-applications-unfiltered';

const componentOf = (figure: ProfileFigure) => (figure.name.split('.')[0] ?? '').toLowerCase();

/** Lays the figures and tables out. What has no place yet comes last instead of being dropped. */
export function sectionsOf(profile: Profile): Section[] {
  const placed = ORDER.map(([code, tables]) => section(code, profile.figures.filter((figure) => componentOf(figure) === code), tables.flatMap((name) => profile.tables.filter((table) => table.name === name))));
  const known = ORDER.map(([code]) => code);
  const shown = ORDER.flatMap(([, tables]) => tables);
  const rest = section(
    'other',
    profile.figures.filter((figure) => !known.includes(componentOf(figure))),
    profile.tables.filter((table) => !shown.includes(table.name)),
  );
  return [...placed, rest].filter(({ figures, tables }) => figures.length > 0 || tables.length > 0);
}

function section(code: string, figures: ProfileFigure[], tables: ProfileTable[]): Section {
  return { code, figures, tables, caveats: [...new Set([...figures, ...tables].flatMap(({ caveats }) => caveats))] };
}

/** Says whether the register holds nothing that any figure could count, whatever the filter. */
export function isEmpty(profile: Profile): boolean {
  return profile.flow.orders === 0 && profile.figures.every(({ n, unknown }) => n === 0 && unknown === 0);
}
