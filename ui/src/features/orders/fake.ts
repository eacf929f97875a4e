// Invented orders for tests.
import type { Exhibits, OrderDetail, OrderFindings, OrderRow, OrdersList, OrdersPage, WireTime } from '../../lib/api/types';

const DAY = 1_741_892_400;

/** Returns a whole day in UTC+5. */
export function fakeDay(start = DAY): WireTime {
  return { earliest: start, latest: start + 86_399, precision: 'day', offset_minutes: 300, basis: 'document' };
}

/** Returns a moment of which nothing is known. */
export function fakeUnknown(): WireTime {
  return { earliest: null, latest: null, precision: 'unknown', offset_minutes: 300, basis: 'inferred' };
}

/** Returns the row at a place of an invented register. */
export function fakeRow(index: number): OrderRow {
  return {
    id: `order-${index}`,
    reference: `KZ-2016-${String(index + 1).padStart(4, '0')}`,
    number: index % 3 === 0 ? '' : `27-31-${index}/Ид`,
    authority: { kk: 'Мәдениет және ақпарат министрлігі', ru: 'Министерство культуры и информации', en: 'Ministry of Culture and Information' },
    platform: { kk: '', ru: '', en: index % 2 === 0 ? 'Instagram' : '' },
    instrument: 'ministry_order',
    issued: fakeDay(DAY - index * 86_400),
    deadline_state: ['met', 'missed', 'indeterminate', 'running', 'unknown'][index % 5] ?? 'unknown',
    received: fakeUnknown(),
    learned: fakeDay(DAY - index * 86_400),
    learned_how: 'author',
    deadline: fakeUnknown(),
    items: (index % 7) + 1,
    removed: 1,
    known: 1,
    reviewed: index % 2,
    verdicts: index % 2 === 1 ? [{ verdict: 'legitimate_criticism', count: 1 }] : [],
    ground: 'child_cyberbullying',
    action: 'delete',
    document_seen: 'copy',
    reasons_level: 'formula',
    provisions: 'art. 18-4',
    names_items_by_url: 'yes',
    informs_of_appeal: 'no',
    author_notified: 'unknown',
    note: index === 1 ? '=HYPERLINK("https://example.kz")' : '',
    note_cut: false,
    draft: index % 10 === 0,
    first_locator: `https://example.kz/${index}`,
    origin: '',
    recorded_at: DAY,
  };
}

/** Returns the page that the core would answer with, from a register of `total` orders. */
export function fakePage(ask: OrdersList, total: number): OrdersPage {
  const end = Math.min(total, ask.offset + ask.limit);
  const rows = Array.from({ length: Math.max(0, end - ask.offset) }, (_, i) => fakeRow(ask.offset + i));
  return { total, all: total, rows, problem: null };
}

/** Returns an order in full. */
export function fakeDetail(index: number): OrderDetail {
  const row = fakeRow(index);
  const term = { ...fakeDay(DAY + 86_400), basis: 'inferred' };
  const item = (n: number) => ({
    id: `order-item-${n}`,
    item: `item-${n}`,
    place: n,
    locator: `https://example.kz/post/${n}`,
    kind: 'post',
    text: n === 1 ? 'Әкім уәдесін орындамады.' : '',
    language: n === 1 ? 'kk' : '',
    outcome: n === 1 ? 'removed' : 'unknown',
    complied: n === 1 ? fakeDay(DAY + 86_400) : fakeUnknown(),
    deadline_state: 'indeterminate',
    verdict: n === 1 ? 'legitimate_criticism' : null,
    sensitivity: 'normal',
  });
  return {
    id: row.id,
    reference: row.reference,
    order: {
      instrument: 'ministry_order',
      number: '27-31-1/Ид',
      authority: row.authority.ru,
      platform: 'Instagram',
      learned: fakeDay(),
      learned_how: 'author',
      issued: fakeDay(),
      received: fakeDay(),
      provisions: 'art. 18-4',
      ground: 'child_cyberbullying',
      action: 'delete',
      document_seen: 'copy',
      names_items_by_url: 'yes',
      informs_of_appeal: 'no',
      author_notified: 'unknown',
      reasons_level: 'formula',
      locators: ['https://example.kz/post/1', 'https://example.kz/post/2'],
      text: 'Әкім уәдесін орындамады.',
      note: '',
      draft: false,
    },
    authority: row.authority,
    platform: row.platform,
    deadline: term,
    deadline_basis: 'h24_from_receipt',
    deadline_state: 'indeterminate',
    items: [item(1), item(2)],
    items_total: 2,
    complaint: null,
    history: [{ seq: 41, recorded_at: DAY, kind: 'order_recorded', actor: 'Айгүл', object: row.reference, items: '', detail: '', leaf: 'ab' }],
    batch: null,
  };
}

/** Returns what was found about an order of three items, two of them judged. */
export function fakeFindings(change: Partial<OrderFindings> = {}): OrderFindings {
  return {
    items: 3,
    judged: 2,
    flags: [
      { code: 'arbitrary', count: 2 },
      { code: 'unlawful_on_its_face', count: 1 },
    ],
    label: 'arbitrary',
    elements: [{ code: 'due_process', count: 2 }],
    rows: [],
    ...change,
  };
}

/** Returns the exhibits of an order: one with a file that was found altered, and a thing without one. */
export function fakeExhibits(): Exhibits {
  const act = (action: string, failed = false) => ({ action, at: fakeDay(), actor: 'Әлия Қуанышқызы', reason: action === 'ingest' ? 'адвокаттан' : '', failed });
  const scan = {
    id: 'exhibit-1', reference: 'EX-2026-0001', kind: 'order_scan', description: 'Нұсқаманың сканы', sha256: 'ab'.repeat(32), size: 182_004, mime: 'image/jpeg',
    copy_type: 'original', captured: fakeDay(), sensitivity: 'normal', released_to: ['court'], custody: [act('ingest'), act('verify', true)],
  };
  const paper = { ...scan, id: 'exhibit-2', reference: 'EX-2026-0002', kind: 'letter', description: 'Қағаз хат', sha256: '', size: 0, mime: '', sensitivity: 'intimate', released_to: [], custody: [] };
  return { rows: [scan, paper] };
}
