// The columns that the orders table can have: what a cell shows, what is copied of it, and how it is edited.
import type { OrderRow, WireTime } from '../../lib/api/types';
import { formatDate, formatNumber, formatSecond, formatTime, pick, t, word } from '../../lib/i18n';
import { CODES, wordOf } from './codes';

export type Edit = 'code' | 'text' | 'note' | 'day';

export interface Column {
  id: string;
  /** Message of its header. */
  label: string;
  /** What the core sorts by, or nothing. */
  sort: string | null;
  /** Pixels, unless somebody drew it otherwise. */
  width: number;
  edit: Edit | null;
  isNumber?: boolean;
}

const column = (id: string, label: string, width: number, sort: string | null = id, edit: Edit | null = null): Column => ({ id, label, sort, width, edit });
const count = (id: string, label: string, width: number, sort: string | null = id): Column => ({ ...column(id, label, width, sort), isNumber: true });

/** Every column, in the order in which they are offered. */
export const COLUMNS: readonly Column[] = [
  column('reference', 'orders-column-reference', 176),
  column('number', 'orders-column-number', 114, 'number', 'text'),
  column('authority', 'orders-column-authority', 168),
  column('platform', 'orders-column-platform', 98),
  column('instrument', 'capture-instrument', 190, 'instrument', 'code'),
  { ...column('issued', 'orders-column-issued', 90, 'issued', 'day'), isNumber: true },
  { ...column('received', 'capture-received', 150), isNumber: true },
  { ...column('learned', 'capture-learned', 150), isNumber: true },
  column('learned_how', 'capture-learned-how', 170),
  column('deadline', 'orders-column-deadline', 164),
  { ...column('deadline_end', 'column-deadline-end', 160, 'received'), isNumber: true },
  count('items', 'orders-column-items', 92),
  column('outcomes', 'column-outcomes', 150, 'removed'),
  count('reviewed', 'orders-column-reviewed', 90),
  column('verdicts', 'column-verdicts', 220, null),
  column('ground', 'capture-ground', 200, 'ground', 'code'),
  column('action', 'capture-action', 170, 'action', 'code'),
  column('document_seen', 'capture-document-seen', 150, 'document_seen', 'code'),
  column('reasons_level', 'capture-reasons-level', 150, 'reasons_level', 'code'),
  column('provisions', 'capture-provisions', 220),
  column('names_items_by_url', 'capture-names-items-by-url', 150, 'names_items_by_url', 'code'),
  column('informs_of_appeal', 'capture-informs-of-appeal', 150, 'informs_of_appeal', 'code'),
  column('author_notified', 'capture-author-notified', 150, 'author_notified', 'code'),
  column('first_address', 'column-first-address', 260, null),
  column('note', 'capture-note', 260, null, 'note'),
  column('draft', 'column-draft', 90, 'draft', 'code'),
  column('origin', 'column-origin', 180),
  { ...column('recorded_at', 'column-recorded-at', 150, 'reference'), isNumber: true },
];

const BY_ID = new Map(COLUMNS.map((one) => [one.id, one]));

/** Columns that are shown before somebody chooses others: together as wide as a window of 1280 has room for. */
export const SHOWN_FIRST: readonly string[] = ['reference', 'number', 'authority', 'platform', 'issued', 'deadline', 'items', 'reviewed'];

/** What is sorted newest or largest first at the first press. */
export const DESCENDING_FIRST: readonly string[] = ['reference', 'issued', 'deadline', 'received', 'learned', 'items', 'removed', 'reviewed'];

export function columnOf(id: string): Column | undefined {
  return BY_ID.get(id);
}

// Below a thousand a number is written alike in the three languages, and the language's own way is slow for every cell.
const figure = (value: number) => (value < 1000 ? String(value) : formatNumber(value));
const outcomes = (row: OrderRow) => `${figure(row.removed)} / ${figure(row.known)}`;
const verdicts = (row: OrderRow) => row.verdicts.map(({ verdict, count: n }) => (n === 1 ? word('verdict', verdict) : `${word('verdict', verdict)} ${n}`)).join(', ');

