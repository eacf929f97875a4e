import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../lib/accessibility';
import { answerWith, fakeVault, RECOVERY, refuse } from '../lib/api/fake';
import type { VaultState } from '../lib/api/types';
import { setLang } from '../lib/i18n';
import Unlock from './Unlock.svelte';

vi.mock('../lib/api/call', async (real) => ({ ...(await real<typeof import('../lib/api/call')>()), call: vi.fn(), onProgress: () => () => undefined }));

const WORDS = 'түлкі сегіз арқан теңіз боран жалау';
let states: VaultState[] = [];

beforeEach(() => {
  setLang('en');
  states = [];
  answerWith();
});

const door = (state: 'absent' | 'locked') => render(Unlock, { vault: fakeVault(state), onstate: (next: VaultState) => states.push(next) });
const field = (id: string) => screen.getByTestId<HTMLInputElement>(id);
const button = (id: string) => screen.getByTestId<HTMLButtonElement>(id);
const type = (id: string, value: string) => fireEvent.input(field(id), { target: { value } });

async function fill(passphrase = WORDS) {
  await type('create-org', 'Сөз бостандығы қоры');
  await type('create-actor', 'Әлия');
  await type('create-passphrase', passphrase);
  await type('create-passphrase-again', passphrase);
}

describe('making a register', () => {
  it('offers six words in the language of the window, to be seen and typed back', async () => {
    const call = answerWith();
    door('absent');
    expect(field('create-passphrase').type).toBe('password');
    await fireEvent.click(button('create-suggest'));
    await waitFor(() => expect(field('create-passphrase').value).toBe(WORDS));
    expect(call).toHaveBeenCalledWith('passphrase_suggest', { lang: 'en' });
    expect(field('create-passphrase').type).toBe('text');
    expect(screen.getByText(/about 77 bits/)).toBeTruthy();
    expect(button('create-submit').disabled).toBe(true);
  });

  it('waits for both names, a strong passphrase, and the same one again', async () => {
    door('absent');
    await fill();
    await waitFor(() => expect(button('create-submit').disabled).toBe(false));
    await type('create-passphrase-again', 'other');
    expect(button('create-submit').disabled).toBe(true);
    expect(screen.getByText('The two differ.')).toBeTruthy();
    await type('create-passphrase-again', WORDS);
    await type('create-org', '  ');
    expect(button('create-submit').disabled).toBe(true);
  });

  it('refuses a weak passphrase and says why', async () => {
    door('absent');
    await fill('password');
    expect(await screen.findByText(/Too weak \(about 21 bits\)/)).toBeTruthy();
    expect(field('create-passphrase').getAttribute('aria-invalid')).toBe('true');
    expect(button('create-submit').disabled).toBe(true);
  });

  it('sends everything once and forgets the passphrase', async () => {
    const call = answerWith();
    door('absent');
    await fill();
    await fireEvent.click(field('create-example'));
    await waitFor(() => expect(button('create-submit').disabled).toBe(false));
    await fireEvent.click(button('create-submit'));
    await waitFor(() => expect(states).toHaveLength(1));
    expect(call).toHaveBeenCalledWith('vault_create', { passphrase: WORDS, lang: 'en', with_example: true, organisation: 'Сөз бостандығы қоры', actor: 'Әлия' });
    expect(field('create-passphrase').value).toBe('');
    expect(field('create-passphrase-again').value).toBe('');
  });

  it('keeps what was typed when the folder is refused', async () => {
    answerWith({ vault_create: refuse('vault_exists') });
    door('absent');
    await fill();
    await waitFor(() => expect(button('create-submit').disabled).toBe(false));
    await fireEvent.click(button('create-submit'));
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('vault_exists');
    expect(field('create-passphrase').value).toBe(WORDS);
    expect(states).toEqual([]);
  });
});

