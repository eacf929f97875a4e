// One paper on its way to its seal: searched for what its readers may not see, then saved and entered in the ledger.
import { call } from '../../lib/api/call';
import type { PaperAsk, PaperLine, PaperPreview } from '../../lib/api/types';
import { Attempt } from '../../lib/attempt.svelte';

/** Letters that a reason has at least. */
export const REASON_LETTERS = 10;

/** Refusals that no reason lifts. */
const FORBIDDING: ReadonlySet<string> = new Set(['paper_tells_child']);

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** The check of a paper, and its seal. */
export class Sealing {
  readonly ask: PaperAsk;
  /** What the search found, and how much it looked through; nothing before it ended. */
  found = $state.raw<PaperPreview | null>(null);
  /** A lawyer is about to let stand what was found. */
  isOverriding = $state(false);
  reason = $state('');
  isUnderstood = $state(false);
  sealed = $state.raw<PaperLine | null>(null);
  readonly checking = new Attempt();
  readonly sealing = new Attempt();

  readonly leaks = $derived(this.found?.leaks ?? []);
  readonly isClean = $derived(this.found !== null && this.leaks.length === 0);
  readonly isReasonShort = $derived(letters(this.reason) < REASON_LETTERS);
  /** What tells who a child is stands for no reason. */
  readonly isForbidden = $derived(this.sealing.failure !== null && FORBIDDING.has(this.sealing.failure.code));
  readonly canSeal = $derived(!this.sealing.busy && (this.isClean || (this.leaks.length > 0 && this.isOverriding && !this.isForbidden && !this.isReasonShort && this.isUnderstood)));

  constructor(ask: PaperAsk) {
    this.ask = ask;
  }

  /** Searches the paper as it is now. What was let stand before does not stand for what is found anew. */
  async check(): Promise<void> {
    this.sealing.clear();
    this.found = null;
    this.isOverriding = false;
    this.isUnderstood = false;
    await this.checking.run(async () => {
      this.found = await call('paper_preview', { paper: this.ask, from: 1, count: 1, check: true });
    });
  }

  /** Has the paper saved and sealed. Returns its line, or nothing where it was refused or the dialog of the system was closed. */
  async seal(): Promise<PaperLine | null> {
    if (!this.canSeal) return null;
    await this.sealing.run(async () => {
      this.sealed = await call('paper_export', { paper: this.ask, leaks_reason: this.isClean ? '' : this.reason.trim() });
    });
    // Something was written into the register since the search: it is looked at again before anybody decides.
    if (this.sealing.failure?.code === 'paper_leaks' && this.isClean) await this.check();
    return this.sealed;
  }
}
