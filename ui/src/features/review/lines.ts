/** The queues in their order. */
export const LINES = ['todo', 'waiting', 'disputed', 'again', 'settled'] as const;
export type Line = (typeof LINES)[number];

/** Names a queue as the core does: what is to do is what the seat has, then what nobody has. */
export const lineCode = (line: Line): string => (line === 'todo' ? '' : line);
