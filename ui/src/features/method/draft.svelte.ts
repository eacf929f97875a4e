// A draft while it is edited: what was written, what the core makes of it, and what is saved.
import { asFailure, call } from '../../lib/api/call';
import type { Failure, Method, MethodChecked, MethodForm, MethodRow } from '../../lib/api/types';

export const CHECK_AFTER_MS = 400;

/** One draft in an editor. */
export class DraftSession {
  row = $state.raw() as MethodRow;
  form = $state.raw() as MethodForm;
  checked = $state.raw() as MethodChecked;
  failure = $state.raw<Failure | null>(null);
  /** What is shown as checked is older than what is written. */
  isChecking = $state(false);
  isSaving = $state(false);

  #saved = $state.raw() as MethodForm;
  readonly isDirty = $derived.by(() => this.form !== this.#saved);
  /** Nothing stands between it and its adoption: the core says so, and of what is written now. */
  readonly isSound = $derived.by(() => !this.isChecking && this.checked.faults.length === 0 && this.checked.step !== 'none');

  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  #isClosed = false;

  constructor(method: Method) {
    this.row = method.row;
    this.form = this.#saved = method.form;
    this.checked = method.checked;
  }

  /** Writes another form; the check follows by itself. */
  change(form: MethodForm): void {
    this.form = form;
    this.isChecking = true;
    const turn = ++this.#turn;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(turn), CHECK_AFTER_MS);
  }

  /** Saves what is written. Says whether it is saved. */
  async save(): Promise<boolean> {
    if (!this.isDirty) return true;
    const saved = this.form;
    this.isSaving = true;
    try {
      const method = await call('method_save', { version: this.row.key, form: saved });
      this.#saved = saved;
      this.row = method.row;
      if (saved === this.form) {
        this.checked = method.checked;
        this.isChecking = false;
        this.#turn++;
      }
      this.failure = null;
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    } finally {
      this.isSaving = false;
    }
  }

  /** Ends it without saving: it is gone or it is no draft any more. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  /** Saves what waits when the editor is left. */
  async leave(): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#isClosed || this.save();
  }

  async #check(turn: number): Promise<void> {
    try {
      const checked = await call('method_check', { version: this.row.key, form: this.form });
      if (turn !== this.#turn) return;
      this.checked = checked;
      this.isChecking = false;
      this.failure = null;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asFailure(thrown);
    }
  }
}
