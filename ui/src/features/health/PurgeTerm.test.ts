import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../lib/accessibility';
import { answerWith } from '../../lib/api/fake';
import type { PurgeHit, PurgePreview } from '../../lib/api/types';
import { setLang } from '../../lib/i18n';
import { kinds } from '../../lib/records/kinds.svelte';
import PurgeTerm from './PurgeTerm.svelte';

vi.mock('../../lib/api/call', async (real) => ({
  ...(await real<typeof import('../../lib/api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
}));

const hit = (key: string, kind: string, more: Partial<PurgeHit> = {}): PurgeHit => ({ key, kind, label: '', field: 'note', entries: 0, earlier: false, ...more });
const HITS = [hit('complaints/1/note', 'complaints', { label: 'KZ-C-2026-0001', entries: 2 }), hit('orders/2/note', 'orders', { label: 'KZ-2026-0014', entries: 1, earlier: true }), hit('review_drafts/answers', 'review_drafts')];
const preview: PurgePreview = { records: [], mentions: [], values: 0, files: 0, files_shared: 0, reviews: 0, drafts: 0, imports: [], hits: HITS, papers: [] };

async function look(words: string) {
  await fireEvent.input(screen.getByTestId('purge-term'), { target: { value: words } });
  await fireEvent.click(screen.getByTestId('purge-term-find'));
}

beforeEach(async () => {
  setLang('en');
  answerWith({ purge_preview: () => preview });
  kinds.reload();
  await waitFor(() => expect(kinds.current.status).toBe('ready'));
});

describe('taking a name away', () => {
  it('shows every place in three languages and changes nothing', async () => {
    const call = answerWith({ purge_preview: () => preview });
    render(PurgeTerm);
    expect(screen.getByTestId<HTMLButtonElement>('purge-term-find').disabled).toBe(true);
    await look('  Айша Бекова ');
    const list = await screen.findByTestId('purge-term-hits');
    expect(call).toHaveBeenCalledWith('purge_preview', expect.objectContaining({ term: 'Айша Бекова', kind: '', confirmed: false }));
    expect(list.textContent).toContain('KZ-C-2026-0001');
    expect(list.textContent).toContain('unfinished answers of reviews');
    expect(list.textContent).toContain('only in 1 earlier entry of the ledger');
    for (const lang of ['kk', 'ru', 'en'] as const) {
      setLang(lang);
      await waitFor(() => expect(document.body.textContent).not.toContain('⟦'));
    }
    await expectAccessible(document.body);
    expect(call).not.toHaveBeenCalledWith('purge_run', expect.anything());
  }, 20_000);

  it('takes it away from the chosen places only, with a reason and the word of the person, and forgets what was typed', async () => {
    const call = answerWith({ purge_preview: () => preview, purge_run: () => ({ seq: 42, done: preview, settled: false }) });
    render(PurgeTerm);
    await look('Айша Бекова');
    const yes = await screen.findByTestId<HTMLButtonElement>('purge-term-yes');
    await fireEvent.click(screen.getByTestId('purge-term-reason-child_safety'));
    await fireEvent.click(screen.getByTestId('purge-term-confirmed'));
    expect(yes.disabled).toBe(false);
    // Another choice is to be confirmed anew.
    for (const earlier of screen.getAllByTestId('purge-term-hit').slice(1, 2)) await fireEvent.click(earlier);
    expect(yes.disabled).toBe(true);
    await fireEvent.click(screen.getByTestId('purge-term-confirmed'));
    expect(yes.textContent).toContain('2 places');
    await fireEvent.click(yes);
    expect((await screen.findByTestId('purge-term-done')).textContent).toContain('42');
    expect(call).toHaveBeenCalledWith('purge_run', expect.objectContaining({ term: 'Айша Бекова', only: ['complaints/1/note', 'review_drafts/answers'], reason: 'child_safety', confirmed: true }));
    expect(document.body.textContent).not.toContain('Бекова');
    expect(screen.getByTestId<HTMLInputElement>('purge-term').value).toBe('');
    expect(screen.getByTestId('purge-term-outcome').textContent).toContain('opened next');
  });

  it('says where nothing was found', async () => {
    answerWith({ purge_preview: () => ({ ...preview, hits: [] }) });
    render(PurgeTerm);
    await look('Ешкім');
    expect((await screen.findByTestId('purge-term-none')).textContent).toContain('Ешкім');
  });
});
