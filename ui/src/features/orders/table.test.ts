import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setLang } from '../../lib/i18n';
import { safe } from '../../lib/clipboard';
import { cellsOf, tableOf } from './clipboard';
import { codeOf, wordOf } from './codes';
import { COLUMNS, columnOf, copied, isoOf, shown, valueOf, withValue, type Column } from './columns';
import { fakeDay, fakeRow, fakeUnknown } from './fake';
import { gather } from './gather';
import { Layout } from './layout.svelte';
import { gridDeed, isLetter } from './navigation';
import { Selection } from './selection.svelte';

const columns = (...ids: string[]): Column[] => ids.flatMap((id) => columnOf(id) ?? []);

beforeEach(() => setLang('en'));

describe('a column', () => {
  it.each(['kk', 'ru', 'en'] as const)('says something readable of every order in %s', (lang) => {
    setLang(lang);
    for (const { id } of COLUMNS) expect(`${id}: ${shown(id, fakeRow(1))}`).not.toMatch(/⟦|undefined|NaN/u);
  });

  it('comes back from its value as it was', () => {
    const row = fakeRow(3);
    for (const { id, edit } of COLUMNS) if (edit) expect(withValue(id, row, valueOf(id, row))).toEqual(row);
  });

  it('shows what was set before the core answers', () => {
    const row = fakeRow(3);
    expect(shown('ground', withValue('ground', row, 'other'))).toBe(wordOf('ground', 'other'));
    expect(shown('issued', withValue('issued', row, '2025-03-02'))).toBe('02.03.2025');
    expect(shown('issued', withValue('issued', row, ''))).toBe('');
  });
});

