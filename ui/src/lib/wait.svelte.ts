// Seconds that somebody has to wait, counted down on the screen.
const SECOND = 1000;

export class Wait {
  #left = $state(0);
  #ends = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Seconds left; 0 when nobody waits. */
  get left(): number {
    return this.#left;
  }

  /** Begins to wait. By the clock, not by its own ticks: a computer that slept has waited too. */
  start(seconds: number): void {
    this.stop();
    if (!(seconds > 0)) return;
    this.#ends = Date.now() + seconds * SECOND;
    this.#left = Math.ceil(seconds);
    this.#timer = setInterval(() => this.#look(), SECOND);
  }

  /** Waits no longer. */
  stop(): void {
    clearInterval(this.#timer);
    this.#left = 0;
  }

  #look(): void {
    this.#left = Math.max(0, Math.ceil((this.#ends - Date.now()) / SECOND));
    if (this.#left === 0) this.stop();
  }
}
