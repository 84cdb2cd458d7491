import { describe, expect, it } from 'vitest';
import { bylineLines, bylineText } from '../../../src/newsroom/byline.ts';
import { captionFaults } from '../../../src/newsroom/caption.ts';
import { datelineOf } from '../../../src/newsroom/dateline.ts';
import { latestDate } from '../../../src/newsroom/edition.ts';
import { frontOrder } from '../../../src/newsroom/front-order.ts';
import { isOut } from '../../../src/newsroom/release.ts';
import { directionOf, isLanguageTag } from '../../../src/newsroom/language.ts';
import { editionDateOf, pathOfPermalink, permalinkOf } from '../../../src/newsroom/permalink.ts';
import { mistakesIn, problemCount, problemReport } from '../../../src/newsroom/problem.ts';
import { article, edition } from '../articles.ts';

const person = (name: string) => ({ id: name, name, kind: 'person' as const, links: [] });

describe('a byline', () => {
  it('has a line for each role, and names in the manner of the language', () => {
    const made = {
      contributors: [
        { contributor: person('Ada Holm'), role: 'writer' as const },
        { contributor: person('Per Lund'), role: 'photographer' as const },
        { contributor: person('Bo Ek'), role: 'writer' as const },
        { contributor: person('Cy Dahl'), role: 'writer' as const },
      ],
      agencies: ['Reuters', 'dpa'],
      language: 'en-GB',
    };
    expect(bylineLines(made).map(bylineText)).toEqual([
      'By Ada Holm, Bo Ek and Cy Dahl',
      'Photographs by Per Lund',
      'With reporting by Reuters and dpa',
    ]);
    expect(bylineLines({ ...made, agencies: [], language: 'ja' }).map(bylineText)).toEqual([
      '文・Ada Holm、Bo Ek、Cy Dahl',
      '写真・Per Lund',
    ]);
  });

  it('keeps the names of those who have a page apart from its words', () =>
    expect(
      bylineLines({
        contributors: [{ contributor: person('Ada Holm'), role: 'writer' }],
        agencies: ['dpa'],
        language: 'en',
      }),
    ).toEqual([
      [{ text: 'By ' }, { text: 'Ada Holm', contributor: 'Ada Holm' }],
      [{ text: 'With reporting by ' }, { text: 'dpa' }],
    ]));

  it('is empty when nobody is named', () =>
    expect(bylineLines({ contributors: [], agencies: [], language: 'en' })).toEqual([]));
});

describe('a dateline', () => {
  it('is place and day', () =>
    expect(datelineOf({ dateline: { place: 'Hanoi', date: '2019-02-28' }, language: 'en-GB' })).toBe(
      'Hanoi, 28 February',
    ));
  it('is the place alone where the day is not known', () =>
    expect(datelineOf({ dateline: { place: 'Hanoi' }, language: 'en-GB' })).toBe('Hanoi'));
  it('is not there where neither is known', () => expect(datelineOf({ language: 'en-GB' })).toBeUndefined());
});

describe('a caption', () => {
  const codes = (picture: { alt?: string; caption?: string }) =>
    captionFaults({ ...picture, name: 'quay.jpg' }).map((fault) => fault.code);

  it('may not be the alt text again, in other marks or capitals either', () => {
    expect(codes({ alt: 'Ferries at the quay', caption: '“Ferries at the Quay.”' })).toEqual(['C-001']);
    expect(codes({ alt: 'A white ferry, its ramp down', caption: 'Ferries at the quay.' })).toEqual([]);
  });

  it.each([
    'Ferries at the quay. PHOTO: AFP',
    'Ferries at the quay (Photo: Agence France-Presse)',
    'Ferries. Foto: dpa',
    'Ferries at the quay. PHOTO: ST FILE',
  ])('may not end in a credit: %s', (caption) => expect(codes({ caption })).toEqual(['C-002']));

  it.each(['The photo: a forgery, the court found, and a bad one. It was burnt.', 'Ferries at the quay.'])(
    'may speak of a photo: %s',
    (caption) => expect(codes({ caption })).toEqual([]),
  );
});

