import { afterEach, describe, expect, it } from 'vitest';
import { deedOf, turnToLandmark } from './hotkeys';
import { SCREENS, SCREENS_BY_DIGIT } from './router.svelte';

const press = (code: string, more: KeyboardEventInit = {}) => deedOf(new KeyboardEvent('keydown', { code, ...more }));

describe('a key press', () => {
  it.each([
    ['KeyN', { ctrlKey: true, key: 'т' }, { kind: 'record' }],
    ['KeyN', { metaKey: true, key: 'n' }, { kind: 'record' }],
    ['KeyK', { ctrlKey: true, key: 'л' }, { kind: 'palette' }],
    ['KeyL', { ctrlKey: true, key: 'д' }, { kind: 'lock' }],
    ['F6', {}, { kind: 'landmark', back: false }],
    ['F6', { shiftKey: true }, { kind: 'landmark', back: true }],
    ['Digit1', { altKey: true, key: '"' }, { kind: 'go', screen: 'desk' }],
    ['Digit2', { altKey: true, key: 'ә' }, { kind: 'go', screen: 'orders' }],
    ['Numpad9', { altKey: true }, { kind: 'go', screen: 'platforms' }],
    ['ArrowLeft', { altKey: true }, { kind: 'back' }],
  ])('%s %o asks for its deed on any layout', (code, more, deed) => expect(press(code, more)).toEqual(deed));

  it.each([
    ['KeyN', {}],
    ['KeyN', { ctrlKey: true, shiftKey: true }],
    ['KeyN', { ctrlKey: true, altKey: true }],
    ['KeyA', { ctrlKey: true }],
    ['ArrowLeft', {}],
    ['ArrowLeft', { altKey: true, shiftKey: true }],
    ['Digit1', {}],
    ['Digit1', { altKey: true, ctrlKey: true }],
    ['Digit0', { altKey: true }],
  ])('%s %o is none of ours', (code, more) => expect(press(code, more)).toBeNull());

  it('reaches the first nine screens', () => {
    const first = SCREENS.slice(0, SCREENS_BY_DIGIT);
    expect(first.map((_, place) => press(`Digit${place + 1}`, { altKey: true }))).toEqual(first.map((screen) => ({ kind: 'go', screen })));
  });
});

describe('F6', () => {
  afterEach(() => document.body.replaceChildren());

  it('goes round the parts of the window and back', () => {
    document.body.innerHTML = '<nav data-landmark><button>a</button><button aria-current="page">b</button></nav><main data-landmark tabindex="-1"><input></main>';
    const seen: string[] = [];
    for (const back of [false, false, false, true]) {
      turnToLandmark(back);
      seen.push(document.activeElement?.textContent || (document.activeElement?.tagName ?? ''));
    }
    expect(seen).toEqual(['b', 'MAIN', 'b', 'MAIN']);
  });
});
