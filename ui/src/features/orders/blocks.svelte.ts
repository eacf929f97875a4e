// The rows of the orders table, fetched in blocks as they come into view. A few blocks are kept, the least recently seen go first.
import type { Failure, FilterProblem, OrderRow, OrdersList, OrdersPage } from '../../lib/api/types';

export const BLOCK_ROWS = 100;
const BLOCKS_MAX = 16;
/** Requests under way at a time: a drag over a million rows must not queue hundreds of blocks that nobody looks at any more. */
const ASKED_MAX = 4;

export type OrdersView = Pick<OrdersList, 'filter' | 'sort' | 'descending'>;
type Fetch = (ask: OrdersList) => Promise<OrdersPage>;

/** Blocks of one view of the orders. Replies to an earlier view are dropped. */
export class OrderBlocks {
  /** Orders that match the filter, and all orders. */
  total = $state(0);
  all = $state(0);
  /** The filter that the two numbers were counted for; nothing before the first reply and after a failed one: then no number is known. */
  countedFor = $state<string | null>(null);
  status = $state<'loading' | 'ready' | 'failed'>('loading');
  failure = $state.raw<Failure | null>(null);
  /** What of the filter cannot be read. */
  problem = $state.raw<FilterProblem | null>(null);

  #fetch: Fetch;
  #failureOf: (thrown: unknown) => Failure;
  #view: OrdersView;
  #turn = 0;
  // Rows of an older turn stay on screen until the first reply of the new one, so that nothing flickers.
  #rowsTurn = 0;
  #blocks = new Map<number, readonly OrderRow[]>();
  #asked = new Set<number>();
  // What was last wanted and had to wait.
  #waiting: [number, number] | null = null;
  // What a reader of row() depends on: a map alone is not reactive.
  #version = $state(0);

  constructor(fetch: Fetch, failureOf: (thrown: unknown) => Failure, view: OrdersView = { filter: '', sort: 'reference', descending: true }) {
    this.#fetch = fetch;
    this.#failureOf = failureOf;
    this.#view = view;
  }

  /** Turns to another filter or order, or asks again for the same one. */
  turnTo(view: OrdersView, first = 0, end = BLOCK_ROWS): void {
    this.#view = view;
    this.#turn += 1;
    this.#asked.clear();
    this.#waiting = null;
    this.need(first, Math.max(end, first + 1));
  }

  /** Fetches what is missing of the rows from `first` to before `end`. */
  need(first: number, end: number): void {
    const from = Math.floor(first / BLOCK_ROWS);
    const to = Math.floor(Math.max(first, end - 1) / BLOCK_ROWS);
    for (let block = from; block <= to; block += 1) {
      const fresh = this.#rowsTurn === this.#turn && this.#blocks.has(block);
      if (fresh) this.#touch(block);
      else if (this.#asked.has(block)) continue;
      else if (this.#asked.size < ASKED_MAX) void this.#load(block);
      else this.#waiting = [first, end];
    }
  }

  /** Fetches the block before and the block after those rows, once these are here: scrolling on finds its rows waiting. */
  prefetch(first: number, end: number): void {
    if (this.status !== 'ready' || this.#asked.size > 0 || this.#rowsTurn !== this.#turn) return;
    const from = Math.floor(first / BLOCK_ROWS) - 1;
    const to = Math.floor(Math.max(first, end - 1) / BLOCK_ROWS) + 1;
    for (const block of [to, from]) {
      if (block >= 0 && block * BLOCK_ROWS < this.total && !this.#blocks.has(block)) void this.#load(block);
    }
  }

  /** Says how often rows came in: whoever reads it hears of the next time. */
  get version(): number {
    return this.#version;
  }

  /** Shows a row otherwise until the core is asked again. Returns how it was. */
  patch(id: string, change: (row: OrderRow) => OrderRow): OrderRow | undefined {
    for (const [block, rows] of this.#blocks) {
      const before = rows.find((row) => row.id === id);
      if (!before) continue;
      this.#blocks.set(block, rows.map((row) => (row.id === id ? change(row) : row)));
      this.#version += 1;
      return before;
    }
    return undefined;
  }

  /** Returns the rows between two places, or nothing when some are not here. */
  span(from: number, to: number): OrderRow[] | undefined {
    const rows: OrderRow[] = [];
    for (let place = Math.min(from, to); place <= Math.max(from, to); place += 1) {
      const row = this.#blocks.get(Math.floor(place / BLOCK_ROWS))?.[place % BLOCK_ROWS];
      if (!row) return undefined;
      rows.push(row);
    }
    return rows;
  }

  /** Returns a row, or nothing while it is not here. */
  row(index: number): OrderRow | undefined {
    void this.#version;
    return this.#blocks.get(Math.floor(index / BLOCK_ROWS))?.[index % BLOCK_ROWS];
  }

  /** How many blocks are held. */
  get held(): number {
    return this.#blocks.size;
  }

  async #load(block: number): Promise<void> {
    const turn = this.#turn;
    this.#asked.add(block);
    try {
      const page = await this.#fetch({ ...this.#view, offset: block * BLOCK_ROWS, limit: BLOCK_ROWS });
      if (turn === this.#turn) this.#take(block, page);
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.#asked.delete(block);
      this.failure = this.#failureOf(thrown);
      this.countedFor = null;
      this.status = 'failed';
    }
  }

  #take(block: number, page: OrdersPage): void {
    if (this.#rowsTurn !== this.#turn) {
      this.#blocks.clear();
      this.#rowsTurn = this.#turn;
    }
    this.#asked.delete(block);
    this.#blocks.set(block, page.rows);
    while (this.#blocks.size > BLOCKS_MAX) {
      const oldest = this.#blocks.keys().next();
      if (oldest.done) break;
      this.#blocks.delete(oldest.value);
    }
    this.total = page.total;
    this.all = page.all;
    this.countedFor = this.#view.filter;
    this.failure = null;
    this.problem = page.problem ?? null;
    this.status = 'ready';
    this.#version += 1;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) this.need(...waiting);
  }

  #touch(block: number): void {
    const rows = this.#blocks.get(block);
    if (!rows) return;
    this.#blocks.delete(block);
    this.#blocks.set(block, rows);
  }
}
