// The method in words: conditions, faults, steps. Codes stay codes; what joins them is said in the language of the window.
import type { MethodChecked, MethodCondition, MethodFault, MethodFindings, MethodForm, MethodNamed, MethodQuestion, MethodRow, Trilingual } from '../../lib/api/types';
import { formatNumber, known, named, pick, t, word } from '../../lib/i18n';
import { valueName } from '../../lib/scale';
import { tabOf } from './form';

export const PARTS = ['G', 'A', 'B', 'C'] as const;
const DIGEST_SHOWN = 12;

/** Joins names: one, one and two, one, two and three. */
export function joined(names: readonly string[], joint: 'and' | 'or' = 'and'): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  return t(`bench-join-${joint}`, { first: names.slice(0, -1).join(', '), last });
}

/** Words conditions: "A1, A3 and A4 met; A10 not met". Nothing to hold is said as such. */
export function conditions(all: readonly MethodCondition[]): string {
  const codes = (met: boolean) => all.filter((one) => one.met === met).map(({ code }) => code);
  const said = [true, false].flatMap((met) => {
    const named = codes(met);
    return named.length === 0 ? [] : [t(met ? 'bench-met' : 'bench-not-met', { codes: joined(named) })];
  });
  return said.length === 0 ? t('bench-always') : said.join('; ');
}

/** Words the alternatives of a rule, each by itself. */
export function alternatives(when: readonly (readonly MethodCondition[])[]): string[] {
  return when.length === 0 ? [t('bench-never')] : when.map(conditions);
}

/** Words a value of a question's scale. */
export function valueWords(question: Pick<MethodQuestion, 'scale'>, value: string): string {
  return known(valueName(question, value), value);
}

/** Words a subtype; one that an answer names is said by what it comes from. */
export function subtypeWords(form: MethodForm, code: string): string {
  if (code === '') return '';
  const found = form.subtypes.find((subtype) => subtype.code === code);
  return found ? t('bench-subtype-of', { code: found.of }) : named('subtype', code);
}

/** Words a verdict. */
export const verdictWords = (code: string): string => named('verdict', code);

/** Words a code by what the method says for it. */
export function namedWords(list: readonly MethodNamed[], code: string): string {
  const found = list.find((one) => one.code === code);
  return (found && pick(found.text)) || code;
}

/** Words the rules of the order finding: what makes each of them hold. */
export function findingConditions(form: MethodForm): { code: string; said: string[]; text: Trilingual | null }[] {
  const f = form.findings;
  const said: Record<string, string[]> = {
    not_assessable: [t('bench-finding-not-assessable', { share: t('share-of', { over: f.not_assessable_over, of: f.not_assessable_of }) })],
    unlawful_on_its_face: f.unlawful_on_its_face.length > 0 ? [t('bench-finding-code-not-met', { codes: joined(f.unlawful_on_its_face, 'or') })] : [],
    arbitrary: arbitrary(f),
    defective_procedure: f.defective_verdicts.length > 0 ? [defective(form)] : [],
    no_defect_found: [t('bench-finding-none')],
  };
  const order = ['unlawful_on_its_face', 'arbitrary', 'defective_procedure', 'no_defect_found', 'not_assessable'];
  return order.map((code) => ({ code, said: said[code] ?? [], text: f.texts.find((one) => one.code === code)?.text ?? null }));
}

// What makes an order unlawful or arbitrary has its own finding and is none of procedure.
function defective({ findings: f, questions }: MethodForm): string {
  const verdicts = joined(f.defective_verdicts.map(verdictWords), 'or');
  const apart = questions.filter(({ part, code }) => part === 'B' && (f.unlawful_on_its_face.includes(code) || f.arbitrary_codes.includes(code)));
  return apart.length === 0 ? t('bench-finding-defective-any', { verdicts }) : t('bench-finding-defective', { verdicts, codes: joined(apart.map(({ code }) => code)) });
}

function arbitrary(f: MethodFindings): string[] {
  const said: string[] = [];
  if (f.arbitrary_verdicts.length > 0) said.push(t('bench-finding-verdict', { verdicts: joined(f.arbitrary_verdicts.map(verdictWords), 'or') }));
  if (f.arbitrary_codes.length > 0) said.push(t('bench-finding-code-not-met', { codes: joined(f.arbitrary_codes, 'or') }));
  if (f.arbitrary_elements > 0) said.push(t('bench-finding-elements', { count: f.arbitrary_elements }));
  return said;
}

/** Words where something of a method stands: a question's text, a rule, a list. */
export function placeWords(form: MethodForm, place: string): string {
  const [code = '', part = ''] = place.split('.');
  const owner = listWords(code) || ownerWords(form, code);
  return part === '' ? owner : t('bench-place-part', { owner, part: known(`bench-part-of-${part}`, part) });
}

const LISTS: readonly string[] = ['note', 'reads', 'standard', 'inputs', 'derived', 'findings', 'verdicts', 'elements', 'arbitrary_codes', 'arbitrary_verdicts', 'arbitrary_elements', 'defective_verdicts'];

function listWords(code: string): string {
  return LISTS.includes(code) ? t(`bench-place-${code.replaceAll('_', '-')}`) : '';
}

