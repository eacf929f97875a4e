// One review while it is open: answers, what the rules make of them, and their saving. Everything is drawn from `sheet` and `answers`.
import { asFailure, call } from '../../lib/api/call';
import type { Answer, Code, Failure, Judgement, Question, ReviewSheet } from '../../lib/api/types';
import { Deeds } from '../../lib/deeds';
import { savedBeforeLock } from '../../lib/leaving';
import { chosenOf, codeAfter, valueAt } from '../../lib/scale';
import { answerTo, firstOpen, obstacles, withAnswer, withProposed } from './answers';
import { SheetClock } from './clock.svelte';

const JUDGE_AFTER_MS = 60;
const SAVE_AFTER_MS = 600;
const SAVE_WITHIN_MS = 3000;
/** What could not be saved or judged is tried again after so long. */
const AGAIN_AFTER_MS = 3000;
/** Refusals that another try may not meet again; any other one waits for a change. */
const PASSING: readonly Code[] = ['disk_full', 'vault_in_use', 'internal'];
/** A shorter look at a sheet on which nothing was answered is not worth keeping. */
const LOOK_SECONDS_MIN = 10;

export type Saving = 'untouched' | 'waiting' | 'saved' | 'failed';

let leaving: Promise<boolean> = Promise.resolve(true);

/** Waits until the sheet that was left last is saved, so that opening it again reads what was answered. Says whether it is. */
export const allSaved = (): Promise<boolean> => leaving;
savedBeforeLock(allSaved);

interface Deed {
  code: string;
  before: Change;
  after: Change;
}
type Change = Partial<Omit<Answer, 'code'>>;

/** An open or locked review of one order item. */
export class ReviewSession {
  /** What the reviewer answered; the register's own answers are not among them. */
  given = $state.raw<readonly Answer[]>([]);
  judgement = $state.raw<Judgement>() as Judgement;
  /** The judgement is not yet that of these answers; nothing may be locked on it. */
  isJudging = $state(false);
  /** A locked review is being corrected: what is locked stands until the correction is locked. */
  isCorrecting = $state(false);
  current = $state('');
  /** The verdict a person chose; nothing while the computed one stands. */
  chosen = $state<string | null>(null);
  reason = $state('');
  saving = $state<Saving>('untouched');
  failure = $state.raw<Failure | null>(null);

  sheet = $state.raw<ReviewSheet>() as ReviewSheet;
  readonly readonly = $derived(this.sheet.stage !== 'answer' && !this.isCorrecting);
  readonly locked = $derived(this.readonly ? this.sheet.locked : null);
  readonly answers = $derived(this.readonly ? this.given : withProposed(this.given, this.sheet.proposed));
  readonly verdict = $derived(this.chosen ?? this.judgement.verdict);
  readonly obstacles = $derived(obstacles(this.questions, this.judgement, this.answers, this.verdict, this.reason));

  readonly clock: SheetClock;
  #judgeTimer: ReturnType<typeof setTimeout> | undefined;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince = 0;
  #turn = 0;
  // Deeds of this look at the sheet.
  readonly #deeds = new Deeds<Deed>();
  #isDone = false;
  #isLeft = false;
  // Writes go one after the other: an older one never comes last.
  #writing: Promise<unknown> = Promise.resolve();

  constructor(sheet: ReviewSheet) {
    this.sheet = sheet;
    this.judgement = sheet.judgement;
    this.given = sheet.answers;
    this.chosen = sheet.chosen || null;
    this.reason = sheet.override_reason;
    this.current = this.#begin();
    this.clock = new SheetClock(sheet.seconds);
    // A correction that was begun goes on where it was left.
    if (sheet.can_correct && sheet.correction) {
      this.isCorrecting = true;
      this.given = sheet.correction.answers;
      this.chosen = sheet.correction.chosen || null;
      this.reason = sheet.correction.override_reason;
      this.isJudging = true;
      void this.#judge();
    }
  }

  get questions(): readonly Question[] {
    return this.sheet.questions;
  }

  /** Returns the answer to a question. */
  answer(code: string): Answer {
    return answerTo(this.answers, code);
  }

  /** Says whether the answer to a question is the register's. */
  isProposed(code: string): boolean {
    return this.answer(code).value !== '' && answerTo(this.given, code).value === '';
  }

  /** Says whether a question still decides the verdict. */
  decides(question: Question): boolean {
    return !this.readonly && !this.judgement.settled && this.judgement.deciding.includes(question.code);
  }

  /** Chooses a value; where several can hold, puts it in or takes it out. */
  pick(question: Question, value: string): void {
    this.act(question.code, { value: chosenOf(question, this.answer(question.code).value, value) });
  }

