// The form of a moment, and the interval of UTC seconds that it stands for. A day is 86,400 seconds, both ends inclusive; nothing is
// ever narrowed beyond what was typed.
import type { WireTime } from './api/types';

/** Kazakhstan as a whole keeps UTC+5 since 1 March 2024. */
export const OFFSET_DEFAULT = 300;

/** Offsets that can be chosen: today's, the eastern one of before, and those in which platforms and exports speak. */
export const OFFSETS = [300, 360, 180, 0] as const;

/** What a moment can rest on. */
export const BASES = ['document', 'platform_notice', 'observed', 'witness', 'press', 'inferred'] as const;

/** What a person typed: no date means unknown, no time means that only the day is known. */
export interface TimeForm {
  /** As DD.MM.YYYY or YYYY-MM-DD. */
  date: string;
  /** As HH:MM. */
  time: string;
  offset: number;
  basis: string;
  /** A moment that the form cannot show whole, such as a month or a second: kept until somebody edits date or time. */
  kept: WireTime | null;
}

/** Returns an empty form. */
export function emptyForm(basis = 'document'): TimeForm {
  return { date: '', time: '', offset: OFFSET_DEFAULT, basis, kept: null };
}

/** Returns the interval that the form states, or nothing when date or time cannot be read. */
export function timeOf(form: TimeForm): WireTime | null {
  if (form.kept) return { ...form.kept, basis: form.basis };
  const { offset } = form;
  if (form.date.trim() === '') {
    if (form.time.trim() !== '') return null;
    return { earliest: null, latest: null, precision: 'unknown', offset_minutes: offset, basis: form.basis };
  }
  const day = startOfDay(form.date, offset);
  if (day === null) return null;
  if (form.time.trim() === '') return span(form, 'day', day, 86_400);
  const minutes = minutesOf(form.time);
  return minutes === null ? null : span(form, 'minute', day + minutes * 60, 60);
}

/** Returns the form that shows a moment. */
export function formOf(moment: WireTime): TimeForm {
  const { earliest, offset_minutes: offset, basis } = moment;
  if (earliest === null) return { date: '', time: '', offset, basis, kept: null };
  const local = new Date((earliest + offset * 60) * 1000).toISOString();
  const fine = ['minute', 'exact'].includes(moment.precision);
  const whole = ['day', 'minute'].includes(moment.precision);
  const [year, month, day] = local.slice(0, 10).split('-');
  return { date: `${day}.${month}.${year}`, time: fine ? local.slice(11, 16) : '', offset, basis, kept: whole ? null : moment };
}

/** Returns the form of the minute in which a UTC second lies. */
export function formAt(second: number, basis: string): TimeForm {
  const start = Math.floor(second / 60) * 60;
  return formOf({ earliest: start, latest: start + 59, precision: 'minute', offset_minutes: OFFSET_DEFAULT, basis });
}

/** Writes an offset as UTC+05:00. */
export function offsetName(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (n: number) => String(n).padStart(2, '0');
  return `UTC${minutes < 0 ? '−' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function span(form: TimeForm, precision: string, start: number, seconds: number): WireTime {
  return { earliest: start, latest: start + seconds - 1, precision, offset_minutes: form.offset, basis: form.basis };
}

function startOfDay(date: string, offset: number): number | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(date.trim());
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(date.trim());
  const parts = iso ? [iso[1], iso[2], iso[3]] : dotted ? [dotted[3], dotted[2], dotted[1]] : null;
  if (!parts) return null;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const millis = Date.UTC(year, month - 1, day);
  const read = new Date(millis);
  // 31 February would roll over into March: such a date is refused instead.
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day || year < 1900 || year > 2199) return null;
  return millis / 1000 - offset * 60;
}

function minutesOf(time: string): number | null {
  const parts = /^(\d{1,2})[:.](\d{2})$/.exec(time.trim());
  if (!parts) return null;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2])];
  return hours > 23 || minutes > 59 ? null : hours * 60 + minutes;
}
