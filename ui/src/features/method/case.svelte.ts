// One case of the calibration set while it is answered: what is given, its keeping, and its handing in.
import { asFailure, call } from '../../lib/api/call';
import type { Answer, CalibrationCase, Failure } from '../../lib/api/types';
import { Attempt } from '../../lib/attempt.svelte';
import { Deeds } from '../../lib/deeds';
import { savedBeforeLock } from '../../lib/leaving';
import { chosenOf, type Scale } from '../../lib/scale';

const SAVE_AFTER_MS = 600;

type Asked = Scale & { code: string };

let leaving: Promise<boolean> = Promise.resolve(true);

/** Waits until the cases that were left are saved, so that opening one again reads what was answered. Says whether the last one is. */
export const allSaved = (): Promise<boolean> => leaving;
savedBeforeLock(allSaved);

/** A case that is being answered. */
export class CaseSession {
  /** Answers by question. */
  given = $state.raw<Readonly<Record<string, string>>>({});
  /** Why the answers were not kept. Another change tries again. */
  failure = $state.raw<Failure | null>(null);
  readonly handing = new Attempt();

  readonly code: string;
  readonly #questions: readonly Asked[];
  #saved = $state.raw<Readonly<Record<string, string>>>({});
  readonly saving = $derived.by(() => {
    if (this.given !== this.#saved) return this.failure ? 'failed' : 'waiting';
    return Object.keys(this.given).length > 0 ? 'saved' : 'untouched';
  });
  readonly #deeds = new Deeds<{ code: string; before: string; after: string }>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDone = false;
  // Writes go one after the other, each with what is given when its turn comes: an older one never comes last.
  #writing: Promise<unknown> = Promise.resolve();

  constructor(opened: CalibrationCase, questions: readonly Asked[]) {
    this.code = opened.code;
    this.#questions = questions;
    this.given = this.#saved = Object.fromEntries(opened.answers.map(({ code, value }) => [code, value]));
  }

  /** Returns the answer to a question, empty while there is none. */
  answer(code: string): string {
    return this.given[code] ?? '';
  }

  /** Chooses a value; where several can hold, puts it in or takes it out. Saving follows by itself. */
  choose(question: Asked, value: string): void {
    if (this.handing.busy || this.#isDone) return;
    const { code } = question;
    const [before, after] = [this.answer(code), chosenOf(question, this.answer(code), value)];
    this.#deeds.did({ code, before, after });
    this.#set(code, after);
  }

  /** Takes back the last answer, or gives again what was taken back last. Returns its question, or nothing where there is none. */
  turn(way: 'undo' | 'redo'): string | null {
    const deed = this.handing.busy || this.#isDone ? undefined : this.#deeds.turn(way);
    if (!deed) return null;
    this.#set(deed.code, way === 'undo' ? deed.before : deed.after);
    return deed.code;
  }

  #set(code: string, value: string): void {
    this.given = { ...this.given, [code]: value };
    this.#timer ??= setTimeout(() => void this.save(), SAVE_AFTER_MS);
  }

  /** Saves what is not saved. Says whether all is. */
  save(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#inTurn(() => this.#keep());
  }

  /** Saves what waits when the sheet is left. Says whether all is saved. */
  leave(): Promise<boolean> {
    const left = this.save();
    leaving = Promise.all([leaving, left]).then(([, isSaved]) => isSaved);
    return left;
  }

  /** Hands in what is given, after what is on its way to be kept. Returns the case with its key, or nothing when it was refused. */
  async hand(): Promise<CalibrationCase | null> {
    let handed: CalibrationCase | null = null;
    await this.handing.run(() =>
      this.#inTurn(async () => {
        handed = await call('calibration_answer', { code: this.code, answers: this.#answers() });
        this.#isDone = true;
      }),
    );
    // What was not handed in is kept all the same.
    if (!this.#isDone) void this.save();
    return handed;
  }

  async #keep(): Promise<boolean> {
    const given = this.given;
    if (this.#isDone || given === this.#saved) return true;
    try {
      await call('calibration_save', { code: this.code, answers: this.#answers() });
      this.#saved = given;
      this.failure = null;
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    }
  }

  #inTurn<T>(write: () => Promise<T>): Promise<T> {
    const written = this.#writing.then(write);
    this.#writing = written.catch(() => undefined);
    return written;
  }

  #answers(): Answer[] {
    return this.#questions.flatMap(({ code }) => {
      const value = this.answer(code);
      return value === '' ? [] : [{ code, value, quote: '', exhibit: '', note: '', confidence: 0 }];
    });
  }
}
