import { beforeEach, describe, expect, it } from 'vitest';
import checkSource from '../../../../src-tauri/core/src/model/rubric/check.rs?raw';
import type { MethodFault, MethodForm } from '../../lib/api/types';
import { setLang } from '../../lib/i18n';
import { readingOf, sliceName, categoryWords } from './coefficients';
import { isoDay } from './day';
import { fakeForm, fakeLine, fakeQuestion, when } from './fake';
import { freeCode, inputsOf, moved, stateOf, withInput, withoutQuestion, withQuestion, withRule, withState } from './form';
import { alternatives, conditions, faultPlace, faultWords, findingConditions, fits, joined, placeWords, subtypeWords } from './words';

beforeEach(() => setLang('en'));

const form = fakeForm();
const fault = (code: string, params: Record<string, string> = {}, answers = when()): MethodFault => ({ code, params, answers });

describe('conditions', () => {
  it('are said as what is met and what is not', () => {
    expect(conditions(when('A1', 'A3', 'A4', '!A10'))).toBe('A1, A3 and A4 met; A10 not met');
    expect(conditions(when('A10'))).toBe('A10 met');
    expect(conditions(when('!A3', '!A4'))).toBe('A3 and A4 not met');
    expect(conditions([])).toBe('in all other cases');
    setLang('ru');
    expect(conditions(when('A1', 'A3', '!A10'))).toBe('A1 и A3 — выполнено; A10 — не выполнено');
    setLang('kk');
    expect(conditions(when('A1', 'A3', '!A10'))).toBe('A1 және A3 — орындалған; A10 — орындалмаған');
  });

  it('stand apart in alternatives; none of them is never', () => {
    expect(alternatives([when('A1'), when('!A3')])).toEqual(['A1 met', 'A3 not met']);
    expect(alternatives([])).toEqual(['never']);
  });

  it('are joined as the language joins', () => {
    expect(joined([])).toBe('');
    expect(joined(['B2', 'B3', 'B4'], 'or')).toBe('B2, B3 or B4');
  });
});

describe('what the method names', () => {
  it('is worded, or stays a code where nobody worded it', () => {
    expect(subtypeWords(form, 'by_age')).toBe('by the answer to A1');
    expect(subtypeWords(form, 'basis_failed')).toBe('basis failed');
    expect(subtypeWords(form, 'brand_new')).toBe('brand_new');
  });

  it('says what makes each finding hold', () => {
    const found = new Map(findingConditions(form).map(({ code, said }) => [code, said]));
    expect(found.get('unlawful_on_its_face')).toEqual(['B2, B3 or B4 is not met']);
    expect(found.get('arbitrary')).toEqual(['the verdict on the content is legitimate criticism or other lawful', 'B8 is not met', 'the defects touch at least 3 elements of arbitrariness']);
    expect(found.get('not_assessable')).toEqual(['more than a third of the applicable questions are open']);
    const share = (over: number, of: number) => findingConditions({ ...form, findings: { ...form.findings, not_assessable_over: over, not_assessable_of: of } }).at(-1)?.said;
    expect(share(1, 2)).toEqual(['more than half of the applicable questions are open']);
    expect(share(2, 5)).toEqual(['more than 2/5 of the applicable questions are open']);
  });

  it('counts among defects of procedure none that has a finding of its own', () => {
    const order = ['B1', 'B2', 'B3', 'B8'].map((code) => fakeQuestion(code));
    const defective = (change: Partial<MethodForm>) => findingConditions({ ...form, ...change }).find(({ code }) => code === 'defective_procedure')?.said;
    expect(defective({ questions: order })).toEqual(['the verdict on the content is real bullying and a requirement of part B other than B2, B3 and B8 is not met']);
    expect(defective({ questions: order.slice(0, 1) })).toEqual(['the verdict on the content is real bullying and a requirement of part B is not met']);
  });

  it('is found by code, and by words in any language', () => {
    expect(fits(fakeQuestion('A1'), 'a1')).toBe(true);
    expect(fits(fakeQuestion('A1'), 'ИС')).toBe(false);
    expect(fits(fakeQuestion('A1'), 'is a1 so? (рус)')).toBe(true);
  });
});

