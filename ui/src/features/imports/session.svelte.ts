// One import from the chosen file to its result. Only one dry run is under way at a time; a mapping changed meanwhile runs after it.
import { asFailure, call } from '../../lib/api/call';
import type { FiguresDone, Failure, ImportFigures, ImportPreview, ImportReopen, ImportRun, ImportSummary, Progress } from '../../lib/api/types';
import { assign } from './mapping';

export type Step = 'idle' | 'choosing' | 'mapping' | 'running' | 'done';

const UNASKED: Omit<ImportReopen, 'token'> = { encoding: '', delimiter: '', table: null, header: null };

/** The import at hand. */
export class ImportSession {
  step = $state<Step>('idle');
  preview = $state.raw<ImportPreview | null>(null);
  fields = $state.raw<readonly string[]>([]);
  /** How each column writes its dates, where a person said so. */
  dates = $state.raw<readonly string[]>([]);
  /** Column that lost its field to another one a moment ago. */
  displaced = $state<number | null>(null);
  dry = $state.raw<ImportSummary | null>(null);
  figures = $state.raw<ImportFigures | null>(null);
  writing = $state(false);
  /** The rejected rows were saved a moment ago: as which file, and how many. */
  saved = $state.raw<{ name: string; rows: number } | null>(null);
  isDrying = $state(false);
  progress = $state.raw<Progress | null>(null);
  cancelling = $state(false);
  done = $state.raw<ImportSummary | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The import was cancelled: nothing was written. */
  wasCancelled = $state(false);

  #dried: ImportRun | null = null;

  /** Lets a person choose a file, or opens what was pasted, and reads its shape. */
  choose(open: () => Promise<ImportPreview> = () => call('import_choose', {})): Promise<void> {
    return this.#open(open);
  }

  /** Opens the file that was dropped onto the window. */
  async dropped(): Promise<void> {
    if (this.step === 'running' || this.step === 'choosing') return;
    await this.#open(() => call('import_dropped', {}));
  }

  /** Reads the file again with another encoding, separator, table or header. */
  async reopen(changed: Partial<Omit<ImportReopen, 'token'>>): Promise<void> {
    const { preview } = this;
    if (!preview || this.step !== 'mapping') return;
    this.#asked = { ...this.#asked, ...changed };
    await this.#open(() => call('import_reopen', { ...this.#asked, token: preview.token }), this.#asked);
  }

  #asked: Omit<ImportReopen, 'token'> = UNASKED;

  async #open(read: () => Promise<ImportPreview>, asked: Omit<ImportReopen, 'token'> = UNASKED): Promise<void> {
    const before = this.step;
    this.step = 'choosing';
    this.failure = null;
    this.wasCancelled = false;
    try {
      const preview = await read();
      this.#asked = asked;
      this.preview = preview;
      this.fields = preview.columns.map(({ field }) => field);
      this.dates = preview.columns.map(({ dates }) => dates);
      this.displaced = null;
      this.dry = null;
      this.done = null;
      this.figures = null;
      this.saved = null;
      this.step = 'mapping';
      await (preview.kind === 'figures' ? this.#readFigures(preview.token) : this.dryRun());
    } catch (thrown) {
      const failure = asFailure(thrown);
      this.step = before;
      if (failure.code !== 'cancelled') this.failure = failure;
    }
  }

  async #readFigures(token: string): Promise<void> {
    this.figures = await call('import_figures', { token });
  }

  /** Gives a column a field and counts anew. */
  async map(column: number, field: string): Promise<void> {
    const { fields, displaced } = assign(this.fields, column, field);
    this.fields = fields;
    this.displaced = displaced;
    await this.dryRun();
  }

  /** Says how a column writes its dates and counts anew. */
  async date(column: number, order: string): Promise<void> {
    this.dates = this.fields.map((_, index) => (index === column ? order : (this.dates[index] ?? '')));
    await this.dryRun();
  }

  /** Counts what the import would do; writes nothing. */
  async dryRun(): Promise<void> {
    if (this.isDrying) return;
    this.isDrying = true;
    while (this.preview && this.step === 'mapping' && !this.#isDried()) {
      const run = this.#run(this.preview);
      this.#dried = run;
      this.saved = null;
      const outcome = await call('import_dry_run', run).then(
        (summary) => ({ summary, failure: null }),
        (thrown: unknown) => ({ summary: null, failure: asFailure(thrown) }),
      );
      // Another file or mapping has come meanwhile: the loop counts that one.
      if (!this.#isDried()) continue;
      this.dry = outcome.summary;
      this.failure = outcome.failure;
    }
    this.isDrying = false;
  }

  #run(preview: ImportPreview): ImportRun {
    return { token: preview.token, fields: [...this.fields], dates: [...this.dates] };
  }

  #isDried(): boolean {
    return this.preview !== null && JSON.stringify(this.#dried) === JSON.stringify(this.#run(this.preview));
  }

  /** Writes the official figures of the file into the register. Returns what to say of it. */
  async writeFigures(): Promise<FiguresDone | null> {
    if (!this.preview || this.step !== 'mapping' || this.writing) return null;
    this.failure = null;
    this.writing = true;
    try {
      const done = await call('import_figures_run', { token: this.preview.token });
      this.leave();
      return done;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return null;
    } finally {
      this.writing = false;
    }
  }

  /** Saves the rows that cannot be taken as a file. */
  async saveRejected(): Promise<void> {
    if (!this.preview || this.step !== 'mapping') return;
    this.failure = null;
    try {
      this.saved = await call('import_rejected_save', this.#run(this.preview));
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.code !== 'cancelled') this.failure = failure;
    }
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
      this.done = await call('import_run', this.#run(preview));
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

  /** Shows how far the running import is. The register may be read for figures meanwhile, which is another matter. */
  advanced(progress: Progress): void {
    if (this.step === 'running' && !progress.stage.startsWith('profile_')) this.progress = progress;
  }

  /** Leaves the file alone; nothing was written. */
  leave(): void {
    if (this.step === 'running') return;
    this.step = 'idle';
    this.preview = null;
    this.dry = null;
    this.done = null;
    this.figures = null;
    this.failure = null;
  }
}
