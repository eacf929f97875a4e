// What an editor does to the form of a draft. Every function returns a new form; what it leaves behind that does not fit is told by
// the core as a fault, never mended in silence.
import type { MethodCondition, MethodForm, MethodNamed, MethodQuestion, MethodReads, MethodRule, Trilingual } from '../../lib/api/types';
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
  return { ...form, inputs: isInput ? inOrder(form, [...others, code]) : others };
}

// Inputs stand as the sheet asks; one that joins questions stands where the first of them does.
function inOrder(form: MethodForm, inputs: readonly string[]): string[] {
  const place = (code: string) => form.questions.findIndex((question) => question.code === code);
  const rank = (input: string) => {
    const joined = form.reads.find(({ code }) => code === input)?.all_of ?? [];
    return Math.min(form.questions.length, ...[input, ...joined].map(place).filter((found) => found >= 0));
  };
  return [...inputs].sort((a, b) => rank(a) - rank(b));
}

/** Returns what can be made an input, in the order of inputs: questions about what was seen and about the content, and what joins them. */
export function inputChoices(form: MethodForm): string[] {
  const asked = form.questions.filter(({ part }) => part === 'G' || part === 'A');
  return inOrder(form, [...new Set([...asked, ...joinsOf(form)].map(({ code }) => code))]);
}

