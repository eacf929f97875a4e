import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../accessibility';
import { answerWith } from '../api/fake';
import type { OrderItemView } from '../api/types';
import { setLang } from '../i18n';
import { fakeRecord, fakeShown } from './fake';
import ItemMore from './ItemMore.svelte';
import OrderMore from './OrderMore.svelte';

vi.mock('../api/call', async (real) => ({
  ...(await real<typeof import('../api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
}));

beforeEach(() => setLang('en'));

const item = { id: 'order_items-1', item: 'items-1' } as OrderItemView;

function open(id: string) {
  const details = screen.getByTestId(id).closest('details') as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
}

describe('more of an order', () => {
  it('is read only when it is asked for, and shows what the form of capture does not ask', async () => {
    const call = answerWith({ record_show: ({ kind, id }) => fakeShown(fakeRecord(kind, 1, { id, fields: { number: '27-31', signatory_role: 'вице-министр', stated_reasons: 'Ерлан' }, findings: ['provision_not_in_force'] })) });
    const { container } = render(OrderMore, { id: 'orders-1' });
    expect(call).not.toHaveBeenCalled();
    open('order-more');
    await screen.findByTestId('record-panel');
    expect(screen.getByTestId('held-signatory_role').textContent).toContain('вице-министр');
    expect(screen.queryByTestId('held-number')).toBeNull();
    expect(container.textContent).not.toContain('Ерлан');
    expect(screen.getByTestId('finding').textContent).toContain('not in force on the day of the order');
    for (const add of ['order_provisions-order', 'actor_roles-order', 'proceedings-order', 'tasks-order', 'complaints-order']) expect(screen.getByTestId(`add-${add}`), add).toBeTruthy();
    expect(screen.queryByTestId('add-order_items-order')).toBeNull();
    await expectAccessible(container);
  }, 20_000);

  it('and of its item: how the order was applied, and what the item is', async () => {
    answerWith({ record_show: ({ kind, id }) => fakeShown(fakeRecord(kind, 1, { id, fields: kind === 'items' ? { views: 12_000 } : { platform_basis: 'terms', outcome: 'removed' } })) });
    const { container } = render(ItemMore, { item });
    open('item-more');
    expect((await screen.findByTestId('held-platform_basis')).textContent).toContain('its own terms');
    expect(screen.queryByTestId('held-outcome')).toBeNull();
    expect((await screen.findByTestId('held-views')).textContent).toContain('12,000');
    expect(screen.getByTestId('add-actor_roles-item')).toBeTruthy();
    await expectAccessible(container);
  }, 20_000);

  it('offers what says nearly the same as one repeated text or as a pair, and writes what a person decided', async () => {
    const saved: unknown[] = [];
    answerWith({
      record_show: ({ kind, id }) => fakeShown(fakeRecord(kind, 1, { id, fields: {} })),
      near_duplicates: () => ({ rows: [{ item: 'items-2', order: 'orders-2', order_reference: 'KZ-2026-0002', similarity: 0.91 }] }),
      record_save: (args) => {
        saved.push(args);
        return { id: `${args.kind}-9`, reference: '', seq: 9 };
      },
    });
    const { container } = render(ItemMore, { item, reference: 'KZ-2026-0001' });
    open('item-more');
    expect((await screen.findByTestId('near-items')).textContent).toContain('KZ-2026-0002 · 91');
    await expectAccessible(container);
    await fireEvent.click(screen.getByTestId('near-repeat'));
    await waitFor(() => expect(saved).toHaveLength(3));
    expect(saved).toEqual([
      { kind: 'repetition_sets', id: '', fields: { label: 'Repetitions of KZ-2026-0001' } },
      { kind: 'items', id: 'items-1', fields: { repetition_set: 'repetition_sets-9' } },
      { kind: 'items', id: 'items-2', fields: { repetition_set: 'repetition_sets-9' } },
    ]);
    await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('near-compare').disabled).toBe(false));
    await fireEvent.click(screen.getByTestId('near-compare'));
    await waitFor(() => expect(saved).toHaveLength(4));
    expect(saved[3]).toMatchObject({ kind: 'comparator_pairs', fields: { item_a: 'items-1', item_b: 'items-2' } });
  }, 20_000);
});
