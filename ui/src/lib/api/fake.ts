// An invented register for tests: every command answers as the core would. Never part of the app.
import { vi } from 'vitest';
import { fakeRecord, fakeShown, KINDS } from '../records/fake';
import { call, FailureError, type Args, type Name, type Reply } from './call';
import type { Analysis, AnalysisChart, Backups, Code, Desk, Health, Keys, KeySlot, LedgerLine, LedgerState, PaperForm, PaperLine, PaperPreview, PaperPreviewAsk, Profile, ProfileFigure, ProfileTable, RecoveryWords, SearchHit, Share, Trilingual, VaultState, WireTime } from './types';

export type Answers = { [N in Name]?: (args: Args<N>) => Reply<N> };

const MINISTRY: Trilingual = { kk: 'Мәдениет және ақпарат министрлігі', ru: 'Министерство культуры и информации', en: 'Ministry of Culture and Information' };
const ROOT = 'b3a1c97f5d2e4081a6c39b7e0f1d2c3b4a5968778695a4b3c2d1e0f9a8b7c6d5';
const NOON = 1_795_590_000;
const PAPER: PaperLine = {
  id: 'paper-1', kind: 'brief', lang: 'kk', digest: ROOT, bytes: 48_113, at: NOON, snapshot: ROOT, seq: 117, name: 'brief-kk.pdf',
  audience: 'public', format: 'pdf', filter: '', subject: '', leaks: 0, leaks_reason: '',
};

/** Returns the form of a kind of paper: each shows something that the others do not. */
export function fakePaperForm(kind: string, more: Partial<PaperForm> = {}): PaperForm {
  const text = (name: string, how: Partial<PaperForm['texts'][number]> = {}) => ({ name, text: '', long: false, is_day: false, is_number: false, ...how });
  const form: PaperForm = {
    kinds: ['brief', 'report', 'annual', 'case_file', 'special_procedures', 'upr'],
    formats: kind === 'upr' ? ['docx'] : ['pdf', 'docx'],
    audiences: kind === 'case_file' ? ['court', 'lawyer'] : ['press', 'public'],
    subject_kind: kind === 'case_file' ? 'orders' : '',
    filtered: kind === 'report',
    limit: kind === 'upr' ? 2815 : 0,
    texts: kind === 'upr' ? [text('reply', { long: true }), text('reply-asked-on', { is_day: true }), text('word-limit', { is_number: true })] : [text('reply', { long: true })],
  };
  return { ...form, ...more };
}

/** Returns the pages that were asked for, of a paper of so many pages. */
export function fakePaperPreview({ paper, from, count }: PaperPreviewAsk, of = 1, more: Partial<PaperPreview> = {}): PaperPreview {
  const drawn = Math.max(0, Math.min(count, of - from + 1));
  const page = (number: number) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" lang="${paper.lang}"><text x="20" y="30">${paper.kind} ${number}</text></svg>`;
  return { pages: Array.from({ length: drawn }, (_, place) => page(from + place)), of, refused: '', words: 120, note_words: 0, leaks: [], ...more };
}

/** Returns the same name in three languages. */
export const named = (name: string): Trilingual => ({ kk: name, ru: name, en: name });

/** Returns a whole day in Astana, from its first UTC second. */
export const fakeDay = (start = 1_741_892_400): WireTime => ({ earliest: start, latest: start + 86_399, precision: 'day', offset_minutes: 300, basis: 'document' });

/** Returns a vault in one of its three states. */
export function fakeVault(state: 'absent' | 'locked' | 'open', example = false): VaultState {
  const open = state === 'open';
  return { state, label: 'register', example: open && example, read_only: false, lang: null, look: 'system', organisation: open ? 'Сөз бостандығы қоры' : '', actor: open ? 'Әлия Қуанышқызы' : '', version: '0.1.0' };
}

/** Returns how a register is that was checked and found whole. */
export function fakeHealth(more: Partial<Health> = {}): Health {
  return {
    state: 'good', step: '', checked_at: NOON, took_ms: 2_340, entries: 118, rows: 402, findings: [], read_only: false, unclean: false,
    unanchored: 0, backup_days: 3, backup_due: false, memory_locked: true, ...more,
  };
}

