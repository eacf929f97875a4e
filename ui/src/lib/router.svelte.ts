// Which screen is shown. Nothing of it is kept outside memory: where somebody was in a register is case data too.
export const SCREENS = ['desk', 'orders', 'review', 'analysis', 'papers', 'complaints', 'proceedings', 'actors', 'platforms', 'law', 'sources', 'method', 'imports', 'exports', 'ledger', 'health', 'settings'] as const;
export type Screen = (typeof SCREENS)[number];

/** The screens as the rail groups them, in the same order: the work, what is around it, and the register itself. */
export const SCREEN_GROUPS: readonly (readonly Screen[])[] = [SCREENS.slice(0, 5), SCREENS.slice(5, 12), SCREENS.slice(12)];

/** How many screens the digits reach, in the order of the rail; the palette reaches them all. */
export const SCREENS_BY_DIGIT = 9;

interface Place {
  screen: Screen;
  params: Record<string, string>;
}

/** A place with how far down it was read. */
interface Left extends Place {
  top: number;
}

class Route {
  // Where somebody came from by a number: the way back leads there.
  origin = $state.raw<Left | null>(null);
  #current = $state.raw<Place>({ screen: 'desk', params: {} });

  get current(): Place {
    return this.#current;
  }

  set current(next: Place) {
    this.#current = next;
  }
}

export const route = new Route();

let top: number | null = null;

/** Goes to a screen. Who goes elsewhere than deeper into the same one has no way back any more. */
export function go(screen: Screen, params: Record<string, string> = {}): void {
  if (screen !== route.current.screen) route.origin = null;
  top = null;
  route.current = { screen, params };
}

/** Follows a number to what it counts, and keeps the way back. */
export function drillTo(screen: Screen, params: Record<string, string>): void {
  const left = { ...route.current, top: document.querySelector('[data-scrolls]')?.scrollTop ?? 0 };
  go(screen, params);
  route.origin = left;
}

/** Goes back to where a number was followed from; says whether there was such a place. */
export function goBack(): boolean {
  const left = route.origin;
  if (left === null) return false;
  go(left.screen, left.params);
  top = left.top;
  return true;
}

/** Returns how far down a screen was read that somebody has come back to, once. */
export function takeTop(): number | null {
  const taken = top;
  top = null;
  return taken;
}
