// Whether somebody is there: a register that nobody uses locks by itself, and only the window knows of keys and the pointer.
import { call } from './api/call';

/** The core is told no more often than this. */
const EVERY_MS = 10_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Tells the core, while somebody uses the window, that they do. Returns how to stop. */
export function tellOfPresence(isOpen: () => boolean): () => void {
  let told = -Infinity;
  const seen = () => {
    const now = performance.now();
    if (!isOpen() || now - told < EVERY_MS) return;
    told = now;
    // One that did not arrive is told again by the next key.
    call('still_here', {}).catch(() => (told = -Infinity));
  };
  for (const sign of SIGNS) window.addEventListener(sign, seen, { capture: true, passive: true });
  return () => {
    for (const sign of SIGNS) window.removeEventListener(sign, seen, { capture: true });
  };
}
