// An order that is typed and not saved yet, as the register keeps it while somebody types and before it is locked.
import { call } from '../../lib/api/call';
import type { CaptureKeep, MoreField } from '../../lib/api/types';
import { newForm, type CaptureField, type CaptureForm } from './draft';

/** What of the form cannot be read anew from the pasted text. */
export interface Begun {
  form: CaptureForm;
  typed: CaptureField[];
  more: readonly MoreField[];
  stub: boolean;
  stubFound: boolean;
  referral: string;
}

export const NOTHING: CaptureKeep = { pasted: '', form: '' };

/** Reads a form that was kept; one that another version wrote, or that nobody can read, is as none. */
export function begunOf(text: string): Begun | null {
  if (text === '') return null;
  try {
    const { form, typed, more, stub, stubFound, referral } = JSON.parse(text) as Begun;
    const blank = newForm(0);
    const names = Object.keys(blank) as CaptureField[];
    const isForm = names.every((name) => typeof form[name] === typeof blank[name]) && Object.keys(form).length === names.length;
    const isRest = Array.isArray(typed) && Array.isArray(more) && typeof stub === 'boolean' && typeof stubFound === 'boolean' && typeof referral === 'string';
    return isForm && isRest ? { form, typed: typed.filter((name) => names.includes(name)), more, stub, stubFound, referral } : null;
  } catch {
    return null;
  }
}

const KEEP_AFTER_MS = 600;

/** Keeps what stands in the form a moment after the last key, and at once before a lock. */
export class Keeping {
  readonly #what: () => CaptureKeep;
  #timer: ReturnType<typeof setTimeout> | undefined;
  // Writes go one after the other: an older one never comes last.
  #writing: Promise<unknown> = Promise.resolve();
  #kept = '';

  constructor(what: () => CaptureKeep) {
    this.#what = what;
  }

  /** Something was typed. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), KEEP_AFTER_MS);
  }

  /** Keeps it now, where it is not kept yet. Says whether it is. */
  async now(): Promise<boolean> {
    return this.#write(this.#what());
  }

  /** It is saved or given up. */
  async forget(): Promise<boolean> {
    return this.#write(NOTHING);
  }

  /** Waits for what is on its way, so that whoever reads next reads the last of it. */
  async settled(): Promise<boolean> {
    await this.#writing;
    return true;
  }

  /** Nobody types any more. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  async #write(what: CaptureKeep): Promise<boolean> {
    this.stop();
    const text = JSON.stringify(what);
    const write = this.#writing.then(async () => {
      if (text === this.#kept) return;
      await call('capture_keep', what);
      this.#kept = text;
    });
    this.#writing = write.catch(() => undefined);
    // What could not be kept is tried again at the next key and before a lock; saving says what is wrong.
    return write.then(
      () => true,
      () => false,
    );
  }
}
