import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stint } from '../features/review/clock.svelte';
import { fakeAnswer, fakeContext, fakeJudgement, fakeLine, fakeLocked, fakeOutcome, fakeQueue, fakeQueueRow, fakeQuestion, fakeReading, fakeSheet } from '../features/review/fake';
import { expectAccessible } from '../lib/accessibility';
import { answerWith, refuse, type Answers } from '../lib/api/fake';
import type { Queue, ReviewerRow, ReviewSheet } from '../lib/api/types';
import { setLang } from '../lib/i18n';
import { go, route } from '../lib/router.svelte';
import { status } from '../lib/status.svelte';
import Review from './Review.svelte';

vi.mock('../lib/api/call', async (real) => ({
  ...(await real<typeof import('../lib/api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
}));

let sheet: ReviewSheet;
let queue: Queue;

const reviewer = (id: string, name: string): ReviewerRow => ({ id, name, outside: 'no', locked: 3, open: 2, calibrated: 0, calibration: 20, calibrated_right: 0 });
const PEOPLE = [reviewer('r1', 'Айгүл'), { ...reviewer('r2', 'Бота'), outside: 'yes' }];

const REPLIES: Answers = {
  reviewers: () => ({ rows: PEOPLE, seat: '', actor: 'Әлия' }),
  seat_take: () => {
    queue = fakeQueue();
    return { rows: PEOPLE, seat: 'r1', actor: 'Айгүл' };
  },
  review_queue: () => queue,
  review_next: () => ({ id: 'order-item-2' }),
  review_assign: ({ count }) => ({ count }),
  review_open: ({ id }) => ({ ...sheet, id }),
  review_save: () => ({}),
  review_conflict: ({ conflict }) => (sheet = { ...sheet, stage: conflict === 'none' ? 'answer' : 'declined', item: fakeSheet().item }),
  review_again: ({ id }) => ({ id, reference: '', seq: 120 }),
  review_context: fakeContext,
  review_judge: ({ answers }) => fakeJudgement({ settled: answers.some(({ code, value }) => code === 'A3' && value === 'LN'), deciding: ['A3'] }),
  review_lock: ({ answers, verdict, override_reason }) =>
    (sheet = { ...sheet, stage: 'locked', can_correct: true, answers, judgement: fakeJudgement({ settled: true }), locked: fakeLocked({ verdict, override_reason }) }),
};

/** Lets the core answer; what is given here comes first. */
const answering = (more: Answers = {}) => answerWith({ ...REPLIES, ...more });

let call: ReturnType<typeof answering>;

beforeEach(() => {
  setLang('en');
  status.say('');
  stint.reset();
  sheet = fakeSheet();
  queue = fakeQueue();
  call = answering();
  go('review');
});

async function open(first = 'question-A1'): Promise<HTMLElement> {
  go('review', { id: 'order-item-1' });
  const { container } = render(Review);
  await screen.findByTestId(first);
  return container;
}

const press = (key: string, code = '') => fireEvent.keyDown(document.activeElement ?? document.body, { key, code });
const checked = (id: string) => screen.getByTestId(id).getAttribute('aria-checked');
const isReady = (lock: HTMLElement) => lock.getAttribute('aria-disabled') === 'false';
const current = () => document.querySelector('[data-current="true"]')?.getAttribute('data-testid');

describe('the review screen', () => {
  it('answers by digits, from the Kazakh layout too, and moves on', async () => {
    await open();
    await waitFor(() => expect(screen.getByTestId('question-G1').contains(document.activeElement)).toBe(true));
    await press('1', 'Digit1');
    await press('ә', 'Digit2');
    expect([checked('answer-G1-Y'), checked('answer-A1-LY'), current()]).toEqual(['true', 'true', 'question-A2']);
    await press('ArrowUp');
    expect(current()).toBe('question-A1');
    await press('6', 'Digit6');
    expect([checked('answer-A1-NA'), checked('answer-A1-LY')]).toEqual(['true', 'false']);
  });

  it('keeps a digit typed into a note a digit', async () => {
    await open();
    const note = screen.getByTestId('answer-note-G1');
    note.focus();
    await press('2', 'Digit2');
    expect(checked('answer-G1-N')).toBe('false');
  });

  it('quotes by Q: the passage marked by keyboard goes to the current question', async () => {
    await open();
    await waitFor(() => expect(screen.getByTestId('question-G1').contains(document.activeElement)).toBe(true));
    const text = screen.getByTestId('review-text');
    await fireEvent.keyDown(text, { key: 'ArrowDown' });
    await fireEvent.keyDown(text, { key: 'ArrowDown' });
    await fireEvent.keyDown(text, { key: 'й', code: 'KeyQ' });
    expect(screen.getByTestId('review-passage').textContent).toBe('Ақша қайда кетті?');
    expect(screen.getByTestId<HTMLTextAreaElement>('answer-quote-G1').value).toBe('Ақша қайда кетті?');
    // Another place is put beside the first one.
    await fireEvent.keyDown(text, { key: 'ArrowUp' });
    await fireEvent.keyDown(text, { key: 'й', code: 'KeyQ' });
    expect(screen.getByTestId<HTMLTextAreaElement>('answer-quote-G1').value).toBe('Ақша қайда кетті? […] Әкім уәдесін орындамады.');
  });

  it('judges and saves by itself', async () => {
    await open();
    await fireEvent.click(screen.getByTestId('answer-A3-LN'));
    await waitFor(() => expect(screen.getByTestId('review-verdict').dataset).toMatchObject({ verdict: 'legitimate_criticism', rule: 'R4c', settled: 'true' }));
    const saved = expect.objectContaining({ id: 'order-item-1', answers: expect.arrayContaining([expect.objectContaining({ code: 'A3', value: 'LN' })]) });
    await waitFor(() => expect(call).toHaveBeenCalledWith('review_save', saved), { timeout: 2000 });
  });

  it('takes from the register what it knows, and says so', async () => {
    await open();
    expect(checked('answer-B6-LY')).toBe('true');
    expect(screen.getByTestId('question-B6').textContent).toContain('from the register');
  });

  it('locks a settled review after asking, and is read only then', async () => {
    await open();
    const lock = screen.getByTestId<HTMLButtonElement>('review-lock');
    expect(isReady(lock)).toBe(false);
    await fireEvent.click(screen.getByTestId('answer-A3-LN'));
    await waitFor(() => expect(isReady(lock)).toBe(true));
    await fireEvent.click(lock);
    await fireEvent.click(await screen.findByTestId('review-lock-confirm'));
    expect((await screen.findByTestId('review-locked')).dataset).toMatchObject({ verdict: 'legitimate_criticism', seq: '91' });
    expect(status.current).toContain('ledger entry 91');
    await waitFor(() => expect(document.activeElement?.id).toBe('locked-heading'));
    await fireEvent.click(screen.getByTestId('answer-A3-Y'));
    expect(checked('answer-A3-Y')).toBe('false');
  });

  it('leads from the lock to what stands before it', async () => {
    await open();
    await waitFor(() => expect(current()).toBe('question-G1'));
    await fireEvent.click(screen.getByTestId('review-lock'));
    await waitFor(() => expect(screen.getByTestId('question-A3').contains(document.activeElement)).toBe(true));
    await press('1', 'Digit1');
    await waitFor(() => expect(screen.getByTestId('obstacle-ground-A3')).toBeTruthy());
    await fireEvent.click(screen.getByTestId('answer-A3-LN'));
    await waitFor(() => expect(isReady(screen.getByTestId('review-lock'))).toBe(true));
    await fireEvent.change(screen.getByTestId('review-override'), { target: { value: 'mixed' } });
    await fireEvent.click(screen.getByTestId('review-lock'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('review-override-reason')));
    expect(screen.queryByTestId('review-lock-confirm')).toBeNull();
  });

  it('says what it cannot take, and leads to the field that lacks a ground', async () => {
    await open();
    await waitFor(() => expect(screen.getByTestId('question-G1').contains(document.activeElement)).toBe(true));
    await fireEvent.click(screen.getByTestId('answer-A3-Y'));
    await waitFor(() => expect(screen.getByTestId('obstacle-ground-A3')).toBeTruthy());
    await waitFor(() => expect(screen.getByTestId('review-verdict').dataset['rule']).toBe('R4c'));
    await fireEvent.click(screen.getByTestId('answer-A3-LN'));
    await waitFor(() => expect(isReady(screen.getByTestId('review-lock'))).toBe(true));
    await fireEvent.click(screen.getByTestId('answer-A1-Y'));
    await waitFor(() => expect(screen.getByTestId('obstacle-ground-A1')).toBeTruthy());
    await waitFor(() => expect(screen.getByTestId('review-verdict').dataset['settled']).toBe('true'));
    await fireEvent.click(screen.getByTestId('review-lock'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('answer-quote-A1')));
    await fireEvent.input(screen.getByTestId('answer-quote-A1'), { target: { value: 'а'.repeat(4000) } });
    expect(screen.getByTestId('answer-full-A1').textContent).toContain('at most 4,000 characters');
  });

  it('leaves by Ctrl+Z what was typed over a deed since', async () => {
    await open();
    await waitFor(() => expect(screen.getByTestId('question-G1').contains(document.activeElement)).toBe(true));
    const text = screen.getByTestId('review-text');
    await fireEvent.keyDown(text, { key: 'ArrowDown' });
    await fireEvent.keyDown(text, { key: 'q', code: 'KeyQ' });
    const quote = screen.getByTestId<HTMLTextAreaElement>('answer-quote-G1');
    await fireEvent.input(quote, { target: { value: `${quote.value} (a promise)` } });
    screen.getByTestId('answer-G1-Y').focus();
    await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'z', code: 'KeyZ', ctrlKey: true });
    expect(quote.value).toBe('Әкім уәдесін орындамады. (a promise)');
  });

  it('takes an answer back by Ctrl+Z and gives it again, and leaves what is typed to its field', async () => {
    await open();
    await waitFor(() => expect(screen.getByTestId('question-G1').contains(document.activeElement)).toBe(true));
    await press('1', 'Digit1');
    await press('2', 'Digit2');
    const turn = (shiftKey: boolean) => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'z', code: 'KeyZ', ctrlKey: true, shiftKey });
    await turn(false);
    expect([checked('answer-A1-LY'), checked('answer-G1-Y'), current()]).toEqual(['false', 'true', 'question-A1']);
    expect(status.current).toContain('A1');
    await turn(false);
    expect(checked('answer-G1-Y')).toBe('false');
    await turn(false);
    expect(status.current).toContain('Nothing');
    await turn(true);
    await turn(true);
    expect([checked('answer-G1-Y'), checked('answer-A1-LY')]).toEqual(['true', 'true']);
    await fireEvent.keyDown(screen.getByTestId('answer-note-A1'), { key: 'z', code: 'KeyZ', ctrlKey: true });
    expect(checked('answer-A1-LY')).toBe('true');
    await waitFor(() => expect(call).toHaveBeenCalledWith('review_save', expect.objectContaining({ answers: [expect.objectContaining({ code: 'G1', value: 'Y' }), expect.objectContaining({ code: 'A1', value: 'LY' })] })), { timeout: 2000 });
  });

  it('wants the reason of an override', async () => {
    await open();
    await fireEvent.click(screen.getByTestId('answer-A3-LN'));
    const lock = screen.getByTestId<HTMLButtonElement>('review-lock');
    await waitFor(() => expect(isReady(lock)).toBe(true));
    await fireEvent.change(screen.getByTestId('review-override'), { target: { value: 'mixed' } });
    expect(isReady(lock)).toBe(false);
    await fireEvent.input(await screen.findByTestId('review-override-reason'), { target: { value: 'The second sentence exposes a child.' } });
    await waitFor(() => expect(isReady(lock)).toBe(true));
    await fireEvent.click(lock);
    await fireEvent.click(await screen.findByTestId('review-lock-confirm'));
    expect((await screen.findByTestId('review-locked')).textContent).toContain('The second sentence exposes a child.');
    expect(call).toHaveBeenCalledWith('review_lock', expect.objectContaining({ verdict: 'mixed', subject: 'd1', saw_official: false }));
  });

  it('covers what is graphic until somebody asks', async () => {
    sheet = fakeSheet({ item: { ...sheet.item, sensitivity: 'graphic' } });
    await open();
    expect(screen.getByTestId('review-text').inert).toBe(true);
    await fireEvent.click(screen.getByTestId('review-uncover'));
    expect(screen.getByTestId('review-text').inert).toBe(false);
    expect(screen.getByTestId('review-text').lang).toBe('kk');
  });

  it('goes back to the queue by Escape', async () => {
    await open();
    await waitFor(() => expect(screen.getByTestId('question-G1').contains(document.activeElement)).toBe(true));
    await press('Escape');
    await waitFor(() => expect(route.current.params['id']).toBeUndefined());
    expect(document.activeElement?.getAttribute('data-testid')).toBe('queue-row');
  });

  it('goes on to a question that still decides, and opens its part', async () => {
    sheet = { ...sheet, answers: [fakeAnswer('A3', 'CT')] };
    await open();
    const part = screen.getByTestId<HTMLDetailsElement>('part-A');
    part.open = false;
    await fireEvent(part, new Event('toggle'));
    await fireEvent.click(screen.getByTestId('deciding-A3'));
    await waitFor(() => expect(screen.getByTestId('question-A3').contains(document.activeElement)).toBe(true));
    expect(part.open).toBe(true);
  });

  it('says how sure an answer is by Shift and a digit, and takes it back', async () => {
    await open();
    await waitFor(() => expect(screen.getByTestId('question-G1').contains(document.activeElement)).toBe(true));
    const sure = () => screen.getByTestId('answer-sure-G1-2').getAttribute('aria-pressed');
    const shift = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: '"', code: 'Digit2', shiftKey: true });
    await shift();
    expect([sure(), current()]).toEqual(['true', 'question-G1']);
    await shift();
    expect(sure()).toBe('false');
  });

  it('stays at a question where several values can hold', async () => {
    sheet = { ...sheet, questions: [{ ...fakeQuestion('C6', ['removed_own_posts', 'left_topic', 'none', 'CT']), several: true }, fakeQuestion('A3')] };
    await open('question-C6');
    await fireEvent.focusIn(screen.getByTestId('answer-C6-none'));
    await press('1', 'Digit1');
    await press('2', 'Digit2');
    expect([checked('answer-C6-removed_own_posts'), checked('answer-C6-left_topic'), current()]).toEqual(['true', 'true', 'question-C6']);
    expect(screen.getByTestId('answer-C6-left_topic').textContent).toContain('gave up the topic');
  });

  it('lets an exhibit be the ground', async () => {
    await open();
    await fireEvent.click(screen.getByTestId('answer-A3-Y'));
    expect(screen.getByTestId('question-A3').textContent).toContain('need a quote, an exhibit or a note');
    await fireEvent.input(screen.getByTestId('answer-exhibit-A3'), { target: { value: 'E4, p. 2' } });
    expect(screen.getByTestId('question-A3').textContent).not.toContain('need a quote, an exhibit or a note');
  });

  it('shows what the register gives for the statute, why, and by which provisions', async () => {
    sheet = { ...sheet, checklist: [fakeLine('B1'), fakeLine('B6', { value: '', why: '', pointers: [], provisions: [] })] };
    await open();
    const line = screen.getByTestId('statute-B1');
    expect(line.textContent).toContain('The expert group decided after the order.');
    expect(within(line).getAllByTestId('statute-pointer').map((one) => one.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'order KZ-2025-0042 · Date of the order: 14.03.2025',
      'order KZ-2025-0042 · Kind of act: letter',
      'order KZ-2025-0042 · Legal basis: art. 40',
    ]);
    const [mass, rules] = within(line).getAllByTestId('statute-provision');
    expect(mass?.textContent).toContain('from 02.09.2024 · in force on the day of the order');
    expect(mass?.textContent).toContain('not compared with the official text');
    expect(rules?.textContent).toContain('dates not known');
    expect(rules?.textContent).not.toContain('not compared');
    expect(screen.getByTestId('statute-B6').textContent).toContain('No answer follows from the register.');
  });

  it('keeps the answers when the item changed meanwhile, and looks again', async () => {
    call = answering({ review_lock: refuse('review_overtaken') });
    await open();
    await fireEvent.click(screen.getByTestId('answer-A3-LN'));
    const lock = screen.getByTestId<HTMLButtonElement>('review-lock');
    await waitFor(() => expect(isReady(lock)).toBe(true));
    await fireEvent.click(lock);
    await fireEvent.click(await screen.findByTestId('review-lock-confirm'));
    expect((await screen.findByTestId('review-overtaken')).textContent).toContain('Your answers are kept.');
    sheet = { ...sheet, subject: 'd2', item: { ...sheet.item, text: 'Жаңа мәтін.' } };
    await fireEvent.click(screen.getByTestId('review-look-again'));
    await waitFor(() => expect(screen.getByTestId('review-text').textContent).toContain('Жаңа мәтін.'));
    expect(checked('answer-A3-LN')).toBe('true');
    call = answering();
    await waitFor(() => expect(isReady(lock)).toBe(true));
    await fireEvent.click(lock);
    await fireEvent.click(await screen.findByTestId('review-lock-confirm'));
    await screen.findByTestId('review-locked');
    expect(call).toHaveBeenCalledWith('review_lock', expect.objectContaining({ subject: 'd2' }));
  });

  it('covers the names of officials until somebody asks, and records that', async () => {
    sheet = { ...sheet, masked: 2, item: { ...sheet.item, text: 'Әкім █████ кетті.' } };
    await open();
    expect(screen.getByTestId('review-masked').dataset['count']).toBe('2');
    await fireEvent.click(screen.getByTestId('answer-A1-LY'));
    await fireEvent.click(screen.getByTestId('review-unmask'));
    expect(call).not.toHaveBeenCalledWith('review_save', expect.objectContaining({ saw_official: true }));
    sheet = { ...sheet, masked: 0, saw_official: true, item: { ...sheet.item, text: 'Әкім Серіков кетті.' } };
    await fireEvent.click(await screen.findByTestId('review-unmask-confirm'));
    await waitFor(() => expect(screen.getByTestId('review-text').textContent).toContain('Серіков'));
    expect(call).toHaveBeenCalledWith('review_save', expect.objectContaining({ saw_official: true, answers: [expect.objectContaining({ code: 'A1', value: 'LY' })] }));
    expect(screen.getByTestId('review-unmasked')).toBeTruthy();
    expect(checked('answer-A1-LY')).toBe('true');
  });

  it('is worded in three languages and holds the rules of accessibility', async () => {
    sheet = { ...sheet, masked: 1, checklist: [fakeLine('B1')], questions: [...sheet.questions, fakeQuestion('C1')] };
    const container = await open();
    for (const lang of ['kk', 'ru', 'en'] as const) {
      setLang(lang);
      await waitFor(() => expect(container.textContent).not.toContain('⟦'));
    }
    await expectAccessible(container);
  }, 20_000);
});