describe('a copy', () => {
  it('has a header, dates by ISO 8601, and numbers bare', () => {
    const { plain } = tableOf(columns('reference', 'issued', 'items'), [fakeRow(0)]);
    expect(plain).toBe('Reference\tIssued\tItems\r\nKZ-2016-0001\t2025-03-14\t1');
  });

  it('is no formula anywhere', () => {
    const { plain, html } = tableOf(columns('note', 'number'), [{ ...fakeRow(1), number: '+7 701\t<b>' }]);
    expect(plain.split('\r\n')[1]).toBe("'=HYPERLINK(\"https://example.kz\")\t'+7 701 <b>");
    expect(html).toContain('>\'=HYPERLINK(&quot;https://example.kz&quot;)<');
    expect(html).toContain("'+7 701\t&lt;b&gt;");
    expect(['=1', '+1', '-1', '@a', '\tb', 'a=1'].map(safe)).toEqual(["'=1", "'+1", "'-1", "'@a", "'\tb", 'a=1']);
  });

  it('keeps the kind of each cell for a spreadsheet', () => {
    const { html } = tableOf(columns('number', 'items', 'issued'), [{ ...fakeRow(1), number: '0042' }]);
    expect([...html.matchAll(/mso-number-format:([^"]+)"/g)].map(([, format]) => format)).toEqual(["'\\@'", '0', "'yyyy\\-mm\\-dd'"]);
  });

  it('says a moment as finely as it is known', () => {
    const day = fakeDay();
    expect(isoOf(day)).toBe('2025-03-14');
    expect(isoOf({ ...day, latest: (day.latest ?? 0) + 86_400 })).toBe('2025-03-14/2025-03-15');
    expect(isoOf({ ...day, precision: 'minute' })).toBe('2025-03-14 00:00');
    expect(isoOf(fakeUnknown())).toBe('');
    expect(copied('received', fakeRow(0))).toEqual({ text: '', kind: 'text' });
  });

  it('gathers rows that are not loaded, in the order of the table', async () => {
    const fetch = vi.fn(({ offset, limit }: { offset: number; limit: number }) =>
      Promise.resolve({ total: 1200, all: 1200, problem: null, rows: Array.from({ length: Math.min(limit, 1200 - offset) }, (_, i) => fakeRow(offset + i)) })
    );
    const view = { filter: '', sort: 'reference', descending: false };
    const wanted = new Set(['order-3', 'order-900']);
    expect((await gather(fetch, view, 1200, wanted))?.map(({ id }) => id)).toEqual(['order-3', 'order-900']);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(await gather(fetch, view, 1_000_000, { has: () => true, size: 1_000_000 })).toBeNull();
  });
});

describe('a paste', () => {
  it.each([
    ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['one', [['one']]],
    ['"a\nb"\t"say ""x"""\nc\t', [['a\nb', 'say "x"'], ['c', '']]],
    ['1\n\n2', [['1'], [''], ['2']]],
  ])('of %j is taken apart', (text, cells) => expect(cellsOf(text)).toEqual(cells));

  it('knows a code by its words in the language of the window', () => {
    setLang('ru');
    expect(codeOf('ground', ` ${wordOf('ground', 'honour_dignity').toUpperCase()} `)).toBe('honour_dignity');
    expect([codeOf('ground', 'drugs'), codeOf('ground', 'что-то'), codeOf('number', ' 12 ')]).toEqual(['drugs', 'что-то', '12']);
  });
});

describe('the layout', () => {
  it('moves, widens, hides and comes back', () => {
    const layout = new Layout(() => Promise.resolve());
    const ids = () => layout.columns.map(({ id }) => id);
    layout.move('number', -1);
    expect(ids().slice(0, 2)).toEqual(['number', 'reference']);
    layout.move('number', -5);
    layout.toggle('authority');
    layout.toggle('note');
    expect([ids().includes('authority'), ids().at(-1)]).toEqual([false, 'note']);
    layout.resize('note', 5);
    expect(layout.columns.at(-1)?.width).toBe(48);
    layout.reset();
    expect(ids()).toEqual(['reference', 'number', 'authority', 'platform', 'issued', 'deadline', 'items', 'reviewed']);
  });

  it('is kept once after many movements', () => {
    vi.useFakeTimers();
    const keep = vi.fn(() => Promise.resolve());
    const layout = new Layout(keep);
    for (let width = 100; width < 200; width += 1) layout.resize('number', width);
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();
    expect(keep).toHaveBeenCalledTimes(1);
  });

  it('leaves out what it does not know, and never shows nothing', () => {
    const layout = new Layout(() => Promise.resolve());
    layout.take([{ id: 'from_the_future', width: 90 }, { id: 'note', width: 90 }]);
    expect(layout.columns.map(({ id }) => id)).toEqual(['note']);
    layout.toggle('note');
    expect(layout.columns).toHaveLength(1);
  });
});

describe('the selection', () => {
  it('extends from its anchor beside what was selected before', () => {
    const selection = new Selection();
    selection.toggle('a', 0);
    selection.toggle('f', 5);
    selection.extend(['f', 'g', 'h']);
    selection.extend(['f', 'g']);
    expect([...selection.ids]).toEqual(['a', 'f', 'g']);
    expect(selection.wire('x')).toEqual({ ids: ['a', 'f', 'g'], filter: '', excluded: [] });
  });

  it('of the whole filter knows rows that nobody loaded, and leaves some out', () => {
    const selection = new Selection();
    selection.all();
    selection.toggle('b', 1);
    expect([selection.has('a'), selection.has('b'), selection.size(1_000_000)]).toEqual([true, false, 999_999]);
    expect(selection.wire('issued:2025')).toEqual({ ids: [], filter: 'issued:2025', excluded: ['b'] });
    selection.clear();
    expect([selection.size(9), selection.isWhole]).toEqual([0, false]);
  });
});

describe('the keys of the grid', () => {
  const key = (init: KeyboardEventInit) => new KeyboardEvent('keydown', init);

  it('are known by their place, whatever the layout writes', () => {
    expect(gridDeed(key({ code: 'KeyC', key: 'с', ctrlKey: true }))).toBe('copy');
    expect(gridDeed(key({ code: 'KeyA', key: 'ф', metaKey: true }))).toBe('all');
    expect(gridDeed(key({ code: 'KeyC', key: 'c', ctrlKey: true, altKey: true }))).toBeNull();
    expect(['F1', '?', 'F2', 'Enter', ' ', 'x'].map((one) => gridDeed(key({ key: one })))).toEqual(['help', 'help', 'edit', 'edit', 'open', null]);
  });

  it('write letters only without a command', () => {
    expect([isLetter(key({ key: 'ә' })), isLetter(key({ key: 'a', ctrlKey: true })), isLetter(key({ key: 'Shift' }))]).toEqual([true, false, false]);
  });
});
