// A table that was pasted on one screen and is imported on another. Held in memory only, and handed over once.
let held: string | null = null;

/** Holds a pasted text for the import. */
export function hold(text: string): void {
  held = text;
}

/** Hands the text over, or nothing when there is none. */
export function take(): string | null {
  const text = held;
  held = null;
  return text;
}
