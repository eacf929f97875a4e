// One thing that a person sets going: while it runs it is busy; a refusal is kept to be shown.
import { untrack } from 'svelte';
import { asFailure } from './api/call';
import type { Failure } from './api/types';

/** Work that can be refused. */
export class Attempt {
  #busy = $state(false);
  #failure = $state.raw<Failure | null>(null);

  /** It is running: whoever started it must wait. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Why the last run was refused. Closing a dialog of the system is no refusal. */
  get failure(): Failure | null {
    return this.#failure;
  }

  /** Runs the work unless it runs already. Says whether it was done. */
  async run(work: () => Promise<void>): Promise<boolean> {
    // Whoever starts it does not thereby wait for its end: an effect that did would start it for ever.
    if (untrack(() => this.#busy)) return false;
    this.#busy = true;
    this.#failure = null;
    try {
      await work();
      return true;
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.code !== 'cancelled') this.#failure = failure;
      return false;
    } finally {
      this.#busy = false;
    }
  }

  /** Forgets the last refusal. */
  clear(): void {
    this.#failure = null;
  }
}