/** Returns what a cell says; empty where there is nothing to say. */
export function shown(id: string, row: OrderRow): string {
  switch (id) {
    case 'authority':
      return pick(row.authority);
    case 'platform':
      return pick(row.platform);
    case 'issued':
      return formatDate(row.issued);
    case 'received':
      return formatTime(row.received);
    case 'learned':
      return formatTime(row.learned);
    case 'deadline':
      return t(`deadline-${row.deadline_state}`);
    case 'deadline_end':
      return row.deadline.earliest === null ? '' : formatTime(row.deadline);
    case 'items':
      return figure(row.items);
    case 'outcomes':
      return row.items === 0 ? '' : outcomes(row);
    case 'reviewed':
      return row.reviewed === 0 ? '' : figure(row.reviewed);
    case 'verdicts':
      return verdicts(row);
    case 'first_address':
      return row.first_locator;
    case 'recorded_at':
      return formatSecond(row.recorded_at);
    case 'draft':
      return row.draft ? word('tri', 'yes') : '';
    case 'learned_how':
      return wordOf(id, row.learned_how);
    default:
      return wordOf(id, plain(id, row));
  }
}

/** Returns what a cell would be set to to stay as it is. */
export function valueOf(id: string, row: OrderRow): string {
  if (id === 'issued') return isoOf(row.issued);
  if (id === 'draft') return row.draft ? 'yes' : 'no';
  return plain(id, row);
}

/** Returns the row with a cell set, as the core would answer. */
export function withValue(id: string, row: OrderRow, value: string): OrderRow {
  if (id === 'issued') return { ...row, issued: value === isoOf(row.issued) ? row.issued : dayOf(value, row.issued) };
  if (id === 'draft') return { ...row, draft: value === 'yes' };
  return id in CODES || id === 'number' || id === 'note' ? { ...row, [id]: value.trim() } : row;
}

export interface Copied {
  text: string;
  kind: 'text' | 'number' | 'date';
}

/** Returns what is copied of a cell: dates as ISO 8601, numbers bare. */
export function copied(id: string, row: OrderRow): Copied {
  const number = (value: number): Copied => ({ text: String(value), kind: 'number' });
  const date = (text: string): Copied => ({ text, kind: /^\d{4}-\d\d-\d\d/.test(text) ? 'date' : 'text' });
  switch (id) {
    case 'items':
      return number(row.items);
    case 'reviewed':
      return number(row.reviewed);
    case 'issued':
      return date(isoOf(row.issued));
    case 'received':
      return date(isoOf(row.received));
    case 'learned':
      return date(isoOf(row.learned));
    case 'deadline_end':
      return date(isoOf(row.deadline));
    case 'recorded_at':
      return date(isoSecond(row.recorded_at, 300));
    case 'draft':
      return { text: word('tri', row.draft ? 'yes' : 'no'), kind: 'text' };
    default:
      return { text: shown(id, row), kind: 'text' };
  }
}

function plain(id: string, row: OrderRow): string {
  const value = (row as unknown as Record<string, unknown>)[id];
  return typeof value === 'string' ? value : '';
}

const isoSecond = (second: number, offset: number) => new Date((second + offset * 60) * 1000).toISOString().slice(0, 16).replace('T', ' ');

/** Writes a moment by ISO 8601, as finely as it is known; two ends with a slash where it lies between two days. */
export function isoOf(time: WireTime): string {
  if (time.earliest === null || time.latest === null) return '';
  const from = isoSecond(time.earliest, time.offset_minutes);
  const to = isoSecond(time.latest, time.offset_minutes);
  if (time.precision === 'exact' || time.precision === 'minute') return from;
  if (time.precision === 'month' && from.slice(0, 7) === to.slice(0, 7)) return from.slice(0, 7);
  if (time.precision === 'year' && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4);
  return from.slice(0, 10) === to.slice(0, 10) ? from.slice(0, 10) : `${from.slice(0, 10)}/${to.slice(0, 10)}`;
}

function dayOf(value: string, before: WireTime): WireTime {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value.trim());
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value.trim());
  const parts = iso ? [iso[1], iso[2], iso[3]] : dotted ? [dotted[3], dotted[2], dotted[1]] : null;
  const unknown: WireTime = { earliest: null, latest: null, precision: 'unknown', offset_minutes: 300, basis: 'inferred' };
  if (!parts) return unknown;
  const offset = before.earliest === null ? 300 : before.offset_minutes;
  const start = Date.UTC(Number(parts[0]), Number(parts[1]) - 1, Number(parts[2])) / 1000 - offset * 60;
  return { earliest: start, latest: start + 86_399, precision: 'day', offset_minutes: offset, basis: before.earliest === null ? 'document' : before.basis };
}
