import { beforeEach, describe, expect, it } from 'vitest';
import type { Code, Lang } from './api/types';
import { CODES, FIELD_MESSAGES, messageOf } from './failures';
import { setLang, t } from './i18n';

const PARAMS = { letters: '語', place: 'ab', words: '3000', megabytes: '3000', bits: '21', field: 'organisation', name: 'тізім.csv', row: '17', line: '17', kind: 'orders', limit: '1048576', what: 'columns', rejected: '2', known: '5', count: '3', question: 'A3', letter: 'ﷺ', reference: 'KZ-2026-0001', entry: '7', why: 'addition', version: '1.1.0', part: 'data/orders.csv', seconds: '12', number: '2' };
const LANGS: Lang[] = ['kk', 'ru', 'en'];

beforeEach(() => setLang('en'));

describe.each(LANGS)('in %s', (code) => {
  beforeEach(() => setLang(code));

  it.each(CODES)('%s says what happened and what became of the data', (failure) => {
    const message = messageOf({ code: failure, params: PARAMS });
    expect(message).not.toMatch(/[⟦⟧{}]/u);
    expect(message.match(/[.!?](\s|$)/gu)?.length ?? 0).toBeGreaterThanOrEqual(2);
  });

  it('every field has a name', () => expect(FIELD_MESSAGES.filter((id) => t(id).startsWith('⟦'))).toEqual([]));
});

describe('a failure', () => {
  it('is worded with its parameters', () => {
    expect(messageOf({ code: 'file_bounds', params: PARAMS })).toContain('“тізім.csv” is more than an import takes: it has more than 1,048,576 columns');
    expect(messageOf({ code: 'invalid', params: { field: 'order_reference' } })).toContain('Reference of the order it led to');
  });

  it('of a field nobody named shows the field as the core calls it', () => expect(messageOf({ code: 'invalid', params: { field: 'args' } })).toContain('args'));

  it('of a newer core is still told', () => expect(messageOf({ code: 'unheard_of' as Code, params: {} })).toContain('Something went wrong inside'));
});
