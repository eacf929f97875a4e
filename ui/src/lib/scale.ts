// The scale of a question: which key chooses what, how a value is called, and what can hold together. Whatever asks by digits uses it.

/** What is asked: its values in the order of the digit keys, and whether several can hold. */
export interface Scale {
  scale: readonly string[];
  several: boolean;
}

/** The usual scale. */
export const USUAL: readonly string[] = ['Y', 'LY', 'LN', 'N', 'CT', 'NA'];

// Values beside which no other can hold.
const ALONE: readonly string[] = ['none', 'N', 'CT', 'NA'];

/** Returns the digit of a key by its place on the keyboard: the Kazakh layout has letters on the row of digits. */
export function digitOf(event: Pick<KeyboardEvent, 'code' | 'key'>): number | null {
  const place = /^(?:Digit|Numpad)([1-9])$/.exec(event.code) ?? /^([1-9])$/.exec(event.key);
  return place ? Number(place[1]) : null;
}

/** Returns the value that a digit chooses on the scale of a question. */
export function valueAt({ scale }: Pick<Scale, 'scale'>, digit: number): string | null {
  return scale[digit - 1] ?? null;
}

/** Returns the code of the question so many places further, at most the last. */
export function codeAfter(questions: readonly { code: string }[], code: string, step: number): string {
  const at = Math.max(0, questions.findIndex((question) => question.code === code));
  return questions[Math.min(questions.length - 1, Math.max(0, at + step))]?.code ?? code;
}

/** Returns the id of the message that names a value: where nothing can be shown, "N" says that there is none. */
export function valueName({ scale }: Pick<Scale, 'scale'>, value: string): string {
  return value === 'N' && !scale.includes('Y') ? 'scale-none' : `scale-${value.toLowerCase().replaceAll('_', '-')}`;
}

/** Returns the values that an answer joins. */
export function valuesOf(value: string): string[] {
  return value === '' ? [] : value.split('+');
}

/** Returns the answer after a value was chosen: alone, or where several can hold, put in or taken out in the order of the scale. */
export function chosenOf({ scale, several }: Scale, before: string, value: string): string {
  if (!several) return value;
  const chosen = valuesOf(before);
  if (chosen.includes(value)) return chosen.filter((other) => other !== value).join('+');
  if (ALONE.includes(value)) return value;
  return scale.filter((other) => other === value || (chosen.includes(other) && !ALONE.includes(other))).join('+');
}
