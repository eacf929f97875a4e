// What somebody typed into the form of a record, and what of it goes to the core.
import type { FieldInfo, FieldValue, KindInfo, LinkLabel, RecordView } from '../api/types';
import { pick } from '../i18n';
import { emptyForm, formOf, timeOf, type TimeForm } from '../time';

/** A link as typed: the record chosen, or words that may be a reference. */
export interface Link {
  id: string;
  words: string;
}

/** The form, by the shape of the fields. */
export interface Draft {
  text: Record<string, string>;
  codes: Record<string, string[]>;
  times: Record<string, TimeForm>;
  marks: Record<string, boolean>;
  links: Record<string, Link>;
}

/** What a new record holds before anybody typed. */
export type Prefill = Record<string, LinkLabel | string>;

/** Returns the form that shows a record, or an empty one with what is given beforehand. */
export function draftOf(kind: KindInfo, record: RecordView | null, prefill: Prefill = {}): Draft {
  const draft: Draft = { text: {}, codes: {}, times: {}, marks: {}, links: {} };
  for (const field of kind.fields) {
    const { name } = field;
    const given = prefill[name];
    const value: FieldValue | undefined = record ? record.fields[name] : typeof given === 'string' ? given : undefined;
    if (field.shape === 'codes') draft.codes[name] = Array.isArray(value) ? [...value] : [];
    else if (field.shape === 'moment') draft.times[name] = typeof value === 'object' && !Array.isArray(value) ? formOf(value) : emptyForm();
    else if (field.shape === 'mark') draft.marks[name] = value === true;
    else if (field.shape === 'link' || field.shape === 'about') draft.links[name] = linkOf(value, record ? record.links[name] : typeof given === 'object' ? given : undefined);
    else draft.text[name] = typeof value === 'string' || typeof value === 'number' ? String(value) : field.unset;
  }
  return draft;
}

function linkOf(value: FieldValue | undefined, label: LinkLabel | undefined): Link {
  if (label) return { id: label.id, words: pick(label.label) || label.id };
  return typeof value === 'string' ? { id: value, words: value } : { id: '', words: '' };
}

/** Returns what a field of the form holds; null for nothing, and nothing at all where it cannot be read. */
export function valueOf(field: FieldInfo, draft: Draft): FieldValue | null | undefined {
  const { name } = field;
  switch (field.shape) {
    case 'codes':
      return draft.codes[name]?.length ? field.values.filter((code) => draft.codes[name]?.includes(code)) : null;
    case 'mark':
      return draft.marks[name] ? true : null;
    case 'moment': {
      const time = timeOf(draft.times[name] ?? emptyForm());
      return time === null ? undefined : time.earliest === null ? null : time;
    }
    case 'link':
    case 'about':
      return draft.links[name]?.id || draft.links[name]?.words.trim() || null;
    case 'number':
      return numberOf(draft.text[name] ?? '');
    case 'code':
      return (draft.text[name] ?? field.unset) === field.unset ? null : (draft.text[name] ?? null);
    default:
      return draft.text[name]?.trim() || null;
  }
}

function numberOf(typed: string): number | null | undefined {
  const digits = typed.replace(/\s/g, '');
  if (digits === '') return null;
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

/** Of child sexual material nothing is kept that says where it is or what it shows: with the mark these fields are emptied. */
export const STUB_KEEPS_NOT: readonly string[] = ['locator', 'text', 'topic', 'topics', 'author'];

/** Returns the fields that changed, with what they hold now. */
export function changesOf(fields: readonly FieldInfo[], draft: Draft, before: Draft | null): Record<string, FieldValue | null> {
  const changes: Record<string, FieldValue | null> = {};
  const isStub = draft.marks['stub'] === true;
  for (const field of fields) {
    const emptied = isStub && STUB_KEEPS_NOT.includes(field.name);
    const now = emptied ? null : valueOf(field, draft);
    if (now === undefined) continue;
    const then = before ? valueOf(field, before) : null;
    if (JSON.stringify(now) !== JSON.stringify(then)) changes[field.name] = now;
  }
  return changes;
}