describe('the seat', () => {
  beforeEach(() => {
    queue = fakeQueue({ rows: [], seat: '' });
  });

  it('is asked for before anything is shown, with the name that the ledger knows', async () => {
    const { container } = render(Review);
    const name = await screen.findByTestId<HTMLInputElement>('seat-name');
    expect(name.value).toBe('Әлия');
    expect(screen.queryByTestId('line-todo')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(name));
    await expectAccessible(container);
    await fireEvent.submit(name.closest('form') as HTMLFormElement);
    expect((await screen.findByTestId('seat')).textContent).toContain('Айгүл');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('review-next')));
    expect(call).toHaveBeenCalledWith('seat_take', { id: '', name: 'Әлия' });
    expect(await screen.findAllByTestId('queue-row')).toHaveLength(2);
  });

  it('is taken by somebody known, and then the item that was asked for opens', async () => {
    call = answering({ review_open: (args) => (queue.seat === '' ? refuse('seat_empty')() : { ...sheet, id: args.id }) });
    go('review', { id: 'order-item-1' });
    render(Review);
    await fireEvent.click((await screen.findAllByTestId('seat-known'))[0] as HTMLElement);
    await screen.findByTestId('question-A1');
    expect(call).toHaveBeenCalledWith('seat_take', { id: 'r1', name: '' });
  });

  it('changes hands, and what was open is closed', async () => {
    queue = fakeQueue();
    await open();
    await fireEvent.click(await screen.findByTestId('seat-change'));
    await fireEvent.click((await screen.findAllByTestId('seat-known'))[1] as HTMLElement);
    await waitFor(() => expect(route.current.params['id']).toBeUndefined());
    expect(screen.queryByTestId('question-A1')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('review-next')));
  });

  it('goes to another only once the sheet of the one before is saved', async () => {
    queue = fakeQueue();
    let keep: () => void = () => undefined;
    call = answering({ review_save: () => new Promise((kept) => (keep = () => kept(null))) as never });
    await open();
    await fireEvent.click(screen.getByTestId('answer-A1-LY'));
    await fireEvent.click(screen.getByTestId('seat-change'));
    await fireEvent.click((await screen.findAllByTestId('seat-known'))[1] as HTMLElement);
    await waitFor(() => expect(call).toHaveBeenCalledWith('review_save', expect.anything()));
    expect(call).not.toHaveBeenCalledWith('seat_take', expect.anything());
    keep();
    await waitFor(() => expect(call).toHaveBeenCalledWith('seat_take', { id: 'r2', name: '' }));
  });
});

