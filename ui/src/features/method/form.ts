// What an editor does to the form of a draft. Every function returns a new form; what it leaves behind that does not fit is told by
// the core as a fault, never mended in silence.
import type { MethodCondition, MethodForm, MethodQuestion, MethodRule, Trilingual } from '../../lib/api/types';
import { USUAL } from '../../lib/scale';

const EMPTY = (): Trilingual => ({ kk: '', ru: '', en: '' });

/** How an input stands in an alternative. */
export type State = 'met' | 'not_met' | 'any';

/** Returns the list with the element at a place moved by so many places, or as it was where it cannot move. */
export function moved<T>(list: readonly T[], place: number, step: number): T[] {
  const to = place + step;
  const next = [...list];
  const [element] = next.splice(place, 1);
  if (element === undefined || to < 0 || to >= list.length) return [...list];
  next.splice(to, 0, element);
  return next;
}

/** Returns the first free code of a part, as A17. */
export function freeCode(questions: readonly MethodQuestion[], part: string): string {
  const numbers = questions.map(({ code }) => new RegExp(`^${part}(\\d+)`).exec(code)?.[1]).filter((found) => found !== undefined);
  return `${part}${Math.max(0, ...numbers.map(Number)) + 1}`;
}

/** Returns the form with an empty question behind the others of its part, and its code. */
export function withQuestion(form: MethodForm, part: string): { form: MethodForm; code: string } {
  const code = freeCode(form.questions, part);
  const question: MethodQuestion = { code, part, scale: [...USUAL], several: false, text: EMPTY(), help: EMPTY(), example: EMPTY(), source: '', checked: false, gc35: '' };
  const last = form.questions.findLastIndex((other) => other.part === part);
  const place = last < 0 ? form.questions.length : last + 1;
  return { form: { ...form, questions: form.questions.toSpliced(place, 0, question) }, code };
}

/** Returns the form without a question, and without reading it: what still names it is a fault to be seen. */
export function withoutQuestion(form: MethodForm, code: string): MethodForm {
  return { ...form, questions: form.questions.filter((question) => question.code !== code), reads: form.reads.filter((reads) => reads.code !== code) };
}

/** Returns the form with a question made an input of the verdict, or no input any more. */
export function withInput(form: MethodForm, code: string, isInput: boolean): MethodForm {
  const others = form.inputs.filter((input) => input !== code);
  if (!isInput) return { ...form, inputs: others };
  const rank = (input: string) => form.questions.findIndex((question) => question.code === input || question.code.replace(/[a-z]$/, '') === input);
  return { ...form, inputs: [...others, code].sort((a, b) => rank(a) - rank(b)) };
}

/** Returns the form with an empty rule before the last one, which takes what is left. */
export function withRule(form: MethodForm): { form: MethodForm; id: string } {
  const taken = new Set(form.rules.map((rule) => rule.id));
  let number = 1;
  while (taken.has(`R${number}n`)) number++;
  const id = `R${number}n`;
  const rule: MethodRule = { id, verdict: 'cannot_tell', subtype: '', when: [[]], text: EMPTY() };
  return { form: { ...form, rules: form.rules.toSpliced(Math.max(0, form.rules.length - 1), 0, rule) }, id };
}

/** Returns how an input stands in an alternative. */
export function stateOf(alternative: readonly MethodCondition[], code: string): State {
  const found = alternative.find((one) => one.code === code);
  return found ? (found.met ? 'met' : 'not_met') : 'any';
}

/** Returns the alternative with an input standing otherwise, in the order of the inputs. */
export function withState(alternative: readonly MethodCondition[], code: string, state: State, inputs: readonly string[]): MethodCondition[] {
  const others = alternative.filter((one) => one.code !== code);
  if (state === 'any') return others;
  const rank = (input: string) => (inputs.includes(input) ? inputs.indexOf(input) : inputs.length);
  return [...others, { code, met: state === 'met' }].sort((a, b) => rank(a.code) - rank(b.code));
}

/** Returns the inputs that a rule can name: those of the form, and what it names although it is none. */
export function inputsOf(form: MethodForm, rule: MethodRule): string[] {
  return [...new Set([...form.inputs, ...rule.when.flat().map(({ code }) => code)])];
}

/** Returns the scales that questions of a form have, the usual one first. */
export function scalesOf(form: MethodForm): string[][] {
  const seen = new Map([USUAL, ...form.questions.map(({ scale }) => scale)].map((scale) => [scale.join(' '), [...scale]]));
  return [...seen.values()];
}

/** Returns the subtypes that a rule can give: those that an answer names, then those that rules give already. */
export function subtypesOf(form: MethodForm): string[] {
  return [...new Set(['', ...form.subtypes.map(({ code }) => code), ...form.rules.map(({ subtype }) => subtype)])];
}
