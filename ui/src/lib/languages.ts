// The three languages by their own names, in the order in which they are offered.
import type { Lang } from './api/types';

export const LANGUAGES: readonly { code: Lang; name: string; short: string }[] = [
  { code: 'kk', name: 'Қазақша', short: 'Қаз' },
  { code: 'ru', name: 'Русский', short: 'Рус' },
  { code: 'en', name: 'English', short: 'Eng' },
];

/** Names a language as its speakers do. */
export const languageName = (code: Lang): string => LANGUAGES.find((one) => one.code === code)?.name ?? code;
