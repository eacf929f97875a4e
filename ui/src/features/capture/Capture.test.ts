import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { call, FailureError } from '../../lib/api/call';
import type { OrderDraft } from '../../lib/api/types';
import { setLang } from '../../lib/i18n';
import { saveAll } from '../../lib/leaving';
import { route } from '../../lib/router.svelte';
import { status } from '../../lib/status.svelte';
import Capture from './Capture.svelte';
import { newForm, orderOf } from './draft';

vi.mock('../../lib/api/call', async (real) => ({ ...(await real<typeof import('../../lib/api/call')>()), call: vi.fn() }));

function recognisedOrder(): OrderDraft {
  const stated = orderOf({ ...newForm(0), number: '27-31-1/Ид', authority: 'МКИ', locators: 'https://example.kz/1' });
  if (!('order' in stated)) throw new Error('unreadable');
  return stated.order;
}

const LETTER = 'МКИ\nПредписание № 27-31-1/Ид\nУдалить https://example.kz/1 в течение 24 часов';

const READINGS = [
  { field: 'number', value: '27-31-1/Ид', start: 18, end: 28, confidence: 'certain' },
  { field: 'authority', value: 'МКИ', start: 0, end: 3, confidence: 'likely' },
  { field: 'locators', value: 'https://example.kz/1', start: 37, end: 57, confidence: 'certain' },
  { field: 'deadline_stated', value: 'h24', start: 68, end: 76, confidence: 'certain' },
];

beforeEach(() => {
  setLang('en');
  childSexual = false;
  status.say('');
  vi.mocked(call).mockReset();
  vi.mocked(call).mockImplementation((name) => {
    const replies: Record<string, unknown> = {
      choices: { authorities: [{ id: 'a', name: { kk: '', ru: 'МКИ', en: '' } }], platforms: [] },
      order_recognise: {
        order: recognisedOrder(),
        fields: ['number', 'authority', 'locators'],
        duplicates: [{ id: 'order-7', reference: 'KZ-2025-0007', why: 'same_number', locator: '', how: [] }],
        found: READINGS,
        more: [
          { field: 'deadline_stated', value: 'h24' },
          { field: 'deadline_basis', value: 'h24_from_receipt' },
          { field: 'actions', value: 'delete' },
        ],
        child_sexual: childSexual,
      },
      order_duplicates: { rows: [] },
      capture_draft: { pasted: '', form: '', kept_at: 0 },
      capture_keep: {},
      order_add: { id: 'order-9', reference: 'KZ-2025-0009', seq: 77 },
      order_show: { order: { ...recognisedOrder(), number: 'there', locators: ['http://www.example.kz/1?utm_source=a'] } },
      order_amend: { id: 'order-9', reference: 'KZ-2025-0009', seq: 78 },
    };
    return Promise.resolve(replies[name] as never);
  });
});

// The rules are many, and machines that build beside are slow.
const AXE_MS = 30_000;
const RULES = { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } };
const ALIKE = { id: 'order-8', reference: 'KZ-2025-0008', why: 'alike_locator', locator: 'http://www.example.kz/1?utm_source=a', how: ['scheme', 'www', 'tracking'] };
let childSexual = false;

function duplicatesAre(rows: unknown[]): void {
  const before = vi.mocked(call).getMockImplementation();
  vi.mocked(call).mockImplementation(async (name, args) => {
    if (name === 'order_duplicates') return { rows } as never;
    const reply = (await before?.(name, args)) as object;
    return (name === 'order_recognise' ? { ...reply, duplicates: rows } : reply) as never;
  });
}

function answers(asked: string, reply: () => Promise<unknown>): void {
  const before = vi.mocked(call).getMockImplementation();
  vi.mocked(call).mockImplementation((name, args) => (name === asked ? reply() : before?.(name, args)) as never);
}

/** What the register was given to keep: a number and a note are enough to tell. */
function kept(): { pasted: string; form: { number: string; note: string } | null }[] {
  return vi.mocked(call).mock.calls.filter(([name]) => name === 'capture_keep').map(([, args]) => {
    const { pasted, form } = args as { pasted: string; form: string };
    if (form === '') return { pasted, form: null };
    const { number, note } = (JSON.parse(form) as { form: { number: string; note: string } }).form;
    return { pasted, form: { number, note } };
  });
}