const SLOTS: KeySlot[] = [{ kind: 'passphrase', shares: 0, memory_mib: 256, passes: 3 }];

/** Returns what opens a register: the passphrase, and what is given here. */
export const fakeKeys = (more: KeySlot[] = [], rotation_begun = false): Keys => ({ slots: [...SLOTS, ...more], rotation_begun, memory_locked: true });

/** Returns backups of which one is verified. */
export function fakeBackups(more: Partial<Backups> = {}): Backups {
  const lines = [{ name: 'tarazy-2026-11-25.age', made_at: NOON - 259_200, bytes: 7_340_032, verified: true }, { name: 'tarazy-2026-11-20.age', made_at: NOON - 691_200, bytes: 7_130_000, verified: false }];
  return { folder: 'stick', reachable: true, same_disk: false, lines, days: 3, due: false, opened_by: ['passphrase', 'recovery'], drilled_at: null, ...more };
}

/** Words that the invented core takes for a key, for the second and the third share, and for what is neither. */
export const RECOVERY = { key: 'алма '.repeat(24).trim(), shares: ['бірінші', 'екінші', 'үшінші'].map((word) => `${word} `.repeat(24).trim()) };

function fakeRecoveryWords(typed: string): RecoveryWords {
  const words = typed.trim().split(/\s+/u).filter(Boolean);
  const unknown = words.flatMap((word, place) => (/^[a-z]/u.test(word) ? [place + 1] : []));
  const whole = words.join(' ');
  const state = whole === RECOVERY.key ? 'key' : RECOVERY.shares.includes(whole) ? 'share' : words.length < 24 || unknown.length > 0 ? 'incomplete' : 'wrong';
  return { count: words.length, unknown, state };
}

