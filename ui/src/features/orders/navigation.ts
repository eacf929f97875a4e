// Where a key leads in the grid of orders.

/** Returns the row that a key leads to, or nothing when the key does not move. */
export function rowAfter(key: string, row: number, rowsInView: number, total: number): number | null {
  if (total === 0) return null;
  const last = total - 1;
  const page = Math.max(1, rowsInView - 1);
  const to = (target: number) => Math.min(last, Math.max(0, target));
  switch (key) {
    case 'ArrowDown':
      return to(row + 1);
    case 'ArrowUp':
      return to(row - 1);
    case 'PageDown':
      return to(row + page);
    case 'PageUp':
      return to(row - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
