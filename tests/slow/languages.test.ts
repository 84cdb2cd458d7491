import type { Element, Root, RootContent } from 'hast';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servePaper } from '../../src/desk/serve.ts';
import { directionOf } from '../../src/newsroom/language.ts';
import { wordsOf } from '../../src/newsroom/words.ts';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { pagesOf, parsed, textOf, elementsOf, attribute, type BuiltPage } from '../support/dist.ts';
import { overflow } from '../support/overflow.ts';
import { removePaper } from '../support/paper.ts';
import { otherWay, paperIn, samples } from '../support/papers-in-languages.ts';
import { builtSite } from '../support/quick-build.ts';
import { phrasesOf } from '../support/words.ts';

/** How each language tells 6 May 2025 on its front page and in print, the hour of publication, and its marks around a headline. */
const manners: Record<string, { day: string; printed: string; published: string; headline: string; byline: string }> = {
  'en-GB': {
    day: 'Tuesday 6 May 2025',
    printed: '7 May 2025',
    published: 'Published 6 May 2025, 05:20 UTC+02:00',
    headline: '“Old bridge” opens again',
    byline: 'By Ada Quay, Ben Pier and Cora Wharf',
  },
  de: {
    day: 'Dienstag, 6. Mai 2025',
    printed: '7. Mai 2025',
    published: 'Veröffentlicht am 6. Mai 2025, 05:20 Uhr UTC+02:00',
    headline: '„Alte Brücke“ wieder offen',
    byline: 'Von Anna Kai, Bernd Mole und Clara Werft',
  },
  fr: {
    day: 'mardi 6 mai 2025',
    printed: '7 mai 2025',
    published: 'Publié le 6 mai 2025 à 05h20 UTC+02:00',
    headline: '« Le vieux pont » rouvre',
    byline: 'Par Anne Duquai, Benoît Jetée et Claire Bassin',
  },
  es: {
    day: 'martes, 6 de mayo de 2025',
    printed: '7 de mayo de 2025',
    published: 'Publicado el 6 de mayo de 2025, 05:20 UTC+02:00',
    headline: '«El puente viejo» reabre',
    byline: 'Por Ana Muelle, Benito Dársena y Clara Espigón',
  },
  ar: {
    day: 'الثلاثاء، 6 مايو 2025',
    printed: '7 مايو 2025',
    published: 'نُشر في 6 مايو 2025، 05:20 UTC+02:00',
    headline: '”الجسر القديم“ يُفتح من جديد',
    byline: 'بقلم نورة المرفئي وسامي البحري وليلى الرصيف',
  },
  he: {
    day: 'יום שלישי, 6 במאי 2025',
    printed: '7 במאי 2025',
    published: 'פורסם: 6 במאי 2025, 05:20 UTC+02:00',
    headline: '”הגשר הישן” נפתח מחדש',
    byline: 'מאת נועה רציף, יואב מזח ותמר עוגן',
  },
  hi: {
    day: 'मंगलवार, 6 मई 2025',
    printed: '7 मई 2025',
    published: 'प्रकाशित: 6 मई 2025, 05:20 UTC+02:00',
    headline: '“पुराना पुल” फिर खुला',
    byline: 'लेखक: नीरा घाट, समीर सागर, और लता तट',
  },
  ja: {
    day: '2025年5月6日 火曜日',
    printed: '2025年5月7日',
    published: '公開 2025年5月6日 05:20 UTC+02:00',
    headline: '「古い橋」が再開',
    byline: '文・港野橋子、波止場一郎、岸辺渚',
  },
  ko: {
    day: '2025년 5월 6일 화요일',
    printed: '2025년 5월 7일',
    published: '입력 2025년 5월 6일 05:20 UTC+02:00',
    headline: '“옛 다리” 다시 열려',
    byline: '글 나루희, 한바다 및 김부두',
  },
  'zh-Hans': {
    day: '2025年5月6日 星期二',
    printed: '2025年5月7日',
    published: '发布于 2025年5月6日 05:20 UTC+02:00',
    headline: '“老桥”重新开放',
    byline: '作者：林码头、王海岸和陈渡口',
  },
};

interface Paper {
  root: string;
  server: Server;
  address: string;
  pages: (BuiltPage & { tree: Root })[];
}

