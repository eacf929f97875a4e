// The filters that are shown, for what lies deep below them.

/** Name of the context. */
export const FILTERS = 'analysis-filters';

export interface Filters {
  filter: string;
  against: string | null;
}

/** Signs of the two selections, as the charts of the core have them. */
export const SIGNS = ['A', 'B'] as const;
