// Light, dark, or as the system says.
export type Theme = 'system' | 'light' | 'dark';

class Themes {
  #chosen = $state<Theme>('system');
  #dark = $state(typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches);

  constructor() {
    if (typeof matchMedia === 'function') {
      matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (event) => (this.#dark = event.matches));
    }
  }

  get chosen(): Theme {
    return this.#chosen;
  }

  set chosen(next: Theme) {
    this.#chosen = next;
    if (next === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = next;
  }

  /** What is shown now. */
  get shown(): 'light' | 'dark' {
    return this.#chosen === 'system' ? (this.#dark ? 'dark' : 'light') : this.#chosen;
  }
}

export const theme = new Themes();
