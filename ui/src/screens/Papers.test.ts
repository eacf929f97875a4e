import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { choice } from '../features/papers/choice.svelte';
import { expectAccessible } from '../lib/accessibility';
import { answerWith, fakeDay, fakePaperForm, fakePaperPreview, named, refuse } from '../lib/api/fake';
import type { Code, OrderDetail, PaperLeak, PaperLine, PaperPreview } from '../lib/api/types';
import { setLang } from '../lib/i18n';
import { saveAll } from '../lib/leaving';
import { go, route } from '../lib/router.svelte';
import { status } from '../lib/status.svelte';
import Papers from './Papers.svelte';

vi.mock('../lib/api/call', async (real) => ({
  ...(await real<typeof import('../lib/api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
}));

beforeEach(() => {
  setLang('en');
  status.say('');
  go('papers');
  choice.forget();
  answerWith();
});

const BRIEF = { kind: 'brief', lang: 'en', audience: 'press', filter: '', subject: '', format: 'pdf' };
const LEAK: PaperLeak = { kind: 'actors', field: 'name_ru', label: 'Person 14', shown: 'as ⟦Сынақов⟧ wrote', how: 'stem' };
const LINE: PaperLine = { id: 'p', kind: 'brief', lang: 'kk', digest: 'ab', bytes: 48_113, at: 1_795_590_000, snapshot: '', seq: 1, name: 'a.pdf', audience: 'press', format: 'pdf', filter: '', subject: '', leaks: 0, leaks_reason: '' };

const button = (id: string) => screen.getByTestId<HTMLButtonElement>(id);
const click = async (id: string) => fireEvent.click(await screen.findByTestId(id));
const field = (id: string) => screen.findByTestId<HTMLTextAreaElement>(id);
const type = async (id: string, value: string) => fireEvent.input(await field(id), { target: { value } });
const sheets = () => screen.queryAllByTestId('paper-sheet');
const settled = () => waitFor(() => expect(screen.getByTestId('paper-preview').dataset['behind']).toBe('false'));

async function shown() {
  const drawn = render(Papers);
  await screen.findByTestId('paper-form');
  await settled();
  return drawn;
}

async function choose(kind: string) {
  await click('paper-kind');
  await click(`paper-kind-${kind}`);
  await waitFor(() => expect(screen.getByTestId('paper-form').dataset['kind']).toBe(kind));
  await settled();
}

/** Gives the part that scrolls a size, which jsdom has not. */
async function sized(width: number, height: number, top = 0) {
  const desk = screen.getByTestId('paper-desk');
  Object.defineProperties(desk, { clientWidth: { value: width, configurable: true }, clientHeight: { value: height, configurable: true } });
  Object.defineProperty(desk, 'scrollTop', { value: top, configurable: true, writable: true });
  observed.forEach((look) => look());
  await fireEvent.scroll(desk);
}

const observed: (() => void)[] = [];
beforeEach(() => {
  observed.length = 0;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(look: () => void) {
        observed.push(look);
      }
      observe() {}
      disconnect() {}
    },
  );
});

