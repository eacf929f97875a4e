import { expect, it } from 'vitest';
import statuteSource from '../../../../src-tauri/core/src/model/statute.rs?raw';
import type { Question } from '../../lib/api/types';
import { setLang, t } from '../../lib/i18n';
import { valueName } from '../../lib/scale';

const METHOD = import.meta.glob('../../../../assets/methodology/1.0.0/*.json', { import: 'default', eager: true });
const read = (name: string): unknown => Object.entries(METHOD).find(([path]) => path.endsWith(`/${name}.json`))?.[1];

it('words every value of the published scales and every subtype of its rules in three languages', () => {
  const questions = read('questions') as Question[] | { questions: Question[] };
  const list = Array.isArray(questions) ? questions : questions.questions;
  const { content } = read('rules') as { content: { subtype: string }[] };
  const fixed = ['inside_statute', 'outside_statute', 'age_unknown', 'incitement'];
  const kinds = list.find(({ code }) => code === 'A14')?.scale.filter((value) => !['N', 'CT'].includes(value)) ?? [];
  const subtypes = [...content.map(({ subtype }) => subtype), ...fixed, ...kinds].filter((subtype) => subtype !== '' && !subtype.startsWith('by_'));
  const ids = [
    ...list.flatMap((question) => question.scale.map((value) => valueName(question, value))),
    ...subtypes.map((subtype) => `subtype-${subtype.replaceAll('_', '-')}`),
  ];
  for (const lang of ['kk', 'ru', 'en'] as const) {
    setLang(lang);
    expect([...new Set(ids)].filter((id) => t(id).startsWith('⟦'))).toEqual([]);
  }
});

it('words every reason of the statutory checklist and every element of arbitrariness in three languages', () => {
  const { elements } = read('rules') as { elements: { code: string }[] };
  const whys = [...new Set([...statuteSource.matchAll(/\("(?:LY|LN|NA)", "(\w+)"/g), ...statuteSource.matchAll(/\("(before_\w+|other_ground)", /g)].map(([, why = '']) => why))];
  expect(whys.length).toBeGreaterThan(15);
  const ids = [...whys.map((why) => `statute-why-${why.replaceAll('_', '-')}`), ...elements.map(({ code }) => `order-element-${code.replaceAll('_', '-')}`)];
  for (const lang of ['kk', 'ru', 'en'] as const) {
    setLang(lang);
    expect(ids.filter((id) => t(id).startsWith('⟦'))).toEqual([]);
  }
});