describe('the locked door', () => {
  it('empties the field whether the passphrase was right or wrong, and takes the next try', async () => {
    const call = answerWith({ vault_unlock: refuse('wrong_passphrase') });
    door('locked');
    await type('unlock-passphrase', 'бір екі үш');
    await fireEvent.submit(field('unlock-passphrase'));
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('wrong_passphrase');
    expect(field('unlock-passphrase').value).toBe('');
    expect(document.activeElement).toBe(field('unlock-passphrase'));
    answerWith();
    await type('unlock-passphrase', WORDS);
    await fireEvent.click(button('unlock-submit'));
    await waitFor(() => expect(states.map((next) => next.state)).toEqual(['open']));
    expect(call).toHaveBeenLastCalledWith('vault_unlock', { passphrase: WORDS });
    expect(field('unlock-passphrase').value).toBe('');
    expect(screen.queryByTestId('failure')).toBeNull();
  });

  it('shows what is typed when asked to', async () => {
    door('locked');
    await fireEvent.click(screen.getByRole('button', { name: 'Show what is typed' }));
    expect(field('unlock-passphrase').type).toBe('text');
  });

  it('says that it is checking', async () => {
    answerWith({ vault_unlock: () => new Promise(() => undefined) as never });
    door('locked');
    await type('unlock-passphrase', WORDS);
    await fireEvent.click(button('unlock-submit'));
    expect(button('unlock-submit').textContent).toBe('Checking the passphrase…');
    expect(button('unlock-submit').disabled).toBe(true);
  });

  it('goes to another folder, and stays when the dialog is closed', async () => {
    answerWith({ vault_choose: refuse('cancelled') });
    door('locked');
    await fireEvent.click(button('vault-choose'));
    await waitFor(() => expect(button('vault-choose').disabled).toBe(false));
    expect(states).toEqual([]);
    expect(screen.queryByTestId('failure')).toBeNull();
    answerWith();
    await fireEvent.click(button('vault-choose'));
    await waitFor(() => expect(states.map((next) => next.state)).toEqual(['absent']));
  });
});

