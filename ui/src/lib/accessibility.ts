// The rules of accessibility that can be checked without a layout. Contrast is computed from the tokens in its own test.
import axe from 'axe-core';
import { expect } from 'vitest';

/** Runs axe over what is shown. Never part of the app. */
export async function expectAccessible(container: Element = document.body): Promise<void> {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
