// A text in the passages that the keyboard can walk through and quote: sentences, and never a passage that is blank.

export interface Passage {
  text: string;
  /** Stands at the start of a paragraph. */
  starts: boolean;
}

/** Splits a text into sentences, by paragraph. */
export function passages(text: string, language: string): Passage[] {
  const segmenter = new Intl.Segmenter(['kk', 'ru', 'en'].includes(language) ? language : 'ru', { granularity: 'sentence' });
  return text.split(/\n+/).flatMap((paragraph) => {
    const sentences = [...segmenter.segment(paragraph)].map(({ segment }) => segment).filter((segment) => segment.trim() !== '');
    return sentences.map((sentence, index) => ({ text: sentence, starts: index === 0 }));
  });
}
