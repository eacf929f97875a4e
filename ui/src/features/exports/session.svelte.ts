// One export from what is chosen to the file that was written. What would be written is counted anew after every choice.
import { asFailure, call } from '../../lib/api/call';
import type { ExportAsk, ExportChoices, ExportColumn, ExportDone, ExportPlan, Failure, Progress, RegisterImported } from '../../lib/api/types';
import { lang } from '../../lib/i18n';

export const FORMATS = ['csv', 'xlsx', 'lumen', 'dsa', 'json', 'all'] as const;
export type Format = (typeof FORMATS)[number];
export type Rows = 'item' | 'order';

/** Tables have columns; the two forms of the whole register hold what is sealed. */
export const isTable = (format: Format): boolean => format === 'csv' || format === 'xlsx';
export const isWhole = (format: Format): boolean => format === 'json' || format === 'all';

/** The export at hand. */
export class ExportSession {
  format = $state<Format>('csv');
  rows = $state<Rows>('item');
  filter = $state('');
  codes = $state(false);
  sensitive = $state(false);
  plan = $state.raw<ExportPlan | null>(null);
  progress = $state.raw<Progress | null>(null);
  busy = $state(false);
  cancelling = $state(false);
  wasCancelled = $state(false);
  done = $state.raw<ExportDone | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The person is being told that the file is open to whoever has it. */
  warning = $state(false);
  reading = $state(false);
  back = $state.raw<RegisterImported | null>(null);

  #chosen = $state.raw<Record<Rows, readonly string[] | null>>({ item: null, order: null });
  #turn = 0;

  /** Columns of the table at hand. */
  columns(choices: ExportChoices): readonly ExportColumn[] {
    return choices[this.rows];
  }

  /** Names of the chosen columns, in the order of the list. */
  chosen(choices: ExportChoices): readonly string[] {
    return this.#chosen[this.rows] ?? this.usual(choices);
  }

  /** Names of the columns that are there until somebody chooses otherwise. */
  usual(choices: ExportChoices): readonly string[] {
    return this.columns(choices).flatMap(({ id, usual }) => (usual ? [id] : []));
  }

  /** Chooses columns; they keep the order of the list. */
  choose(choices: ExportChoices, ids: readonly string[]): void {
    const kept = this.columns(choices).flatMap(({ id }) => (ids.includes(id) ? [id] : []));
    this.#chosen = { ...this.#chosen, [this.rows]: kept };
  }

  #ask(columns: readonly string[], confirmed: boolean): ExportAsk {
    const { format, rows, filter, codes, sensitive } = this;
    return { format, rows, columns: [...columns], filter: filter.trim(), codes, sensitive, lang: lang.current, confirmed };
  }

  /** Counts what would be written; a newer choice has the word. */
  async count(choices: ExportChoices): Promise<void> {
    const turn = ++this.#turn;
    const asked = this.#ask(isTable(this.format) ? this.chosen(choices) : [], false);
    try {
      const plan = await call('export_plan', asked);
      if (turn === this.#turn) this.plan = plan;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asFailure(thrown);
    }
  }

  /** Writes the file; the forms that hold everything ask first. */
  async run(choices: ExportChoices, confirmed = false): Promise<void> {
    if (this.busy) return;
    if (isWhole(this.format) && !confirmed) {
      this.warning = true;
      return;
    }
    Object.assign(this, { warning: false, busy: true, cancelling: false, wasCancelled: false, done: null, failure: null, progress: null });
    try {
      this.done = await call('export_run', this.#ask(isTable(this.format) ? this.chosen(choices) : [], confirmed));
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.code === 'cancelled') this.wasCancelled = this.cancelling;
      else this.failure = failure;
    } finally {
      this.busy = false;
      this.progress = null;
    }
  }

  /** Stops the writing; nothing is left behind. */
  async cancel(): Promise<void> {
    this.cancelling = true;
    await call('export_cancel', {});
  }

  /** Reads an open register back into this empty one. */
  async readBack(): Promise<void> {
    if (this.reading) return;
    this.reading = true;
    this.failure = null;
    try {
      this.back = await call('register_import', {});
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.code !== 'cancelled') this.failure = failure;
    } finally {
      this.reading = false;
    }
  }
}
