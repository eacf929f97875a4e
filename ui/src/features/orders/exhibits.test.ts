import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../lib/accessibility';
import { answerWith } from '../../lib/api/fake';
import { setLang } from '../../lib/i18n';
import { status } from '../../lib/status.svelte';
import { fakeExhibits } from './fake';
import OrderExhibits from './OrderExhibits.svelte';

vi.mock('../../lib/api/call', async (real) => ({
  ...(await real<typeof import('../../lib/api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
  onProgress: () => () => undefined,
}));

beforeEach(() => setLang('en'));

const order = { id: 'order-1', reference: 'KZ-2026-0001' };

describe('the exhibits of an order', () => {
  it('stand there with digest, custody, and whom they may be given to', async () => {
    answerWith({ exhibits_of: fakeExhibits });
    const { container } = render(OrderExhibits, order);
    const [scan, paper] = await screen.findAllByTestId('exhibit');
    expect(scan?.textContent).toContain('scan of an order');
    expect(scan?.textContent).toContain('ab'.repeat(32));
    expect(scan?.textContent).toContain('May be given to: court');
    expect(screen.getByTestId('exhibit-failed').textContent).toContain('not the one on record');
    expect(paper?.textContent).toContain('without a file');
    expect(paper?.textContent).toContain('nobody yet');
    expect(screen.getAllByTestId('exhibit-verify')).toHaveLength(1);
    await expectAccessible(container);
  }, 20_000);

  it('are added with what is known of them, and linked to the order', async () => {
    const call = answerWith({ exhibits_of: fakeExhibits });
    render(OrderExhibits, order);
    await fireEvent.click(await screen.findByTestId('exhibit-add'));
    await fireEvent.input(await screen.findByTestId('record-exhibits-description'), { target: { value: 'Scan of the letter' } });
    await fireEvent.change(screen.getByTestId('record-exhibits-kind'), { target: { value: 'order_scan' } });
    await fireEvent.click(screen.getByTestId('record-save'));
    await waitFor(() => expect(call).toHaveBeenCalledWith('exhibit_add', expect.anything()));
    const [, asked] = call.mock.calls.find(([name]) => name === 'exhibit_add') ?? [];
    expect(asked).toMatchObject({ fields: { description: 'Scan of the letter', kind: 'order_scan', order: 'order-1' } });
    await waitFor(() => expect(screen.queryByTestId('exhibit-dialog')).toBeNull());
  });

  it('leave the register with a reason only', async () => {
    const call = answerWith({ exhibits_of: fakeExhibits });
    render(OrderExhibits, order);
    await fireEvent.click(await screen.findByTestId('exhibit-save'));
    const run = await screen.findByTestId<HTMLButtonElement>('exhibit-save-run');
    expect(run.disabled).toBe(true);
    await fireEvent.input(screen.getByTestId('exhibit-reason'), { target: { value: 'for the court' } });
    await fireEvent.click(run);
    await waitFor(() => expect(status.current).toContain('EX-2026-0001.jpg'));
    expect(call).toHaveBeenCalledWith('exhibit_save', { id: 'exhibit-1', reason: 'for the court' });
  });

  it.each(['good', 'missing', 'altered'])('that are verified say what was found: %s', async (state) => {
    answerWith({ exhibits_of: fakeExhibits, exhibit_verify: () => ({ reference: 'EX-2026-0001', state, sha256: '', seq: 7 }) });
    render(OrderExhibits, order);
    await fireEvent.click(await screen.findByTestId('exhibit-verify'));
    await waitFor(() => expect(status.current).toMatch({ good: /the one on record/, missing: /missing/, altered: /damaged/ }[state] ?? /never/));
  });
});
