// An invented review for tests.
import type { Judgement, Question, ReviewSheet } from '../../lib/api/types';

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
    ...change,
  };
}

/** Returns an open sheet with six questions. */
export function fakeSheet(change: Partial<ReviewSheet> = {}): ReviewSheet {
  const unknown = { earliest: null, latest: null, precision: 'unknown', offset_minutes: 300, basis: 'inferred' };
  return {
    id: 'order-item-1',
    reference: 'KZ-2025-0042',
    item: {
      id: 'order-item-1',
      item: 'item-1',
      locator: 'https://example.kz/post/1',
      kind: 'post',
      text: 'Әкім уәдесін орындамады. Ақша қайда кетті?',
      language: 'kk',
      outcome: 'removed',
      complied: unknown,
      deadline_state: 'unknown',
      verdict: null,
      sensitivity: 'normal',
    },
    posted: unknown,
    rubric: '1.0.0',
    questions: [fakeQuestion('G1', ['Y', 'N']), ...['A1', 'A2', 'A3', 'B1', 'B6'].map((code) => fakeQuestion(code))],
    answers: [],
    proposed: [{ code: 'B6', value: 'LY', quote: '', note: '' }],
    judgement: fakeJudgement({ verdict: 'cannot_tell', rule: '', rule_text: NOTHING, deciding: ['A3'] }),
    locked: null,
    ...change,
  };
}
