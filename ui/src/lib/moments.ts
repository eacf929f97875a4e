// Moments as people state them, made into intervals of UTC seconds.
import type { WireTime } from './api/types';

/** Astana, since 1 March 2024. */
export const ASTANA_MINUTES = 300;

export const UNKNOWN: WireTime = { earliest: null, latest: null, precision: 'unknown', offset_minutes: ASTANA_MINUTES, basis: 'inferred' };

/** A calendar day in Astana, YYYY-MM-DD: 86,400 seconds, both ends inclusive. An unreadable day stays unknown. */
export function dayInAstana(day: string, basis: string): WireTime {
  const start = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(start)) return UNKNOWN;
  const earliest = start / 1000 - ASTANA_MINUTES * 60;
  return { earliest, latest: earliest + 86_399, precision: 'day', offset_minutes: ASTANA_MINUTES, basis };
}
