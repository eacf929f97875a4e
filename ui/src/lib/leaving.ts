// What waits to be saved when the register is about to be locked or the window to close: afterwards nothing can be.

const waiting = new Set<() => Promise<unknown>>();

/** Has something saved before the register is locked or the window closes. Returns what takes it off again. */
export function savedBeforeLock(save: () => Promise<unknown>): () => void {
  waiting.add(save);
  return () => waiting.delete(save);
}

/** Saves all that waits. What cannot be saved says so where it stands, and does not keep the register open. */
export async function saveAll(): Promise<void> {
  await Promise.allSettled([...waiting].map((save) => save()));
}
