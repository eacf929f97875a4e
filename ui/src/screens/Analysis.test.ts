import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FailureError } from '../lib/api/call';
import { expectAccessible } from '../lib/accessibility';
import { answerWith, fakeAnalysis, fakeEmptyProfile, fakeNothing, fakeProfile, refuse, type Answers } from '../lib/api/fake';
import type { Analysis as Analysed, Profile, Progress } from '../lib/api/types';
import { setLang } from '../lib/i18n';
import { go, goBack, route } from '../lib/router.svelte';
import { status } from '../lib/status.svelte';
import Analysis from './Analysis.svelte';

vi.mock('../lib/api/call', async (real) => ({
  ...(await real<typeof import('../lib/api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
  onProgress: (heard: (progress: Progress) => void) => {
    advance = heard;
    return () => undefined;
  },
}));
let advance: (progress: Progress) => void = () => undefined;

beforeEach(() => {
  setLang('en');
  status.say('');
});

// A test that tells a profile tells the analysis that is made of it.
function analysed(answers: Answers): Answers {
  const { profile } = answers;
  if (!profile) return answers;
  return { ...answers, analysis: ({ filter, against, until }) => until === 'counts' ? fakeNothing() : fakeAnalysis(profile({ filter }), against === null ? null : profile({ filter: against })) };
}

async function show(filter = '', answers: Answers = {}, against?: string) {
  const call = answerWith(analysed(answers));
  go('analysis', { ...(filter === '' ? {} : { filter }), ...(against === undefined ? {} : { against }) });
  const { container, unmount } = render(Analysis);
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
  return { call, container, unmount };
}

const profile = (change: (all: Profile) => void) => () => {
  const all = fakeProfile();
  change(all);
  return all;
};
const PROBLEM = { code: 'filter_value_unknown', from: 9, to: 13, suggestions: ['missed'] };
const unread: Answers = { profile: ({ filter }) => (filter.includes('soon') ? { ...fakeEmptyProfile(), problem: PROBLEM, figures: [], tables: [] } : fakeProfile()) };
const row = (name: string) => {
  const found = screen.getAllByTestId('figure').find((one) => one.dataset['name'] === name);
  if (!found) throw new Error(`no figure ${name}`);
  return found;
};
const counted = (name: string, code: string) => {
  const table = screen.getAllByTestId('count-table').find((one) => one.dataset['name'] === name);
  const found = table && within(table).getAllByTestId('count-row').find((one) => one.dataset['code'] === code);
  if (!found) throw new Error(`no row ${name} ${code}`);
  return found;
};
const step = (code: string) => {
  const found = screen.getAllByTestId('flow-step').find((one) => one.dataset['code'] === code);
  if (!found) throw new Error(`no step ${code}`);
  return found;
};
const type = (value: string) => fireEvent.input(screen.getByTestId('analysis-filter'), { target: { value } });

describe.each([
  ['with figures', '', {}],
  ['with a filter', 'platform:telegram', {}],
  ['of an empty register', '', { profile: fakeEmptyProfile }],
  ['of a filter that finds nothing', 'нет', { profile: fakeEmptyProfile }],
  ['with nothing reviewed', '', { profile: profile(({ flow }) => (flow.reviewed = 0)) }],
  ['of a filter that cannot be read', 'deadline:soon', unread],
] as [string, string, Answers][])('the analysis %s', (_, filter, answers) => {
  it('is worded in three languages and holds the rules of accessibility', async () => {
    const { container } = await show(filter, answers);
    for (const code of ['kk', 'ru', 'en'] as const) {
      setLang(code);
      await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
      expect(container.innerHTML).not.toContain('⟦');
      expect(container.textContent).not.toMatch(/NaN|Infinity|null|undefined/);
    }
    await expectAccessible(container);
  }, 40_000);
});

describe('figures', () => {
  it('stand in their components, each with its law and its caveats once', async () => {
    await show();
    const components = screen.getAllByTestId('component');
    expect(components.map((one) => one.dataset['code'])).toEqual(['c1', 'c2', 'c5', 'c6', 'b', 'c7', 'c3', 'c4', 'c8', 'c9', 'c10', 'c11', 'c12', 'c13', 'c14', 'made']);
    const [first] = components;
    expect(first?.textContent).toContain('General Comment 34');
    expect(first?.textContent?.split('These are only the orders we know of').length).toBe(2);
    expect(first?.textContent).toContain('Two blind reviewers agree too little on A10');
  });

  it('say the counts, the population, the share, its interval and its bounds', async () => {
    await show();
    const criticism = row('C1.criticism').textContent ?? '';
    expect(criticism).toContain('28 of 65');
    expect(criticism).toContain('among what was reviewed');
    expect(criticism).toContain('43%');
    expect(criticism).toContain('95% interval 29%–59%');
    expect(criticism).toContain('If “cannot tell” went one way or the other: 43%–48%');
    expect(criticism).toContain('method C1/2');
    expect(criticism).toContain('clusters: 46');
    expect(row('C5.refers_to_content').textContent).toContain('If the unknown (3) all went one way or the other: 91%–96%');
    expect(row('C1.criticism_of_recorded').textContent).toContain('between 25% and 68%');
    expect(row('C1.criticism_at_least').textContent).toContain('at least 31%');
    expect(row('C5.cites_paragraph').textContent).toContain('none seen; up to 7% cannot be excluded');
  });

  it('show no percentage under the guard, but the counts and the reason', async () => {
    await show();
    for (const [name, count, why] of [
      ['C6.author_notified', '4 of 7', 'Too few for a percentage'],
      ['C6.experts_decided', 'n = 0', 'nothing to count'],
      ['C2.criticism_corrected', '28 of 65', 'at least 40 of each class'],
      ['C9.acted_on_ratio', 'n = 11', 'fewer than ten on one side'],
    ] as const) {
      const said = row(name);
      expect(said.textContent).toContain(count);
      expect(said.textContent).toContain(why);
      expect(said.textContent).not.toContain('%');
    }
    expect(row('C6.experts_decided').textContent).toContain('unknown: 53');
  });

  it('show none either where the core says a rate in spite of the guard', async () => {
    await show('', { profile: profile(({ figures }) => figures.forEach((figure) => (figure.level = 'counts'))) });
    for (const one of screen.getAllByTestId('figure')) expect(one.textContent).not.toContain('%');
  });

  it('say why there is no number where the guard alone would allow one', async () => {
    await show();
    expect(row('C1.tipping_point').textContent).toContain('the lower limit lies below one half already');
  });

  it('tell that a ratio has no upper limit', async () => {
    await show();
    const targeting = row('C8.targeting');
    expect(targeting.textContent).toContain('4.20');
    expect(targeting.textContent).toContain('95% interval from 1.30, no upper limit');
    expect(row('C7.median_hours').textContent).toContain('at least 19 hours; no upper limit');
    expect(row('C8.e_value').textContent).toContain('at the limit that is nearer to 1: 1.40');
  });

  it('of one name say which one each is', async () => {
    await show();
    const names = screen.getAllByTestId('figure').filter((one) => one.dataset['name'] === 'C14.without_reviewer').map((one) => one.querySelector('th')?.textContent);
    expect(names[0]).toContain('without the items of reviewer number: 1');
    expect(names[1]).toContain('without the items of reviewer number: 2');
    expect(row('C14.without_source').textContent).toContain('without the orders of one source: press');
    expect(row('C8.difference').textContent).toContain('+21.4 percentage points');
    expect(row('C8.difference').textContent).toContain('−5.2 to +43.1 percentage points');
    expect(row('C8.same_ratio').textContent).toContain('χ² = 3.84, degrees of freedom: 2');
    expect(row('C4.of_orders').textContent).toContain('cannot be told from what the register holds');
  });

  it('set the adjusted p beside the plain one', async () => {
    await show();
    expect(row('C8.targeting').textContent).toContain('p = 0.03; adjusted for six questions 0.18');
    expect(row('C8.targeting_within_platforms').textContent).toContain('p < 0.001; exploratory, false discovery rate 0.002');
    expect(row('C11.trend').textContent).toMatch(/\+0\.13\s*orders a month/);
  });

  it('keep what this screen has no place for yet', async () => {
    await show('', { profile: profile(({ figures }) => figures.forEach((figure) => figure.name === 'C11.trend' && (figure.name = 'C99.redundant'))) });
    expect(screen.getAllByTestId('component').at(-1)?.textContent).toContain('C99.redundant');
  });
});

describe('the flow', () => {
  it('says so many of so many', async () => {
    await show();
    expect(step('seen').textContent).toContain('53 of 58');
    expect(step('reviewed').textContent).toContain('65 of 107');
    expect(step('clusters').textContent).toContain('46 of 65');
    expect(step('unreviewed').textContent).toContain('42 of 107');
    expect(step('apart-orders').textContent).toContain('5 of 58');
  });
});

describe('a count', () => {
  it.each([
    ['deadlines', 'missed', 'platform:telegram deadline:missed duplicate:no draft:no'],
    ['sources', 'press', 'platform:telegram how:press duplicate:no draft:no'],
    ['months', '2025-12', 'platform:telegram issued:2025-12 duplicate:no draft:no'],
    ['verdicts', 'legitimate_criticism', 'platform:telegram verdict:legitimate_criticism -document:described_only duplicate:no draft:no'],
  ])('of %s %s opens its orders', async (table, code, filter) => {
    await show('platform:telegram');
    await fireEvent.click(within(counted(table, code)).getByTestId('analysis-drill'));
    expect(route.current).toEqual({ screen: 'orders', params: { filter } });
  });

  it('of a step opens its orders', async () => {
    await show('draft:no');
    await fireEvent.click(within(step('seen')).getByTestId('analysis-drill'));
    expect(route.current).toEqual({ screen: 'orders', params: { filter: 'draft:no document:original,copy,quoted duplicate:no' } });
  });

  it('opens nothing where no filter finds exactly what was counted', async () => {
    // Some that are known by description only count all the same, since a second source speaks of them.
    await show('', { profile: profile(({ flow }) => (flow.orders_apart = 3)) });
    for (const one of [counted('verdicts', 'mixed'), counted('months', 'unknown'), counted('findings', 'arbitrary'), counted('verdicts_by_protected', 'child'), counted('instruments', 'unknown'), step('reviewed'), step('items'), step('apart-orders')]) {
      expect(within(one).queryByTestId('analysis-drill')).toBeNull();
    }
  });
});

describe('a large register', () => {
  const whole = () => fakeAnalysis(fakeProfile());
  const counts = (): Analysed => ({ ...whole(), stage: 'counts', profile: { ...fakeProfile(), figures: [], curves: [], series: [] } });

  it('shows counts first, then figures, and replaces what was pending when it is drawn', async () => {
    const part = whole();
    part.stage = 'figures';
    const late = part.profile.figures.find(({ name }) => name === 'C1.criticism');
    if (!late) throw new Error('no share of criticism');
    Object.assign(late, { state: 'pending', estimate: null, low: null, high: null, level: 'counts' });
    const tell: Partial<Record<string, (reply: Analysed) => void>> = {};
    answerWith({ analysis: ({ until }) => (until === 'counts' ? counts() : (new Promise<Analysed>((done) => (tell[until] = done)) as never)) });
    go('analysis', {});
    render(Analysis);
    await waitFor(() => expect(screen.getByTestId('analysis-flow')).toBeTruthy());
    expect(screen.queryByTestId('figure')).toBeNull();
    expect(screen.getByTestId('analysis-state').textContent).toContain('More figures follow');
    expect(screen.queryByTestId('analysis-unreviewed')).toBeNull();
    tell['figures']?.(part);
    await waitFor(() => expect(row(late.name).textContent).toContain('still being drawn'));
    expect(row(late.name).textContent).not.toContain('%');
    await waitFor(() => expect(tell['all']).toBeTruthy());
    tell['all']?.(whole());
    await waitFor(() => expect(row(late.name).textContent).not.toContain('still being drawn'));
    expect(screen.getByTestId('analysis-state').textContent?.trim()).toBe('');
  });

  it('keeps the figures of the same filters until the new ones are there', async () => {
    const { call } = await show();
    let answer: (reply: Analysed) => void = () => undefined;
    call.mockImplementation((async (name: string, { until }: { until: string }) => {
      if (name !== 'analysis') return {};
      return until === 'counts' ? counts() : new Promise<Analysed>((done) => (answer = done));
    }) as never);
    const timers = vi.spyOn(globalThis, 'setTimeout');
    setLang('ru');
    await waitFor(() => expect(call).toHaveBeenCalledWith('analysis', expect.objectContaining({ lang: 'ru', until: 'figures' })));
    expect(screen.getAllByTestId('figure').length).toBeGreaterThan(10);
    // Nor will counts alone take their place later.
    expect(timers.mock.calls.some(([, ms]) => ms === 150)).toBe(false);
    timers.mockRestore();
    answer(whole());
  });

  it('says how far it is read, and ends the computation when somebody leaves', async () => {
    const call = answerWith({ analysis: ({ until }) => (until === 'counts' ? fakeNothing() : (new Promise<Analysed>(() => undefined) as never)) });
    go('analysis', {});
    const { unmount } = render(Analysis);
    advance({ stage: 'profile_reading', done: 500_000, of: 2_000_000 });
    await waitFor(() => expect(screen.getByTestId('analysis-reading').textContent).toContain('500,000 of 2,000,000'));
    advance({ stage: 'profile_reading', done: 2_000_000, of: 2_000_000 });
    await waitFor(() => expect(screen.queryByTestId('analysis-reading')).toBeNull());
    unmount();
    await waitFor(() => expect(call).toHaveBeenCalledWith('analysis_cancel', {}));
  });

  it('is left alone when somebody leaves who has seen everything', async () => {
    const { call, unmount } = await show();
    unmount();
    expect(call.mock.calls.some(([name]) => name === 'analysis_cancel')).toBe(false);
  });
});

describe('a number in a drawing', () => {
  const spot = (chart: string, code: string, series = 0) => {
    const figure = screen.getAllByTestId('chart').find((one) => one.dataset['name'] === chart);
    const found = figure && [...figure.querySelectorAll<HTMLElement>('.spot')].find((one) => one.dataset['code'] === code && one.dataset['series'] === String(series));
    return found ?? null;
  };

  it('opens exactly its orders, by words as well as by place', async () => {
    await show('platform:telegram');
    expect(spot('deadlines', 'missed')?.getAttribute('aria-label')).toBe('15 – missed: show these orders in the table');
    expect(spot('c1', 'C1.criticism')?.dataset['filter']).toBe('platform:telegram verdict:legitimate_criticism -document:described_only duplicate:no draft:no');
    expect(spot('c5', 'C5.any_reason')?.dataset['filter']).toBe('platform:telegram reasons:formula,case_specific document:original,copy,quoted duplicate:no draft:no');
    // What no filter tells, and what counts nothing, opens nothing.
    expect([spot('c5', 'C5.refers_to_content'), spot('findings', 'arbitrary'), spot('instruments', 'unknown')]).toEqual([null, null, null]);
  });

  it('leads there and back, with the filters and how far down it was read', async () => {
    const { unmount } = await show('platform:telegram', {}, 'platform:instagram');
    const body = screen.getByRole('region', { name: 'Analysis' });
    body.scrollTop = 300;
    await fireEvent.click(spot('deadlines', 'missed', 1) ?? body);
    expect(route.current).toEqual({ screen: 'orders', params: { filter: 'platform:instagram deadline:missed duplicate:no draft:no' } });
    unmount();
    // Opening an order is no other place; another screen is.
    go('orders', { id: 'order-1' });
    expect(goBack()).toBe(true);
    expect(route.current).toEqual({ screen: 'analysis', params: { filter: 'platform:telegram', against: 'platform:instagram' } });
    const scrolled = vi.fn();
    Element.prototype.scrollTo = scrolled as typeof Element.prototype.scrollTo;
    render(Analysis);
    await waitFor(() => expect(scrolled).toHaveBeenCalledWith({ top: 300 }));
    expect(goBack()).toBe(false);
  });

  it('has no way back once another screen was turned to', async () => {
    await show();
    await fireEvent.click(spot('deadlines', 'missed') ?? document.body);
    go('desk');
    expect(goBack()).toBe(false);
    expect(route.current.screen).toBe('desk');
  });
});

describe('a comparison', () => {
  it('begins and ends by the keyboard, and both filters stand in the route', async () => {
    const { call } = await show('platform:telegram');
    await fireEvent.keyDown(window, { code: 'KeyF', ctrlKey: true, shiftKey: true });
    const other = await screen.findByTestId<HTMLInputElement>('analysis-against');
    await waitFor(() => expect(document.activeElement).toBe(other));
    await fireEvent.input(other, { target: { value: 'platform:instagram' } });
    await waitFor(() => expect(call).toHaveBeenCalledWith('analysis', expect.objectContaining({ filter: 'platform:telegram', against: 'platform:instagram' })));
    expect(route.current.params).toEqual({ filter: 'platform:telegram', against: 'platform:instagram' });
    await fireEvent.click(screen.getByTestId('analysis-compare-end'));
    await waitFor(() => expect(route.current.params).toEqual({ filter: 'platform:telegram' }));
    expect(screen.queryByTestId('analysis-against')).toBeNull();
  });

  it('says how many orders are in both and that nothing was tested, and holds the rules of accessibility', async () => {
    const { container } = await show('platform:telegram', {}, '');
    expect(screen.getByTestId('analysis-shared').textContent).toMatch(/Orders that both filters find: 12\..*not tested/s);
    for (const code of ['kk', 'ru', 'en'] as const) {
      setLang(code);
      await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
      expect(container.innerHTML).not.toContain('⟦');
    }
    await expectAccessible(container);
  }, 40_000);

  it('shows both counts and both numbers, but of applications, which know no filter, one', async () => {
    await show('', { profile: ({ filter }) => (filter === '' ? fakeProfile() : profile(({ tables, figures }) => {
      tables.forEach((one) => one.name === 'deadlines' && (one.counts = [[1], [2], [3], [4], [5]]));
      figures.forEach((figure) => figure.name === 'C5.any_reason' && (figure.x = 7));
    })()) }, 'platform:instagram');
    expect([...counted('deadlines', 'met').querySelectorAll('td')].map((cell) => cell.textContent?.trim())).toEqual(['23', '1']);
    const rows = screen.getAllByTestId('figure').filter((one) => one.dataset['name'] === 'C5.any_reason');
    expect(rows.map((one) => one.querySelector('.count')?.textContent?.replaceAll(/\s+/g, ' ').trim().slice(0, 10))).toEqual(['A 48 of 53', 'B 7 of 53 ']);
    expect(screen.getAllByTestId('figure').filter((one) => one.dataset['name'] === 'C9.acted_on')).toHaveLength(1);
  });

  it('says which of the filters cannot be read', async () => {
    await show('', unread, 'deadline:soon');
    expect(screen.getByTestId('filter-problem').closest('.tools')?.textContent).toContain('B');
    expect(screen.queryByTestId('analysis-shown')).toBeNull();
  });
});

describe('a picture', () => {
  const menu = (name: string) => {
    const figure = screen.getAllByTestId('chart').find((one) => one.dataset['name'] === name);
    if (!figure) throw new Error(`no chart ${name}`);
    return within(figure);
  };

  it('is made of the chart and the filters that are shown, and only when asked', async () => {
    const { call } = await show('platform:telegram', {}, '');
    expect(call.mock.calls.some(([name]) => name === 'picture_take')).toBe(false);
    expect(menu('c5').getByTestId('picture-menu').textContent).toContain('Other programs can read the clipboard');
    await fireEvent.click(menu('c5').getByTestId('picture-copy'));
    await waitFor(() => expect(status.current).toBe('The picture is on the clipboard.'));
    expect(call).toHaveBeenCalledWith('picture_take', { filter: 'platform:telegram', against: '', lang: 'en', chart: 'c5', to: 'clipboard' });
    await fireEvent.click(menu('months').getByTestId('picture-svg'));
    await waitFor(() => expect(status.current).toBe('Saved: tarazy-months.svg'));
  });

  it.each([['clipboard_refused', 'The system did not take the picture'], ['cancelled', '']] as const)('that is refused as %s is told', async (code, words) => {
    await show('', { picture_take: refuse(code) });
    await fireEvent.click(menu('c5').getByTestId('picture-copy'));
    await waitFor(() => expect(menu('c5').getByTestId<HTMLButtonElement>('picture-copy').disabled).toBe(false));
    expect(status.current).toContain(words);
  });
});

describe('the filter', () => {
  it('rules every figure, and old figures stay dimmed until the new ones are there', async () => {
    let answer: (reply: Analysed) => void = () => undefined;
    const { call } = await show();
    call.mockImplementation(((name: string) => (name === 'analysis' ? new Promise((done) => (answer = done as typeof answer)) : Promise.resolve({ hints: [], problem: null, rows: [] }))) as never);
    await type('telegram');
    await waitFor(() => expect(call).toHaveBeenCalledWith('analysis', expect.objectContaining({ filter: 'telegram', against: null })));
    expect(route.current.params).toEqual({ filter: 'telegram' });
    expect(screen.getByTestId('analysis-shown').inert).toBe(true);
    expect(screen.getByTestId('analysis-state').textContent?.trim()).toBe('Counting anew…');
    const reply = fakeProfile();
    for (const figure of reply.figures) if (figure.population === 'complaints') figure.caveats = [...figure.caveats, 'caveat-applications-unfiltered'];
    answer(fakeAnalysis(reply));
    await waitFor(() => expect(screen.getByTestId('analysis-shown').dataset['filter']).toBe('telegram'));
    expect(screen.getByTestId('analysis-shown').inert).toBe(false);
    const said = screen.getAllByTestId('analysis-unfiltered');
    expect(said.map((one) => one.closest<HTMLElement>('section')?.dataset['code'])).toEqual(['c3', 'c9']);
    expect(said[0]?.closest('section')?.textContent.split('Applications know no filter').length).toBe(2);
  });

  it('that cannot be read is said with what is wrong, and the last figures stay apart', async () => {
    await show('', unread);
    await type('deadline:soon');
    await waitFor(() => expect(screen.getByTestId('filter-problem').textContent).toContain('This field has no value “soon”.'));
    expect(screen.getByTestId('filter-problem').textContent).toContain('Did you mean: missed?');
    expect(screen.getByTestId('analysis-state').textContent).toContain('those of the last one');
    expect(screen.getByTestId('analysis-shown').inert).toBe(true);
    await type('deadline:missed');
    await waitFor(() => expect(screen.getByTestId('analysis-shown').dataset['filter']).toBe('deadline:missed'));
    expect(screen.queryByTestId('filter-problem')).toBeNull();
  });

  it('that cannot be read from the start counts nothing', async () => {
    await show('deadline:soon', unread);
    expect(screen.getByTestId('analysis-state').textContent).toContain('nothing is counted');
    expect(screen.queryByTestId('analysis-shown')).toBeNull();
  });

  it('that finds nothing can be cleared', async () => {
    await show('нет', { profile: ({ filter }) => (filter === '' ? fakeProfile() : fakeEmptyProfile()) });
    await fireEvent.click(within(screen.getByTestId('analysis-none')).getByRole('button'));
    await waitFor(() => expect(screen.getAllByTestId('figure').length).toBeGreaterThan(10));
    expect(screen.getByTestId<HTMLInputElement>('analysis-filter').value).toBe('');
  });

  it('is cleared by the rail', async () => {
    await show('telegram');
    expect(screen.getByTestId<HTMLInputElement>('analysis-filter').value).toBe('telegram');
    go('analysis');
    await waitFor(() => expect(screen.getByTestId<HTMLInputElement>('analysis-filter').value).toBe(''));
  });

  it('that was saved is used without the columns of the table', async () => {
    const { call } = await show('', { saved_filters: () => ({ rows: [{ name: 'Telegram', filter: 'platform:telegram', sort: 'issued', descending: true, columns: [] }] }) });
    await fireEvent.change(await screen.findByTestId('saved-filters'), { target: { value: 'Telegram' } });
    await waitFor(() => expect(call).toHaveBeenCalledWith('analysis', expect.objectContaining({ filter: 'platform:telegram' })));
  });
});

describe('the analysis', () => {
  it('teaches the next step in an empty register', async () => {
    await show('', { profile: fakeEmptyProfile });
    await fireEvent.click(screen.getByText('Import a table'));
    expect(route.current.screen).toBe('imports');
  });

  it('leads to the review where nothing is reviewed', async () => {
    await show('', { profile: profile(({ flow }) => (flow.reviewed = 0)) });
    await fireEvent.click(screen.getByText('Start reviewing'));
    expect(route.current.screen).toBe('review');
  });

  it('tells a failure and counts again when asked', async () => {
    await show('', { profile: refuse('database_damaged') });
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('database_damaged');
    answerWith();
    await fireEvent.click(screen.getByText('Try again'));
    await waitFor(() => expect(screen.queryByTestId('failure')).toBeNull());
  });

  it('turns to a part by key', async () => {
    await show();
    Element.prototype.scrollIntoView = () => undefined;
    const parts = screen.getAllByTestId('analysis-part');
    expect(parts).toHaveLength(16);
    const named = (name: string) => parts.find(({ textContent }) => textContent === name) as HTMLElement;
    await fireEvent.click(named('Trend'));
    expect(document.activeElement?.id).toBe('analysis-c11');
  });

  it('turns to a part from the bar that stays in sight, and says which one is read', async () => {
    await show();
    Element.prototype.scrollIntoView = () => undefined;
    const menu = screen.getByTestId<HTMLDetailsElement>('analysis-where');
    menu.open = true;
    const all = within(menu).getAllByTestId('analysis-where-part');
    expect(all[0]?.textContent).toBe('From the register to what was reviewed');
    await fireEvent.click(all.find(({ textContent }) => textContent === 'Trend') as HTMLElement);
    expect(document.activeElement?.id).toBe('analysis-c11');
    expect(menu.open).toBe(false);
    expect(within(menu).getByText('Trend', { selector: 'summary' })).toBeTruthy();
  });

  it('says once why a component has no number, and lists its figures with the numbers', async () => {
    const nothing = { x: 0, n: 0, estimate: null, low: null, high: null, bound_low: null, bound_high: null, level: 'nothing', state: 'ok' } as const;
    await show('', { profile: profile(({ figures }) => figures.forEach((one) => one.name.startsWith('C1.') && Object.assign(one, nothing))) });
    const component = screen.getAllByTestId('component').find((one) => one.dataset['code'] === 'c1') as HTMLElement;
    expect(within(component).getAllByTestId('chart-none')).toHaveLength(1);
    expect(within(component).getAllByTestId('figure').length).toBeGreaterThan(2);
  });

  it('has the drawing of the core for every component and table, with the numbers folded under it', async () => {
    const { container } = await show();
    const names = screen.getAllByTestId('chart').map((one) => one.dataset['name']);
    expect(names.slice(0, 4)).toEqual(['flow', 'c1', 'verdicts', 'c2']);
    expect(names).toContain('months');
    // Tables whose rows are no parts of one whole stand alone.
    const drawn = names.filter((name) => name !== undefined);
    expect(drawn.length).toBeGreaterThan(20);
    expect(container.querySelectorAll('figure svg[role="img"]')).toHaveLength(drawn.length);
    expect(counted('months', 'unknown').textContent).toContain('2');
    const folds = [...container.querySelectorAll<HTMLDetailsElement>('figure > details')];
    expect(folds.some((one) => one.open)).toBe(false);
    await fireEvent.click(screen.getByTestId('analysis-fold'));
    expect(folds.every((one) => one.open)).toBe(true);
  });

  it('says of a chart that counts nothing that it does', async () => {
    await show('', { profile: profile(({ tables }) => tables.forEach((one) => one.name === 'deadlines' && (one.counts = one.counts.map(() => [0])))) });
    expect(screen.getAllByTestId('chart-none')).toHaveLength(1);
  });

  it('copies a table with its head', async () => {
    const writeText = vi.fn((text: string) => Promise.resolve(text).then(() => undefined));
    vi.stubGlobal('ClipboardItem', undefined);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    await show();
    await fireEvent.click(screen.getByLabelText('Copy: Orders by state of the 24-hour term'));
    await waitFor(() => expect(status.current).toBe('5 rows copied, columns: 2.'));
    expect(writeText.mock.calls[0]?.[0].split('\r\n').slice(0, 2)).toEqual(['What\torders', 'met\t23']);
    await fireEvent.click(screen.getByLabelText('Copy: Reasons'));
    await waitFor(() => expect(writeText).toHaveBeenCalledTimes(2));
    expect(writeText.mock.calls[1]?.[0]).toContain('Orders that give any reason\t48 of 53, among what is recorded\t0\t91%\t95% interval');
    vi.unstubAllGlobals();
  });
});

describe('freezing', () => {
  const freeze = () => fireEvent.click(screen.getByTestId('analysis-freeze'));
  const saved = { name: 'figures.zip', digest: 'ab12', bytes: 900, orders: 4, items: 5, as_of: '2026-06-01T00:00:00Z' };

  it('saves the figures of the filter and tells the digest', async () => {
    const { call } = await show('platform:telegram', { snapshot_save: () => saved });
    await freeze();
    expect(call).toHaveBeenCalledWith('snapshot_save', { filter: 'platform:telegram', as_of: '' });
    await waitFor(() => expect(status.current).toContain('ab12'));
    expect(screen.getByTestId<HTMLButtonElement>('analysis-freeze').disabled).toBe(false);
  });

  it('says why it was refused, and nothing where somebody closed the dialog', async () => {
    await show('', { snapshot_save: refuse('disk_full') });
    await freeze();
    await waitFor(() => expect(status.current).not.toBe(''));
    status.say('');
    answerWith({ snapshot_save: refuse('cancelled') });
    await freeze();
    await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('analysis-freeze').disabled).toBe(false));
    expect(status.current).toBe('');
  });
});

