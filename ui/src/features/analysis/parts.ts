// The parts of the page: each begins with a heading that can take the keyboard.

export interface Part {
  /** Its heading is `analysis-<code>`. */
  code: string;
  name: string;
}

const headingOf = (code: string) => document.getElementById(`analysis-${code}`);

/** Brings the heading of a part to the top of the page, and the keyboard with it. */
export function turnTo(code: string): void {
  const place = headingOf(code);
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: 'start' });
}

/** Returns the last part that begins above a height of the window, or the first. */
export function partAt(parts: readonly Part[], height: number): Part | undefined {
  return parts.findLast(({ code }) => (headingOf(code)?.getBoundingClientRect().top ?? Infinity) <= height) ?? parts[0];
}

/** Returns at which height of the window a part begins. */
export const topOf = (code: string): number => headingOf(code)?.getBoundingClientRect().top ?? 0;
