import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../accessibility';
import { answerWith, refuse } from '../api/fake';
import type { PurgePreview } from '../api/types';
import { setLang } from '../i18n';
import { kinds } from './kinds.svelte';
import PurgeDialog from './PurgeDialog.svelte';

const heard = vi.hoisted(() => ({ changes: [] as { topics: readonly string[]; tell: () => void }[] }));

vi.mock('../api/call', async (real) => ({
  ...(await real<typeof import('../api/call')>()),
  call: vi.fn(),
  onChanged: (topics: readonly string[], tell: () => void) => {
    heard.changes.push({ topics, tell });
    return () => undefined;
  },
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
  heard.changes = [];
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
    expect(screen.getByTestId('purge-dialog').textContent).toContain('when the register is opened next');
    expect(given.onpurged).toHaveBeenCalledOnce();
  });

  it('stays while it is at work, whoever wants it to close', async () => {
    let end: (reply: unknown) => void = () => undefined;
    answerWith({ purge_preview: () => preview, purge_run: () => new Promise((resolve) => (end = resolve)) as never });
    const given = props();
    render(PurgeDialog, given);
    const yes = await screen.findByTestId('purge-yes');
    await fireEvent.click(screen.getByTestId('purge-confirmed'));
    await fireEvent.click(screen.getByTestId('purge-reason-mistake'));
    await fireEvent.submit(yes.closest('form') as HTMLFormElement);
    const dialog = screen.getByTestId<HTMLDialogElement>('purge-dialog');
    const close = screen.getByRole<HTMLButtonElement>('button', { name: 'Close' });
    expect(close.disabled).toBe(true);
    expect(await fireEvent(dialog, new Event('cancel', { cancelable: true }))).toBe(false);
    // A web view that closes it all the same.
    dialog.close();
    await fireEvent(dialog, new Event('close'));
    expect(dialog.open).toBe(true);
    expect(given.onclose).not.toHaveBeenCalled();
    end({ seq: 42, done: preview, settled: true });
    await screen.findByTestId('purge-done');
    expect(close.disabled).toBe(false);
    expect(await fireEvent(dialog, new Event('cancel', { cancelable: true }))).toBe(true);
  });

  it('reads anew what would go when the record changes, and asks anew for the word of the person', async () => {
    render(PurgeDialog, props());
    await screen.findByTestId('purge-yes');
    await fireEvent.click(screen.getByTestId('purge-confirmed'));
    const box = () => screen.getByTestId<HTMLInputElement>('purge-confirmed');
    const change = () => heard.changes.filter(({ topics }) => topics.includes('records')).forEach(({ tell }) => tell());
    change();
    await waitFor(() => expect(box().checked).toBe(true));
    answerWith({ purge_preview: () => ({ ...preview, values: 18 }) });
    change();
    await waitFor(() => expect(screen.getByTestId('purge-preview').textContent).toContain('ledger: 18'));
    expect(box().checked).toBe(false);
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
