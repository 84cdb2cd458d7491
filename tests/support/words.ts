/**
 * Every word of the interface by its place, "comfort.themes.dark".
 * @param given what a function at a place is called with
 */
export function said(
  value: unknown,
  given: (place: string) => unknown[],
  place = '',
): [place: string, text: unknown][] {
  if (typeof value === 'function') return [[place, (value as (...args: unknown[]) => unknown)(...given(place))]];
  if (typeof value !== 'object' || value === null) return [[place, value]];
  return Object.entries(value).flatMap(([key, each]) => said(each, given, place ? `${place}.${key}` : key));
}

/** Whether the function at a place is called with numbers. */
export function isCounted(place: string): boolean {
  return /(Count|readingTime|pageNumber|oldNotice|pictureOf|version|folio)$/.test(place);
}

/** The words around what a function says, and the words that are no function's: what may not stand on a page of another language. */
export function phrasesOf(words: unknown): string[] {
  const phrases = said(words, (place) =>
    place === 'provenance'
      ? [{ publication: '\0', date: '\0', headline: '\0', section: '\0', page: '\0' }]
      : isCounted(place)
        ? [7, 8]
        : ['\0'],
  );
  return phrases
    .filter(([place, text]) => place !== 'language' && typeof text === 'string')
    .flatMap(([, text]) => String(text).split(/[\0\d()“”]+/))
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase.length > 3);
}