describe('a new paper', () => {
  it('speaks the language of the window until another one is picked', async () => {
    const { container } = await shown();
    const spoken = () => container.querySelector('figure svg')?.getAttribute('lang');
    expect(spoken()).toBe('en');
    setLang('ru');
    await waitFor(() => expect(spoken()).toBe('ru'));
    await click('paper-lang-kk');
    await waitFor(() => expect(spoken()).toBe('kk'));
    setLang('en');
    expect(button('paper-lang-kk').getAttribute('aria-pressed')).toBe('true');
  });

  it('speaks English to the United Nations, whatever the window and other papers speak', async () => {
    await shown();
    setLang('ru');
    await click('paper-lang-kk');
    await choose('upr');
    expect(button('paper-lang-en').getAttribute('aria-pressed')).toBe('true');
    await click('paper-lang-ru');
    await choose('brief');
    expect(button('paper-lang-kk').getAttribute('aria-pressed')).toBe('true');
    await choose('special_procedures');
    expect(button('paper-lang-ru').getAttribute('aria-pressed')).toBe('true');
  });

  it('is asked for with what was chosen, and only with what its kind allows', async () => {
    const call = answerWith();
    await shown();
    expect(call).toHaveBeenCalledWith('paper_preview', { paper: BRIEF, from: 1, count: 1, check: false });
    await click('paper-audience');
    await click('paper-audience-public');
    await click('paper-format-docx');
    expect((await screen.findByTestId('paper-docx-note')).textContent).toContain('may end elsewhere');
    await waitFor(() => expect(call).toHaveBeenLastCalledWith('paper_preview', expect.objectContaining({ paper: { ...BRIEF, audience: 'public', format: 'docx' } })));
    await choose('case_file');
    expect(call).toHaveBeenLastCalledWith('paper_preview', expect.objectContaining({ paper: { ...BRIEF, kind: 'case_file', audience: 'court' } }));
    await click('paper-audience');
    expect(screen.queryByTestId('paper-audience-public')).toBeNull();
  });

  it('says in a line what each kind is, and is chosen by keys', async () => {
    await shown();
    const kind = button('paper-kind');
    expect(kind.textContent).toContain('one number');
    await fireEvent.keyDown(kind, { key: 'ArrowDown' });
    await fireEvent.keyDown(kind, { key: 'ArrowDown' });
    await fireEvent.keyDown(kind, { key: 'Enter' });
    await waitFor(() => expect(screen.getByTestId('paper-form').dataset['kind']).toBe('report'));
  });

  it('keeps the last filter that can be read, and says how many orders it finds', async () => {
    const problem = { code: 'filter_unknown_value', from: 9, to: 13, suggestions: ['missed'] };
    const call = answerWith({ orders_list: ({ filter }) => ({ total: filter === '' ? 60 : 17, all: 60, rows: [], problem: filter === 'deadline:soon' ? problem : null }) });
    await shown();
    await choose('report');
    expect((await screen.findByTestId('paper-filter-found')).textContent).toContain('All 60 orders');
    await type('paper-filter', 'deadline:missed');
    await waitFor(() => expect(screen.getByTestId('paper-filter-found').textContent).toContain('17 of 60 orders'));
    await waitFor(() => expect(call).toHaveBeenLastCalledWith('paper_preview', expect.objectContaining({ paper: { ...BRIEF, kind: 'report', filter: 'deadline:missed' } })));
    await type('paper-filter', 'deadline:soon');
    await screen.findByTestId('filter-problem');
    expect(call.mock.calls.some(([name, args]) => name === 'paper_preview' && JSON.stringify(args).includes('deadline:soon'))).toBe(false);
  });

  it('tells that orders could not be counted, and counts them again when asked', async () => {
    answerWith({ orders_list: refuse('internal') });
    await shown();
    await choose('report');
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('internal');
    expect(screen.getByTestId('paper-filter-found').textContent.trim()).toBe('');
    answerWith({ orders_list: () => ({ total: 60, all: 60, rows: [], problem: null }) });
    await fireEvent.click(screen.getByText('Try again'));
    await waitFor(() => expect(screen.getByTestId('paper-filter-found').textContent).toContain('All 60 orders'));
  });

  it('is about the order that was chosen, and says which one that is', async () => {
    const order = { id: 'order-59', reference: 'KZ-2026-0059', authority: named('Комитет'), order: { number: '27-31', issued: fakeDay() } } as OrderDetail;
    const call = answerWith({ record_choices: () => ({ rows: [{ kind: 'orders', id: 'order-59', label: named('KZ-2026-0059 · 27-31') }] }), order_show: () => order });
    await shown();
    await choose('case_file');
    expect(screen.queryByTestId('paper-text-reply')).toBeNull();
    await type('paper-subject', '27-31');
    await fireEvent.click(await screen.findByRole('option', { name: /KZ-2026-0059/ }));
    await waitFor(() => expect(screen.getByTestId('paper-subject-shown').textContent).toMatch(/KZ-2026-0059.*27-31.*14\.03\.2025/su));
    await waitFor(() => expect(call).toHaveBeenLastCalledWith('paper_preview', expect.objectContaining({ paper: { ...BRIEF, kind: 'case_file', audience: 'court', subject: 'order-59' } })));
    await type('paper-text-reply', 'Жауап');
    await waitFor(() => expect(call).toHaveBeenCalledWith('paper_text_set', { kind: 'case_file', subject: 'order-59', lang: 'en', name: 'reply', text: 'Жауап' }));
  });

  it('says why it cannot be sealed yet, and what to do', async () => {
    answerWith({ paper_preview: (ask) => fakePaperPreview(ask, 1, { refused: 'paper-needs-review' }) });
    await shown();
    expect(screen.getByTestId('paper-refused').textContent).toContain('at least one reviewed item');
    expect(button('paper-check').disabled).toBe(true);
    await fireEvent.click(screen.getByText('Start reviewing'));
    expect(route.current.screen).toBe('review');
  });

  it.each(['paper-needs-order', 'paper-over-limit', 'paper-of-tomorrow'])('words the refusal %s', async (refused) => {
    answerWith({ paper_preview: (ask) => fakePaperPreview(ask, 1, { refused }) });
    await shown();
    expect(screen.getByTestId('paper-refused').textContent).toMatch(/cannot be sealed yet\. .{20}/u);
  });

  it('counts words against its limit, and notes apart', async () => {
    let words = 2800;
    answerWith({ paper_preview: (ask) => fakePaperPreview(ask, 1, { words, note_words: 41 }) });
    await shown();
    expect(screen.queryByTestId('paper-words')).toBeNull();
    await choose('upr');
    expect(screen.getByTestId('paper-words').textContent).toMatch(/2,800 of 2,815 words.*notes counted apart: 41.*15 left/su);
    words = 2900;
    await type('paper-text-reply', 'more');
    await waitFor(() => expect(screen.getByTestId('paper-words').textContent).toContain('85 over the limit'));
  });

  it('is about the order that somebody comes from', async () => {
    const order = { id: 'order-59', reference: 'KZ-2026-0059', authority: named('Комитет'), order: { number: '27-31', issued: fakeDay() } } as OrderDetail;
    const call = answerWith({ order_show: () => order });
    go('papers', { kind: 'case_file', subject: 'order-59', reference: 'KZ-2026-0059' });
    await shown();
    expect((await field('paper-subject')).value).toBe('KZ-2026-0059');
    expect(call).toHaveBeenCalledWith('paper_preview', expect.objectContaining({ paper: { ...BRIEF, kind: 'case_file', audience: 'court', subject: 'order-59' } }));
  });
});

