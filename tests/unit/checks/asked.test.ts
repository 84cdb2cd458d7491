import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, describe, expect, it, test, vi } from 'vitest';
import { askedOfDesk } from '../../../src/checks/asked.ts';
import { checkPictures } from '../../../src/checks/like-pictures.ts';
import { likeStories, signatureOf } from '../../../src/checks/like-stories.ts';
import { readPaper } from '../../../src/checks/paper.ts';
import { PictureLooks } from '../../../src/filing/picture-looks.ts';
import { captionDoubts } from '../../../src/newsroom/caption.ts';
import { checkLinks } from '../../../src/desk/outward-links.ts';
import type { StampedPicture } from '../../../src/filing/picture-reading.ts';
import { article, tried, withPaper, type Files } from './wrong-inputs/input.ts';

vi.stubEnv('BROADSHEET_NOW', '2019-03-05T21:00:00Z');
afterAll(() => vi.unstubAllEnvs());

/** What the desk asks of a paper, each as its code, file and line. */
async function asked(files: Files, of = tried): Promise<string[]> {
  const problems = await withPaper(files, async (root) => {
    const bodies = path.join(root, '.astro/bodies');
    return askedOfDesk(await readPaper({ root, bodies }), { root, bodies });
  });
  return problems
    .filter(({ file }) => file === of)
    .map(({ code, line, column }) => [code, line, column].filter((part) => part !== undefined).join(':'));
}

const inFields = (changes: Record<string, string>) => asked({ [tried]: article(changes) });
const inText = (text: string, language?: string) => asked({ [tried]: article({ language }, text) });

describe('Words that stand twice are told', () => {
  test.each([
    ['in a text', 'Ships came at at noon.', undefined, ['D-106:9:12']],
    ['over the end of a line', 'Ships came at\nat noon.', undefined, ['D-106:9:12']],
    [
      'where nothing twice is meant',
      'It was very very late when they came in in the dark, and what he had had was that that mattered.',
      undefined,
      [],
    ],
    ['in German', 'Die Schiffe kamen mit mit der Flut.', 'de', ['D-106:10:19']],
    ['in languages that double words, not', 'धीरे धीरे जहाज़ आए।', 'hi', []],
    ['in Indonesian, not', 'Kapal kapal datang pagi pagi.', 'id', []],
    ['in names, not', 'Duran Duran sang New York New York.', undefined, []],
    ['in code, not', 'Type `the the` here.', undefined, []],
    ['in a passage of another language, not', 'They said :lang[das das]{tag=de} here.', undefined, []],
    ['with a mark between, not', 'It came in, in the morning. The the-atre.', undefined, []],
  ])('%s', async (_, text, language, codes) => expect(await inText(text, language)).toEqual(codes));

  it('in fields', async () => expect(await inFields({ standfirst: 'Ships came at at noon.' })).toEqual(['D-106:7']));
});

describe('Straight quotation marks are told', () => {
  test.each([
    ['where no partner closes them', 'He said "ships and left.', undefined, ['D-105:9:9']],
    ['where the language has no custom', 'Meli "zilifika" leo.', 'sw', ['D-105:10:6']],
    ['not where the language sets them', 'He said "ships" and left.', undefined, []],
    ['not as apostrophes', "The ships' crews couldn't land. Ng'ombe.", 'sw', []],
    ['not for inches', 'A pipe of 3" and 5\' 10".', undefined, []],
    ['not in code', 'Type `say "ships` here.', undefined, []],
  ])('%s', async (_, text, language, codes) => expect(await inText(text, language)).toEqual(codes));

  it('in fields, on their line', async () =>
    expect(await inFields({ kicker: "'He said \"ships'" })).toEqual(['D-105:7']));
});

describe('A headline is told', () => {
  const long = 'Council votes to close the fish market after a debate of nine hours in which nobody had asked for it';
  test.each([
    [{ headline: long }, ['D-107:3']],
    [{ headline: '市'.repeat(46) }, ['D-107:3']],
    [{ headline: '市'.repeat(45) }, []],
    [{ headline: long, shortHeadline: 'Fish market to close' }, []],
    [{ shortHeadline: 'Harbour vote, told at length' }, ['D-107:7']],
    [{ headline: long, shortHeadline: long.slice(0, 80) }, ['D-107:7']],
  ])('%j: %j', async (changes, codes) => expect(await inFields(changes)).toEqual(codes));
});