function ownerWords(form: MethodForm, code: string): string {
  if (form.questions.some((question) => question.code === code)) return t('bench-place-question', { code });
  if (form.open_id === code || form.rules.some((rule) => rule.id === code)) return t('bench-place-rule', { code });
  if (form.verdicts.some((one) => one.code === code)) return t('bench-place-verdict', { name: verdictWords(code) });
  if (form.elements.some((one) => one.code === code)) return t('bench-place-element', { name: namedWords(form.elements, code) });
  if (form.reads.some((reads) => reads.code === code)) return t('bench-place-join', { code });
  if (form.subtypes.some((subtype) => subtype.code === code)) return t('bench-place-subtype', { code });
  if (form.parts.some((one) => one.code === code)) return t('bench-place-the-part', { code });
  const finding = t(`order-finding-${code.replaceAll('_', '-')}`);
  return finding.startsWith('⟦') ? code : t('bench-place-finding', { name: finding });
}

/** Words a fault: what is wrong, where, and with which answers. */
export function faultWords(form: MethodForm, fault: MethodFault): string {
  const given = (name: string) => fault.params[name] ?? '';
  switch (fault.code) {
    case 'hole':
      return fault.answers.length === 0 ? t('bench-fault-hole-all') : t('bench-fault-hole', { answers: conditions(fault.answers) });
    case 'never_reached': {
      const by = given('by').split(', ').filter((rule) => rule !== '');
      return by.length === 0 ? t('bench-fault-fits-nothing', { rule: given('rule') }) : t('bench-fault-never-reached', { rule: given('rule'), by: joined(by) });
    }
    case 'overlap':
      return t('bench-fault-overlap', { rule: given('rule'), with: given('with'), answers: conditions(fault.answers) });
    case 'unknown_code':
      return t('bench-fault-unknown-code', { place: placeWords(form, given('rule')), code: given('code') });
    case 'unknown_value':
      return t('bench-fault-unknown-value', { place: placeWords(form, given('question')), value: given('value') });
    case 'unknown_verdict':
      return t('bench-fault-unknown-verdict', { place: placeWords(form, given('rule')), verdict: given('verdict') || '—' });
    case 'missing_verdict':
      return t('bench-fault-missing-verdict', { name: verdictWords(given('verdict')) });
    case 'unworded_subtype':
      return t('bench-fault-unworded-subtype', { place: placeWords(form, given('rule')), subtype: given('subtype') });
    case 'unworded_value':
      return t('bench-fault-unworded-value', { place: placeWords(form, given('question')), value: given('value') });
    case 'no_source':
      return t('bench-fault-no-source', { question: given('question') });
    case 'never_holds':
      return t('bench-fault-never-holds', { place: placeWords(form, given('place')) });
    case 'unknown_key':
      return t('bench-fault-unknown-key', { file: given('file'), key: given('key') });
    case 'bad_version':
      return t('bench-fault-bad-version', { version: given('version') });
    case 'missing_translation':
      return t('bench-fault-missing-translation', { place: placeWords(form, given('place')), lang: known(`bench-in-${given('lang')}`, given('lang')) });
    case 'duplicate_code':
      return given('code').trim() === '' ? t('bench-fault-no-code') : t('bench-fault-duplicate-code', { code: given('code') });
    case 'no_scale':
      return t('bench-fault-no-scale', { question: given('question') });
    case 'unread':
      return t('bench-fault-unread', { code: given('code') });
    case 'too_many_inputs':
    case 'too_many_rules':
      return t(`bench-fault-${fault.code.replaceAll('_', '-')}`, { count: formatNumber(Number(given('count'))), limit: formatNumber(Number(given('limit'))) });
    case 'out_of_range':
      return t('bench-fault-out-of-range', { place: placeWords(form, given('place')) });
    case 'unreadable':
    case 'unsealed':
    case 'changed_byte':
      return t(`bench-fault-${fault.code.replaceAll('_', '-')}`, { file: given('file') });
    case 'step_too_small':
      return t('bench-fault-step-too-small', { version: given('version'), other: given('other') });
    default:
      return fault.code;
  }
}

/** Returns the code of what a fault speaks of, where it can be opened. What names something wrong is opened, and not what it names. */
export function faultPlace(form: MethodForm, fault: MethodFault): string {
  if (fault.code === 'too_many_inputs') return 'inputs';
  const given = (name: string) => fault.params[name];
  // A reading without its question is known by its own code.
  const named = given('rule') === 'reads' ? [given('code'), 'reads'] : [given('question'), given('rule'), given('code'), given('place')?.split('.')[0]];
  return named.find((code) => code !== undefined && tabOf(form, code) !== null) ?? '';
}

/** Words a step. */
export const stepWords = (checked: Pick<MethodChecked, 'step'>): string => word('bench-step', checked.step);

/** Names a version by its number and its status. */
export const versionName = (row: MethodRow): string => t('bench-version-name', { version: row.version, status: word('bench-status', row.status) });

/** Cuts a digest to what can be compared by eye. */
export const shortDigest = (digest: string): string => (digest === '' ? '—' : `${digest.slice(0, DIGEST_SHOWN)}…`);

/** Says whether a question fits what was typed: its code, or words of its texts in any language. */
export function fits(question: MethodQuestion, typed: string): boolean {
  const words = typed.trim().toLowerCase();
  if (words === '' || question.code.toLowerCase() === words) return true;
  const said = [question.text, question.help, question.example].flatMap(({ kk, ru, en }) => [kk, ru, en]);
  return [question.code, question.source, ...said].some((text) => text.toLowerCase().includes(words));
}