describe('the queue', () => {
  it('shows its lines with counts, and what is known of an item', async () => {
    const { container } = render(Review);
    const rows = await screen.findAllByTestId('queue-row');
    expect(['todo', 'waiting', 'disputed', 'again', 'settled'].map((line) => screen.getByTestId(`line-${line}`).dataset['count'])).toEqual(['2', '1', '3', '1', '7']);
    expect(rows[0]?.textContent).toContain('first review');
    expect(rows[1]?.textContent).toContain('cycle 2');
    expect(within(rows[1] as HTMLElement).getByTestId('queue-changed').textContent).toBe('changed since');
    await expectAccessible(container);
  });

  it('filters disputes by their question', async () => {
    call = answering({ review_queue: ({ line }) => (line === 'disputed' ? fakeQueue({ rows: [fakeQueueRow(3, { state: 'disputed', disputes: ['A3', 'B1'] })] }) : queue) });
    render(Review);
    await fireEvent.click(await screen.findByTestId('line-disputed'));
    await fireEvent.click(await screen.findByTestId('dispute-B1'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('review_queue', { line: 'disputed', question: 'B1' }));
    expect((await screen.findByTestId('queue-row')).textContent).toContain('in dispute: A3, B1');
    await fireEvent.click(screen.getByTestId('line-settled'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('review_queue', { line: 'settled', question: '' }));
  });

  it.each(['todo', 'waiting', 'disputed', 'again', 'settled'])('says what an empty line of %s means', async (line) => {
    call = answering({ review_queue: () => fakeQueue({ rows: [], questions: [] }) });
    render(Review);
    await fireEvent.click(await screen.findByTestId(`line-${line}`));
    expect((await screen.findByTestId('queue-empty')).textContent).not.toContain('⟦');
  });

  it('says when it lists only the first of more', async () => {
    queue = fakeQueue({ cut: true });
    render(Review);
    expect((await screen.findByTestId('queue-cut')).textContent).toContain('Only the first 2 are listed');
  });

  it('tells its failure and reads again', async () => {
    call = answering({ review_queue: refuse('database_damaged') });
    render(Review);
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('database_damaged');
    call = answering();
    await fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findAllByTestId('queue-row')).toHaveLength(2);
  });

  it('opens the next item by N, from the Kazakh layout too, but not while somebody types', async () => {
    await open();
    await waitFor(() => expect(screen.getByTestId('question-G1').contains(document.activeElement)).toBe(true));
    await fireEvent.keyDown(screen.getByTestId('answer-note-G1'), { key: 'т', code: 'KeyN' });
    expect(call).not.toHaveBeenCalledWith('review_next', {});
    await press('т', 'KeyN');
    await waitFor(() => expect(route.current.params['id']).toBe('order-item-2'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('review_open', { id: 'order-item-2' }));
  });

  it('says when nothing waits', async () => {
    call = answering({ review_next: () => ({ id: null }) });
    render(Review);
    await fireEvent.click(await screen.findByTestId('review-next'));
    await waitFor(() => expect(screen.getByTestId('review-next-none').textContent).toBe('No item waits for you.'));
  });

  it('saves the answers of an item before another opens', async () => {
    await open();
    await fireEvent.click(screen.getByTestId('answer-A1-LY'));
    await fireEvent.click(screen.getAllByTestId('queue-row')[1] as HTMLElement);
    await waitFor(() => expect(call).toHaveBeenCalledWith('review_open', { id: 'order-item-2' }));
    const names = call.mock.calls.map(([name]) => name as string);
    expect(names.indexOf('review_save')).toBeGreaterThan(-1);
    expect(names.indexOf('review_save')).toBeLessThan(names.lastIndexOf('review_open'));
  });

  it('says that the last answers of an item are not saved when it is left with a full disk', async () => {
    call = answering({ review_save: refuse('disk_full') });
    await open();
    await fireEvent.click(screen.getByTestId('answer-A1-LY'));
    await fireEvent.click(screen.getAllByTestId('queue-row')[1] as HTMLElement);
    await waitFor(() => expect(status.current).toContain('KZ-2025-0042: the last answers are not saved'));
  });

  it('reads the answers anew when somebody looked at the seats and stayed', async () => {
    await open();
    await fireEvent.click(screen.getByTestId('answer-A1-LY'));
    await fireEvent.click(screen.getByTestId('seat-change'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('review_save', expect.anything()));
    // The core has them by now; the sheet of before had none.
    sheet = { ...sheet, answers: [fakeAnswer('A1', 'LY')] };
    await fireEvent.click(await screen.findByTestId('seat-back'));
    await screen.findByTestId('review-stage-answer');
    expect(checked('answer-A1-LY')).toBe('true');
    await fireEvent.click(screen.getByTestId('answer-A3-LN'));
    const both = expect.objectContaining({ answers: [expect.objectContaining({ code: 'A1', value: 'LY' }), expect.objectContaining({ code: 'A3', value: 'LN' })] });
    await waitFor(() => expect(call).toHaveBeenCalledWith('review_save', both), { timeout: 2000 });
  });

  it('lets go of an item in which somebody was recognised on reading', async () => {
    await open();
    await fireEvent.click(screen.getByTestId('answer-A1-LY'));
    await fireEvent.click(screen.getByTestId('conflict-late'));
    // What was answered is saved before anything is declared.
    await waitFor(() => expect(call).toHaveBeenCalledWith('review_save', expect.objectContaining({ answers: [expect.objectContaining({ code: 'A1' })] })));
    const dialog = await screen.findByTestId('conflict-dialog');
    await fireEvent.input(within(dialog).getByTestId('conflict-note'), { target: { value: 'A neighbour.' } });
    await fireEvent.click(within(dialog).getByTestId('conflict-declare'));
    await screen.findByTestId('review-stage-declined');
    expect(call).toHaveBeenCalledWith('review_conflict', { id: 'order-item-1', conflict: 'declared', note: 'A neighbour.' });
  });

  it('keeps a verdict against the rules and its reason before it is locked', async () => {
    await open();
    await fireEvent.change(screen.getByTestId('review-override'), { target: { value: 'mixed' } });
    await fireEvent.input(screen.getByTestId('review-override-reason'), { target: { value: 'Two of its parts differ.' } });
    await waitFor(() => expect(call).toHaveBeenCalledWith('review_save', expect.objectContaining({ verdict: 'mixed', override_reason: 'Two of its parts differ.' })), { timeout: 2000 });
  });

  it('gives items out to two different people', async () => {
    render(Review);
    await fireEvent.click(await screen.findByTestId('assign-open'));
    await fireEvent.change(await screen.findByTestId('assign-second'), { target: { value: 'r1' } });
    expect(screen.getByTestId<HTMLButtonElement>('assign-submit').disabled).toBe(true);
    await fireEvent.change(screen.getByTestId('assign-second'), { target: { value: 'r2' } });
    await fireEvent.input(screen.getByTestId('assign-count'), { target: { value: '25' } });
    await expectAccessible();
    await fireEvent.submit(screen.getByTestId('assign-submit').closest('form') as HTMLFormElement);
    await waitFor(() => expect(call).toHaveBeenCalledWith('review_assign', { first: 'r1', second: 'r2', count: 25 }));
    await waitFor(() => expect(status.current).toBe('Items given out: 25.'));
  });

  it('says that one reviewer is not enough', async () => {
    call = answering({ reviewers: () => ({ rows: PEOPLE.slice(0, 1), seat: 'r1', actor: 'Айгүл' }) });
    render(Review);
    await fireEvent.click(await screen.findByTestId('assign-open'));
    expect(await screen.findByTestId('assign-few')).toBeTruthy();
  });
});

describe('a conflict of interest', () => {
  beforeEach(() => {
    sheet = fakeSheet({ stage: 'declare', item: { ...fakeSheet().item, text: '' } });
  });

  it('is asked for before the content, and the usual answer is one key away', async () => {
    const container = await open('review-declare');
    expect(screen.queryByTestId('review-text')).toBeNull();
    expect(screen.queryByTestId('question-A1')).toBeNull();
    expect(container.textContent).toContain('Until both have locked, neither sees the other’s answers');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('conflict-none')));
    await expectAccessible(container);
    await fireEvent.click(screen.getByTestId('conflict-none'));
    expect((await screen.findByTestId('review-text')).textContent).toContain('Әкім');
    expect(call).toHaveBeenCalledWith('review_conflict', { id: 'order-item-1', conflict: 'none', note: '' });
  });

  it('is declared with words, and the item goes to somebody else', async () => {
    await open('review-declare');
    await fireEvent.click(screen.getByTestId('conflict-have'));
    const words = await screen.findByTestId('conflict-note');
    expect(screen.getByTestId<HTMLButtonElement>('conflict-declare').disabled).toBe(true);
    await fireEvent.input(words, { target: { value: 'The author is my brother.' } });
    await fireEvent.submit(words.closest('form') as HTMLFormElement);
    expect((await screen.findByTestId('review-stage-declined')).textContent).toContain('Somebody else judges this item');
    expect(call).toHaveBeenCalledWith('review_conflict', { id: 'order-item-1', conflict: 'declared', note: 'The author is my brother.' });
    expect(screen.queryByTestId('review-text')).toBeNull();
  });

  it('tells an adjudicator what is asked', async () => {
    sheet = { ...sheet, round: 'adjudication' };
    const container = await open('review-declare');
    expect(container.textContent).toContain('You decide as the third person');
  });

  it('leaves an item that others have', async () => {
    sheet = { ...sheet, stage: 'taken', round: '' };
    await open('review-stage-taken');
    await press('Escape');
    await waitFor(() => expect(route.current.params['id']).toBeUndefined());
  });
});

describe('a locked review', () => {
  const answers = [fakeAnswer('A1', 'LY'), fakeAnswer('A3', 'Y', { quote: 'Әкім уәдесін орындамады.', confidence: 3 })];

  beforeEach(() => {
    sheet = fakeSheet({ stage: 'locked', can_correct: true, answers, locked: fakeLocked(), judgement: fakeJudgement({ settled: true }) });
  });

  it('says that the other one is open, and shows nothing of it', async () => {
    const container = await open();
    expect(screen.getByTestId('review-blind').textContent).toContain('The other review is still open');
    expect(screen.queryByTestId('readings')).toBeNull();
    expect(screen.queryByTestId('review-outcome')).toBeNull();
    // What others said of like items would colour a correction.
    expect(screen.getByTestId('review-context-later')).toBeTruthy();
    expect(call).not.toHaveBeenCalledWith('review_context', expect.anything());
    await expectAccessible(container);
  }, 20_000);

  it('is corrected while nobody else can read it, and what is corrected is kept apart from it', async () => {
    await open();
    await fireEvent.click(screen.getByTestId('answer-A1-N'));
    expect(checked('answer-A1-N')).toBe('false');
    await fireEvent.click(screen.getByTestId('review-correct'));
    expect(screen.getByTestId('review-correcting')).toBeTruthy();
    await fireEvent.click(screen.getByTestId('answer-A3-LN'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('review_save', expect.objectContaining({ correcting: true })), { timeout: 2000 });
    const lock = await screen.findByTestId<HTMLButtonElement>('review-lock');
    await waitFor(() => expect(isReady(lock)).toBe(true));
    await fireEvent.click(lock);
    await fireEvent.click(await screen.findByTestId('review-lock-confirm'));
    await screen.findByTestId('review-locked');
    // Names stand uncovered on a locked sheet: the correction says so.
    expect(call).toHaveBeenCalledWith('review_lock', expect.objectContaining({ subject: 'd1', saw_official: true }));
    expect(call).not.toHaveBeenCalledWith('review_save', expect.objectContaining({ correcting: false }));
  });

  it('goes on with a correction that was left before it was locked', async () => {
    const corrected = [fakeAnswer('A1', 'N', { note: 'Read once more.' }), answers[1] as (typeof answers)[number]];
    sheet = { ...sheet, correction: { answers: corrected, chosen: 'mixed', override_reason: 'Two of its parts differ.' } };
    await open();
    expect(screen.getByTestId('review-correcting')).toBeTruthy();
    expect(checked('answer-A1-N')).toBe('true');
    expect(screen.getByTestId<HTMLTextAreaElement>('review-override-reason').value).toBe('Two of its parts differ.');
    await fireEvent.click(screen.getByTestId('review-correct-no'));
    expect(checked('answer-A1-LY')).toBe('true');
    await waitFor(() => expect(call).toHaveBeenCalledWith('review_save', expect.objectContaining({ correcting: true, answers: [] })));
  });

  it('can be left as it was', async () => {
    await open();
    await fireEvent.click(screen.getByTestId('review-correct'));
    await fireEvent.click(await screen.findByTestId('answer-A1-LN'));
    await fireEvent.click(screen.getByTestId('review-correct-no'));
    expect(checked('answer-A1-LY')).toBe('true');
    expect(screen.getByTestId('review-locked')).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.id).toBe('locked-heading'));
  });

  it('stands beside what others said of like items and what experts found, once both are locked', async () => {
    sheet = { ...sheet, stage: 'open', can_correct: false, outcome: fakeOutcome(), readings: [fakeReading('first', answers), fakeReading('second', answers)] };
    await open('review-stage-open');
    const context = await screen.findByTestId('review-context');
    expect(within(context).getAllByTestId('context-similar')[0]?.textContent).toContain('alike: 83');
    expect(within(context).getAllByTestId('context-pair').map((pair) => [pair.dataset['counts'], pair.textContent?.includes('It counts')])).toEqual([
      ['true', true],
      ['false', false],
    ]);
    expect(within(context).getByTestId('context-state').textContent).toContain('bullying');
    expect(within(context).getByTestId('context-outside').textContent).toContain('Agrees with the state’s decision: no');
    await fireEvent.click(within(context).getByText('KZ-2025-0008'));
    await waitFor(() => expect(route.current.params['id']).toBe('order-item-8'));
  });

  it('stands alone while the context is still blind, and tells any other failure', async () => {
    sheet = { ...sheet, stage: 'open', can_correct: false, outcome: fakeOutcome(), readings: [fakeReading('first', answers), fakeReading('second', answers)] };
    call = answering({ review_context: refuse('still_blind') });
    await open('review-stage-open');
    await waitFor(() => expect(call).toHaveBeenCalledWith('review_context', { id: 'order-item-1' }));
    expect(screen.queryByTestId('failure')).toBeNull();
    expect(screen.queryByTestId('review-context')).toBeNull();
    call = answering({ review_context: refuse('database_damaged') });
    go('review', { id: 'order-item-2' });
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('database_damaged');
  });

  it('is never beside a context before the lock', async () => {
    sheet = fakeSheet();
    await open();
    expect(call).not.toHaveBeenCalledWith('review_context', expect.anything());
  });
});