const papers = new Map<string, Paper>();
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  const waiting = [...samples];
  const build = async () => {
    for (let sample = waiting.shift(); sample; sample = waiting.shift()) {
      const root = await builtSite(paperIn(sample), {
        BROADSHEET_NOW: '2025-05-07T12:00:00Z',
        BROADSHEET_SEARCH: 'off',
      });
      const dist = path.join(root, 'dist');
      const { server, address } = await servePaper(dist, 0);
      const pages = pagesOf({ dist, address }).map((page) => ({ ...page, tree: parsed(page.html) }));
      papers.set(sample.language, { root, server, address, pages });
    }
  };
  await Promise.all([build(), build()]);
});

afterAll(async () => {
  await browser.close();
  for (const { root, server } of papers.values()) {
    server.close();
    removePaper(root);
  }
});

/** Texts in one piece that may be broken into lines between their parts. */
function joined(nodes: readonly (Root | RootContent)[]): (Root | RootContent)[] {
  const all: (Root | RootContent)[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.type === 'element' && node.tagName === 'wbr') continue;
    if (node.type === 'text' && last?.type === 'text')
      all[all.length - 1] = { ...last, value: last.value + node.value };
    else all.push(node);
  }
  return all;
}

/** What stands on a page in a language, a line for each text and for each attribute that is read out or shown. */
function saidIn(language: string, node: Root | RootContent, inherited = ''): string[] {
  if (node.type === 'text') return inherited === language && node.value.trim() ? [node.value.trim()] : [];
  if (node.type !== 'element' && node.type !== 'root') return [];
  if (node.type === 'element' && /^(style|script|code)$/.test(node.tagName)) return [];
  // Addresses, and citations that have the form of their standard.
  if (node.type === 'element' && node.tagName === 'span' && attribute(node, 'dir') === 'ltr') return [];
  const own = node.type === 'element' ? (attribute(node, 'lang') ?? inherited) : inherited;
  const attributes = node.type === 'element' && own === language ? wordsIn(node) : [];
  // What a script makes of the page.
  const inert = node.type === 'element' ? attribute(node, 'dataHtml') : undefined;
  const children = inert ? [parsed(inert)] : node.children;
  return [...attributes, ...joined(children).flatMap((child) => saidIn(language, child, own))];
}

/** Attributes by which scripts know their places, and the settings of the search, which are JSON. */
const places = /^data(Opens|Tool|Deed|Href|Bar|Search|Copy|Path|PageOf|Short|Html)$/;

function wordsIn(element: Element): string[] {
  return Object.entries(element.properties).flatMap(([name, value]) =>
    !places.test(name) && /^(ariaLabel|ariaDescription|alt|title|placeholder|data[A-Z].*)$/.test(name) && value
      ? [String(value)]
      : [],
  );
}

const plain = (text: string) =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

