// An invented method, invented agreement and invented cases for tests. Never part of the app.
import type { Answers } from '../../lib/api/fake';
import type {
  Agreement,
  AgreementLine,
  Calibration,
  CalibrationCase,
  Method,
  MethodChecked,
  MethodCondition,
  MethodForm,
  MethodQuestion,
  MethodRow,
  MethodRule,
  Trilingual,
} from '../../lib/api/types';

const DIGEST = '9f2c41d07be88a3356c0e1f4aa7d5b60c3921e8f70d64b5a1c2e3f4d5a6b7c88';
const said = (text: string): Trilingual => ({ kk: `${text} (қаз)`, ru: `${text} (рус)`, en: text });

/** Returns conditions from codes, with an exclamation mark before what must not be met. */
export const when = (...words: string[]): MethodCondition[] => words.map((word) => ({ code: word.replace('!', ''), met: !word.startsWith('!') }));

/** Returns a question on the usual scale. */
export function fakeQuestion(code: string, change: Partial<MethodQuestion> = {}): MethodQuestion {
  return { code, part: code.slice(0, 1), scale: ['Y', 'LY', 'LN', 'N', 'CT', 'NA'], several: false, text: said(`Is ${code} so?`), help: said(`How to read ${code}`), example: said(`An example of ${code}`), source: 'GC 34, §38', checked: true, gc35: '', ...change };
}

const rule = (id: string, verdict: string, subtype: string, ...alternatives: string[][]): MethodRule => ({ id, verdict, subtype, when: alternatives.map((words) => when(...words)), text: said(`Rule ${id} in words`) });
const named = (code: string, text: string, help = '') => ({ code, text: said(text), help: help ? said(help) : { kk: '', ru: '', en: '' }, source: help ? 'GC 35, §12' : '', checked: false });

/** Returns the form of a small method. */
export function fakeForm(change: Partial<MethodForm> = {}): MethodForm {
  return {
    note: said('How orders are judged'),
    change: '',
    questions: [
      fakeQuestion('G1', { scale: ['original', 'not_seen'] }),
      fakeQuestion('A1'),
      fakeQuestion('A3'),
      fakeQuestion('A4'),
      fakeQuestion('A7', { scale: ['anonymous', 'permanent', 'none'], several: true }),
      fakeQuestion('A10', { checked: false, text: said('Is it a matter of public interest?') }),
      fakeQuestion('B2', { gc35: 'predictability' }),
      fakeQuestion('C1'),
    ],
    inputs: ['G1', 'A1', 'A3', 'A4', 'A10'],
    standard: { code: '', met: ['Y', 'LY'], not_met: ['N', 'LN'], all_of: [], grounded: ['Y', 'N'] },
    reads: [{ code: 'G1', met: ['original'], not_met: ['not_seen'], all_of: [], grounded: [] }],
    subtypes: [{ code: 'by_age', of: 'A1', met: 'inside_statute', not_met: 'outside_statute', open: 'age_unknown' }],
    rules: [
      rule('R1', 'cannot_tell', '', ['!G1']),
      rule('R2', 'real_bullying', 'by_age', ['A1', 'A3', 'A4', '!A10'], ['A1', 'A3']),
      rule('R4c', 'legitimate_criticism', '', ['A10']),
      rule('R5', 'other_lawful', 'hurtful_single_act', []),
    ],
    open_id: 'R0',
    open: said('It depends on open answers.'),
    findings: {
      not_assessable_over: 1,
      not_assessable_of: 3,
      unlawful_on_its_face: ['B2', 'B3', 'B4'],
      arbitrary_verdicts: ['legitimate_criticism', 'other_lawful'],
      arbitrary_codes: ['B8'],
      arbitrary_elements: 3,
      defective_verdicts: ['real_bullying'],
      derived: 'B2',
      derived_all_of: ['A1', 'A3'],
      derived_once_answered: [],
      texts: [named('arbitrary', 'Lawful content was removed.')],
    },
    elements_note: said('By analogy only.'),
    elements: [named('predictability', 'lack of predictability', 'A person could not know beforehand.')],
    verdicts: ['real_bullying', 'legitimate_criticism', 'mixed', 'other_unlawful', 'other_lawful', 'cannot_tell'].map((code) => named(code, code)),
    parts: [named('G', 'what was seen'), named('A', 'the content'), named('B', 'the order'), named('C', 'context')],
    ...change,
  };
}

