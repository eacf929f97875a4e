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

export type GridDeed = 'all' | 'copy' | 'paste' | 'toggle' | 'bulk' | 'help' | 'edit' | 'open' | 'columns';

const COMMANDS: Record<string, GridDeed> = { KeyA: 'all', KeyC: 'copy', KeyV: 'paste', Space: 'toggle', KeyE: 'bulk' };

/** Returns what else a key asks of the grid. By the place of a key: on a Kazakh layout the key C writes с. */
export function gridDeed(event: KeyboardEvent): GridDeed | null {
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? null : (COMMANDS[event.code] ?? null);
  if (event.key === 'F1' || event.key === '?') return 'help';
  if (event.key === 'F2' || event.key === 'Enter') return 'edit';
  if (event.key === ' ') return 'open';
  return null;
}

/** Says whether a key writes a letter. */
export function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
}
