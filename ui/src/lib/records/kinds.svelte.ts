// The kinds of record, read once: they are part of the app and no case data.
import { asFailure, call } from '../api/call';
import type { Loadable } from '../api/query.svelte';
import type { KindInfo } from '../api/types';

export type KindMap = ReadonlyMap<string, KindInfo>;

class KindsRead {
  #current = $state.raw<Loadable<KindMap>>({ status: 'loading' });
  #asked = false;

  get current(): Loadable<KindMap> {
    return this.#current;
  }

  /** Returns a kind, where it is known. */
  named(name: string): KindInfo | undefined {
    return this.#current.status === 'ready' ? this.#current.value.get(name) : undefined;
  }

  /** Reads the kinds unless they were read. */
  need(): void {
    if (!this.#asked) this.reload();
  }

  /** Reads them, whatever was known. */
  readonly reload = (): void => void this.#load();

  async #load() {
    this.#asked = true;
    try {
      const { kinds: all } = await call('kinds', {});
      this.#current = { status: 'ready', value: new Map(all.map((kind) => [kind.name, kind])) };
    } catch (thrown) {
      this.#asked = false;
      this.#current = { status: 'failed', failure: asFailure(thrown) };
    }
  }
}

export const kinds = new KindsRead();

/** Returns the kinds and fields by which other records link to one of this kind. What rests on facts is shown apart. */
export function linkingTo(all: KindMap, kind: string): { kind: KindInfo; by: string }[] {
  return [...all.values()].flatMap((other) => other.fields.filter((field) => field.shape === 'link' && field.kind === kind).map((field) => ({ kind: other, by: field.name })));
}
