import leven from 'leven';

/** The word of a list that was most likely meant; `undefined` when none is near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const best = words
    .map((other) => ({ other, distance: leven(word.toLowerCase(), other.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance < word.length && best.distance <= Math.max(2, Math.floor(word.length / 4))
    ? best.other
    : undefined;
}
