// A reading of the core that follows its arguments and the core's own changes.
import { asFailure, call, onChanged, type Args, type Name, type Reply } from './call';
import type { Failure, Topic } from './types';

export type Loadable<T> = { status: 'loading' } | { status: 'ready'; value: T } | { status: 'failed'; failure: Failure };

/**
 * Reads what `ask` tells to read and keeps it fresh: when that changes, and when the core says that a topic did. A newer request has the word.
 * What is known before all of it is there may be shown early.
 */
export function following<A, T>(ask: () => A, read: (asked: A, show: (early: T) => void, isWanted: () => boolean) => Promise<T>, ...topics: Topic[]) {
  let turn = 0;
  let latest = $state.raw<Loadable<T>>({ status: 'loading' });

  async function load(asked: A) {
    const mine = ++turn;
    let next: Loadable<T>;
    try {
      next = {
        status: 'ready',
        value: await read(
          asked,
          (value) => {
            if (mine === turn) latest = { status: 'ready', value };
          },
          () => mine === turn,
        ),
      };
    } catch (thrown) {
      next = { status: 'failed', failure: asFailure(thrown) };
    }
    if (mine === turn) latest = next;
  }

  $effect(() => {
    void load(ask());
  });
  // What is under way when nobody looks any more has no word either.
  $effect(() => () => void turn++);
  $effect(() => onChanged(topics, () => void load(ask())));

  return {
    get current() {
      return latest;
    },
    reload: () => void load(ask()),
  };
}

/** Reads a command's reply and keeps it fresh. */
export function query<N extends Name>(name: N, args: () => Args<N>, ...topics: Topic[]) {
  return following<Args<N>, Reply<N>>(args, (asked) => call(name, asked), ...topics);
}