/** Returns what follows from the form. */
export function fakeChecked(change: Partial<MethodChecked> = {}): MethodChecked {
  const sets = [16, 4, 6, 6].map((count, place) => ({ rule: ['R1', 'R2', 'R4c', 'R5'][place] ?? '', sets: count }));
  return { step: 'patch', version: '1.0.1', faults: [], sets, sets_total: 32, ...change };
}

/** Returns a version in the list. */
export function fakeRow(change: Partial<MethodRow> = {}): MethodRow {
  return { key: '1.0.0', version: '1.0.0', status: 'adopted', digest: DIGEST, adopted_on: '2026-11-26', adopted_by: 'Сөз бостандығы қоры', adopted_at: 1_795_590_000, retired_at: null, retired_why: '', base: '', in_use: true, built_in: true, reviews: 53, ...change };
}

export const DRAFT = fakeRow({ key: 'draft-1', version: '1.0.1', status: 'draft', digest: '', adopted_on: '', adopted_by: '', adopted_at: null, base: '1.0.0', in_use: false, built_in: false, reviews: 0 });
export const ROWS: MethodRow[] = [
  fakeRow({ key: '2.0.0', version: '2.0.0', status: 'published', adopted_on: '', adopted_by: '', adopted_at: null, in_use: false, reviews: 0, base: '1.0.0' }),
  DRAFT,
  fakeRow(),
  fakeRow({ key: '0.9.0', version: '0.9.0', status: 'retired', in_use: false, retired_at: 1_795_590_000, retired_why: 'Replaced', reviews: 4 }),
];

/** Returns a version as a whole. */
export function fakeMethod(key = '1.0.0', change: Partial<Method> = {}): Method {
  const row = ROWS.find((one) => one.key === key) ?? fakeRow();
  return { row, published_on: '2026-11-25', changelog: [said('1.0.0: first published version')], files: [{ name: 'rules.json', digest: DIGEST }], form: fakeForm(), checked: fakeChecked(), ...change };
}

/** Returns agreement on one thing. */
export function fakeLine(code: string, change: Partial<AgreementLine> = {}): AgreementLine {
  return { code, categories: ['met', 'not_met', 'CT', 'NA'], n: 44, percent: 0.8864, kappa: 0.741, alpha: 0.7427, low: 0.561, high: 0.89, ac1: 0.8012, first: [0.5, 0.4, 0.1, 0], second: [0.45, 0.45, 0.1, 0], status: 'ok', reading: 'tentative', ...change };
}

const NONE = { percent: null, kappa: null, alpha: null, low: null, high: null, ac1: null, reading: '' };

/** Returns agreement of every kind. */
export function fakeAgreement(change: Partial<Agreement> = {}): Agreement {
  const verdicts = { categories: ['real_bullying', 'legitimate_criticism', 'mixed', 'other_unlawful', 'other_lawful', 'cannot_tell'], first: [0.3, 0.5, 0, 0, 0.2, 0], second: [0.25, 0.55, 0, 0, 0.2, 0] };
  return {
    major: 1,
    majors: [1],
    pairs: 44,
    adjudicated: 4,
    disputed: 2,
    verdict: fakeLine('verdict', verdicts),
    criticism: fakeLine('criticism', { categories: ['legitimate_criticism', 'other'], first: [0.5, 0.5], second: [0.55, 0.45], alpha: 0.812, reading: 'firm' }),
    questions: [
      fakeLine('A1'),
      fakeLine('A3', { n: 12, status: 'few' }),
      fakeLine('A4', { ...NONE, percent: 1, ac1: 1, status: 'no_variation', first: [1, 0, 0, 0], second: [1, 0, 0, 0] }),
      fakeLine('A10', { ...NONE, n: 0, status: 'no_pairable_values', first: [0, 0, 0, 0], second: [0, 0, 0, 0] }),
    ],
    slices: [
      { of: 'quarter', name: '2026-Q4', line: fakeLine('verdict', verdicts) },
      { of: 'language', name: 'kk', line: fakeLine('verdict', { ...verdicts, alpha: -0.02, low: null, high: null, n: 9, status: 'few', reading: 'below' }) },
      { of: 'language', name: '', line: fakeLine('verdict', verdicts) },
    ],
    headline: true,
    replicates: 10_000,
    ...change,
  };
}