describe.each(samples)('A paper in $language', (sample) => {
  const { language } = sample;
  const manner = manners[language]!;
  const paper = () => papers.get(language)!;
  const page = (at: string) => paper().pages.find((each) => each.at === at)!;
  const textAt = (at: string) => plain(textOf(page(at).tree));

  test('says so on every page, and which way it runs', () => {
    const wrong = paper().pages.filter(({ at, html }) => {
      const expected = at === '/2025/05/06/third/' ? otherWay(sample).language : language;
      return !html.includes(`<html lang="${expected}" dir="${directionOf(expected)}"`);
    });
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });

  test.skipIf(language === 'en-GB')('has no English word of the interface on any page', () => {
    const own = JSON.stringify(phrasesOf(wordsOf(language))) + JSON.stringify(sample);
    const english = phrasesOf(wordsOf('en')).filter((phrase) => !own.includes(phrase));
    const found = paper().pages.flatMap(({ at, tree }) =>
      saidIn(language, tree).flatMap((text) =>
        english
          .filter((phrase) => new RegExp(`(?<!\\p{L})${RegExp.escape(phrase)}(?!\\p{L})`, 'u').test(text))
          .map((phrase) => `${at}: "${phrase}" in "${text}"`),
      ),
    );
    expect(english.length).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });

  test.skipIf(/^(en|de|fr|es)/.test(language))('has no word in Latin letters but names', () => {
    const names =
      /Bluesky|Facebook|Mastodon|Reddit|WhatsApp|APA|MLA|BibTeX|RSS|Atom|JSON Feed|PDF|EPUB|QR|CC BY 4\.0|JavaScript/g;
    const known = /UTC[+\d:]*|\{\w+\}|https?:\S+|[\w.]+\.example\S*|^(first|second|third)\/$/g;
    const found = paper().pages.flatMap(({ at, tree }) =>
      saidIn(language, tree)
        .filter((text) => /[A-Za-z]{2}/.test(text.replace(known, '').replace(names, '')))
        .map((text) => `${at}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  test('tells days, hours and names in its manner, and quotes with its marks', () => {
    expect(textAt('/')).toContain(manner.day);
    expect(textAt('/')).toContain(manner.headline);
    const first = textAt('/2025/05/06/first/');
    for (const each of [manner.published, manner.headline, manner.byline]) expect(first).toContain(each);
    expect(textAt('/2025/05/06/second/')).toContain(manner.printed);
  });

  test('has no straight quotation mark in any text', () => {
    const straight = paper().pages.flatMap(({ at, tree }) =>
      ['h1', 'h2', 'p', 'li', 'a'].flatMap((name) =>
        elementsOf(tree, name)
          .map(textOf)
          .filter((text) => text.includes('"'))
          .map((text) => `${at}: ${text}`),
      ),
    );
    expect(straight).toEqual([]);
  });

  test('keeps its own furniture around a story that runs the other way', () => {
    const other = otherWay(sample);
    const { tree } = page('/2025/05/06/third/');
    for (const name of ['header', 'footer']) {
      const [element] = elementsOf(
        tree,
        ({ tagName, properties }) => tagName === name && /masthead|imprint/.test(String(properties['className'])),
      );
      expect([attribute(element!, 'lang'), attribute(element!, 'dir')]).toEqual([language, directionOf(language)]);
    }
    const text = plain(textOf(tree));
    expect(text).toContain(wordsOf(other.language).published);
    expect(text).toContain(wordsOf(language).frontPage);
    expect(text).toContain(manners[other.language]!.headline);
  });

  test('mirrors the page of a story by the story, and its furniture by the paper', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1440, height: 900 } });
    const tab = await context.newPage();
    for (const at of ['/2025/05/06/first/', '/2025/05/06/third/']) {
      await tab.goto(page(at).url);
      const isRight = directionOf(at.includes('third') ? otherWay(sample).language : language) === 'rtl';
      expect(await sides(tab), at).toEqual({
        story: isRight ? 'right' : 'left',
        related: isRight ? 'left' : 'right',
        nameplate: directionOf(language) === 'rtl' ? 'right' : 'left',
        imprint: directionOf(language) === 'rtl' ? 'right' : 'left',
      });
    }
    await context.close();
  });

  test('fits a screen of 320 pixels, and has nothing for axe to find', async () => {
    const context = await browser.newContext({
      serviceWorkers: 'block',
      viewport: { width: 320, height: 640 },
      bypassCSP: true,
    });
    const tab = await context.newPage();
    const found: Record<string, unknown> = {};
    for (const { at, url } of paper().pages) {
      await tab.goto(url);
      const { sideways, beyond } = await overflow(tab);
      const kind = /^\/(2025\/05\/06\/third\/)?$/.test(at);
      const wrong = kind ? await violations(tab, 'usual') : [];
      if (sideways > 0 || beyond.length > 0 || wrong.length > 0) found[at] = { sideways, beyond, wrong };
    }
    await context.close();
    expect(found).toEqual({});
  });
});

/** On which side of the page its parts begin. */
function sides(page: Page): Promise<Record<'story' | 'related' | 'nameplate' | 'imprint', string>> {
  return page.evaluate(() => {
    const side = (selector: string) => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(selector)!);
      const { left, right } = range.getBoundingClientRect();
      return left < innerWidth - right ? 'left' : 'right';
    };
    return {
      story: side('.prose'),
      related: side('.related'),
      nameplate: side('.masthead .nameplate'),
      imprint: side('.imprint .nameplate'),
    };
  });
}
