import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WireTime } from '../api/types';
import { formatDate, formatDay, formatDecimal, formatDuration, formatNumber, formatPercent, formatSecond, formatTime, lang, pick, setLang, t, word } from '.';

const DAY = Date.UTC(2025, 2, 14) / 1000 - 300 * 60;
const moment = (earliest: number | null, latest: number | null, precision: string): WireTime => ({ earliest, latest, precision, offset_minutes: 300, basis: 'document' });

beforeEach(() => setLang('kk'));
afterEach(() => setLang('kk'));

describe('words', () => {
  it('follow the language at once', () => {
    const heard: string[] = [];
    const stop = $effect.root(() => {
      $effect.pre(() => {
        heard.push(t('nav-orders'));
      });
    });
    for (const code of ['ru', 'en'] as const) {
      setLang(code);
      expect(lang.current).toBe(code);
      expect(document.documentElement.lang).toBe(code);
      heard.push(t('nav-orders'));
    }
    stop();
    expect(heard).toEqual(expect.arrayContaining(['Предписания', 'Orders']));
  });

  it('show a missing text as its name', () => expect(t('no-such-text')).toBe('⟦no-such-text⟧'));

  it('hold no invisible marks around what is put in', () => {
    setLang('en');
    expect(t('saved-line', { reference: 'KZ-2026-0001', seq: '7' })).toBe('Saved KZ-2026-0001 (ledger entry 7).');
  });

  it('choose the form of a number in Russian', () => {
    setLang('ru');
    expect([1, 2, 5, 21].map((count) => t('desk-orders', { count }))).toEqual(['1 предписание', '2 предписания', '5 предписаний', '21 предписание']);
  });

  it('word a code of the core', () => expect(word('verdict', 'legitimate_criticism')).toBe('заңды сын'));
});

describe('a text in up to three languages', () => {
  it('is taken in the language of the window, or in the next best', () => {
    expect(pick({ kk: 'сот', ru: 'суд', en: 'court' })).toBe('сот');
    expect(pick({ kk: '', ru: 'суд', en: 'court' })).toBe('суд');
    expect(pick({ kk: '', ru: '', en: 'court' })).toBe('court');
    expect(pick({ kk: '', ru: '', en: '' })).toBe('');
  });
});

describe('numbers', () => {
  it('are grouped as the language groups them', () => {
    const spaces = (text: string) => text.replace(/\s/gu, '_');
    expect(spaces(formatNumber(21_199))).toBe('21_199');
    setLang('ru');
    expect(spaces(formatNumber(21_199))).toBe('21_199');
    setLang('en');
    expect(formatNumber(21_199)).toBe('21,199');
  });

  it('with a fraction keep their digits', () => {
    expect(formatDecimal(0.8, 3)).toBe('0,800');
    setLang('en');
    expect(formatDecimal(0.8, 3)).toBe('0.800');
  });

  it('of per cent never claim a false nothing or everything', () => {
    setLang('en');
    expect(formatPercent(0.4717, 53)).toBe('47%');
    expect(formatPercent(0.4717, 5300)).toBe('47.2%');
    expect(formatPercent(0.004, 400)).toBe('0.4%');
    expect(formatPercent(0.996, 400)).toBe('99.6%');
    expect(formatPercent(0, 40)).toBe('0%');
    expect(formatPercent(1, 40)).toBe('100%');
    setLang('kk');
    expect(formatPercent(0.4717, 5300)).toBe('47,2\u00a0%');
  });
});

describe('a moment', () => {
  it('is written as finely as it is known', () => {
    expect(formatTime(moment(DAY, DAY + 86_399, 'day'))).toBe('14.03.2025');
    expect(formatTime(moment(DAY + 55_200, DAY + 55_259, 'minute'))).toBe('14.03.2025 15:20');
    expect(formatTime(moment(DAY + 54_000, DAY + 57_599, 'hour'))).toBe('14.03.2025 15:00–15:59');
    expect(formatTime(moment(DAY - 13 * 86_400, DAY + 18 * 86_400 - 1, 'month'))).toBe('2025 ж. наурыз');
    expect(formatTime(moment(DAY - 72 * 86_400, DAY + 293 * 86_400 - 1, 'year'))).toBe('2025');
    expect(formatTime(moment(null, null, 'unknown'))).toBe('');
  });

  it('is written for a column without more than the day', () => {
    expect(formatDate(moment(DAY, DAY + 86_399, 'day'))).toBe('14.03.2025');
    expect(formatDate(moment(DAY + 55_200, DAY + 55_200, 'exact'))).toBe('14.03.2025');
    expect(formatDate(moment(DAY - 13 * 86_400, DAY + 18 * 86_400 - 1, 'month'))).toBe('03.2025');
    expect(formatDate(moment(DAY - 72 * 86_400, DAY + 293 * 86_400 - 1, 'year'))).toBe('2025');
    expect(formatDate(moment(DAY, DAY + 2 * 86_400 - 1, 'day'))).toBe('14.03.2025 – 15.03.2025');
    expect(formatDate(moment(null, null, 'unknown'))).toBe('');
  });

  it('stands in the zone in which it was stated', () => {
    const inMoscow = { ...moment(DAY, DAY, 'exact'), offset_minutes: 180 };
    expect(formatTime(inMoscow)).toBe('13.03.2025 22:00');
  });

  it('known as a wider interval is written as one', () => {
    expect(formatTime(moment(DAY, DAY + 2 * 86_400 - 1, 'day'))).toBe('14.03.2025 00:00 – 15.03.2025 23:59');
  });

  it('is worded in three languages', () => {
    const march = moment(DAY - 13 * 86_400, DAY + 18 * 86_400 - 1, 'month');
    setLang('ru');
    expect(formatTime(march)).toBe('март 2025');
    setLang('en');
    expect(formatTime(march)).toBe('March 2025');
  });

  it('of the ledger is written in Astana', () => expect(formatSecond(DAY)).toBe('14.03.2025 00:00'));
  it('of the calendar is written like the others', () => expect(formatDay('2026-11-20')).toBe('20.11.2026'));
  it('that is left is written in hours and minutes', () => expect(formatDuration(372)).toBe('6 сағ 12 мин'));
});
