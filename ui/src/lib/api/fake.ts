// An invented register for tests: every command answers as the core would. Never part of the app.
import { vi } from 'vitest';
import { fakeRecord, fakeShown, KINDS } from '../records/fake';
import { call, FailureError, type Args, type Name, type Reply } from './call';
import type { Code, Desk, LedgerLine, LedgerState, SearchHit, Share, Trilingual, VaultState, WireTime } from './types';

export type Answers = { [N in Name]?: (args: Args<N>) => Reply<N> };

const MINISTRY: Trilingual = { kk: 'Мәдениет және ақпарат министрлігі', ru: 'Министерство культуры и информации', en: 'Ministry of Culture and Information' };
const ROOT = 'b3a1c97f5d2e4081a6c39b7e0f1d2c3b4a5968778695a4b3c2d1e0f9a8b7c6d5';
const NOON = 1_795_590_000;

/** Returns the same name in three languages. */
export const named = (name: string): Trilingual => ({ kk: name, ru: name, en: name });

/** Returns a whole day in Astana, from its first UTC second. */
export const fakeDay = (start = 1_741_892_400): WireTime => ({ earliest: start, latest: start + 86_399, precision: 'day', offset_minutes: 300, basis: 'document' });

/** Returns a vault in one of its three states. */
export function fakeVault(state: 'absent' | 'locked' | 'open', example = false): VaultState {
  const open = state === 'open';
  return { state, label: 'register', example: open && example, lang: null, look: 'system', organisation: open ? 'Сөз бостандығы қоры' : '', actor: open ? 'Әлия Қуанышқызы' : '', version: '0.1.0' };
}

/** Returns a share that may be shown with its interval. */
export function fakeShare(count: number, of: number, more: Partial<Share> = {}): Share {
  const p = count / of;
  const shown: Share = { method: 'C1/1', count, of, level: 'headline', estimate: p, low: p - 0.11, high: p + 0.13, band_low: p, band_high: p + 0.06, caveats: ['caveat-known-orders-only', 'caveat-clustered'] };
  return { ...shown, ...more };
}

const ledger: LedgerState = { entries: 118, root: ROOT, device: '5f0c 91ab 77de 2034', last_at: NOON };

/** Returns a desk with something of everything. */
export function fakeDesk(): Desk {
  const clock = (n: number, left: number) => ({
    order: `order-${n}`,
    reference: `KZ-2026-00${n}`,
    number: `27-31-${n}/Ид`,
    authority: MINISTRY,
    platform: named('Instagram'),
    deadline: { earliest: NOON + left * 60, latest: NOON + left * 60 + 3600, precision: 'hour', offset_minutes: 300, basis: 'inferred' },
    minutes_left: left,
  });
  return {
    clocks: [clock(58, -20), clock(59, 372), clock(60, 1260)],
    drafts: [
      { id: 'order-57', reference: 'KZ-2026-0057', number: '', authority: MINISTRY, issued: { ...fakeDay(), precision: 'month', latest: 1_741_892_400 } },
      { id: 'order-56', reference: 'KZ-2026-0056', number: '04-12/118', authority: { kk: '', ru: 'Генеральная прокуратура', en: '' }, issued: fakeDay() },
    ],
    drafts_total: 14,
    to_review: 31,
    complaints: 22,
    complaints_without_order: 9,
    measures: {
      complaints: 22,
      orders: 60,
      orders_seen: 41,
      reviewed_apart: 0,
      items: 84,
      reviewed: 53,
      first_day: '2026-02-03',
      last_day: '2026-11-20',
      verdicts: [
        { verdict: 'real_bullying', count: 11 },
        { verdict: 'legitimate_criticism', count: 25 },
        { verdict: 'mixed', count: 4 },
        { verdict: 'other_unlawful', count: 3 },
        { verdict: 'other_lawful', count: 7 },
        { verdict: 'cannot_tell', count: 3 },
      ],
      criticism: fakeShare(25, 53),
      bullying: fakeShare(11, 53, { method: 'B1/1', low: 0.12, high: 0.33 }),
      questions_below: [],
      deadlines: [
        { code: 'met', count: 17 },
        { code: 'missed', count: 12 },
        { code: 'indeterminate', count: 19 },
        { code: 'running', count: 3 },
        { code: 'unknown', count: 9 },
      ],
      rubric: '1.0.0',
    },
    ledger,
  };
}