describe('what was chosen', () => {
  it('is found again by who comes back, and forgotten when the register is locked', async () => {
    const call = answerWith();
    const { unmount } = await shown();
    await choose('report');
    await click('paper-lang-ru');
    await settled();
    unmount();
    go('orders');
    go('papers');
    call.mockClear();
    await shown();
    expect(call).toHaveBeenCalledWith('paper_preview', expect.objectContaining({ paper: expect.objectContaining({ kind: 'report', lang: 'ru' }) }));
    choice.forget();
    await waitFor(() => expect(screen.getByTestId('paper-form').dataset['kind']).toBe('brief'));
  });
});

describe('the words that people write', () => {
  it('are saved after a pause, and seen in the preview', async () => {
    const call = answerWith();
    await shown();
    const before = call.mock.calls.filter(([name]) => name === 'paper_preview').length;
    await type('paper-text-reply', 'Жау');
    await type('paper-text-reply', 'Жауап жоқ.');
    await waitFor(() => expect(screen.getByTestId('paper-text').dataset['saving']).toBe('saved'));
    const texts = call.mock.calls.filter(([name]) => name === 'paper_text_set').map(([, args]) => args);
    expect(texts).toEqual([{ kind: 'brief', subject: '', lang: 'en', name: 'reply', text: 'Жауап жоқ.' }]);
    await waitFor(() => expect(call.mock.calls.filter(([name]) => name === 'paper_preview').length).toBeGreaterThan(before));
  });

  it('are saved at once when their field is left, and before the register is locked', async () => {
    const call = answerWith();
    await shown();
    await type('paper-text-reply', 'a');
    await fireEvent.blur(await field('paper-text-reply'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('paper_text_set', expect.objectContaining({ text: 'a' })), { timeout: 100 });
    await type('paper-text-reply', 'ab');
    expect(await saveAll()).toBe(true);
    expect(call).toHaveBeenCalledWith('paper_text_set', expect.objectContaining({ text: 'ab' }));
  });

  it('are not lost when kind and language change', async () => {
    const call = answerWith();
    await shown();
    await type('paper-text-reply', 'in English');
    await click('paper-lang-ru');
    await waitFor(() => expect(screen.getByTestId('paper-form').dataset['lang']).toBe('ru'));
    expect((await field('paper-text-reply')).value).toBe('');
    await type('paper-text-reply', 'по-русски');
    await choose('upr');
    await waitFor(() => expect(call).toHaveBeenCalledWith('paper_text_set', { kind: 'brief', subject: '', lang: 'en', name: 'reply', text: 'in English' }));
    await waitFor(() => expect(call).toHaveBeenCalledWith('paper_text_set', { kind: 'brief', subject: '', lang: 'ru', name: 'reply', text: 'по-русски' }));
    await choose('brief');
    expect((await field('paper-text-reply')).value).toBe('по-русски');
    await click('paper-lang-en');
    await waitFor(async () => expect((await field('paper-text-reply')).value).toBe('in English'));
  });

  it('stay in their field when they cannot be saved, hold the seal back, and are tried again', async () => {
    answerWith({ paper_text_set: refuse('disk_full') });
    await shown();
    await type('paper-text-reply', 'kept');
    await waitFor(() => expect(screen.getByTestId('paper-text').dataset['saving']).toBe('failed'));
    expect((await field('paper-text-reply')).getAttribute('aria-invalid')).toBe('true');
    await click('paper-check');
    await waitFor(() => expect(status.current).toContain('could not be saved'));
    expect(screen.queryByTestId('seal-dialog')).toBeNull();
    const call = answerWith();
    await click('paper-text-again');
    await waitFor(() => expect(call).toHaveBeenCalledWith('paper_text_set', expect.objectContaining({ text: 'kept' })));
    await waitFor(() => expect(screen.getByTestId('paper-text').dataset['saving']).toBe('saved'));
  });

  it('are read as days and numbers where they are some', async () => {
    const call = answerWith();
    await shown();
    await choose('upr');
    await type('paper-text-reply-asked-on', '31.02.2026');
    await type('paper-text-word-limit', 'many');
    expect((await field('paper-text-reply-asked-on')).getAttribute('aria-invalid')).toBe('true');
    expect((await field('paper-text-word-limit')).getAttribute('aria-invalid')).toBe('true');
    await type('paper-text-reply-asked-on', '28.02.2026');
    await type('paper-text-word-limit', '5 630');
    await waitFor(() => expect(call.mock.calls.filter(([name]) => name === 'paper_text_set').map(([, args]) => args)).toMatchObject([{ text: '2026-02-28' }, { text: '5630' }]));
  });
});

describe('the preview', () => {
  const long = () => answerWith({ paper_preview: (ask) => fakePaperPreview(ask, 60) });

  it('draws the pages near what is seen, and no more', async () => {
    const call = long();
    await shown();
    await sized(700, 900);
    await settled();
    expect(screen.getByTestId('paper-preview').dataset['pages']).toBe('60');
    await waitFor(() => expect(sheets().map((sheet) => sheet.dataset['page'])).toEqual(['1', '2']));
    // 700 − 2 · 20 wide, and so 933 high; 953 from page to page.
    await sized(700, 900, 953 * 40);
    await settled();
    await waitFor(() => expect(sheets().map((sheet) => sheet.dataset['page'])).toEqual(['40', '41', '42']));
    expect(sheets()[1]?.textContent).toContain('brief 41');
    expect(screen.getByTestId('paper-page').textContent).toBe('Page 41 of 60');
    expect(call.mock.calls.every(([name, args]) => name !== 'paper_preview' || (args as { count: number }).count <= 6)).toBe(true);
  });

  it('is turned by keys and by its buttons', async () => {
    long();
    await shown();
    await sized(700, 900);
    await fireEvent.keyDown(screen.getByTestId('paper-desk'), { key: 'End' });
    expect(screen.getByTestId('paper-page').dataset['page']).toBe('60');
    await fireEvent.keyDown(screen.getByTestId('paper-desk'), { key: 'PageUp' });
    expect(screen.getByTestId('paper-page').dataset['page']).toBe('59');
    await click('paper-page-after');
    expect(button('paper-page-after').disabled).toBe(true);
    await fireEvent.keyDown(screen.getByTestId('paper-desk'), { key: 'Home' });
    expect(button('paper-page-before').disabled).toBe(true);
  });

  it('drops answers that were overtaken, and keeps the old pages until the new ones are there', async () => {
    const waiting: ((reply: PaperPreview) => void)[] = [];
    let isSlow = false;
    answerWith({
      paper_preview: ((ask: Parameters<typeof fakePaperPreview>[0]) => (isSlow ? new Promise((resolve) => waiting.push(resolve)) : fakePaperPreview(ask))) as unknown as typeof fakePaperPreview,
    });
    await shown();
    isSlow = true;
    await type('paper-text-reply', 'one');
    await waitFor(() => expect(waiting).toHaveLength(1));
    expect(sheets()[0]?.textContent).toContain('brief 1');
    await type('paper-text-reply', 'two');
    await waitFor(() => expect(waiting).toHaveLength(2));
    const page = (words: string) => fakePaperPreview({ paper: BRIEF as never, from: 1, count: 1, check: false }, 1, { pages: [`<svg><text>${words}</text></svg>`] });
    waiting[1]?.(page('newer'));
    await waitFor(() => expect(sheets()[0]?.textContent).toContain('newer'));
    waiting[0]?.(page('older'));
    await settled();
    expect(sheets()[0]?.textContent).toContain('newer');
  });

  it('shows the same page in two languages, and in three', async () => {
    answerWith({ paper_preview: (ask) => fakePaperPreview(ask, ask.paper.lang === 'en' ? 2 : 1) });
    await shown();
    await sized(1000, 3000);
    await click('paper-beside-two');
    await waitFor(() => expect(sheets().map((sheet) => `${sheet.lang} ${sheet.dataset['page']}`)).toEqual(['en 1', 'kk 1', 'en 2']));
    expect(screen.getByText('This language has no such page.')).toBeTruthy();
    expect(screen.getByTestId('paper-page').textContent).toBe('Page 1 of 2');
    await fireEvent.change(screen.getByTestId('paper-beside-other'), { target: { value: 'ru' } });
    await waitFor(() => expect(sheets().map((sheet) => sheet.lang)).toEqual(['en', 'ru', 'en']));
    await click('paper-beside-three');
    await waitFor(() => expect(sheets().map((sheet) => sheet.lang)).toEqual(['en', 'ru', 'kk', 'en']));
    await click('paper-beside-one');
    await waitFor(() => expect(sheets().map((sheet) => sheet.lang)).toEqual(['en', 'en']));
  });
});

describe('check and seal', () => {
  it('finds nothing, saves, seals and tells the entry', async () => {
    const call = answerWith();
    await shown();
    await click('paper-check');
    await screen.findByTestId('seal-clean');
    expect(call).toHaveBeenCalledWith('paper_preview', { paper: BRIEF, from: 1, count: 1, check: true });
    await click('paper-export');
    const done = await screen.findByTestId('seal-done');
    expect(done.dataset['seq']).toBe('121');
    expect(done.dataset['digest']).toMatch(/^[0-9a-f]{64}$/u);
    expect(call).toHaveBeenCalledWith('paper_export', { paper: BRIEF, leaks_reason: '' });
    expect(status.current).toBe('Saved brief-en.pdf and sealed it in ledger entry 121.');
    await click('seal-show');
    expect(await screen.findByTestId('paper-row')).toBeTruthy();
  });

  it('is not told as failed when the dialog of the system is closed', async () => {
    answerWith({ paper_export: refuse('cancelled') });
    await shown();
    await click('paper-check');
    await click('paper-export');
    await waitFor(() => expect(button('paper-export').disabled).toBe(false));
    expect(screen.queryByTestId('failure')).toBeNull();
  });

  it('is blocked by what its readers may not see, which is shown where it stands', async () => {
    answerWith({ paper_preview: (ask) => fakePaperPreview(ask, 1, { leaks: ask.check ? [LEAK] : [] }) });
    await shown();
    await click('paper-check');
    await screen.findByTestId('seal-blocked');
    expect(screen.queryByTestId('paper-export')).toBeNull();
    const leak = screen.getByTestId('paper-leak');
    expect(leak.textContent).toContain('Person 14 · Name in Russian');
    expect(leak.dataset['how']).toBe('stem');
    expect(within(leak).getByText('Сынақов').tagName).toBe('MARK');
    await expectAccessible(screen.getByTestId('seal-dialog'));
  });

  it('lets it stand only with the reason of a lawyer who has looked at it', async () => {
    const call = answerWith({ paper_preview: (ask) => fakePaperPreview(ask, 1, { leaks: ask.check ? [LEAK, LEAK] : [] }) });
    await shown();
    await click('paper-check');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('paper-leaks')));
    await click('seal-override');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('seal-reason')));
    expect(button('paper-export').disabled).toBe(true);
    await click('seal-understood');
    await type('seal-reason', '123 456 789 0 ok!');
    expect(button('paper-export').disabled).toBe(true);
    await type('seal-reason', 'He signed it himself, in public.');
    expect(button('paper-export').disabled).toBe(false);
    await click('seal-understood');
    expect(button('paper-export').disabled).toBe(true);
    await click('seal-understood');
    await click('paper-export');
    await screen.findByTestId('seal-done');
    expect(call).toHaveBeenCalledWith('paper_export', { paper: BRIEF, leaks_reason: 'He signed it himself, in public.' });
  });

  it('lets stand for no reason what tells who a child is', async () => {
    answerWith({ paper_preview: (ask) => fakePaperPreview(ask, 1, { leaks: ask.check ? [LEAK] : [] }), paper_export: refuse('paper_tells_child' as Code, { count: '1' }) });
    await shown();
    await click('paper-check');
    await click('seal-override');
    await click('seal-understood');
    await type('seal-reason', 'He signed it himself, in public.');
    await click('paper-export');
    await screen.findByTestId('seal-again');
    expect(screen.queryByTestId('paper-export')).toBeNull();
    expect(screen.queryByTestId('seal-override')).toBeNull();
    answerWith();
    await click('seal-again');
    expect(await screen.findByTestId('seal-clean')).toBeTruthy();
  });

  it('searches anew when something was written into the register meanwhile', async () => {
    let leaks: PaperLeak[] = [];
    answerWith({
      paper_preview: (ask) => fakePaperPreview(ask, 1, { leaks: ask.check ? leaks : [] }),
      paper_export: () => {
        leaks = [LEAK];
        return refuse('paper_leaks', { count: '1' })();
      },
    });
    await shown();
    await click('paper-check');
    await click('paper-export');
    expect(await screen.findByTestId('seal-blocked')).toBeTruthy();
  });
});

