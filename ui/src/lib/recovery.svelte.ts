// The words of a recovery key as they are typed. The core says which of them stand on no list, and whether they are a key or a share.
import { call } from './api/call';
import type { RecoveryWords } from './api/types';

/** One text of words. */
export class RecoveryText {
  typed = $state('');
  #found = $state.raw<{ of: string; words: RecoveryWords } | null>(null);
  #checks = 0;

  /** What the core said of exactly these words. */
  readonly found = $derived(this.#found !== null && this.#found.of === this.typed ? this.#found.words : null);
  /** What it said last: shown until it has spoken of the newest letters. */
  readonly last = $derived(this.#found?.words ?? null);
  readonly isKey = $derived(this.found?.state === 'key');
  readonly isShare = $derived(this.found?.state === 'share');

  /** Asks the core about what was typed; a newer question has the word. */
  async check(): Promise<void> {
    const mine = ++this.#checks;
    const of = this.typed;
    // Without an answer the words count as not checked: nothing can be done with them.
    const words = of.trim() === '' ? null : await call('recovery_words', { typed: of }).catch(() => null);
    if (mine === this.#checks) this.#found = words && { of, words };
  }

  /** Forgets everything that was typed. */
  clear(): void {
    this.#checks++;
    this.typed = '';
    this.#found = null;
  }
}

/** A key that somebody has on paper: the whole of it, or two shares. Which of the two is seen from the words themselves. */
export class RecoveryEntry {
  readonly first = new RecoveryText();
  readonly second = new RecoveryText();
  readonly isDivided = $derived(this.first.isShare);
  readonly isSame = $derived(this.isDivided && this.second.isShare && plain(this.first.typed) === plain(this.second.typed));
  readonly isReady = $derived(this.first.isKey || (this.isDivided && this.second.isShare && !this.isSame));

  /** What is handed to the core. */
  get texts(): string[] {
    return this.isDivided ? [this.first.typed, this.second.typed] : [this.first.typed];
  }

  /** Forgets everything that was typed. */
  clear(): void {
    this.first.clear();
    this.second.clear();
  }
}

const plain = (text: string): string => text.toLowerCase().split(/[\s\d.,)]+/u).filter(Boolean).join(' ');
