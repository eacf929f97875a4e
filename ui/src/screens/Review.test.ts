import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeJudgement, fakeSheet } from '../features/review/fake';
import { call } from '../lib/api/call';
import type { Answer, ReviewSheet } from '../lib/api/types';
import { setLang } from '../lib/i18n';
import { go, route } from '../lib/router.svelte';
import Review from './Review.svelte';

vi.mock('../lib/api/call', async (real) => ({
  ...(await real<typeof import('../lib/api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
}));

let sheet: ReviewSheet;

function reply(name: string, args: { answers?: Answer[]; verdict?: string; override_reason?: string }): unknown {
  switch (name) {
    case 'review_queue': {
      const row = { id: 'order-item-1', reference: 'KZ-2025-0042', locator: 'https://example.kz/post/1', kind: 'post', language: 'kk', state: 'open', verdict: null };
      const other = { ...row, id: 'order-item-2', reference: 'KZ-2025-0043', locator: '', language: '', state: 'locked', verdict: 'mixed' };
      return { rows: [row, other], open: 1, locked: 1 };
    }
    case 'review_open':
      return sheet;
    case 'review_judge':
      return fakeJudgement({ settled: args.answers?.some(({ code, value }) => code === 'A3' && value === 'LN') ?? false, deciding: ['A3'] });
    case 'review_lock':
      return { ...sheet, answers: args.answers, judgement: fakeJudgement({ settled: true }), locked: lockedAs(args.verdict ?? '', args.override_reason ?? '') };
    default:
      return {};
  }
}

function lockedAs(verdict: string, reason: string): ReviewSheet['locked'] {
  return {
    reviewer: 'Айгүл',
    locked_at: 1_741_925_100,
    computed: 'legitimate_criticism',
    verdict,
    subtype: '',
    override_reason: reason,
    rule: 'R4c',
    seq: 91,
  };
}

beforeEach(() => {
  setLang('en');
  sheet = fakeSheet();
  vi.mocked(call).mockReset();
  vi.mocked(call).mockImplementation((name, args) => Promise.resolve(reply(name, args as never) as never));
});

async function open(): Promise<HTMLElement> {
  go('review', { id: 'order-item-1' });
  const { container } = render(Review);
  await screen.findByTestId('question-A1');
  return container;
}

const press = (key: string, code = '') => fireEvent.keyDown(document.activeElement ?? document.body, { key, code });
const checked = (id: string) => screen.getByTestId(id).getAttribute('aria-checked');
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
    expect(screen.getByTestId<HTMLTextAreaElement>('answer-quote-G1').value).toBe('Ақша қайда кетті?');
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
    expect(lock.disabled).toBe(true);
    await fireEvent.click(screen.getByTestId('answer-A3-LN'));
    await waitFor(() => expect(lock.disabled).toBe(false));
    await fireEvent.click(lock);
    await fireEvent.click(await screen.findByTestId('review-lock-confirm'));
    expect((await screen.findByTestId('review-locked')).dataset).toMatchObject({ verdict: 'legitimate_criticism', seq: '91' });
    await fireEvent.click(screen.getByTestId('answer-A3-Y'));
    expect(checked('answer-A3-Y')).toBe('false');
  });

  it('wants the reason of an override', async () => {
    await open();
    await fireEvent.click(screen.getByTestId('answer-A3-LN'));
    const lock = screen.getByTestId<HTMLButtonElement>('review-lock');
    await waitFor(() => expect(lock.disabled).toBe(false));
    await fireEvent.change(screen.getByTestId('review-override'), { target: { value: 'mixed' } });
    expect(lock.disabled).toBe(true);
    await fireEvent.input(await screen.findByTestId('review-override-reason'), { target: { value: 'The second sentence exposes a child.' } });
    expect(lock.disabled).toBe(false);
    await fireEvent.click(lock);
    await fireEvent.click(await screen.findByTestId('review-lock-confirm'));
    expect((await screen.findByTestId('review-locked')).textContent).toContain('The second sentence exposes a child.');
    expect(call).toHaveBeenCalledWith('review_lock', expect.objectContaining({ verdict: 'mixed' }));
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

  it('is worded in three languages and holds the rules of accessibility', async () => {
    const container = await open();
    for (const lang of ['kk', 'ru', 'en'] as const) {
      setLang(lang);
      await waitFor(() => expect(container.textContent).not.toContain('⟦'));
    }
    const { violations } = await axe.run(container, { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