describe('sealed papers', () => {
  const list = async (rows: PaperLine[] = [LINE]) => {
    const call = answerWith({ papers_list: () => ({ rows }) });
    await shown();
    await click('papers-view-sealed');
    return call;
  };

  it.each([
    ['same', { same: true, other: '' }, 'brief-copy.pdf is a.pdf, byte for byte'],
    ['other', { same: false, other: 'b.pdf' }, 'It is another sealed paper, unchanged: b.pdf'],
    ['different', { same: false, other: '' }, 'it was changed, or never sealed'],
  ] as const)('say of a file that it is %s', async (verdict, reply, words) => {
    await list();
    answerWith({ papers_list: () => ({ rows: [LINE] }), paper_verify: () => ({ name: 'brief-copy.pdf', digest: 'ab', ...reply }) });
    await click('paper-verify');
    const told = await screen.findByTestId('paper-verified');
    expect(told.dataset['verdict']).toBe(verdict);
    expect(told.textContent).toContain(words);
  });

  it('say for whom they are, what a lawyer let stand, and are saved again', async () => {
    const call = await list([{ ...LINE, leaks: 2, leaks_reason: 'Signed in public.' }, { ...LINE, id: 'old', audience: '', format: '' }]);
    const [first, old] = await screen.findAllByTestId('paper-row');
    expect(first?.textContent).toMatch(/Press brief.*Қазақша · Press.*48,113 bytes.*2 sealed values were let stand: Signed in public\./su);
    expect(old?.textContent).toContain('readers not told apart');
    await fireEvent.click(screen.getAllByTestId('paper-save-again')[0] as HTMLElement);
    await waitFor(() => expect(status.current).toContain('byte for byte as it was sealed'));
    expect(call).toHaveBeenCalledWith('paper_save_again', { id: 'p' });
  });

  it('are asked for by their kind when there are many', async () => {
    await list(Array.from({ length: 11 }, (_, n) => ({ ...LINE, id: `p${n}`, kind: n < 3 ? 'upr' : 'brief' })));
    await fireEvent.change(await screen.findByTestId('papers-kind'), { target: { value: 'upr' } });
    await waitFor(() => expect(screen.getAllByTestId('paper-row')).toHaveLength(3));
  });

  it('tell a failure, and no number that is not known', async () => {
    answerWith({ papers_list: refuse('database_damaged') });
    await shown();
    await waitFor(() => expect(button('papers-view-sealed').textContent).toBe('Sealed papers'));
    await click('papers-view-sealed');
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('database_damaged');
    answerWith();
    await fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findByTestId('paper-row')).toBeTruthy();
    expect(button('papers-view-sealed').textContent).toBe('Sealed papers: 1');
  });

  it('teach what they are for when there are none', async () => {
    await list([]);
    expect(await screen.findByText('No sealed papers yet')).toBeTruthy();
    expect(screen.queryByTestId('papers-kind')).toBeNull();
  });

  it('are worded in three languages and hold the rules of accessibility', async () => {
    await list();
    for (const code of ['kk', 'ru', 'en'] as const) {
      setLang(code);
      await waitFor(() => expect(document.body.textContent).not.toContain('⟦'));
    }
    await expectAccessible();
  });
});

describe('every kind of paper', () => {
  it.each(fakePaperForm('brief').kinds)('is worded in three languages and holds the rules of accessibility: %s', async (kind) => {
    const { container } = await shown();
    await choose(kind);
    for (const code of ['kk', 'ru', 'en'] as const) {
      setLang(code);
      await click(`paper-lang-${code}`);
      await waitFor(() => expect(screen.getByTestId('paper-form').dataset['lang']).toBe(code));
      await settled();
      expect(container.textContent).not.toContain('⟦');
    }
    await expectAccessible(container);
  });
});