describe('a permalink', () => {
  it('is the folder of the article', () =>
    expect(permalinkOf({ path: '2019/03/01/harbour-vote' })).toBe('/2019/03/01/harbour-vote/'));
  it('holds the day of the edition', () =>
    expect(editionDateOf({ path: '2019/03/01/harbour-vote' })).toBe('2019-03-01'));
  it.each([
    ['/2019/03/01/harbour-vote/', '2019/03/01/harbour-vote'],
    ['/2019/03/01/harbour-vote/#vote', '2019/03/01/harbour-vote'],
    ['https://paper.example/2019/03/01/harbour-vote', '2019/03/01/harbour-vote'],
    ['https://other.example/2019/03/01/harbour-vote/', undefined],
    ['/about/', undefined],
    ['https://', undefined],
  ])('is found in %s', (href, path) => expect(pathOfPermalink(href, 'https://paper.example')).toBe(path));
});

describe('an edition', () => {
  const at = '2019-03-01T12:00:00Z';

  it.each([
    ['a draft', { status: { state: 'draft' as const } }, false],
    ['a story under embargo', { status: { state: 'embargoed' as const, until: '2019-03-01T12:00:01Z' } }, false],
    ['a story whose embargo is over', { status: { state: 'embargoed' as const, until: '2019-03-01T12:00:00Z' } }, true],
    ['a story to come', { published: '2019-03-01T12:00:01Z' }, false],
    ['a withdrawn story', { status: { state: 'withdrawn' as const, at, reason: 'It was wrong.' } }, true],
    ['a published story', {}, true],
  ])('has a page for %s: %s', (_, facts, out) => expect(isOut(article(facts), at)).toBe(out));

  it('dates from its newest story that is shown', () => {
    const gone = article({ path: '2019/03/02/gone', status: { state: 'withdrawn', at, reason: 'It was wrong.' } });
    expect(latestDate(edition([article({ path: '2019/02/28/older' }), article({}), gone]))).toBe('2019-03-01');
    expect(latestDate(edition([]))).toBeUndefined();
  });

  it('leads with the story that most others name, then follows its order', () => {
    const a = article({ path: '2019/03/01/a', published: '2019-03-01T03:00:00Z' });
    const b = article({ path: '2019/03/01/b', published: '2019-03-01T02:00:00Z' });
    const lead = article({ path: '2019/03/01/lead', published: '2019-03-01T01:00:00Z' });
    const alone = article({ path: '2019/03/01/alone', published: '2019-03-01T04:00:00Z' });
    a.related = [{ heading: 'More', stories: [{ article: lead }] }];
    b.related = [{ heading: 'More', stories: [{ article: lead }] }];
    lead.related = [{ heading: 'More', stories: [{ article: b }, { article: a }] }];
    expect(frontOrder(edition([a, b, lead, alone]), '2019-03-01').map((story) => story.path)).toEqual([
      '2019/03/01/lead',
      '2019/03/01/b',
      '2019/03/01/a',
      '2019/03/01/alone',
    ]);
  });
});

describe('a language', () => {
  it.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['en', 'ltr'],
    ['az-Arab', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['ja', 'ltr'],
  ])('%s is written %s', (tag, direction) => expect(directionOf(tag)).toBe(direction));
  it('has a tag that browsers know', () => {
    expect(isLanguageTag('zh-Hans')).toBe(true);
    expect(isLanguageTag('english please')).toBe(false);
  });
});

describe('a report of problems', () => {
  it('goes by file and line, each with place, finding and remedy', () => {
    const problem = { code: 'P-003' as const, found: 'Found.', remedy: 'Mend.' };
    expect(
      problemReport([
        { ...problem, file: 'b.md', line: 2 },
        { ...problem, file: 'a.md', line: 10, column: 4 },
        { ...problem, file: 'a.md', line: 9 },
        { ...problem, file: 'c.md' },
      ]),
    ).toBe(
      ['P-003  a.md:9', 'P-003  a.md:10:4', 'P-003  b.md:2', 'P-003  c.md']
        .map((place) => `${place}\n       Found.\n       Mend.`)
        .join('\n\n'),
    );
  });
  it('tells warnings from what stops publishing, and counts the two apart', () => {
    const mistake = { code: 'P-003' as const, file: 'a.md', found: 'Found.', remedy: 'Mend.' };
    const warning = { ...mistake, code: 'R-008' as const };
    expect(problemReport([warning])).toBe('R-008  a.md  (a warning)\n       Found.\n       Mend.');
    expect(mistakesIn([warning, mistake])).toEqual([mistake]);
    expect([[mistake], [warning], [mistake, mistake, warning, warning], []].map(problemCount)).toEqual([
      'One thing to mend.',
      'One thing to look at, which can be published as it is.',
      '2 things to mend. 2 things to look at, which can be published as they are.',
      '',
    ]);
  });
});
