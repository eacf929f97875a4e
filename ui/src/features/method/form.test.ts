import { describe, expect, it } from 'vitest';
import type { MethodForm, MethodReads } from '../../lib/api/types';
import { USUAL } from '../../lib/scale';
import { fakeForm, fakeQuestion, when } from './fake';
import { freeName, inputChoices, joinsOf, readingOf, saidBy, tabOf, toggled, usualOn, wholeOf, withChosen, withElement, withInput, withJoin, withNamed, withoutQuestion, withReading, withSaid, withSubtype, withSubtypeCode } from './form';

const reads = (code: string, change: Partial<MethodReads> = {}): MethodReads => ({ code, met: [], not_met: [], all_of: [], grounded: [], ...change });
const JOIN = reads('J1', { all_of: ['A3', 'A4'] });
const form = fakeForm();
const joining = fakeForm({ reads: [...form.reads, JOIN] });

describe('how answers are read', () => {
  it('is as usual where a question has no reading of its own', () => {
    expect(readingOf(form, 'A1')).toBeUndefined();
    expect(readingOf(form, 'G1')?.met).toEqual(['original']);
    expect(readingOf(joining, 'J1')).toBeUndefined();
  });

  it('begins as the usual reading of the values that the scale has', () => {
    expect(usualOn(form, 'A1', ['Y', 'N', 'CT'])).toEqual(reads('A1', { met: ['Y'], not_met: ['N'], grounded: ['Y', 'N'] }));
    expect(usualOn(form, 'A7', ['anonymous', 'none'])).toEqual(reads('A7'));
  });

  it('is put in, changed in its place, and taken away', () => {
    const own = reads('A1', { met: ['Y'] });
    const put = withReading(form, 'A1', own);
    expect(put.reads).toEqual([...form.reads, own]);
    expect(withReading(put, 'G1', reads('G1')).reads.map(({ code }) => code)).toEqual(['G1', 'A1']);
    expect(withReading(put, 'A1', null).reads).toEqual(form.reads);
  });

  it('has one saying for each value', () => {
    expect(USUAL.map((value) => saidBy(form.standard, value))).toEqual(['met', 'met', 'not_met', 'not_met', 'open', 'open']);
    const turned = withSaid(form.standard, 'Y', 'not_met', USUAL);
    expect([turned.met, turned.not_met]).toEqual([['LY'], ['Y', 'LN', 'N']]);
    expect(saidBy(withSaid(turned, 'Y', 'open', USUAL), 'Y')).toBe('open');
    expect(turned.grounded).toEqual(form.standard.grounded);
  });

  it('goes with its question', () => {
    expect(withoutQuestion(form, 'G1').reads).toEqual([]);
  });
});

describe('a list of codes', () => {
  it('stands in the order of all, and what is unknown last', () => {
    expect(toggled(['B4', 'B99'], 'B2', true, ['B2', 'B3', 'B4'])).toEqual(['B2', 'B4', 'B99']);
    expect(toggled(['B2', 'B99'], 'B99', false, ['B2'])).toEqual(['B2']);
    expect(toggled(['B2'], 'B2', true, ['B2'])).toEqual(['B2']);
  });

  it('offers what is chosen and no longer there', () => {
    expect(withChosen(['', 'B2'], 'B9')).toEqual(['', 'B2', 'B9']);
    expect(withChosen(['', 'B2'], '')).toEqual(['', 'B2']);
  });
});

