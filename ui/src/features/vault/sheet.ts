// The words of a recovery key, one by one.

/** Returns the words of a text in their order. */
export const wordsOf = (text: string): string[] => text.split(/\s+/u).filter(Boolean);
