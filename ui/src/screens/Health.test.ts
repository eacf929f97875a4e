import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../lib/accessibility';
import { answerWith, fakeBackups, fakeHealth, fakeKeys, RECOVERY, refuse } from '../lib/api/fake';
import type { Progress } from '../lib/api/types';
import { setLang } from '../lib/i18n';
import { go, route } from '../lib/router.svelte';
import { status } from '../lib/status.svelte';
import Health from './Health.svelte';

const heard = vi.hoisted(() => ({ progress: [] as ((progress: Progress) => void)[] }));

vi.mock('../lib/api/call', async (real) => ({
  ...(await real<typeof import('../lib/api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
  onProgress: (tell: (progress: Progress) => void) => {
    heard.progress.push(tell);
    return () => undefined;
  },
}));

const PASSPHRASE = 'түлкі сегіз арқан теңіз боран жалау';

beforeEach(() => {
  setLang('en');
  status.say('');
  heard.progress = [];
  answerWith();
});

const button = (id: string) => screen.getByTestId<HTMLButtonElement>(id);
const typedIn = (id: string) => screen.getByTestId<HTMLInputElement>(id).value;
const type = (id: string, value: string) => fireEvent.input(screen.getByTestId(id), { target: { value } });
const ready = (container: Element) => waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());

async function open(part: 'state' | 'backup' | 'keys') {
  go('health', { part });
  const shown = render(Health);
  await ready(shown.container);
  return shown;
}

describe.each(['state', 'backup', 'keys'] as const)('the part of %s', (part) => {
  it('is worded in three languages and holds the rules of accessibility', async () => {
    const { container } = await open(part);
    for (const code of ['kk', 'ru', 'en'] as const) {
      setLang(code);
      await ready(container);
      expect(container.textContent).not.toContain('⟦');
    }
    await expectAccessible(container);
  }, 20_000);
});

it('turns from part to part', async () => {
  await open('state');
  await fireEvent.click(button('health-to-backups'));
  expect(route.current).toEqual({ screen: 'health', params: { part: 'backup' } });
  expect(await screen.findByTestId('backup-state')).toBeTruthy();
  await fireEvent.click(button('health-part-keys'));
  expect(await screen.findByTestId('keys-slots')).toBeTruthy();
});

describe('the state', () => {
  it('says that everything is good, when it was checked and how long that took', async () => {
    await open('state');
    expect(screen.getByTestId('health-headline').textContent).toBe('Everything is as it was written');
    expect(screen.getByTestId('health-checked').textContent).toMatch(/in 2\.3 s: 118 ledger entries, 402 records/);
  });

  it('checks when asked, and says what it is at', async () => {
    const call = answerWith({ health: () => fakeHealth({ state: 'unchecked', checked_at: null }) });
    await open('state');
    expect(screen.getByTestId('health-headline').textContent).toContain('Not checked whole');
    answerWith({ health: () => fakeHealth({ state: 'checking', step: 'ledger', checked_at: null }) });
    await fireEvent.click(button('health-check'));
    await waitFor(() => expect(screen.getByTestId('health-headline').textContent).toBe('Being checked: entries of the ledger'));
    expect(call).toHaveBeenCalledWith('health_check', {});
    expect(button('health-check').disabled).toBe(true);
  });

  it('says of everything found what is wrong, where, and what to do, the heaviest first', async () => {
    const findings = [
      { code: 'row_altered', weight: 'damage', place: 'orders KZ-2026-0014' },
      { code: 'row_altered', weight: 'damage', place: 'orders KZ-2026-0015' },
      { code: 'clock_back', weight: 'note', place: '' },
    ];
    answerWith({ health: () => fakeHealth({ state: 'found', findings, read_only: true, unclean: true, unanchored: 7 }) });
    const { container } = await open('state');
    expect(screen.getByTestId('health-headline').textContent).toBe('2 things were found');
    const found = screen.getAllByTestId('finding');
    expect(found.map((one) => one.dataset['code'])).toEqual(['row_altered', 'clock_back']);
    expect(found[0]?.textContent).toContain('changed past the app');
    expect(found[0]?.textContent).toContain('orders KZ-2026-0014');
    expect(found[0]?.textContent).toContain('Keep this folder as it is');
    expect(screen.getByTestId('health-read-only').textContent).toContain('nothing is written');
    expect(screen.getByTestId('health-unclean').textContent).toContain('read below what was found');
    expect(container.textContent).not.toContain('nothing that was saved is lost');
    expect(container.textContent).toContain('7 entries were written since');
    await expectAccessible(container);
  }, 20_000);

  it('says that nothing is lost only where no damage was found', async () => {
    const [whole, damaged] = ['nothing that was saved is lost', 'read below what was found'];
    const cases = [
      { said: whole, fields: {} },
      { said: whole, fields: { findings: [{ code: 'clock_back', weight: 'note', place: '' }] } },
      { said: damaged, fields: { read_only: true } },
      { said: damaged, fields: { findings: [{ code: 'row_altered', weight: 'damage', place: '' }] } },
    ];
    for (const { said, fields } of cases) {
      answerWith({ health: () => fakeHealth({ unclean: true, ...fields }) });
      const { unmount } = await open('state');
      expect(screen.getByTestId('health-unclean').textContent).toContain(said);
      unmount();
    }
  });

  it('shows the whole support report before it can be saved', async () => {
    const call = answerWith();
    await open('state');
    expect(screen.queryByTestId('support-save')).toBeNull();
    await fireEvent.click(button('support-show'));
    const text = await screen.findByTestId<HTMLTextAreaElement>('support-text');
    expect(text.value).toContain('entries 118');
    expect(text.readOnly).toBe(true);
    await fireEvent.click(button('support-save'));
    await waitFor(() => expect(status.current).toBe('The report was saved as “tarazy-support.txt”.'));
    expect(call).toHaveBeenCalledWith('support_save', {});
  });
});

describe('backups', () => {
  it('teach the first step where no folder was chosen', async () => {
    answerWith({ backups: () => fakeBackups({ folder: '', reachable: false, lines: [], days: null, due: true }) });
    await open('backup');
    expect(screen.queryByTestId('backup-make')).toBeNull();
    expect(screen.getByTestId('backup-state').textContent).toContain('There is no verified backup yet');
    answerWith();
    await fireEvent.click(button('backup-choose'));
    expect((await screen.findByTestId<HTMLButtonElement>('backup-make')).disabled).toBe(false);
  });

  it('say which is verified in words, and warn of the same disk', async () => {
    answerWith({ backups: () => fakeBackups({ same_disk: true, opened_by: ['passphrase'] }) });
    const { container } = await open('backup');
    const lines = screen.getAllByTestId('backup-line').map((line) => line.textContent);
    expect(lines[0]).toContain('verified');
    expect(lines[1]).toContain('not verified');
    expect(screen.getByTestId('backup-same-disk')).toBeTruthy();
    expect(container.textContent).toContain('There is no recovery key');
  });

  it('are made with their progress in sight, and can be stopped', async () => {
    let refused: (reason: unknown) => void = () => undefined;
    const call = answerWith({ backup_make: () => new Promise((_, reject) => (refused = reject)) as never });
    await open('backup');
    await fireEvent.click(button('backup-make'));
    for (const tell of heard.progress) tell({ stage: 'backup', done: 40, of: 100 });
    await waitFor(() => expect(screen.getByTestId<HTMLProgressElement>('backup-progress').value).toBe(40));
    await fireEvent.click(button('backup-cancel'));
    expect(call).toHaveBeenCalledWith('backup_cancel', {});
    refused({ code: 'cancelled', params: {} });
    expect((await screen.findByTestId('backup-cancelled')).textContent).toContain('No half backup');
  });

  it('tell what was made', async () => {
    await open('backup');
    await fireEvent.click(button('backup-make'));
    const made = await screen.findByTestId('backup-made');
    expect(made.textContent).toContain('118 ledger entries, 4 files of exhibits');
    expect(made.textContent).toContain('1 older one made way');
  });

  it('tell what was found in one that was made, and that nothing made way for it', async () => {
    const line = { name: 'tarazy-2026-11-28.age', made_at: 1_790_000_000, bytes: 7_400_000, verified: false };
    answerWith({ backup_make: () => ({ line, entries: 118, files: 4, removed: 0, findings: ['exhibit_altered', 'exhibit_altered', 'row_missing'] }) });
    const { container } = await open('backup');
    await fireEvent.click(button('backup-make'));
    const made = await screen.findByTestId('backup-made');
    expect(made.dataset['verified']).toBe('false');
    expect([...made.querySelectorAll('li')].map((found) => found.textContent)).toEqual([
      'The file of an exhibit is damaged, or another one lies in its place.',
      'A record that the ledger speaks of is gone: it was taken out past the app.',
    ]);
    for (const [code, words] of [['kk', 'тексерілген болып саналмайды'], ['ru', 'проверенной не считается'], ['en', 'No older backup was taken away']] as const) {
      setLang(code);
      await waitFor(() => expect(screen.getByTestId('backup-made').textContent).toContain(words));
      expect(container.textContent).not.toContain('⟦');
    }
  });

  it('are rehearsed with the key alone', async () => {
    const call = answerWith();
    await open('backup');
    await fireEvent.click(button('drill-begin'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('drill-words')));
    await type('drill-words', RECOVERY.key);
    await waitFor(() => expect(button('drill-do').disabled).toBe(false));
    await fireEvent.click(button('drill-do'));
    expect((await screen.findByTestId('drilled')).textContent).toContain('opened with the recovery key alone');
    expect(call).toHaveBeenCalledWith('backup_drill', { typed: [RECOVERY.key] });
    expect(screen.queryByTestId('drill-words')).toBeNull();
  });
});

describe('a recovery key', () => {
  async function draw(shares = false) {
    const shown = await open('keys');
    await fireEvent.click(button('recovery-begin'));
    if (shares) await fireEvent.click(screen.getByTestId('recovery-shares'));
    await fireEvent.click(button('recovery-lang-kk'));
    await type('recovery-passphrase', PASSPHRASE);
    await fireEvent.click(button('recovery-draw'));
    await screen.findAllByTestId('recovery-words');
    return shown;
  }

  it('is shown numbered, printed on sheets in its own language, and in force only when typed back', async () => {
    const call = answerWith();
    await draw();
    expect(call).toHaveBeenCalledWith('recovery_make', { passphrase: PASSPHRASE, lang: 'kk', shares: false });
    expect(screen.getByTestId('recovery-words').children).toHaveLength(24);
    const sheets = screen.getByTestId('recovery-sheets');
    expect(sheets.parentElement).toBe(document.body);
    expect(sheets.textContent).toContain('Қалпына келтіру кілті');
    expect(sheets.textContent).toContain('Сөз бостандығы қоры');
    await fireEvent.click(button('recovery-kept'));
    await waitFor(() => expect(screen.queryByTestId('recovery-sheets')).toBeNull());
    expect(document.body.textContent).not.toContain('алма');
    expect(button('recovery-confirm').disabled).toBe(true);
    await type('recovery-back-0', RECOVERY.key);
    await waitFor(() => expect(button('recovery-confirm').disabled).toBe(false));
    await fireEvent.click(button('recovery-confirm'));
    expect(await screen.findByTestId('recovery-done')).toBeTruthy();
    expect(call).toHaveBeenCalledWith('recovery_confirm', { typed: [RECOVERY.key] });
    expect(call.mock.calls.map(([name]) => name)).not.toContain('recovery_forget');
  });

  it('says at once which word is on no list, once that word is whole', async () => {
    await draw();
    await fireEvent.click(button('recovery-kept'));
    await type('recovery-back-0', 'алма xyzz');
    await waitFor(() => expect(screen.getByText('2 words typed')).toBeTruthy());
    await type('recovery-back-0', 'алма xyzz ');
    expect(await screen.findByText('On no list: word 2 “xyzz”. Look at the letters once more.')).toBeTruthy();
    expect(screen.getByTestId('recovery-back-0').getAttribute('aria-invalid')).toBe('true');
    await type('recovery-back-0', 'сөз '.repeat(24));
    expect(await screen.findByText(/together they are no key/)).toBeTruthy();
    expect(button('recovery-confirm').disabled).toBe(true);
  });

  it('that differs from what was drawn is told, and the words can be seen again; what was typed is gone', async () => {
    answerWith({ recovery_confirm: refuse('recovery_differs') });
    await draw();
    await fireEvent.click(button('recovery-kept'));
    await type('recovery-back-0', RECOVERY.key);
    await waitFor(() => expect(button('recovery-confirm').disabled).toBe(false));
    await fireEvent.click(button('recovery-confirm'));
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('recovery_differs');
    await fireEvent.click(button('recovery-show-again'));
    expect(screen.getByTestId('recovery-words').textContent).toContain('алма');
    await fireEvent.click(button('recovery-kept'));
    expect(screen.getByTestId<HTMLTextAreaElement>('recovery-back-0').value).toBe('');
  });

  it('in shares warns, has a sheet for each, and each is typed back', async () => {
    const call = answerWith();
    await open('keys');
    await fireEvent.click(button('recovery-begin'));
    expect(document.body.textContent).not.toContain('Groups without practice');
    await fireEvent.click(screen.getByTestId('recovery-shares'));
    expect(screen.getByText(/Groups without practice lose shares/)).toBeTruthy();
    await type('recovery-passphrase', PASSPHRASE);
    await fireEvent.click(button('recovery-draw'));
    expect(await screen.findAllByTestId('recovery-words')).toHaveLength(3);
    expect(screen.getByTestId('recovery-sheets').querySelectorAll('section')).toHaveLength(3);
    await fireEvent.click(button('recovery-kept'));
    await type('recovery-back-0', RECOVERY.shares[0] ?? '');
    await type('recovery-back-1', RECOVERY.shares[1] ?? '');
    expect(button('recovery-confirm').disabled).toBe(true);
    await type('recovery-back-2', RECOVERY.shares[2] ?? '');
    await waitFor(() => expect(button('recovery-confirm').disabled).toBe(false));
    await fireEvent.click(button('recovery-confirm'));
    await screen.findByTestId('recovery-done');
    expect(call).toHaveBeenCalledWith('recovery_confirm', { typed: RECOVERY.shares });
  });

  it('that was drawn and left is forgotten by the core and by the page', async () => {
    const call = answerWith();
    const { unmount } = await draw();
    unmount();
    expect(call).toHaveBeenCalledWith('recovery_forget', {});
    expect(document.querySelector('.sheets')).toBeNull();
  });

  it('has every step within the rules of accessibility, and begins each at its heading', async () => {
    const { container } = await draw();
    expect(document.activeElement?.tagName).toBe('H3');
    await expectAccessible(container);
    await fireEvent.click(button('recovery-kept'));
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Step 3 of 3'));
    await expectAccessible(container);
  }, 30_000);
});

describe('the keys', () => {
  it('say that nothing helps where there is only the passphrase', async () => {
    const { container } = await open('keys');
    expect(screen.getByTestId('key-passphrase').textContent).toContain('256 MiB, 3 passes');
    expect(container.textContent).toContain('make a recovery key');
  });

  it('take a second person, and forget what was typed', async () => {
    const call = answerWith();
    await open('keys');
    await fireEvent.click(button('second-begin'));
    await type('second-passphrase', PASSPHRASE);
    await type('second-new', 'бұлақ қайың шаңырақ');
    await type('second-again', 'бұлақ қайың шаңырақ');
    await waitFor(() => expect(button('second-set').disabled).toBe(false));
    await fireEvent.click(button('second-set'));
    await waitFor(() => expect(status.current).toContain('second person’s passphrase opens'));
    expect(call).toHaveBeenCalledWith('second_set', { passphrase: PASSPHRASE, second: 'бұлақ қайың шаңырақ' });
    expect(screen.queryByTestId('second-passphrase')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(button('second-begin')));
  });

  it('are taken away with a passphrase that stays', async () => {
    const call = answerWith({ keys: () => fakeKeys([{ kind: 'second', shares: 0, memory_mib: 256, passes: 3 }]) });
    await open('keys');
    await fireEvent.click(button('second-remove'));
    await type('key-remove-passphrase', PASSPHRASE);
    await fireEvent.click(button('key-remove-do'));
    await waitFor(() => expect(screen.queryByTestId('key-remove')).toBeNull());
    expect(call).toHaveBeenCalledWith('slot_remove', { kind: 'second', passphrase: PASSPHRASE });
    expect(status.current).toContain('opens the register no longer');
  });

  it('say where the typed passphrase is the one that goes, or opens the register already', async () => {
    answerWith({ keys: () => fakeKeys([{ kind: 'second', shares: 0, memory_mib: 256, passes: 3 }]), slot_remove: refuse('invalid', { field: 'passphrase' }), second_set: refuse('invalid', { field: 'second' }) });
    await open('keys');
    await fireEvent.click(button('second-remove'));
    await type('key-remove-passphrase', PASSPHRASE);
    await fireEvent.click(button('key-remove-do'));
    expect((await screen.findByTestId('key-remove-own')).textContent).toContain('Type one that stays');
    await fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await fireEvent.click(button('second-begin'));
    await type('second-passphrase', PASSPHRASE);
    await type('second-new', PASSPHRASE);
    await type('second-again', PASSPHRASE);
    await waitFor(() => expect(button('second-set').disabled).toBe(false));
    await fireEvent.click(button('second-set'));
    expect((await screen.findByTestId('second-same')).textContent).toContain('one of their own');
    await waitFor(() => expect(['second-passphrase', 'second-new', 'second-again'].map(typedIn)).toEqual(['', '', '']));
    expect(document.activeElement).toBe(screen.getByTestId('second-passphrase'));
  });

  it('change the passphrase and forget all three fields', async () => {
    const call = answerWith();
    await open('keys');
    await type('passphrase-old', 'old one');
    await type('passphrase-new', 'түлкі сегіз арқан теңіз');
    await type('passphrase-again', 'түлкі сегіз арқан теңіз');
    await waitFor(() => expect(button('passphrase-change').disabled).toBe(false));
    await fireEvent.click(button('passphrase-change'));
    await waitFor(() => expect(status.current).toBe('The passphrase was changed.'));
    expect(call).toHaveBeenCalledWith('passphrase_change', { old: 'old one', new: 'түлкі сегіз арқан теңіз' });
    expect(['passphrase-old', 'passphrase-new', 'passphrase-again'].map(typedIn)).toEqual(['', '', '']);
  });

  it('forget all three fields where the passphrase is refused too', async () => {
    answerWith({ passphrase_change: refuse('wrong_passphrase') });
    await open('keys');
    await type('passphrase-old', 'old one');
    await type('passphrase-new', 'түлкі сегіз арқан теңіз');
    await type('passphrase-again', 'түлкі сегіз арқан теңіз');
    await waitFor(() => expect(button('passphrase-change').disabled).toBe(false));
    await fireEvent.click(button('passphrase-change'));
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('wrong_passphrase');
    expect(['passphrase-old', 'passphrase-new', 'passphrase-again'].map(typedIn)).toEqual(['', '', '']);
    expect(document.activeElement).toBe(screen.getByTestId('passphrase-old'));
  });

  it('are made anew only when it is known what that revokes, and can be interrupted', async () => {
    let refused: (reason: unknown) => void = () => undefined;
    const call = answerWith({ keys_rotate: () => new Promise((_, reject) => (refused = reject)) as never });
    await open('keys');
    await fireEvent.click(button('rotate-begin'));
    await type('rotate-passphrase', PASSPHRASE);
    expect(button('rotate-do').disabled).toBe(true);
    await fireEvent.click(screen.getByTestId('rotate-understood'));
    await fireEvent.click(button('rotate-do'));
    for (const tell of heard.progress) tell({ stage: 'rotate', done: 3, of: 12 });
    await waitFor(() => expect(screen.getByText('Encrypted anew: 3 of 12')).toBeTruthy());
    await fireEvent.click(button('rotate-cancel'));
    expect(call).toHaveBeenCalledWith('keys_cancel', {});
    refused({ code: 'cancelled', params: {} });
    await waitFor(() => expect(screen.getByTestId('rotate').dataset['outcome']).toBe('interrupted'));
  });

  it('begun anew and not finished are gone on with', async () => {
    const call = answerWith({ keys: () => fakeKeys([], true) });
    await open('keys');
    expect(screen.getByTestId('rotate-begun')).toBeTruthy();
    await fireEvent.click(button('rotate-begin'));
    await type('rotate-passphrase', PASSPHRASE);
    await fireEvent.click(button('rotate-do'));
    await waitFor(() => expect(screen.getByTestId('rotate').dataset['outcome']).toBe('done'));
    expect(call).toHaveBeenCalledWith('keys_rotate', { passphrase: PASSPHRASE });
  });
});
