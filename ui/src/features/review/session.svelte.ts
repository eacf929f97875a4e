// One review while it is open: answers, what the rules make of them, and their saving. Everything is drawn from `sheet` and `answers`.
import { call } from '../../lib/api/call';
import type { Answer, Failure, Judgement, LockedReview, Question, ReviewSheet } from '../../lib/api/types';
import { asFailure } from '../../lib/api/call';
import { answerTo, asks, codeAfter, firstOpen, obstacles, toggled, valueAt, withAnswer, withProposed } from './answers';

const JUDGE_AFTER_MS = 60;
const SAVE_AFTER_MS = 600;

export type Saving = 'untouched' | 'waiting' | 'saved' | 'failed';

/** An open or locked review of one order item. */
export class ReviewSession {
  /** What the reviewer answered; the register's own answers are not among them. */
  given = $state.raw<readonly Answer[]>([]);
  judgement = $state.raw<Judgement>() as Judgement;
  /** The judgement is not yet that of these answers; nothing may be locked on it. */
  isJudging = $state(false);
  locked = $state.raw<LockedReview | null>(null);
  current = $state('');
  /** The verdict a person chose; nothing while the computed one stands. */
  chosen = $state<string | null>(null);
  reason = $state('');
  saving = $state<Saving>('untouched');
  failure = $state.raw<Failure | null>(null);

  readonly sheet: ReviewSheet;
  readonly answers = $derived(this.locked ? this.given : withProposed(this.given, this.#proposed));
  readonly verdict = $derived(this.chosen ?? this.judgement.verdict);
  readonly obstacles = $derived(obstacles(this.questions, this.judgement, this.answers, this.verdict, this.reason));

  #judgeTimer: ReturnType<typeof setTimeout> | undefined;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(sheet: ReviewSheet) {
    this.sheet = sheet;
    this.locked = sheet.locked;
    this.judgement = sheet.judgement;
    this.given = sheet.answers;
    this.current = firstOpen(sheet.questions, this.answers);
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
    return !this.locked && !this.judgement.settled && this.judgement.deciding.some((code) => asks(question, code));
  }

  /** Chooses a value; where several can hold, puts it in or takes it out. */
  pick(question: Question, value: string): void {
    const answer = this.answer(question.code);
    this.change(question.code, { value: question.several ? toggled(question, answer, value) : value });
  }

  /** Changes an answer; judging and saving follow by themselves. */
  change(code: string, change: Partial<Omit<Answer, 'code'>>): void {
    if (this.locked) return;
    this.given = withAnswer(this.given, code, change);
    this.isJudging = true;
    this.#turn += 1;
    clearTimeout(this.#judgeTimer);
    this.#judgeTimer = setTimeout(() => void this.#judge(), JUDGE_AFTER_MS);
    this.saving = 'waiting';
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => void this.save(), SAVE_AFTER_MS);
  }

  /** Chooses the value under a digit for the current question. Says whether the digit meant anything. */
  choose(digit: number): boolean {
    const question = this.questions.find(({ code }) => code === this.current);
    const value = question && valueAt(question, digit);
    if (!question || !value || this.locked) return false;
    this.pick(question, value);
    return true;
  }

  /** Makes another question the current one. */
  move(step: number): void {
    this.current = codeAfter(this.questions, this.current, step);
  }

  /** Saves at once what waits to be saved. */
  async save(): Promise<void> {
    clearTimeout(this.#saveTimer);
    if (this.saving !== 'waiting' || this.locked) return;
    const saved = this.given;
    try {
      await call('review_save', { id: this.sheet.id, answers: this.#sent() });
      if (saved === this.given) this.saving = 'saved';
      this.failure = null;
    } catch (thrown) {
      this.saving = 'failed';
      this.failure = asFailure(thrown);
    }
  }

  /** Locks the review for good. */
  async lock(): Promise<void> {
    if (this.isJudging || this.obstacles.length > 0) return;
    clearTimeout(this.#saveTimer);
    // An override is a verdict other than the computed one; the reason of a withdrawn override stays here.
    const reason = this.verdict === this.judgement.verdict ? '' : this.reason.trim();
    try {
      const sheet = await call('review_lock', {
        id: this.sheet.id,
        answers: this.#sent(),
        verdict: this.verdict,
        override_reason: reason,
      });
      this.locked = sheet.locked;
      this.given = sheet.answers;
      this.judgement = sheet.judgement;
      this.saving = 'untouched';
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  // An answer of the register on which the reviewer only noted something is sent with its value.
  #sent(): Answer[] {
    return this.answers.filter(({ code }) => this.given.some((answer) => answer.code === code));
  }

  get #proposed(): readonly Answer[] {
    return this.sheet.proposed;
  }

  async #judge(): Promise<void> {
    const turn = this.#turn;
    try {
      const judgement = await call('review_judge', { answers: [...this.answers] });
      if (turn !== this.#turn || this.locked) return;
      this.judgement = judgement;
      this.isJudging = false;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asFailure(thrown);
    }
  }
}
