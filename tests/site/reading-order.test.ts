import type { Element, RootContent } from 'hast';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { idleControls, openBrowser } from '../support/browser.ts';
import { attribute, elementsOf, pagesOf, parsed, textOf } from '../support/dist.ts';
import { oneOfEachKind } from '../support/kinds.ts';
import { fixtureLead } from '../support/landmarks.ts';

const fixture = inject('fixture');
const edition = inject('edition');
const pages = [edition, fixture].flatMap(pagesOf).map(({ at, url, html }) => [at, url, html] as const);

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
});
afterAll(() => browser.close());

/** What a screen reader is told of the page, in its order. */
async function toldOn(path: string): Promise<string> {
  const known = heard.get(path);
  if (known !== undefined) return known;
  await page.goto(new URL(path, path.startsWith('/2019/') ? edition.address : fixture.address).href);
  const told = (await page.locator('body').ariaSnapshot()).replace(/\s+/g, ' ');
  heard.set(path, told);
  if ((await page.locator(idleControls).count()) > 0) withIdleControls.push(path);
  return told;
}

const heard = new Map<string, string>();
/** Pages that show a control that does nothing, of those that were told. */
const withIdleControls: string[] = [];

describe('the reading order of an article', () => {
  const order = [
    ['headline', 'Ferries return to the inner harbour after “a long winter”'],
    ['standfirst', 'Three boats a day cross again'],
    ['byline', 'text: By - link "Wren Quayside"'],
    ['dateline', 'North Pier, 5 May'],
    ['time of publication', '6 May 2025, 07:30 UTC+02:00'],
    ['time of the update', '11:30'],
    ['lead picture', 'Drawing of a red ferry on flat blue water below a pale sky.'],
    ['caption', 'The first boat of the season leaves the north pier'],
    ['credit', 'Photo: Ines Breakwater'],
    ['body', 'The first ferry of the season left the north pier at dawn'],
    ['end of the body', 'The bell rings for departures and never for arrivals'],
    ['corrections', 'An earlier version gave the fare as 3 marks'],
    ['provenance', 'A version of this article appeared in the print edition'],
    ['related stories', 'More from the harbour'],
    ['promos', 'One message before each high water'],
    ['imprint', 'Published by The Fixture Press, Quay Street'],
  ] as const;

  let told: string;
  beforeAll(async () => {
    told = await toldOn(fixtureLead);
  });

  test.each(
    order
      .slice(1)
      .map(([name, words], index) => [name, order[index]?.[0] ?? '', words, order[index]?.[1] ?? ''] as const),
  )('puts the %s after the %s', (_name, _before, words, wordsBefore) => {
    const before = told.indexOf(wordsBefore);
    expect(before).toBeGreaterThanOrEqual(0);
    expect(told.indexOf(words, before + 1)).toBeGreaterThan(before);
  });

  test('begins with the link that skips to the text', () => {
    expect(told.indexOf('link "Skip to the text"')).toBe(told.indexOf('link "'));
  });
});

