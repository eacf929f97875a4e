import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../lib/accessibility';
import { answerWith, fakeDay, refuse } from '../lib/api/fake';
import type { RecordsAsk, RecordView } from '../lib/api/types';
import { setLang } from '../lib/i18n';
import { fakeRecord, fakeShown } from '../lib/records/fake';
import { kinds } from '../lib/records/kinds.svelte';
import { go, route } from '../lib/router.svelte';
import Actors from './Actors.svelte';
import Complaints from './Complaints.svelte';
import Desk from './Desk.svelte';
import Law from './Law.svelte';
import Platforms from './Platforms.svelte';
import Proceedings from './Proceedings.svelte';
import Sources from './Sources.svelte';

vi.mock('../lib/api/call', async (real) => ({
  ...(await real<typeof import('../lib/api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
}));

const label = (words: string) => ({ kk: words, ru: words, en: words });
const ROWS: Record<string, RecordView[]> = {
  actors: [fakeRecord('actors', 1, { reference: 'KZ-A-2026-0001', label: label('deputy akim, region B'), fields: { kind: 'person', name: 'Ерлан Тест', contact: '+7 700', is_child: 'no' } })],
  authorities: [fakeRecord('authorities', 1, { label: label('Ministry of Culture and Information'), fields: { successor_of: 'authorities-0' }, links: { successor_of: { kind: 'authorities', id: 'authorities-0', label: label('Ministry of Information') } } })],
  provisions: [fakeRecord('provisions', 1, { label: label('art. 40'), findings: ['two_versions_in_force'] })],
  expert_decisions: [fakeRecord('expert_decisions', 1, { label: label('KZ-E-2026-0001'), fields: { conclusion: 'not_bullying', decided: fakeDay() } })],
  official_figures: [fakeRecord('official_figures', 1, { label: label('ministry · letters · 222'), fields: { reliability: 'official_document', period: fakeDay() } })],
  coverage_periods: [fakeRecord('coverage_periods', 1, { label: label('registers'), fields: { known_gaps: 'August' } })],
  proceedings: [fakeRecord('proceedings', 1, { label: label('KZ-P-2026-0001'), fields: { forum: 'admin_court', due: fakeDay() }, findings: ['overdue'] })],
  tasks: [
    fakeRecord('tasks', 2, { label: label('later'), fields: { due: fakeDay(1_741_992_400) } }),
    fakeRecord('tasks', 1, { label: label('write the appeal'), fields: { due: fakeDay(1_741_900_000) }, findings: ['due_soon'] }),
  ],
  platforms: [fakeRecord('platforms', 1, { id: 'platform-1', label: label('Instagram'), findings: ['no_representative'] })],
};
const full = ({ kind }: RecordsAsk) => ({ kind, by: '', total: ROWS[kind]?.length ?? 0, rows: ROWS[kind] ?? [] });
const SHOWN = { actors: () => render(Actors), law: () => render(Law), sources: () => render(Sources), proceedings: () => render(Proceedings) };
const NAMES = Object.keys(SHOWN) as (keyof typeof SHOWN)[];
const ready = (container: Element) => waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());

beforeEach(async () => {
  setLang('en');
  go('desk');
  answerWith({ records_list: full });
  kinds.reload();
  await waitFor(() => expect(kinds.current.status).toBe('ready'));
});

describe.each(NAMES)('the screen of %s', (name) => {
  it('is worded in three languages and holds the rules of accessibility, full and with a record open', async () => {
    const { container } = SHOWN[name]();
    await screen.findAllByTestId('record-row');
    await fireEvent.click(screen.getAllByTestId('record-row')[0]?.querySelector('button') as HTMLElement);
    await screen.findByTestId('record-panel');
    for (const code of ['kk', 'ru', 'en'] as const) {
      setLang(code);
      await ready(container);
      expect(container.textContent).not.toContain('⟦');
    }
    // The record beside the list stands inside the screen's own landmark, as on the screen of orders.
    await expectAccessible(container);
  }, 30_000);

  it('teaches the next step when nothing is recorded, in every list', async () => {
    answerWith();
    const { container } = SHOWN[name]();
    expect(await screen.findByText('Nothing recorded yet')).toBeTruthy();
    for (const other of screen.queryAllByTestId(/^list-/)) {
      await fireEvent.click(other);
      await ready(container);
      expect(container.textContent).not.toContain('⟦');
    }
  });

  it('tells the failure and reads again when asked', async () => {
    answerWith({ records_list: refuse('database_damaged') });
    SHOWN[name]();
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('database_damaged');
    answerWith({ records_list: full });
    await fireEvent.click(screen.getByText('Try again'));
    expect((await screen.findAllByTestId('record-row')).length).toBeGreaterThan(0);
  });
});

describe('the lists of records', () => {
  it('open a record that takes the keyboard, and Escape gives it back to where it was opened', async () => {
    render(Actors);
    const button = (await screen.findByTestId('record-row')).querySelector('button') as HTMLElement;
    await fireEvent.click(button);
    const panel = await screen.findByTestId('record-panel');
    expect(route.current).toEqual({ screen: 'actors', params: { kind: 'actors', id: 'actors-1' } });
    expect(document.activeElement).toBe(panel.closest('aside'));
    await fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByTestId('record-panel')).toBeNull());
    expect(document.activeElement).toBe(button);
  });

  it('never show a sealed name', async () => {
    const { container } = render(Actors);
    await screen.findByTestId('record-row');
    expect(container.textContent).toContain('deputy akim, region B');
    expect(container.textContent).not.toContain('Ерлан');
    expect(container.textContent).not.toContain('+7 700');
  });

  it('find by words, and say when nothing matches', async () => {
    const call = answerWith({ records_list: (ask) => (ask.words === '' ? full(ask) : { kind: ask.kind, by: '', total: 0, rows: [] }) });
    render(Sources);
    await screen.findByTestId('record-row');
    await fireEvent.input(screen.getByTestId('record-find'), { target: { value: 'telegram' } });
    expect(await screen.findByText('No record matches.')).toBeTruthy();
    expect(call).toHaveBeenCalledWith('records_list', { kind: 'official_figures', words: 'telegram', offset: 0, limit: 100 });
  });

  it('turn their pages', async () => {
    const call = answerWith({ records_list: (ask) => ({ ...full(ask), total: 230 }) });
    render(Actors);
    await fireEvent.click(await screen.findByText('Older'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('records_list', { kind: 'actors', words: '', offset: 100, limit: 100 }));
    await waitFor(() => expect(screen.getByText<HTMLButtonElement>('Newer').disabled).toBe(false));
  });

  it('add a record and open it', async () => {
    const call = answerWith({ records_list: full });
    render(Sources);
    await screen.findByTestId('record-row');
    await fireEvent.click(screen.getByTestId('list-coverage_periods'));
    await screen.findByText('registers');
    await fireEvent.click(screen.getByTestId('record-new'));
    await fireEvent.input(screen.getByTestId('record-coverage_periods-watched_from-date'), { target: { value: '01.03.2026' } });
    await fireEvent.input(screen.getByTestId('record-coverage_periods-sources_watched'), { target: { value: 'registers, channels' } });
    await fireEvent.submit(screen.getByTestId('record-form-coverage_periods'));
    await waitFor(() => expect(route.current.params).toEqual({ kind: 'coverage_periods', id: 'coverage_periods-9' }));
    expect(call).toHaveBeenCalledWith('record_save', { kind: 'coverage_periods', id: '', fields: expect.objectContaining({ sources_watched: 'registers, channels' }) });
  });

  it('word what was found of a provision and of a proceeding', async () => {
    go('law', { kind: 'provisions' });
    const { unmount } = render(Law);
    expect((await screen.findByTestId('finding')).textContent).toContain('More than one wording is in force now');
    unmount();
    render(Proceedings);
    expect((await screen.findByTestId('finding')).textContent).toBe('overdue');
  });
});

