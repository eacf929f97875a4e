import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from '../../lib/api/call';
import type { OrderDraft } from '../../lib/api/types';
import { setLang } from '../../lib/i18n';
import { status } from '../../lib/status.svelte';
import Capture from './Capture.svelte';
import { newForm, orderOf } from './draft';

vi.mock('../../lib/api/call', async (real) => ({ ...(await real<typeof import('../../lib/api/call')>()), call: vi.fn() }));

function recognisedOrder(): OrderDraft {
  const stated = orderOf({ ...newForm(0), number: '27-31-1/Ид', authority: 'МКИ', locators: 'https://example.kz/1' });
  if (!('order' in stated)) throw new Error('unreadable');
  return stated.order;
}

beforeEach(() => {
  setLang('en');
  vi.mocked(call).mockReset();
  vi.mocked(call).mockImplementation((name) => {
    const replies: Record<string, unknown> = {
      choices: { authorities: [{ id: 'a', name: { kk: '', ru: 'МКИ', en: '' } }], platforms: [] },
      order_recognise: {
        order: recognisedOrder(),
        fields: ['number', 'authority', 'locators'],
        duplicates: [{ id: 'order-7', reference: 'KZ-2025-0007', why: 'same_number' }],
      },
      order_add: { id: 'order-9', reference: 'KZ-2025-0009', seq: 77 },
      order_amend: { id: 'order-9', reference: 'KZ-2025-0009', seq: 78 },
    };
    return Promise.resolve(replies[name] as never);
  });
});

const field = (id: string) => screen.getByTestId<HTMLInputElement>(id);
const added = () => vi.mocked(call).mock.calls.filter(([name]) => name === 'order_add').map(([, args]) => (args as { order: OrderDraft }).order);

describe('quick capture', () => {
  it('fills itself from a pasted letter, marks what it recognised and shows likely duplicates', async () => {
    render(Capture, { open: true, onclose: vi.fn() });
    await fireEvent.input(field('capture-number'), { target: { value: 'typed before' } });
    await fireEvent.input(field('capture-paste'), { target: { value: 'Предписание № 27-31-1/Ид' } });
    await fireEvent.blur(field('capture-paste'));
    await waitFor(() => expect(field('capture-authority').value).toBe('МКИ'));
    expect([field('capture-number').value, field('capture-locators').value]).toEqual(['typed before', 'https://example.kz/1']);
    expect(field('capture-authority').closest('label')?.textContent).toContain('recognised');
    await fireEvent.blur(field('capture-authority'));
    await waitFor(() => expect(field('capture-authority').closest('label')?.textContent).not.toContain('recognised'));
    expect(screen.getByTestId('capture-duplicate').textContent).toContain('KZ-2025-0007');
    expect(screen.getByTestId('capture-save').textContent).toContain('another');
    expect(added()).toEqual([]);
  });

  it('saves by Ctrl+Enter as a draft, and says where', async () => {
    const onclose = vi.fn();
    render(Capture, { open: true, onclose });
    await fireEvent.input(field('capture-received-date'), { target: { value: '14.03.2025' } });
    await fireEvent.keyDown(field('capture-received-date'), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
    expect(added()).toMatchObject([{ draft: true, received: { earliest: 1_741_892_400, latest: 1_741_978_799, precision: 'day', basis: 'platform_notice' } }]);
    expect(status.current).toContain('KZ-2025-0009');
    expect(status.current).toContain('77');
  });

  it('does not save a time that it cannot read', async () => {
    render(Capture, { open: true, onclose: vi.fn() });
    await fireEvent.input(field('capture-received-date'), { target: { value: '31.02.2025' } });
    expect(field('capture-save').disabled).toBe(true);
    await fireEvent.keyDown(field('capture-received-date'), { key: 'Enter', ctrlKey: true });
    expect(added()).toEqual([]);
  });

  it('keeps what was typed when it is closed without saving', async () => {
    const { rerender } = render(Capture, { open: true, onclose: vi.fn() });
    await fireEvent.input(field('capture-number'), { target: { value: '5/25' } });
    await rerender({ open: false });
    await rerender({ open: true });
    expect(field('capture-number').value).toBe('5/25');
    await fireEvent.click(screen.getByText('Do not save'));
    await rerender({ open: false });
    await rerender({ open: true });
    expect(field('capture-number').value).toBe('');
  });

  it('amends an order from its own fields', async () => {
    const amend = { id: 'order-9', reference: 'KZ-2025-0009', order: recognisedOrder() };
    render(Capture, { open: true, onclose: vi.fn(), amend });
    expect(field('capture-number').value).toBe('27-31-1/Ид');
    await fireEvent.input(field('capture-number'), { target: { value: '28' } });
    await fireEvent.click(field('capture-save'));
    await waitFor(() =>
      expect(call).toHaveBeenCalledWith('order_amend', { id: 'order-9', order: expect.objectContaining({ number: '28', authority: 'МКИ' }) }),
    );
  });

  it('is worded in three languages and holds the rules of accessibility', async () => {
    const { container } = render(Capture, { open: true, onclose: vi.fn() });
    await fireEvent.input(field('capture-paste'), { target: { value: '№ 1' } });
    await fireEvent.blur(field('capture-paste'));
    await screen.findByTestId('capture-duplicate');
    for (const lang of ['kk', 'ru', 'en'] as const) {
      setLang(lang);
      await waitFor(() => expect(container.textContent).not.toContain('⟦'));
    }
    const { violations } = await axe.run(container, { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
