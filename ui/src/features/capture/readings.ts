// What was read from a pasted text: the passage of a value, and how the values beyond the form are worded.
import type { MoreField, Reading } from '../../lib/api/types';
import { t } from '../../lib/i18n';
import { newForm, type CaptureForm } from './draft';
import { name } from './lists';

const AROUND = 40;
const PASSAGE_MAX = 200;

/** A passage with some of what stands around it. */
export interface Passage {
  before: string;
  passage: string;
  after: string;
}

/** Returns the passages of a field, at most three. */
export function passagesOf(text: string, readings: readonly Reading[], field: string): Passage[] {
  return readings
    .filter((reading) => reading.field === field)
    .slice(0, 3)
    .map(({ start, end }) => {
      const passage = flat(text.slice(start, end));
      return {
        before: (start > AROUND ? '…' : '') + flat(text.slice(Math.max(0, start - AROUND), start)),
        passage: passage.length > PASSAGE_MAX ? `${passage.slice(0, PASSAGE_MAX)}…` : passage,
        after: flat(text.slice(end, end + AROUND)) + (text.length > end + AROUND ? '…' : ''),
      };
    });
}

/** Says whether every reading of a field is certain. */
export function isCertain(readings: readonly Reading[], field: string): boolean {
  return readings.filter((reading) => reading.field === field).every((reading) => reading.confidence === 'certain');
}

/** Words the value of a field that the form does not hold yet. */
export function wordMore({ field, value }: MoreField): string {
  if (field === 'actions') return t(name('action', value));
  if (field === 'deadline_basis') return t(name('capture-value', value === 'immediate' ? 'other' : value));
  if (field === 'deadline_stated') return wordTerm(value);
  if (field === 'language') return t(value === 'other' ? 'capture-value-other-language' : name('capture-value', value));
  if (['secrecy_demanded', 'scope', 'duration'].includes(field)) return value === 'until' ? t('capture-value-until', { day: '…' }) : t(name('capture-value', value.toLowerCase()));
  return value;
}

function wordTerm(value: string): string {
  const counted = /^(h|d|wd)(\d+)$/.exec(value);
  if (counted) {
    const unit = { h: 'hours', d: 'days', wd: 'working-days' }[counted[1] ?? ''] ?? 'hours';
    return t(`capture-value-${unit}`, { count: Number(counted[2]) });
  }
  if (value.startsWith('date:')) return t('capture-value-until', { day: value.slice(5) });
  return t(name('capture-value', value));
}

/** Returns the form that a stub keeps: number, authority, times and platform; nothing of the material itself. */
export function stubOf(form: CaptureForm): CaptureForm {
  const { instrument, number, authority, platform, learned, learned_how, issued, received } = form;
  return { ...newForm(0), instrument, number, authority, platform, learned, learned_how, issued, received };
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
