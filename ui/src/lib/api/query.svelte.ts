// A reading of the core that follows its arguments and the core's own changes.
import { asFailure, call, onChanged, type Args, type Name, type Reply } from './call';
import type { Failure, Topic } from './types';

export type Loadable<T> = { status: 'loading' } | { status: 'ready'; value: T } | { status: 'failed'; failure: Failure };

/** Reads a command's reply and keeps it fresh. A newer request has the word. */
export function query<N extends Name>(name: N, args: () => Args<N>, ...topics: Topic[]) {
  let turn = 0;
  let latest = $state.raw<Loadable<Reply<N>>>({ status: 'loading' });

  async function load(asked: Args<N>) {
    const mine = ++turn;
    let next: Loadable<Reply<N>>;
    try {
      next = { status: 'ready', value: await call(name, asked) };
    } catch (thrown) {
      next = { status: 'failed', failure: asFailure(thrown) };
    }
    if (mine === turn) latest = next;
  }

  $effect(() => {
    void load(args());
  });
  $effect(() => onChanged(topics, () => void load(args())));

  return {
    get current() {
      return latest;
    },
    reload: () => void load(args()),
  };
}
