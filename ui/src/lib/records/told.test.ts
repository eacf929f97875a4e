import { afterEach, describe, expect, it } from 'vitest';
import type { LedgerLine } from '../api/types';
import { setLang } from '../i18n';
import { told } from './told';

const line = (more: Partial<LedgerLine>): LedgerLine => ({ seq: 1, recorded_at: 0, kind: 'review_locked', actor: '', object: 'KZ-2026-0050', items: '', detail: 'second', leaf: '', ...more });

describe('An entry as a sentence', () => {
  afterEach(() => setLang('en'));

  it('names the item by its place where the order has several', () => {
    setLang('en');
    expect(told(line({ items: '2' }))).toBe('A reviewer locked the second blind review for KZ-2026-0050, item 2.');
    expect(told(line({ kind: 'items_assigned', items: '1–3, 5', actor: 'Anna' }))).toBe('Items were given to two reviewers: KZ-2026-0050, items 1–3, 5 (Anna).');
    expect(told(line({}))).toBe('A reviewer locked the second blind review for KZ-2026-0050.');
    setLang('ru');
    expect(told(line({ items: '2' }))).toBe('Зафиксирована вторая слепая оценка по KZ-2026-0050, материал 2.');
    setLang('kk');
    expect(told(line({ items: '2' }))).toBe('Екінші жасырын бағалау KZ-2026-0050, 2-материал бойынша бекітілді.');
  });

  it('leaves no hole where nothing has a reference', () => {
    setLang('en');
    expect(told(line({ object: '' }))).toBe('A reviewer locked the second blind review.');
    expect(told(line({ kind: 'change_undone', object: '' }))).toBe('An earlier change was undone.');
  });
});
