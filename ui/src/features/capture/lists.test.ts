import { expect, it } from 'vitest';
import { setLang, t } from '../../lib/i18n';
import { ACTIONS, DOCUMENT_SEEN, GROUNDS, INSTRUMENTS, LEARNED_HOW, NAMES_ITEMS, OUTCOMES, REASONS_LEVELS, TRI, name } from './lists';
import { BASES } from './time';

it('words every value of every list in three languages', () => {
  const lists = {
    instrument: INSTRUMENTS,
    learned: LEARNED_HOW,
    ground: GROUNDS,
    action: ACTIONS,
    document: DOCUMENT_SEEN,
    tri: [...TRI, ...NAMES_ITEMS],
    reasons: REASONS_LEVELS,
    outcome: OUTCOMES,
    basis: BASES,
    duplicate: ['same_number', 'same_locator'],
  };
  const ids = Object.entries(lists).flatMap(([list, codes]) => codes.map((code: string) => name(list, code)));
  for (const lang of ['kk', 'ru', 'en'] as const) {
    setLang(lang);
    expect(ids.filter((id) => t(id, { reference: 'KZ-2025-0001' }).startsWith('⟦'))).toEqual([]);
  }
});
