import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeDetail, fakeFindings, fakePage } from '../features/orders/fake';
import { call } from '../lib/api/call';
import type { OrdersList } from '../lib/api/types';
import { setLang } from '../lib/i18n';
import { drillTo, go, route } from '../lib/router.svelte';
import Orders from './Orders.svelte';

vi.mock('../lib/api/call', async (real) => ({
  ...(await real<typeof import('../lib/api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
}));

const TOTAL = 21_199;
const answers: Record<string, (args: never) => unknown> = {
  orders_list: (ask: OrdersList) => (ask.filter === 'нет' ? { total: 0, all: TOTAL, rows: [], problem: null } : fakePage(ask, TOTAL)),
  order_show: () => fakeDetail(0),
  order_findings: () => fakeFindings(),
  exhibits_of: () => ({ rows: [] }),
  choices: () => ({ authorities: [], platforms: [] }),
};

beforeEach(() => {
  setLang('en');
  go('orders');
  vi.mocked(call).mockReset();
  vi.mocked(call).mockImplementation((name, args) => Promise.resolve(answers[name]?.(args as never) as never));
});

const grid = () => screen.getByTestId('orders-grid');
const activeRow = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')?.dataset['reference'];

describe('the orders screen', () => {
  it('counts all rows and draws few', async () => {
    render(Orders);
    await screen.findByText('KZ-2016-0001');
    expect(screen.getByTestId('orders-total').dataset).toMatchObject({ total: '21199', all: '21199', for: '' });
    expect(grid().getAttribute('aria-rowcount')).toBe('21200');
    expect(screen.getAllByTestId('order-row').length).toBeLessThan(40);
  });

  it('names no number before it is known', async () => {
    const page = answers['orders_list'];
    let reply: () => void = () => undefined;
    vi.mocked(call).mockImplementation((name, args) =>
      name === 'orders_list'
        ? new Promise((done) => (reply = () => done(page?.(args as never) as never)))
        : Promise.resolve(answers[name]?.(args as never) as never)
    );
    render(Orders);
    await waitFor(() => expect(vi.mocked(call)).toHaveBeenCalledWith('orders_list', expect.anything()));
    expect(screen.queryByTestId('orders-total')).toBeNull();
    reply();
    expect((await screen.findByTestId('orders-total')).dataset).toMatchObject({ all: '21199' });
  });

  it('is filtered at once for who comes with a filter', async () => {
    go('orders', { filter: 'deadline:missed draft:no' });
    render(Orders);
    await screen.findByText('KZ-2016-0001');
    expect(screen.getByTestId<HTMLInputElement>('orders-filter').value).toBe('deadline:missed draft:no');
    const asked = vi.mocked(call).mock.calls.filter(([name]) => name === 'orders_list').map(([, ask]) => (ask as OrdersList).filter);
    expect(new Set(asked)).toEqual(new Set(['deadline:missed draft:no']));
  });

  it('has a way back for who followed a number of the analysis, also past an opened order', async () => {
    go('analysis', { filter: 'platform:telegram' });
    drillTo('orders', { filter: 'verdict:mixed' });
    render(Orders);
    go('orders', { id: 'order-1' });
    await fireEvent.click(await screen.findByTestId('back-to-analysis'));
    expect(route.current).toEqual({ screen: 'analysis', params: { filter: 'platform:telegram' } });
  });

  it('has none for who came by the rail', async () => {
    render(Orders);
    await screen.findByText('KZ-2016-0001');
    expect(screen.queryByTestId('back-to-analysis')).toBeNull();
  });

  it('is walked by keyboard', async () => {
    render(Orders);
    await screen.findByText('KZ-2016-0001');
    grid().focus();
    await fireEvent.keyDown(grid(), { key: 'ArrowDown' });
    await waitFor(() => expect(activeRow()).toBe('KZ-2016-0002'));
    await fireEvent.keyDown(grid(), { key: 'End' });
    await waitFor(() => expect(activeRow()).toBe('KZ-2016-21199'));
    await fireEvent.keyDown(grid(), { key: 'Home' });
    await waitFor(() => expect(activeRow()).toBe('KZ-2016-0001'));
  });

  it('opens by Enter and comes back by Escape', async () => {
    render(Orders);
    await screen.findByText('KZ-2016-0001');
    grid().focus();
    await fireEvent.keyDown(grid(), { key: 'Enter' });
    const detail = await screen.findByTestId('order-detail');
    expect([detail.dataset['reference'], route.current.params['id']]).toEqual(['KZ-2016-0001', 'order-0']);
    expect(detail.closest('aside')).toBe(document.activeElement);
    await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    expect(route.current.params['id']).toBeUndefined();
    expect(document.activeElement).toBe(grid());
  });

  it('sorts by a header and turns the order at the second press', async () => {
    render(Orders);
    await screen.findByText('KZ-2016-0001');
    for (const wanted of ['ascending', 'descending']) {
      await fireEvent.click(screen.getByTestId('sort-authority'));
      await waitFor(() => expect(screen.getByTestId('sort-authority').parentElement?.getAttribute('aria-sort')).toBe(wanted));
    }
    await waitFor(() => expect(vi.mocked(call)).toHaveBeenLastCalledWith('orders_list', expect.objectContaining({ sort: 'authority', descending: true })));
  });

  it('says when nothing matches the filter', async () => {
    render(Orders);
    await screen.findByText('KZ-2016-0001');
    await fireEvent.input(screen.getByTestId('orders-filter'), { target: { value: 'нет' } });
    await screen.findByText(/No order matches/);
    expect(screen.getByTestId('orders-total').dataset).toMatchObject({ total: '0', all: '21199' });
  });

  it('keeps its place when the filter is left for the table', async () => {
    render(Orders);
    await screen.findByText('KZ-2016-0001');
    const field = screen.getByTestId('orders-filter');
    await fireEvent.input(field, { target: { value: 'мин' } });
    await waitFor(() => expect(vi.mocked(call)).toHaveBeenLastCalledWith('orders_list', expect.objectContaining({ filter: 'мин' })));
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    await fireEvent.keyDown(grid(), { key: 'ArrowDown' });
    await fireEvent.change(field, { target: { value: 'мин' } });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(activeRow()).toBe('KZ-2016-0002');
  });

  it('never makes a link of an address', async () => {
    go('orders', { id: 'order-0' });
    const { container } = render(Orders);
    await screen.findByText('https://example.kz/post/1');
    expect(container.querySelector('a')).toBeNull();
  });

  it('words everything in three languages', async () => {
    go('orders', { id: 'order-0' });
    const { container } = render(Orders);
    await screen.findByTestId('order-detail');
    for (const lang of ['kk', 'ru', 'en'] as const) {
      setLang(lang);
      await waitFor(() => expect(document.documentElement.lang).toBe(lang));
      expect(container.textContent).not.toContain('⟦');
    }
  });

  it('holds the rules of accessibility', async () => {
    go('orders', { id: 'order-0' });
    const { container } = render(Orders);
    await screen.findByTestId('order-detail');
    const { violations } = await axe.run(container, { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }, 30_000);

  it('tells what was found about an order: flags with counts that are not weighed', async () => {
    go('orders', { id: 'order-0' });
    const { container } = render(Orders);
    expect((await screen.findByTestId('order-findings-judged')).textContent).toBe('Items judged: 2 of 3');
    expect(screen.getAllByTestId('order-flag').map((flag) => [flag.dataset['code'], flag.dataset['count']])).toEqual([
      ['arbitrary', '2'],
      ['unlawful_on_its_face', '1'],
    ]);
    expect(screen.getByTestId('order-findings').textContent).toContain('they are not weighed or added up');
    expect(screen.getByTestId('order-label').dataset['label']).toBe('arbitrary');
    for (const lang of ['kk', 'ru', 'en'] as const) {
      setLang(lang);
      await waitFor(() => expect(container.textContent).not.toContain('⟦'));
    }
  });

  it('says when no item of an order is judged', async () => {
    const found = answers['order_findings'];
    answers['order_findings'] = () => fakeFindings({ judged: 0, flags: [], label: '', elements: [] });
    go('orders', { id: 'order-0' });
    render(Orders);
    await waitFor(() => expect(screen.getByTestId('order-findings').textContent).toContain('No item of this order'));
    expect(screen.queryByTestId('order-flag')).toBeNull();
    answers['order_findings'] = found as (args: never) => unknown;
  });
});
