import path from 'node:path';
import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { servePaper } from '../../src/desk/serve.ts';
import { openBrowser } from '../support/browser.ts';
import { firefoxPath, openFirefox } from '../support/firefox.ts';
import { frontPaper, longHeadline, pathOf, sections, type Made } from '../support/front-papers.ts';
import { removePaper } from '../support/paper.ts';
import { print } from '../support/pdf.ts';
import { builtSite } from '../support/quick-build.ts';
import { hasWebKit, openWebKit } from '../support/webkit.ts';

const wide: [number, number] = [1200, 800];
const tall: [number, number] = [900, 1200];
const kindOf = (index: number) =>
  index % 11 === 5 ? 'analysis' : index % 13 === 7 ? 'opinion' : index % 9 === 4 ? 'briefs' : 'news';
const arabic = { headline: 'الجسر الدوار يبقى مغلقا حتى الخريف', language: 'ar' };

const papers: Record<string, Made[]> = {
  'one story': [{ picture: wide }],
  'three stories without pictures': [{}, {}, {}],
  'seven stories, one with a very long headline': Array.from({ length: 7 }, (_, index) => ({
    headline: index === 0 ? longHeadline : undefined,
    picture: index === 0 ? tall : undefined,
    kind: index === 5 ? 'opinion' : 'news',
    section: sections[index % 3],
  })),
  'forty stories': Array.from({ length: 40 }, (_, index) => ({
    picture: index % 3 === 0 ? (index % 2 === 0 ? wide : tall) : undefined,
    kind: kindOf(index),
    section: sections[index % 5],
    ...(index % 8 === 2 ? arabic : {}),
  })),
  'eighteen stories of one section': Array.from({ length: 18 }, (_, index) => ({
    picture: index % 3 === 0 ? wide : undefined,
  })),
};

/** Fronts whose columns are hard to bring to one height. */
const uneven: Record<string, Made[]> = {
  'three stories, each with a picture': Array.from({ length: 3 }, () => ({ picture: wide })),
  'five stories, each with a picture': Array.from({ length: 5 }, (_, index) => ({
    picture: wide,
    kind: kindOf(index),
    section: sections[index],
  })),
  'seven stories, the lead’s picture upright': Array.from({ length: 7 }, (_, index) => ({
    picture: index === 0 ? tall : wide,
    kind: kindOf(index),
    section: sections[index % 5],
  })),
  'twelve stories, six of them analyses': Array.from({ length: 12 }, (_, index) => ({
    picture: index % 3 === 0 ? wide : undefined,
    kind: index > 0 && index < 7 ? 'analysis' : 'news',
    section: sections[index % 5],
  })),
  'eight stories without a picture': Array.from({ length: 8 }, (_, index) => ({
    kind: kindOf(index),
    section: sections[(index * 2) % 5],
  })),
  'forty stories, some with very long headlines': Array.from({ length: 40 }, (_, index) => ({
    headline: index % 5 === 2 || index === 0 ? longHeadline : undefined,
    picture: index % 3 === 0 ? wide : undefined,
    kind: kindOf(index),
    section: sections[index % 5],
  })),
};

/** Fronts whose sections have few stories, of unlike length. */
const sectionsOf = (lengths: readonly number[], made: (section: number, at: number) => Made): Made[] => [
  ...Array.from({ length: 7 }, (_, index) => ({ picture: index === 0 ? wide : undefined, section: sections[0] })),
  ...lengths.flatMap((length, section) =>
    Array.from({ length }, (_, at) => ({ section: sections[section], ...made(section, at) })),
  ),
];
const sectioned: Record<string, Made[]> = {
  'a section of one headline beside longer ones': sectionsOf([0, 1, 3, 2], (section) => ({
    ...(section === 1 ? { headline: 'A week without phones', standfirst: false } : {}),
  })),
  'a section of a square picture and two headlines': sectionsOf([0, 3], (_, at) => ({
    picture: at === 0 ? [1000, 1000] : undefined,
    standfirst: at === 0 ? undefined : false,
    headline: at === 0 ? undefined : 'Rail strike off',
  })),
  'sections of one to four stories with pictures of all shapes': sectionsOf([4, 1, 3, 2, 1], (section, at) => ({
    picture: at === 0 ? (section % 2 === 0 ? wide : tall) : undefined,
    standfirst: at % 2 === 0 ? undefined : false,
  })),
};

