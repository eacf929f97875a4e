// One line that says what was just done; read out by screen readers.
class Status {
  #line = $state('');

  get current(): string {
    return this.#line;
  }

  say(line: string): void {
    this.#line = line;
  }
}

export const status = new Status();
