// The words that people write into papers. They are kept a moment after the last key and when the field is left; what could not be kept stays
// in its field and is tried again, whichever paper is shown meanwhile.
import { asFailure, call } from '../../lib/api/call';
import type { Failure } from '../../lib/api/types';
import type { Place } from './asked';

const SAVE_AFTER_MS = 150;

export type Saving = 'untouched' | 'typed' | 'saved' | 'failed';

interface Text {
  place: Place;
  name: string;
  text: string;
  saving: Saving;
  failure: Failure | null;
}

const keyOf = ({ kind, subject, lang }: Place, name: string): string => [kind, subject, lang, name].join('\n');

/** Every text that was typed since the screen was opened. */
export class PaperTexts {
  /** Counts what was kept: a paper that was drawn before is out of date. */
  version = $state(0);
  #texts = $state.raw<ReadonlyMap<string, Text>>(new Map());
  #timers = new Map<string, ReturnType<typeof setTimeout>>();
  // Writes go one after the other: an older one never comes last.
  #writing: Promise<unknown> = Promise.resolve();

  /** Returns what stands in a field: what was typed, else what the core keeps. */
  shown(place: Place, name: string, kept: string): string {
    return this.#texts.get(keyOf(place, name))?.text ?? kept;
  }

  /** Says how far a text is kept. */
  saving(place: Place, name: string): Saving {
    return this.#texts.get(keyOf(place, name))?.saving ?? 'untouched';
  }

  /** Why a text was refused. */
  failure(place: Place, name: string): Failure | null {
    return this.#texts.get(keyOf(place, name))?.failure ?? null;
  }

  /** Takes what was typed, and keeps it a moment later. */
  type(place: Place, name: string, text: string): void {
    const key = keyOf(place, name);
    this.#put(key, { place, name, text, saving: 'typed', failure: null });
    clearTimeout(this.#timers.get(key));
    this.#timers.set(key, setTimeout(() => void this.#save(key), SAVE_AFTER_MS));
  }

  /** Keeps a text now, where it is not kept yet. */
  async leave(place: Place, name: string): Promise<void> {
    await this.#save(keyOf(place, name));
  }

  /** Keeps everything that is not kept yet, and says whether all of it is. */
  async saveAll(): Promise<boolean> {
    const saved = await Promise.all([...this.#texts.keys()].map((key) => this.#save(key)));
    return saved.every(Boolean);
  }

  async #save(key: string): Promise<boolean> {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    const written = this.#texts.get(key);
    if (!written || written.saving === 'saved') {
      await this.#writing.catch(() => undefined);
      return true;
    }
    const { place, name, text } = written;
    const write = this.#writing.catch(() => undefined).then(() => call('paper_text_set', { kind: place.kind, subject: place.subject, lang: place.lang, name, text }));
    this.#writing = write;
    try {
      await write;
      this.#settle(key, text, 'saved', null);
      this.version += 1;
      return true;
    } catch (thrown) {
      this.#settle(key, text, 'failed', asFailure(thrown));
      return false;
    }
  }

  // What was typed meanwhile is not kept by a write that began before.
  #settle(key: string, text: string, saving: Saving, failure: Failure | null): void {
    const now = this.#texts.get(key);
    if (now?.text === text) this.#put(key, { ...now, saving, failure });
  }

  #put(key: string, text: Text): void {
    this.#texts = new Map(this.#texts).set(key, text);
  }
}