describe('actors', () => {
  const post = (n: number, from: number) => fakeRecord('occupancies', n, { label: label('x'), fields: { actor: `actors-${n}`, post: `akim ${n}`, held_from: fakeDay(from) }, links: { actor: { kind: 'actors', id: `actors-${n}`, label: label(`actor ${n}`) } } });

  it('tell who held a post on a day, for certain or perhaps', async () => {
    answerWith({ records_list: (ask) => (ask.kind === 'occupancies' ? { kind: 'occupancies', by: '', total: 3, rows: [post(1, 1_741_892_400), post(2, 1_800_000_000), { ...post(3, 0), fields: { post: 'deputy' } }] } : full(ask)) });
    render(Actors);
    await screen.findByTestId('record-row');
    await fireEvent.input(screen.getByTestId('official-on-date'), { target: { value: '20.03.2025' } });
    const found = await screen.findAllByTestId('official');
    expect(found.map((row) => [row.dataset['holds'], row.textContent?.includes('perhaps')])).toEqual([['yes', false], ['unknown', true]]);
    await fireEvent.click(screen.getByText('actor 1'));
    expect(route.current.params).toEqual({ kind: 'actors', id: 'actors-1' });
  });
});

describe('the desk', () => {
  it('shows what is due, the earliest first, and leads there', async () => {
    render(Desk, { onrecord: () => undefined });
    const rows = await screen.findAllByTestId('task-due');
    expect(rows.map((row) => row.querySelector('button')?.textContent)).toEqual(['KZ-P-2026-0001', 'write the appeal']);
    await fireEvent.click(screen.getByText('write the appeal'));
    expect(route.current).toEqual({ screen: 'proceedings', params: { kind: 'tasks', id: 'tasks-1' } });
  });

  it('says that nothing is due', async () => {
    answerWith();
    render(Desk, { onrecord: () => undefined });
    expect(await screen.findByText('Nothing is due within three days.')).toBeTruthy();
  });
});

