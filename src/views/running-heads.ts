import type { NewspaperPages, NewspaperView } from './newspaper.ts';

/**
 * The style sheet of a newspaper's running heads: a named page for each run of pages, with its sections, the paper's name, the
 * day and the number of the page. CSS Paged Media; browsers that know no margin boxes print none.
 */
export function runningHeads(
  { name, day, words, direction }: Pick<NewspaperView, 'name' | 'day' | 'words' | 'direction'>,
  { runs }: NewspaperPages,
): string {
  const [before = '', after = ''] = words.page.split('{page}');
  const [start, end] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  return runs
    .map(
      ({ head }, run) =>
        `@page run-${run}{@top-${start}{content:${quoted(head)}}@top-center{content:${quoted(name)}}` +
        `@top-${end}{content:${quoted(`${day.text}\u2003${before}`)} counter(page) ${quoted(after)}}}` +
        `@media print{.run-${run}{page:run-${run}}}`,
    )
    .join('');
}

/** A CSS string; all that could end it, or be markup, by its number. */
function quoted(text: string): string {
  return `"${text.replace(/["\\&<>\n\r\f]/g, (letter) => `\\${letter.codePointAt(0)?.toString(16) ?? ''} `)}"`;
}
