import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../lib/accessibility';
import { answerWith, fakeDesk, fakeEmptyDesk, fakeShare, fakeVault, refuse } from '../lib/api/fake';
import { setLang } from '../lib/i18n';
import { kinds } from '../lib/records/kinds.svelte';
import { go, route } from '../lib/router.svelte';
import { status } from '../lib/status.svelte';
import { theme } from '../lib/theme.svelte';
import Complaints from './Complaints.svelte';
import Desk from './Desk.svelte';
import Ledger from './Ledger.svelte';
import Papers from './Papers.svelte';
import Platforms from './Platforms.svelte';
import Settings from './Settings.svelte';

vi.mock('../lib/api/call', async (real) => ({
  ...(await real<typeof import('../lib/api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
}));

beforeEach(() => {
  setLang('en');
  status.say('');
  go('desk');
  answerWith();
  kinds.reload();
});

const ready = (container: Element) => waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
const button = (id: string) => screen.getByTestId<HTMLButtonElement>(id);
const type = (id: string, value: string) => fireEvent.input(screen.getByTestId(id), { target: { value } });
const SHOWN = {
  desk: () => render(Desk, { onrecord: () => undefined }),
  papers: () => render(Papers),
  ledger: () => render(Ledger),
  complaints: () => render(Complaints),
  platforms: () => render(Platforms),
  settings: () => render(Settings, { vault: fakeVault('open') }),
};

describe.each(Object.entries(SHOWN))('the screen of %s', (_, show) => {
  it('is worded in three languages and holds the rules of accessibility', async () => {
    const { container } = show();
    for (const code of ['kk', 'ru', 'en'] as const) {
      setLang(code);
      await ready(container);
      expect(container.textContent).not.toContain('⟦');
    }
    await expectAccessible(container);
  }, 20_000);
});

describe.each([
  ['desk', 'desk'],
  ['papers', 'paper_preview'],
  ['papers', 'paper_form'],
  ['ledger', 'ledger_lines'],
  ['complaints', 'complaints_list'],
  ['platforms', 'platforms_list'],
] as const)('the screen of %s without %s', (name, command) => {
  it('tells the failure and reads again when asked', async () => {
    answerWith({ [command]: refuse('database_damaged') });
    const { container } = SHOWN[name]();
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('database_damaged');
    answerWith();
    await fireEvent.click(screen.getByText('Try again'));
    await ready(container);
    expect(screen.queryByTestId('failure')).toBeNull();
  });
});

describe('the desk', () => {
  it('shows first what needs somebody, then three numbers with their n and their interval', async () => {
    const { container } = SHOWN.desk();
    await ready(container);
    const said = container.textContent ?? '';
    expect(said.indexOf('Running 24-hour clocks')).toBeLessThan(said.indexOf('Three figures'));
    expect(said).toContain('6 h 12 min');
    expect(said).toContain('may be over');
    expect(said).toContain('47%');
    expect(said).toContain('25 of 53 · 95% interval 36%–60%');
    expect(said).toContain('If “cannot tell” went one way or the other: 47%–53%');
    expect(said).toContain('missed\u00a0–\u00a012');
  });

  it('says counts instead of a percentage below the guard, and no percentage as a headline where it is not firm', async () => {
    const desk = fakeDesk();
    desk.measures.criticism = fakeShare(4, 9, { level: 'counts', estimate: null, low: null, high: null, band_low: null, band_high: null });
    desk.measures.bullying = fakeShare(9, 31, { level: 'interval' });
    answerWith({ desk: () => desk });
    const { container } = SHOWN.desk();
    await ready(container);
    expect(container.textContent).toContain('4 of 9');
    expect(container.textContent).toContain('Too few for a percentage');
    expect(container.textContent).toContain('9 of 31');
    expect(container.textContent).not.toContain('29%—');
  });

  it('teaches the next step when nothing is recorded', async () => {
    answerWith({ desk: fakeEmptyDesk });
    let asked = 0;
    render(Desk, { onrecord: () => asked++ });
    await fireEvent.click(await screen.findByText('Record an order'));
    expect(asked).toBe(1);
    await fireEvent.click(screen.getByText('Import a table'));
    expect(route.current.screen).toBe('imports');
  });

  it('leads to an order, to the review and to the ledger', async () => {
    const { container } = SHOWN.desk();
    await ready(container);
    await fireEvent.click(screen.getByText('KZ-2026-0059'));
    expect(route.current).toEqual({ screen: 'orders', params: { id: 'order-59' } });
    await fireEvent.click(screen.getByText('Start reviewing'));
    expect(route.current.screen).toBe('review');
    await fireEvent.click(screen.getByText('Verify everything'));
    expect(route.current.screen).toBe('ledger');
    await fireEvent.click(await screen.findByTestId('desk-to-backups'));
    expect(route.current).toEqual({ screen: 'health', params: { part: 'backup' } });
  });

  it('lets the clocks run while nothing changes', async () => {
    vi.useFakeTimers();
    try {
      const call = answerWith();
      SHOWN.desk();
      await vi.advanceTimersByTimeAsync(120_500);
      expect(call.mock.calls.filter(([name]) => name === 'desk')).toHaveLength(3);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the ledger', () => {
  it('turns its pages', async () => {
    const { container } = SHOWN.ledger();
    await ready(container);
    expect(screen.getAllByTestId('ledger-line')).toHaveLength(100);
    expect(button('ledger-newer').disabled).toBe(true);
    await fireEvent.click(button('ledger-older'));
    await waitFor(() => expect(screen.getAllByTestId('ledger-line')).toHaveLength(18));
    expect(button('ledger-older').disabled).toBe(true);
  });

  it('says that everything agrees', async () => {
    SHOWN.ledger();
    await fireEvent.click(button('ledger-verify'));
    const report = await screen.findByTestId('ledger-report');
    expect(report.dataset['status']).toBe('good');
    expect(report.textContent).toContain('118 ledger entries, 118 signed checkpoints, 402 records compared');
  });

  it('says what does not agree, where, and what to do', async () => {
    answerWith({ ledger_verify: () => ({ status: 'bad', entries: 118, checkpoints: 118, rows: 402, root: 'b3', findings: [{ code: 'row_altered', weight: 'damage', place: 'orders KZ-2026-0014' }] }) });
    SHOWN.ledger();
    await fireEvent.click(button('ledger-verify'));
    const report = await screen.findByTestId('ledger-report');
    expect(report.dataset['status']).toBe('bad');
    expect(report.textContent).toContain('orders KZ-2026-0014');
    expect(report.textContent).toContain('Keep this folder as it is');
  });
});

describe('complaints', () => {
  it('can be recorded knowing nothing', async () => {
    const call = answerWith();
    const { container } = SHOWN.complaints();
    await ready(container);
    await fireEvent.click(button('complaint-new'));
    await fireEvent.click(button('record-save'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('record_save', { kind: 'complaints', id: '', fields: {} }));
    await waitFor(() => expect(screen.queryByTestId('complaint-dialog')).toBeNull());
    expect(status.current).toBe('Saved complaint (ledger entry 122).');
  });

  it('keep what was typed when they are refused', async () => {
    answerWith({ record_save: refuse('invalid', { field: 'order' }) });
    const { container } = SHOWN.complaints();
    await ready(container);
    await fireEvent.click(button('complaint-new'));
    await type('record-complaints-order', 'KZ-0');
    await type('record-complaints-note', 'мазақ');
    await fireEvent.click(button('record-save'));
    await waitFor(() => expect(screen.getByTestId('record-complaints-order').getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByTestId<HTMLTextAreaElement>('record-complaints-note').value).toBe('мазақ');
  });

  it('wait until an unreadable date is corrected', async () => {
    const { container } = SHOWN.complaints();
    await ready(container);
    await fireEvent.click(button('complaint-new'));
    await type('record-complaints-filed-date', '31.02.2026');
    expect(button('record-save').disabled).toBe(true);
    await type('record-complaints-filed-date', '28.02.2026');
    expect(button('record-save').disabled).toBe(false);
  });

  it('teach why they count when there are none', async () => {
    answerWith({ complaints_list: () => ({ rows: [] }) });
    SHOWN.complaints();
    expect(await screen.findByText('No complaints recorded')).toBeTruthy();
  });

  it('have a dialog that holds the rules of accessibility and gives its first field the keyboard', async () => {
    const { container } = SHOWN.complaints();
    await ready(container);
    await fireEvent.click(button('complaint-new'));
    expect(document.activeElement).toBe(screen.getByTestId('record-complaints-filed-date'));
    await expectAccessible(screen.getByTestId('complaint-dialog'));
  }, 20_000);
});

describe('platforms', () => {
  it('show the threshold with the figure it was computed from, or say that it cannot be told', async () => {
    const { container } = SHOWN.platforms();
    await ready(container);
    expect(screen.getAllByTestId('platform-threshold').map((cell) => [cell.dataset['threshold'], cell.textContent])).toEqual([
      ['yes', 'yes'],
      ['unknown', 'cannot be told'],
    ]);
    expect(container.textContent).toContain('4,312,000');
    expect(container.textContent).toContain('no figure recorded');
  });

  it('take a figure only as a whole number of a month, with its source', async () => {
    const call = answerWith();
    const { container } = SHOWN.platforms();
    await ready(container);
    await fireEvent.click(screen.getByRole('button', { name: 'Add a figure: Форум' }));
    await type('measure-value', 'about 90');
    expect(screen.getByText('A whole number, without words.')).toBeTruthy();
    await type('measure-value', '90 000');
    await type('measure-period', '2026-13');
    await type('measure-source', 'stat.gov.kz');
    expect(button('measure-save').disabled).toBe(true);
    await type('measure-period', '2026-05');
    await fireEvent.click(button('measure-save'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('measure_add', { platform: 'platform-2', value: 90_000, unit: 'avg_daily_over_month', period: '2026-05', source: 'stat.gov.kz' }));
    await waitFor(() => expect(status.current).toBe('Saved Форум (ledger entry 120).'));
  });
});

describe('settings', () => {
  it('turn the light', async () => {
    SHOWN.settings();
    await fireEvent.click(screen.getByTestId('theme-dark'));
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(theme.shown).toBe('dark');
    await fireEvent.click(screen.getByTestId('theme-system'));
    expect(document.documentElement.dataset['theme']).toBe('light');
  });

  it('turn reminders on only when asked, and tell what they show', async () => {
    const call = answerWith();
    SHOWN.settings();
    const box = screen.getByTestId<HTMLInputElement>('reminders');
    await waitFor(() => expect(box.disabled).toBe(false));
    expect(box.checked).toBe(false);
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/nothing else/);
    await fireEvent.click(box);
    await waitFor(() => expect(call).toHaveBeenCalledWith('reminders_set', { on: true }));
  });

  it('lead to what opens the register', async () => {
    SHOWN.settings();
    await fireEvent.click(screen.getByTestId('settings-to-keys'));
    expect(route.current).toEqual({ screen: 'health', params: { part: 'keys' } });
  });

  it('say after how long the register locks by itself, and set it', async () => {
    const call = answerWith({ autolock: () => ({ minutes: 7 }) });
    SHOWN.settings();
    const choice = await screen.findByTestId<HTMLSelectElement>('autolock');
    expect(choice.value).toBe('7');
    await fireEvent.change(choice, { target: { value: '2' } });
    await waitFor(() => expect(status.current).toBe('The register locks after 2 minutes without a touch.'));
    expect(call).toHaveBeenCalledWith('autolock_set', { minutes: 2 });
  });
});
