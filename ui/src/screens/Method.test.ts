import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeAgreement, fakeAnswered, fakeCase, fakeChecked, fakeForm, fakeLine, fakeMethod, METHODS, when } from '../features/method/fake';
import { expectAccessible } from '../lib/accessibility';
import { answerWith, refuse, type Answers } from '../lib/api/fake';
import type { Answer, MethodFault, MethodForm } from '../lib/api/types';
import { setLang } from '../lib/i18n';
import { saveAll } from '../lib/leaving';
import { go, route } from '../lib/router.svelte';
import { status } from '../lib/status.svelte';
import Method from './Method.svelte';

vi.mock('../lib/api/call', async (real) => ({
  ...(await real<typeof import('../lib/api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
}));

beforeEach(() => {
  setLang('en');
  status.say('');
});

async function show(params: Record<string, string> = {}, answers: Answers = {}) {
  const call = answerWith({ ...METHODS, ...answers });
  go('method', params);
  const { container, unmount } = render(Method);
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
  return { call, container, unmount };
}

const button = (id: string) => screen.getByTestId<HTMLButtonElement>(id);
const type = (id: string, value: string) => fireEvent.input(screen.getByTestId(id), { target: { value } });
const key = (code: string, more: KeyboardEventInit = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { code, key: code.replace(/^(Digit|Key)/, ''), ...more });
const HOLE: MethodFault = { code: 'hole', params: {}, answers: when('A1', '!A10') };

describe.each([
  ['reader', { tab: 'reader' }],
  ['versions', { tab: 'versions' }],
  ['editor', { tab: 'versions', version: 'draft-1' }],
  ['agreement', { tab: 'agreement' }],
  ['calibration', { tab: 'calibration' }],
  ['open case', { tab: 'calibration', case: 'K02' }],
  ['answered case', { tab: 'calibration', case: 'K01' }],
] as [string, Record<string, string>][])('the %s', (_, params) => {
  it('is worded in three languages and holds the rules of accessibility', async () => {
    const { container } = await show(params);
    for (const code of ['kk', 'ru', 'en'] as const) {
      setLang(code);
      await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
      expect(container.textContent).not.toContain('⟦');
      expect(container.innerHTML).not.toContain('⟦');
    }
    await expectAccessible(container);
  }, 40_000);
});

describe.each([
  ['reader', 'methods', {}],
  ['reader', 'method_open', {}],
  ['agreement', 'agreement', { tab: 'agreement' }],
  ['calibration', 'calibration', { tab: 'calibration' }],
  ['case', 'calibration_open', { tab: 'calibration', case: 'K02' }],
] as [string, 'methods', Record<string, string>][])('the %s without %s', (_, command, params) => {
  it('tells the failure and reads again when asked', async () => {
    await show(params, { [command]: refuse('database_damaged') });
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('database_damaged');
    answerWith(METHODS);
    await fireEvent.click(screen.getByText('Try again'));
    await waitFor(() => expect(screen.queryByTestId('failure')).toBeNull());
  });
});

describe('the reader', () => {
  it('opens the version in use, with its status, digest and adoption', async () => {
    const { container } = await show();
    const picker = screen.getByTestId<HTMLSelectElement>('reader-version');
    expect(picker.value).toBe('1.0.0');
    expect(picker.options[0]?.textContent).toBe('1.0.0 · adopted · in use');
    expect(screen.getByTestId('reader-status').dataset['status']).toBe('adopted');
    expect(screen.getByTestId('method-digest').textContent).toMatch(/^[0-9a-f]{64}$/);
    expect(container.textContent).toContain('Сөз бостандығы қоры, 26.11.2026');
  });

  it('words the conditions of every rule in order, with the answer sets it decides', async () => {
    await show();
    const rules = screen.getAllByTestId('reader-rule');
    expect(rules.map((row) => row.dataset['rule'])).toEqual(['R1', 'R2', 'R4c', 'R5']);
    expect(screen.getAllByTestId('reader-conditions').map((one) => one.textContent?.trim())).toEqual([
      'G1 not met',
      'A1, A3 and A4 met; A10 not met or A1 and A3 met',
      'A10 met',
      'in all other cases',
    ]);
    expect(rules.map((row) => row.lastElementChild?.textContent)).toEqual(['16', '4', '6', '6']);
    expect(rules[1]?.textContent).toContain('by the answer to A1');
  });

  it('says which sources were not compared, and which element a defect touches', async () => {
    await show();
    expect(screen.getAllByTestId('reader-unchecked')).toHaveLength(1);
    expect(screen.getByTestId('reader-element').textContent).toContain('lack of predictability');
    expect(screen.getAllByTestId('reader-finding').map((one) => one.dataset['code'])).toContain('arbitrary');
    expect(screen.getByTestId('reader-open').textContent).toContain('It depends on open answers.');
  });

  it.each([
    ['kk', '1.0.0: first published version (қаз)'],
    ['ru', '1.0.0: first published version (рус)'],
  ] as const)('tells in %s what a version changed', async (code, words) => {
    setLang(code);
    await show();
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('finds questions by their words', async () => {
    await show();
    await type('reader-find', 'public interest');
    expect(screen.getAllByTestId('reader-question').map((one) => one.dataset['code'])).toEqual(['A10']);
    expect(screen.getByTestId('reader-found').textContent).toBe('1 of 8 questions shown');
    await type('reader-find', 'zebra');
    expect(screen.queryAllByTestId('reader-question')).toHaveLength(0);
    expect(screen.getByText('No such question.')).toBeTruthy();
  });

  it('is saved in the language of the window', async () => {
    const { call } = await show();
    setLang('ru');
    await fireEvent.click(button('reader-pdf'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('method_export', { version: '1.0.0', what: 'pdf', lang: 'ru' }));
    await waitFor(() => expect(status.current).toContain('method-1.0.0.pdf'));
    await fireEvent.click(button('reader-folder'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('method_export', { version: '1.0.0', what: 'folder', lang: 'ru' }));
  });

  it('reads another version when it is picked', async () => {
    const { call } = await show();
    await fireEvent.change(screen.getByTestId('reader-version'), { target: { value: '0.9.0' } });
    expect(route.current.params).toEqual({ tab: 'reader', version: '0.9.0' });
    await waitFor(() => expect(call).toHaveBeenCalledWith('method_open', { version: '0.9.0' }));
  });
});

describe('the versions', () => {
  it('offer each what can be done with it', async () => {
    await show({ tab: 'versions' });
    const deeds = screen.getAllByTestId('method-row').map((row) => [row.dataset['status'], within(row).getAllByRole('button').map((one) => one.dataset['testid'])]);
    expect(deeds).toEqual([
      ['published', ['method-row-open', 'row-draft', 'row-adopt']],
      ['draft', ['method-row-open', 'row-edit', 'row-discard', 'row-adopt']],
      ['adopted', ['method-row-open', 'row-draft', 'row-retire']],
      ['retired', ['method-row-open', 'row-draft']],
    ]);
  });

  it('make a draft and open it', async () => {
    const { call } = await show({ tab: 'versions' });
    await fireEvent.click(screen.getByRole('button', { name: 'Draft a new version from 1.0.0' }));
    await waitFor(() => expect(call).toHaveBeenCalledWith('method_draft', { version: '1.0.0' }));
    await screen.findByTestId('method-editor');
    expect(route.current.params).toEqual({ tab: 'versions', version: 'draft-1' });
  });

  it('are retired with a reason', async () => {
    const { call } = await show({ tab: 'versions' });
    await fireEvent.click(button('row-retire'));
    expect(button('retire-yes').disabled).toBe(true);
    await type('retire-why', ' Replaced by 2.0.0 ');
    await fireEvent.click(button('retire-yes'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('method_retire', { version: '1.0.0', why: 'Replaced by 2.0.0' }));
    await waitFor(() => expect(screen.queryByTestId('retire-dialog')).toBeNull());
  });

  it('are discarded while they are drafts, and only when that is meant', async () => {
    const { call } = await show({ tab: 'versions' });
    await fireEvent.click(button('row-discard'));
    expect(call).not.toHaveBeenCalledWith('method_discard', expect.anything());
    await fireEvent.click(button('discard-yes'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('method_discard', { version: 'draft-1' }));
  });

  it('come from a folder, or tell why not', async () => {
    await show({ tab: 'versions' }, { method_import: refuse('method_faulty', { count: '3' }) });
    await fireEvent.click(button('method-import'));
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('method_faulty');
    answerWith(METHODS);
    await fireEvent.click(button('method-import'));
    await waitFor(() => expect(route.current.params).toEqual({ tab: 'reader', version: '2.0.0' }));
  });

  it('teach the next step when there are none', async () => {
    await show({ tab: 'versions' }, { methods: () => ({ rows: [], in_use: '' }) });
    expect(screen.getByText('No methodology')).toBeTruthy();
  });
});

describe('adopting', () => {
  it('is not possible while there are faults', async () => {
    await show({ tab: 'versions' }, { method_open: ({ version }) => fakeMethod(version, { checked: fakeChecked({ faults: [HOLE] }) }) });
    await fireEvent.click(screen.getByRole('button', { name: 'Adopt version 1.0.1' }));
    const dialog = await screen.findByTestId('adopt-dialog');
    await type('adopt-by', 'Сөз бостандығы қоры');
    expect(button('adopt-yes').disabled).toBe(true);
    expect(dialog.textContent).toContain('no rule fits these answers: A1 met; A10 not met');
  });

  it('says who and when, and that a major step means reviewing again', async () => {
    const { call } = await show({ tab: 'versions' }, { method_open: ({ version }) => fakeMethod(version, { checked: fakeChecked({ step: 'major', version: '2.0.0' }) }) });
    await fireEvent.click(screen.getByRole('button', { name: 'Adopt version 1.0.1' }));
    const dialog = await screen.findByTestId('adopt-dialog');
    expect(dialog.textContent).toContain('An adopted version never changes');
    expect(screen.getByTestId('adopt-major').textContent).toContain('reviewed again or reported separately');
    await expectAccessible(dialog);
    expect(button('adopt-yes').disabled).toBe(true);
    await type('adopt-by', ' Қор ');
    await type('adopt-on', '31.02.2026');
    expect(button('adopt-yes').disabled).toBe(true);
    await type('adopt-on', '25.11.2026');
    await fireEvent.click(button('adopt-yes'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('method_adopt', { version: 'draft-1', by: 'Қор', on: '2026-11-25' }));
    await waitFor(() => expect(route.current.params['tab']).toBe('reader'));
  }, 30_000);
});

describe('the editor', () => {
  const edit = (answers: Answers = {}) => show({ tab: 'versions', version: 'draft-1' }, answers);
  const ruleNamed = (id: string) => screen.getAllByTestId('editor-rule').find((row) => row.dataset['rule'] === id) ?? document.body;

  it('checks what is written, and lets nothing be adopted while it has faults', async () => {
    const { call } = await edit({ method_check: () => fakeChecked({ step: 'major', version: '2.0.0', faults: [HOLE, { code: 'missing_translation', params: { place: 'A3.help', lang: 'kk' }, answers: [] }] }) });
    expect(button('draft-adopt').disabled).toBe(false);
    await fireEvent.click(screen.getByText('A3').closest('button') ?? document.body);
    await type('question-help-kk', '');
    expect(button('draft-adopt').disabled).toBe(true);
    await waitFor(() => expect(screen.getAllByTestId('method-fault')).toHaveLength(2));
    const asked = call.mock.calls.filter(([name]) => name === 'method_check');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.[1]).toMatchObject({ version: 'draft-1', form: { questions: expect.arrayContaining([expect.objectContaining({ code: 'A3', help: expect.objectContaining({ kk: '' }) })]) } });
    expect(screen.getByTestId('method-step').textContent).toBe('Major step');
    expect(screen.getByTestId('method-check').textContent).toContain('becomes 2.0.0');
    expect(screen.getAllByTestId('method-fault')[1]?.textContent).toContain('No text in Kazakh: question A3, help.');
    expect(button('draft-adopt').disabled).toBe(true);
  });

  it('saves, and saves what waits when it is left', async () => {
    const { call, unmount } = await edit();
    expect(button('draft-save').disabled).toBe(true);
    await fireEvent.click(button('editor-words'));
    await type('draft-change', 'Clearer help');
    await fireEvent.click(button('draft-save'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('method_save', { version: 'draft-1', form: { ...fakeForm(), change: 'Clearer help' } }));
    await waitFor(() => expect(button('draft-save').textContent).toBe('Saved'));
    await type('draft-change', 'Clearer help and more');
    unmount();
    await waitFor(() => expect(call).toHaveBeenLastCalledWith('method_save', { version: 'draft-1', form: { ...fakeForm(), change: 'Clearer help and more' } }));
  });

  it('changes how answers are read, what they join and what they name', async () => {
    const { call, container } = await edit();
    const saved = () => expect(call).toHaveBeenLastCalledWith('method_save', expect.anything());
    await fireEvent.click(within(screen.getAllByTestId('editor-question').find((row) => row.dataset['of'] === 'A3') ?? document.body).getAllByRole('button')[0] ?? document.body);
    await fireEvent.click(button('reads-own'));
    expect(screen.getByTestId<HTMLSelectElement>('reads-LY').value).toBe('met');
    await fireEvent.change(screen.getByTestId('reads-LY'), { target: { value: 'open' } });
    await fireEvent.click(screen.getByTestId('reads-grounded-LY'));
    await fireEvent.click(button('editor-rules'));
    await fireEvent.change(screen.getByTestId('standard-CT'), { target: { value: 'not_met' } });
    await fireEvent.click(button('join-add'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('join-J1-G1')));
    await fireEvent.click(screen.getByTestId('join-J1-A3'));
    await fireEvent.click(screen.getByTestId('join-input-J1'));
    await fireEvent.input(screen.getByTestId('subtype-open-by_age'), { target: { value: 'age_unknown' } });
    await fireEvent.change(screen.getByTestId('subtype-open-by_age'), { target: { value: 'nobody_knows' } });
    await expectAccessible(container);
    await fireEvent.click(button('draft-save'));
    await waitFor(saved);
    const form = (call.mock.calls.findLast(([name]) => name === 'method_save')?.[1] as { form: MethodForm }).form;
    expect(form.reads).toEqual([
      ...fakeForm().reads,
      { code: 'A3', met: ['Y'], not_met: ['N', 'LN'], all_of: [], grounded: ['Y', 'LY', 'N'] },
      { code: 'J1', met: [], not_met: [], all_of: ['A1', 'A3'], grounded: [] },
    ]);
    expect(form.standard.not_met).toEqual(['LN', 'N', 'CT']);
    expect(form.inputs).toContain('J1');
    expect(form.subtypes[0]?.open).toBe('nobody_knows');
  }, 20_000);

  it('changes the order finding, the elements and the words of verdicts and parts', async () => {
    const { call, container } = await edit();
    await fireEvent.click(button('editor-findings'));
    await fireEvent.change(screen.getByTestId('arbitrary-elements'), { target: { value: '2' } });
    await fireEvent.change(screen.getByTestId('share-of'), { target: { value: '4' } });
    const unlawful = within(screen.getByTestId('unlawful')).getAllByRole<HTMLInputElement>('checkbox');
    const before = unlawful.filter((one) => one.checked).length;
    await fireEvent.click(unlawful[0] ?? document.body);
    await fireEvent.click(button('element-add'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('element-text-element1-kk')));
    await type('element-text-element1-en', 'surprise');
    await expectAccessible(container);
    await fireEvent.click(button('editor-words'));
    await type('verdict-text-real_bullying-en', 'Cruel to a person.');
    await fireEvent.click(button('draft-save'));
    await waitFor(() => expect(call).toHaveBeenLastCalledWith('method_save', expect.anything()));
    const form = (call.mock.calls.findLast(([name]) => name === 'method_save')?.[1] as { form: MethodForm }).form;
    expect([form.findings.arbitrary_elements, form.findings.not_assessable_of]).toEqual([2, 4]);
    expect(Math.abs(form.findings.unlawful_on_its_face.length - before)).toBe(1);
    expect(form.elements.at(-1)).toMatchObject({ code: 'element1', text: { en: 'surprise' } });
    expect(form.verdicts.find(({ code }) => code === 'real_bullying')?.text.en).toBe('Cruel to a person.');
  }, 20_000);

  it('keeps the keyboard where something was added, read otherwise or removed', async () => {
    await edit();
    const held = (id: string) => waitFor(() => expect(document.activeElement).toBe(screen.getByTestId(id)));
    await fireEvent.click(screen.getByText('A3').closest('button') ?? document.body);
    await fireEvent.click(button('reads-own'));
    await held('reads-Y');
    await fireEvent.click(button('reads-usual'));
    await held('reads-own');
    await fireEvent.click(button('editor-rules'));
    await fireEvent.click(button('join-add'));
    await held('join-J1-G1');
    await fireEvent.click(button('join-remove-J1'));
    await held('join-add');
    await fireEvent.click(button('subtype-add'));
    await held('subtype-code-by_answer1');
    await fireEvent.click(button('subtype-remove-by_answer1'));
    await held('subtype-add');
    await fireEvent.click(button('editor-findings'));
    await fireEvent.click(button('element-remove-predictability'));
    await held('element-add');
  }, 20_000);

  it('calls a subtype otherwise, and refuses a code that is taken', async () => {
    const { call } = await edit();
    await fireEvent.click(button('editor-rules'));
    const code = screen.getByTestId<HTMLInputElement>('subtype-code-by_age');
    await fireEvent.input(code, { target: { value: 'hurtful_single_act' } });
    await fireEvent.change(code);
    expect(code.value).toBe('by_age');
    expect(code.getAttribute('aria-invalid')).toBe('true');
    await fireEvent.input(code, { target: { value: 'by_years' } });
    await fireEvent.change(code);
    expect(screen.getByTestId('subtype-code-by_years').getAttribute('aria-invalid')).toBeNull();
    await fireEvent.change(screen.getByTestId('subtype-of-by_years'), { target: { value: 'A3' } });
    await fireEvent.click(button('draft-save'));
    await waitFor(() => expect(call).toHaveBeenLastCalledWith('method_save', expect.anything()));
    const form = (call.mock.calls.findLast(([name]) => name === 'method_save')?.[1] as { form: MethodForm }).form;
    expect(form.subtypes[0]).toMatchObject({ code: 'by_years', of: 'A3' });
    expect(form.rules.map(({ subtype }) => subtype)).toContain('by_years');
  }, 20_000);

  it('takes a removed question out of the inputs', async () => {
    const { call } = await edit();
    await fireEvent.click(screen.getByText('A3').closest('button') ?? document.body);
    await fireEvent.click(button('question-remove'));
    await fireEvent.click(button('editor-rules'));
    await fireEvent.click(screen.getByTestId('inputs-A3'));
    await fireEvent.click(button('draft-save'));
    await waitFor(() => expect(call).toHaveBeenLastCalledWith('method_save', expect.anything()));
    const form = (call.mock.calls.findLast(([name]) => name === 'method_save')?.[1] as { form: MethodForm }).form;
    expect(form.inputs).toEqual(['G1', 'A1', 'A4', 'A10']);
  }, 20_000);

  it('opens whatever a fault speaks of', async () => {
    const wrong = (code: string, params: Record<string, string>): MethodFault => ({ code, params, answers: [] });
    const at: [MethodFault, string, string][] = [
      [wrong('out_of_range', { place: 'not_assessable' }), 'editor-findings', 'not_assessable'],
      [wrong('unknown_verdict', { rule: 'arbitrary_verdicts', verdict: 'x' }), 'editor-findings', 'arbitrary_verdicts'],
      [wrong('missing_translation', { place: 'predictability.help', lang: 'kk' }), 'editor-findings', 'predictability'],
      [wrong('unknown_value', { question: 'standard', value: 'X' }), 'editor-rules', 'standard'],
      [wrong('unknown_code', { rule: 'inputs', code: 'A99' }), 'editor-rules', 'inputs'],
      [wrong('unknown_code', { rule: 'by_age', code: 'A99' }), 'editor-rules', 'by_age'],
      [wrong('missing_translation', { place: 'mixed', lang: 'ru' }), 'editor-words', 'mixed'],
      [wrong('missing_translation', { place: 'B.help', lang: 'ru' }), 'editor-words', 'B'],
      [wrong('unknown_value', { question: 'A3', value: 'X' }), 'editor-questions', 'A3'],
    ];
    HTMLElement.prototype.scrollIntoView ??= () => undefined;
    await edit({ method_open: ({ version }) => fakeMethod(version, { checked: fakeChecked({ faults: at.map(([fault]) => fault) }) }) });
    for (const [place, [, tab, of]] of at.entries()) {
      await fireEvent.click(within(screen.getAllByTestId('method-fault')[place] ?? document.body).getByRole('button'));
      expect(button(tab).getAttribute('aria-pressed')).toBe('true');
      await waitFor(() => expect(document.activeElement?.closest('[data-of]')?.getAttribute('data-of')).toBe(of));
    }
  }, 20_000);

  it.each(['editor-questions', 'editor-rules', 'editor-findings', 'editor-words'])('is worded in three languages and holds the rules of accessibility in %s', async (tab) => {
    const { container } = await edit();
    await fireEvent.click(button(tab));
    if (tab === 'editor-questions') await fireEvent.click(screen.getByText('G1').closest('button') ?? document.body);
    for (const lang of ['kk', 'ru', 'en'] as const) {
      setLang(lang);
      await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
      expect(container.innerHTML).not.toContain('⟦');
    }
    await expectAccessible(container);
  }, 40_000);

  it('changes a rule in a grid of three states, and moves it', async () => {
    const { call } = await edit();
    await fireEvent.click(button('editor-rules'));
    await fireEvent.click(within(ruleNamed('R4c')).getAllByRole('button')[0] ?? document.body);
    expect(screen.getByTestId<HTMLSelectElement>('cell-0-A10').value).toBe('met');
    expect(screen.getByTestId<HTMLSelectElement>('cell-0-A3').value).toBe('any');
    await fireEvent.change(screen.getByTestId('cell-0-A3'), { target: { value: 'not_met' } });
    expect(ruleNamed('R4c').textContent).toContain('A10 met; A3 not met');
    await fireEvent.click(button('alternative-add'));
    await fireEvent.change(screen.getByTestId('cell-1-G1'), { target: { value: 'not_met' } });
    expect(ruleNamed('R4c').textContent).toContain('G1 not met');
    await fireEvent.click(within(ruleNamed('R4c')).getByTestId('rule-up'));
    expect(screen.getAllByTestId('editor-rule').map((row) => row.dataset['rule'])).toEqual(['R1', 'R4c', 'R2', 'R5']);
    expect(document.activeElement).toBe(within(ruleNamed('R4c')).getByTestId('rule-up'));
    await fireEvent.input(screen.getByTestId('rule-id'), { target: { value: 'R9' } });
    await fireEvent.change(screen.getByTestId('rule-id'));
    expect(ruleNamed('R9').querySelector('[data-testid="rule-editor"]')).toBeTruthy();
    await fireEvent.click(button('rule-remove'));
    await fireEvent.click(button('rule-add'));
    expect(screen.getAllByTestId('editor-rule').map((row) => row.dataset['rule'])).toEqual(['R1', 'R2', 'R1n', 'R5']);
    await waitFor(() => expect(call).toHaveBeenCalledWith('method_check', expect.anything()));
    await expectAccessible(screen.getByTestId('method-editor'));
  }, 40_000);

  it('adds and removes questions', async () => {
    await edit();
    await fireEvent.click(button('question-add-A'));
    await waitFor(() => expect(screen.getByTestId('question-editor')).toBeTruthy());
    expect(screen.getAllByTestId('editor-question').map((row) => row.dataset['of'])).toContain('A11');
    await expectAccessible(screen.getByTestId('question-editor'));
    await fireEvent.click(button('question-remove'));
    expect(screen.getAllByTestId('editor-question').map((row) => row.dataset['of'])).not.toContain('A11');
  }, 40_000);

  it('is discarded without being saved', async () => {
    const { call } = await edit();
    await fireEvent.click(button('question-add-A'));
    await fireEvent.click(button('draft-discard'));
    await fireEvent.click(button('discard-yes'));
    await waitFor(() => expect(route.current.params).toEqual({ tab: 'versions' }));
    expect(call).toHaveBeenCalledWith('method_discard', { version: 'draft-1' });
    expect(call).not.toHaveBeenCalledWith('method_save', expect.anything());
  });
});

describe('agreement', () => {
  const at = (answers: Answers = {}) => show({ tab: 'agreement' }, answers);
  const row = (code: string) => screen.getAllByTestId('agreement-row').find((one) => one.dataset['code'] === code);

  it('tells three numbers together, with their interval and n', async () => {
    await at();
    const figure = screen.getAllByTestId('agreement-figure')[0];
    expect(figure?.textContent).toContain('n = 44');
    for (const said of ['89%', '0.743', '95% interval 0.561 – 0.890', '0.801', '0.741']) expect(figure?.textContent).toContain(said);
    expect(figure?.querySelector('[data-testid="interval-plot"]')).toBeTruthy();
    expect(screen.queryByTestId('agreement-banner')).toBeNull();
    setLang('ru');
    await waitFor(() => expect(figure?.textContent).toContain('0,743'));
  });

  it('says what cannot be assessed instead of a number', async () => {
    await at();
    expect(row('A4')?.textContent).toContain('All agree, no variation: reliability cannot be assessed');
    expect(row('A10')?.textContent).toContain('No two answers to compare');
    expect(row('A3')?.textContent).toContain('Fewer than 30 items: shown, not relied on');
    expect(row('A4')?.querySelector('[data-testid="interval-plot"]')).toBeNull();
    expect(row('A1')?.textContent).toContain('Is A1 so?');
  });

  it('says that the share leaves the headline where alpha is too low', async () => {
    await at({ agreement: () => fakeAgreement({ headline: false, verdict: fakeLine('verdict', { alpha: 0.512, reading: 'below' }) }) });
    const banner = screen.getByTestId('agreement-banner');
    expect(banner.textContent).toContain('Alpha is 0.512, below 0.667: the share of criticism leaves the headline.');
  });

  it('unfolds what each place answers', async () => {
    await at();
    expect(screen.getAllByTestId('base-rates')).toHaveLength(2);
    await fireEvent.click(within(row('A1') ?? document.body).getByRole('button'));
    expect(screen.getAllByTestId('base-rates')[2]?.textContent).toContain('not met');
  });

  it('is measured by major version apart', async () => {
    const { call } = await at({ agreement: ({ major }) => fakeAgreement({ majors: [1, 2], major: major ?? 2 }) });
    await fireEvent.click(button('major-1'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('agreement', { major: 1 }));
  });

  it('teaches the next step when nothing can be compared', async () => {
    await at({ agreement: () => fakeAgreement({ pairs: 0 }) });
    await fireEvent.click(screen.getByText('Go to review'));
    expect(route.current.screen).toBe('review');
  });
});

describe('calibration', () => {
  const at = (code?: string, answers: Answers = {}) => show({ tab: 'calibration', ...(code ? { case: code } : {}) }, answers);

  it('says what the set is for, and how the seat fares', async () => {
    const { container } = await at();
    expect(container.textContent).toContain('All cases are invented.');
    expect(screen.getByTestId('calibration-score').textContent).toBe('Answered: 1 of 3. Right verdicts: 0 of 1. · reviewer: Рецензент А');
    expect(screen.getByTestId('calibration-questions').textContent).toContain('0 of 1');
    await fireEvent.click(button('case-first'));
    expect(route.current.params).toEqual({ tab: 'calibration', case: 'K02' });
  });

  it('sends whoever has no seat to take one', async () => {
    await at(undefined, { calibration: refuse('seat_empty') });
    expect(screen.getByTestId('calibration-seat').textContent).toContain('take the seat');
    await fireEvent.click(screen.getByText('To the Review screen'));
    expect(route.current.screen).toBe('review');
  });

  it('asks about the content alone, and by digits', async () => {
    const { call } = await at('K02');
    expect(screen.queryByTestId('case-question-B2')).toBeNull();
    expect(screen.queryByTestId('case-question-C1')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('case-answer-G1-original')));
    await key('Digit1');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('case-answer-A1-Y')));
    await key('Digit2');
    await waitFor(() => expect(screen.getByTestId('case-question-A3').className).toContain('current'));
    await key('ArrowDown');
    await key('ArrowDown');
    await key('Digit1');
    await key('Digit2');
    expect(screen.getByTestId('case-answer-A7-anonymous').getAttribute('aria-checked')).toBe('true');
    expect(screen.getByTestId('case-answer-A7-permanent').getAttribute('aria-checked')).toBe('true');
    expect(screen.getByTestId('case-open').textContent).toBe('Open questions: 3');
    await fireEvent.click(button('case-hand-in'));
    expect(screen.getByTestId('hand-in-dialog').textContent).toContain('cannot be changed');
    await fireEvent.click(button('hand-in-yes'));
    const sent = call.mock.calls.find(([name]) => name === 'calibration_answer')?.[1] as { code: string; answers: { code: string; value: string }[] };
    expect(sent.answers.map(({ code, value }) => [code, value])).toEqual([['G1', 'original'], ['A1', 'LY'], ['A7', 'anonymous+permanent']]);
    const feedback = await screen.findByTestId('case-feedback');
    expect(feedback.dataset['right']).toBe('false');
    expect(document.activeElement).toBe(feedback);
    for (const said of ['real bullying', 'legitimate criticism', 'Why: It is about the office', 'Harsh words were taken for humiliation', 'A3']) expect(feedback.textContent).toContain(said);
    expect(screen.getByTestId('case-question-A3').dataset['differs']).toBe('true');
    expect(screen.getByTestId('case-question-A3').textContent).toContain('the key decides otherwise');
    expect(screen.getByTestId('case-question-A1').dataset['differs']).toBe('false');
    await fireEvent.click(button('case-next'));
    expect(route.current.params['case']).toBe('K03');
  });

  it('takes an answer back by Ctrl+Z and gives it again', async () => {
    await at('K02');
    const picked = () => button('case-answer-G1-original').getAttribute('aria-checked');
    await key('Digit1');
    expect(picked()).toBe('true');
    await key('KeyZ', { ctrlKey: true });
    expect([picked(), status.current]).toEqual(['false', 'The answer to G1 was taken back.']);
    await key('KeyZ', { ctrlKey: true });
    expect(status.current).toContain('Nothing');
    await key('KeyZ', { ctrlKey: true, shiftKey: true });
    expect(picked()).toBe('true');
  });

  it('stays where several can hold, and does nothing by Shift and a digit', async () => {
    await at('K02');
    await key('Digit1', { shiftKey: true });
    expect(button('case-answer-G1-original').getAttribute('aria-checked')).toBe('false');
    for (let moves = 0; moves < 4; moves++) await key('ArrowDown');
    await waitFor(() => expect(document.activeElement).toBe(button('case-answer-A7-anonymous')));
    await key('Digit1');
    await key('Digit2');
    await key('Digit1');
    expect(screen.getByTestId('case-question-A7').className).toContain('current');
    expect(['anonymous', 'permanent'].map((value) => button(`case-answer-A7-${value}`).getAttribute('aria-checked'))).toEqual(['false', 'true']);
    await key('Enter');
    await waitFor(() => expect(screen.getByTestId('case-question-A10').className).toContain('current'));
  });

  it('says which cases are begun', async () => {
    await at();
    expect(screen.getAllByTestId('case-row').map((row) => row.querySelector('.state')?.textContent)).toEqual(['≠ not the key’s', 'not answered', 'begun']);
  });

  it('shows a case in its own language, and the others one key away', async () => {
    await at('K02');
    expect(screen.getByTestId('case-text').lang).toBe('ru');
    await key('KeyL', { key: 'д' });
    expect(screen.getByTestId('case-text').textContent).toBe('An invented post');
    await key('KeyL', { key: 'д' });
    expect(screen.getByTestId('case-text').lang).toBe('kk');
    await fireEvent.click(button('case-lang-ru'));
    expect(screen.getByTestId('case-text').textContent).toBe('Вымышленная запись');
  });

  it('covers what is graphic until somebody asks', async () => {
    await at('K02', { calibration_open: ({ code }) => ({ code, kind: 'image', language: 'kk', sensitivity: 'graphic', content: { kk: 'а', ru: 'б', en: 'c' }, setting: { kk: '', ru: '', en: '' }, answers: [], verdict: '', feedback: null }) });
    expect(screen.getByTestId('case-text').className).toContain('covered');
    await fireEvent.click(button('case-uncover'));
    expect(screen.getByTestId('case-text').className).not.toContain('covered');
  });

  it('goes back to the list by Escape', async () => {
    await at('K02');
    await key('Escape', { key: 'Escape' });
    expect(route.current.params).toEqual({ tab: 'calibration' });
  });
});

describe('a case that is being answered', () => {
  let kept: Record<string, Answer[]>;
  const keeps: Answers = {
    calibration_save: ({ code, answers }) => {
      kept[code] = answers;
      return {};
    },
    calibration_open: ({ code }) => fakeCase(code, { answers: kept[code] ?? [] }),
  };
  const open = (answers: Answers = {}) => show({ tab: 'calibration', case: 'K02' }, { ...keeps, ...answers });
  const given = (code = 'K02') => kept[code]?.map((answer) => `${answer.code} ${answer.value}`).join(', ');
  const row = (code: string) => screen.getAllByTestId('case-row').find((one) => one.dataset['code'] === code) ?? document.body;
  const isChecked = (id: string) => screen.getByTestId(id).getAttribute('aria-checked') === 'true';
  // The core answers when the test says so.
  function slowly() {
    const waits: (() => void)[] = [];
    const save: Answers['calibration_save'] = ({ code, answers }) => {
      const done = new Promise<object>((resolve) =>
        waits.push(() => {
          kept[code] = answers;
          resolve({});
        }),
      );
      return done as unknown as Record<string, never>;
    };
    return { waits, save };
  }

  beforeEach(() => {
    kept = {};
  });

  it('is kept a moment after an answer', async () => {
    await open();
    await key('Digit1');
    await key('Digit2');
    expect(kept).toEqual({});
    expect(screen.getByTestId('case-saving').textContent).toBe('Saving…');
    await waitFor(() => expect(given()).toBe('G1 original, A1 LY'), { timeout: 2000 });
    await waitFor(() => expect(screen.getByTestId('case-saving').textContent).toBe('Answers saved.'));
  });

  it('is kept at once by Escape, and goes on where it was left', async () => {
    await open();
    await key('Digit1');
    await key('Escape', { key: 'Escape' });
    await waitFor(() => expect(given()).toBe('G1 original'), { timeout: 300 });
    await fireEvent.click(row('K02'));
    await screen.findByTestId('case-sheet');
    expect(isChecked('case-answer-G1-original')).toBe(true);
    expect(screen.getByTestId('case-open').textContent).toBe('Open questions: 5');
  });

  it('is read again only after it was kept, when another case was open meanwhile', async () => {
    const { waits, save } = slowly();
    const { call } = await open({ calibration_save: save });
    await key('Digit1');
    await fireEvent.click(row('K03'));
    await waitFor(() => expect(waits).toHaveLength(1), { timeout: 300 });
    await fireEvent.click(row('K02'));
    await new Promise((later) => setTimeout(later, 20));
    expect(call.mock.calls.filter(([name, args]) => name === 'calibration_open' && 'code' in args && args.code === 'K02')).toHaveLength(1);
    waits[0]?.();
    await waitFor(() => expect(screen.getByTestId('case-sheet').dataset['code']).toBe('K02'));
    expect(isChecked('case-answer-G1-original')).toBe(true);
    expect(given('K03')).toBeUndefined();
  });

  it('is kept before the register is locked', async () => {
    await open();
    await key('Digit1');
    await saveAll();
    expect(given()).toBe('G1 original');
  });

  it('says that it could not be kept, and tries again with the next answer', async () => {
    await open({ calibration_save: refuse('disk_full') });
    await key('Digit1');
    expect((await screen.findByTestId('failure', undefined, { timeout: 2000 })).dataset['code']).toBe('disk_full');
    expect(screen.getByTestId('case-saving').textContent).toBe('The answers are not saved.');
    answerWith({ ...METHODS, ...keeps });
    await key('Digit2');
    await waitFor(() => expect(given()).toBe('G1 original, A1 LY'), { timeout: 2000 });
    await waitFor(() => expect(screen.queryByTestId('failure')).toBeNull());
  });

  it('says after it was left that it could not be kept', async () => {
    await open({ calibration_save: refuse('disk_full') });
    await key('Digit1');
    await key('Escape', { key: 'Escape' });
    await waitFor(() => expect(status.current).toBe('The last answers to K02 were not saved. Open the case and check them.'));
  });

  it('is handed in after what is on its way to be kept, and is not kept afterwards', async () => {
    const { waits, save } = slowly();
    const { call, unmount } = await open({ calibration_save: save, calibration_answer: ({ code }) => fakeAnswered(code) });
    await key('Digit1');
    await waitFor(() => expect(waits).toHaveLength(1), { timeout: 2000 });
    await key('Digit2');
    await fireEvent.click(button('case-hand-in'));
    await fireEvent.click(button('hand-in-yes'));
    expect(call).not.toHaveBeenCalledWith('calibration_answer', expect.anything());
    waits[0]?.();
    await screen.findByTestId('case-feedback');
    unmount();
    await saveAll();
    expect(call.mock.calls.map(([name]) => name).filter((name) => ['calibration_save', 'calibration_answer'].includes(name))).toEqual(['calibration_save', 'calibration_answer']);
  });
});
