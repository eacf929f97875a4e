import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../lib/accessibility';
import { answerWith, EVERYTHING, refuse } from '../lib/api/fake';
import type { ExportAsk, ExportDone, Progress } from '../lib/api/types';
import { setLang } from '../lib/i18n';
import Exports from './Exports.svelte';

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

beforeEach(() => setLang('en'));

const empty = { export_choices: () => ({ item: [], order: [], ...EVERYTHING.export_choices?.({}), sealed: [], fresh: true }) };

const click = async (id: string) => fireEvent.click(await screen.findByTestId(id));
const button = (id: string) => screen.getByTestId<HTMLButtonElement>(id);
const asked = (call: ReturnType<typeof answerWith>): ExportAsk => call.mock.calls.filter(([name]) => name === 'export_run').at(-1)?.[1] as ExportAsk;

describe('the screen of exports', () => {
  it.each(['csv', 'lumen', 'all'])('is worded in three languages for %s and holds the rules of accessibility', async (format) => {
    answerWith(empty);
    const { container } = render(Exports);
    await click(`export-format-${format}`);
    await click('export-run');
    if (format === 'all') {
      await click('export-warn-check');
      await click('export-warn-yes');
    }
    await screen.findByTestId('export-done');
    for (const code of ['kk', 'ru', 'en'] as const) {
      setLang(code);
      await waitFor(() => expect(container.textContent).not.toContain('⟦'));
    }
    await expectAccessible(container);
  }, 20_000);

  it('counts what would be written and says what is left out', async () => {
    answerWith();
    render(Exports);
    const plan = await screen.findByTestId('export-plan');
    await waitFor(() => expect(plan.dataset['rows']).toBe('84'));
    expect(plan.textContent).toContain('60 orders');
    expect(plan.textContent).toContain('addresses and texts of 3 items');
    expect(plan.textContent).toContain('Мотивировка дословно');
    await click('export-format-lumen');
    await waitFor(() => expect(plan.textContent).toContain('58 notices'));
    expect(plan.textContent).toContain('2 orders that are drafts');
    await fireEvent.input(screen.getByTestId('export-filter'), { target: { value: 'telegram' } });
    await waitFor(() => expect(plan.textContent).toContain('2 orders'));
  });

  it('writes the chosen columns in their order, and none without any', async () => {
    const call = answerWith();
    render(Exports);
    await screen.findByTestId('export-column-order.number');
    expect(screen.getByTestId('export-columns-chosen').textContent).toBe('2 of 3 columns');
    await click('export-column-order.number');
    await click('export-column-order.reference');
    await click('export-codes');
    await click('export-run');
    await screen.findByTestId('export-done');
    expect(asked(call)).toMatchObject({ format: 'csv', rows: 'item', columns: ['order.number', 'item.locator'], codes: true, sensitive: false, lang: 'en', confirmed: false });
    await click('export-column-order.number');
    await click('export-column-item.locator');
    expect(button('export-run').disabled).toBe(true);
    expect(screen.getByText('Choose at least one column.')).toBeTruthy();
    await click('export-rows-order');
    await waitFor(() => expect(button('export-run').disabled).toBe(false));
    expect(screen.getByTestId('export-columns-chosen').textContent).toBe('3 of 3 columns');
  });

  it.each(['json', 'all'])('asks before it writes %s, which holds what is sealed', async (format) => {
    const call = answerWith();
    render(Exports);
    await click(`export-format-${format}`);
    expect(screen.getByTestId('export-open-note').textContent).toContain('not encrypted');
    await click('export-run');
    await screen.findByTestId('export-warn');
    expect(button('export-warn-yes').disabled).toBe(true);
    expect(call).not.toHaveBeenCalledWith('export_run', expect.anything());
    await click('export-warn-check');
    await click('export-warn-yes');
    expect((await screen.findByTestId('export-done')).textContent).toContain(`out.${format}`);
    expect(asked(call)).toMatchObject({ format, columns: [], confirmed: true });
    // Asked again each time.
    await click('export-run');
    await screen.findByTestId('export-warn');
    expect(button('export-warn-yes').disabled).toBe(true);
  });

  it('shows how far it is and stops without a trace', async () => {
    let fail: (thrown: unknown) => void = () => undefined;
    const call = answerWith({ export_run: () => new Promise<never>((_, reject) => (fail = reject)) as unknown as ExportDone });
    render(Exports);
    await click('export-run');
    advance({ stage: 'export', done: 20, of: 60 });
    const bar = await screen.findByTestId<HTMLProgressElement>('export-progress');
    await waitFor(() => expect([bar.value, bar.max]).toEqual([20, 60]));
    await click('export-cancel');
    expect(call).toHaveBeenCalledWith('export_cancel', {});
    fail({ code: 'cancelled', params: {} });
    await screen.findByTestId('export-cancelled');
    expect(screen.queryByTestId('failure')).toBeNull();
    expect(button('export-run').disabled).toBe(false);
  });

  it('tells why a file could not be written', async () => {
    answerWith({ export_run: refuse('disk_full') });
    render(Exports);
    await click('export-run');
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('disk_full');
  });

  it('reads a register back only where nothing is recorded', async () => {
    answerWith();
    const { unmount } = render(Exports);
    await screen.findByTestId('export-back-full');
    unmount();
    answerWith(empty);
    render(Exports);
    await click('export-back-run');
    expect((await screen.findByTestId('export-back-done')).textContent).toContain('402');
  });
});
