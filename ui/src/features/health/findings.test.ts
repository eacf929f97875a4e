import { afterEach, describe, expect, it } from 'vitest';
import type { Lang } from '../../lib/api/types';
import { setLang, t } from '../../lib/i18n';
import { byWeight, CODES, doOf, whatOf } from './findings';

const LANGS: Lang[] = ['kk', 'ru', 'en'];
// What the core can find stands in its sources; a new code there does not pass without words here.
const SOURCES = import.meta.glob<string>(['../../../../src-tauri/core/src/store/{verify,exhibits,check}.rs', '../../../../src-tauri/core/src/store/verify/*.rs'], { query: '?raw', import: 'default', eager: true });

afterEach(() => setLang('en'));

describe.each(LANGS)('in %s', (code) => {
  it.each(CODES)('%s says what is wrong and what to do', (found) => {
    setLang(code);
    for (const words of [whatOf(found), doOf(found)]) {
      expect(words).not.toMatch(/[⟦⟧{}!]/u);
      expect(words).toMatch(/\.$/u);
    }
    expect(whatOf(found)).not.toBe(t('health-what-other'));
    expect(doOf(found)).not.toBe(t('health-do-other'));
  });
});

describe('what was found', () => {
  it('has words for every code that the core names', () => {
    const named = Object.values(SOURCES).flatMap((source) => [...source.matchAll(/\bfind\(\s*"([a-z_]+)"/g)].map(([, code = '']) => code));
    expect(named.length).toBeGreaterThan(10);
    expect([...new Set(named)].filter((code) => !(CODES as readonly string[]).includes(code))).toEqual([]);
  });

  it('stands the heaviest first, and the same thing once with all its places', () => {
    const one = (code: string, weight: string, place: string) => ({ code, weight, place });
    const grouped = byWeight([one('backup_due', 'note', ''), one('row_altered', 'damage', 'KZ-2026-0014'), one('header_old', 'warning', ''), one('row_altered', 'damage', 'KZ-2026-0015')]);
    expect(grouped).toEqual([
      { weight: 'damage', found: [{ code: 'row_altered', places: ['KZ-2026-0014', 'KZ-2026-0015'] }] },
      { weight: 'warning', found: [{ code: 'header_old', places: [] }] },
      { weight: 'note', found: [{ code: 'backup_due', places: [] }] },
    ]);
  });

  it('of a newer core is told all the same, as what weighs most', () => {
    expect(byWeight([{ code: 'unheard_of', weight: 'grave', place: '' }])[0]?.weight).toBe('damage');
    expect(whatOf('unheard_of')).toContain('no words for');
    expect(doOf('unheard_of')).toContain('support report');
  });
});
