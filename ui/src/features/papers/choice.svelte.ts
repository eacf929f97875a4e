// What was last chosen of a paper. Who comes back to the screen finds it again; behind the door of the register it is forgotten.
import type { Lang } from '../../lib/api/types';
import type { Link } from '../../lib/records/draft';
import type { Count } from './sheets.svelte';

const NOTHING: Link = { id: '', words: '' };
/** Kinds that go to the United Nations. */
const ABROAD: readonly string[] = ['special_procedures', 'upr'];

class Choice {
  kind = $state('brief');
  subject = $state.raw<Link>(NOTHING);
  #lang = $state<Lang | null>(null);
  #abroad = $state<Lang | null>(null);
  // What was chosen for one kind is not chosen for another: nobody hands the press what was set for a court.
  audiences = $state.raw<Record<string, string>>({});
  formats = $state.raw<Record<string, string>>({});
  filter = $state('');
  count = $state<Count>('one');
  other = $state<Lang | null>(null);

  /** Until somebody picks another one, a paper speaks the language of the window, and one for the United Nations one that they read. */
  langOr(usual: Lang): Lang {
    return ABROAD.includes(this.kind) ? (this.#abroad ?? 'en') : (this.#lang ?? usual);
  }

  speak(next: Lang): void {
    if (ABROAD.includes(this.kind)) this.#abroad = next;
    else this.#lang = next;
  }

  /** Takes what somebody comes with: a kind, and the record that the paper is to be about. */
  take(given: Record<string, string>): void {
    if (given['kind']) this.kind = given['kind'];
    if (given['subject']) this.subject = { id: given['subject'], words: given['reference'] ?? '' };
  }

  forget(): void {
    this.kind = 'brief';
    this.subject = NOTHING;
    this.#lang = null;
    this.#abroad = null;
    this.audiences = {};
    this.formats = {};
    this.filter = '';
    this.count = 'one';
    this.other = null;
  }
}

export const choice = new Choice();
