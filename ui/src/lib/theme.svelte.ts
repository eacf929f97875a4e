// Light, dark, or as the system says. The root element carries what is shown, and the tokens follow it.
import { call } from './api/call';
import type { Look } from './api/types';

const system = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;

class Themes {
  #chosen = $state<Look>('system');
  #systemIsDark = $state(system?.matches ?? false);

  constructor() {
    system?.addEventListener('change', (event) => {
      this.#systemIsDark = event.matches;
      this.#show();
    });
    this.#show();
  }

  get chosen(): Look {
    return this.#chosen;
  }

  set chosen(next: Look) {
    this.#chosen = next;
    this.#show();
  }

  /** What is shown now. */
  get shown(): 'light' | 'dark' {
    if (this.#chosen !== 'system') return this.#chosen;
    return this.#systemIsDark ? 'dark' : 'light';
  }

  #show(): void {
    document.documentElement.dataset['theme'] = this.shown;
  }
}

export const theme = new Themes();

/** Shows a look at once and asks the open register to remember it; that it could not be remembered changes nothing on the screen. */
export function choose(look: Look): void {
  theme.chosen = look;
  call('look_set', { look }).catch(() => undefined);
}
