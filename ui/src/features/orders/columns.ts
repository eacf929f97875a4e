// The columns of the orders table, in order. What is reviewed cannot be sorted by: it is counted row by row.
export const COLUMNS = [
  { id: 'reference', sortable: true },
  { id: 'number', sortable: true },
  { id: 'authority', sortable: true },
  { id: 'platform', sortable: true },
  { id: 'issued', sortable: true },
  { id: 'deadline', sortable: true },
  { id: 'items', sortable: true },
  { id: 'reviewed', sortable: false },
] as const;

/** Columns whose newest or largest rows are wanted first. */
export const DESCENDING_FIRST: readonly string[] = ['reference', 'issued', 'deadline', 'items'];
