import { beforeEach, describe, expect, it } from 'vitest';
import { setLang } from '../i18n';
import { changesOf, draftOf, valueOf } from './draft';
import { fakeKind, fakeRecord, KINDS } from './fake';

beforeEach(() => setLang('en'));

const DAY = { earliest: 1_741_892_400, latest: 1_741_978_799, precision: 'day', offset_minutes: 300, basis: 'press' };
const MONTH = { earliest: 1_740_769_200, latest: 1_743_447_599, precision: 'month', offset_minutes: 300, basis: 'press' };

describe('the form of a record', () => {
  it('sends nothing of what nobody touched, for every kind', () => {
    for (const kind of KINDS) {
      const record = fakeRecord(kind.name);
      expect(changesOf(kind.fields, draftOf(kind, record), draftOf(kind, record)), kind.name).toEqual({});
      expect(changesOf(kind.fields, draftOf(kind, null), null), kind.name).toEqual({});
    }
  });

  it('gives back what it was given, in every shape', () => {
    const kind = fakeKind('items');
    const record = fakeRecord('items', 1, {
      fields: { locator: 'https://a.example/1', kind: 'post', text: 'бір\nекі', posted: MONTH, author: 'actors-1', views: 12_000, topics: ['police', 'satire'], stub: true },
      links: { author: { kind: 'actors', id: 'actors-1', label: { kk: '', ru: 'блогер', en: '' } } },
    });
    const draft = draftOf(kind, record);
    for (const field of kind.fields) expect(valueOf(field, draft) ?? undefined, field.name).toEqual(record.fields[field.name]);
  });

  it('empties a field with null, and takes the code that says nothing for nothing', () => {
    const kind = fakeKind('actors');
    const record = fakeRecord('actors', 1, { fields: { public_label: 'deputy akim', is_child: 'no', name: 'Ерлан', contact: 'x' } });
    const draft = draftOf(kind, record);
    draft.text['is_child'] = 'unknown';
    draft.text['contact'] = '  ';
    expect(changesOf(kind.fields, draft, draftOf(kind, record))).toEqual({ is_child: null, contact: null });
  });

  it('keeps the order of the list whatever the order of the ticks', () => {
    const kind = fakeKind('expert_decisions');
    const draft = draftOf(kind, null);
    draft.codes['disciplines'] = ['ngo', 'law'];
    expect(changesOf(kind.fields, draft, null)).toEqual({ disciplines: ['law', 'ngo'] });
  });

  it('cannot read a number with words nor a day that does not exist, and sends neither', () => {
    const kind = fakeKind('items');
    const draft = draftOf(kind, null);
    draft.text['views'] = 'about 90';
    draft.times['posted'] = { date: '31.02.2026', time: '', offset: 300, basis: 'press', kept: null };
    expect(kind.fields.filter((field) => valueOf(field, draft) === undefined).map((field) => field.name)).toEqual(['posted', 'views']);
    expect(changesOf(kind.fields, draft, null)).toEqual({});
    draft.text['views'] = '90 000';
    expect(changesOf(kind.fields, draft, null)).toEqual({ views: 90_000 });
  });

  it('empties everything that says where child sexual material is or what it shows', () => {
    const kind = fakeKind('items');
    const record = fakeRecord('items', 1, { fields: { locator: 'https://a.example/1', text: 'x', topics: ['other'], posted: DAY } });
    const draft = draftOf(kind, record);
    draft.marks['stub'] = true;
    draft.text['referral_note'] = '111, 14.03.2025';
    expect(changesOf(kind.fields, draft, draftOf(kind, record))).toEqual({ locator: null, text: null, topics: null, stub: true, referral_note: '111, 14.03.2025' });
  });

  it('links to what was chosen, or to what was typed where nothing was', () => {
    const kind = fakeKind('complaints');
    const draft = draftOf(kind, null, { order: { kind: 'orders', id: 'order-1', label: { kk: '', ru: 'KZ-2026-0001', en: '' } } });
    expect(changesOf(kind.fields, draft, null)).toEqual({ order: 'order-1' });
    draft.links['order'] = { id: '', words: ' KZ-2026-0002 ' };
    expect(changesOf(kind.fields, draft, null)).toEqual({ order: 'KZ-2026-0002' });
  });
});
