// How long a sheet was open before somebody's eyes, and when a pause is due. Only time in which the window is in sight is counted.

const TICK_MS = 5_000;
// A tick that comes much later than it should says that the machine slept, not that somebody read.
const SLEPT_MS = 4 * TICK_MS;
const PAUSE_AFTER_MS = 45 * 60_000;

/** Reviewing since the window was opened, over all sheets: hard content wears people out. */
class Stint {
  #total = 0;
  #told = 0;
  #minutes = $state<number | null>(null);

  /** Minutes of reviewing when a pause is due; nothing when none is, or when it was dismissed. */
  get due(): number | null {
    return this.#minutes;
  }

  add(ms: number): void {
    this.#total += ms;
    const times = Math.floor(this.#total / PAUSE_AFTER_MS);
    if (times > this.#told) {
      this.#told = times;
      this.#minutes = Math.floor(this.#total / 60_000);
    }
  }

  /** Puts the reminder away until as much time has passed again. */
  dismiss(): void {
    this.#minutes = null;
  }

  /** Begins anew: when somebody else takes the seat. */
  reset(): void {
    this.#total = 0;
    this.#told = 0;
    this.#minutes = null;
  }
}

export const stint = new Stint();

/** Counts how long a sheet is open and seen. */
export class SheetClock {
  #ms: number;
  #since: number | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(seconds: number) {
    this.#ms = seconds * 1_000;
  }

  /** Whole seconds, with those of before. */
  get seconds(): number {
    this.#count();
    return Math.floor(this.#ms / 1_000);
  }

  /** Begins to count. Returns how to stop. */
  start(): () => void {
    const turn = () => {
      this.#count();
      this.#since = document.hidden ? null : performance.now();
    };
    turn();
    document.addEventListener('visibilitychange', turn);
    this.#timer = setInterval(turn, TICK_MS);
    return () => {
      this.#count();
      this.#since = null;
      clearInterval(this.#timer);
      document.removeEventListener('visibilitychange', turn);
    };
  }

  #count(): void {
    if (this.#since === null) return;
    const now = performance.now();
    const passed = now - this.#since;
    this.#since = now;
    const seen = passed > SLEPT_MS ? TICK_MS : Math.max(0, passed);
    this.#ms += seen;
    stint.add(seen);
  }
}
