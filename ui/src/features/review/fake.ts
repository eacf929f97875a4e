// An invented review for tests.
import type { Answer, ChecklistLine, Judgement, LockedReview, Question, Queue, QueueRow, ReviewContext, ReviewOutcome, ReviewReading, ReviewSheet, WireTime } from '../../lib/api/types';

const NOTHING = { kk: '', ru: '', en: '' };

/** Returns a question on the usual scale. */
export function fakeQuestion(code: string, scale = ['Y', 'LY', 'LN', 'N', 'CT', 'NA']): Question {
  const words = (text: string) => ({ kk: text, ru: text, en: text });
  return {
    code,
    part: code.slice(0, 1),
    text: words(`${code}?`),
    help: words('How to read it'),
    example: words('For instance'),
    source: 'GC 34',
    scale,
    several: false,
    grounded: scale.includes('LY') ? ['Y', 'N'] : [],
  };
}

/** Returns a judgement, with what a test cares about. */
export function fakeJudgement(change: Partial<Judgement> = {}): Judgement {
  return {
    verdict: 'legitimate_criticism',
    subtype: '',
    rule: 'R4c',
    rule_text: { kk: 'Ереже', ru: 'Правило', en: 'Public interest and nothing against it.' },
    deciding: [],
    settled: false,
    findings: [],
    defects: [],
    elements: [],
    applicable: 3,
    unanswered: 1,
    ...change,
  };
}

/** Returns an answer, with what a test cares about. */
export function fakeAnswer(code: string, value: string, change: Partial<Answer> = {}): Answer {
  return { code, value, quote: '', exhibit: '', note: '', confidence: 0, ...change };
}

/** Returns a locked review. */
export function fakeLocked(change: Partial<LockedReview> = {}): LockedReview {
  return {
    reviewer: 'Айгүл',
    locked_at: 1_741_925_100,
    computed: 'legitimate_criticism',
    verdict: 'legitimate_criticism',
    subtype: '',
    override_reason: '',
    rule: 'R4c',
    seq: 91,
    blind_to_official: 'yes',
    minutes: 12,
    ...change,
  };
}

/** Returns a review that may be read. */
export function fakeReading(round: string, answers: Answer[], change: Partial<ReviewReading> = {}): ReviewReading {
  const seq = { first: 91, second: 92, adjudication: 93 }[round] ?? 90;
  return { reviewer: `${round} person`, round, cycle: 1, rubric: '1.0.0', answers, from_register: [], locked: fakeLocked({ reviewer: `${round} person`, seq }), superseded: false, ...change };
}

/** Returns what became of two reviews. */
export function fakeOutcome(change: Partial<ReviewOutcome> = {}): ReviewOutcome {
  return {
    how: 'agreed',
    verdict: 'legitimate_criticism',
    subtype: '',
    rubric: '1.0.0',
    disputes: [],
    findings: ['arbitrary'],
    defects: ['B1', 'B6'],
    elements: ['predictability', 'due_process'],
    applicable: 10,
    unanswered: 2,
    standing: true,
    ...change,
  };
}

/** Returns a row of a queue. */
export function fakeQueueRow(n: number, change: Partial<QueueRow> = {}): QueueRow {
  return {
    id: `order-item-${n}`,
    reference: `KZ-2025-00${41 + n}`,
    locator: `https://example.kz/post/${n}`,
    kind: 'post',
    language: 'kk',
    state: 'free',
    round: '',
    cycle: 1,
    verdict: null,
    disputes: [],
    changed: false,
    ...change,
  };
}

/** Returns a queue before a taken seat. */
export function fakeQueue(change: Partial<Queue> = {}): Queue {
  return {
    rows: [fakeQueueRow(1, { state: 'mine', round: 'first' }), fakeQueueRow(2, { locator: '', language: '', state: 'started', round: 'second', cycle: 2, changed: true })],
    cut: false,
    open: 5,
    mine: 2,
    waiting: 1,
    disputed: 3,
    again: 1,
    settled: 7,
    questions: [
      { code: 'A3', count: 2 },
      { code: 'B1', count: 1 },
    ],
    seat: 'Айгүл',
    ...change,
  };
}

const UNKNOWN: WireTime = { earliest: null, latest: null, precision: 'unknown', offset_minutes: 300, basis: 'inferred' };