describe('the reading order of the other pages', () => {
  const before = ['Skip to the text', 'banner:', 'navigation "The paper"', 'link "Search"', 'main:'];
  const after = ['contentinfo:', 'Published by The Fixture Press'];
  const story = [
    'Harbour timetable',
    '"Ferries return to the inner harbour"',
    'Three boats a day',
    'img "Drawing of a red ferry',
  ];
  const way = 'navigation "Where this page is"';

  test.each([
    [
      'front page',
      '/',
      ['"Ferries return', 'img "Drawing of a red ferry', 'Photo: Ines', 'Three boats a day', '"All of Harbour'],
    ],
    [
      'section',
      '/sections/harbour/',
      ['"Harbour" [level=1]', 'Ferries, piers', '8 stories', '"Tuesday 6 May', ...story],
    ],
    [
      'topic',
      '/topics/bridges/',
      [way, 'link "Topics"', '"Bridges" [level=1]', '5 stories', '"Tuesday 6 May', ...story],
    ],
    ['contributor', '/contributors/ines-breakwater/', [way, '"Ines Breakwater" [level=1]', 'Photographer', ...story]],
    [
      'day',
      '/2025/05/06/',
      [way, 'link "May 2025"', '"Tuesday 6 May 2025" [level=1]', '12 stories', ...story, '5 May'],
    ],
    ['month', '/2025/05/', [way, 'link "2025"', '"May 2025" [level=1]', 'link "Tuesday 6 May']],
    ['year', '/2025/', [way, 'link "Archive"', '"2025" [level=1]', '14 stories', 'link "May 2025"']],
    ['archive', '/archive/', ['"Archive" [level=1]', 'link "2025"', '"Sections" [level=2]', 'link "Harbour"']],
    ['topics', '/topics/', ['"Topics" [level=1]', 'link "Bridges"', '5 stories', 'link "Ferries"']],
    [
      'contributors',
      '/contributors/',
      ['"Contributors" [level=1]', 'link "Ines Breakwater"', '3 stories', 'Photographer'],
    ],
    ['printed edition', '/editions/2025-05-06/', [way, 'link "Print editions"', '[level=1]', '[level=2]']],
    ['print editions', '/editions/', ['"Print editions" [level=1]', '"2025" [level=2]', 'link "Tuesday 6 May 2025"']],
    [
      'corrections',
      '/corrections/',
      ['"Corrections" [level=1]', 'text: Correction', '21:00', '"The swing bridge', 'listed nine'],
    ],
    ['page by itself', '/visiting/', ['"Visiting the harbour" [level=1]', 'paragraph:']],
    ['search page', '/search/', ['"Search the archive" [level=1]', 'region "Archive"', 'link "2025"']],
    ['saved stories', '/saved/', ['[level=1]', 'list']],
    [
      'missing page',
      '/404.html',
      ['"There is no page', 'may be mistyped', 'searchbox', 'button "Search"', '"Ferries return'],
    ],
  ])('of the kind “%s” is that of its parts', async (_kind, at, main) => {
    const told = await toldOn(at);
    let place = 0;
    for (const words of [...before, ...main, ...after]) {
      const next = told.indexOf(words, place);
      expect(next, `${words} after ${told.slice(Math.max(0, place - 80), place)}`).toBeGreaterThanOrEqual(place);
      place = next + words.length;
    }
  });
});

describe('the reading order of a right-to-left article', () => {
  const order = [
    'إعادة فتح جسر',
    'يستطيع السكان',
    'link "نورة المرفئي"',
    'الميناء، 5',
    'رسم لجسر أخضر',
    'الجسر كما يُرى',
    'أُعيد فتح',
    'ذكرت نسخة سابقة',
    'نُشرت نسخة',
    'اقرأ أيضًا',
  ];

  test('is that of one from left to right', async () => {
    const told = await toldOn('/2025/05/06/jisr-al-mina/');
    const places = order.reduce<number[]>(
      (found, words) => [...found, told.indexOf(words, (found.at(-1) ?? -1) + 1)],
      [],
    );
    expect(places).not.toContain(-1);
  });
});

test('no kind of page shows a control that does nothing where scripts are off', async () => {
  const kinds = oneOfEachKind(pagesOf(fixture), /jisr|ferries-return/).filter(({ at }) => !at.endsWith('/print/'));
  for (const { at } of kinds) await toldOn(at);
  expect(kinds.length).toBeGreaterThan(15);
  expect(withIdleControls).toEqual([]);
});

describe('what stands in the text of an article', () => {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');
  const countOf = (text: string, words: string) => letters(text).split(letters(words)).length - 1;
  const articles = pages.filter(([, , html]) => html.includes('e-content') && html.includes('data-short='));

  test.each(articles)(
    'of %s is said once: alt texts, captions, quotations, titles of boxes',
    async (at, _url, html) => {
      const told = await toldOn(at);
      const within = elementsOf(parsed(html), 'main');
      const named = within.flatMap((main) => elementsOf(main, isNamed)).flatMap(runsOf);
      const alts = within
        .flatMap((main) => elementsOf(main, 'picture'))
        .flatMap((picture) => elementsOf(picture, 'img').map((image) => attribute(image, 'alt') ?? ''));
      const shown = [...within.map(textOf), ...alts].join(' ');
      const long = [...named, ...alts].filter((each) => letters(each).length > 15);
      expect(long.filter((each) => countOf(told, each) !== countOf(shown, each))).toEqual([]);
    },
  );

  test('is named in one word', async () => {
    const told = await toldOn(fixtureLead);
    for (const named of [
      'figure "Picture": - img "Drawing of a red ferry on flat blue water',
      'figure "Pictures": - figure "Picture": - img',
      'figure "Quotation": - blockquote',
      'group "Box": - heading "The ferry in figures" [level=3]',
      'group "Box": - heading "Monday at the pier" [level=3]',
      'group "Table": - table "Crossings by boat"',
    ])
      expect(told).toContain(named);
  });

  test('is named in the language of the article', async () => {
    expect(await toldOn('/2025/05/06/jisr-al-mina/')).toContain('figure "صورة": - img');
  });

  test('has buttons that tell by its caption which picture they enlarge', async () => {
    const scripted = await browser.newPage({ serviceWorkers: 'block' });
    await scripted.goto(new URL(fixtureLead, fixture.address).href);
    const names = await scripted
      .getByRole('button', { name: 'Enlarge the picture' })
      .evaluateAll((buttons) => buttons.map((button) => button.ariaLabel));
    await scripted.close();
    expect(names).toContain('Enlarge the picture: The buoy at the harbour mouth marks the channel');
    expect(names.length).toBeGreaterThan(3);
    expect(new Set(names).size).toBe(names.length);
  });
});

