/** Deeds that can be taken back and done again, the last one first. */
export class Deeds<T> {
  #done: T[] = [];
  #undone: T[] = [];

  /** Hears of a deed. What was taken back before it is not done again. */
  did(deed: T): void {
    this.#done.push(deed);
    this.#undone = [];
  }

  /** Returns the deed that is to be taken back, or done again; nothing where there is none. */
  turn(way: 'undo' | 'redo'): T | undefined {
    const [from, to] = way === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const deed = from.pop();
    if (deed !== undefined) to.push(deed);
    return deed;
  }

  forget(): void {
    this.#done = [];
    this.#undone = [];
  }
}
