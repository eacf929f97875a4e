// The fixed lists that a cell of the table can be set to, in the order in which they are offered. The core refuses anything else.
import { word } from '../../lib/i18n';

export const TRI = ['unknown', 'yes', 'no'] as const;
export const FLAG = ['no', 'yes'] as const;

export const CODES: Record<string, { list: string; codes: readonly string[] }> = {
  instrument: {
    list: 'instrument',
    codes: ['unknown', 'ministry_order', 'prosecutor_submission', 'court_act', 'police_request', 'letter', 'platform_channel_flag', 'preventive_recommendation'],
  },
  ground: {
    list: 'ground',
    codes: [
      'not_stated',
      'child_cyberbullying',
      'bullying_unspecified',
      'honour_dignity',
      'defamation',
      'false_information',
      'personal_data',
      'extremism',
      'drugs',
      'gambling',
      'pornography',
      'elections',
      'lgbt_propaganda',
      'other',
    ],
  },
  action: { list: 'action', codes: ['not_stated', 'delete', 'geo_block', 'suspend_account', 'block_site', 'disclose_author', 'label', 'other'] },
  document_seen: { list: 'document', codes: ['unknown', 'original', 'copy', 'quoted', 'described_only'] },
  reasons_level: { list: 'reasons', codes: ['unknown', 'none', 'formula', 'case_specific'] },
  names_items_by_url: { list: 'tri', codes: ['unknown', 'yes', 'partly', 'no'] },
  informs_of_appeal: { list: 'tri', codes: TRI },
  author_notified: { list: 'tri', codes: TRI },
  draft: { list: 'tri', codes: FLAG },
};

/** Lists of the fields that a cell cannot set but that an entry may speak of. */
const OTHER_LISTS: Record<string, string> = { learned_how: 'learned', outcome: 'outcome', channel: 'channel', decision: 'decision', to_expert_group: 'tri' };

/** Words a coded value of a field; a value of another kind comes back as it is. */
export function wordOf(field: string, value: string): string {
  const list = CODES[field]?.list ?? OTHER_LISTS[field];
  return list && value !== '' ? word(list, value) : value;
}

/** Returns the code that somebody wrote, as a code or in the words of the window's language; what is neither comes back as it is. */
export function codeOf(field: string, written: string): string {
  const known = CODES[field];
  if (!known) return written.trim();
  const plain = (text: string) => text.trim().toLocaleLowerCase().replaceAll(/\s+/g, ' ');
  const wanted = plain(written);
  return known.codes.find((code) => code === wanted || plain(word(known.list, code)) === wanted) ?? written.trim();
}
