// What waits to be saved when the register is about to be locked or the window to close: afterwards nothing can be.

const waiting = new Set<() => Promise<boolean>>();
/** Whoever asks a second time waits no longer than this for what was on its way. */
const AGAIN_MS = 1000;

/** Has something saved before the register is locked or the window closes; it tells whether it is. Returns what takes it off again. */
export function savedBeforeLock(save: () => Promise<boolean>): () => void {
  waiting.add(save);
  return () => waiting.delete(save);
}

/** A lock that somebody waits for at the door waits no longer than this for what is saved before it. */
const LOCK_MS = 120;

/** Saves what waits before the register is locked, as far as it can be in so short a time: what the core has by then it finishes. */
export async function saveBeforeLock(): Promise<void> {
  await Promise.race([saveAll(), new Promise((over) => setTimeout(over, LOCK_MS))]);
}

/** Saves all that waits, and tells whether all of it is saved. What is not says so where it stands. */
export async function saveAll(): Promise<boolean> {
  const saved = await Promise.allSettled([...waiting].map((save) => save()));
  return saved.every((one) => one.status === 'fulfilled' && one.value);
}

/** The end of a window: what waits is saved first. Where something cannot be, the window stays and says so; asked once more it closes. */
export class Closing {
  readonly #close: () => void;
  readonly #stay: () => void;
  #isAsked = false;

  constructor(close: () => void, stay: () => void) {
    this.#close = close;
    this.#stay = stay;
  }

  /** Somebody asked for it. */
  async ask(): Promise<void> {
    const isAgain = this.#isAsked;
    this.#isAsked = true;
    const saved = isAgain ? await Promise.race([saveAll(), new Promise((over) => setTimeout(over, AGAIN_MS))]) : await saveAll();
    if (isAgain || saved === true) this.#close();
    else this.#stay();
  }
}
