// What this person changed in this session, to be undone and done again. The ledger keeps every step: an undo is an entry of its own.
import { call, onDone, type Name } from './api/call';
import { messageOf } from './failures';
import { asFailure } from './api/call';
import { t, word } from './i18n';
import { status } from './status.svelte';

const CHANGES: readonly Name[] = ['order_add', 'order_amend', 'order_set', 'outcome_set', 'complaint_add', 'measure_add', 'bulk_run', 'record_save'];

class Undo {
  // Groups of entries, oldest first: one act may have written several.
  #done: number[][] = [];
  #undone: number[][] = [];
  #busy = false;

  /** Hears of what was done. */
  did(seqs: number[]): void {
    const written = seqs.filter((seq) => seq > 0);
    if (written.length === 0) return;
    this.#done.push(written);
    this.#undone = [];
  }

  forget(): void {
    this.#done = [];
    this.#undone = [];
  }

  /** Undoes the last change of the session. */
  undo(): Promise<void> {
    return this.#turn(this.#done, this.#undone, 'undo');
  }

  /** Does again what was undone last. */
  redo(): Promise<void> {
    return this.#turn(this.#undone, this.#done, 'redo');
  }

  /** Undoes one entry of the ledger, whoever made it. Throws what the core refuses. */
  async entry(seq: number): Promise<void> {
    const undone = await call('entry_undo', { seq });
    this.did([undone.seq]);
    status.say(t('undo-done', { what: word('event', undone.kind), reference: undone.reference, seq: undone.seq }));
  }

  async #turn(from: number[][], to: number[][], act: 'undo' | 'redo'): Promise<void> {
    if (this.#busy) return;
    const group = from.pop();
    if (!group) return status.say(t(`${act}-nothing`));
    this.#busy = true;
    const turned: number[] = [];
    try {
      for (const seq of [...group].reverse()) {
        const undone = await call('entry_undo', { seq });
        turned.push(undone.seq);
        status.say(t(`${act}-done`, { what: word('event', undone.kind), reference: undone.reference, seq: undone.seq }));
      }
    } catch (thrown) {
      // What cannot be undone is told once and then left: the next press speaks of the change before it.
      status.say(messageOf(asFailure(thrown)));
    } finally {
      if (turned.length > 0) to.push(turned);
      this.#busy = false;
    }
  }
}

export const undo = new Undo();

onDone((name, reply) => {
  if (!CHANGES.includes(name) || typeof reply !== 'object' || reply === null) return;
  if ('seqs' in reply && Array.isArray(reply.seqs)) undo.did(reply.seqs as number[]);
  else if ('seq' in reply && typeof reply.seq === 'number') undo.did([reply.seq]);
});

/** Says whether a key press asks to undo or to do again; in a field it belongs to the field. */
export function undoKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (event.code !== 'KeyZ' || !(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const field = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]');
  return field ? null : event.shiftKey ? 'redo' : 'undo';
}
