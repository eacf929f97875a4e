// How papers, what is found in them, and what a file is beside them are worded.
import type { PaperLeak, PaperVerified } from '../../lib/api/types';
import { known, t } from '../../lib/i18n';
import { fieldWord, kindWord } from '../../lib/records/words';

const dashed = (code: string) => code.replaceAll('_', '-');

/** Names a kind of paper; one that nobody worded by its code. */
export const kindName = (kind: string): string => known(`paper-kind-${dashed(kind)}`, kind);

/** Says in one line what a kind of paper is. */
export const kindAbout = (kind: string): string => known(`paper-kind-${dashed(kind)}-about`, '');

/** Names those a paper is for; papers sealed before they were told apart are for nobody in particular. */
export const audienceName = (audience: string): string => (audience === '' ? t('paper-audience-none') : known(`paper-audience-${audience}`, audience));

/** Says in one line what they see. */
export const audienceAbout = (audience: string): string => known(`paper-audience-${audience}-about`, '');

/** Names a form of file. */
export const formatName = (format: string): string => known(`paper-format-${format}`, format.toUpperCase());

/** Labels a text that a person writes. */
export const textLabel = (name: string): string => known(`paper-text-${dashed(name)}`, name);

/** Says what a text is for, where that needs saying. */
export const textHint = (name: string): string => known(`paper-text-${dashed(name)}-hint`, '');

/** Says why a paper cannot be sealed yet, and what to do. */
export function refusal(code: string): string {
  const other = t('refused-other');
  const own = known(`refused-${dashed(code)}`, other);
  // The failure of the same name may speak of values that nobody knows before it happens: it is asked last.
  return own === other ? known(`failure-${dashed(code)}`, other) : own;
}

/** Says in which way a sealed value was found. */
export const howFound = (how: string): string => known(`leak-how-${how}`, how);

/** Says what a file is beside a sealed paper. */
export function verdictOf(paper: string, file: PaperVerified): string {
  if (file.same) return t('paper-verify-same', { file: file.name, paper });
  if (file.other !== '') return t('paper-verify-other', { file: file.name, paper, other: file.other });
  return t('paper-verify-different', { file: file.name, paper });
}

// A record and its fields are named as everywhere; what is no record, as the computer itself, has words of its own.
const nameIn = (id: string, words: string, code: string): string => known(id, words.startsWith('⟦') ? code : words);

/** Names the field that holds a sealed value. */
export const leakField = ({ kind, field }: PaperLeak): string => nameIn(`leak-${dashed(kind)}-${dashed(field)}`, fieldWord(kind, field), field);

/** Names the record that holds a sealed value. */
export const leakRecord = ({ kind, label }: PaperLeak): string => label || nameIn(`leak-${dashed(kind)}`, kindWord('one', kind), kind);

/** Parts of an excerpt: what was found stands between ⟦ and ⟧. */
export const excerpt = (shown: string): { text: string; isFound: boolean }[] =>
  shown.split(/(⟦[^⟧]*⟧)/u).flatMap((text) => {
    const isFound = text.startsWith('⟦') && text.endsWith('⟧');
    return text === '' ? [] : [{ text: isFound ? text.slice(1, -1) : text, isFound }];
  });
