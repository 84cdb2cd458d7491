import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { spaced } from '../support/articles.ts';
import { attribute, elementsOf, pagesOf, parsed, textOf, type BuiltPage } from '../support/dist.ts';
import { oneOfEachKind } from '../support/kinds.ts';

const browsers: [command: string, switches: string[]][] = [
  ['lynx', ['-dump', '-nolist', '-width=200', '-assume_charset=utf-8', '-display_charset=utf-8']],
  ['w3m', ['-dump', '-cols', '200', '-I', 'UTF-8', '-O', 'UTF-8']],
  ['elinks', ['-dump', '1', '-no-references', '-no-numbering', '-dump-width', '200', '-dump-charset', 'utf-8']],
];

const papers = { edition: inject('edition'), fixture: inject('fixture') };
const pages = Object.values(papers).flatMap((paper) =>
  oneOfEachKind(pagesOf(paper), /trump-kim-talks|summit-briefs|ferries-return|ebb|jisr-al-mina|handbook/).map(
    (page) => ({
      ...page,
      file: path.join(paper.dist, page.at, page.at.endsWith('.html') ? '' : 'index.html'),
    }),
  ),
);
const articles = pages.filter(({ html }) => html.includes('data-short='));

function dumpOf([command, switches]: (typeof browsers)[number], { file }: { file: string }): string {
  const { stdout, status } = spawnSync(command, [...switches, file], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  expect(status).toBe(0);
  return spaced(stdout);
}

/** How often words stand in a text, wherever its lines end: these browsers part Japanese and long words. */
function countOf(text: string, words: string): number {
  const solid = (each: string) => each.replace(/\s+/g, '');
  return solid(text).split(solid(words)).length - 1;
}

describe.each(browsers)('%s', (...browser) => {
  test.each(articles.map((page) => [page.at, page] as const))(
    'shows each picture of %s by its alt text once',
    (_, page) => {
      const dump = dumpOf(browser, page);
      const alts = elementsOf(parsed(page.html), 'picture').flatMap((picture) =>
        elementsOf(picture, 'img').map((image) => attribute(image, 'alt') ?? ''),
      );
      const described = new Set(alts.filter((alt) => alt.length > 12 && !alt.includes('<')));
      for (const alt of described) expect(countOf(dump, alt), alt).toBe(alts.filter((each) => each === alt).length);
      // Named by its file where it has no words.
      expect(dump).not.toMatch(/\.(jpe?g|avif|webp)\b/);
    },
  );

  test.each(pages.map((page) => [page.at, page] as const))('shows nothing on %s that scripts alone use', (_, page) => {
    const dump = dumpOf(browser, page);
    const words = wordsOfScripts(page);
    expect(words.length).toBeGreaterThan(page.at.endsWith('/print/') ? 0 : 10);
    const said = spaced(textOf(parsed(page.html)));
    // Those that other parts of the page say as well, such as "Search" and "Front page".
    expect(words.filter((each) => !said.includes(each) && countOf(dump, each) > 0)).toEqual([]);
    if (!page.html.includes('<form')) expect(dump).not.toContain('(BUTTON)');
  });

  test.each(articles.map((page) => [page.at, page] as const))('shows nothing of %s that paper alone has', (_, page) => {
    const dump = dumpOf(browser, page);
    const [short = ''] = /(?<=data-short=")[^"]+(?=")/.exec(page.html) ?? [];
    expect(short).toMatch(/\/a\/\w+$/);
    // The citations end it with a slash.
    expect(countOf(dump, short)).toBe(countOf(dump, `${short}/`));
  });

  test('shows the text, the ways on and the imprint of an article', () => {
    const page = articles.find(({ at }) => at.includes('trump-kim-talks'));
    const dump = page ? dumpOf(browser, page) : '';
    let place = 0;
    for (const words of [
      'Skip to the text',
      'Trump-Kim talks break down after dispute over sanctions',
      'The two leaders dropped a working lunch',
      'Published 1 March 2019, 05:00 SGT',
      'Share',
      'Drawing of a white colonial hotel',
      'Donald Trump and Kim Jong Un ended',
      'What each side put on the table',
      'Cite this article',
      'See Top of the News',
      'Follow the channel',
      'Published by The Broadsheet, Singapore',
    ]) {
      const next = dump.replaceAll('\u00a0', ' ').indexOf(words, place);
      expect(next, words).toBeGreaterThanOrEqual(place);
      place = next;
    }
  });
});

/** Words that a page keeps in attributes until a script puts them in. */
function wordsOfScripts({ html }: BuiltPage): string[] {
  return elementsOf(parsed(html), () => true).flatMap((element) => {
    const words = attribute(element, 'dataWords');
    const inert = attribute(element, 'dataHtml');
    const tree = inert ? parsed(inert) : undefined;
    const parts = tree
      ? elementsOf(tree, ({ tagName }) => /^(h2|legend|label|button|span)$/.test(tagName)).map(textOf)
      : [];
    return [...(words ? [words] : []), ...parts].map(spaced).filter(Boolean);
  });
}
