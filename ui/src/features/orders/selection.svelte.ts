// Which orders are selected. By identifier, never by place: sorting or an edit moves rows, and what is selected must not change with them.
import type { Selection as Selected } from '../../lib/api/types';

/** Selected orders: some, or all that the filter matches but some. */
export class Selection {
  #ids = $state.raw<ReadonlySet<string>>(new Set());
  #whole = $state(false);
  // Where a range begins, and what was selected before it.
  #anchor = 0;
  #base: ReadonlySet<string> = new Set();

  has(id: string): boolean {
    return this.#ids.has(id) !== this.#whole;
  }

  size(total: number): number {
    return this.#whole ? Math.max(0, total - this.#ids.size) : this.#ids.size;
  }

  get isWhole(): boolean {
    return this.#whole;
  }

  get anchor(): number {
    return this.#anchor;
  }

  /** The ones selected, or those left out of the whole. */
  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  clear(anchor = this.#anchor): void {
    this.#ids = new Set();
    this.#base = this.#ids;
    this.#whole = false;
    this.#anchor = anchor;
  }

  /** Begins the next range at a place and keeps what is selected. */
  settle(anchor: number): void {
    this.#base = this.#ids;
    this.#anchor = anchor;
  }

  /** Selects whatever the filter matches, rows that are not loaded too. */
  all(): void {
    this.#ids = new Set();
    this.#whole = true;
  }

  toggle(id: string, anchor: number): void {
    const next = new Set(this.#ids);
    if (!next.delete(id)) next.add(id);
    this.#ids = next;
    this.#base = next;
    this.#anchor = anchor;
  }

  /** Selects a range from the anchor on, beside what was selected before it. */
  extend(ids: readonly string[]): void {
    if (this.#whole) this.clear();
    this.#ids = new Set([...this.#base, ...ids]);
  }

  /** Returns the selection as the core takes it. */
  wire(filter: string): Selected {
    return this.#whole ? { ids: [], filter, excluded: [...this.#ids] } : { ids: [...this.#ids], filter: '', excluded: [] };
  }
}
