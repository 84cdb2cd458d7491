import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { roles } from '../../../src/newsroom/kinds.ts';
import { bylineLines, bylineText } from '../../../src/newsroom/byline.ts';
import { languages as known } from '../../../src/newsroom/languages.ts';
import { digitsIn, numberIn } from '../../../src/newsroom/numerals.ts';
import { faultsInWords, replaceWords, wordsOf, type OwnWords } from '../../../src/newsroom/words.ts';
import { project } from '../../support/paper.ts';
import { isCounted, said } from '../../support/words.ts';

const languages = known.filter(({ words }) => words).map(({ tag }) => tag);
const tags = [...languages, 'en-US', 'de-CH', 'fr-CA', 'es-MX', 'ar-EG', 'zh-Hant'];

const printed = { publication: 'The Paper', date: 'D1', headline: 'Head', section: 'Sect', page: 'A5' };
const argumentsOf = (place: string): unknown[] =>
  /pictureOf$|folio$/.test(place)
    ? ['{number}', '{count}']
    : isCounted(place)
      ? [1234, 5678]
      : place === 'provenance'
        ? [printed]
        : ['Qwert 7'];

describe.each(tags)('The words in %s', (language) => {
  const all = () => said(wordsOf(language), argumentsOf);

  it('are as many as in English', () =>
    expect(all().map(([place]) => place)).toEqual(said(wordsOf('en'), argumentsOf).map(([place]) => place)));

  it('are none of them empty', () =>
    expect(
      all().filter(([place, text]) => place !== 'kinds.news' && (typeof text !== 'string' || !text.trim())),
    ).toEqual([]));

  it('have true quotation marks and ellipses, and no space too many', () =>
    expect(all().filter(([, text]) => /["']|\.\.\.|^\s|\s$| {2}/.test(String(text)))).toEqual([]));

  it('hold the names, numbers and dates that they are given', () => {
    for (const [place, given] of said(wordsOf(language), argumentsOf))
      if (typeof given === 'string' && isFunctionAt(language, place))
        for (const value of argumentsOf(place).slice(0, /pictureOf$|folio$/.test(place) ? 2 : 1))
          if (typeof value === 'number') expect(given, place).toContain(numberIn(value, language));
          else if (typeof value === 'string')
            expect(
              [value, digitsIn(value, language)].some((each) => given.includes(each)),
              `${place}: ${given}`,
            ).toBe(true);
  });

  it('tell all of where an article was printed', () => {
    const text = wordsOf(language).provenance(printed);
    for (const value of Object.values(printed))
      expect(text).toContain(digitsIn(value, value === 'A5' ? language : 'en'));
  });

  it('tell nothing of where on paper it was while that is not known', () => {
    const { publication, date } = printed;
    const rest = [...wordsOf(language).provenance({ publication, date })];
    const whole = wordsOf(language).provenance(printed)[Symbol.iterator]();
    expect(rest.filter((letter) => !whole.some((each) => each === letter))).toEqual([]);
    for (const { fact, known } of [
      { fact: 'section', known: { section: 'Sect' } },
      { fact: 'page', known: { page: 'A5' } },
      { fact: 'headline', known: { headline: 'Head' } },
    ] as const) {
      const text = wordsOf(language).provenance({ publication, date, ...known });
      expect(text, fact).toContain(digitsIn(printed[fact], fact === 'page' ? language : 'en'));
      expect(text, fact).not.toMatch(/undefined|\(\)|（）|[(（][,،，、]|[,،，、]\s*[)）]/);
    }
  });
});

function isFunctionAt(language: string, place: string): boolean {
  const value = place
    .split('.')
    .reduce<unknown>((words, key) => (words as Record<string, unknown>)[key], wordsOf(language));
  return typeof value === 'function';
}

describe('The words', () => {
  it.each(languages.slice(1))('in %s are not English ones', (language) => {
    const english = new Map(said(wordsOf('en'), argumentsOf));
    const same = said(wordsOf(language), argumentsOf).filter(
      ([place, text]) => text !== undefined && english.get(place) === text,
    );
    // Names of things that these languages have in common.
    expect(
      same
        .map(([, text]) => text)
        .filter(
          (text) =>
            !/^(Qwert 7$|Feeds|Links|Normal|Sepia|Video|Pause|Analyse|Opinion|Notes|Pages?|Version)\b/.test(
              String(text),
            ),
        ),
    ).toEqual([]);
  });

  it('are all of them said somewhere', () => {
    const src = path.join(project, 'src');
    const saying = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.ts$/.test(file) && !/^newsroom[\\/](?:languages|vocabulary)/.test(file))
      .map((file) => readFileSync(path.join(src, file), 'utf8'))
      .filter((text) => text.includes('wordsOf('));
    const isSaid = (place: string) => {
      const word = place.slice(place.lastIndexOf('.') + 1);
      const taken = new RegExp(`\\.${word}\\b|\\{[^{}=]*\\b${word}\\b[^{}=]*\\} = `);
      return saying.some((text) => taken.test(text));
    };
    const byKind = /^(?:kinds|credits|correctionKinds)\./;
    const places = said(wordsOf('en'), argumentsOf).map(([place]) => place);
    expect(places.filter((place) => !byKind.test(place) && !isSaid(place))).toEqual([]);
  });

  it('count as the language does', () => {
    const counts = (language: string, ...numbers: number[]) => numbers.map(wordsOf(language).lists.storyCount);
    expect(counts('en', 0, 1, 2, 1200)).toEqual(['0 stories', '1 story', '2 stories', '1,200 stories']);
    expect(counts('fr', 0, 1, 2)).toEqual(['0 article', '1 article', '2 articles']);
    expect(counts('es', 0, 1, 2)).toEqual(['0 artículos', '1 artículo', '2 artículos']);
    expect(counts('he', 1, 2, 3)).toEqual(['כתבה אחת', 'שתי כתבות', '3 כתבות']);
    expect(counts('ar', 0, 1, 2, 3, 11, 100, 103)).toEqual([
      'لا مقالات',
      'مقال واحد',
      'مقالان',
      '3 مقالات',
      '11 مقالًا',
      '100 مقال',
      '103 مقالات',
    ]);
    const { oldNotice, article } = wordsOf('ar');
    const spans = [1, 2, 3, 11].map((count) => [oldNotice(count), article.readingTime(count)]);
    expect(new Set(spans.flat().map((text) => text.replace(/\d+/, '#'))).size).toBe(8);
    expect(article.readingTime(0)).toContain('أقل من دقيقة');
    expect([1, 2, 3].map(wordsOf('he').oldNotice)).toEqual([
      'הכתבה פורסמה לפני יותר משנה.',
      'הכתבה פורסמה לפני יותר משנתיים.',
      'הכתבה פורסמה לפני יותר מ־3 שנים.',
    ]);
    expect(new Set([1, 2, 3].map((count) => wordsOf('he').searching.resultCount(count))).size).toBe(3);
    expect(counts('ar-EG', 5)).toEqual(['٥ مقالات']);
    expect(counts('de-CH', 1200)).toEqual(['1’200 Artikel']);
    expect(counts('ja', 1200)).toEqual(['1,200本の記事']);
  });

  it.each(['en', 'de', 'fr', 'es', 'hi'])('in %s have a form for one, and another for more', (language) => {
    const formsOf = (count: number) =>
      said(wordsOf(language), () => [count, count])
        .filter(([place]) => /(Count|readingTime|oldNotice)$/.test(place))
        .map(([place, text]) => [place, String(text).replace(numberIn(count, language), '#')]);
    const [one, two, many] = [1, 2, 1234].map(formsOf);
    expect(two).toEqual(many);
    // Some nouns are alike in both.
    const alike = { de: /Count$/, hi: /storyCount|readingTime/ }[language] ?? /^$/;
    expect(one?.filter(([place = ''], at) => !alike.test(place) && one[at]?.[1] === two?.[at]?.[1])).toEqual([]);
    for (const [, text] of one ?? []) expect(text).toMatch(/\p{L}/u);
  });

  it.each([
    ['en', '“Deal”'],
    ['de', '„Deal“'],
    ['de-CH', '«Deal»'],
    ['fr', '«\u00a0Deal\u00a0»'],
    ['es', '«Deal»'],
    ['es-MX', '“Deal”'],
    ['ar', '”Deal“'],
    ['he', '”Deal”'],
    ['hi', '“Deal”'],
    ['ja', '「Deal」'],
    ['ko', '“Deal”'],
    ['zh', '“Deal”'],
    ['zh-Hant', '「Deal」'],
  ])('in %s quote as %s', (language, quoted) => expect(wordsOf(language).searching.nothing('Deal')).toContain(quoted));

  it('are English in a language that has none', () => expect(wordsOf('tlh').frontPage).toBe('Front page'));
});

describe('A byline', () => {
  it.each([
    ['en-GB', 'By A, B and C'],
    ['en-US', 'By A, B, and C'],
    ['de', 'Von A, B und C'],
    ['fr', 'Par A, B et C'],
    ['es', 'Por A, B y C'],
    ['ar', 'بقلم A وB وC'],
    ['he', 'מאת A, B ו-C'],
    ['hi', 'लेखक: A, B, और C'],
    ['ja', '文・A、B、C'],
    ['ko', '글 A, B 및 C'],
    ['zh', '作者：A、B和C'],
  ])('in %s is %s', (language, line) => {
    const contributors = ['A', 'B', 'C'].map((name) => ({
      contributor: { id: name, name, kind: 'person' as const, links: [] },
      role: 'writer' as const,
    }));
    expect(bylineLines({ contributors, agencies: [], language }).map(bylineText)).toEqual([line]);
  });

  it('may have words after the names', () =>
    expect(bylineLines({ contributors: [], agencies: ['新华社', '路透社'], language: 'zh' }).map(bylineText)).toEqual([
      '综合新华社和路透社报道',
    ]));

  it.each(tags)('has its names once in each line in %s', (language) => {
    for (const role of roles) expect(wordsOf(language).credits[role]('\0').split('\0')).toHaveLength(2);
    expect(wordsOf(language).withAgencies('\0').split('\0')).toHaveLength(2);
  });
});

describe('A paper’s own words', () => {
  afterEach(() => replaceWords({}));

  it('stand in the place of the engine’s, and leave the others', () => {
    const before = wordsOf('en');
    replaceWords({ en: { frontPage: 'Page one', lists: { newer: 'Later' } } });
    expect(wordsOf('en-GB')).toMatchObject({ ...phrases(before), frontPage: 'Page one' });
    expect(wordsOf('en').lists).toMatchObject({ ...phrases(before.lists), newer: 'Later' });
  });

  it('are those of a language in all of its regions and scripts, and of no other', () => {
    replaceWords({ zh: { frontPage: '首頁' }, en: { frontPage: 'Page one' } });
    const tags = ['zh', 'zh-Hant-TW', 'en-US', 'tlh', 'de'];
    expect(tags.map((tag) => wordsOf(tag).frontPage)).toEqual(['首頁', '首頁', 'Page one', 'Page one', 'Titelseite']);
  });

  it('are made in the manner of a region', () => {
    replaceWords({ ar: ({ number }) => ({ lists: { pageNumber: (page) => `ص ${number(page)}` } }) });
    expect(['ar', 'ar-EG'].map((tag) => wordsOf(tag).lists.pageNumber(12))).toEqual(['ص 12', 'ص ١٢']);
  });

  it('may say what a language leaves unsaid', () => {
    replaceWords({ en: { kinds: { news: 'News' } } });
    expect(wordsOf('en').kinds).toMatchObject({ news: 'News', opinion: 'Opinion' });
  });

  it.each<[string, unknown]>([
    ['There is no language "it" of words. There are en, de, fr, es, ar, he, hi, ja, ko, zh.', { it: {} }],
    ['There is no language "en-GB" of words. There are en, de, fr, es, ar, he, hi, ja, ko, zh.', { 'en-GB': {} }],
    ['There is no word "en.frontpage". Did you mean "frontPage"?', { en: { frontpage: 'Page one' } }],
    ['There is no word "en.language". There are skipToText,', { en: { language: 'en' } }],
    ['There is no word "de.feeds.language". There are label, about.', { de: () => ({ feeds: { language: 'de' } }) }],
    [
      'There is no word "en.kinds.constructor". There are news, briefs, analysis, opinion, feature, obituary.',
      { en: { kinds: { constructor: 'x' } } },
    ],
    ['The word "en.frontPage" is not a text. Make it a text.', { en: { frontPage: () => 'Page one' } }],
    ['The word "en.frontPage" is not a text. Make it a text.', { en: { frontPage: '' } }],
    ['The word "en.kinds.news" is not a text. Make it a text.', { en: { kinds: { news: null } } }],
    [
      'The word "en.lists.storyCount" is not a function that gives a text. Make it a function that gives a text.',
      { en: { lists: { storyCount: '3' } } },
    ],
    ['The word "en.lists" is not a group of words. Make it a group of words.', { en: { lists: 'Lists' } }],
  ])('cannot be: %s', (said, own) =>
    expect(
      faultsInWords(own as OwnWords).map(({ found, remedy }) => `${found} ${remedy}`.slice(0, said.length)),
    ).toEqual([said]),
  );

  it('are told all that cannot be at once', () =>
    expect(faultsInWords({ it: {}, en: { frontPage: '', lists: { newst: 'x' } } } as OwnWords)).toHaveLength(3));
});

/** What is a text in words. */
function phrases(words: object): object {
  return Object.fromEntries(Object.entries(words).filter(([, word]) => typeof word === 'string'));
}

describe('When a story was published', () => {
  it.each([
    ['de', 'Veröffentlicht am 1. März', 'Veröffentlicht vor 2 Minuten'],
    ['fr', 'Publié le 1. März', 'Publié il y a 2 minutes'],
    ['es', 'Publicado el 1. März', 'Publicado hace 2 minutos'],
    ['ar', 'نُشر في 1. März', 'نُشر قبل دقيقتين'],
    ['en', 'Published 1. März', 'Published 2 minutes ago'],
    ['he', 'פורסם: 1. März', 'פורסם: לפני 2 דקות'],
    ['ja', '公開 1. März', '公開 2 分前'],
  ])('is told in %s as a date and as how long ago it was', (language, dated, ago) => {
    const { published, at } = wordsOf(language);
    const relative = new Intl.RelativeTimeFormat(language).format(-2, 'minute');
    expect([`${published} ${at('1. März')}`, `${published} ${relative}`]).toEqual([dated, ago]);
  });
});
