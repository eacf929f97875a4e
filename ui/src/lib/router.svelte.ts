// Which screen is shown. Nothing of it is kept outside memory: where somebody was in a register is case data too.
export const SCREENS = ['desk', 'orders', 'review', 'analysis', 'papers', 'complaints', 'proceedings', 'actors', 'platforms', 'law', 'sources', 'method', 'imports', 'exports', 'ledger', 'settings'] as const;
export type Screen = (typeof SCREENS)[number];

/** The screens as the rail groups them, in the same order: the work, what is around it, and the register itself. */
export const SCREEN_GROUPS: readonly (readonly Screen[])[] = [SCREENS.slice(0, 5), SCREENS.slice(5, 12), SCREENS.slice(12)];

/** How many screens the digits reach, in the order of the rail; the palette reaches them all. */
export const SCREENS_BY_DIGIT = 9;

interface Place {
  screen: Screen;
  params: Record<string, string>;
}

class Route {
  #current = $state.raw<Place>({ screen: 'desk', params: {} });

  get current(): Place {
    return this.#current;
  }

  set current(next: Place) {
    this.#current = next;
  }
}

export const route = new Route();

/** Goes to a screen. */
export function go(screen: Screen, params: Record<string, string> = {}): void {
  route.current = { screen, params };
}
