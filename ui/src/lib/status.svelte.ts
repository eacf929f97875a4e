import { tick } from 'svelte';

// One line that says what was just done; read out by screen readers.
class Status {
  #line = $state('');

  get current(): string {
    return this.#line;
  }

  say(line: string): void {
    const isSame = line !== '' && line === this.#line;
    this.#line = isSame ? '' : line;
    // What is said twice in the same words is read out twice.
    if (isSame) void tick().then(() => (this.#line ||= line));
  }
}

export const status = new Status();