const plannedStories: Made[] = Array.from({ length: 14 }, (_, index) => ({
  picture: index % 2 === 0 ? wide : undefined,
  section: sections[index % 3],
}));
const at = (index: number) => pathOf(index, {});
const plan = `lead: ${at(6)}\nbreaking: true\nsecond: [${at(9)}, ${at(3)}]\npairs: [[${at(10)}, ${at(12)}]]\nbriefs: [${at(1)}]\ninside: [${at(0)}]\n`;

const plain: Record<string, Made[]> = {
  'forty stories without a picture': Array.from({ length: 40 }, (_, index) => ({ section: sections[index % 5] })),
};

let browser: Browser;
const built: { root: string; server: Server }[] = [];

async function publish(files: Record<string, string | Buffer>): Promise<string> {
  const root = await builtSite(files, { BROADSHEET_SEARCH: 'off' });
  const { server, address } = await servePaper(path.join(root, 'dist'), 0);
  built.push({ root, server });
  return address;
}

const addresses: Record<string, string> = { 'the edition': inject('edition').address };
beforeAll(async () => {
  browser = await openBrowser();
  for (const [name, stories] of Object.entries({ ...papers, ...uneven, ...sectioned, ...plain }))
    addresses[name] = await publish(await frontPaper(stories));
});
afterAll(async () => {
  await browser.close();
  for (const { root, server } of built) {
    server.close();
    removePaper(root);
  }
});

const opened = new Map<string, Promise<Page>>();

/** The front page of a paper, with scripts off, at a width; opened once, as to open it takes longer than to lay it out. */
async function open(address: string | undefined, width: number): Promise<Page> {
  const opening = opened.get(address ?? '') ?? openAnew(address ?? '');
  opened.set(address ?? '', opening);
  const page = await opening;
  await page.setViewportSize({ width, height: 900 });
  return page;
}

async function openAnew(address: string): Promise<Page> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(address, { waitUntil: 'networkidle' });
  return page;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where the elements of a page stand, in document order. */
function boxesOf(page: Page, selector: string): Promise<Box[]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );
}

const storyCounts: Record<string, number> = {
  'the edition': 7,
  ...Object.fromEntries(Object.entries(papers).map(([name, stories]) => [name, stories.length])),
};