describe('a fault', () => {
  it('tells the answers of a hole', () => {
    expect(faultWords(form, fault('hole', {}, when('A1', '!A10')))).toBe('A hole: no rule fits these answers: A1 met; A10 not met. The other answers may be any.');
    expect(faultWords(form, fault('hole'))).toBe('A hole: no rule fits any answers.');
  });

  it('tells which rules stand before an unreachable one', () => {
    expect(faultWords(form, fault('never_reached', { rule: 'R5', by: 'R1, R2, R4c' }))).toBe('Rule R5 decides nothing: all that it fits is taken before it by R1, R2 and R4c.');
    expect(faultWords(form, fault('never_reached', { rule: 'R5', by: '' }))).toContain('contradict');
    expect(faultWords(form, fault('overlap', { rule: 'R4c', with: 'R2' }, when('A10')))).toContain('R4c and R2 overlap');
  });

  it('tells where a text is missing and in which language', () => {
    expect(faultWords(form, fault('missing_translation', { place: 'A3.help', lang: 'kk' }))).toBe('No text in Kazakh: question A3, help.');
    expect(faultWords(form, fault('missing_translation', { place: 'R4c', lang: 'ru' }))).toBe('No text in Russian: rule R4c.');
    expect(placeWords(form, 'arbitrary')).toBe('the finding “arbitrary”');
    expect(placeWords(form, 'note')).toBe('what the methodology is for');
    expect(placeWords(form, 'predictability.help')).toBe('the element “lack of predictability”, help');
    expect(placeWords(form, 'A.help')).toBe('part A, help');
    expect(placeWords(form, 'XYZ')).toBe('XYZ');
  });

  it.each(['kk', 'ru', 'en'] as const)('of every code of the core is worded in %s', (code) => {
    setLang(code);
    const codes = [...(/const fn code[\s\S]*?\n {4}\}/.exec(checkSource)?.[0] ?? '').matchAll(/=> "([a-z_]+)"/g)].map(([, found = '']) => found);
    expect(codes.length).toBe(24);
    const params = { rule: 'R1', by: 'R2', with: 'R2', code: 'A1', question: 'A1', value: 'Y', verdict: 'x', place: 'A1.text', lang: 'kk', count: '21', limit: '16', file: 'rules.json', subtype: 'x', key: 'later', version: '1.0.1', other: '1.0.0' };
    for (const one of codes) {
      const words = faultWords(form, fault(one, params, when('A1')));
      expect(words).not.toContain('⟦');
      expect(words).not.toBe(one);
    }
  });

  it('tells which reading has an odd value', () => {
    expect(faultWords(form, fault('unknown_value', { question: 'standard', value: 'X' }))).toContain('Place: the usual scale.');
    expect(faultWords(form, fault('unknown_value', { question: 'A3', value: 'X' }))).toContain('Place: question A3.');
  });

  it.each([
    ['unknown_value', { question: 'standard', value: 'X' }, 'standard'],
    ['unknown_value', { question: 'A3', value: 'X' }, 'A3'],
    ['unknown_code', { rule: 'J1', code: 'A99' }, 'J1'],
    ['unknown_code', { rule: 'reads', code: 'J1' }, 'J1'],
    ['unknown_code', { rule: 'reads', code: 'A99' }, 'reads'],
    ['unknown_code', { rule: 'by_age', code: 'A99' }, 'by_age'],
    ['unknown_code', { rule: 'B2', code: 'surprise' }, 'B2'],
    ['unknown_code', { rule: 'unlawful_on_its_face', code: 'A3' }, 'unlawful_on_its_face'],
    ['unknown_code', { rule: 'derived', code: 'C1' }, 'derived'],
    ['unknown_verdict', { rule: 'defective_verdicts', verdict: 'bad' }, 'defective_verdicts'],
    ['unknown_verdict', { rule: 'R4c', verdict: 'bad' }, 'R4c'],
    ['unread', { code: 'J1' }, 'J1'],
    ['too_many_inputs', { count: '21', limit: '20' }, 'inputs'],
    ['missing_translation', { place: 'arbitrary', lang: 'kk' }, 'arbitrary'],
    ['missing_translation', { place: 'predictability.help', lang: 'kk' }, 'predictability'],
    ['missing_translation', { place: 'elements.note', lang: 'kk' }, 'elements'],
    ['missing_translation', { place: 'real_bullying.help', lang: 'kk' }, 'real_bullying'],
    ['missing_translation', { place: 'B.help', lang: 'kk' }, 'B'],
    ['unworded_subtype', { rule: 'by_age', subtype: 'zz', file: 'rules.json' }, 'by_age'],
    ['unworded_value', { question: 'A3', value: 'zz', file: 'questions.json' }, 'A3'],
    ['no_source', { question: 'A3', file: 'questions.json' }, 'A3'],
    ['missing_verdict', { verdict: 'mixed', place: 'verdicts', file: 'rules.json' }, 'verdicts'],
    ['never_holds', { place: 'unlawful_on_its_face', file: 'rules.json' }, 'unlawful_on_its_face'],
    ['hole', {}, ''],
  ] as [string, Record<string, string>, string][])('%s %o is opened at “%s”', (code, params, place) => {
    const joining = fakeForm({ reads: [...form.reads, { code: 'J1', met: [], not_met: [], all_of: ['A3', 'A99'], grounded: [] }] });
    expect(faultPlace(joining, fault(code, params))).toBe(place);
  });

  it('leads to the question or rule it speaks of', () => {
    expect(faultPlace(form, fault('never_reached', { rule: 'R5', by: 'R1' }))).toBe('R5');
    expect(faultPlace(form, fault('missing_translation', { place: 'A3.help', lang: 'kk' }))).toBe('A3');
    expect(faultPlace(form, fault('unknown_code', { rule: 'inputs', code: 'A99' }))).toBe('inputs');
    expect(faultPlace(form, fault('out_of_range', { place: 'arbitrary_elements' }))).toBe('arbitrary_elements');
    expect(faultPlace(form, fault('unknown_code', { rule: 'nothing', code: 'A99' }))).toBe('');
  });
});