/** Returns what stands beside a judged item. */
export function fakeContext(): ReviewContext {
  return {
    similar: [
      { id: 'order-item-8', reference: 'KZ-2025-0008', locator: 'https://example.kz/8', text: 'Ақша қайда?', similarity: 0.83, verdict: 'mixed', subtype: '', rubric: '1.0.0', outcome: 'no_action' },
      { id: 'order-item-9', reference: '', locator: '', text: '', similarity: 0.7, verdict: '', subtype: '', rubric: '', outcome: 'removed' },
    ],
    comparators: [
      { id: 'pair-1', locator: 'https://example.kz/10', reference: 'KZ-2025-0010', shared_features: 'Same akim', difference: 'Left up', verdict: 'legitimate_criticism', views: [{ reviewer: 'Айгүл', view: 'comparable' }, { reviewer: 'Бота', view: 'comparable' }], counts: true },
      { id: 'pair-2', locator: '', reference: '', shared_features: 'Same words', difference: '', verdict: '', views: [{ reviewer: 'Айгүл', view: 'unknown' }], counts: false },
    ],
    state: [{ id: 'expert-1', reference: 'KZ-E-2025-0001', number: '7', decided: { ...UNKNOWN, earliest: 1_741_892_400, latest: 1_741_978_799, precision: 'day' }, conclusion: 'bullying', reasons_level: 'formula', disciplines: ['law', 'psychology'], dissent: 'unknown' }],
    opinions: [{ id: 'opinion-1', label: 'linguist, university', discipline: ['linguistics'], question: 'Is it humiliating?', finding: 'It is a value judgement.', agrees_with_state: 'no', independence: 'Asked and paid by nobody.' }],
  };
}

/** Returns a line of the statutory checklist with everything on it. */
export function fakeLine(code: string, change: Partial<ChecklistLine> = {}): ChecklistLine {
  const words = (text: string) => ({ kk: text, ru: text, en: text });
  return {
    code,
    value: 'LN',
    why: 'decided_after',
    pointers: [
      { kind: 'orders', id: 'order-1', reference: 'KZ-2025-0042', field: 'issued', code: '', time: { ...UNKNOWN, earliest: 1_741_892_400, latest: 1_741_978_799, precision: 'day' } },
      { kind: 'orders', id: 'order-1', reference: 'KZ-2025-0042', field: 'instrument', code: 'letter', time: null },
      { kind: 'orders', id: 'order-1', reference: 'KZ-2025-0042', field: 'provisions', code: 'art. 40', time: null },
    ],
    provisions: [
      { act: words('Law on Mass Media'), article: '40', summary: words('The group decides.'), from: '2024-09-02', to: '', in_force: 'yes', source: 'adilet.zan.kz', checked: false },
      { act: words('Order 365'), article: '5', summary: words('Three working days.'), from: '', to: '', in_force: 'unknown', source: 'adilet.zan.kz', checked: true },
    ],
    ...change,
  };
}

/** Returns an open sheet with six questions. */
export function fakeSheet(change: Partial<ReviewSheet> = {}): ReviewSheet {
  return {
    id: 'order-item-1',
    order: 'order-1',
    reference: 'KZ-2025-0042',
    stage: 'answer',
    round: 'first',
    cycle: 1,
    masked: 0,
    saw_official: false,
    item: {
      id: 'order-item-1',
      item: 'item-1',
      place: 0,
      locator: 'https://example.kz/post/1',
      kind: 'post',
      text: 'Әкім уәдесін орындамады. Ақша қайда кетті?',
      language: 'kk',
      outcome: 'removed',
      complied: UNKNOWN,
      deadline_state: 'unknown',
      verdict: null,
      sensitivity: 'normal',
    },
    posted: UNKNOWN,
    rubric: '1.0.0',
    questions: [fakeQuestion('G1', ['Y', 'N']), ...['A1', 'A2', 'A3', 'B1', 'B6'].map((code) => fakeQuestion(code))],
    answers: [],
    seconds: 0,
    proposed: [fakeAnswer('B6', 'LY')],
    checklist: [],
    judgement: fakeJudgement({ verdict: 'cannot_tell', rule: '', rule_text: NOTHING, deciding: ['A3'] }),
    locked: null,
    can_correct: false,
    correction: null,
    chosen: '',
    override_reason: '',
    changed: false,
    subject: 'd1',
    outcome: null,
    readings: [],
    ...change,
  };
}
