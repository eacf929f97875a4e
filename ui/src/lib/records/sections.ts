// How the fields of large kinds are grouped. A field that no section names comes last, so that none is ever lost.
import type { FieldInfo, KindInfo } from '../api/types';

const SECTIONS: Record<string, [string, string[]][]> = {
  orders: [
    ['act', ['signatory_role', 'representative', 'more_actions', 'court_act_cited', 'expert_decision', 'secrecy_demanded']],
    ['term', ['deadline_basis', 'deadline_stated', 'closed', 'scope', 'duration', 'duration_until']],
    ['grounds', ['stated_reasons', 'second_source']],
    ['standing', ['dup_of', 'withdrawn']],
  ],
  items: [
    ['care', ['sensitivity', 'stub', 'referral_note']],
    ['content', ['kind', 'locator', 'platform', 'author', 'posted', 'visibility', 'language', 'text', 'topics', 'topic', 'statement_mode', 'repetition_set']],
    ['reach', ['views', 'shares', 'followers', 'members', 'reach_at']],
  ],
  order_items: [
    ['execution', ['order', 'item', 'demanded_action', 'outcome', 'complied', 'platform_basis', 'platform_rules']],
    ['sightings', ['last_seen_up', 'first_seen_down', 'author_notice']],
    ['appeal', ['appeal_filed', 'appeal_decided', 'appeal_result', 'reinstated', 'reinstated_by']],
    ['effect', ['chilling_effect']],
  ],
  complaints: [
    ['filing', ['filed', 'channel', 'filer_capacity', 'signature', 'alleged_victim', 'how_known']],
    ['handling', ['to_expert_group', 'expert_decision', 'extended', 'extension_reasoned']],
    ['result', ['decision', 'decided', 'order']],
    ['about', ['note', 'comparable_group']],
  ],
};

/** What the form of capture asks already. */
export const CAPTURED = ['instrument', 'number', 'authority', 'platform', 'learned', 'learned_how', 'issued', 'received', 'provisions', 'ground', 'action', 'document_seen', 'names_items_by_url', 'informs_of_appeal', 'author_notified', 'reasons_level', 'note', 'draft'];

export interface Section {
  /** Name of its heading, empty where the kind is small. */
  name: string;
  fields: FieldInfo[];
}

/** Every section that has a heading, for tests. */
export const SECTION_NAMES = [...Object.values(SECTIONS).flatMap((sections) => sections.map(([name]) => name)), 'rest'];

/** Groups the fields of a kind, leaving out those named. */
export function sectionsOf(kind: KindInfo, without: readonly string[] = []): Section[] {
  const left = kind.fields.filter((field) => !without.includes(field.name) && field.shape !== 'about');
  const sections = (SECTIONS[kind.name] ?? []).map(([name, names]) => ({ name, fields: names.flatMap((wanted) => left.filter((field) => field.name === wanted)) }));
  const rest = left.filter((field) => !sections.some((section) => section.fields.includes(field)));
  return [...sections, { name: sections.length > 0 ? 'rest' : '', fields: rest }].filter((section) => section.fields.length > 0);
}
