// What was typed at the door and left: no lock takes it away there, so it goes by itself.
const UNUSED_MS = 5 * 60_000;
const LOOK_MS = 10_000;

/** Forgets what was typed into a form in which nothing was done for five minutes. Returns how to stop. */
export function forgetUnused(form: HTMLElement, forget: () => void): () => void {
  let used = Date.now();
  const use = () => (used = Date.now());
  for (const sign of ['input', 'click'] as const) form.addEventListener(sign, use);
  // By the clock, not by ticks alone: a computer that slept was not used either.
  const timer = setInterval(() => {
    if (Date.now() - used < UNUSED_MS) return;
    use();
    forget();
  }, LOOK_MS);
  return () => {
    clearInterval(timer);
    for (const sign of ['input', 'click'] as const) form.removeEventListener(sign, use);
  };
}
