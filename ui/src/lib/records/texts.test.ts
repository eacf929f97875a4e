// Every kind, field, code and finding of the core's sources is worded in three languages.
import { beforeEach, describe, expect, it } from 'vitest';
import apiSource from '../../../../src-tauri/core/src/api/records.rs?raw';
import kindsSource from '../../../../src-tauri/core/src/model/kinds.rs?raw';
import type { Lang } from '../api/types';
import { setLang, t } from '../i18n';
import { KINDS } from './fake';
import { SECTION_NAMES, sectionsOf } from './sections';
import { codeWord, fieldWord, findingWord, helpWord, kindWord, unsetWord } from './words';

const FINDINGS = [...new Set([...apiSource.matchAll(/found\.push\((.*)\)/g)].flatMap(([, pushed = '']) => [...pushed.matchAll(/"(\w+)"/g)].map(([, code = '']) => code)))];
const LANGS: Lang[] = ['kk', 'ru', 'en'];

describe('the kinds read from the sources', () => {
  it('are all of them, with all their fields', () => {
    const names = [...(/pub const KINDS[^=]*= \[([^\]]*)\]/.exec(kindsSource)?.[1] ?? '').matchAll(/&([A-Z_]+)/g)].map(([, name = '']) => name.toLowerCase());
    expect(KINDS.map((kind) => kind.name).sort()).toEqual(names.sort());
    expect(KINDS.length).toBe(31);
    expect(KINDS.reduce((sum, kind) => sum + kind.fields.length, 0)).toBeGreaterThan(200);
  });

  it('seal what identifies somebody, and know what is needed', () => {
    const sealed = KINDS.flatMap((kind) => kind.fields.filter((field) => field.sealed).map((field) => `${kind.name}.${field.name}`));
    expect(sealed).toEqual(['actors.name', 'actors.contact', 'actors.note', 'orders.stated_reasons', 'item_translations.translator', 'expert_opinions.expert', 'reviewers.note', 'exhibits.captured_by', 'exhibits.source_url', 'custody_events.actor']);
    expect(KINDS.find((kind) => kind.name === 'facts')?.fields.filter((field) => field.needed).map((field) => field.name)).toEqual(['subject', 'field']);
  });

  it('lose no field among their sections', () => {
    for (const kind of KINDS) {
      const shown = sectionsOf(kind).flatMap((section) => section.fields);
      expect(shown.length, kind.name).toBe(kind.fields.filter((field) => field.shape !== 'about').length);
      expect(new Set(shown).size, kind.name).toBe(shown.length);
    }
  });

  it('find something, too', () => expect(FINDINGS).toEqual(expect.arrayContaining(['no_representative', 'representative_unsure', 'two_versions_in_force', 'no_version', 'overdue', 'due_soon', 'stub', 'withdrawn', 'provision_not_in_force'])));
});

describe.each(LANGS)('in %s', (lang) => {
  beforeEach(() => setLang(lang));

  const missing = (words: (string | undefined)[]) => words.filter((words) => words === undefined || words.includes('⟦'));

  it('every kind has a name for one, for many, and for a new one', () => {
    expect(missing(KINDS.flatMap(({ name }) => (['one', 'many', 'new'] as const).map((form) => kindWord(form, name))))).toEqual([]);
  });

  it('every field has a name', () => expect(missing(KINDS.flatMap((kind) => kind.fields.map((field) => fieldWord(kind.name, field.name))))).toEqual([]));

  it('no two fields of a kind have the same name', () => {
    for (const kind of KINDS) {
      const names = kind.fields.map((field) => fieldWord(kind.name, field.name));
      expect(names.filter((name, place) => names.indexOf(name) !== place), kind.name).toEqual([]);
    }
  });

  it('every code has a name, and so has the one that says nothing', () => {
    expect(missing(KINDS.flatMap((kind) => kind.fields.flatMap((field) => field.values.map((code) => codeWord(kind.name, field.name, code)))))).toEqual([]);
    expect(missing(KINDS.flatMap((kind) => kind.fields.filter((field) => field.shape === 'code').map((field) => unsetWord(kind.name, field))))).toEqual([]);
  });

  it('no two codes of a field have the same name', () => {
    for (const kind of KINDS) {
      for (const field of kind.fields) {
        const names = field.values.map((code) => codeWord(kind.name, field.name, code));
        if (field.shape === 'code') names.push(unsetWord(kind.name, field));
        expect(names.filter((name, place) => names.indexOf(name) !== place), `${kind.name}.${field.name}`).toEqual([]);
      }
    }
  });

  it('every finding and every section is worded', () => {
    expect(missing(FINDINGS.map(findingWord))).toEqual([]);
    expect(missing(SECTION_NAMES.map((name) => t(`record-section-${name}`)))).toEqual([]);
  });

  it('the law is named where it matters', () => {
    const helps = [helpWord('platforms', 'exemption'), helpWord('audience_measures', 'unit'), helpWord('expert_decisions', 'decided'), helpWord('complaints', 'signature'), helpWord('provision_versions', 'in_force_from'), helpWord('items', 'stub')];
    expect(missing(helps)).toEqual([]);
    expect(helps[0]).toMatch(/2023/);
    expect(helps[2]).toMatch(/2024/);
  });
});
