// Light, dark, or as the system says. The root element carries what is shown, and the tokens follow it.
export type Theme = 'system' | 'light' | 'dark';

const system = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;

class Themes {
  #chosen = $state<Theme>('system');
  #systemIsDark = $state(system?.matches ?? false);

  constructor() {
    system?.addEventListener('change', (event) => {
      this.#systemIsDark = event.matches;
      this.#show();
    });
    this.#show();
  }

  get chosen(): Theme {
    return this.#chosen;
  }

  set chosen(next: Theme) {
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
