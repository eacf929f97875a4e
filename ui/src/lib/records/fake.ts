// Invented records for tests, and the kinds as the sources of the core describe them. Never part of the app.
import kindsSource from '../../../../src-tauri/core/src/model/kinds.rs?raw';
import termsSource from '../../../../src-tauri/core/src/model/terms.rs?raw';
import type { FieldInfo, KindInfo, RecordDetail, RecordView } from '../api/types';

const lists = new Map<string, string[]>();
for (const source of [termsSource, kindsSource]) {
  for (const [, name = '', body = ''] of source.matchAll(/pub const ([A-Z_]+): \[&str; \d+\] =\s*\[([^\]]*)\];/g)) {
    lists.set(name, [...body.matchAll(/"([^"]*)"/g)].map(([, code = '']) => code));
  }
}

// Cuts a list of Rust expressions at its outermost commas.
function parts(body: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let begun = 0;
  for (let i = 0; i <= body.length; i++) {
    const sign = body[i] ?? ',';
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign)) depth--;
    else if (sign === ',' && depth === 0) {
      found.push(body.slice(begun, i).trim());
      begun = i + 1;
    }
  }
  return found.filter((part) => part !== '');
}

function fieldOf(written: string): FieldInfo | null {
  const sealed = written.includes('.sealed()');
  const needed = written.includes('.needed()');
  if (written.includes('.by_app()') || written === 'batch()') return null;
  const made = /^Field::new\("(\w+)", Shape::(\w+)\)/.exec(written);
  const [, how = '', args = ''] = /^(\w+)\(([^)]*)\)/.exec(written) ?? [];
  const [first = '', second = '', third = ''] = args.split(',').map((arg) => arg.trim().replaceAll('"', ''));
  const name = made?.[1] ?? first;
  const shape = made?.[2]?.toLowerCase() ?? (how === 'code_or' || how === 'tri' ? 'code' : how);
  if (name === '' || shape === '') throw new Error(`no field: ${written}`);
  const list = lists.get(how === 'tri' ? 'TRI' : second.replace('&', ''));
  if (['code', 'codes'].includes(shape) && !list) throw new Error(`no list: ${written}`);
  const unset = shape === 'code' ? (how === 'code_or' ? third : 'unknown') : '';
  return { name, shape, sealed, needed, unset, values: (list ?? []).filter((code) => code !== unset), kind: shape === 'link' ? second : '' };
}

/** Every kind as the core would describe it. */
export const KINDS: KindInfo[] = [...kindsSource.matchAll(/kind!\(\s*(?:\/\/\/[^\n]*\n\s*)+[A-Z_]+, "(\w+)", "([^"]*)", \[([^\]]*)\], \w+,\s*\[([\s\S]*?)\]\s*\);/g)].map(([, name = '', prefix = '', title = '', body = '']) => ({
  name,
  prefix,
  title: parts(title).map((part) => part.replaceAll('"', '')),
  // Fields that came after the mark of what was withdrawn stand in a list of their own.
  fields: parts(body.replace(/\],\s*\[/, ' ')).flatMap((part) => fieldOf(part) ?? []),
}));

/** Returns a kind. */
export function fakeKind(name: string): KindInfo {
  const kind = KINDS.find((one) => one.name === name);
  if (!kind) throw new Error(`no kind ${name}`);
  return kind;
}

const same = (label: string) => ({ kk: label, ru: label, en: label });

/** Returns a record with these fields. */
export function fakeRecord(kind: string, n = 1, more: Partial<RecordView> = {}): RecordView {
  return { kind, id: `${kind}-${n}`, reference: '', label: same(`${kind} ${n}`), fields: {}, links: {}, findings: [], ...more };
}

/** Returns a record in full, with nothing linked to it. */
export function fakeShown(record: RecordView, more: Partial<RecordDetail> = {}): RecordDetail {
  return { record, facts: [], linked: [], history: [{ seq: 41, recorded_at: 1_795_590_000, kind: 'record_added', actor: 'Айгүл', object: record.reference, items: '', detail: '', leaf: 'ab' }], ...more };
}