describe('Dates are told', () => {
  const note = (at: string) => `[{ at: ${at}, kind: update, text: It was taken again. }]`;
  test.each([
    ['of an update on a later day without a note', { updated: '2019-03-03T05:00:00+08:00' }, ['D-108:7']],
    ['not of one on the same day', { updated: '2019-03-01T23:00:00+08:00' }, []],
    [
      'not of one with a note',
      { updated: '2019-03-03T05:00:00+08:00', corrections: note('2019-03-03T05:00:00+08:00') },
      [],
    ],
    [
      'where the note is of a former one',
      { updated: '2019-03-04T05:00:00+08:00', corrections: note('2019-03-02T05:00:00+08:00') },
      ['D-108:7'],
    ],
    ['of a dateline after publication', { dateline: '{ place: Hanoi, date: 2019-03-28 }' }, ['D-109:7']],
    ['not of a dateline a zone away', { dateline: '{ place: Auckland, date: 2019-03-02 }' }, []],
    ['of a folder of another day', { published: '2019-04-01T05:00:00+08:00' }, ['D-109:5']],
    ['of a note to come', { corrections: note('2019-03-09T05:00:00+08:00') }, ['D-109:7']],
    [
      'of an embargo that ends before publication',
      { status: '{ embargoedUntil: 2019-02-01T05:00:00+08:00 }' },
      ['D-109:6'],
    ],
  ])('%s', async (_, changes, codes) => expect(await inFields(changes)).toEqual(codes));
});

describe('The words of a picture are told', () => {
  test.each([
    ['Ships at the quay at dawn', 'Ships at the quay at dawn on Monday', ['D-103']],
    ['Three ships beside a crane', 'Ships at the quay at dawn on Monday', []],
    ['船が朝の港に三隻ならんでいる', '船が朝の港に三隻ならんでいる。', []],
    ['', 'Ships came in. (REUTERS/Ann Quay)', ['D-104']],
    ['', 'Ships came in. AP Photo/Ann Quay', ['D-104']],
    ['', 'Ships came in © Ann Quay', ['D-104']],
    ['', 'Ships came in, courtesy of the harbour', ['D-104']],
    ['', 'Schiffe am Kai. Foto: dpa', []],
    ['', '港の船 写真：共同', ['D-104']],
    ['', 'Photo opportunities were few, said the agency.', []],
  ])('"%s", "%s": %j', (alt, caption, codes) =>
    expect(captionDoubts({ alt, caption, name: 'quay.jpg' }).map(({ code }) => code)).toEqual(codes),
  );
});

describe('Stories of which one says nearly what another says', () => {
  const words = (seed: number, count: number) =>
    Array.from({ length: count }, (_, index) => `w${((seed * 7919 + index * index * 31) % 9973).toString(36)}`).join(
      ' ',
    );
  const story = (path: string, text: string, names: string[] = []) => ({
    path,
    published: `${path.slice(0, 10).replaceAll('/', '-')}T05:00:00Z`,
    signature: signatureOf([text]) ?? new Uint32Array(64),
    names: new Set(names),
  });
  const text = words(1, 300);

  it('are told at the younger of the two, with what they have in common', () => {
    const found = likeStories([
      story('2019/03/02/b', `${text} And more.`),
      story('2019/03/01/a', text),
      story('2019/03/01/c', words(2, 300)),
    ]);
    expect(found).toMatchObject([
      {
        code: 'D-101',
        file: 'content/articles/2019/03/02/b/index.md',
        found: expect.stringContaining('2019/03/01/a/index.md') as string,
      },
    ]);
  });

  it('are not told where one links to the other, or where they have a quarter in common', () => {
    expect(likeStories([story('2019/03/01/a', text), story('2019/03/02/b', text, ['2019/03/01/a'])])).toEqual([]);
    const quarter = `${text.slice(0, text.length / 4)} ${words(3, 220)}`;
    expect(likeStories([story('2019/03/01/a', text), story('2019/03/02/b', quarter)])).toEqual([]);
  });

  it('are found in scripts without spaces', () => {
    const letters =
      '議会は水曜日、二年間の討論のあとで魚市場を閉じることを決めた。港の組合はこれに反対し、来週から集会を開くと述べた。市長は予算の不足を理由に挙げ、新しい市場は郊外に建てられる見通しだという。';
    const found = likeStories([story('2019/03/01/a', letters), story('2019/03/02/b', `${letters}以上。`)]);
    expect(found.map(({ code }) => code)).toEqual(['D-101']);
  });

  it('are looked for in ten thousand without holding each against each', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      story(`2019/03/01/s${index}`, `Weather of the day: ${words(index % 50, 40)} and so on.`),
    );
    let shared = 0;
    const counting = many.map((one) => ({
      ...one,
      get names() {
        shared += 1;
        return new Set<string>();
      },
    }));
    expect(likeStories(counting).length).toBeGreaterThan(9000);
    expect(shared).toBeLessThan(10_000 * 16 * 40 * 2);
  });

  it('are not looked for among a few words', () => expect(signatureOf(['Ships came in.'])).toBeUndefined());
});

