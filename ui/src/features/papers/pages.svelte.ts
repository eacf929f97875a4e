// The pages of one paper in one language, fetched as they come into view. Pages of an older state stay in sight until the new ones are there.
import { asFailure } from '../../lib/api/call';
import type { Failure, PaperAsk, PaperPreview, PaperPreviewAsk } from '../../lib/api/types';

/** Pages fetched in one request. */
export const PAGES_AT_ONCE = 6;
/** Requests under way at a time: what is typed on and on must not queue papers that nobody looks at any more. */
const ASKED_MAX = 2;
/** Drawings kept: those furthest from what is seen go first. */
const PAGES_KEPT = 24;

type Fetch = (ask: PaperPreviewAsk) => Promise<PaperPreview>;

interface Drawn {
  svg: string;
  turn: number;
}

/** Pages of one paper. Replies to an earlier ask are dropped. */
export class PaperPages {
  status = $state<'loading' | 'ready' | 'failed'>('loading');
  failure = $state.raw<Failure | null>(null);
  /** What is seen is not yet the state that was asked for. */
  isBehind = $state(true);
  /** How many pages the paper has. */
  of = $state(0);
  /** Why it cannot be sealed, or empty. */
  refused = $state('');
  words = $state(0);
  noteWords = $state(0);

  #fetch: Fetch;
  #ask: PaperAsk | null = null;
  #turn = 0;
  #answered = 0;
  #isFetching = false;
  #asked = 0;
  #wanted: [number, number] = [1, 1];
  #pages = new Map<number, Drawn>();
  // What a reader of page() depends on: a map alone is not reactive.
  #version = $state(0);

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  /** Turns to another paper, or to a newer state of the same one. */
  turnTo(ask: PaperAsk): void {
    this.#ask = ask;
    this.#turn += 1;
    this.#isFetching = false;
    this.isBehind = true;
    this.#go();
  }

  /** Fetches what is missing of the pages from `first` to `last`, counted from 1. */
  need(first: number, last: number): void {
    this.#wanted = [Math.max(1, first), Math.max(1, last)];
    this.#go();
  }

  /** Asks again after a failure. */
  retry(): void {
    if (this.#ask) this.turnTo(this.#ask);
  }

  /** Hears no more replies. */
  leave(): void {
    this.#turn += 1;
    this.#ask = null;
  }

  /** Returns the drawing of a page, as new as there is one; nothing before the first. */
  page(number: number): string | undefined {
    void this.#version;
    return number > this.of ? undefined : this.#pages.get(number)?.svg;
  }

  #isFresh(number: number): boolean {
    return this.#pages.get(number)?.turn === this.#turn;
  }

  // The next stretch of pages that is wanted and not there, or nothing. How many there are is known after the first reply.
  #missing(): [number, number] | null {
    const isCounted = this.#answered === this.#turn;
    const end = isCounted ? Math.min(this.#wanted[1], this.of) : this.#wanted[1];
    let from = isCounted ? this.#wanted[0] : Math.max(1, Math.min(this.#wanted[0], this.of));
    while (from <= end && this.#isFresh(from)) from += 1;
    if (from > end) return isCounted ? null : [1, 1];
    let count = 1;
    while (count < PAGES_AT_ONCE && from + count <= end && !this.#isFresh(from + count)) count += 1;
    return [from, count];
  }

  #go(): void {
    if (this.#isFetching || !this.#ask || this.#asked >= ASKED_MAX) return;
    const missing = this.#missing();
    if (missing) void this.#load(this.#ask, ...missing);
    else this.isBehind = false;
  }

  async #load(paper: PaperAsk, from: number, count: number): Promise<void> {
    const mine = this.#turn;
    this.#isFetching = true;
    this.#asked += 1;
    let refusal: Failure | null = null;
    const reply = await this.#fetch({ paper, from, count, check: false }).catch((thrown: unknown) => {
      refusal = asFailure(thrown);
      return null;
    });
    this.#asked -= 1;
    if (mine === this.#turn) this.#isFetching = false;
    if (mine === this.#turn && reply) this.#take(reply, from, count);
    if (mine === this.#turn && refusal) this.#fail(refusal);
    else this.#go();
  }

  #fail(failure: Failure): void {
    this.isBehind = false;
    this.failure = failure;
    this.status = 'failed';
  }

  #take(reply: PaperPreview, from: number, count: number): void {
    this.#answered = this.#turn;
    this.of = reply.of;
    this.refused = reply.refused;
    this.words = reply.words;
    this.noteWords = reply.note_words;
    this.failure = null;
    this.status = 'ready';
    // A page that was asked for and did not come is none: it is not asked for again and again.
    const came = reply.pages.length > 0 ? reply.pages.length : Math.min(count, Math.max(0, reply.of - from + 1));
    for (let place = 0; place < came; place += 1) this.#pages.set(from + place, { svg: reply.pages[place] ?? '', turn: this.#turn });
    this.#forget();
    this.#version += 1;
  }

  #forget(): void {
    for (const number of this.#pages.keys()) if (number > this.of) this.#pages.delete(number);
    const middle = (this.#wanted[0] + this.#wanted[1]) / 2;
    const far = [...this.#pages.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
    for (const number of far.slice(0, Math.max(0, this.#pages.size - PAGES_KEPT))) this.#pages.delete(number);
  }
}