/** Returns a desk on which nothing lies yet. */
export function fakeEmptyDesk(): Desk {
  const none: Share = { method: 'C1/1', count: 0, of: 0, level: 'nothing', estimate: null, low: null, high: null, band_low: null, band_high: null, caveats: ['caveat-known-orders-only'] };
  const full = fakeDesk();
  return {
    ...full,
    clocks: [],
    drafts: [],
    drafts_total: 0,
    to_review: 0,
    complaints: 0,
    complaints_without_order: 0,
    measures: { ...full.measures, complaints: 0, orders: 0, orders_seen: 0, items: 0, reviewed: 0, criticism: none, bullying: none },
    ledger: { ...ledger, entries: 1 },
  };
}

const line = (seq: number, kind: string, object: string): LedgerLine => ({ seq, recorded_at: NOON - (118 - seq) * 600, kind, actor: 'Әлия Қуанышқызы', object, items: '', detail: '', leaf: ROOT });

const FOUND: SearchHit = {
  kind: 'order',
  id: 'order-58',
  reference: 'KZ-2026-0058',
  title: named('№ 25-01/4 · Instagram'),
  snippet: [
    { text: 'Пост об уборке ', hit: false },
    { text: 'снега', hit: true },
  ],
  rank: 1,
};

/** What the core answers when a test says nothing else. */
export const EVERYTHING: Answers = {
  vault_state: () => fakeVault('open'),
  vault_choose: () => fakeVault('absent'),
  passphrase_suggest: () => ({ words: 'түлкі сегіз арқан теңіз боран жалау', bits: 77 }),
  passphrase_check: ({ passphrase }) => (passphrase.length < 12 ? { bits: 21, grade: 'weak' } : { bits: 77, grade: 'strong' }),
  vault_create: () => fakeVault('open', true),
  vault_unlock: () => fakeVault('open'),
  vault_lock: () => fakeVault('locked'),
  passphrase_change: () => ({}),
  lang_set: () => ({}),
  look_set: () => ({}),
  near_duplicates: () => ({ rows: [] }),
  reminders: () => ({ on: false }),
  reminders_set: () => ({}),
  notices: () => ({ rows: [{ work: 'Source Serif 4', text: 'SIL Open Font License' }] }),
  desk: fakeDesk,
  measures: () => fakeDesk().measures,
  chart: () => ({ svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" role="img" aria-label="25 of 53"><rect width="5" height="5"/></svg>', alt: '25 of 53' }),
  orders_list: () => ({ total: 0, all: 0, rows: [], problem: null }),
  search: ({ words }) => ({ total: words === 'снег' ? 1 : 0, more: false, ranked_of: words === 'снег' ? 1 : 0, hits: words === 'снег' ? [FOUND] : [] }),
  choices: () => ({ authorities: [], platforms: [] }),
  methods: () => ({ rows: [], in_use: '' }),
  review_queue: () => ({ rows: [], cut: false, open: 0, mine: 0, waiting: 0, disputed: 0, again: 0, settled: 0, questions: [], seat: 'Әлия Қуанышқызы' }),
  reviewers: () => ({ rows: [], seat: '', actor: 'Әлия Қуанышқызы' }),
  order_findings: () => ({ items: 2, judged: 0, flags: [], label: '', elements: [], rows: [] }),
  imports_list: () => ({ rows: [] }),
  export_choices: () => ({
    item: ['order.reference', 'order.number', 'item.locator'].map((id) => ({ id, label: named(id), usual: id !== 'order.number' })),
    order: ['order.reference', 'order.number', 'order.items'].map((id) => ({ id, label: named(id), usual: true })),
    sealed: [named('Мотивировка дословно')],
    fresh: false,
  }),
  export_plan: ({ format, filter }) => ({ orders: filter === '' ? 60 : 2, rows: format === 'lumen' ? 58 : 84, left_out: format === 'lumen' ? 2 : 0, withheld: 3, held_back: 0 }),
  export_run: ({ format }) => ({ name: `out.${format}`, digest: ROOT, bytes: 51_204, rows: 84, left_out: 0, withheld: 3, shortened: 1, held_back: 0 }),
  export_cancel: () => ({}),
  register_import: () => ({ name: 'register.json', records: 402, orders: 60, seq: 1 }),
  complaints_list: () => ({
    rows: [
      { id: 'complaint-2', reference: 'KZ-C-2026-0002', channel: 'e_otinish', filed: fakeDay(), filer_capacity: 'legal_representative', decision: 'pending', to_expert_group: 'unknown', note: 'Сыныптағы чатта баланы мазақтаған.', order_reference: '' },
      { id: 'complaint-1', reference: 'KZ-C-2026-0001', channel: 'hotline_111', filed: fakeDay(), filer_capacity: 'official_for_self', decision: 'confirmed', to_expert_group: 'yes', note: 'Пост об уборке снега.', order_reference: 'KZ-2026-0058' },
    ],
  }),
  complaint_add: () => ({ id: 'complaint-3', reference: 'KZ-C-2026-0003', seq: 119 }),
  platforms_list: () => ({
    rows: [
      { id: 'platform-1', name: named('Instagram'), kind: 'social_network', domains: ['instagram.com'], meets_threshold: 'yes', measure_value: 4_312_000, measure_unit: 'avg_daily_over_month', measure_period: '2026-05', measure_source: 'stat.gov.kz', orders: 31 },
      { id: 'platform-2', name: named('Форум'), kind: 'forum', domains: ['forum.example.kz'], meets_threshold: 'unknown', measure_value: null, measure_unit: '', measure_period: '', measure_source: '', orders: 2 },
    ],
  }),
  measure_add: () => ({ id: 'measure-1', reference: '', seq: 120 }),
  kinds: () => ({ kinds: KINDS }),
  records_list: ({ kind }) => ({ kind, by: '', total: 0, rows: [] }),
  record_show: ({ kind, id }) => fakeShown(fakeRecord(kind, 1, { id })),
  record_save: ({ kind, id }) => ({ id: id || `${kind}-9`, reference: '', seq: 122 }),
  record_choices: () => ({ rows: [] }),
  paper_preview: ({ lang }) => ({ pages: [`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" lang="${lang}"><text x="20" y="30">${lang}</text></svg>`], refused: '' }),
  paper_export: ({ lang }) => ({ id: 'paper-2', kind: 'brief', lang, digest: ROOT, bytes: 51_204, at: NOON, snapshot: ROOT, seq: 121, name: `brief-${lang}.pdf` }),
  papers_list: () => ({ rows: [{ id: 'paper-1', kind: 'brief', lang: 'kk', digest: ROOT, bytes: 48_113, at: NOON, snapshot: ROOT, seq: 117, name: 'brief-kk.pdf' }] }),
  ledger_lines: ({ limit, offset }) => ({
    state: ledger,
    lines: Array.from({ length: Math.min(limit, 118 - offset) }, (_, i) => line(117 - offset - i, i % 2 === 0 ? 'order_recorded' : 'review_locked', `KZ-2026-00${10 + (i % 50)}`)),
  }),
  ledger_verify: () => ({ status: 'good', entries: 118, checkpoints: 118, rows: 402, findings: [], root: ROOT }),
};

/** Lets the mocked `call` answer from the invented register; what is given here comes first. Returns the mock. */
export function answerWith(answers: Answers = {}) {
  const all = { ...EVERYTHING, ...answers } as Record<string, ((args: unknown) => unknown) | undefined>;
  const mock = vi.mocked(call);
  mock.mockReset();
  mock.mockImplementation((async (name: Name, args: unknown) => {
    const answer = all[name];
    if (!answer) throw new Error(`no answer to ${name}`);
    return answer(args);
  }) as typeof call);
  return mock;
}

/** Returns an answer that is a refusal. */
export function refuse(code: Code, params: Record<string, string> = {}): () => never {
  return () => {
    throw new FailureError({ code, params });
  };
}
