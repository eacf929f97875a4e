// Which keys do what anywhere in an open register. By the place of a key, not by its letter: on a Kazakh layout the row of digits
// writes letters, and the key N writes т.
import { SCREENS, type Screen } from './router.svelte';

export type Deed = { kind: 'record' } | { kind: 'palette' } | { kind: 'lock' } | { kind: 'landmark'; back: boolean } | { kind: 'back' } | { kind: 'go'; screen: Screen };

const COMMANDS: Record<string, Deed> = { KeyN: { kind: 'record' }, KeyK: { kind: 'palette' }, KeyL: { kind: 'lock' } };

/** Returns what a key press asks for, or nothing when it is not one of ours. */
export function deedOf(event: KeyboardEvent): Deed | null {
  const command = event.ctrlKey || event.metaKey;
  if (event.code === 'F6' && !command && !event.altKey) return { kind: 'landmark', back: event.shiftKey };
  if (event.shiftKey) return null;
  if (command && !event.altKey) return COMMANDS[event.code] ?? null;
  if (!event.altKey || command) return null;
  if (event.code === 'ArrowLeft') return { kind: 'back' };
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  const screen = digit ? SCREENS[Number(digit) - 1] : undefined;
  return screen ? { kind: 'go', screen } : null;
}

/** Moves the focus to the next part of the window that is marked as one, or to the one before. */
export function turnToLandmark(back: boolean): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-landmark]')];
  const here = parts.findIndex((part) => part.contains(document.activeElement));
  const step = back ? -1 : 1;
  const next = parts[here < 0 ? 0 : (here + step + parts.length) % parts.length];
  if (!next) return;
  // A part that cannot hold the focus itself hands it to the place in it where one stands.
  const place = next.tabIndex >= 0 || next.hasAttribute('tabindex') ? next : (next.querySelector<HTMLElement>('[aria-current]') ?? next.querySelector<HTMLElement>('button, a'));
  place?.focus();
}
