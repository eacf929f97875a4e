import { describe, expect, it } from 'vitest';
import { ROW_HEIGHT, RowWindow } from './window.svelte';

function windowOf(total: number): RowWindow {
  const rows = new RowWindow(() => total);
  rows.height = 720;
  return rows;
}

describe('the visible rows', () => {
  it('are those under the scroll bar and a few around', () => {
    const rows = windowOf(21_199);
    rows.scrolled(1000 * ROW_HEIGHT);
    expect([rows.first, rows.end, rows.canvas, rows.offset(1000)]).toEqual([994, 1026, 21_199 * ROW_HEIGHT, 1000 * ROW_HEIGHT]);
  });

  it('end with the last row', () => {
    const rows = windowOf(21_199);
    rows.show(21_198);
    expect([rows.end, rows.top]).toEqual([21_199, 21_199 * ROW_HEIGHT - 720]);
  });

  it('move as little as shows a row', () => {
    const rows = windowOf(21_199);
    rows.show(10);
    expect(rows.top).toBe(0);
    rows.show(20);
    expect(rows.top).toBe(ROW_HEIGHT);
    rows.show(0);
    expect(rows.top).toBe(0);
  });

  it('reach every row of a million under a bar that a web view can draw', () => {
    const rows = windowOf(1_000_000);
    expect(rows.canvas).toBe(8_000_000);
    rows.scrolled(rows.canvas - rows.height);
    expect(rows.end).toBe(1_000_000);
    expect(rows.offset(999_999) + ROW_HEIGHT).toBeCloseTo(8_000_000, 3);
    rows.scrolled(0);
    rows.moveBy(ROW_HEIGHT);
    expect(rows.top).toBe(ROW_HEIGHT);
    // The bar answers with a rounded place: the rows stay where they are.
    rows.scrolled(Math.round(rows.scroll));
    expect(rows.top).toBe(ROW_HEIGHT);
  });
});
