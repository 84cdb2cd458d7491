const most = 32;

// Languages that put no space between two words need a dictionary; elsewhere letters end where the word does.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The words of a text in small letters, in reading order; numbers are none.
 * @param language BCP 47
 */
export function wordsIn(text: string, language: string): string[] {
  const runs = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  if (!unspaced.test(text)) return runs;
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  return runs.flatMap((run) =>
    unspaced.test(run) ? Array.from(segmenter.segment(run), ({ segment }) => segment) : [run],
  );
}

/**
 * Words that tell what an article is about, to find others like it; no reader sees them.
 * Those of its heading count, and those that its body says twice: an edit of one word in the body mostly moves none.
 * Which of them are too common to tell anything, only the whole paper knows.
 */
export function keywordsOf({
  heading,
  body,
  language,
}: {
  heading: readonly (string | undefined)[];
  body: string;
  language: string;
}): string[] {
  const counts = new Map<string, number>();
  const count = (text: string, weight: number) => {
    for (const word of wordsIn(text, language)) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  count(heading.filter(Boolean).join(' \n'), 2);
  count(body, 1);
  return [...counts]
    .filter(([word, times]) => times >= 2 && isLong(word))
    .map(([word, times]) => ({ word, often: Math.floor(Math.log2(times)) }))
    .sort((a, b) => b.often - a.often || b.word.length - a.word.length || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word);
}

/** Short words are mostly those of grammar, as are Japanese words without a Chinese character or a foreign sound. */
function isLong(word: string): boolean {
  return word.length > 3
    ? !/^\p{Script=Hiragana}+$/u.test(word)
    : /[^\p{Script=Hiragana}]/u.test(word) && unspaced.test(word);
}
