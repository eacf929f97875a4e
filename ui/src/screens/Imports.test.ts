import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FailureError, call } from '../lib/api/call';
import type { ImportFigures, ImportPreview, ImportRun, ImportSummary, Progress } from '../lib/api/types';
import { setLang } from '../lib/i18n';
import Imports from './Imports.svelte';

let drop: () => void = () => undefined;
let advance: (progress: Progress) => void = () => undefined;

vi.mock('../lib/api/call', async (real) => ({
  ...(await real<typeof import('../lib/api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
  onDropped: (heard: () => void) => {
    drop = heard;
    return () => undefined;
  },
  onProgress: (heard: (progress: Progress) => void) => {
    advance = heard;
    return () => undefined;
  },
}));

const column = (field: string, index: number, header = '') => ({ index, header, samples: ['1', '2'], field, contested: '', private: false, dates: '' });
const preview: ImportPreview = {
  token: 'file-1',
  name: 'rkn_register_2016-06-13.csv',
  bytes: 5_912_340,
  encoding: 'windows-1251',
  encodings: ['utf-8', 'windows-1251', 'koi8-r', 'cp866'],
  delimiter: ';',
  first_row: 2,
  rows: 30_663,
  has_header: false,
  header_row: 0,
  tables: [{ sheet: '', extent: 'A1:F30664', rows: 30_664, columns: 6 }],
  table: 0,
  top: [
    { row: 1, cells: ['Updated: 2016-06-13'] },
    { row: 2, cells: ['192.0.2.1', 'a.example'] },
  ],
  above: [{ row: 1, cells: ['Updated: 2016-06-13'] }],
  preset: 'rkn-dump',
  kind: 'orders',
  remembered: false,
  seen_before: null,
  columns: ['ip', 'host', 'locator', 'authority', 'number', 'issued'].map((field, index) => column(field, index)),
  fields: ['ip', 'host', 'locator', 'authority', 'number', 'issued', 'received', 'ignore'],
};
const group = { number: '2-6-27', authority: 'ФНС', issued: '2016-01-01', items: 523, rows: 530, first_row: 12, receipts_differ: false };
const summary: ImportSummary = {
  rows: 30_663,
  orders: 21_199,
  items: 30_500,
  duplicates: 12,
  known: 0,
  grown: 0,
  added: 0,
  outcomes: 0,
  differing: 0,
  rejected_total: 1,
  rejected: [{ row: 17, reason: 'date_unreadable', cell: '31.02.2016' }],
  groups: [group],
  group_sizes: [20_000, 1_100, 90, 9],
  twins: [],
  twins_total: 0,
  dates: [{ column: 5, order: '', asks: false, sample: '', day_first: 0, month_first: 0, doubtful: 0 }],
  warnings: [],
  warnings_total: 0,
  seen_before: null,
  batch: '',
  millis: 900,
};
const figures: ImportFigures = {
  rows: 3,
  figures: 1,
  first: [
    {
      row: 2,
      publisher: 'Google',
      period_from: '2025-01-01',
      period_to: '2025-06-30',
      country: 'Kazakhstan',
      metric: 'requests',
      value: '70',
      ground: '',
      action: 'Other',
      source: 'g.csv',
      reliability: 'self_reported',
    },
  ],
  rejected_total: 0,
  rejected: [],
};
let dry: Partial<ImportSummary> = {};
let shown: Partial<ImportPreview> = {};

const waiting: { finish: () => void; fail: (code: 'cancelled') => void }[] = [];
let lines: unknown[] = [];

beforeEach(() => {
  setLang('en');
  lines = [];
  waiting.length = 0;
  dry = {};
  shown = {};
  vi.mocked(call).mockReset();
  vi.mocked(call).mockImplementation(((name: string, args: ImportRun) => {
    if (name === 'import_choose' || name === 'import_dropped' || name === 'import_reopen') return Promise.resolve({ ...preview, ...shown });
    if (name === 'import_rejected_save') return Promise.resolve({ name: 'rejected.csv', rows: 1 });
    if (name === 'import_figures') return Promise.resolve(figures);
    if (name === 'import_dry_run') return Promise.resolve({ ...summary, ...dry, orders: args.fields.includes('number') ? summary.orders : 0 });
    if (name === 'imports_list') return Promise.resolve({ rows: lines });
    if (name === 'import_undo') return Promise.resolve({ id: 'batch-1', reference: '', seq: 5 });
    if (name !== 'import_run') return Promise.resolve({});
    return new Promise<ImportSummary>((resolve, reject) => {
      waiting.push({
        finish: () => resolve({ ...summary, batch: 'batch-1', millis: 4200 }),
        fail: (code) => reject(new FailureError({ code, params: {} })),
      });
    });
  }) as typeof call);
});

async function choose(): Promise<void> {
  await fireEvent.click(await screen.findByTestId('import-choose'));
  await screen.findByTestId('import-dry-orders');
}

describe('the import screen', () => {
  it('counts by itself what a chosen file would bring', async () => {
    render(Imports);
    await choose();
    const figures = ['rows', 'orders', 'items', 'rejected'].map((id) => screen.getByTestId(`import-dry-${id}`).dataset['value']);
    expect(figures).toEqual(['30663', '21199', '30500', '1']);
    expect(screen.getByTestId('import-rejected').textContent).toContain('31.02.2016');
    expect(screen.getByTestId('import-rejected').textContent).toContain('the date cannot be read');
  });

  it('counts anew when the mapping changes, and runs only when there is an order', async () => {
    render(Imports);
    await choose();
    await fireEvent.change(screen.getByTestId('import-field-4'), { target: { value: 'ignore' } });
    await waitFor(() => expect(screen.getByTestId('import-dry-orders').dataset['value']).toBe('0'));
    expect(screen.getByTestId<HTMLButtonElement>('import-run').disabled).toBe(true);
    await fireEvent.change(screen.getByTestId('import-field-1'), { target: { value: 'locator' } });
    expect(screen.getByText(/is left out now/).textContent).toContain('Column 3');
  });

  it('shows how far it is, and can be cancelled without a trace', async () => {
    render(Imports);
    await choose();
    await fireEvent.click(screen.getByTestId('import-run'));
    advance({ stage: 'writing', done: 4000, of: 21_199 });
    const bar = await screen.findByTestId<HTMLProgressElement>('import-progress');
    await waitFor(() => expect([bar.value, bar.max]).toEqual([4000, 21_199]));
    await fireEvent.click(screen.getByTestId('import-cancel'));
    expect(call).toHaveBeenCalledWith('import_cancel', { token: 'file-1' });
    waiting[0]?.fail('cancelled');
    await screen.findByTestId('import-cancelled');
    expect(screen.queryByTestId('failure')).toBeNull();
  });

  it('is undone after asking, with the counts named', async () => {
    render(Imports);
    await choose();
    await fireEvent.click(screen.getByTestId('import-run'));
    waiting[0]?.finish();
    expect((await screen.findByTestId('import-done')).dataset['orders']).toBe('21199');
    await fireEvent.click(screen.getByTestId('import-undo'));
    const dialog = await screen.findByTestId('import-undo-dialog');
    expect(dialog.textContent).toContain('21,199');
    expect(call).not.toHaveBeenCalledWith('import_undo', expect.anything());
    await fireEvent.click(screen.getByTestId('import-undo-confirm'));
    expect((await screen.findByTestId('import-undone')).textContent).toContain('5');
  });

  it('says nothing when the choice of a file was closed', async () => {
    vi.mocked(call).mockImplementationOnce(() => Promise.resolve({ rows: [] } as never));
    render(Imports);
    vi.mocked(call).mockImplementationOnce(() => Promise.reject(new FailureError({ code: 'cancelled', params: {} })));
    await fireEvent.click(await screen.findByTestId('import-choose'));
    expect(screen.queryByTestId('failure')).toBeNull();
    await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('import-choose').disabled).toBe(false));
  });

  it('takes a dropped file without ever hearing its path', async () => {
    render(Imports);
    await screen.findByTestId('import-choose');
    drop();
    await screen.findByTestId('import-dry-orders');
    expect(call).toHaveBeenCalledWith('import_dropped', {});
  });

  it('says that the same file was imported before', async () => {
    shown = { seen_before: { name: 'march.csv', at: 1_741_925_100, orders: 40 } };
    render(Imports);
    await choose();
    expect(screen.getByTestId('import-seen').textContent).toContain('march.csv');
  });

  it('shows what known orders would get, and lets such an import run', async () => {
    dry = { known: 21_199, grown: 2, added: 5, outcomes: 1, differing: 3 };
    render(Imports);
    await choose();
    expect(screen.getByTestId('import-grown').textContent).toContain('items – 5');
    expect(screen.getByTestId('import-differing').textContent).toContain('3');
    expect(screen.getByTestId<HTMLButtonElement>('import-run').disabled).toBe(false);
  });

  it('runs nothing that would bring nothing', async () => {
    dry = { known: 21_199 };
    render(Imports);
    await choose();
    expect(screen.getByTestId<HTMLButtonElement>('import-run').disabled).toBe(true);
  });

  it('asks how dates are written when nothing settles it, and counts anew with the answer', async () => {
    dry = { dates: [{ column: 5, order: '', asks: true, sample: '3/4/2019', day_first: 0, month_first: 0, doubtful: 7 }] };
    render(Imports);
    await choose();
    expect(screen.getByTestId('import-asks-5').textContent).toContain('3/4/2019');
    await fireEvent.change(screen.getByTestId('import-dates-5'), { target: { value: 'day_first' } });
    await waitFor(() => expect(call).toHaveBeenCalledWith('import_dry_run', expect.objectContaining({ dates: ['', '', '', '', '', 'day_first'] })));
  });

  it('lets a person choose between two columns that would fill one field', async () => {
    shown = { has_header: true, header_row: 1, columns: [column('locator', 0, 'Ссылка'), { ...column('ignore', 1, 'Ссылка'), contested: 'locator' }, column('number', 2, 'Номер')] };
    render(Imports);
    await choose();
    const note = screen.getByTestId('import-contested-1');
    expect(note.textContent).toContain('Ссылка');
    await fireEvent.click(note.querySelector('button') as HTMLButtonElement);
    await waitFor(() => expect(call).toHaveBeenCalledWith('import_dry_run', expect.objectContaining({ fields: ['ignore', 'locator', 'number'] })));
    expect(screen.queryByTestId('import-contested-1')).toBeNull();
  });

  it('advises against columns that name people', async () => {
    shown = { columns: [column('number', 0, 'Номер'), { ...column('ignore', 1, 'ФИО'), private: true }] };
    render(Imports);
    await choose();
    expect(screen.getByTestId('import-private-1').textContent).toContain('Better not imported');
  });

  it('reads the file again with another table, header, encoding or separator', async () => {
    shown = { tables: [preview.tables[0] as ImportPreview['tables'][0], { sheet: 'Лист2', extent: 'A1:B9', rows: 9, columns: 2 }] };
    render(Imports);
    await choose();
    const asked = (change: object) => expect(call).toHaveBeenCalledWith('import_reopen', expect.objectContaining({ token: 'file-1', ...change }));
    await fireEvent.change(screen.getByTestId('import-table'), { target: { value: '1' } });
    await waitFor(() => asked({ table: 1, header: null }));
    await fireEvent.change(await screen.findByTestId('import-header'), { target: { value: '2' } });
    await waitFor(() => asked({ header: 2 }));
    await fireEvent.change(await screen.findByTestId('import-encoding'), { target: { value: 'koi8-r' } });
    await waitFor(() => asked({ encoding: 'koi8-r' }));
    await fireEvent.change(await screen.findByTestId('import-separator'), { target: { value: '|' } });
    await waitFor(() => asked({ encoding: 'koi8-r', delimiter: '|' }));
  });

  it('saves the rejected rows and says as what', async () => {
    render(Imports);
    await choose();
    await fireEvent.click(screen.getByTestId('import-rejected-save'));
    await waitFor(() => expect(screen.getByTestId('import-rejected-saved').textContent).toContain('rejected.csv'));
  });

  it('shows addresses that deceive the eye with everything unseen written out', async () => {
    dry = { warnings_total: 1, warnings: [{ row: 9, code: 'bidi', shown: 'https://a.example/⟦U+202E⟧x' }] };
    render(Imports);
    await choose();
    expect(screen.getByTestId('import-warnings').textContent).toContain('⟦U+202E⟧');
  });

  it('shows official figures and offers no import of orders', async () => {
    shown = { kind: 'figures', preset: 'google-requesters' };
    render(Imports);
    await fireEvent.click(await screen.findByTestId('import-choose'));
    expect((await screen.findByTestId('import-figures')).textContent).toContain('Kazakhstan');
    expect(screen.queryByTestId('import-run')).toBeNull();
    expect(call).not.toHaveBeenCalledWith('import_dry_run', expect.anything());
  });

  it('is worded in three languages and holds the rules of accessibility', async () => {
    lines = [{ id: 'batch-0', name: 'a.csv', digest: 'ab'.repeat(32), at: 1_741_925_100, rows: 3, orders: 2, items: 3, rejected: 0, state: 'made' }];
    shown = {
      seen_before: { name: 'march.csv', at: 1_741_925_100, orders: 40 },
      remembered: true,
      tables: [preview.tables[0] as ImportPreview['tables'][0], { sheet: 'Лист2', extent: 'A1:B9', rows: 9, columns: 2 }],
    };
    dry = {
      known: 3,
      grown: 2,
      added: 5,
      outcomes: 1,
      differing: 3,
      twins_total: 1,
      twins: [{ first: group, second: { ...group, first_row: 99, issued: '2016-02-01', receipts_differ: true } }],
      warnings_total: 1,
      warnings: [{ row: 9, code: 'mixed_script', shown: 'https://a.example/x' }],
      dates: [{ column: 5, order: '', asks: true, sample: '3/4/2019', day_first: 0, month_first: 0, doubtful: 7 }],
    };
    const { container } = render(Imports);
    await choose();
    await screen.findByText('a.csv');
    for (const lang of ['kk', 'ru', 'en'] as const) {
      setLang(lang);
      await waitFor(() => expect(container.textContent).not.toContain('⟦'));
    }
    const { violations } = await axe.run(container, { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }, 30_000);
});
