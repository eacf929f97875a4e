// What was found, as it is told: by weight, the same kind once with all its places.
import type { HealthFinding } from '../../lib/api/types';
import { known, t } from '../../lib/i18n';

export const WEIGHTS = ['damage', 'warning', 'note'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** Every code that a check can find, for tests. */
export const CODES = [
  'page_damaged', 'tree_damaged', 'header_gone', 'header_one_copy', 'header_old', 'header_differs', 'rolled_back', 'tip_damaged', 'tip_gone', 'checkpoint_gone', 'checkpoint_altered',
  'checkpoint_missing', 'checkpoint_disagrees', 'entry_unreadable', 'entry_missing', 'entry_altered', 'entry_foreign', 'row_altered', 'row_unknown',
  'row_missing', 'batch_altered', 'index_altered', 'words_altered', 'verdict_differs', 'exhibit_missing', 'exhibit_altered', 'exhibit_unknown',
  'file_unknown', 'rotation_begun', 'backup_due', 'memory_unlocked', 'clock_back',
] as const;

/** The same thing found in one or more places. */
export interface Found {
  code: string;
  places: string[];
}

/** Groups what was found by weight, the heaviest first; a weight that nobody knows counts as the heaviest. */
export function byWeight(findings: readonly HealthFinding[]): { weight: Weight; found: Found[] }[] {
  const weightOf = (one: HealthFinding): Weight => WEIGHTS.find((weight) => weight === one.weight) ?? 'damage';
  return WEIGHTS.map((weight) => ({ weight, found: byCode(findings.filter((one) => weightOf(one) === weight)) })).filter(({ found }) => found.length > 0);
}

/** How many things were found: as many as are told, each once with all its places. */
export const kindsFound = (findings: readonly HealthFinding[]): number => byWeight(findings).reduce((sum, { found }) => sum + found.length, 0);

function byCode(findings: readonly HealthFinding[]): Found[] {
  const found = new Map<string, string[]>();
  for (const { code, place } of findings) found.set(code, [...(found.get(code) ?? []), ...(place === '' ? [] : [place])]);
  return [...found].map(([code, places]) => ({ code, places }));
}

const dashed = (code: string): string => code.replaceAll('_', '-');

/** Says what is wrong. */
export const whatOf = (code: string): string => known(`health-what-${dashed(code)}`, t('health-what-other'));

/** Says what to do. */
export const doOf = (code: string): string => known(`health-do-${dashed(code)}`, t('health-do-other'));
