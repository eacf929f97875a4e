import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import App from './App.svelte';
import { choice } from './features/papers/choice.svelte';
import { expectAccessible } from './lib/accessibility';
import { answerWith, fakeHealth, fakeVault, refuse } from './lib/api/fake';
import { setLang } from './lib/i18n';
import { savedBeforeLock } from './lib/leaving';
import { go, SCREENS, SCREENS_BY_DIGIT } from './lib/router.svelte';
import { status } from './lib/status.svelte';

const frame = vi.hoisted(() => ({ ask: (): void => undefined, lock: (): void => undefined, close: vi.fn() }));

vi.mock('./lib/api/call', async (real) => ({
  ...(await real<typeof import('./lib/api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
  onProgress: () => () => undefined,
  onDropped: () => () => undefined,
  closeWindow: frame.close,
  onLock: (asked: () => void) => {
    frame.lock = asked;
    return () => undefined;
  },
  onClosing: (asked: () => void) => {
    frame.ask = asked;
    return () => undefined;
  },
}));

beforeEach(() => {
  setLang('en');
  go('desk');
  status.say('');
  answerWith();
});

const press = (code: string, more: KeyboardEventInit) => fireEvent.keyDown(window, { code, ...more });

async function open() {
  const shown = render(App);
  await screen.findByTestId('nav-desk');
  return shown;
}

describe('the window', () => {
  it('shows the door until the register is open, and says nothing of it afterwards', async () => {
    answerWith({ vault_state: () => fakeVault('locked') });
    render(App);
    await screen.findByTestId('unlock-passphrase');
    expect(screen.queryByTestId('nav-desk')).toBeNull();
    await fireEvent.input(screen.getByTestId('unlock-passphrase'), { target: { value: 'түлкі сегіз' } });
    await fireEvent.click(screen.getByTestId('unlock-submit'));
    expect(await screen.findByTestId('screen-desk')).toBeTruthy();
    expect(screen.queryByTestId('unlock-passphrase')).toBeNull();
  });

  it.each(SCREENS.slice(0, SCREENS_BY_DIGIT).map((name, place) => [name, place + 1]))('goes to %s by Alt+%i and marks it in the rail', async (name, digit) => {
    await open();
    await press(`Digit${digit}`, { altKey: true, key: 'ә' });
    expect(screen.getByTestId(`screen-${name}`)).toBeTruthy();
    expect(screen.getByTestId(`nav-${name}`).getAttribute('aria-current')).toBe('page');
    expect(document.querySelectorAll('[aria-current="page"]')).toHaveLength(1);
  });

  it.each(SCREENS)('goes to %s by the rail, where it stands once', async (name) => {
    await open();
    expect(screen.getAllByTestId(`nav-${name}`)).toHaveLength(1);
    await fireEvent.click(screen.getByTestId(`nav-${name}`));
    expect(screen.getByTestId(`screen-${name}`)).toBeTruthy();
    expect(screen.getByTestId(`nav-${name}`).getAttribute('aria-current')).toBe('page');
  });

  it('saves what waits before it closes', async () => {
    await open();
    let isSaved = false;
    const off = savedBeforeLock(() => Promise.resolve(isSaved));
    frame.ask();
    await waitFor(() => expect(status.current).toContain('Not everything could be saved'));
    expect(frame.close).not.toHaveBeenCalled();
    isSaved = true;
    frame.ask();
    await waitFor(() => expect(frame.close).toHaveBeenCalledOnce());
    off();
  });

  it('leaves Ctrl+Z to a sheet that keeps its own deeds', async () => {
    await open();
    const sheet = document.body.appendChild(document.createElement('div'));
    sheet.dataset['keepsUndo'] = '';
    await press('KeyZ', { ctrlKey: true });
    expect(status.current).toBe('');
    sheet.remove();
    await press('KeyZ', { ctrlKey: true });
    expect(status.current).toContain('Nothing');
  });

  it('opens the capture by Ctrl+N on any layout, and nothing else beneath it', async () => {
    await open();
    await press('KeyN', { ctrlKey: true, key: 'т' });
    expect(await screen.findByTestId('capture-dialog')).toBeTruthy();
    await press('Digit2', { altKey: true });
    await press('KeyK', { ctrlKey: true });
    expect(screen.getByTestId('screen-desk')).toBeTruthy();
    expect(screen.queryByTestId('palette')).toBeNull();
  });

  it('locks by Ctrl+L even over a dialog, and forgets where one was', async () => {
    const call = answerWith();
    await open();
    await fireEvent.click(screen.getByTestId('nav-ledger'));
    status.say('Saved KZ-2026-0001');
    choice.take({ kind: 'case_file', subject: 'order-1', reference: 'KZ-2026-0001' });
    await press('KeyN', { ctrlKey: true });
    await press('KeyL', { ctrlKey: true, key: 'д' });
    await screen.findByTestId('unlock-passphrase');
    expect([choice.kind, choice.subject]).toEqual(['brief', { id: '', words: '' }]);
    expect(call).toHaveBeenCalledWith('vault_lock', {});
    expect(document.body.textContent).not.toContain('KZ-2026');
    expect(status.current).toBe('');
    await press('KeyN', { ctrlKey: true });
    expect(screen.queryByTestId('capture-dialog')).toBeNull();
  });

  it('locks when the shell says so, and waits only a moment for what never ends being saved', async () => {
    const call = answerWith();
    const never = vi.fn(() => new Promise<boolean>(() => undefined));
    const over = savedBeforeLock(never);
    await open();
    const began = performance.now();
    frame.lock();
    await screen.findByTestId('unlock-passphrase');
    over();
    expect(never).toHaveBeenCalledOnce();
    expect(call).toHaveBeenCalledWith('vault_lock', {});
    expect(performance.now() - began).toBeGreaterThan(100);
  });

  it('tells the core that somebody is there, but not at every key, and not at the door', async () => {
    const call = answerWith();
    const told = () => call.mock.calls.filter(([name]) => name === 'still_here').length;
    await open();
    await press('KeyA', {});
    await fireEvent.pointerMove(window);
    await fireEvent.wheel(document.body);
    expect(told()).toBe(1);
    await press('KeyL', { ctrlKey: true });
    await screen.findByTestId('unlock-passphrase');
    await press('KeyA', {});
    expect(told()).toBe(1);
  });

  it('goes from the rail to the content and back by F6', async () => {
    await open();
    await press('F6', {});
    expect(document.activeElement).toBe(screen.getByTestId('nav-desk'));
    await press('F6', {});
    expect(document.activeElement).toBe(screen.getByTestId('screen-desk'));
    await press('F6', { shiftKey: true });
    expect(document.activeElement).toBe(screen.getByTestId('nav-desk'));
  });

  it('finds a screen by its name in the palette, by keys alone', async () => {
    await open();
    await press('KeyK', { ctrlKey: true });
    const find = await screen.findByTestId('palette-find');
    await fireEvent.input(find, { target: { value: 'led' } });
    expect(screen.getAllByRole('option').map((option) => option.firstElementChild?.textContent)).toEqual(['Ledger']);
    await fireEvent.keyDown(find, { key: 'Enter' });
    expect(await screen.findByTestId('screen-ledger')).toBeTruthy();
    expect(screen.queryByTestId('palette')).toBeNull();
  });

  it('says in the palette when nothing has the name', async () => {
    await open();
    await press('KeyK', { ctrlKey: true });
    await fireEvent.input(await screen.findByTestId('palette-find'), { target: { value: 'xyz' } });
    expect(screen.getByText('Nothing has this name.')).toBeTruthy();
  });

  it('finds an order in the palette by a word of its text', async () => {
    await open();
    await press('KeyK', { ctrlKey: true });
    const find = await screen.findByTestId('palette-find');
    await fireEvent.input(find, { target: { value: 'снег' } });
    const hit = await screen.findByText('снега');
    expect(hit.tagName).toBe('MARK');
    await fireEvent.keyDown(find, { key: 'Enter' });
    expect(await screen.findByTestId('screen-orders')).toBeTruthy();
  });

  it('speaks another language at once everywhere and has it remembered', async () => {
    const call = answerWith();
    await open();
    await fireEvent.click(screen.getByTestId('lang-kk'));
    expect(screen.getByTestId('nav-orders').textContent).toContain('Нұсқамалар');
    expect(document.documentElement.lang).toBe('kk');
    expect(document.title).toBe('Жұмыс үстелі · Tarazy');
    expect(screen.getByTestId('lang-kk').getAttribute('aria-pressed')).toBe('true');
    expect(call).toHaveBeenCalledWith('lang_set', { lang: 'kk' });
  });

  it('takes the language that the register remembers', async () => {
    answerWith({ vault_state: () => ({ ...fakeVault('open'), lang: 'ru' }) });
    await open();
    expect(screen.getByTestId('nav-orders').textContent).toContain('Предписания');
  });

  it('marks the example register on every screen', async () => {
    answerWith({ vault_state: () => fakeVault('open', true) });
    await open();
    expect(screen.getByRole('note').textContent).toContain('invented');
  });

  it('says on every screen that the register can only be read, and leads to what to do', async () => {
    answerWith({ vault_state: () => ({ ...fakeVault('open'), read_only: true }) });
    await open();
    expect((await screen.findByTestId('banner')).textContent).toContain('can only be read');
    await fireEvent.click(screen.getByTestId('nav-orders'));
    await fireEvent.click(screen.getByTestId('banner-go'));
    expect(screen.getByTestId('screen-health')).toBeTruthy();
    expect(screen.getByTestId('banner')).toBeTruthy();
    expect(screen.queryByTestId('banner-go')).toBeNull();
  });

  it('says on every screen that a check found damage, and nothing of lesser things', async () => {
    const found = (weight: string) => ({ health: () => fakeHealth({ state: 'found', findings: [{ code: 'row_altered', weight, place: '' }] }) });
    answerWith(found('damage'));
    const { unmount } = await open();
    expect((await screen.findByTestId('banner')).textContent).toContain('found damage');
    unmount();
    answerWith(found('warning'));
    await open();
    await screen.findByTestId('desk-backup');
    expect(screen.queryByTestId('banner')).toBeNull();
  });

  it('tells why the register cannot be looked at, and looks again', async () => {
    answerWith({ vault_state: refuse('vault_in_use') });
    render(App);
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('vault_in_use');
    answerWith();
    await fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findByTestId('nav-desk')).toBeTruthy();
  });

  it('holds the rules of accessibility', async () => {
    const { container } = await open();
    await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
    await expectAccessible(container);
  }, 20_000);
});
