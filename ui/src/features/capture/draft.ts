// What the capture form holds, what it still lacks, and how a recognised letter flows into it.
import type { OrderDraft } from '../../lib/api/types';
import { emptyForm, formAt, formOf, timeOf, type TimeForm } from './time';

/** The form: as the order, but with times as they are typed and addresses as one text. */
export interface CaptureForm extends Omit<OrderDraft, 'learned' | 'issued' | 'received' | 'locators' | 'draft'> {
  learned: TimeForm;
  issued: TimeForm;
  received: TimeForm;
  locators: string;
}

export type CaptureField = keyof CaptureForm;

/** Returns a form in which nothing is known but that we learned of it now. */
export function newForm(nowSeconds: number): CaptureForm {
  return {
    instrument: 'unknown',
    number: '',
    authority: '',
    platform: '',
    learned: formAt(nowSeconds, 'observed'),
    learned_how: 'unknown',
    issued: emptyForm(),
    received: emptyForm('platform_notice'),
    provisions: '',
    ground: 'not_stated',
    action: 'not_stated',
    document_seen: 'unknown',
    names_items_by_url: 'unknown',
    informs_of_appeal: 'unknown',
    author_notified: 'unknown',
    reasons_level: 'unknown',
    locators: '',
    text: '',
    note: '',
  };
}

/** Returns the form that shows an order. */
export function captureFormOf(order: OrderDraft): CaptureForm {
  return {
    ...order,
    learned: formOf(order.learned),
    issued: formOf(order.issued),
    received: formOf(order.received),
    locators: order.locators.join('\n'),
  };
}

/** Returns the order that the form states, or the times that cannot be read. */
export function orderOf(form: CaptureForm): { order: OrderDraft } | { unreadable: CaptureField[] } {
  const { learned, issued, received } = { learned: timeOf(form.learned), issued: timeOf(form.issued), received: timeOf(form.received) };
  if (!learned || !issued || !received) {
    const times = { learned, issued, received };
    return { unreadable: (['learned', 'issued', 'received'] as const).filter((field) => !times[field]) };
  }
  const draft = lacking(form).length > 0;
  return { order: { ...form, learned, issued, received, locators: addresses(form.locators), draft } };
}

/** Names what an order needs before it is more than a draft: an issuer, a number or a date, and something it is about. */
export function lacking(form: CaptureForm): ('authority' | 'number' | 'items')[] {
  const lacks: ('authority' | 'number' | 'items')[] = [];
  if (form.authority.trim() === '') lacks.push('authority');
  if (form.number.trim() === '' && form.issued.date.trim() === '') lacks.push('number');
  if (addresses(form.locators).length === 0 && form.text.trim() === '') lacks.push('items');
  return lacks;
}

/** Fills the form with recognised fields, but never over what a person typed. Returns the fields that were filled. */
export function fill(form: CaptureForm, order: OrderDraft, recognised: readonly string[], typed: ReadonlySet<string>): CaptureField[] {
  const found = captureFormOf(order);
  const filled = (Object.keys(form) as CaptureField[]).filter((field) => recognised.includes(field) && !typed.has(field));
  for (const field of filled) copy(form, found, field);
  return filled;
}

/** Splits the field of addresses: one a line, none twice. */
export function addresses(text: string): string[] {
  return [...new Set(text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== ''))];
}

function copy<F extends CaptureField>(to: CaptureForm, from: CaptureForm, field: F): void {
  to[field] = from[field];
}