  /** Changes an answer by one deed that can be taken back; what is typed belongs to its field. */
  act(code: string, change: Change): void {
    if (this.readonly) return;
    const before = answerTo(this.given, code);
    this.#deeds.did({ code, before: Object.fromEntries(Object.keys(change).map((name) => [name, before[name as keyof Change]])), after: change });
    this.change(code, change);
  }

  /** Takes back the last deed, or does again what was taken back last. Returns the question it belongs to, or nothing where there is none. */
  turn(way: 'undo' | 'redo'): string | null {
    const deed = this.readonly ? undefined : this.#deeds.turn(way);
    if (!deed) return null;
    const [from, to] = way === 'undo' ? [deed.after, deed.before] : [deed.before, deed.after];
    // What was typed over since belongs to who typed it.
    const now = answerTo(this.given, deed.code);
    const untouched = Object.entries(to).filter(([name]) => now[name as keyof Change] === from[name as keyof Change]);
    if (untouched.length > 0) this.change(deed.code, Object.fromEntries(untouched));
    this.current = deed.code;
    return deed.code;
  }

  /** Changes an answer; judging and saving follow by themselves. */
  change(code: string, change: Change): void {
    if (this.readonly) return;
    this.given = withAnswer(this.given, code, change);
    this.#judgeSoon();
    this.#wait();
  }

  #judgeSoon(): void {
    this.isJudging = true;
    this.#turn += 1;
    clearTimeout(this.#judgeTimer);
    this.#judgeTimer = setTimeout(() => void this.#judge(), JUDGE_AFTER_MS);
  }

  /** Chooses a verdict against the rules, or goes back to theirs. */
  overrule(verdict: string): void {
    if (this.readonly) return;
    this.chosen = verdict === this.judgement.verdict ? null : verdict;
    this.#judgeSoon();
    this.#wait();
  }

  /** Gives the reason of a verdict against the rules. */
  because(reason: string): void {
    if (this.readonly) return;
    this.reason = reason;
    this.#wait();
  }