/** Returns a share that may be shown with its interval. */
export function fakeShare(count: number, of: number, more: Partial<Share> = {}): Share {
  const p = count / of;
  const shown: Share = { method: 'C1/2', count, of, level: 'headline', estimate: p, low: p - 0.11, high: p + 0.13, band_low: p, band_high: p + 0.06, caveats: ['caveat-known-orders-only', 'caveat-clusters'] };
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
      bullying: fakeShare(11, 53, { method: 'C1/2', low: 0.12, high: 0.33 }),
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
  const none: Share = { method: 'C1/2', count: 0, of: 0, level: 'nothing', estimate: null, low: null, high: null, band_low: null, band_high: null, caveats: ['caveat-known-orders-only'] };
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

/** Returns a figure of the profile: a share that may be shown with its interval. */
export function fakeFigure(name: string, x: number | null, n: number, more: Partial<ProfileFigure> = {}): ProfileFigure {
  const p = x !== null && n > 0 ? x / n : null;
  const shown = { estimate: p, low: p === null ? null : Math.max(0, p - 0.12), high: p === null ? null : Math.min(1, p + 0.14) };
  const nothing = { unknown: 0, clusters: n, bound_low: null, bound_high: null, p: null, df: null, family: '', p_adjusted: null };
  return { name, variant: '', variant_list: '', method: `${name.split('.')[0] ?? ''}/1`, population: 'recorded', unit: 'share', x, n, ...nothing, ...shown, level: 'interval', state: 'ok', caveats: ['caveat-known-orders-only'], ...more };
}

/** What stays of a figure under the guard. */
export const UNDER_THE_GUARD: Partial<ProfileFigure> = { estimate: null, low: null, high: null, bound_low: null, bound_high: null, level: 'counts' };

const VERDICTS = ['real_bullying', 'legitimate_criticism', 'mixed', 'other_unlawful', 'other_lawful', 'cannot_tell'];
const table = (name: string, rows: string[], columns: string[], counts: number[][], more: Partial<ProfileTable> = {}): ProfileTable => ({ name, population: 'recorded', rows, columns, counts, caveats: ['caveat-known-orders-only'], ...more });

/** Returns a profile with a figure of every kind. */
export function fakeProfile(): Profile {
  const reviewed: Partial<ProfileFigure> = { population: 'reviewed', clusters: 46, caveats: ['caveat-clusters', 'caveat-known-orders-only'] };
  const odds: Partial<ProfileFigure> = { unit: 'odds_ratio', population: 'reviewed', caveats: ['caveat-no-intention'] };
  const findings = ['arbitrary', 'unlawful_on_its_face', 'defective_procedure', 'no_defect_found', 'not_assessable', 'total'];
  return {
    problem: null,
    rubric: '1.0.0',
    plan: 1,
    plan_digest: 'ab12',
    questions_below: ['A10'],
    flow: { orders: 58, items: 114, orders_seen: 53, orders_apart: 5, items_apart: 7, reviewed: 65, reviewed_apart: 6, unreviewed: 42, reviewed_clusters: 46 },
    figures: [
      fakeFigure('C1.bullying', 12, 65, { ...reviewed, bound_low: 0.185, bound_high: 0.231 }),
      fakeFigure('C1.criticism', 28, 65, { ...reviewed, method: 'C1/2', level: 'headline', low: 0.286, high: 0.585, bound_low: 0.431, bound_high: 0.477 }),
      fakeFigure('C1.criticism_at_least', 28, 65, { ...reviewed, low: 0.306, high: 1 }),
      fakeFigure('C1.criticism_of_recorded', 28, 114, { unknown: 49, estimate: null, low: null, high: null, bound_low: 0.246, bound_high: 0.675, caveats: ['caveat-bounds-no-interval'] }),
      fakeFigure('C1.tipping_point', 28, 65, { ...reviewed, estimate: null, low: null, high: null, level: 'headline', state: 'below_threshold' }),
      fakeFigure('C2.criticism_corrected', 28, 65, { ...reviewed, ...UNDER_THE_GUARD, state: 'too_few_calibration_cases', caveats: ['caveat-calibration-panel'] }),
      fakeFigure('C5.any_reason', 48, 53),
      fakeFigure('C5.refers_to_content', 48, 50, { unknown: 3, bound_low: 0.906, bound_high: 0.962, caveats: ['caveat-unknown', 'caveat-known-orders-only'] }),
      fakeFigure('C5.cites_paragraph', 0, 53, { low: 0, high: 0.068 }),
      fakeFigure('C6.author_notified', 4, 7, UNDER_THE_GUARD),
      fakeFigure('C6.experts_decided', 0, 0, { ...UNDER_THE_GUARD, unknown: 53, level: 'nothing', state: 'n_zero', caveats: ['caveat-unknown'] }),
      fakeFigure('C7.acted_in_term', 46, 72, { unknown: 29, clusters: 38, bound_low: 0.455, bound_high: 0.743, caveats: ['caveat-clusters', 'caveat-unknown', 'caveat-both-moments'] }),
      fakeFigure('C7.median_hours', null, 87, { unit: 'hours', unknown: 20, bound_low: 18.65, caveats: ['caveat-both-moments'] }),
      fakeFigure('C8.targeting', 16, 40, { ...odds, estimate: 4.2, low: 1.3, high: null, p: 0.03, family: 'primary', p_adjusted: 0.18 }),
      fakeFigure('C8.e_value', null, 40, { ...odds, unit: 'index', estimate: 3.5, low: 1.4 }),
      fakeFigure('C8.targeting_within_platforms', 16, 40, { ...odds, estimate: 0.02, low: 0.004, high: 0.9, p: 0.0004, family: 'exploratory', p_adjusted: 0.002 }),
      fakeFigure('C8.difference', null, 40, { ...odds, unit: 'difference', estimate: 0.214, low: -0.052, high: 0.431 }),
      fakeFigure('C8.same_ratio', null, 40, { ...odds, variant: 'platform', variant_list: 'factor', unit: 'chi_squared', estimate: 3.84, df: 2, low: null, high: null, p: 0.147, family: 'exploratory', p_adjusted: 0.2 }),
      fakeFigure('C4.of_orders', null, 65, { ...odds, ...UNDER_THE_GUARD, unit: 'chi_squared', state: 'not_identified', caveats: ['caveat-ignored-content-unreviewed'] }),
      fakeFigure('C14.without_source', 20, 50, { ...reviewed, variant: 'press', variant_list: 'learned' }),
      fakeFigure('C14.without_reviewer', 10, 30, { ...reviewed, variant: '1' }),
      fakeFigure('C14.without_reviewer', 12, 35, { ...reviewed, variant: '2' }),
      fakeFigure('C9.acted_on', 7, 11, { population: 'complaints', caveats: ['caveat-complaints-known'] }),
      fakeFigure('C9.acted_on_ratio', 3, 11, { ...odds, ...UNDER_THE_GUARD, population: 'complaints', state: 'too_few' }),
      fakeFigure('C3.divergent_groups', null, 0, { ...UNDER_THE_GUARD, population: 'complaints', level: 'nothing', state: 'no_pairs', caveats: ['caveat-groups-blind'] }),
      fakeFigure('C10.officials', 20, 31, { unknown: 22, bound_low: 0.38, bound_high: 0.79, caveats: ['caveat-beneficiary-known'] }),
      fakeFigure('C10.effective_number', null, 31, { unit: 'count', estimate: 4.6, caveats: ['caveat-beneficiary-known'] }),
      fakeFigure('C7.removed_by_24h', null, 60, { unknown: 9, method: 'C7.bounds/1', estimate: null, low: 0.3, high: 0.8, bound_low: 0.42, bound_high: 0.69, caveats: ['caveat-intervals-only'] }),
      fakeFigure('C7.days_away', null, 3, { unit: 'days', estimate: null, low: null, high: null, bound_low: 41, bound_high: 44, caveats: ['caveat-of-those-returned'] }),
      fakeFigure('C12.redundant_bullying', 9, 11, { ...reviewed, unknown: 4, bound_low: 0.6, bound_high: 0.87, caveats: ['caveat-platform-rules'] }),
      fakeFigure('C13.known_at_least', null, 58, { unit: 'count', population: 'issued', estimate: 58, low: null, high: null, caveats: ['caveat-hidden-orders'] }),
      fakeFigure('C13.estimate', null, 58, { ...UNDER_THE_GUARD, unit: 'count', population: 'issued', state: 'too_few_matches', caveats: ['caveat-hidden-orders'] }),
      fakeFigure('C11.ratio_fines_2024', 30, 52, { unit: 'rate_ratio', estimate: 1.3, low: 0.7, high: 2.4, p: 0.4, caveats: ['caveat-watch-not-recorded'] }),
      fakeFigure('C11.trend', null, 57, { unit: 'per_month', clusters: 33, estimate: 0.125, p: 0.615, p_adjusted: 1, caveats: ['caveat-sources-change'] }),
    ],
    tables: [
      table('verdicts', VERDICTS, ['items'], [[12], [28], [10], [5], [7], [3]], { population: 'reviewed' }),
      table('findings', findings, ['items', 'orders'], [[30, 22], [9, 8], [51, 40], [4, 4], [2, 2], [65, 46]], { population: 'reviewed', caveats: ['caveat-several-findings'] }),
      table('defects', ['B1', 'B2', 'total'], ['items', 'orders'], [[3, 3], [41, 30], [65, 46]], { population: 'reviewed' }),
      table('elements', ['due_process', 'total'], ['items', 'orders'], [[41, 30], [65, 46]], { population: 'reviewed' }),
      table('verdicts_by_protected', ['child', 'adult', 'official', 'institution', 'unknown'], VERDICTS, [[6, 1, 0, 0, 0, 0], [4, 2, 1, 0, 0, 0], [1, 9, 2, 0, 0, 0], [0, 4, 1, 0, 0, 0], [1, 12, 6, 5, 7, 3]], { population: 'reviewed', caveats: ['caveat-no-intention'] }),
      table('deadlines', ['met', 'missed', 'indeterminate', 'running', 'unknown'], ['orders'], [[23], [15], [15], [1], [4]], { caveats: ['caveat-both-moments'] }),
      table('months', ['2025-11', '2025-12', '2026-01', 'unknown'], ['orders'], [[20], [30], [6], [2]], { caveats: ['caveat-sources-change'] }),
      table('platform_rules', ['yes', 'no', 'unclear', 'unknown'], ['real_bullying', 'legitimate_criticism'], [[9, 1], [2, 20], [1, 3], [3, 4]], { population: 'reviewed', caveats: ['caveat-platform-rules'] }),
      table('lists', ['platform', 'press'], ['orders', 'alone', 'platform', 'press'], [[30, 24, 30, 6], [34, 28, 6, 34]]),
      table('official_figures', ['Ministry\t2025-01-01/2025-12-31\torders'], ['published', 'known'], [[43, 17]]),
      table('instruments', ['ministry_order', 'letter', 'unknown'], ['orders'], [[45], [13], [0]]),
      table('grounds', ['child_cyberbullying', 'not_stated'], ['orders'], [[50], [8]]),
      table('sources', ['press', 'leak'], ['orders'], [[50], [8]]),
      table('compared_languages', ['kk', 'unknown'], ['recorded', 'reviewed'], [[80, 50], [34, 15]], { caveats: ['caveat-recorded-reviewed'] }),
    ],
    curves: [
      {
        name: 'C7.removal',
        method: 'C7.aj/1',
        population: 'recorded',
        n: 60,
        unknown: 9,
        points: [
          { hours: 3, share: 0.1, low: 0.05, high: 0.2, at_risk: 60 },
          { hours: 24, share: 0.55, low: 0.42, high: 0.67, at_risk: 27 },
        ],
        state: 'ok',
        caveats: ['caveat-both-moments'],
      },
    ],
    series: [{ name: 'C11.months', method: 'C11.garwood/1', population: 'recorded', points: [{ period: '2025-11', value: 20, low: 12.2, high: 30.9 }], caveats: ['caveat-months-even'] }],
  };
}

/** Returns the profile of a register without orders. */
export function fakeEmptyProfile(): Profile {
  const full = fakeProfile();
  const nothing: Partial<ProfileFigure> = { ...UNDER_THE_GUARD, n: 0, unknown: 0, clusters: 0, p: null, df: null, family: '', p_adjusted: null, level: 'nothing', state: 'n_zero' };
  return {
    ...full,
    questions_below: [],
    flow: { orders: 0, items: 0, orders_seen: 0, orders_apart: 0, items_apart: 0, reviewed: 0, reviewed_apart: 0, unreviewed: 0, reviewed_clusters: 0 },
    figures: full.figures.map((figure) => ({ ...figure, ...nothing, x: figure.x === null ? null : 0 })),
    tables: full.tables.map((one) => ({ ...one, counts: one.counts.map((counts) => counts.map(() => 0)) })),
    curves: full.curves.map((one) => ({ ...one, n: 0, unknown: 0, points: [], state: 'n_zero' })),
    series: full.series.map((one) => ({ ...one, points: [] })),
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

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" role="img" aria-label="25 of 53"><rect width="5" height="5"/></svg>';

/** Returns the analysis of a profile: a chart for each component and table that counts something, with a place for each row. */
export function fakeAnalysis(profile: Profile, against: Profile | null = null): Analysis {
  const series = against ? [0, 1] : [0];
  const chart = (name: string, codes: string[]): AnalysisChart => ({ name, svg: SVG, alt: '25 of 53', height: 1, spots: codes.flatMap((code) => series.map((one) => ({ code, series: one, left: 0.1, top: 0.1, width: 0.1, height: 0.1 }))) });
  const components = [...new Set(profile.figures.map(({ name }) => (name.split('.')[0] ?? '').toLowerCase()))];
  const steps = ['orders', 'items', 'seen', 'reviewed', 'clusters', 'unreviewed', 'apart-orders', 'apart-items', 'apart-reviewed'];
  const charts = [
    ...(profile.flow.orders > 0 ? [chart('flow', steps)] : []),
    ...components.map((code) => chart(code, profile.figures.filter(({ name }) => name.toLowerCase().startsWith(`${code}.`)).map(({ name }) => name))),
    ...profile.curves.map(({ name }) => chart(name, [])),
    ...profile.tables.filter(({ counts }) => counts.flat().some((count) => count > 0)).map(({ name, rows }) => chart(name, rows)),
  ];
  return { stage: 'all', profile, against, shared: against ? 12 : null, charts };
}

/** What the core answers where it has to read the register before it can tell anything. */
export function fakeNothing(): Analysis {
  return { ...fakeAnalysis(fakeEmptyProfile()), stage: 'nothing', charts: [] };
}

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
  profile: fakeProfile,
  analysis: ({ against, until }) => (until === 'counts' ? fakeNothing() : fakeAnalysis(fakeProfile(), against === null ? null : fakeProfile())),
  analysis_cancel: () => ({}),
  picture_take: ({ to, chart }) => ({ name: to === 'clipboard' ? '' : `tarazy-${chart}.${to}` }),
  chart: () => ({ svg: SVG, alt: '25 of 53' }),
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
  exhibits_of: () => ({ rows: [] }),
  exhibit_add: () => ({ id: 'exhibit-9', reference: 'EX-2026-0009', seq: 123 }),
  exhibit_cancel: () => ({}),
  exhibit_save: () => ({ reference: 'EX-2026-0001', name: 'EX-2026-0001.jpg', sha256: ROOT, seq: 124 }),
  exhibit_verify: () => ({ reference: 'EX-2026-0001', state: 'good', sha256: ROOT, seq: 125 }),
  paper_form: ({ paper }) => fakePaperForm(paper.kind),
  paper_text_set: () => ({}),
  paper_verify: () => ({ name: 'brief-kk.pdf', same: true, digest: ROOT, other: '' }),
  paper_bundle: () => ({ name: 'brief-kk-bundle.zip', digest: ROOT, bytes: 1_204_221, entries: 2, shown: 14, withheld: 3, exhibits: 0, exhibits_withheld: 0, figures: 'public', has_verifier: true }),
  paper_save_again: () => ({ name: 'brief-kk.pdf', same: true, digest: ROOT, other: '' }),
  paper_preview: (ask) => fakePaperPreview(ask),
  paper_export: ({ paper }) => ({ ...PAPER, id: 'paper-2', kind: paper.kind, lang: paper.lang, seq: 121, name: `brief-${paper.lang}.pdf` }),
  papers_list: () => ({ rows: [PAPER] }),
  ledger_lines: ({ limit, offset }) => ({
    state: ledger,
    lines: Array.from({ length: Math.min(limit, 118 - offset) }, (_, i) => line(117 - offset - i, i % 2 === 0 ? 'order_recorded' : 'review_locked', `KZ-2026-00${10 + (i % 50)}`)),
  }),
  keys: () => fakeKeys(),
  recovery_words: ({ typed }) => fakeRecoveryWords(typed),
  recovery_make: ({ shares }) => ({ texts: shares ? RECOVERY.shares : [RECOVERY.key], organisation: 'Сөз бостандығы қоры', drawn_at: NOON }),
  recovery_confirm: () => fakeKeys([{ kind: 'recovery', shares: 0, memory_mib: 0, passes: 0 }]),
  recovery_forget: () => ({}),
  second_set: () => fakeKeys(),
  slot_remove: () => fakeKeys(),
  keys_rotate: () => fakeKeys(),
  keys_cancel: () => ({}),
  vault_recover: () => fakeVault('open'),
  health: () => fakeHealth(),
  health_check: () => fakeHealth({ state: 'checking', step: 'pages' }),
  support_report: () => ({ text: 'tarazy 0.1.0\nentries 118\n' }),
  capture_draft: () => ({ pasted: '', form: '', kept_at: 0 }),
  capture_keep: () => ({}),
  support_save: () => ({ name: 'tarazy-support.txt' }),
  backups: () => fakeBackups(),
  backup_choose: () => fakeBackups(),
  backup_make: () => ({ line: { name: 'tarazy-2026-11-28.age', made_at: NOON, bytes: 7_400_000, verified: true }, entries: 118, files: 4, removed: 1, findings: [] }),
  backup_cancel: () => ({}),
  backup_drill: () => ({ name: 'tarazy-2026-11-25.age', entries: 118, rows: 402, files: 4, findings: [] }),
  backup_restore: () => fakeVault('open'),
  autolock: () => ({ minutes: 5 }),
  autolock_set: () => ({}),
  still_here: () => ({}),
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
