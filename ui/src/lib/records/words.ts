// How kinds of record, their fields, codes and findings are worded. The names are the core's; the words stand in the texts.
import type { FieldInfo, KindInfo, RecordView } from '../api/types';
import { formatDay, formatNumber, formatTime, pick, t, word } from '../i18n';
import { kinds } from './kinds.svelte';

const dashed = (name: string) => name.replaceAll('_', '-');

/** Words a message, or returns nothing where there is none. */
function said(id: string): string | undefined {
  const words = t(id);
  return words.startsWith('⟦') ? undefined : words;
}

/** Names a kind: one record, many, or the deed of making one. */
export const kindWord = (form: 'one' | 'many' | 'new', kind: string): string => t(`record-${form}-${dashed(kind)}`);

/** Names a field: of this kind where it has its own name there, as everywhere else otherwise. */
export const fieldWord = (kind: string, field: string): string => said(`field-${dashed(kind)}-${dashed(field)}`) ?? t(`field-${dashed(field)}`);

/** Says what the law or the method asks of a field, where it asks anything. */
export const helpWord = (kind: string, field: string): string | undefined => said(`help-${dashed(kind)}-${dashed(field)}`);

/** Words what the rules of the domain found. */
export const findingWord = (code: string): string => t(`finding-${dashed(code)}`);

// The list of messages that words the codes of a field, where it is not the list of yes and no.
const LISTS: Record<string, string> = {
  'authorities.kind': 'authority',
  'platforms.kind': 'platform',
  'actors.kind': 'actor-kind',
  'items.kind': 'kind',
  exemption: 'exemption',
  unit: 'audience',
  seat: 'seat',
  gender: 'gender',
  consent: 'consent',
  band: 'age',
  disciplines: 'discipline',
  discipline: 'discipline',
  first_view: 'view',
  second_view: 'view',
  'reviewers.languages': 'language',
  conclusion: 'conclusion',
  reasons_level: 'reasons',
  instrument: 'instrument',
  learned_how: 'learned',
  ground: 'ground',
  action: 'action',
  more_actions: 'action',
  demanded_action: 'action',
  document_seen: 'document',
  deadline_basis: 'term-basis',
  scope: 'scope',
  duration: 'duration',
  language: 'language',
  sensitivity: 'sensitivity',
  visibility: 'visibility',
  topics: 'topic',
  statement_mode: 'mode',
  outcome: 'outcome',
  platform_basis: 'platform-basis',
  platform_rules: 'platform-rules',
  'order_sources.list': 'source-list',
  appeal_result: 'appeal',
  reinstated_by: 'reinstated',
  channel: 'channel',
  filer_capacity: 'filer',
  decision: 'decision',
  signature: 'signature',
  how_known: 'complaint-known',
  made_by: 'translated',
  role: 'role',
  metric: 'metric',
  reliability: 'reliability',
  forum: 'forum',
  confidence: 'confidence',
  'exhibits.kind': 'exhibit-kind',
  copy_type: 'copy-type',
  acquisition: 'acquisition',
  released_to: 'release',
  'custody_events.action': 'custody',
};

/** Returns the list whose messages word the codes of a field. */
export const listOf = (kind: string, field: string): string => LISTS[`${kind}.${field}`] ?? LISTS[field] ?? 'tri';

/** Words a code of a field. */
export const codeWord = (kind: string, field: string, code: string): string => word(listOf(kind, field), code);

/** Words the code that says that nobody filled the field. */
export function unsetWord(kind: string, field: FieldInfo): string {
  if (field.unset === 'unknown') return t('record-not-known');
  if (field.unset === 'other') return t('record-other-or-not-known');
  return codeWord(kind, field.name, field.unset || 'unset');
}

/** Words what a field of a record holds; nothing where it holds nothing. */
export function valueWords(kind: string, field: FieldInfo, record: RecordView): string {
  const value = record.fields[field.name];
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? t('tri-yes') : '';
  if (typeof value === 'number') return formatNumber(value);
  if (Array.isArray(value)) return value.map((code) => codeWord(kind, field.name, code)).join(', ');
  if (typeof value === 'object') return formatTime(value);
  if (field.shape === 'code') return codeWord(kind, field.name, value);
  if (field.shape !== 'link' && field.shape !== 'about') return /^\d{4}-\d\d-\d\d$/u.test(value) ? formatDay(value) : value;
  const link = record.links[field.name];
  return (link && pick(link.label)) || t('record-nameless');
}

/** Says in one line what else a record holds beside its name: never what is sealed. */
export function summaryOf(kind: KindInfo, record: RecordView, but: string): string {
  const shown = kind.fields.filter((field) => !field.sealed && field.name !== but && !kind.title.includes(field.name) && !field.name.startsWith('name_') && field.shape !== 'long');
  return shown.flatMap((field) => {
    const words = valueWords(kind.name, field, record);
    return words === '' ? [] : [`${fieldWord(kind.name, field.name)}: ${words}`];
  }).slice(0, 4).join(' · ');
}

/** Names a record. Codes, numbers and moments of a name are worded here; hard content names nothing; what has no name of its own is named by its kind. */
export function nameOf(record: RecordView): string {
  const kind = kinds.named(record.kind);
  const titles = kind?.title.flatMap((title) => kind.fields.filter((field) => field.name === title)) ?? [];
  const told = isHard(record) ? titles.filter((field) => field.name !== 'text') : titles;
  const isWorded = told.length < titles.length || titles.some((field) => ['code', 'number', 'moment'].includes(field.shape));
  const worded = kind && isWorded ? told.map((field) => valueWords(record.kind, field, record)).filter(Boolean).join(' · ') : '';
  return worded || (isHard(record) ? '' : pick(record.label)) || record.reference || kindWord('one', record.kind);
}

/** Says whether the text of an item is shown only when somebody asks for it. */
export const isHard = (record: RecordView): boolean => record.kind === 'items' && (record.fields['sensitivity'] ?? 'normal') !== 'normal';
