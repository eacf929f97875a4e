// From a count to the orders behind it. Only where the filter of the orders table finds exactly those: a list that is nearly right would be
// taken for the figure.
import type { ProfileFigure, ProfileFlow } from '../../lib/api/types';
import { t } from '../../lib/i18n';

// Drafts and what was found to be a double stand in the table of orders and are in no figure.
const RECORDED = ['duplicate:no', 'draft:no'];
const SEEN = 'document:original,copy,quoted';
const DESCRIBED = 'document:described_only';
const HAS_ITEMS = 'items:>=1';

// Fields of the filter that are fields of these tables. Months are written as they are filtered.
const FIELDS: Readonly<Record<string, string>> = { deadlines: 'deadline', instruments: 'instrument', grounds: 'ground', sources: 'how', months: 'issued', verdicts: 'verdict' };

export interface Drill {
  /** Filter of the orders table. */
  filter: string;
  /** What was counted: with items, the orders that hold them are found. */
  counts: 'orders' | 'items';
}

/** What a number counts, and where it leads. */
export interface Told {
  name: string;
  count: number;
  drill: Drill | null;
}

/** Says where a number leads. */
export const saidDrill = (drill: Drill, count: string, name: string): string => t(drill.counts === 'orders' ? 'analysis-drill' : 'analysis-drill-items', { count, name });

/** Puts terms behind a filter, each once. */
export function composed(filter: string, ...terms: string[]): string {
  const written = filter.trim().split(/\s+/);
  return [filter.trim(), ...[...terms, ...RECORDED].filter((term) => term !== '' && !written.includes(term))].filter((part) => part !== '').join(' ');
}

/** Returns the term that leaves what counts in shares, where one does: what is described only counts all the same where a second source speaks of it. */
function sharesTerm(flow: ProfileFlow): string | null {
  if (flow.orders_apart === 0) return '';
  return flow.orders - flow.orders_seen === flow.orders_apart ? `-${DESCRIBED}` : null;
}

/** Returns where the count of a row leads, or nothing. */
export function rowDrill(filter: string, flow: ProfileFlow, table: string, row: string): Drill | null {
  const field = FIELDS[table];
  if (field === undefined || row === 'total') return null;
  // The table counts what may lie in two months as unknown; the filter has no word for that.
  if (table === 'months' && row === 'unknown') return null;
  if (table !== 'verdicts') return { filter: composed(filter, `${field}:${row}`), counts: 'orders' };
  const shares = sharesTerm(flow);
  return shares === null ? null : { filter: composed(filter, `${field}:${row}`, shares), counts: 'items' };
}

// What the numerator of a figure counts, in words of the filter: of orders that count in shares and, where reasons are told, were seen.
const FIGURES: Readonly<Record<string, readonly [counts: Drill['counts'], ...terms: string[]]>> = {
  'C1.bullying': ['items', 'verdict:real_bullying'],
  'C1.criticism': ['items', 'verdict:legitimate_criticism'],
  'C1.mixed': ['items', 'verdict:mixed'],
  'C1.other_unlawful': ['items', 'verdict:other_unlawful'],
  'C1.other_lawful': ['items', 'verdict:other_lawful'],
  'C1.cannot_tell': ['items', 'verdict:cannot_tell'],
  'C1.criticism_broad': ['items', 'verdict:legitimate_criticism,mixed'],
  'C5.any_reason': ['orders', 'reasons:formula,case_specific', SEEN],
  'C5.individual_reasons': ['orders', 'reasons:case_specific', SEEN],
  'C5.names_remedy': ['orders', 'appeal:yes', SEEN],
  'C6.author_notified': ['orders', 'notified:yes'],
};

/** Returns where the numerator of a figure leads, or nothing. */
export function figureDrill(filter: string, flow: ProfileFlow, figure: ProfileFigure): Drill | null {
  const told = FIGURES[figure.name];
  const shares = sharesTerm(flow);
  if (told === undefined || shares === null) return null;
  const [counts, ...terms] = told;
  // What was seen is not described only.
  return { filter: composed(filter, ...terms, terms.includes(SEEN) ? '' : shares), counts };
}

export interface Step {
  /** Its words are `analysis-flow-<code>`. */
  code: string;
  count: number;
  /** Of how many; nothing where everything begins. */
  of: number | null;
  drill: Drill | null;
}

/** Lists the steps from the register to what was reviewed. */
export function stepsOf(filter: string, flow: ProfileFlow): Step[] {
  const shares = sharesTerm(flow);
  const orders = (...terms: string[]): Drill => ({ filter: composed(filter, ...terms), counts: 'orders' });
  const items = (...terms: string[]): Drill => ({ filter: composed(filter, ...terms), counts: 'items' });
  const inShares = flow.items - flow.items_apart;
  const apartIsExact = flow.orders_apart > 0 && shares !== null;
  const steps: Step[] = [
    { code: 'orders', count: flow.orders, of: null, drill: orders() },
    { code: 'items', count: flow.items, of: null, drill: null },
    { code: 'seen', count: flow.orders_seen, of: flow.orders, drill: orders(SEEN) },
    { code: 'reviewed', count: flow.reviewed, of: inShares, drill: shares === null ? null : items('reviewed:yes,partly', shares) },
    { code: 'clusters', count: flow.reviewed_clusters, of: flow.reviewed, drill: null },
    { code: 'unreviewed', count: flow.unreviewed, of: inShares, drill: shares === null ? null : items('reviewed:no,partly', HAS_ITEMS, shares) },
    { code: 'apart-orders', count: flow.orders_apart, of: flow.orders, drill: apartIsExact ? orders(DESCRIBED) : null },
    { code: 'apart-items', count: flow.items_apart, of: flow.items, drill: null },
    { code: 'apart-reviewed', count: flow.reviewed_apart, of: flow.items_apart, drill: null },
  ];
  return steps;
}