describe('a form', () => {
  it('takes a question behind the others of its part', () => {
    expect(freeCode(form.questions, 'A')).toBe('A11');
    const made = withQuestion(form, 'A');
    expect(made.code).toBe('A11');
    expect(made.form.questions.map(({ code }) => code)).toEqual(['G1', 'A1', 'A3', 'A4', 'A7', 'A10', 'A11', 'B2', 'C1']);
    expect(withInput(made.form, 'A11', true).inputs).toEqual(['G1', 'A1', 'A3', 'A4', 'A10', 'A11']);
    expect(withInput(form, 'A3', false).inputs).not.toContain('A3');
  });

  it('leaves what names a removed question, so that it is told', () => {
    const next = withoutQuestion(form, 'A3');
    expect(next.rules).toEqual(form.rules);
    expect(next.inputs).toContain('A3');
  });

  it('takes a rule before the last one, and moves rules', () => {
    const made = withRule(form);
    expect(made.form.rules.map(({ id }) => id)).toEqual(['R1', 'R2', 'R4c', 'R1n', 'R5']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });

  it('has three states for an input', () => {
    const alternative = when('A1', '!A10');
    expect(['A1', 'A10', 'A3'].map((code) => stateOf(alternative, code))).toEqual(['met', 'not_met', 'any']);
    expect(withState(alternative, 'A3', 'met', form.inputs)).toEqual(when('A1', 'A3', '!A10'));
    expect(withState(alternative, 'A1', 'any', form.inputs)).toEqual(when('!A10'));
    const odd = { id: 'R9', verdict: 'mixed', subtype: '', when: [when('A99')], text: { kk: '', ru: '', en: '' } };
    expect(inputsOf(form, odd)).toEqual([...form.inputs, 'A99']);
  });
});

describe('a day', () => {
  it('is read as it is written here, or empty, or not at all', () => {
    expect(['', '26.11.2026', '2026-11-26', '31.02.2026', 'today'].map(isoDay)).toEqual(['', '2026-11-26', '2026-11-26', null, null]);
  });
});

describe('agreement', () => {
  it('is read by its mark, or says why it cannot be', () => {
    const read = (status: string, reading = '') => readingOf(fakeLine('A1', { status, reading }));
    expect(read('ok', 'below')).toBe('Not enough: alpha below 0.667');
    expect(read('no_variation')).toBe('All agree, no variation: reliability cannot be assessed');
    expect(read('no_pairable_values')).toBe('No two answers to compare');
    expect(read('few', 'firm')).toBe('Fewer than 30 items: shown, not relied on');
  });

  it('words its categories and its parts', () => {
    expect(categoryWords(fakeLine('criticism'), 'other', null)).toBe('all else');
    expect(categoryWords(fakeLine('A7'), 'anonymous+permanent', form)).toBe('anonymous source + permanent');
    expect(categoryWords(fakeLine('A1'), 'CT', form)).toBe('cannot tell');
    expect(sliceName({ of: 'quarter', name: '2026-Q4', line: fakeLine('verdict') })).toBe('Q4 2026');
    expect(sliceName({ of: 'language', name: '', line: fakeLine('verdict') })).toBe('not said');
  });
});
