// The fixed lists of the domain that the forms offer, in the order in which they are offered. The core refuses anything else.

export const INSTRUMENTS = [
  'unknown',
  'ministry_order',
  'prosecutor_submission',
  'court_act',
  'police_request',
  'letter',
  'platform_channel_flag',
  'preventive_recommendation',
] as const;
export const LEARNED_HOW = [
  'unknown',
  'platform_notice',
  'author',
  'lawyer',
  'court_file',
  'register',
  'press',
  'foi',
  'leak',
  'monitoring',
] as const;
export const GROUNDS = [
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
] as const;
export const ACTIONS = [
  'not_stated',
  'delete',
  'geo_block',
  'suspend_account',
  'block_site',
  'disclose_author',
  'label',
  'other',
] as const;
export const DOCUMENT_SEEN = ['unknown', 'original', 'copy', 'quoted', 'described_only'] as const;
export const TRI = ['unknown', 'yes', 'no'] as const;
export const NAMES_ITEMS = ['unknown', 'yes', 'partly', 'no'] as const;
export const REASONS_LEVELS = ['unknown', 'none', 'formula', 'case_specific'] as const;
export const OUTCOMES = [
  'unknown',
  'removed',
  'geo_blocked',
  'account_suspended',
  'age_gated',
  'labelled',
  'author_deleted',
  'partly',
  'refused',
  'no_action',
] as const;

/** Outcomes that did not happen at a moment. */
export const OUTCOMES_WITHOUT_TIME: readonly string[] = ['unknown', 'refused', 'no_action'];

/** Returns the id of the message that names a code, as outcome-geo-blocked. */
export function name(list: string, code: string): string {
  return `${list}-${code.replaceAll('_', '-')}`;
}