describe.each(Object.keys(storyCounts))('a front page of %s', (name) => {
  let page: Page;
  beforeAll(async () => {
    page = await open(addresses[name], 1440);
  });

  test('shows every story once', async () => {
    const links = await page
      .locator('main .headline a')
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')));
    expect(new Set(links).size).toBe(links.length);
    expect(links).toHaveLength(storyCounts[name] ?? 0);
  });

  test('leads with its largest headline, the first in reading order', async () => {
    const sizes = await page
      .locator('main .headline')
      .evaluateAll((headlines) => headlines.map((headline) => parseFloat(getComputedStyle(headline).fontSize)));
    const [lead = 0, ...others] = sizes;
    expect(others.filter((size) => size >= lead)).toEqual([]);
  });

  test('has one h1, and headings that leave no rank out', async () => {
    const ranks = await page
      .locator('h1, h2, h3, h4, h5, h6')
      .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName[1])));
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    expect(ranks.filter((rank, index) => rank > (ranks[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('loads no picture early but the first', async () => {
    const loading = await page
      .locator('main img')
      .evaluateAll((images) => images.map((image) => image.getAttribute('loading')));
    expect(loading.slice(1).filter((each) => each !== 'lazy')).toEqual([]);
  });

  test('lets no two stories stand over each other', async () => {
    const boxes = await boxesOf(page, 'main .story');
    const over = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (other) =>
            Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
            Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1,
        ),
    );
    expect(over).toEqual([]);
  });

  test('leaves no column of the page empty', async () => {
    const boxes = await boxesOf(page, 'main .story');
    const [main] = await boxesOf(page, 'main');
    const left = main?.left ?? 0;
    const column = ((main?.right ?? 0) - left) / 4;
    const empty = [0, 1, 2, 3].filter((index) => {
      const middle = left + (index + 0.5) * column;
      return !boxes.some((box) => box.left < middle && box.right > middle);
    });
    expect(empty).toEqual([]);
  });

  test('stands in one column without a loss on a screen of 320 pixels', async () => {
    const narrow = await open(addresses[name], 320);
    const boxes = await boxesOf(narrow, 'main .story');
    expect(boxes).toHaveLength(storyCounts[name] ?? 0);
    expect(boxes.filter((box, index) => box.top < (boxes[index - 1]?.bottom ?? 0) - 1)).toEqual([]);
    expect(boxes.filter(({ left, right }) => left < 0 || right > 320)).toEqual([]);
    const sideways = await narrow.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(sideways).toBe(0);
  });
});

describe('a full front page on a wide screen', () => {
  test.each(['the edition', 'forty stories'])(
    'has the lead over half of it, with two columns beside: %s',
    async (name) => {
      const page = await open(addresses[name], 1440);
      const [lead, ...others] = await boxesOf(page, '.top .story');
      const beside = others.filter(({ left, top }) => left > (lead?.right ?? 0) && top < (lead?.bottom ?? 0));
      expect(beside).toHaveLength(others.length);
      expect(new Set(beside.map(({ left }) => Math.round(left))).size).toBe(2);
      const [top] = await boxesOf(page, '.top');
      const share = ((lead?.right ?? 0) - (lead?.left ?? 0)) / ((top?.right ?? 1) - (top?.left ?? 0));
      expect(share).toBeGreaterThan(0.45);
    },
  );

  test.each(['the edition', 'forty stories'])('has columns of like height beside the lead: %s', async (name) => {
    const page = await open(addresses[name], 1440);
    const [lead, ...others] = await boxesOf(page, '.top .story');
    const bottoms = new Map<number, number>();
    for (const { left, bottom } of others)
      bottoms.set(Math.round(left), Math.max(bottom, bottoms.get(Math.round(left)) ?? 0));
    const all = [lead?.bottom ?? 0, ...bottoms.values()];
    const height = Math.max(...all) - (lead?.top ?? 0);
    expect((Math.max(...all) - Math.min(...all)) / height).toBeLessThan(0.3);
  });
});

test.each(
  ['the edition', ...Object.keys(uneven)].flatMap((name) => [1024, 1440, 1920].map((width) => [name, width] as const)),
)('no column at the top of a front page ends more than 7.5 rem above another: %s at %i px', async (name, width) => {
  const page = await open(addresses[name], width);
  const makeUp = width >= 1152 && (await page.locator('.top-beside').count()) > 0 ? '.top' : '.side';
  const feet = new Map<number, number>();
  for (const { left, bottom } of await boxesOf(page, `${makeUp} .story`))
    feet.set(Math.round(left), Math.max(bottom, feet.get(Math.round(left)) ?? 0));
  const size = await page.locator('html').evaluate((html) => parseFloat(getComputedStyle(html).fontSize));
  expect(feet.size).toBeGreaterThan(1);
  expect((Math.max(...feet.values()) - Math.min(...feet.values())) / size).toBeLessThan(7.5);
});

/** How far, in rem, what stands side by side in sections ends above the lowest of it, the worst of the page. */
function worstFoot(page: Page): Promise<number> {
  return page.evaluate(() => {
    const cells = document.querySelectorAll(
      '.row > .band, .band-wide > .band-stories > .first, .band-others > .column, .equal > .story, .fourth, .three',
    );
    const rows = new Map<string, number[]>();
    for (const cell of cells) {
      const { top, width } = cell.getBoundingClientRect();
      // What has no box of its own parts its stories among the columns of what it stands in.
      const isFour = cell.matches('.three, .fourth');
      if (width === 0 || (innerWidth < 1700 ? isFour : !isFour && cell.closest('.fourth'))) continue;
      const stories = cell.matches('.story') ? [cell] : [...cell.querySelectorAll('.story')];
      const words = stories.flatMap((story) => [...story.querySelectorAll('.headline, .standfirst, .day, img')]);
      const foot = Math.max(...words.map((each) => each.getBoundingClientRect().bottom));
      const row = isFour ? 'four' : String(Math.round(top / 4));
      rows.set(row, [...(rows.get(row) ?? []), foot]);
    }
    const off = [...rows.values()].map((feet) => Math.max(...feet) - Math.min(...feet));
    return Math.max(0, ...off) / parseFloat(getComputedStyle(document.documentElement).fontSize);
  });
}

test.each(
  [...Object.keys(uneven), ...Object.keys(sectioned)].flatMap((name) =>
    [768, 1024, 1440].map((width) => [name, width] as const),
  ),
)('no part of a section ends more than 7.5 rem above what stands beside it: %s at %i px', async (name, width) => {
  const page = await open(addresses[name], width);
  // Headlines of seven lines part into columns less well.
  expect(await worstFoot(page)).toBeLessThan(name.includes('long headlines') ? 11 : 7.5);
});

/**
 * The white, in rem, between the words of each story of a column and what follows it there, with its padding, where the column beside
 * it ends 80 rem lower; on a very wide screen of the fourth column.
 */
function whiteInColumns(): number[][] {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return [...document.querySelectorAll('.side > .column, .row > .band, .fourth')].flatMap((column) => {
    if (column.matches('.fourth') !== innerWidth >= 1700) return [];
    const beside = column.nextElementSibling ?? column.previousElementSibling;
    const last = beside && [...beside.querySelectorAll<HTMLElement>('.story')].at(-1);
    const stories = [...column.querySelectorAll('.story, .apart > h2, .band-head')];
    if (!last || stories.length < 2) return [];
    last.style.paddingBlockEnd = '80rem';
    const white = stories.slice(0, -1).flatMap((story, at) => {
      const words = [...story.querySelectorAll('.headline, .standfirst, .day, img')];
      if (words.length === 0) return [];
      const foot = Math.max(...words.map((each) => each.getBoundingClientRect().bottom));
      return [((stories[at + 1]?.getBoundingClientRect().top ?? 0) - foot) / rem];
    });
    last.style.paddingBlockEnd = '';
    return [white];
  });
}

describe('a column that is far shorter than the one beside it has a limit to the white between its stories', () => {
  const columns = [
    ['twelve stories, six of them analyses', 768],
    ['forty stories', 1920],
  ] as const;
  const check = (white: number[][]) => {
    expect(white.flat().length).toBeGreaterThan(2);
    for (const each of white.flat()) {
      expect(each).toBeGreaterThan(5);
      expect(each).toBeLessThan(6);
    }
  };

  test.each(columns)('in Chromium: %s at %i px', async (name, width) => {
    const page = await open(addresses[name], width);
    check(await page.evaluate(whiteInColumns));
  });

  test.runIf(firefoxPath).each(columns)('in Firefox: %s at %i px', async (name, width) => {
    const firefox = await openFirefox();
    const page = await firefox.newPage();
    await page.setViewport({ width, height: 900 });
    await page.goto(addresses[name] ?? '');
    check(await page.evaluate(whiteInColumns));
    await firefox.close();
  });

  test.runIf(hasWebKit).each(columns)('in WebKitGTK: %s at %i px', async (name, width) => {
    const webkit = await openWebKit();
    await webkit.open(addresses[name] ?? '', width);
    check(await webkit.run(whiteInColumns));
    await webkit.close();
  });
});

test('of stories beside the lead the one with a picture has the larger headline', async () => {
  const page = await open(addresses['the edition'], 1440);
  const [pictured = 0, ...others] = await page
    .locator('.side > .column > .story')
    .evaluateAll((stories) =>
      stories
        .sort((one, other) => Number(other.querySelector('img') !== null) - Number(one.querySelector('img') !== null))
        .map((story) => parseFloat(getComputedStyle(story.querySelector('.headline') ?? story).fontSize)),
    );
  expect(pictured).toBeGreaterThan(Math.max(...others));
});

test.each([768, 1024, 1440])('a section without a picture runs through even columns at %i px', async (width) => {
  const page = await open(addresses['forty stories without a picture'], width);
  const differences = await page.locator('.band-rest').evaluateAll((bands) =>
    bands.map((band) => {
      const feet = new Map<number, number>();
      for (const story of band.querySelectorAll('.story')) {
        const { left, bottom } = story.getBoundingClientRect();
        feet.set(Math.round(left), Math.max(bottom, feet.get(Math.round(left)) ?? 0));
      }
      return Math.max(...feet.values()) - Math.min(...feet.values());
    }),
  );
  expect(differences.length).toBeGreaterThan(2);
  expect(differences.filter((each) => each > 120)).toEqual([]);
});

describe('a full front page on a very wide screen', () => {
  test.each([
    ['forty stories', 1700],
    ['forty stories', 1920],
    ['forty stories', 2560],
    ['eighteen stories of one section', 1920],
  ])('has a fourth column, as high as the others: %s at %i px', async (name, width) => {
    const page = await open(addresses[name], width);
    const [lead, ...beside] = await boxesOf(page, '.top .story');
    const fourth = await boxesOf(page, '.fourth .story');
    const lefts = new Set([lead, ...beside, ...fourth].map((box) => Math.round(box?.left ?? 0)));
    expect(lefts.size).toBe(4);
    expect(new Set(fourth.map(({ left }) => Math.round(left)))).toEqual(new Set([Math.max(...lefts)]));
    expect(fourth[0]?.top).toBeLessThan((lead?.top ?? 0) + 60);
    const [three] = await boxesOf(page, '.three');
    const high = (three?.bottom ?? 0) - (three?.top ?? 0);
    expect(Math.abs((fourth.at(-1)?.bottom ?? 0) - (three?.bottom ?? 0)) / high).toBeLessThan(0.08);
  });

  test('has no wider columns there, for letters that are larger', async () => {
    const widthIn = async (width: number) => {
      const page = await open(addresses['forty stories'], width);
      const [, first] = await boxesOf(page, '.top .story');
      const size = await page.locator('html').evaluate((html) => parseFloat(getComputedStyle(html).fontSize));
      return ((first?.right ?? 0) - (first?.left ?? 0)) / size;
    };
    const usual = await widthIn(1440);
    for (const width of [1700, 1920, 2560]) expect(await widthIn(width)).toBeLessThan(usual + 0.5);
  });

  test('has no more than three columns and nothing beside them below that', async () => {
    const page = await open(addresses['forty stories'], 1680);
    const [three] = await boxesOf(page, '.three');
    const [fourth] = await boxesOf(page, '.fourth');
    expect(fourth?.top).toBeGreaterThanOrEqual(three?.bottom ?? Infinity);
  });
});

test('forty headlines run through all columns of a sheet of paper', async () => {
  const page = await open(addresses['forty stories without a picture'], 1440);
  const { pages, words } = await print(page, 'A4');
  const { width = 0 } = pages[1] ?? {};
  const quarters = new Set(words.filter((each) => each.page === 2).map(({ left }) => Math.floor((left / width) * 4)));
  expect(pages.length).toBeLessThan(4);
  expect(quarters.size).toBe(4);
});

describe('a planned front page', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open(await publish(await frontPaper(plannedStories, { plan })), 1440);
  });

  const hrefs = (selector: string) =>
    page
      .locator(`${selector} .headline a`)
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')));
  const links = (...indexes: number[]) => indexes.map((index) => `/${at(index)}/`);

  test('has the lead, the second stories and the briefs that an editor wants', async () => {
    expect((await hrefs('main')).slice(0, 3)).toEqual(links(6, 9, 3));
    expect(await hrefs('.briefs')).toEqual(links(1));
  });

  test.each([768, 1440])(
    'has the headline of news that is breaking across the page, over all else, at %i px',
    async (width) => {
      await page.setViewportSize({ width, height: 900 });
      const [front] = await boxesOf(page, 'main');
      const [head] = await boxesOf(page, '.front-lead .story-head');
      const others = await boxesOf(page, '.front-lead > :not(.story-head), main .story:not(.front-lead)');
      expect([head?.left, head?.right]).toEqual([front?.left, front?.right]);
      expect(others.length).toBeGreaterThan(3);
      expect(others.filter(({ top }) => top < (head?.bottom ?? Infinity))).toEqual([]);
    },
  );

  test('has pairs side by side', async () => {
    expect(await hrefs('.pair')).toEqual(links(10, 12));
    const [one, other] = await boxesOf(page, '.pair .story');
    expect(one?.top).toBe(other?.top);
    expect(other?.left).toBeGreaterThan(one?.right ?? Infinity);
  });

  test('leaves out what stands inside, and leads to the day', async () => {
    expect(await hrefs('main')).not.toContain(links(0)[0]);
    expect(await page.locator('.more a').getAttribute('href')).toBe('/2025/05/06/');
  });
});
