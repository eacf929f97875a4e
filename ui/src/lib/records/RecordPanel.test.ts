import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../accessibility';
import { answerWith, fakeDay, refuse } from '../api/fake';
import type { RecordDetail } from '../api/types';
import { setLang } from '../i18n';
import { fakeRecord, fakeShown } from './fake';
import { kinds } from './kinds.svelte';
import RecordPanel from './RecordPanel.svelte';

vi.mock('../api/call', async (real) => ({
  ...(await real<typeof import('../api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
}));

const label = (words: string) => ({ kk: words, ru: words, en: words });
const platform = (): RecordDetail =>
  fakeShown(fakeRecord('platforms', 1, { label: label('Instagram'), fields: { kind: 'social_network', owner_legal_name: 'Meta', exemption: 'none' }, findings: ['no_representative'] }), {
    facts: [{ id: 'fact-1', field: 'owner_legal_name', confidence: 'probable', exhibits: 'p. 4', note: '' }],
    linked: [{ kind: 'audience_measures', by: 'platform', total: 1, rows: [fakeRecord('audience_measures', 1, { label: label('2026-05 · 4312000'), fields: { value: 4_312_000, unit: 'avg_daily_over_month', period: '2026-05', source: 'stat.gov.kz' } })] }],
  });
const actor = (): RecordDetail => fakeShown(fakeRecord('actors', 1, { reference: 'KZ-A-2026-0001', label: label('blogger'), fields: { public_label: 'blogger', name: 'Ерлан Тест', contact: '+7 700' } }));

beforeEach(async () => {
  setLang('en');
  answerWith({ record_show: platform });
  kinds.reload();
  await waitFor(() => expect(kinds.current.status).toBe('ready'));
});

describe('the panel of a record', () => {
  it('words what was found, what is recorded, how sure it is, what is linked and its history', async () => {
    const { container } = render(RecordPanel, { kind: 'platforms', id: 'platforms-1', onclose: () => undefined });
    await screen.findByTestId('record-panel');
    expect(screen.getByTestId('finding').textContent).toContain('Above the threshold and no representative appointed');
    expect(screen.getByTestId('held-owner_legal_name').textContent?.trim()).toBe('Meta');
    expect(screen.getByTestId('fact').textContent).toContain('Legal name of the owner: probable');
    expect(within(screen.getByTestId('linked-audience_measures')).getByText(/Counted as: users a day, average over a month/)).toBeTruthy();
    expect(container.textContent).toContain('A record was added');
    expect(container.textContent).toContain('Not filled in: Name in Kazakh');
    for (const lang of ['kk', 'ru', 'en'] as const) {
      setLang(lang);
      await waitFor(() => expect(container.textContent).not.toContain('⟦'));
    }
    await expectAccessible(container);
  }, 20_000);

  it('leaves the closing words of a purge where they are when the record cannot be read any more', async () => {
    const nothing = { records: [], mentions: [], values: 1, files: 0, files_shared: 0, reviews: 0, drafts: 0, imports: [], hits: [], papers: [] };
    const purged = { purge_preview: () => nothing, purge_run: () => ({ seq: 42, done: nothing, settled: true }) };
    answerWith({ record_show: platform, ...purged });
    render(RecordPanel, { kind: 'platforms', id: 'platforms-1' });
    await fireEvent.click(await screen.findByTestId('record-purge'));
    await fireEvent.click(await screen.findByTestId('purge-confirmed'));
    await fireEvent.click(screen.getByTestId('purge-reason-mistake'));
    answerWith({ record_show: refuse('not_found'), ...purged });
    await fireEvent.submit(screen.getByTestId('purge-yes').closest('form') as HTMLFormElement);
    await waitFor(() => expect(screen.getByTestId('failure').dataset['code']).toBe('not_found'));
    expect(screen.getByTestId('purge-done').textContent).toContain('Ledger entry 42');
  });

  it('never shows a sealed name before somebody asks, and asks again for another record', async () => {
    answerWith({ record_show: ({ id }) => ({ ...actor(), record: { ...actor().record, id } }) });
    const { container, rerender } = render(RecordPanel, { kind: 'actors', id: 'actors-1' });
    await screen.findByTestId('record-panel');
    expect(container.textContent).not.toContain('Ерлан');
    expect(container.textContent).not.toContain('+7 700');
    await fireEvent.click(screen.getByTestId('uncover-name'));
    expect(screen.getByTestId('held-name').textContent).toContain('Ерлан Тест');
    expect(container.textContent).not.toContain('+7 700');
    await rerender({ kind: 'actors', id: 'actors-2' });
    await waitFor(() => expect(container.textContent).not.toContain('Ерлан'));
  });

  it('adds a record that links back to it', async () => {
    const call = answerWith({ record_show: platform });
    render(RecordPanel, { kind: 'platforms', id: 'platforms-1' });
    await fireEvent.click(await screen.findByTestId('add-representatives-platform'));
    await fireEvent.input(screen.getByTestId('record-representatives-name'), { target: { value: 'ТОО «Өкіл»' } });
    await fireEvent.submit(screen.getByTestId('record-form-representatives'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('record_save', { kind: 'representatives', id: '', fields: { platform: 'platforms-1', name: 'ТОО «Өкіл»' } }));
    await waitFor(() => expect(screen.queryByTestId('record-dialog')).toBeNull());
    expect(call.mock.calls.filter(([name]) => name === 'record_show').length).toBeGreaterThan(1);
  });

  it('follows a link and comes back', async () => {
    const call = answerWith({ record_show: ({ kind }) => (kind === 'platforms' ? platform() : fakeShown(fakeRecord(kind, 1, { label: label('a measure') }))) });
    render(RecordPanel, { kind: 'platforms', id: 'platforms-1' });
    await fireEvent.click(await screen.findByText('2026-05 · 4,312,000'));
    expect(await screen.findByRole('heading', { name: 'a measure' })).toBeTruthy();
    expect(call).toHaveBeenCalledWith('record_show', { kind: 'audience_measures', id: 'audience_measures-1' });
    await fireEvent.click(screen.getByTestId('record-back'));
    expect(await screen.findByRole('heading', { name: 'Instagram' })).toBeTruthy();
  });

  it('amends the record in the form of its kind', async () => {
    const call = answerWith({ record_show: platform });
    render(RecordPanel, { kind: 'platforms', id: 'platforms-1' });
    await fireEvent.click(await screen.findByTestId('record-amend'));
    await fireEvent.change(screen.getByTestId('record-platforms-gov_channel'), { target: { value: 'yes' } });
    await fireEvent.submit(screen.getByTestId('record-form-platforms'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('record_save', { kind: 'platforms', id: 'platforms-1', fields: { gov_channel: 'yes' } }));
  });

  it('records how sure one is of a field, and amends what was said of it before', async () => {
    const call = answerWith({ record_show: platform });
    render(RecordPanel, { kind: 'platforms', id: 'platforms-1' });
    await fireEvent.click(await screen.findByTestId('facts-add'));
    await fireEvent.change(screen.getByTestId('facts-field'), { target: { value: 'exemption' } });
    await fireEvent.change(screen.getByTestId('facts-confidence'), { target: { value: 'confirmed' } });
    await fireEvent.input(screen.getByTestId('facts-exhibits'), { target: { value: 'letter, p. 2' } });
    await expectAccessible(screen.getByTestId('facts-dialog'));
    await fireEvent.submit(screen.getByTestId('facts-save').closest('form') as HTMLFormElement);
    await waitFor(() =>
      expect(call).toHaveBeenCalledWith('record_save', { kind: 'facts', id: '', fields: { subject: 'platforms-1', field: 'exemption', confidence: 'confirmed', exhibits: 'letter, p. 2', note: null } })
    );
    await fireEvent.click(screen.getByRole('button', { name: 'Amend how sure it is: Legal name of the owner' }));
    expect(screen.getByTestId<HTMLInputElement>('facts-exhibits').value).toBe('p. 4');
    await fireEvent.submit(screen.getByTestId('facts-save').closest('form') as HTMLFormElement);
    await waitFor(() => expect(call).toHaveBeenCalledWith('record_save', expect.objectContaining({ kind: 'facts', id: 'fact-1' })));
  }, 20_000);

  it('covers hard content and never makes a link of an address', async () => {
    answerWith({
      record_show: () => fakeShown(fakeRecord('items', 1, { label: label('https://a.example/1 · ауыр сөз'), fields: { locator: 'https://a.example/1', text: 'ауыр сөз', sensitivity: 'graphic', posted: fakeDay() } })),
    });
    const { container } = render(RecordPanel, { kind: 'items', id: 'items-1' });
    await screen.findByTestId('record-panel');
    expect(container.textContent).not.toContain('ауыр сөз');
    expect(container.querySelector('a')).toBeNull();
    await fireEvent.click(screen.getByTestId('uncover-text'));
    expect(container.textContent).toContain('ауыр сөз');
  });

  it('tells the failure and reads again when asked', async () => {
    answerWith({ record_show: refuse('not_found') });
    render(RecordPanel, { kind: 'platforms', id: 'platforms-1' });
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('not_found');
    answerWith({ record_show: platform });
    await fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findByTestId('record-panel')).toBeTruthy();
  });
});