  // Whoever types on and on is saved all the same.
  #wait(): void {
    const now = Date.now();
    if (this.saving !== 'waiting') this.#waitingSince = now;
    this.saving = 'waiting';
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => void this.save(), Math.max(0, Math.min(SAVE_AFTER_MS, this.#waitingSince + SAVE_WITHIN_MS - now)));
  }

  /** Chooses the value under a digit for the current question. Says whether the digit meant anything. */
  choose(digit: number): Question | null {
    const question = this.#asked();
    const value = question && valueAt(question, digit);
    if (!question || !value || this.readonly) return null;
    this.pick(question, value);
    return question;
  }

  /** Says how sure the reviewer is of the current answer; said twice, it is taken back. Says whether the digit meant anything. */
  rate(digit: number): boolean {
    const question = this.#asked();
    if (!question || digit > 3 || this.readonly) return false;
    this.sure(question.code, digit);
    return true;
  }

  /** Says how sure the reviewer is of an answer; said twice, it is taken back. */
  sure(code: string, confidence: number): void {
    this.act(code, { confidence: this.answer(code).confidence === confidence ? 0 : confidence });
  }

  /** Makes another question the current one. */
  move(step: number): void {
    this.current = codeAfter(this.questions, this.current, step);
  }

  /** Saves at once what waits to be saved. Says whether all is. */
  async save(): Promise<boolean> {
    clearTimeout(this.#saveTimer);
    return !this.#isUnsaved || (await this.#keep(this.sheet.saw_official));
  }

  /** Saves what waits, and how long the sheet was looked at. Says whether all that was answered is saved. */
  leave(): Promise<boolean> {
    return (leaving = this.#leave());
  }

  get #isUnsaved(): boolean {
    return this.saving === 'waiting' || this.saving === 'failed';
  }

  async #leave(): Promise<boolean> {
    clearTimeout(this.#judgeTimer);
    clearTimeout(this.#saveTimer);
    if (this.#isDone) return true;
    const isUnsaved = this.#isUnsaved;
    this.#isLeft = true;
    const looked = this.given.length > 0 && this.clock.seconds >= this.sheet.seconds + LOOK_SECONDS_MIN;
    if (!isUnsaved && !(looked && this.sheet.stage === 'answer')) return true;
    return (await this.#keep(this.sheet.saw_official)) || !isUnsaved;
  }

  /** Uncovers the officials' names. That they were seen is recorded first. */
  async unmask(): Promise<void> {
    if (await this.#keep(true)) await this.lookAgain();
  }

  /** Reads the item anew and keeps what was answered. */
  async lookAgain(): Promise<void> {
    try {
      this.sheet = await call('review_open', { id: this.sheet.id });
      this.failure = null;
      await this.#judge();
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  /** Begins to correct a locked review, while nobody else can read it. */
  correct(): void {
    this.isCorrecting = true;
    const { locked } = this.sheet;
    if (locked && locked.verdict !== this.judgement.verdict) {
      this.chosen = locked.verdict;
      this.reason = locked.override_reason;
    }
  }

  /** Leaves a locked review as it was, and gives up what was corrected. */
  uncorrect(): void {
    clearTimeout(this.#saveTimer);
    this.saving = 'untouched';
    const { id, saw_official } = this.sheet;
    void this.#write(() => call('review_save', { id, correcting: true, answers: [], verdict: '', override_reason: '', seconds: 0, saw_official })).catch((thrown: unknown) => {
      this.failure = asFailure(thrown);
    });
    this.isCorrecting = false;
    this.given = this.sheet.answers;
    this.judgement = this.sheet.judgement;
    this.chosen = null;
    this.reason = '';
    this.failure = null;
    this.isJudging = false;
    this.#turn += 1;
    this.#deeds.forget();
  }

  /** Locks the review. Returns the sheet as it is then, or nothing when it could not be locked. */
  async lock(): Promise<ReviewSheet | null> {
    if (this.isJudging || this.obstacles.length > 0) return null;
    clearTimeout(this.#saveTimer);
    // What is on its way to be kept arrives before the lock.
    await this.#writing.catch(() => undefined);
    // An override is a verdict other than the computed one; the reason of a withdrawn override stays here.
    const reason = this.verdict === this.judgement.verdict ? '' : this.reason.trim();
    const before = this.sheet.locked;
    try {
      const sheet = await call('review_lock', {
        id: this.sheet.id,
        answers: this.#sent(),
        verdict: this.verdict,
        override_reason: reason,
        subject: this.sheet.subject,
        rubric: this.sheet.rubric,
        seconds: this.clock.seconds + (before ? before.minutes * 60 : 0),
        // A locked sheet whose names are not covered has shown them.
        saw_official: this.sheet.saw_official || before?.blind_to_official === 'no' || (this.isCorrecting && this.sheet.masked === 0),
      });
      this.saving = 'untouched';
      this.failure = null;
      this.#isDone = true;
      return sheet;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      // What waited goes on waiting: the lock had stopped it.
      if (this.#isUnsaved) this.#wait();
      return null;
    }
  }

  async #keep(sawOfficial: boolean): Promise<boolean> {
    clearTimeout(this.#saveTimer);
    const saved = this.given;
    const [verdict, override_reason] = [this.chosen ?? '', this.reason];
    const kept = { id: this.sheet.id, correcting: this.isCorrecting, answers: this.#sent(), verdict, override_reason, seconds: this.clock.seconds, saw_official: sawOfficial };
    try {
      await this.#write(() => call('review_save', kept));
      if (saved === this.given && verdict === (this.chosen ?? '') && override_reason === this.reason && this.saving !== 'untouched') this.saving = 'saved';
      this.failure = null;
      return true;
    } catch (thrown) {
      this.saving = 'failed';
      this.failure = asFailure(thrown);
      // Once it is left nobody is there to try.
      if (!this.#isLeft && PASSING.includes(this.failure.code)) this.#saveTimer = setTimeout(() => void this.save(), AGAIN_AFTER_MS);
      return false;
    }
  }

  #write<T>(write: () => Promise<T>): Promise<T> {
    const written = this.#writing.catch(() => undefined).then(write);
    this.#writing = written;
    return written;
  }

  #asked(): Question | undefined {
    return this.questions.find(({ code }) => code === this.current);
  }

  // An adjudicator begins where the two reviewers contradict each other.
  #begin(): string {
    const { questions, outcome, round, stage } = this.sheet;
    const disputed = round === 'adjudication' && stage === 'answer' ? questions.filter(({ code }) => outcome?.disputes.includes(code)) : [];
    const open = disputed.find(({ code }) => this.answer(code).value === '');
    return open?.code ?? firstOpen(questions, this.answers);
  }

  // An answer of the register on which the reviewer only noted something is sent with its value.
  #sent(): Answer[] {
    return this.answers.filter(({ code }) => this.given.some((answer) => answer.code === code));
  }

  async #judge(): Promise<void> {
    const turn = this.#turn;
    try {
      const judgement = await call('review_judge', { answers: [...this.answers], rubric: this.sheet.rubric, verdict: this.chosen ?? '' });
      if (turn !== this.#turn || this.readonly) return;
      this.judgement = judgement;
      this.isJudging = false;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.failure = asFailure(thrown);
      if (!this.#isLeft && PASSING.includes(this.failure.code)) this.#judgeTimer = setTimeout(() => void this.#judge(), AGAIN_AFTER_MS);
    }
  }
}
