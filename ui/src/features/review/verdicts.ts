/** The six verdicts in the order in which they are always listed. */
export const VERDICTS = [
  'real_bullying',
  'legitimate_criticism',
  'mixed',
  'other_unlawful',
  'other_lawful',
  'cannot_tell',
] as const;
