import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../accessibility';
import { answerWith, refuse } from '../api/fake';
import type { PurgePreview } from '../api/types';
import { setLang } from '../i18n';
import { kinds } from './kinds.svelte';
import PurgeDialog from './PurgeDialog.svelte';

vi.mock('../api/call', async (real) => ({
  ...(await real<typeof import('../api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
}));

const preview: PurgePreview = {
  records: [{ kind: 'actors', count: 1 }, { kind: 'actor_ages', count: 2 }, { kind: 'reviews', count: 3 }],
  mentions: [{ kind: 'complaints', count: 1 }],
  values: 17,
  files: 1,
  files_shared: 1,
  reviews: 3,
  drafts: 0,
  imports: ['orders.csv'],
  hits: [],
  papers: [{ id: 'p', name: 'case.pdf', unread: false }],
};
const props = () => ({ kind: 'actors', id: 'a-1', name: 'KZ-A-2026-0001', onclose: vi.fn(), onpurged: vi.fn() });

beforeEach(async () => {
  setLang('en');
  answerWith({ purge_preview: () => preview });
  kinds.reload();
  await waitFor(() => expect(kinds.current.status).toBe('ready'));
});

describe('the dialog of a purge', () => {
  it('tells what would go in three languages and changes nothing', async () => {
    const call = answerWith({ purge_preview: () => preview });
    render(PurgeDialog, props());
    const list = await screen.findByTestId('purge-preview');
    expect(list.textContent).toContain('values in earlier entries of the ledger: 17');
    expect(list.textContent).toContain('case.pdf');
    expect(list.querySelectorAll('li').length).toBe(9);
    for (const lang of ['kk', 'ru', 'en'] as const) {
      setLang(lang);
      await waitFor(() => expect(screen.getByTestId('purge-dialog').textContent).not.toContain('⟦'));
    }
    await expectAccessible(screen.getByTestId('purge-dialog'));
    expect(call).not.toHaveBeenCalledWith('purge_run', expect.anything());
  }, 20_000);

  it('purges only with a reason and the word of the person', async () => {
    const call = answerWith({ purge_preview: () => preview, purge_run: () => ({ seq: 42, done: preview, settled: false }) });
    const given = props();
    render(PurgeDialog, given);
    const yes = await screen.findByTestId<HTMLButtonElement>('purge-yes');
    expect(yes.disabled).toBe(true);
    await fireEvent.click(screen.getByTestId('purge-confirmed'));
    expect(yes.disabled).toBe(true);
    await fireEvent.click(screen.getByTestId('purge-reason-court_order'));
    expect(yes.disabled).toBe(false);
    await fireEvent.submit(yes.closest('form') as HTMLFormElement);
    await screen.findByTestId('purge-done');
    expect(call).toHaveBeenCalledWith('purge_run', expect.objectContaining({ kind: 'actors', record: 'a-1', reason: 'court_order', confirmed: true, keep_papers: false }));
    expect(screen.getByTestId('purge-dialog').textContent).toContain('Encrypted remains may stay on this disk');
    expect(screen.getByTestId('purge-dialog').textContent).toContain('when the vault is opened next');
    expect(given.onpurged).toHaveBeenCalledOnce();
  });

  it('shows a refusal and stays open', async () => {
    answerWith({ purge_preview: () => preview, purge_run: refuse('disk_full') });
    const given = props();
    render(PurgeDialog, given);
    const yes = await screen.findByTestId('purge-yes');
    await fireEvent.click(screen.getByTestId('purge-confirmed'));
    await fireEvent.click(screen.getByTestId('purge-reason-mistake'));
    await fireEvent.submit(yes.closest('form') as HTMLFormElement);
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('disk_full');
    expect(given.onpurged).not.toHaveBeenCalled();
  });
});
