// The window's one door to the core. Nothing else in the window knows Tauri.
import { invoke } from '@tauri-apps/api/core';
import { emit, listen } from '@tauri-apps/api/event';
import { getCurrentWindow } from '@tauri-apps/api/window';
import type { Commands, Failure, Progress, Topic } from './types';

export type Name = keyof Commands;
export type Args<N extends Name> = Commands[N]['args'];
export type Reply<N extends Name> = Commands[N]['reply'];

/** A refusal of the core, thrown. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Runs a command. Throws a FailureError when the core refuses. */
export async function call<N extends Name>(name: N, args: Args<N>): Promise<Reply<N>> {
  try {
    const reply = await invoke<Reply<N>>('call', { name, args });
    for (const heard of hearers) heard(name, reply);
    return reply;
  } catch (thrown) {
    throw new FailureError(asFailure(thrown));
  }
}

const hearers: ((name: Name, reply: unknown) => void)[] = [];

/** Tells of every command that the core carried out. */
export function onDone(heard: (name: Name, reply: unknown) => void): void {
  hearers.push(heard);
}

/** Makes a failure out of whatever was thrown: what is not one of ours is an inside failure. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof FailureError) return thrown.failure;
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'params' in thrown) return thrown as Failure;
  return { code: 'internal', params: {} };
}

/** Calls back when one of these topics went stale. Returns how to stop. */
export function onChanged(topics: readonly Topic[], heard: () => void): () => void {
  return hear<Topic[]>('changed', (stale) => {
    if (topics.some((topic) => stale.includes(topic))) heard();
  });
}

/** Calls back while long work goes on. Returns how to stop. */
export function onProgress(heard: (progress: Progress) => void): () => void {
  return hear('progress', heard);
}

/** Calls back when a file was dropped onto the window; where it lies only the shell knows. Returns how to stop. */
export function onDropped(heard: () => void): () => void {
  return hear<null>('dropped', () => heard());
}

/** Calls back when somebody asks the window to close; from then on only the page does it. Returns how to stop. */
export function onClosing(asked: () => void): () => void {
  return hear<null>('closing', () => {
    void emit('closing-heard');
    asked();
  });
}

/** Calls back when the shell wants the register locked: nobody is there, or the machine goes to sleep. Returns how to stop. */
export function onLock(asked: () => void): () => void {
  return hear<null>('lock', () => asked());
}

/** Closes the window. */
export function closeWindow(): void {
  void getCurrentWindow().destroy();
}

function hear<T>(event: string, heard: (payload: T) => void): () => void {
  let live = true;
  const listening = listen<T>(event, ({ payload }) => {
    if (live) heard(payload);
  });
  return () => {
    live = false;
    void listening.then((stop) => stop());
  };
}
