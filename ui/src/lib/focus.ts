import { tick } from 'svelte';

/** Gives the keyboard to what a selector finds once the window is drawn anew. */
export async function focusIn(root: HTMLElement, selector: string): Promise<void> {
  await tick();
  root.querySelector<HTMLElement>(selector)?.focus();
}