describe('two locked reviews', () => {
  const first = fakeReading('first', [fakeAnswer('A1', 'LY'), fakeAnswer('A3', 'Y', { quote: 'Ақша қайда кетті?', note: 'Aimed at the person.', exhibit: 'E2', confidence: 2 }), fakeAnswer('B1', 'CT')]);
  const second = fakeReading('second', [fakeAnswer('A1', 'LY'), fakeAnswer('A3', 'LN'), fakeAnswer('B1', 'LN')]);
  const third = fakeReading('adjudication', [fakeAnswer('A3', 'LN')]);

  it('are read side by side with their outcome', async () => {
    const former = fakeReading('first', [fakeAnswer('A1', 'LN'), fakeAnswer('A9', 'LY')], { cycle: 1, rubric: '0.9.0' });
    const asked = { questions: [fakeQuestion('A1'), fakeQuestion('A9')] };
    call = answering({ method_open: () => ({ form: asked }) as never });
    const now = [first, second, third].map((reading) => ({ ...reading, cycle: 2 }));
    sheet = fakeSheet({ stage: 'open', cycle: 2, outcome: fakeOutcome({ how: 'adjudicated', disputes: ['A3'] }), readings: [former, ...now], locked: fakeLocked() });
    const container = await open('review-outcome');
    expect(screen.getByTestId('review-outcome').dataset).toMatchObject({ how: 'adjudicated', verdict: 'legitimate_criticism' });
    expect(screen.getByTestId('review-outcome').textContent).toContain('2 of 7');
    const [table] = screen.getAllByTestId('readings');
    expect(within(table as HTMLElement).getAllByTestId('reading').map((head) => head.dataset['round'])).toEqual(['first', 'second', 'adjudication']);
    const rows = () => within(table as HTMLElement).getAllByTestId(/^reading-[GABC]/).map((row) => [row.dataset['testid'], row.dataset['how']]);
    expect(rows()).toEqual([['reading-A3', 'contradict'], ['reading-B1', 'differ']]);
    await fireEvent.click(within(table as HTMLElement).getByTestId('readings-all'));
    expect(rows()).toEqual([['reading-A3', 'contradict'], ['reading-A1', 'same'], ['reading-B1', 'differ']]);
    expect(table?.textContent).not.toContain('Aimed at the person.');
    await fireEvent.click(within(table as HTMLElement).getByTestId('reading-grounds-A3'));
    for (const words of ['Ақша қайда кетті?', 'Aimed at the person.', 'E2', 'fairly']) expect(table?.textContent).toContain(words);
    expect(container.textContent).toContain('Earlier reviews: cycle 1');
    // The version of that time asked a question that this one does not ask.
    const before = within(screen.getByTestId('readings-former-1'));
    expect(before.getByTestId('reading-A9').textContent).toContain('A9?');
    expect(before.getByTestId('reading').textContent).toContain('Method 0.9.0');
    expect(screen.getByTestId('review-outcome').textContent).toContain('Method 1.0.0');
    expect(call).toHaveBeenCalledWith('method_open', { version: '0.9.0' });
    for (const lang of ['kk', 'ru', 'en'] as const) {
      setLang(lang);
      await waitFor(() => expect(container.textContent).not.toContain('⟦'));
    }
    await expectAccessible(container);
  }, 20_000);

  it('wait for a third person while they differ', async () => {
    sheet = fakeSheet({ stage: 'open', outcome: fakeOutcome({ how: '', verdict: '', findings: [], disputes: ['A3'] }), readings: [first, second] });
    await open('review-outcome');
    expect(screen.getByTestId('review-outcome').textContent).toContain('a third person decides');
    expect(screen.queryByTestId('review-again')).toBeNull();
  });

  it('are followed by a new cycle when somebody says why', async () => {
    sheet = fakeSheet({ stage: 'open', changed: true, outcome: fakeOutcome(), readings: [first, second] });
    await open('review-outcome');
    await fireEvent.click(screen.getByTestId('review-again'));
    expect((await screen.findByTestId<HTMLSelectElement>('review-again-reason')).value).toBe('item_changed');
    await fireEvent.change(screen.getByTestId('review-again-reason'), { target: { value: 'new_evidence' } });
    await fireEvent.input(screen.getByTestId('review-again-note'), { target: { value: 'The order was found.' } });
    sheet = fakeSheet({ stage: 'declare' });
    await fireEvent.submit(screen.getByTestId('review-again-confirm').closest('form') as HTMLFormElement);
    await screen.findByTestId('review-declare');
    expect(call).toHaveBeenCalledWith('review_again', { id: 'order-item-1', reason: 'new_evidence', note: 'The order was found.' });
    expect(status.current).toContain('120');
  });

  it('are read by whoever decides between them, who begins at the dispute and answers alone', async () => {
    sheet = fakeSheet({ round: 'adjudication', outcome: fakeOutcome({ how: '', verdict: '', disputes: ['A3'] }), readings: [second, first] });
    const container = await open();
    expect(screen.getByTestId('readings').compareDocumentPosition(screen.getByTestId('question-G1')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(screen.getAllByTestId('reading').map((head) => head.dataset['round'])).toEqual(['first', 'second']);
    expect(current()).toBe('question-A3');
    expect([checked('answer-A3-Y'), checked('answer-A3-LN')]).toEqual(['false', 'false']);
    await fireEvent.click(screen.getByTestId('take-first-A3'));
    expect(checked('answer-A3-Y')).toBe('true');
    expect(screen.getByTestId<HTMLTextAreaElement>('answer-quote-A3').value).toBe('Ақша қайда кетті?');
    await fireEvent.click(screen.getByTestId('take-second-A3'));
    expect(checked('answer-A3-LN')).toBe('true');
    await expectAccessible(container);
  }, 20_000);
});

describe('time', () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'] }));
  afterEach(() => {
    vi.useRealTimers();
    Object.defineProperty(document, 'hidden', { configurable: true, value: false });
  });

  const hide = (hidden: boolean) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  };

  it('is counted while the sheet is in sight', async () => {
    sheet = { ...sheet, seconds: 100 };
    await open();
    await vi.advanceTimersByTimeAsync(20_000);
    hide(true);
    await vi.advanceTimersByTimeAsync(60_000);
    hide(false);
    await vi.advanceTimersByTimeAsync(10_000);
    await fireEvent.click(screen.getByTestId('answer-A1-LY'));
    await vi.advanceTimersByTimeAsync(700);
    const [, saved] = call.mock.calls.find(([name]) => name === 'review_save') ?? [];
    const { seconds } = saved as { seconds: number };
    expect(seconds).toBeGreaterThanOrEqual(130);
    expect(seconds).toBeLessThan(140);
  });

  it('asks for a pause after forty-five minutes, over sheets, until it is dismissed', async () => {
    await open();
    await vi.advanceTimersByTimeAsync(30 * 60_000);
    expect(screen.queryByTestId('review-reminder')).toBeNull();
    go('review', { id: 'order-item-2' });
    await vi.advanceTimersByTimeAsync(1_000);
    await screen.findByTestId('question-A1');
    await vi.advanceTimersByTimeAsync(16 * 60_000);
    const reminder = await screen.findByTestId('review-reminder');
    expect(reminder.getAttribute('role')).toBe('status');
    expect(reminder.textContent).toContain('45 minutes');
    await fireEvent.click(screen.getByTestId('review-reminder-close'));
    expect(screen.queryByTestId('review-reminder')).toBeNull();
  });
});