describe('too many wrong tries', () => {
  it('are counted down, and nothing can be tried before the end', async () => {
    vi.useFakeTimers();
    try {
      const call = answerWith({ vault_unlock: refuse('try_later', { seconds: '3' }) });
      door('locked');
      await type('unlock-passphrase', 'бір екі үш');
      await fireEvent.click(button('unlock-submit'));
      await vi.advanceTimersByTimeAsync(0);
      expect(screen.getByTestId('door-wait').textContent).toContain('You can try again in 3 s.');
      await type('unlock-passphrase', WORDS);
      await fireEvent.submit(field('unlock-passphrase'));
      expect(call.mock.calls.filter(([name]) => name === 'vault_unlock')).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(1000);
      expect(button('unlock-submit').textContent).toBe('Wait 2 s');
      expect(button('unlock-submit').disabled).toBe(true);
      await vi.advanceTimersByTimeAsync(2000);
      expect(screen.getByTestId('door-wait').textContent).toContain('You can try again now.');
      expect(button('unlock-submit').disabled).toBe(false);
      answerWith();
      await fireEvent.click(button('unlock-submit'));
      await vi.advanceTimersByTimeAsync(0);
      expect(states.map((next) => next.state)).toEqual(['open']);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a forgotten passphrase', () => {
  const recover = async () => {
    door('locked');
    await fireEvent.click(button('door-forgot'));
    expect(screen.getByRole('heading').textContent).toBe('Open with the recovery key');
  };
  const choose = async () => {
    await type('recover-new', WORDS);
    await type('recover-again', WORDS);
  };

  it('is replaced by the words from the paper', async () => {
    const call = answerWith();
    await recover();
    await choose();
    await type('recover-words', `${RECOVERY.key} `);
    await waitFor(() => expect(button('recover-submit').disabled).toBe(false));
    await fireEvent.click(button('recover-submit'));
    await waitFor(() => expect(states.map((next) => next.state)).toEqual(['open']));
    expect(call).toHaveBeenCalledWith('vault_recover', { typed: [`${RECOVERY.key} `], new: WORDS });
  });

  it('is replaced by two shares, and a second field appears by itself', async () => {
    const call = answerWith();
    await recover();
    await choose();
    const [first = '', second = ''] = RECOVERY.shares;
    expect(screen.queryByTestId('recover-words-second')).toBeNull();
    await type('recover-words', first);
    await screen.findByTestId('recover-words-second');
    await type('recover-words-second', first);
    expect(await screen.findByText('This is the same share once more. Take another one.')).toBeTruthy();
    expect(button('recover-submit').disabled).toBe(true);
    await type('recover-words-second', second);
    await waitFor(() => expect(button('recover-submit').disabled).toBe(false));
    await fireEvent.click(button('recover-submit'));
    await waitFor(() => expect(states).toHaveLength(1));
    expect(call).toHaveBeenCalledWith('vault_recover', { typed: [first, second], new: WORDS });
  });

  it('keeps the words where they are refused, and leads back to the door', async () => {
    answerWith({ vault_recover: refuse('recovery_stale') });
    await recover();
    await choose();
    await type('recover-words', RECOVERY.key);
    await waitFor(() => expect(button('recover-submit').disabled).toBe(false));
    await fireEvent.click(button('recover-submit'));
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('recovery_stale');
    expect(field('recover-words').value).toBe(RECOVERY.key);
    await fireEvent.click(button('door-back'));
    await waitFor(() => expect(document.activeElement).toBe(button('door-forgot')));
    await fireEvent.click(button('door-forgot'));
    expect(field('recover-words').value).toBe('');
  });

  it.each(['door-forgot', 'door-restore'])('is not left lying in the fields behind %s by somebody who went away', async (way) => {
    vi.useFakeTimers();
    try {
      answerWith();
      door('locked');
      await fireEvent.click(button(way));
      if (way === 'door-restore') await fireEvent.click(button('restore-with-recovery'));
      const name = way === 'door-restore' ? 'restore' : 'recover';
      const typed = () => ['words', 'new', 'again'].map((id) => field(`${name}-${id}`).value);
      await type(`${name}-words`, RECOVERY.key);
      await type(`${name}-new`, WORDS);
      await vi.advanceTimersByTimeAsync(290_000);
      await type(`${name}-again`, WORDS);
      await vi.advanceTimersByTimeAsync(290_000);
      expect(typed()).toEqual([RECOVERY.key, WORDS, WORDS]);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(typed()).toEqual(['', '', '']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('has a form that holds the rules of accessibility', async () => {
    await recover();
    await expectAccessible();
  }, 20_000);
});

describe.each(['absent', 'locked'] as const)('a backup, when the register is %s', (state) => {
  it('is put back with a passphrase of its day', async () => {
    const call = answerWith();
    door(state);
    await fireEvent.click(button('door-restore'));
    expect(document.activeElement).toBe(field('restore-passphrase'));
    await type('restore-passphrase', WORDS);
    await fireEvent.click(button('restore-submit'));
    await waitFor(() => expect(states.map((next) => next.state)).toEqual(['open']));
    expect(call).toHaveBeenCalledWith('backup_restore', { passphrase: WORDS, typed: [], new: '' });
  });

  it('is put back with the recovery key and a new passphrase, and refused in words', async () => {
    const call = answerWith({ backup_restore: refuse('folder_taken') });
    door(state);
    await fireEvent.click(button('door-restore'));
    await type('restore-passphrase', 'half a phrase');
    await fireEvent.click(button('restore-with-recovery'));
    await type('restore-words', RECOVERY.key);
    expect(button('restore-submit').disabled).toBe(true);
    await type('restore-new', WORDS);
    await type('restore-again', WORDS);
    await waitFor(() => expect(button('restore-submit').disabled).toBe(false));
    await fireEvent.click(button('restore-submit'));
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('folder_taken');
    expect(call).toHaveBeenCalledWith('backup_restore', { passphrase: '', typed: [RECOVERY.key], new: WORDS });
    expect(states).toEqual([]);
    await expectAccessible();
    await fireEvent.click(button('door-back'));
    expect(screen.queryByTestId('restore-form')).toBeNull();
  }, 20_000);
});

describe.each(['absent', 'locked'] as const)('the door when the register is %s', (state) => {
  it('speaks three languages', async () => {
    door(state);
    const heard = new Set<string>();
    for (const code of ['kk', 'ru', 'en']) {
      await fireEvent.click(screen.getByTestId(`lang-${code}`));
      heard.add(screen.getByRole('heading').textContent ?? '');
    }
    expect(heard.size).toBe(3);
    expect(document.body.textContent).not.toContain('⟦');
  });

  it('holds the rules of accessibility', async () => expectAccessible(door(state).container), 20_000);
});