describe('Pictures', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-looks-'));
  afterAll(() => rmSync(root, { recursive: true }));
  /** A picture with detail everywhere, another for each seed. */
  const noise = (seed: number, width: number, height: number) => {
    let state = seed * 2654435761;
    const blocks = Array.from({ length: 48 }, () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24);
    const pixels = Buffer.from(
      Array.from({ length: width * height }, (_, at) => {
        const [x, y] = [at % width, Math.floor(at / width)];
        const block = blocks[Math.floor((x * 8) / width) + 8 * Math.floor((y * 6) / height)] ?? 0;
        return Math.max(0, Math.min(255, block + ((x * 7 + y * 13) % 5) * 12 - 24));
      }),
    );
    return sharp(pixels, { raw: { width, height, channels: 1 } });
  };
  const stamped = (name: string, width: number): StampedPicture => ({
    path: name,
    width,
    height: 600,
    format: 'jpg',
    hash: name,
    stamp: name,
  });
  const look = async (name: string, image: Sharp) => {
    await image.toFile(path.join(root, name));
    return new PictureLooks(root).of(stamped(name, 800));
  };
  const apart = (a = '', b = '') => [...a].filter((digit, at) => digit !== b[at]).length;

  it('look alike when they are saved smaller, lighter, or in another format', async () => {
    const one = await look('a.jpg', noise(1, 800, 600).jpeg());
    for (const other of [
      await look('b.webp', noise(1, 800, 600).resize(400).webp({ quality: 50 })),
      await look('c.png', noise(1, 800, 600).modulate({ brightness: 1.05 }).png()),
    ])
      expect(apart(one?.hash, other?.hash)).toBeLessThan(6);
    const stranger = await look('d.jpg', noise(2, 800, 600).jpeg());
    expect(apart(one?.hash, stranger?.hash)).toBeGreaterThan(12);
  });

  it('of one colour look like nothing', async () => {
    const flat = sharp({ create: { width: 800, height: 600, channels: 3, background: '#777' } });
    expect(await look('e.png', flat)).toEqual({ detail: 1 });
  });

  it('that were enlarged have little detail', async () => {
    const small = await noise(3, 200, 150).png().toBuffer();
    expect((await look('f.jpg', noise(3, 800, 600).jpeg()))?.detail).toBeGreaterThan(0.3);
    expect((await look('g.jpg', sharp(small).resize(1000).jpeg()))?.detail).toBeLessThan(0.15);
  });

  it('are told once each: alike, too small for their place, and enlarged', async () => {
    const shown = ['a.jpg', 'b.webp', 'g.jpg', 'a.jpg'].map((name) => ({
      kind: 'photo' as const,
      placement: 'text' as const,
      photo: { path: name, alt: '' },
    }));
    const story = {
      path: 's',
      file: 's',
      filed: {} as never,
      setting: { language: 'en' },
      leadPicture: undefined,
      lineOf: () => 1,
      placeOf: () => ({}),
      pictures: [stamped('a.jpg', 800), stamped('b.webp', 400), stamped('g.jpg', 1000)],
      body: { parts: shown, text: [] } as never,
    };
    const found = await checkPictures([story], { root });
    expect(found.map(({ code, found: what }) => `${code} ${/"(.*?)"/.exec(what)?.[1]}`)).toEqual([
      'D-110 b.webp',
      'D-102 b.webp',
      'D-111 g.jpg',
    ]);
  });
});

describe('Links to other sites', () => {
  const files = {
    [tried]: article(
      {},
      'See [it](https://gone.example/a#b), [that](https://good.example/), [ours](https://broadsheet.example/about/).\n\n[Again](https://gone.example/a).',
    ),
    'content/related/elsewhere.yaml':
      'title: Elsewhere\npublication: The Times\ndate: 2019-03-01\nurl: https://gone.example/b\n',
  };

  it('that lead nowhere are told where they stand, and each address is asked for once', async () => {
    await withPaper(files, async (root) => {
      const bodies = path.join(root, '.astro/bodies');
      const asks: string[] = [];
      const ask = (address: string) => {
        asks.push(address);
        return Promise.resolve(address.includes('gone') ? 'it answers with 404' : undefined);
      };
      const paper = await readPaper({ root, bodies });
      const find = () => checkLinks(paper, { root, bodies, ask });
      const found = await find();
      expect(found.map(({ code, file, line }) => `${code} ${file === tried ? '*' : file}:${line}`)).toEqual([
        'D-112 *:9',
        'D-112 *:11',
        'D-112 content/related/elsewhere.yaml:4',
      ]);
      expect(asks.sort()).toEqual(['https://gone.example/a', 'https://gone.example/b', 'https://good.example/']);
      expect(await find()).toEqual(found);
      expect(asks.length).toBe(3);
      expect(
        Object.keys(JSON.parse(readFileSync(path.join(root, '.astro/links.json'), 'utf8')) as object),
      ).toHaveLength(3);
      // What led nowhere is asked for again on the next day, what did lead somewhere a week later.
      vi.stubEnv('BROADSHEET_NOW', '2019-03-07T21:00:00Z');
      await find();
      vi.stubEnv('BROADSHEET_NOW', '2019-03-05T21:00:00Z');
      expect(asks.slice(3).sort()).toEqual(['https://gone.example/a', 'https://gone.example/b']);
    });
  });
});