describe('platforms', () => {
  it('say where a representative is lacking, and open with what is known of the owner', async () => {
    answerWith({ records_list: full, record_show: ({ kind, id }) => fakeShown(fakeRecord(kind, 1, { id, label: label('Instagram'), fields: { owner_legal_name: 'Meta' } })) });
    const { container } = render(Platforms);
    expect((await screen.findByTestId('finding')).dataset['code']).toBe('no_representative');
    await fireEvent.click(screen.getAllByTestId('platform-open')[0] as HTMLElement);
    expect((await screen.findByTestId('held-owner_legal_name')).textContent).toContain('Meta');
    expect(screen.queryByTestId('platform-measure')).toBeNull();
    expect(screen.getByTestId('add-representatives-platform')).toBeTruthy();
    expect(screen.queryByTestId('add-orders-platform')).toBeNull();
    await expectAccessible(container);
  }, 20_000);
});

describe('complaints', () => {
  it('open with their items and roles to be added', async () => {
    const { container } = render(Complaints);
    await fireEvent.click((await screen.findAllByTestId('complaint-open'))[0] as HTMLElement);
    await screen.findByTestId('record-panel');
    expect(route.current.params).toEqual({ id: 'complaint-2' });
    for (const add of ['complaint_items-complaint', 'actor_roles-complaint', 'proceedings-complaint', 'tasks-complaint']) expect(screen.getByTestId(`add-${add}`), add).toBeTruthy();
    await expectAccessible(container);
  }, 20_000);

  it('say it when the kinds of record cannot be read', async () => {
    answerWith({ kinds: refuse('locked') });
    kinds.reload();
    render(Complaints);
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('locked');
  });
});
