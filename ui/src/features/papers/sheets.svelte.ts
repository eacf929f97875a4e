// Where the pages lie in the part of the window that shows them. All are equally large, so everything is arithmetic: few are drawn, the others
// keep their places.

/** A4. */
const RATIO = 841.89 / 595.276;
/** A page as large as on paper: 96 dots an inch. */
const WIDTH_FULL = 794;
/** Wider than this lines are no easier to read. */
const WIDTH_MOST = 1000;
export const GAP = 20;
const OVERSCAN = 1;

export type Zoom = 'fit' | 'full';

/** How many languages are seen beside each other. */
export type Count = 'one' | 'two' | 'three';

/** The pages in view. A row holds the same page in every language that is shown. */
export class Sheets {
  /** Of the part that scrolls. */
  width = $state(0);
  height = $state(0);
  top = $state(0);
  zoom = $state<Zoom>('fit');
  columns = $state(1);
  readonly #of: () => number;
  readonly of = $derived.by(() => this.#of());

  readonly sheetWidth = $derived(this.zoom === 'full' ? WIDTH_FULL : Math.max(160, Math.min(WIDTH_MOST, Math.floor((this.width - GAP * (this.columns + 1)) / this.columns))));
  readonly sheetHeight = $derived(Math.round(this.sheetWidth * RATIO));
  readonly step = $derived(this.sheetHeight + GAP);
  readonly first = $derived(Math.max(1, Math.floor(this.top / this.step) + 1 - OVERSCAN));
  readonly last = $derived(Math.min(Math.max(1, this.of), Math.ceil((this.top + this.height) / this.step) + OVERSCAN));
  /** The page that is read: the one a little below the top; at the end the last one. */
  readonly page = $derived(this.#isEnd() ? Math.max(1, this.of) : this.#within(Math.floor((this.top + Math.min(this.height / 3, this.sheetHeight / 2)) / this.step) + 1));

  constructor(of: () => number) {
    this.#of = of;
  }

  /** Returns where a page begins. */
  topOf(page: number): number {
    return (this.#within(page) - 1) * this.step;
  }

  /** Says whether a page is near enough to be drawn. */
  isNear(page: number): boolean {
    return page >= this.first && page <= this.last;
  }

  /** Returns where the same place of the same page lies, when pages become larger or smaller. */
  held(change: () => void): number {
    const at = this.top / this.step;
    change();
    return at * this.step;
  }

  #isEnd(): boolean {
    return this.top > 0 && this.top + this.height >= this.of * this.step;
  }

  #within(page: number): number {
    return Math.min(Math.max(1, page), Math.max(1, this.of));
  }
}