async function paste(text: string): Promise<void> {
  await fireEvent.input(field('capture-paste'), { target: { value: text } });
  await fireEvent.blur(field('capture-paste'));
  await waitFor(() => expect(screen.getByTestId('capture-passage')).toBeTruthy());
  await waitFor(() => expect(call).toHaveBeenCalledWith('order_recognise', { text }));
}

async function focus(id: string): Promise<void> {
  field(id).focus();
  await fireEvent.focusIn(field(id));
}

const field = (id: string) => screen.getByTestId<HTMLInputElement>(id);
const added = () => vi.mocked(call).mock.calls.filter(([name]) => name === 'order_add').map(([, args]) => (args as { order: OrderDraft }).order);

describe('quick capture', () => {
  it('fills itself from a pasted letter, marks what it recognised and shows likely duplicates', async () => {
    render(Capture, { open: true, onclose: vi.fn() });
    await fireEvent.input(field('capture-number'), { target: { value: 'typed before' } });
    await fireEvent.input(field('capture-paste'), { target: { value: 'Предписание № 27-31-1/Ид' } });
    await fireEvent.blur(field('capture-paste'));
    await waitFor(() => expect(field('capture-authority').value).toBe('МКИ'));
    expect([field('capture-number').value, field('capture-locators').value]).toEqual(['typed before', 'https://example.kz/1']);
    expect(field('capture-authority').closest('label')?.textContent).toContain('recognised');
    await fireEvent.focusOut(field('capture-authority'));
    await waitFor(() => expect(field('capture-authority').closest('label')?.textContent).not.toContain('recognised'));
    expect(screen.getByTestId('capture-duplicate').textContent).toContain('KZ-2025-0007');
    expect(screen.getByTestId('capture-save').textContent).toContain('another');
    expect(added()).toEqual([]);
  });

  it('saves by Ctrl+Enter as a draft, and says where', async () => {
    const onclose = vi.fn();
    render(Capture, { open: true, onclose });
    await fireEvent.input(field('capture-received-date'), { target: { value: '14.03.2025' } });
    await fireEvent.keyDown(field('capture-received-date'), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
    expect(added()).toMatchObject([{ draft: true, received: { earliest: 1_741_892_400, latest: 1_741_978_799, precision: 'day', basis: 'platform_notice' } }]);
    expect(status.current).toContain('KZ-2025-0009');
    expect(status.current).toContain('77');
  });

  it('does not save a time that it cannot read', async () => {
    render(Capture, { open: true, onclose: vi.fn() });
    await fireEvent.input(field('capture-received-date'), { target: { value: '31.02.2025' } });
    expect(field('capture-save').disabled).toBe(true);
    await fireEvent.keyDown(field('capture-received-date'), { key: 'Enter', ctrlKey: true });
    expect(added()).toEqual([]);
  });

  it('keeps what was typed when it is closed without saving', async () => {
    const { rerender } = render(Capture, { open: true, onclose: vi.fn() });
    await fireEvent.input(field('capture-number'), { target: { value: '5/25' } });
    await rerender({ open: false });
    await rerender({ open: true });
    expect(field('capture-number').value).toBe('5/25');
    await fireEvent.click(screen.getByText('Do not save'));
    await rerender({ open: false });
    await rerender({ open: true });
    expect(field('capture-number').value).toBe('');
  });

  it('keeps in the register what was typed, at a pause and before a lock, until it is saved', async () => {
    const onclose = vi.fn();
    render(Capture, { open: true, onclose });
    await fireEvent.input(field('capture-number'), { target: { value: '5/25' } });
    expect(kept()).toEqual([]);
    expect(await saveAll()).toBe(true);
    expect(kept()).toEqual([{ pasted: '', form: { number: '5/25', note: '' } }]);
    await fireEvent.input(field('capture-note'), { target: { value: 'by post' } });
    await waitFor(() => expect(kept().at(-1)).toEqual({ pasted: '', form: { number: '5/25', note: 'by post' } }), { timeout: 3000 });
    // What is kept already is not written once more.
    expect([await saveAll(), kept().length]).toEqual([true, 2]);
    await fireEvent.keyDown(field('capture-number'), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
    await waitFor(() => expect(kept().at(-1)).toEqual({ pasted: '', form: null }));
    expect([await saveAll(), kept().length]).toEqual([true, 3]);
  });

  it('does not offer what was saved a moment ago, however slowly it is forgotten', async () => {
    let there = { pasted: '', form: '', kept_at: 1 };
    answers('capture_draft', () => Promise.resolve(there));
    vi.mocked(call).mockImplementation(
      ((before) => async (name, args) => {
        if (name !== 'capture_keep') return before?.(name, args) as never;
        await new Promise((over) => setTimeout(over, 50));
        there = { ...there, form: (args as { form: string }).form };
        return {} as never;
      })(vi.mocked(call).getMockImplementation()) as typeof call,
    );
    const { rerender } = render(Capture, { open: true, onclose: vi.fn() });
    await fireEvent.input(field('capture-number'), { target: { value: '5/25' } });
    expect(await saveAll()).toBe(true);
    await fireEvent.keyDown(field('capture-number'), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(added()).toHaveLength(1));
    await rerender({ open: false });
    await rerender({ open: true });
    // A lock right now waits for it too.
    await saveAll();
    expect(there.form).toBe('');
    await waitFor(() => expect(vi.mocked(call).mock.calls.filter(([name]) => name === 'capture_draft')).toHaveLength(2));
    expect(screen.queryByTestId('capture-kept')).toBeNull();
  });

  it('says before a lock that it is not kept where the core refuses', async () => {
    answers('capture_keep', () => Promise.reject(new FailureError({ code: 'disk_full', params: {} })));
    render(Capture, { open: true, onclose: vi.fn() });
    await fireEvent.input(field('capture-number'), { target: { value: '5/25' } });
    expect(await saveAll()).toBe(false);
  });

  it('offers an unfinished order, and goes on with all that was typed', async () => {
    const typed = { ...newForm(0), number: '5/25', authority: 'суд', locators: 'https://example.kz/7' };
    const form = JSON.stringify({ form: typed, typed: ['number', 'authority'], more: [], stub: false, stubFound: false, referral: '' });
    answers('capture_draft', () => Promise.resolve({ pasted: LETTER, form, kept_at: 1_741_892_400 }));
    const { container } = render(Capture, { open: true, onclose: vi.fn() });
    const offer = await screen.findByTestId('capture-kept');
    expect(offer.textContent).toContain('Unfinished order of');
    expect(document.activeElement).toBe(screen.getByTestId('capture-kept-go-on'));
    for (const lang of ['kk', 'ru', 'en'] as const) {
      setLang(lang);
      await waitFor(() => expect(offer.textContent).not.toContain('⟦'));
    }
    const { violations } = await axe.run(container, RULES);
    expect(violations.map(({ id }) => id)).toEqual([]);
    // Nothing is saved over it or beside it before somebody has answered.
    await fireEvent.keyDown(offer, { key: 'Enter', ctrlKey: true });
    expect([added(), await saveAll(), kept()]).toEqual([[], true, []]);
    await fireEvent.click(screen.getByTestId('capture-kept-go-on'));
    await waitFor(() => expect(field('capture-paste').value).toBe(LETTER));
    await waitFor(() => expect(field('capture-locators').value).toBe('https://example.kz/1'));
    // What a person typed is not read over; what they rejected does not come back.
    expect([field('capture-number').value, field('capture-authority').value]).toEqual(['5/25', 'суд']);
    expect(screen.queryByLabelText('Reject Term: 24 hours')).toBeNull();
  }, AXE_MS);

  it('forgets an unfinished order that is discarded, and one that nobody can read is none', async () => {
    const form = JSON.stringify({ form: { ...newForm(0), number: '5/25' }, typed: ['number'], more: [], stub: false, stubFound: false, referral: '' });
    answers('capture_draft', () => Promise.resolve({ pasted: '', form, kept_at: 1_741_892_400 }));
    const { unmount } = render(Capture, { open: true, onclose: vi.fn() });
    await fireEvent.click(await screen.findByTestId('capture-kept-discard'));
    expect(field('capture-number').value).toBe('');
    await waitFor(() => expect(kept()).toEqual([{ pasted: '', form: null }]));
    unmount();
    for (const odd of ['no JSON', '{"form":{"number":7}}', 'null']) {
      const asked = vi.fn(() => Promise.resolve({ pasted: '', form: odd, kept_at: 1 }));
      answers('capture_draft', asked);
      const { unmount: leave } = render(Capture, { open: true, onclose: vi.fn() });
      await waitFor(() => expect(asked).toHaveBeenCalledOnce());
      expect(screen.queryByTestId('capture-kept')).toBeNull();
      leave();
    }
  });

  it('keeps no amendment, and of child sexual material no word', async () => {
    const amend = { id: 'order-9', reference: 'KZ-2025-0009', order: recognisedOrder() };
    const { unmount } = render(Capture, { open: true, onclose: vi.fn(), amend });
    await fireEvent.input(field('capture-number'), { target: { value: '28' } });
    expect([await saveAll(), kept()]).toEqual([true, []]);
    unmount();
    childSexual = true;
    render(Capture, { open: true, onclose: vi.fn() });
    await fireEvent.input(field('capture-note'), { target: { value: 'words' } });
    await fireEvent.input(field('capture-paste'), { target: { value: LETTER } });
    await fireEvent.blur(field('capture-paste'));
    await screen.findByTestId('capture-stub-note');
    expect(await saveAll()).toBe(true);
    expect(kept()).toEqual([{ pasted: '', form: { number: '27-31-1/Ид', note: '' } }]);
    expect(JSON.stringify(vi.mocked(call).mock.calls.filter(([name]) => name === 'capture_keep'))).not.toContain('example.kz');
  });

  it('amends an order from its own fields', async () => {
    const amend = { id: 'order-9', reference: 'KZ-2025-0009', order: recognisedOrder() };
    render(Capture, { open: true, onclose: vi.fn(), amend });
    expect(field('capture-number').value).toBe('27-31-1/Ид');
    await fireEvent.input(field('capture-number'), { target: { value: '28' } });
    await fireEvent.click(field('capture-save'));
    await waitFor(() =>
      expect(call).toHaveBeenCalledWith('order_amend', { id: 'order-9', order: expect.objectContaining({ number: '28', authority: 'МКИ' }) }),
    );
  });

  it('shows where a value came from while its field has the focus', async () => {
    render(Capture, { open: true, onclose: vi.fn() });
    await paste(LETTER);
    expect(screen.getByTestId('capture-passage').textContent).toContain('Delete');
    await focus('capture-number');
    expect(screen.getByTestId('capture-passage').textContent).toContain('МКИ Предписание № ⟨27-31-1/Ид⟩ Удалить');
    await focus('capture-authority');
    expect(screen.getByTestId('capture-passage').textContent).toContain('⟨МКИ⟩');
    await fireEvent.pointerOver(field('capture-locators'));
    expect(screen.getByTestId('capture-passage').textContent).toContain('⟨https://example.kz/1⟩');
  });

  it('rejects a recognised value by one key, and does not recognise it again', async () => {
    render(Capture, { open: true, onclose: vi.fn() });
    await paste(LETTER);
    await focus('capture-authority');
    await fireEvent.keyDown(field('capture-authority'), { key: 'Delete' });
    expect(field('capture-authority').value).toBe('');
    expect(status.current).toContain('rejected');
    await paste(`${LETTER} `);
    expect(field('capture-authority').value).toBe('');
    expect(field('capture-number').value).toBe('27-31-1/Ид');
    // With the cursor inside, Delete is what it is everywhere.
    await focus('capture-number');
    field('capture-number').setSelectionRange(2, 2);
    await fireEvent.keyDown(field('capture-number'), { key: 'Delete' });
    expect(field('capture-number').value).toBe('27-31-1/Ид');
  });

  it('rejects what has no field of its own by one key as well', async () => {
    render(Capture, { open: true, onclose: vi.fn() });
    await paste(LETTER);
    const term = screen.getByLabelText('Reject Term: 24 hours');
    term.focus();
    await fireEvent.focusIn(term);
    expect(screen.getByTestId('capture-passage').textContent).toContain('⟨24 часов⟩');
    await fireEvent.keyDown(term, { key: 'Delete' });
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Reject Runs from: receipt'));
    expect(screen.queryByLabelText('Reject Term: 24 hours')).toBeNull();
  });

  it('is saved by one chord when nothing at all is filled in', async () => {
    const onclose = vi.fn();
    render(Capture, { open: true, onclose });
    expect(document.activeElement).toBe(field('capture-paste'));
    await fireEvent.keyDown(field('capture-paste'), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
    expect(added()).toMatchObject([{ draft: true, number: '', authority: '', locators: [] }]);
  });

  it('reads a pasted text before it saves it, and shows a duplicate that nobody has seen yet', async () => {
    const onclose = vi.fn();
    render(Capture, { open: true, onclose });
    duplicatesAre([ALIKE]);
    await fireEvent.input(field('capture-paste'), { target: { value: LETTER } });
    await fireEvent.keyDown(field('capture-paste'), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(document.activeElement?.getAttribute('data-testid')).toBe('capture-duplicate-open'));
    expect(added()).toEqual([]);
    const said = screen.getByTestId('capture-duplicate').textContent;
    for (const words of ['KZ-2025-0008', 'nearly the same address', 'http or https', 'tracking', 'http://www.example.kz/1?utm_source=a']) expect(said).toContain(words);
    await fireEvent.click(screen.getByTestId('capture-duplicate-anyway'));
    await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
    expect(added()).toMatchObject([{ number: '27-31-1/Ид', locators: ['https://example.kz/1'] }]);
  });

  it('adds the addresses to the order on record, and nothing else', async () => {
    const onclose = vi.fn();
    render(Capture, { open: true, onclose });
    duplicatesAre([ALIKE]);
    await fireEvent.input(field('capture-locators'), { target: { value: 'https://example.kz/1\nhttps://example.kz/9' } });
    await focus('capture-locators');
    await fireEvent.focusOut(field('capture-locators'));
    await fireEvent.click(await screen.findByTestId('capture-duplicate-add'));
    await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
    const there = { ...recognisedOrder(), number: 'there', locators: ['http://www.example.kz/1?utm_source=a'] };
    expect(call).toHaveBeenCalledWith('order_amend', {
      id: 'order-8',
      order: { ...there, locators: ['http://www.example.kz/1?utm_source=a', 'https://example.kz/1', 'https://example.kz/9'] },
    });
    expect(added()).toEqual([]);
    expect(status.current).toContain('78');
  });

  it('opens the order on record', async () => {
    const onclose = vi.fn();
    render(Capture, { open: true, onclose });
    await paste(LETTER);
    await fireEvent.click(screen.getByTestId('capture-duplicate-open'));
    expect(onclose).toHaveBeenCalledOnce();
    expect(route.current).toMatchObject({ screen: 'orders', params: { id: 'order-7' } });
  });

  it('keeps nothing of child sexual material but number, authority, date and platform', async () => {
    const onclose = vi.fn();
    childSexual = true;
    const { container } = render(Capture, { open: true, onclose });
    await fireEvent.input(field('capture-text'), { target: { value: 'words' } });
    await fireEvent.input(field('capture-note'), { target: { value: 'note' } });
    await fireEvent.input(field('capture-paste'), { target: { value: LETTER } });
    await fireEvent.blur(field('capture-paste'));
    const note = await screen.findByTestId('capture-stub-note');
    for (const words of ['111', 'INHOPE', 'police']) expect(note.textContent).toContain(words);
    for (const gone of ['capture-locators', 'capture-text', 'capture-note', 'capture-also']) expect(screen.queryByTestId(gone)).toBeNull();
    const { violations } = await axe.run(container, RULES);
    expect(violations.map(({ id }) => id)).toEqual([]);
    duplicatesAre([]);
    await fireEvent.keyDown(field('capture-number'), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
    expect(added()).toMatchObject([{ number: '27-31-1/Ид', authority: 'МКИ', locators: [], text: '', note: '', provisions: '', ground: 'not_stated', draft: true }]);
    expect(vi.mocked(call).mock.calls.filter(([name]) => name === 'order_duplicates').every(([, args]) => (args as { locators: string[] }).locators.length === 0)).toBe(true);
  }, AXE_MS);

  it('can be made a bare entry by hand, and taken back', async () => {
    render(Capture, { open: true, onclose: vi.fn() });
    await fireEvent.click(field('capture-stub'));
    expect(screen.queryByTestId('capture-locators')).toBeNull();
    await fireEvent.click(field('capture-stub'));
    expect(field('capture-locators').value).toBe('');
  });

  it('is worded in three languages and holds the rules of accessibility', async () => {
    const { container } = render(Capture, { open: true, onclose: vi.fn() });
    await fireEvent.input(field('capture-paste'), { target: { value: '№ 1' } });
    await fireEvent.blur(field('capture-paste'));
    await screen.findByTestId('capture-duplicate');
    for (const lang of ['kk', 'ru', 'en'] as const) {
      setLang(lang);
      await waitFor(() => expect(container.textContent).not.toContain('⟦'));
    }
    duplicatesAre([ALIKE]);
    const { violations } = await axe.run(container, RULES);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }, AXE_MS);
});
