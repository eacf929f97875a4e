// One import from the chosen file to its result. Only one dry run is under way at a time; a mapping changed meanwhile runs after it.
import { asFailure, call } from '../../lib/api/call';
import type { Failure, ImportPreview, ImportSummary, Progress } from '../../lib/api/types';
import { assign } from './mapping';

export type Step = 'idle' | 'choosing' | 'mapping' | 'running' | 'done';

/** The import at hand. */
export class ImportSession {
  step = $state<Step>('idle');
  preview = $state.raw<ImportPreview | null>(null);
  fields = $state.raw<readonly string[]>([]);
  /** Column that lost its field to another one a moment ago. */
  displaced = $state<number | null>(null);
  dry = $state.raw<ImportSummary | null>(null);
  isDrying = $state(false);
  progress = $state.raw<Progress | null>(null);
  cancelling = $state(false);
  done = $state.raw<ImportSummary | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The import was cancelled: nothing was written. */
  wasCancelled = $state(false);

  #driedFields: readonly string[] | null = null;

  /** Lets a person choose a file, or opens what was pasted, and reads its shape. */
  async choose(open: () => Promise<ImportPreview> = () => call('import_choose', {})): Promise<void> {
    const before = this.step;
    this.step = 'choosing';
    this.failure = null;
    this.wasCancelled = false;
    try {
      const preview = await open();
      this.preview = preview;
      this.fields = preview.columns.map(({ field }) => field);
      this.displaced = null;
      this.dry = null;
      this.done = null;
      this.step = 'mapping';
      await this.dryRun();
    } catch (thrown) {
      const failure = asFailure(thrown);
      this.step = before;
      if (failure.code !== 'cancelled') this.failure = failure;
    }
  }

  /** Gives a column a field and counts anew. */
  async map(column: number, field: string): Promise<void> {
    const { fields, displaced } = assign(this.fields, column, field);
    this.fields = fields;
    this.displaced = displaced;
    await this.dryRun();
  }

  /** Counts what the import would do; writes nothing. */
  async dryRun(): Promise<void> {
    if (this.isDrying) return;
    this.isDrying = true;
    while (this.preview && this.step === 'mapping' && this.#driedFields !== this.fields) {
      const { preview, fields } = this;
      this.#driedFields = fields;
      const outcome = await call('import_dry_run', { token: preview.token, fields: [...fields] }).then(
        (summary) => ({ summary, failure: null }),
        (thrown: unknown) => ({ summary: null, failure: asFailure(thrown) }),
      );
      // Another file or mapping has come meanwhile: the loop counts that one.
      if (fields !== this.fields) continue;
      this.dry = outcome.summary;
      this.failure = outcome.failure;
    }
    this.isDrying = false;
  }

  /** Writes the import. */
  async run(): Promise<void> {
    const { preview } = this;
    if (!preview || this.step !== 'mapping') return;
    this.step = 'running';
    this.progress = null;
    this.cancelling = false;
    this.failure = null;
    this.wasCancelled = false;
    try {
      this.done = await call('import_run', { token: preview.token, fields: [...this.fields] });
      this.step = 'done';
      this.preview = null;
    } catch (thrown) {
      const failure = asFailure(thrown);
      this.step = 'mapping';
      if (failure.code === 'cancelled') this.wasCancelled = true;
      else this.failure = failure;
    }
  }

  /** Asks the running import to stop; it answers by failing as cancelled. */
  async cancel(): Promise<void> {
    if (!this.preview || this.step !== 'running') return;
    this.cancelling = true;
    try {
      await call('import_cancel', { token: this.preview.token });
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  /** Shows how far the running import is. */
  advanced(progress: Progress): void {
    if (this.step === 'running') this.progress = progress;
  }

  /** Leaves the file alone; nothing was written. */
  leave(): void {
    if (this.step === 'running') return;
    this.step = 'idle';
    this.preview = null;
    this.dry = null;
    this.done = null;
    this.failure = null;
  }
}