/** Returns the inputs that join several questions; one that joins nothing yet is among them. */
export function joinsOf(form: MethodForm): MethodReads[] {
  return form.reads.filter((reads) => reads.all_of.length > 0 || !form.questions.some(({ code }) => code === reads.code));
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

/** What a value of a scale says of its question. */
export type Said = 'met' | 'not_met' | 'open';

/** Returns how answers to a question are read where it is not read as usual. */
export function readingOf(form: MethodForm, code: string): MethodReads | undefined {
  return form.reads.find((reads) => reads.code === code && reads.all_of.length === 0);
}

/** Returns the usual reading as far as a scale has its values, to be changed for one question. */
export function usualOn(form: MethodForm, code: string, scale: readonly string[]): MethodReads {
  const here = (values: readonly string[]) => values.filter((value) => scale.includes(value));
  const { met, not_met, grounded } = form.standard;
  return { code, met: here(met), not_met: here(not_met), all_of: [], grounded: here(grounded) };
}

/** Returns the form with another reading of a code, or with none of its own. */
export function withReading(form: MethodForm, code: string, reading: MethodReads | null): MethodForm {
  const known = form.reads.some((reads) => reads.code === code);
  if (reading === null) return { ...form, reads: form.reads.filter((reads) => reads.code !== code) };
  return { ...form, reads: known ? form.reads.map((reads) => (reads.code === code ? reading : reads)) : [...form.reads, reading] };
}

/** Returns what a value says. */
export const saidBy = (reads: MethodReads, value: string): Said => (reads.met.includes(value) ? 'met' : reads.not_met.includes(value) ? 'not_met' : 'open');

/** Returns a list with a code in it or not, in the order of all. */
export function toggled(list: readonly string[], code: string, isIn: boolean, all: readonly string[]): string[] {
  const rank = (one: string) => (all.includes(one) ? all.indexOf(one) : all.length);
  const others = list.filter((one) => one !== code);
  return isIn ? [...others, code].sort((a, b) => rank(a) - rank(b)) : others;
}

/** Returns a reading in which a value says something else. */
export function withSaid(reads: MethodReads, value: string, said: Said, scale: readonly string[]): MethodReads {
  return { ...reads, met: toggled(reads.met, value, said === 'met', scale), not_met: toggled(reads.not_met, value, said === 'not_met', scale) };
}

/** Returns the first name that nothing has, as J2 after J1. */
export function freeName(taken: readonly string[], stem: string): string {
  let number = 1;
  while (taken.includes(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}

/** Returns the form with an input that joins others, to be filled, and its code. */
export function withJoin(form: MethodForm): { form: MethodForm; code: string } {
  // What still names a removed one would take the new one for it.
  const named = [...form.inputs, ...form.findings.derived_all_of, ...form.rules.flatMap(({ when }) => when.flat().map((one) => one.code))];
  const code = freeName([...form.questions.map((question) => question.code), ...form.reads.map((reads) => reads.code), ...named], 'J');
  const first = form.questions.find(({ part }) => part === 'A')?.code;
  const join: MethodReads = { code, met: [], not_met: [], all_of: first === undefined ? [] : [first], grounded: [] };
  return { form: { ...form, reads: [...form.reads, join] }, code };
}

/** Returns the form with a subtype that an answer names, to be filled, and its code. */
export function withSubtype(form: MethodForm): { form: MethodForm; code: string } {
  const code = freeName(subtypesOf(form), 'by_answer');
  return { form: { ...form, subtypes: [...form.subtypes, { code, of: form.questions[0]?.code ?? '', met: '', not_met: '', open: '' }] }, code };
}

/** Returns the form with another code for a subtype, in the rules as well; nothing where the code is empty or means something else already. */
export function withSubtypeCode(form: MethodForm, at: number, code: string): MethodForm | null {
  const before = form.subtypes[at]?.code;
  if (before === code) return form;
  if (before === undefined || subtypesOf(form).includes(code)) return null;
  return {
    ...form,
    subtypes: form.subtypes.map((one, place) => (place === at ? { ...one, code } : one)),
    rules: form.rules.map((rule) => (rule.subtype === before ? { ...rule, subtype: code } : rule)),
  };
}

/** Returns the form with an element of arbitrariness, to be worded, and its code. */
export function withElement(form: MethodForm): { form: MethodForm; code: string } {
  const code = freeName([...form.elements.map((element) => element.code), ...form.questions.map(({ gc35 }) => gc35)], 'element');
  return { form: { ...form, elements: [...form.elements, { code, text: EMPTY(), help: EMPTY(), source: '', checked: false }] }, code };
}

/** Returns a list of named things with one of them changed. */
export function withNamed(list: readonly MethodNamed[], code: string, change: Partial<MethodNamed>): MethodNamed[] {
  return list.map((one) => (one.code === code ? { ...one, ...change } : one));
}

// What the core holds a number in.
const NUMBER_MAX = 0xffff_ffff;

/** Returns the whole number that was typed, or 0: whether it fits is the check's to say. */
export const wholeOf = (text: string): number => Math.min(NUMBER_MAX, Math.max(0, Math.trunc(Number(text)) || 0));

/** Returns codes with the chosen one among them: what is chosen and no longer there stays to be seen. */
export const withChosen = (codes: readonly string[], chosen: string): string[] => [...new Set([...codes, chosen])];

/** Parts of the editor. */
export type EditorTab = 'questions' | 'rules' | 'findings' | 'words';

const OF_RULES: readonly string[] = ['reads', 'standard', 'inputs'];
const OF_FINDINGS: readonly string[] = ['findings', 'derived', 'elements', 'arbitrary_codes', 'arbitrary_verdicts', 'arbitrary_elements', 'defective_verdicts', 'unlawful_on_its_face', 'arbitrary', 'defective_procedure', 'no_defect_found', 'not_assessable'];

/** Returns the part of the editor in which something is changed, by its code; nothing where nothing has it. */
export function tabOf(form: MethodForm, code: string): EditorTab | null {
  const has = (list: readonly { code: string }[]) => list.some((one) => one.code === code);
  if (form.rules.some(({ id }) => id === code)) return 'rules';
  if (has(form.questions)) return 'questions';
  if (OF_RULES.includes(code) || has(form.reads) || has(form.subtypes)) return 'rules';
  if (OF_FINDINGS.includes(code) || has(form.elements) || has(form.findings.texts)) return 'findings';
  if (code === 'note' || code === 'verdicts' || code === form.open_id || has(form.verdicts) || has(form.parts)) return 'words';
  return null;
}
