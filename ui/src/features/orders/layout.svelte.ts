// Which columns are shown, in which order and how wide. Kept in the vault beside the record: a layout says nothing of the register.
import type { LayoutColumn, TableLayout } from '../../lib/api/types';
import { COLUMNS, columnOf, SHOWN_FIRST, type Column } from './columns';

export const WIDTH_MIN = 48;
export const WIDTH_MAX = 1200;
const KEEP_AFTER_MS = 400;

export interface Placed extends Column {
  place: number;
}

/** The layout of the table. */
export class Layout {
  #columns = $state.raw<readonly LayoutColumn[]>(first());
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #keep: (layout: TableLayout) => Promise<unknown>;

  readonly columns = $derived(this.#columns.flatMap(({ id, width }, place): Placed[] => {
    const known = columnOf(id);
    return known ? [{ ...known, width, place }] : [];
  }));
  readonly template = $derived(this.columns.map(({ width }) => `minmax(${width}px, ${width}fr)`).join(' '));
  readonly width = $derived(this.columns.reduce((sum, { width }) => sum + width, 0));

  constructor(keep: (layout: TableLayout) => Promise<unknown>) {
    this.#keep = keep;
  }

  get wire(): LayoutColumn[] {
    return [...this.#columns];
  }

  /** Shows a layout that was kept; what a newer version knows alone is left out, and nothing at all means the first layout. */
  take(columns: readonly LayoutColumn[]): void {
    const known = columns.filter(({ id }) => columnOf(id));
    this.#columns = known.length > 0 ? known : first();
  }

  /** Shows a layout and keeps it. */
  show(columns: readonly LayoutColumn[]): void {
    this.take(columns);
    this.#later();
  }

  reset(): void {
    this.show([]);
  }

  /** Moves a column by places. Returns where it is then. */
  move(id: string, by: number): number {
    const from = this.#columns.findIndex((one) => one.id === id);
    return from < 0 ? from : this.moveTo(id, from + by);
  }

  moveTo(id: string, to: number): number {
    const from = this.#columns.findIndex((one) => one.id === id);
    const moved = this.#columns[from];
    if (!moved) return from;
    const place = Math.min(this.#columns.length - 1, Math.max(0, to));
    const rest = this.#columns.filter((one) => one.id !== id);
    this.#columns = [...rest.slice(0, place), moved, ...rest.slice(place)];
    this.#later();
    return place;
  }

  resize(id: string, width: number): void {
    const fitting = Math.round(Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, width)));
    this.#columns = this.#columns.map((one) => (one.id === id ? { id, width: fitting } : one));
    this.#later();
  }

  /** Shows or hides a column. The last one stays. */
  toggle(id: string): void {
    const has = this.#columns.some((one) => one.id === id);
    if (has && this.#columns.length === 1) return;
    this.#columns = has ? this.#columns.filter((one) => one.id !== id) : [...this.#columns, { id, width: columnOf(id)?.width ?? 150 }];
    this.#later();
  }

  has(id: string): boolean {
    return this.#columns.some((one) => one.id === id);
  }

  // A drag moves a hundred times; only where it ends is kept.
  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep({ columns: this.wire }).catch(() => undefined), KEEP_AFTER_MS);
  }
}

function first(): LayoutColumn[] {
  return COLUMNS.filter(({ id }) => SHOWN_FIRST.includes(id)).map(({ id, width }) => ({ id, width }));
}