/** What a figure or a box could be named by, and be said twice then. */
function isNamed({ tagName, properties }: Element): boolean {
  const classes = [properties.className].flat();
  return tagName === 'blockquote' || classes.includes('caption') || classes.includes('box-title');
}

/** Its words, piece by piece: a screen reader is told between them of paragraphs and links. */
function runsOf(node: RootContent): string[] {
  if (node.type === 'text') return [node.value];
  return 'children' in node ? node.children.flatMap(runsOf) : [];
}

describe('every page', () => {
  test.each(pages)('%s has one heading of the first rank', (_at, _url, html) => {
    expect(elementsOf(parsed(html), 'h1').map(textOf)).toHaveLength(1);
  });

  test.each(pages)('%s leaves out no rank of headings', (_at, _url, html) => {
    const ranks = elementsOf(parsed(html), (element) => /^h[1-6]$/.test(element.tagName)).map((element) =>
      Number(element.tagName[1]),
    );
    expect(ranks.filter((rank, index) => rank > (ranks[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test.each(pages)('%s has a name for each of its side pieces, and no name twice', (_at, _url, html) => {
    const tree = parsed(html);
    const byId = new Map(
      elementsOf(tree, (element) => typeof element.properties['id'] === 'string').map((element) => [
        element.properties['id'],
        textOf(element),
      ]),
    );
    const names = elementsOf(tree, (element) => element.tagName === 'aside' && !attribute(element, 'role')).map(
      (aside) => attribute(aside, 'ariaLabel') ?? byId.get(attribute(aside, 'ariaLabelledBy') ?? ''),
    );
    expect(names).toEqual([...new Set(names)]);
    expect(names).not.toContain(undefined);
  });

  test.each(pages)('%s has a title of its own', (at, _url, html) => {
    const title = elementsOf(parsed(html), 'title').map(textOf)[0] ?? '';
    expect(title).not.toBe('');
    expect(pages.filter(([otherAt, , other]) => otherAt !== at && other.includes(`<title>${title}</title>`))).toEqual(
      [],
    );
  });
});

describe('an article in another language', () => {
  test.each([
    ['/2025/05/06/jisr-al-mina/', 'ar', 'rtl'],
    ['/2025/05/06/minato-no-hashi/', 'ja', 'ltr'],
    ['/2025/05/06/faehre-nach-norden/', 'de', 'ltr'],
  ])('%s says so: %s, %s', (at, language, direction) => {
    const [root] = elementsOf(parsed(pages.find(([path]) => path === at)?.[2] ?? ''), 'html');
    expect([root?.properties['lang'], root?.properties['dir']]).toEqual([language, direction]);
  });

  test('is linked to in its own language and direction', () => {
    const html = pages.find(([path]) => path === fixtureLead)?.[2] ?? '';
    const [link] = elementsOf(
      parsed(html),
      (element) => element.tagName === 'a' && element.properties['href'] === '/2025/05/06/jisr-al-mina/',
    );
    expect([link?.properties['lang'], link?.properties['dir']]).toEqual(['ar', 'rtl']);
  });

  test('keeps the masthead and the imprint in the language of the paper', () => {
    const html = pages.find(([path]) => path === '/2025/05/06/jisr-al-mina/')?.[2] ?? '';
    const frame = elementsOf(parsed(html), 'body').flatMap((body) =>
      body.children.filter((child) => child.type === 'element' && /^(header|footer)$/.test(child.tagName)),
    );
    expect(
      frame.map((element) => element.type === 'element' && [element.properties['lang'], element.properties['dir']]),
    ).toEqual([
      ['en-GB', 'ltr'],
      ['en-GB', 'ltr'],
    ]);
  });
});
