import { describe, expect, it } from 'vitest';
import { emptyForm, formAt, formOf, offsetName, timeOf } from './time';

const typed = (date: string, time = '') => timeOf({ ...emptyForm(), date, time });

describe('the time editor', () => {
  it('makes a day in UTC+5 of 86,400 seconds, both ends inclusive', () => {
    const day = typed('2025-03-14');
    // 2025-03-13T19:00:00Z
    expect(day).toEqual({ earliest: 1_741_892_400, latest: 1_741_978_799, precision: 'day', offset_minutes: 300, basis: 'document' });
    expect((day?.latest ?? 0) - (day?.earliest ?? 0) + 1).toBe(86_400);
  });

  it('makes a minute of sixty seconds', () => {
    const minute = typed('2025-03-14', '09:05');
    expect(minute).toMatchObject({ earliest: 1_741_925_100, latest: 1_741_925_159, precision: 'minute' });
  });

  it('reads the date as it is written in Kazakhstan', () => {
    expect(typed('14.03.2025')).toEqual(typed('2025-03-14'));
  });

  it('says unknown when nothing was typed', () => {
    expect(typed('')).toEqual({ earliest: null, latest: null, precision: 'unknown', offset_minutes: 300, basis: 'document' });
  });

  it.each([
    ['2025-02-31', ''],
    ['2025-13-01', ''],
    ['14/03/2025', ''],
    ['1825-01-01', ''],
    ['2025-03-14', '24:00'],
    ['2025-03-14', '9'],
    ['', '10:00'],
  ])('refuses %s %s', (date, time) => {
    expect(typed(date, time)).toBeNull();
  });

  it('gives back what it was given', () => {
    for (const moment of [typed('2024-02-29'), typed('2025-12-31', '23:59'), typed('')]) {
      expect(moment && timeOf(formOf(moment))).toEqual(moment);
    }
  });

  it('keeps a month and a second as they are until they are edited', () => {
    const month = { earliest: 1_740_769_200, latest: 1_743_447_599, precision: 'month', offset_minutes: 300, basis: 'press' };
    expect(timeOf(formOf(month))).toEqual(month);
    expect(timeOf({ ...formOf(month), kept: null })).toMatchObject({ precision: 'day' });
    const second = { earliest: 1_741_925_123, latest: 1_741_925_123, precision: 'exact', offset_minutes: 300, basis: 'observed' };
    expect(timeOf(formOf(second))).toEqual(second);
  });

  it('shows the present minute', () => {
    expect(formAt(1_741_925_123, 'observed')).toMatchObject({ date: '14.03.2025', time: '09:05', offset: 300 });
  });

  it('names offsets', () => {
    expect([300, 0, -210].map(offsetName)).toEqual(['UTC+05:00', 'UTC+00:00', 'UTC−03:30']);
  });
});
