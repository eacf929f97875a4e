// A recovery key from the first word to the last typed back: drawn, put on paper, typed back, in force. What was drawn and not typed back
// opens nothing, and is forgotten by window and core as soon as somebody goes elsewhere.
import { call } from '../../lib/api/call';
import type { Lang, RecoveryOffer } from '../../lib/api/types';
import { RecoveryText } from '../../lib/recovery.svelte';

export type Step = 'resting' | 'asking' | 'keeping' | 'typing' | 'done';

export class RecoveryMaking {
  step = $state<Step>('resting');
  lang = $state<Lang>('kk');
  shares = $state(false);
  #offer = $state.raw<RecoveryOffer | null>(null);
  #back = $state.raw<RecoveryText[]>([]);

  get offer(): RecoveryOffer | null {
    return this.#offer;
  }

  /** What is typed back: one text, or each of the shares. */
  get back(): readonly RecoveryText[] {
    return this.#back;
  }

  readonly isTypedBack = $derived(this.#back.length > 0 && this.#back.every((text) => (this.shares ? text.isShare : text.isKey)));

  /** Asks for what must be known before words are drawn. */
  begin(lang: Lang): void {
    Object.assign(this, { step: 'asking', lang, shares: false });
  }

  /** Has the words drawn. */
  async draw(passphrase: string): Promise<void> {
    this.#offer = await call('recovery_make', { passphrase, lang: this.lang, shares: this.shares });
    this.step = 'keeping';
  }

  /** They are on paper: now they are typed back, from the first letter. */
  typeBack(): void {
    this.#back = (this.#offer?.texts ?? []).map(() => new RecoveryText());
    this.step = 'typing';
  }

  /** Shows the words once more. What was typed is gone: it is typed from the paper or not at all. */
  showAgain(): void {
    this.#forgetTyped();
    this.step = 'keeping';
  }

  /** Puts the key in force, when what was typed back agrees. */
  async confirm(): Promise<void> {
    await call('recovery_confirm', { typed: this.#back.map((text) => text.typed) });
    this.#forgetTyped();
    this.#offer = null;
    this.step = 'done';
  }

  /** Leaves what was drawn and not put in force. */
  forget(): void {
    const isDrawn = this.#offer !== null;
    this.#forgetTyped();
    this.#offer = null;
    this.step = 'resting';
    // A locked core has forgotten it by itself.
    if (isDrawn) call('recovery_forget', {}).catch(() => undefined);
  }

  #forgetTyped(): void {
    for (const text of this.#back) text.clear();
    this.#back = [];
  }
}
