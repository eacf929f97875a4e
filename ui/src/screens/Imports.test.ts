import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FailureError, call } from '../lib/api/call';
import type { ImportPreview, ImportRun, ImportSummary, Progress } from '../lib/api/types';
import { setLang } from '../lib/i18n';
import Imports from './Imports.svelte';

let advance: (progress: Progress) => void = () => undefined;

vi.mock('../lib/api/call', async (real) => ({
  ...(await real<typeof import('../lib/api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
  onProgress: (heard: (progress: Progress) => void) => {
    advance = heard;
    return () => undefined;
  },
}));

const preview: ImportPreview = {
  token: 'file-1',
  name: 'rkn_register_2016-06-13.csv',
  bytes: 5_912_340,
  encoding: 'windows-1251',
  delimiter: ';',
  first_row: 1,
  has_header: false,
  preset: 'rkn-dump',
  columns: ['ip', 'host', 'locator', 'authority', 'number', 'issued'].map((field, index) => ({ index, header: '', samples: ['1', '2'], field })),
  fields: ['ip', 'host', 'locator', 'authority', 'number', 'issued', 'received', 'ignore'],
};
const summary: ImportSummary = {
  rows: 30_663,
  orders: 21_199,
  items: 30_500,
  duplicates: 12,
  known: 0,
  rejected_total: 1,
  rejected: [{ row: 17, reason: 'date_unreadable', cell: '31.02.2016' }],
  groups: [{ number: '2-6-27', authority: 'ФНС', issued: '2016-01-01', items: 523, first_row: 12 }],
  batch: '',
  millis: 900,
};

const waiting: { finish: () => void; fail: (code: 'cancelled') => void }[] = [];
let lines: unknown[] = [];

beforeEach(() => {
  setLang('en');
  lines = [];
  waiting.length = 0;
  vi.mocked(call).mockReset();
  vi.mocked(call).mockImplementation(((name: string, args: ImportRun) => {
    if (name === 'import_choose') return Promise.resolve(preview);
    if (name === 'import_dry_run') return Promise.resolve({ ...summary, orders: args.fields.includes('number') ? summary.orders : 0 });
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

  it('is worded in three languages and holds the rules of accessibility', async () => {
    lines = [{ id: 'batch-0', name: 'a.csv', digest: 'ab'.repeat(32), at: 1_741_925_100, rows: 3, orders: 2, items: 3, rejected: 0, state: 'made' }];
    const { container } = render(Imports);
    await choose();
    await screen.findByText('a.csv');
    for (const lang of ['kk', 'ru', 'en'] as const) {
      setLang(lang);
      await waitFor(() => expect(container.textContent).not.toContain('⟦'));
    }
    const { violations } = await axe.run(container, { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
