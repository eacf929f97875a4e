import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeDetail, fakeFindings, fakePage } from '../features/orders/fake';
import { call, FailureError } from '../lib/api/call';
import type { Bulk, OrdersList } from '../lib/api/types';
import { setLang } from '../lib/i18n';
import { take } from '../lib/pasted';
import { go, route } from '../lib/router.svelte';
import Orders from './Orders.svelte';

vi.mock('../lib/api/call', async (real) => ({
  ...(await real<typeof import('../lib/api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
}));

const TOTAL = 1000;
const PREVIEW = { orders: 3, would_change: 2, already: 1, refused: [], refused_total: 0, entries: 1, samples: [{ id: 'order-0', reference: 'KZ-2016-0001', before: 'other', after: 'drugs' }] };
const answers: Record<string, (args: never) => unknown> = {
  orders_list: (ask: OrdersList) => fakePage(ask, TOTAL),
  order_show: () => fakeDetail(0),
  order_findings: () => fakeFindings(),
  exhibits_of: () => ({ rows: [] }),
  choices: () => ({ authorities: [], platforms: [] }),
  table_layout: () => ({ columns: [] }),
  table_layout_set: () => ({}),
  saved_filters: () => ({ rows: [{ name: 'March', filter: 'issued:2025-03', sort: 'number', descending: false, columns: [{ id: 'number', width: 120 }] }] }),
  saved_filter_put: () => ({}),
  filter_complete: (ask: { text: string }) =>
    ask.text === 'gro' ? { hints: [{ insert: 'ground:', label_code: 'filter-field-ground', from: 0, to: 3 }], problem: null } : { hints: [], problem: null },
  order_set: ({ id }: { id: string }) => ({ id, reference: 'KZ-2016-0001', seq: 9 }),
  bulk_preview: () => PREVIEW,
  bulk_run: () => ({ changed: 2, seqs: [10] }),
  entry_show: ({ seq }: { seq: number }) => ({
    seq,
    kind: 'order_amended',
    actor: 'Айгүл',
    recorded_at: 1_741_892_400,
    rows: 1,
    undoes: null,
    undone_by: null,
    hindrance: '',
    purged: [],
    fields: [
      { table: 'orders', reference: 'KZ-2016-0001', item: 0, field: 'ground', before: { kind: 'text', text: 'other', time: null, name: null }, after: { kind: 'text', text: 'drugs', time: null, name: null } },
      { table: 'assignments', reference: 'KZ-2016-0001', item: 2, field: 'item', before: { kind: 'nothing', text: '', time: null, name: null }, after: { kind: 'id', text: '01a21c4b7d2e70008000feedba0cab1e', time: null, name: null } },
      { table: 'assignments', reference: 'KZ-2016-0001', item: 2, field: 'item', before: { kind: 'nothing', text: '', time: null, name: null }, after: { kind: 'id', text: '01a21c4b7d2e70008000feedba0cab1e', time: null, name: { kk: 'Айгүл', ru: 'Айгүл', en: 'Айгүл' } } },
    ],
  }),
  entry_undo: () => ({ seq: 42, kind: 'order_amended', reference: 'KZ-2016-0001', rows: 1 }),
};

beforeEach(() => {
  setLang('en');
  go('orders');
  take();
  vi.mocked(call).mockReset();
  vi.mocked(call).mockImplementation((name, args) => Promise.resolve(answers[name]?.(args as never) as never));
});

const grid = () => screen.getByTestId('orders-grid');
const press = (key: string, more: KeyboardEventInit = {}) => fireEvent.keyDown(grid(), { key, ...more });
const asked = (name: string) => vi.mocked(call).mock.calls.filter(([which]) => which === name).map(([, args]) => args);
const selected = () => screen.queryByTestId('orders-selected')?.dataset['count'] ?? '0';

async function shown() {
  const made = render(Orders);
  await screen.findByText('KZ-2016-0001');
  grid().focus();
  return made;
}

describe('a cell', () => {
  it('is written in by F2, saved by Enter, and shown before the core answers', async () => {
    await shown();
    let answer: (value: unknown) => void = () => undefined;
    const usual = vi.mocked(call).getMockImplementation();
    vi.mocked(call).mockImplementation((name, args) => (name === 'order_set' ? new Promise((done) => (answer = done as never)) : usual?.(name, args)) as never);
    await press('ArrowRight');
    await press('F2');
    const field = await screen.findByTestId('cell-editor');
    await fireEvent.input(field, { target: { value: '12-3' } });
    await fireEvent.keyDown(field, { key: 'Enter' });
    await screen.findByText('12-3');
    expect(asked('order_set')).toEqual([{ id: 'order-0', field: 'number', value: '12-3' }]);
    answer({ id: 'order-0', reference: 'KZ-2016-0001', seq: 9 });
    expect(document.activeElement).toBe(grid());
  });

  it('takes what is typed, and Escape leaves it as it was', async () => {
    await shown();
    await press('ArrowRight');
    await press('7');
    const field = await screen.findByTestId('cell-editor');
    expect((field as HTMLInputElement).value).toBe('7');
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect(screen.queryByTestId('cell-editor')).toBeNull();
    expect(asked('order_set')).toEqual([]);
  });

  it('goes on to the next one that can be written in by Tab', async () => {
    await shown();
    await press('ArrowRight');
    await press('Enter');
    await fireEvent.keyDown(await screen.findByTestId('cell-editor'), { key: 'Tab' });
    await waitFor(() => expect(screen.getByTestId('cell-editor').getAttribute('aria-label')).toBe('Issued'));
  });

  it('tells at the cell why it could not be saved, and shows what is on record again', async () => {
    await shown();
    const usual = vi.mocked(call).getMockImplementation();
    vi.mocked(call).mockImplementation((name, args) => (name === 'order_set' ? Promise.reject(new FailureError({ code: 'invalid', params: { field: 'number' } })) : usual?.(name, args)) as never);
    await press('ArrowDown');
    await press('ArrowRight');
    await press('Enter');
    const field = await screen.findByTestId('cell-editor');
    await fireEvent.input(field, { target: { value: 'x' } });
    await fireEvent.keyDown(field, { key: 'Enter' });
    await press('ArrowUp');
    expect((await screen.findByTestId('cell-problem')).textContent).toContain('Number');
    expect(document.getElementById('order-cell-1-1')?.textContent).toContain('27-31-1/Ид');
    expect(document.getElementById('order-cell-1-1')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('that cannot be written in opens its order', async () => {
    await shown();
    await press('Enter');
    expect(route.current.params['id']).toBe('order-0');
  });
});

describe('many rows', () => {
  it('are selected by Shift and arrows, by Ctrl and space, and all of the filter by Ctrl+A', async () => {
    await shown();
    await press('ArrowDown', { shiftKey: true });
    await press('ArrowDown', { shiftKey: true });
    await waitFor(() => expect(selected()).toBe('3'));
    await press('ArrowUp', { shiftKey: true });
    await waitFor(() => expect(selected()).toBe('2'));
    await press('a', { code: 'KeyA', ctrlKey: true });
    await waitFor(() => expect(selected()).toBe('1000'));
    await press(' ', { code: 'Space', ctrlKey: true });
    await waitFor(() => expect(selected()).toBe('999'));
    await press('Escape');
    await waitFor(() => expect(selected()).toBe('0'));
  });

  it('are edited after a preview, and never before it', async () => {
    await shown();
    await press('ArrowDown', { shiftKey: true });
    await press('e', { code: 'KeyE', ctrlKey: true });
    await screen.findByTestId('bulk-dialog');
    await fireEvent.change(screen.getByTestId('bulk-field'), { target: { value: 'ground' } });
    await fireEvent.change(screen.getByTestId('bulk-value'), { target: { value: 'drugs' } });
    expect(screen.queryByTestId('bulk-run')).toBeNull();
    const look = screen.getByTestId('bulk-look');
    await fireEvent.click(look);
    expect((await screen.findByTestId('bulk-would-change')).textContent).toBe('2');
    // Whoever looked by key stands on the same button, which now acts.
    expect(screen.getByTestId('bulk-run')).toBe(look);
    const wanted: Bulk = { select: { ids: ['order-0', 'order-1'], filter: '', excluded: [] }, field: 'ground', value: 'drugs', values: [] };
    expect(asked('bulk_preview')).toEqual([wanted]);
    await fireEvent.click(screen.getByTestId('bulk-run'));
    await waitFor(() => expect(asked('bulk_run')).toEqual([wanted]));
  });

  it('are copied as a table of the columns shown', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('ClipboardItem', undefined);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    await shown();
    await press('ArrowDown', { shiftKey: true });
    await press('c', { code: 'KeyC', ctrlKey: true });
    await waitFor(() => expect(writeText).toHaveBeenCalled());
    const [[text = ''] = []] = writeText.mock.calls as unknown as string[][];
    expect(text.split('\r\n').map((line) => line.split('\t')[0])).toEqual(['Reference', 'KZ-2016-0001', 'KZ-2016-0002']);
    vi.unstubAllGlobals();
  });

  it('take one pasted column row by row', async () => {
    await shown();
    await press('ArrowRight');
    await press('ArrowDown', { shiftKey: true });
    await waitFor(() => expect(selected()).toBe('2'));
    await fireEvent.paste(grid(), { clipboardData: { getData: () => '1-1\r\n2-2\r\n' } });
    await fireEvent.click(await screen.findByTestId('paste-fill'));
    await screen.findByTestId('bulk-would-change');
    expect(asked('bulk_preview')).toEqual([{ select: { ids: ['order-0', 'order-1'], filter: '', excluded: [] }, field: 'number', value: '', values: ['1-1', '2-2'] }]);
  });

  it('of another table go to the import', async () => {
    await shown();
    await fireEvent.paste(grid(), { clipboardData: { getData: () => 'number\turl\n1\thttps://example.kz/1' } });
    expect((await screen.findByTestId('paste-size')).textContent).toContain('Rows: 2, columns: 2');
    await fireEvent.click(screen.getByTestId('paste-import'));
    expect([route.current.screen, take()]).toEqual(['imports', 'number\turl\n1\thttps://example.kz/1']);
  });
});

describe('the table', () => {
  it('is laid out by keyboard', async () => {
    await shown();
    const head = screen.getByTestId('sort-number');
    await fireEvent.keyDown(head, { key: 'ArrowLeft', altKey: true });
    await waitFor(() => expect(screen.getAllByRole('columnheader')[0]?.textContent).toContain('Number'));
    await fireEvent.keyDown(screen.getByTestId('sort-number'), { key: 'ArrowRight', shiftKey: true });
    await waitFor(() => expect(asked('table_layout_set')).toEqual([expect.objectContaining({ columns: expect.arrayContaining([{ id: 'number', width: 130 }]) as unknown })]));
  });

  it('takes a saved filter with its order and columns', async () => {
    await shown();
    await fireEvent.change(await screen.findByTestId('saved-filters'), { target: { value: 'March' } });
    await waitFor(() => expect(asked('orders_list').at(-1)).toMatchObject({ filter: 'issued:2025-03', sort: 'number', descending: false }));
    await waitFor(() => expect(screen.getAllByRole('columnheader')).toHaveLength(1));
  });

  it('saves the filter of the moment under a name', async () => {
    await shown();
    await fireEvent.input(screen.getByTestId('orders-filter'), { target: { value: 'drugs' } });
    await fireEvent.click(screen.getByTestId('saved-filter-new'));
    await fireEvent.input(await screen.findByTestId('saved-filter-name'), { target: { value: 'Drugs' } });
    await fireEvent.click(screen.getByTestId('saved-filter-save'));
    await waitFor(() => expect(asked('saved_filter_put')).toEqual([expect.objectContaining({ name: 'Drugs', filter: 'drugs', sort: 'reference' })]));
  });

  it('completes the filter by keyboard', async () => {
    await shown();
    const field = screen.getByTestId<HTMLInputElement>('orders-filter');
    field.focus();
    await fireEvent.input(field, { target: { value: 'gro' } });
    expect((await screen.findByTestId('filter-hint')).textContent).toBe('ground:ground');
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(field.value).toBe('ground:');
  });

  it('says what of the filter cannot be read, and what may have been meant', async () => {
    const wrong = { code: 'filter_value_unknown', from: 7, to: 11, suggestions: ['drugs'] };
    vi.mocked(call).mockImplementation((name, args) =>
      Promise.resolve((name === 'orders_list' ? { ...fakePage(args as OrdersList, TOTAL), problem: wrong } : answers[name]?.(args as never)) as never),
    );
    render(Orders);
    await fireEvent.input(screen.getByTestId('orders-filter'), { target: { value: 'ground:drus' } });
    await waitFor(() => expect(screen.getByTestId('filter-problem').textContent).toMatch(/no value “drus”.*Did you mean: drugs\?/s));
  });

  it('lists its keys', async () => {
    await shown();
    await press('F1');
    expect(within(await screen.findByTestId('keys-help')).getAllByRole('term').length).toBeGreaterThan(10);
  });

  it('tells what an entry changed, and takes it back', async () => {
    go('orders', { id: 'order-0' });
    render(Orders);
    const entry = await screen.findByTestId('entry-41');
    const details = entry.closest('details');
    if (!details) throw new Error('no details');
    details.open = true;
    await fireEvent(details, new Event('toggle'));
    expect((await screen.findByTestId('entry-fields')).textContent).toMatch(/Ground stated.*other.*drugs/s);
    // Of an identifier the end tells apart, where nothing has a name.
    expect(screen.getByTestId('entry-fields').textContent).toMatch(/KZ-2016-0001, item 2.*—\s*…feedba0cab1e.*KZ-2016-0001, item 2.*—\s*Айгүл/s);
    await fireEvent.click(screen.getByTestId('entry-undo'));
    await waitFor(() => expect(asked('entry_undo')).toEqual([{ seq: 41 }]));
  });

  it.each(['columns', 'keys', 'bulk'] as const)('holds the rules of accessibility with its dialog of %s', async (which) => {
    const { container } = await shown();
    if (which === 'bulk') await press('a', { code: 'KeyA', ctrlKey: true });
    await fireEvent.click(await screen.findByTestId(`orders-${which}`));
    await waitFor(() => expect(document.querySelector('dialog[open]')).not.toBeNull());
    const dialog = container.querySelector('dialog[open]') ?? container;
    const { violations } = await axe.run(dialog, { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(container.textContent).not.toContain('⟦');
  }, 30_000);
});
