import { parse, Visitor, type Entry, type Message, type Resource, type TextElement, type VariableReference } from '@fluent/syntax';
import { describe, expect, it } from 'vitest';

const TEXTS = import.meta.glob<string>('@locales/*/*.ftl', { query: '?raw', import: 'default', eager: true });
const SOURCES = import.meta.glob<string>(['/src/**/*.svelte', '/src/**/*.ts', '!/src/**/*.test.ts'], { query: '?raw', import: 'default', eager: true });

interface Text {
  file: string;
  variables: string[];
}

const parsed = Object.entries(TEXTS).map(([path, text]) => {
  const [lang = '', file = ''] = path.split('/').slice(-2);
  return { lang, file, resource: parse(text, {}) };
});

function messages(resource: Resource): Message[] {
  return resource.body.filter((entry): entry is Message => entry.type === 'Message');
}

class Reader extends Visitor {
  readonly variables = new Set<string>();
  words = '';

  override visitVariableReference(node: VariableReference): void {
    this.variables.add(node.id.name);
  }

  override visitTextElement(node: TextElement): void {
    this.words += node.value;
  }
}

function read(message: Message): { variables: string[]; words: string } {
  const reader = new Reader();
  reader.visit(message);
  return { variables: [...reader.variables].sort(), words: reader.words };
}

function textsOf(lang: string): Map<string, Text> {
  const texts = new Map<string, Text>();
  for (const { lang: written, file, resource } of parsed) {
    if (written !== lang) continue;
    for (const message of messages(resource)) texts.set(message.id.name, { file, variables: read(message).variables });
  }
  return texts;
}

describe('the texts', () => {
  it.each(parsed)('parse without a rest: $lang/$file', ({ resource }) => {
    const junk = resource.body.filter((entry: Entry) => entry.type === 'Junk');
    expect(junk.map((entry) => JSON.stringify(entry))).toEqual([]);
  });

  it.each(['kk', 'ru', 'en'])('say nothing twice in %s', (lang) => {
    const names = parsed.filter((one) => one.lang === lang).flatMap(({ resource }) => messages(resource).map((message) => message.id.name));
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  it.each(['kk', 'ru'])('exist in %s as in English, with the same variables, in the same files', (lang) => {
    expect(Object.fromEntries(textsOf(lang))).toEqual(Object.fromEntries(textsOf('en')));
  });

  it('find a variable when there is one', () => {
    expect(textsOf('en').get('saved-line')?.variables).toEqual(['reference', 'seq']);
  });

  it.each(['kk', 'ru'])('are not left in another language in %s', (lang) => {
    const foreign = parsed
      .filter((one) => one.lang === lang && ['ui.ftl', 'orders.ftl', 'common.ftl', 'records.ftl'].includes(one.file))
      .flatMap(({ resource }) => messages(resource))
      .filter((message) => /\p{Script=Latin}{3}/u.test(read(message).words) && !/\p{Script=Cyrillic}/u.test(read(message).words));
    expect(foreign.map((message) => message.id.name)).toEqual(['channel-e-otinish']);
  });
});

describe('the window', () => {
  const known = textsOf('en');
  const asked = Object.entries(SOURCES).flatMap(([path, source]) => [...source.matchAll(/\bt\('([a-z0-9-]+)'/g)].map(([, id = '']) => ({ path, id })));

  it('asks only for texts that exist', () => {
    expect(asked.length).toBeGreaterThan(200);
    expect(asked.filter(({ id }) => !known.has(id))).toEqual([]);
  });

  it('has no text of its own that nobody asks for', () => {
    const everything = Object.values(SOURCES).join('\n');
    const built = ['nav-', 'theme-', 'strength-', 'threshold-', 'month-alone-', 'failure-', 'caveat-', 'paper-kind-', 'paper-audience-', 'paper-format-', 'paper-text-', 'paper-zoom-', 'paper-beside-', 'refused-'];
    const idle = [...known].filter(([id, { file }]) => file === 'ui.ftl' && !everything.includes(`'${id}'`) && !built.some((prefix) => id.startsWith(prefix)));
    expect(idle.map(([id]) => id)).toEqual([]);
  });
});
