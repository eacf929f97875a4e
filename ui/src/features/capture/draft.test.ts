import { describe, expect, it } from 'vitest';
import { captureFormOf, fill, lacking, newForm, orderOf } from './draft';

const NOW = 1_741_925_123;

describe('the capture form', () => {
  it('is saved as a draft with nothing but when we learned of it', () => {
    const stated = orderOf(newForm(NOW));
    expect(stated).toMatchObject({ order: { draft: true, learned: { precision: 'minute', earliest: 1_741_925_100 }, received: { earliest: null } } });
  });

  it('is complete with an issuer, a number or date, and something it is about', () => {
    const form = newForm(NOW);
    expect(lacking(form)).toEqual(['authority', 'number', 'items']);
    form.authority = 'МКИ';
    form.issued = { ...form.issued, date: '2025-03-14' };
    form.locators = ' https://example.kz/1 \n\nhttps://example.kz/1\nhttps://example.kz/2';
    expect(lacking(form)).toEqual([]);
    expect(orderOf(form)).toMatchObject({ order: { draft: false, locators: ['https://example.kz/1', 'https://example.kz/2'] } });
  });

  it('names the times that cannot be read', () => {
    const form = newForm(NOW);
    form.received = { ...form.received, date: '31.02.2025' };
    expect(orderOf(form)).toEqual({ unreadable: ['received'] });
  });

  it('takes what was recognised, but never over what a person typed', () => {
    const form = newForm(NOW);
    form.number = '5';
    const stated = orderOf({ ...newForm(NOW), number: '7', authority: 'МКИ', platform: 'TikTok', locators: 'https://a.kz' });
    if (!('order' in stated)) throw new Error('unreadable');
    expect(fill(form, stated.order, ['number', 'authority', 'locators'], new Set(['number'] as const))).toEqual(['authority', 'locators']);
    expect([form.number, form.authority, form.platform, form.locators]).toEqual(['5', 'МКИ', '', 'https://a.kz']);
  });

  it('gives back the order it shows', () => {
    const stated = orderOf({ ...newForm(NOW), authority: 'МКИ', number: '7', locators: 'https://a.kz' });
    if (!('order' in stated)) throw new Error('unreadable');
    expect(orderOf(captureFormOf(stated.order))).toEqual(stated);
  });
});