describe('an input that joins questions', () => {
  it('stands where the first of them does', () => {
    expect(withInput(joining, 'J1', true).inputs).toEqual(['G1', 'A1', 'A3', 'J1', 'A4', 'A10']);
    expect(inputChoices(joining)).toEqual(['G1', 'A1', 'A3', 'J1', 'A4', 'A7', 'A10']);
  });

  it('is listed while it joins nothing, and is no reading of a question', () => {
    expect(joinsOf(joining)).toEqual([JOIN]);
    expect(joinsOf(fakeForm({ reads: [...form.reads, reads('J1')] })).map(({ code }) => code)).toEqual(['J1']);
  });

  it('leaves a removed question among the inputs, to be taken out', () => {
    const next = withoutQuestion(form, 'A3');
    expect(inputChoices(next)).not.toContain('A3');
    expect(withInput(next, 'A4', true).inputs.at(-1)).toBe('A3');
    expect(withInput(next, 'A3', false).inputs).not.toContain('A3');
  });

  it('gets a code that nothing has and nothing names', () => {
    expect(withJoin(form)).toMatchObject({ code: 'J1', form: { reads: [{ code: 'G1' }, { code: 'J1', all_of: ['A1'] }] } });
    expect(withJoin(joining).code).toBe('J2');
    const named = fakeForm({ rules: form.rules.map((rule) => ({ ...rule, when: [when('!J1')] })) });
    expect(withJoin(named).code).toBe('J2');
    expect(withJoin(fakeForm({ questions: [...form.questions, fakeQuestion('J1', { part: 'A' })] })).code).toBe('J2');
    expect(freeName([], 'J')).toBe('J1');
  });
});

describe('a subtype that an answer names', () => {
  const rename = (code: string): MethodForm | null => withSubtypeCode(form, 0, code);

  it('is added under a code of its own', () => {
    const made = withSubtype(form);
    expect(made.form.subtypes.at(-1)).toEqual({ code: 'by_answer1', of: 'G1', met: '', not_met: '', open: '' });
    expect(withSubtype(made.form).code).toBe('by_answer2');
  });

  it('is called otherwise in the rules as well', () => {
    expect(rename('by_years')?.subtypes[0]?.code).toBe('by_years');
    expect(rename('by_years')?.rules.map(({ subtype }) => subtype)).toEqual(['', 'by_years', '', 'hurtful_single_act']);
    expect(rename('by_age')).toBe(form);
  });

  it('takes no code that is empty, another subtype’s, or given by a rule', () => {
    expect(rename('')).toBeNull();
    expect(rename('hurtful_single_act')).toBeNull();
    expect(withSubtypeCode(withSubtype(form).form, 1, 'by_age')).toBeNull();
    expect(withSubtypeCode(form, 7, 'by_years')).toBeNull();
  });
});

describe('an element', () => {
  it('gets a code that nothing has and no question touches', () => {
    const made = withElement(form);
    expect(made.form.elements.at(-1)).toEqual({ code: 'element1', text: { kk: '', ru: '', en: '' }, help: { kk: '', ru: '', en: '' }, source: '', checked: false });
    expect(withElement(made.form).code).toBe('element2');
    expect(withElement(fakeForm({ questions: [fakeQuestion('B2', { gc35: 'element1' })] })).code).toBe('element2');
  });

  it('is changed by its code alone', () => {
    expect(withNamed(form.parts, 'B', { checked: true }).map(({ checked }) => checked)).toEqual([false, false, true, false]);
  });
});

describe('a number', () => {
  it('is whole, and as large as the core can hold', () => {
    expect(['3', '2.9', '-1', '', 'many', '99999999999'].map(wholeOf)).toEqual([3, 2, 0, 0, 0, 4_294_967_295]);
  });
});

describe('what has a code', () => {
  it.each([
    ['A3', 'questions'],
    ['R4c', 'rules'],
    ['J1', 'rules'],
    ['by_age', 'rules'],
    ['standard', 'rules'],
    ['inputs', 'rules'],
    ['reads', 'rules'],
    ['arbitrary', 'findings'],
    ['unlawful_on_its_face', 'findings'],
    ['not_assessable', 'findings'],
    ['no_defect_found', 'findings'],
    ['defective_procedure', 'findings'],
    ['arbitrary_elements', 'findings'],
    ['derived', 'findings'],
    ['predictability', 'findings'],
    ['elements', 'findings'],
    ['note', 'words'],
    ['R0', 'words'],
    ['real_bullying', 'words'],
    ['B', 'words'],
    ['A99', null],
  ] as const)('is changed in its part of the editor: %s in %s', (code, tab) => {
    expect(tabOf(joining, code)).toBe(tab);
  });
});
