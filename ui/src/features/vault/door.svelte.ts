// A try at the door: whoever typed wrong too often waits, and sees for how long.
import { Attempt } from '../../lib/attempt.svelte';
import { Wait } from '../../lib/wait.svelte';

export class DoorAttempt {
  readonly #attempt = new Attempt();
  readonly wait = new Wait();

  get busy(): boolean {
    return this.#attempt.busy;
  }

  /** Nothing can be tried now. */
  get blocked(): boolean {
    return this.#attempt.busy || this.wait.left > 0;
  }

  /** Why the last try was refused; that one has to wait is said by the wait. */
  get failure() {
    const failure = this.#attempt.failure;
    return failure?.code === 'try_later' ? null : failure;
  }

  /** The last try was refused because of the ones before it. */
  get isSlowed(): boolean {
    return this.#attempt.failure?.code === 'try_later';
  }

  /** Tries. Says whether it was done. */
  async run(work: () => Promise<void>): Promise<boolean> {
    if (this.wait.left > 0) return false;
    const done = await this.#attempt.run(work);
    const failure = this.#attempt.failure;
    if (failure?.code === 'try_later') this.wait.start(Number(failure.params['seconds'] ?? 0));
    return done;
  }

  clear(): void {
    if (this.wait.left === 0) this.#attempt.clear();
  }
}
