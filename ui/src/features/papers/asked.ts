// What is asked of the core: a paper, made of what was chosen and of what its kind allows.
import type { Lang, PaperAsk, PaperForm } from '../../lib/api/types';
import { LANGUAGES } from '../../lib/languages';

/** What the texts of a paper belong to. */
export interface Place {
  kind: string;
  /** The record that it is about, or empty. */
  subject: string;
  lang: Lang;
}

/** A form with the place that it was read for: until another one is there, everything goes by this one. */
export interface Shown extends Place {
  form: PaperForm;
}

/** What a person chose beside kind, language and subject. */
export interface Chosen {
  audience: string | undefined;
  format: string | undefined;
  filter: string;
}

/** Returns what is chosen among a kind's own; the usual one where nobody chose, or chose what another kind allows. */
export const allowed = (list: readonly string[], chosen: string | undefined): string => (chosen !== undefined && list.includes(chosen) ? chosen : (list[0] ?? ''));

/** Returns the ask for a paper. */
export function askOf({ kind, lang, subject, form }: Shown, chosen: Chosen): PaperAsk {
  return {
    kind,
    lang,
    audience: allowed(form.audiences, chosen.audience),
    filter: form.filtered ? chosen.filter.trim() : '',
    subject: form.subject_kind === '' ? '' : subject,
    format: allowed(form.formats, chosen.format),
  };
}

/** Returns a language with those beside it: the one that was chosen for it first, the others in the order in which they are offered. */
export function besideOf(lang: Lang, count: number, other: Lang | null): Lang[] {
  const offered = LANGUAGES.map(({ code }) => code);
  return [...new Set([lang, other ?? lang, ...offered])].slice(0, count);
}
