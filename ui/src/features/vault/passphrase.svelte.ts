// A passphrase being chosen: typed or offered, typed back, and found strong enough.
import { call } from '../../lib/api/call';
import type { Lang, PassphraseStrength } from '../../lib/api/types';

export class NewPassphrase {
  typed = $state('');
  again = $state('');
  shown = $state(false);
  #offered = $state('');
  #strength = $state.raw<PassphraseStrength | null>(null);
  #checks = 0;

  /** What stands in the field is what the core offered. */
  readonly isOffered = $derived(this.#offered !== '' && this.typed === this.#offered);
  readonly differs = $derived(this.again !== '' && this.again !== this.typed);
  readonly isReady = $derived(this.typed !== '' && this.again === this.typed && this.#strength !== null && this.#strength.grade !== 'weak');

  get strength(): PassphraseStrength | null {
    return this.#strength;
  }

  /** Puts six random words into the field, to be seen and written down. */
  async offer(lang: Lang): Promise<void> {
    this.#offered = (await call('passphrase_suggest', { lang })).words;
    this.typed = this.#offered;
    this.again = '';
    this.shown = true;
    await this.check();
  }

  /** Asks the core how strong the typed one is; a newer question has the word. */
  async check(): Promise<void> {
    const mine = ++this.#checks;
    if (!this.isOffered) this.#offered = '';
    // Without an answer the passphrase counts as not checked: nothing can be made with it.
    const found = this.typed === '' ? null : await call('passphrase_check', { passphrase: this.typed }).catch(() => null);
    if (mine === this.#checks) this.#strength = found;
  }

  /** Forgets everything that was typed. */
  clear(): void {
    this.#checks++;
    this.typed = this.again = this.#offered = '';
    this.#strength = null;
    this.shown = false;
  }
}