describe('a reading that was overtaken', () => {
  // A core that ends what is under way when something newer is asked, and answers when it is told to.
  function core() {
    const asked: { key: string; done: (reply: Analysed) => void; fail: (why: unknown) => void }[] = [];
    const call = answerWith();
    const usual = call.getMockImplementation();
    call.mockImplementation((async (name: string, args: { filter: string; until: string }) => {
      if (name !== 'analysis') return usual?.(name as never, args as never);
      for (const one of asked) if (!one.key.endsWith('counts')) one.fail(new FailureError({ code: 'cancelled', params: {} }));
      return new Promise<Analysed>((done, fail) => asked.push({ key: `${args.filter}:${args.until}`, done, fail }));
    }) as never);
    const find = (key: string) => asked.find((one) => one.key === key);
    return { keys: () => asked.map(({ key }) => key), find, wait: (key: string) => waitFor(() => expect(find(key)).toBeTruthy()) };
  }
  const counts = (): Analysed => ({ ...fakeAnalysis(fakeProfile()), stage: 'counts', profile: { ...fakeProfile(), figures: [], curves: [], series: [] } });

  it('asks nothing more, which would end the newer one', async () => {
    const { find, wait, keys } = core();
    go('analysis', { filter: 'slow' });
    render(Analysis);
    await wait('slow:counts');
    go('analysis', { filter: 'quick' });
    await wait('quick:counts');
    find('quick:counts')?.done(counts());
    await wait('quick:figures');
    find('slow:counts')?.done(counts());
    find('quick:figures')?.done(fakeAnalysis(fakeProfile()));
    await waitFor(() => expect(screen.getByTestId('analysis-shown').dataset['filter']).toBe('quick'));
    expect(keys()).toEqual(['slow:counts', 'quick:counts', 'quick:figures']);
    expect(screen.queryByTestId('failure')).toBeNull();
  });

  it('asks nothing more once its screen was left', async () => {
    const { find, wait, keys } = core();
    go('analysis', {});
    const { unmount } = render(Analysis);
    await wait(':counts');
    unmount();
    find(':counts')?.done(counts());
    // What is asked next comes after all that the answer set going.
    render(Analysis);
    await waitFor(() => expect(keys()).toHaveLength(2));
    expect(keys()).toEqual([':counts', ':counts']);
  });
});
