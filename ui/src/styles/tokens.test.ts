import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Rgb = [number, number, number];
const WORDS = ['ink', 'ink-soft', 'accent', 'note'];
const GROUNDS = ['paper', 'sheet', 'sunken'];
const VERDICTS = ['real-bullying', 'legitimate-criticism', 'mixed', 'other-unlawful', 'other-lawful', 'cannot-tell'].map((name) => `verdict-${name}`);

function tokens(block: string): Map<string, Rgb> {
  const found = new Map<string, Rgb>();
  for (const [, name = '', hex = ''] of block.matchAll(/--([a-z-]+): #([0-9a-f]{6})/g)) {
    const [r = '', g = '', b = ''] = hex.match(/../g) ?? [];
    found.set(name, [r, g, b].map((two) => Number.parseInt(two, 16)) as Rgb);
  }
  return found;
}

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const [light = '', dark = ''] = css.split("[data-theme='dark']");
const THEMES = [
  { theme: 'light', of: tokens(light) },
  { theme: 'dark', of: tokens(dark) },
];

function linear(rgb: Rgb): Rgb {
  return rgb.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as Rgb;
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = linear(rgb);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [hi = 0, lo = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (hi + 0.05) / (lo + 0.05);
}

// Viénot, Brettel and Mollon (1999): what a person without one kind of cone sees, in linear RGB.
const SIGHTS: Record<string, number[]> = {
  'full sight': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1],
  deuteranopia: [0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1],
};

function lab(rgb: Rgb, sight: number[]): Rgb {
  const at = linear(rgb);
  const dot = (row: number, m: number[], v: number[]) => v.reduce((sum, part, i) => sum + part * (m[row * 3 + i] ?? 0), 0);
  const seen = [0, 1, 2].map((row) => dot(row, sight, at));
  const xyz = [0.4124, 0.3576, 0.1805, 0.2126, 0.7152, 0.0722, 0.0193, 0.1192, 0.9505];
  const white = [0.9505, 1, 1.089];
  const [x = 0, y = 0, z = 0] = [0, 1, 2].map((row) => Math.cbrt(Math.max(0.000001, dot(row, xyz, seen)) / (white[row] ?? 1)));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe.each(THEMES)('in the $theme', ({ of }) => {
  const color = (name: string): Rgb => {
    const found = of.get(name);
    if (!found) throw new Error(`no token ${name}`);
    return found;
  };
  const short = (pairs: [string, string][], least: number) => pairs.filter(([a, b]) => contrast(color(a), color(b)) < least).map(([a, b]) => `${a} on ${b}: ${contrast(color(a), color(b)).toFixed(2)}`);

  it('words can be read on every ground', () => {
    const pairs = WORDS.flatMap((word) => GROUNDS.map((ground): [string, string] => [word, ground]));
    pairs.push(['ink', 'note-wash'], ['note', 'note-wash'], ['ink', 'accent-wash'], ['ink-soft', 'accent-wash'], ['accent', 'accent-wash'], ['accent-ink', 'accent'], ['accent-ink', 'accent-hover']);
    expect(short(pairs, 4.5)).toEqual([]);
  });

  it('marks, edges and the ring of focus can be seen', () => {
    expect(short([...VERDICTS, 'edge', 'focus', 'accent', 'note'].flatMap((mark) => ['paper', 'sheet'].map((ground): [string, string] => [mark, ground])), 3)).toEqual([]);
  });

  it.each(Object.entries(SIGHTS))('the two poles are never mistaken for each other: %s', (_, sight) => {
    const [a, b] = [lab(color('verdict-real-bullying'), sight), lab(color('verdict-legitimate-criticism'), sight)];
    expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThan(30);
  });
});