/** Returns the calibration set with one case answered wrongly. */
export function fakeCalibration(change: Partial<Calibration> = {}): Calibration {
  return {
    version: '1',
    note: said('All cases are invented.'),
    rows: [
      { code: 'K01', kind: 'post', language: 'kk', answered: true, begun: false, right: false },
      { code: 'K02', kind: 'image', language: 'ru', answered: false, begun: false, right: null },
      { code: 'K03', kind: 'video', language: 'mixed', answered: false, begun: true, right: null },
    ],
    answered: 1,
    right: 0,
    questions: [{ code: 'A3', of: 1, right: 0 }],
    ...change,
  };
}

/** Returns a case that waits for an answer. */
export function fakeCase(code = 'K02', change: Partial<CalibrationCase> = {}): CalibrationCase {
  return {
    code,
    kind: 'image',
    language: 'ru',
    sensitivity: 'normal',
    content: { kk: 'Ойдан шығарылған жазба', ru: 'Вымышленная запись', en: 'An invented post' },
    setting: said('Nothing more is known'),
    answers: [],
    verdict: '',
    feedback: null,
    ...change,
  };
}

/** Returns the case with its key, after an answer. */
export function fakeAnswered(code = 'K02'): CalibrationCase {
  const answer = (question: string, value: string) => ({ code: question, value, quote: '', exhibit: '', note: '', confidence: 0 });
  return fakeCase(code, {
    answers: [answer('G1', 'original'), answer('A1', 'Y'), answer('A3', 'LY')],
    verdict: 'real_bullying',
    feedback: { verdict: 'legitimate_criticism', subtype: '', right: false, key: [answer('G1', 'original'), answer('A1', 'LY'), answer('A3', 'N')], differing: ['A3'], why: said('It is about the office'), pitfall: said('Harsh words were taken for humiliation') },
  });
}

/** What the core answers about methods when a test says nothing else. */
export const METHODS: Answers = {
  methods: () => ({ rows: ROWS, in_use: '1.0.0' }),
  method_open: ({ version }) => fakeMethod(version),
  method_draft: () => fakeMethod('draft-1'),
  method_check: () => fakeChecked(),
  method_save: ({ version, form }) => fakeMethod(version, { form }),
  method_adopt: ({ version, by, on }) => fakeMethod(version, { row: { ...fakeRow(), key: '1.0.1', version: '1.0.1', adopted_by: by, adopted_on: on } }),
  method_retire: ({ version }) => fakeMethod(version),
  method_discard: () => ({}),
  method_export: ({ what, version }) => ({ name: what === 'pdf' ? `method-${version}.pdf` : `method-${version}`, digest: DIGEST }),
  method_import: () => fakeMethod('2.0.0'),
  agreement: () => fakeAgreement(),
  reviewers: () => ({ rows: [{ id: 'seat-1', name: 'Рецензент А', outside: 'no', locked: 20, open: 2, calibrated: 1, calibration: 20, calibrated_right: 0 }], seat: 'seat-1', actor: 'Рецензент А' }),
  calibration: () => fakeCalibration(),
  calibration_open: ({ code }) => (code === 'K01' ? fakeAnswered('K01') : fakeCase(code)),
  calibration_save: () => ({}),
  calibration_answer: ({ code }) => fakeAnswered(code),
};
