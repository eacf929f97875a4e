import { tick } from 'svelte';

/** Gives the keyboard to what a selector finds once the window is drawn anew, and brings it into sight with what stands around it. */
export async function focusIn(root: HTMLElement, selector: string): Promise<void> {
  await tick();
  const found = root.querySelector<HTMLElement>(selector);
  found?.focus({ preventScroll: true });
  found?.scrollIntoView({ block: 'center' });
}
