// Which rows of a long table are drawn, and where. Rows have one height, so everything is arithmetic.
//
// A web view cannot make an element taller than about 33 million pixels, and a million rows of 36 are more. Past HEIGHT_MAX the scroll
// bar is compressed: it covers the whole table, while wheel and keys still move by rows.

export const ROW_HEIGHT = 36;
const HEIGHT_MAX = 8_000_000;
const OVERSCAN = 6;

/** The visible part of a table of equal rows. */
export class RowWindow {
  height = $state(0);
  /** How far the first visible pixel lies below the top of the whole table. */
  top = $state(0);
  /** The row that the keyboard is on. */
  active = $state(0);
  /** The column that the keyboard is on. */
  column = $state(0);
  /** Where the scroll bar was last seen: kept, because asking the element makes the page lay itself out. */
  bar = 0;
  readonly #total: () => number;
  readonly total = $derived.by(() => this.#total());

  /** Height of the scrolled element. */
  readonly canvas = $derived(Math.min(this.total * ROW_HEIGHT, HEIGHT_MAX));
  readonly rowsInView = $derived(Math.max(1, Math.floor(this.height / ROW_HEIGHT)));
  readonly first = $derived(Math.max(0, Math.floor(this.top / ROW_HEIGHT) - OVERSCAN));
  /** One past the last row drawn. */
  readonly end = $derived(Math.min(this.total, Math.ceil((this.top + this.height) / ROW_HEIGHT) + OVERSCAN));
  /** Where the scroll bar stands for the present top. */
  readonly scroll = $derived(this.top / this.#ratio());

  constructor(total: () => number) {
    this.#total = total;
  }

  /** Returns the place of a row inside the scrolled element. */
  offset(row: number): number {
    return this.scroll - this.top + row * ROW_HEIGHT;
  }

  /** Follows the scroll bar. */
  scrolled(scroll: number): void {
    this.bar = scroll;
    // The bar answers our own movement with a rounded place: that must not move the rows again.
    if (Math.abs(scroll - this.scroll) < 1) return;
    this.top = this.#within(scroll * this.#ratio());
  }

  /** Begins at the first row again. */
  rewind(): void {
    this.top = 0;
    this.active = 0;
  }

  /** Says whether the bar is compressed, so that the wheel must be led by hand. */
  get isCompressed(): boolean {
    return this.total * ROW_HEIGHT > HEIGHT_MAX;
  }

  /** Moves by pixels of the table. */
  moveBy(pixels: number): void {
    this.top = this.#within(this.top + pixels);
  }

  /** Moves as little as shows the whole row. */
  show(row: number): void {
    const start = row * ROW_HEIGHT;
    if (start < this.top) this.top = this.#within(start);
    else if (start + ROW_HEIGHT > this.top + this.height) this.top = this.#within(start + ROW_HEIGHT - this.height);
  }

  #ratio(): number {
    const whole = this.total * ROW_HEIGHT - this.height;
    const bar = this.canvas - this.height;
    return whole > bar && bar > 0 ? whole / bar : 1;
  }

  #within(top: number): number {
    return Math.min(Math.max(0, this.total * ROW_HEIGHT - this.height), Math.max(0, top));
  }
}
