import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardFile } from '../../../src/cards/card.ts';
import { asSet, canBeSet, fitted, type Block } from '../../../src/cards/lettering.ts';
import { cardSize, type Card, type Lettering } from '../../../src/newsroom/card.ts';
import { project } from '../../support/paper.ts';

const english = (text: string): Lettering => ({ text, language: 'en-GB', direction: 'ltr' });
const date = english('6 May 2025');

/** Headlines of 200 characters. */
const long: Record<string, Lettering> = {
  Latin: english(
    'A headline of two hundred characters says all that there is to be said on ferries, tides and bridges, and then goes on to name each pilot of the inner harbour, the day, the hour and the ship they lost',
  ),
  Arabic: {
    text: 'جسر الميناء يعود إلى العمل بعد عام من الإصلاح والسكان يطالبون البلدية بضمانات جديدة قبل حلول فصل الشتاء المقبل، فيما يقول المهندسون إن الأساسات القديمة لم تفحص كلها بعد وإن التقرير النهائي تأخر شهرا كاملا',
    language: 'ar',
    direction: 'rtl',
  },
  Hebrew: {
    text: 'הגשר בנמל חוזר לפעול אחרי שנה של תיקונים והתושבים דורשים מהעירייה ערבויות חדשות לפני החורף הבא, ואילו המהנדסים אומרים שהיסודות הישנים טרם נבדקו כולם וכי הדוח הסופי מתעכב בחודש נוסף לפחות, עד סוף האביב הבא',
    language: 'he',
    direction: 'rtl',
  },
  Japanese: {
    text: '港の橋が一年ぶりに開通、住民は冬を前に市に新たな保証を求める一方、技術者らは古い基礎の点検がすべて終わったわけではなく最終報告書は一か月遅れると述べた。'
      .repeat(3)
      .slice(0, 200),
    language: 'ja',
    direction: 'ltr',
  },
};

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cards-'));
  const spot = await sharp({ create: { width: 80, height: 80, channels: 3, background: '#00c800' } })
    .png()
    .toBuffer();
  // The spot lies at 90% from the left and 50% from the top of a wide picture, at 50% and 10% of an upright one.
  const grounds = { wide: { width: 2000, height: 800 }, upright: { width: 800, height: 2000 } };
  const spots = { wide: { left: 1760, top: 360 }, upright: { left: 360, top: 160 } };
  for (const [name, size] of Object.entries(grounds))
    await sharp({ create: { ...size, channels: 3, background: '#c80000' } })
      .composite([{ input: spot, ...spots[name as keyof typeof spots] }])
      .png()
      .toFile(path.join(folder, `${name}.png`));
});
afterAll(() => rmSync(folder, { recursive: true }));

const pictured = (name: 'wide' | 'upright', focus?: string) => {
  const [width, height] = name === 'wide' ? [2000, 800] : [800, 2000];
  return { file: { path: `${name}.png`, width, height, format: 'png', hash: 'x' }, focus };
};
const cardOf = (headline: Lettering, picture?: NonNullable<Card['story']>['picture']): Card => ({
  nameplate: english('The Fixture'),
  direction: headline.direction,
  story: { headline, kicker: english('Harbour'), date, picture },
});

interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}
async function pixelsOf(file: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The part of a card between two columns that is not paper. */
function inkOf({ data, width, height }: Pixels, from = 0, to = width) {
  const bounds = { left: width, top: height, right: 0, bottom: 0 };
  const rows: boolean[] = [];
  for (let y = 0; y < height; y += 1)
    for (let x = from; x < to; x += 1)
      if ((data[(y * width + x) * 3 + 1] ?? 0) < 180) {
        rows[y] = true;
        bounds.left = Math.min(bounds.left, x);
        bounds.right = Math.max(bounds.right, x);
        bounds.top = Math.min(bounds.top, y);
        bounds.bottom = Math.max(bounds.bottom, y);
      }
  return { ...bounds, rows };
}

function whereGreen({ data, width }: Pixels): { left: number; right: number; count: number } {
  const found = { left: width, right: 0, count: 0 };
  for (let at = 0; at < data.length; at += 3)
    if ((data[at + 1] ?? 0) > 150 && (data[at] ?? 0) < 60) {
      const x = (at / 3) % width;
      found.left = Math.min(found.left, x);
      found.right = Math.max(found.right, x);
      found.count += 1;
    }
  return found;
}

describe('a card', () => {
  it('is a JPEG file of 1200 by 630 pixels below 100 kB', async () => {
    const file = await cardFile(cardOf(long['Latin'] as Lettering, pictured('wide')), folder);
    const { format, width, height, chromaSubsampling } = await sharp(file).metadata();
    expect({ format, width, height, chromaSubsampling }).toEqual({
      format: 'jpeg',
      ...cardSize,
      chromaSubsampling: '4:2:0',
    });
    expect(file.length).toBeLessThan(100_000);
  });

  it.each(Object.keys(long))(
    'has a headline of 200 characters in %s within its margins, beside a picture',
    async (name) => {
      const headline = long[name] as Lettering;
      expect([...headline.text].length).toBeGreaterThanOrEqual(200);
      const pixels = await pixelsOf(await cardFile(cardOf(headline, pictured('wide')), folder));
      const backwards = headline.direction === 'rtl';
      const ink = backwards ? inkOf(pixels, 564) : inkOf(pixels, 0, 636);
      const [first, last] = backwards ? [608, 1143] : [56, 591];
      expect(ink.left).toBeGreaterThanOrEqual(first - 1);
      expect(ink.right).toBeLessThanOrEqual(last + 1);
      expect(ink.top).toBeGreaterThan(50);
      expect(ink.bottom).toBeLessThanOrEqual(574);
      // Between the headline and the day there is paper.
      const foot = ink.rows.lastIndexOf(true);
      const gap = ink.rows.slice(foot - 100, foot - 25);
      expect(Array.from(gap).filter((inked) => !inked).length).toBeGreaterThan(20);
    },
  );

  it.each(Object.keys(long))(
    'has a headline of 200 characters in %s within its margins, without a picture',
    async (name) => {
      const ink = inkOf(await pixelsOf(await cardFile(cardOf(long[name] as Lettering), folder)));
      expect(ink.left).toBeGreaterThanOrEqual(71);
      expect(ink.right).toBeLessThanOrEqual(1128);
      expect(ink.bottom).toBeLessThanOrEqual(558);
    },
  );

  it.each(Object.keys(long))('loses no ink of a headline in %s where its lines break', async (name) => {
    const words = long[name] as Lettering;
    const fit = { style: 'headline', colour: '#000000', sizes: [24], height: 900 } as const;
    const inLines = await fitted(words, { ...fit, width: 536 });
    const inOne = await fitted(words, { ...fit, width: 20_000 });
    const weight = (block?: Block) =>
      block?.data.filter((_, at) => at % 4 === 3).reduce((sum, each) => sum + each, 0) ?? 0;
    expect(inLines?.height).toBeGreaterThan(100);
    expect(inOne?.height).toBeLessThan(60);
    expect(Math.abs(weight(inLines) / weight(inOne) - 1)).toBeLessThan(0.02);
  });

  it('is larger in its letters the fewer there are', async () => {
    const fit = { style: 'headline', colour: '#000000', sizes: [60, 40, 20], width: 536, height: 300 } as const;
    const short = await fitted(english('Ebb'), fit);
    const more = await fitted(long['Latin'] as Lettering, fit);
    expect(short?.height).toBeGreaterThan(38);
    expect(more?.height).toBeLessThanOrEqual(300);
    expect(await fitted(english('never '.repeat(400)), fit)).toBeUndefined();
  });

  it.each([
    ['wide', '90% 50%'],
    ['upright', '50% 10%'],
  ] as const)('keeps the focus of a %s picture', async (name, focus) => {
    const seen = whereGreen(await pixelsOf(await cardFile(cardOf(english('Ebb'), pictured(name, focus)), folder)));
    const side = name === 'wide' ? 80 * (630 / 800) : 80 * (560 / 800);
    expect(seen.count).toBeGreaterThan(side * side * 0.9);
    expect(seen.left).toBeGreaterThan(640);
  });

  it('loses a spot that is far from the focus', async () => {
    const file = await cardFile(cardOf(english('Ebb'), pictured('wide', '0% 50%')), folder);
    expect(whereGreen(await pixelsOf(file)).count).toBe(0);
  });

  it('has its picture at the left where the language is written to the left', async () => {
    const file = await cardFile(cardOf(long['Hebrew'] as Lettering, pictured('wide', '90% 50%')), folder);
    expect(whereGreen(await pixelsOf(file)).right).toBeLessThan(560);
  });

  it('leaves out a picture that is too small for it', async () => {
    const small = { file: { path: 'none.png', width: 200, height: 100, format: 'png', hash: 'x' } };
    const headline = english('Ebb');
    expect((await cardFile(cardOf(headline, small), folder)).equals(await cardFile(cardOf(headline), folder))).toBe(
      true,
    );
  });

  it('shows no headline for which there are no letters', async () => {
    const boxes = ['A \u{f0000}', 'Another \u{f0001}'].map((text) => cardFile(cardOf(english(text)), folder));
    const [one, other] = await Promise.all(boxes);
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  });

  it('shows a headline without the emoji for which there are no letters', async () => {
    const made = ['Ferries \u{1fffd} sail', 'Ferries sail', 'The Fixture'].map((text) =>
      cardFile(cardOf(english(text)), folder),
    );
    const [one, plain] = await Promise.all(made);
    expect(one?.equals(plain ?? Buffer.alloc(0))).toBe(true);
  });
});

describe('letters', () => {
  it.each(Object.values(long))('of $language are there', async (words) => {
    expect(await canBeSet(words, 'headline')).toBe(true);
  });

  it('of other scripts are not there on a machine without their faces', () => {
    const scripts = [...Object.values(long), { text: 'हनोई', language: 'hi' }, { text: '제재', language: 'ko' }];
    const answers = onBareMachine(`
      const answers = [];
      for (const words of ${JSON.stringify(scripts)}) for (const style of ['headline', 'label', 'note'])
        for (const text of words.text.replace(/\\P{L}/gu, '')) answers.push([words.language, await canBeSet({ ...words, text }, style)]);
      console.log(JSON.stringify([...new Set(answers.map(String))]));`);
    expect((answers as string[]).filter((answer) => !answer.startsWith('en'))).toEqual(
      ['ar', 'he', 'ja', 'hi', 'ko'].map((language) => `${language},false`),
    );
  });

  it('are left as words on a machine without faces of emoji', () => {
    const headlines = ['Ferries \u{1f6a2} sail', 'Number 1\ufe0f\u20e3 in \u{1f1f8}\u{1f1ec}', '\u2764\ufe0f of Asha'];
    const answers = onBareMachine(`
      const answers = ${JSON.stringify(headlines)}.map((text) => asSet({ text, language: 'en-GB', direction: 'ltr' }, 'headline'));
      console.log(JSON.stringify((await Promise.all(answers)).map((words) => words?.text)));`);
    expect(answers).toEqual(['Ferries sail', 'Number 1 in', 'of Asha']);
  });

  it('are not there for a character that nobody has drawn', async () => {
    expect(await canBeSet(english('\u{f0000}'), 'headline')).toBe(false);
    expect(await canBeSet(english('\u{10a123}'), 'note')).toBe(false);
  });

  // An emoji that is yet to come: no face has it.
  it.each([
    ['Ferries \u{1fffd}, trains', 'Ferries, trains'],
    ['\u{1fffd} Ferries sail', 'Ferries sail'],
    ['Ferries\u{1fffd}\u{1fffd} sail \u{1fffd} \u{1fffd}', 'Ferries sail'],
    ['The \u{1fffd}\u{1f3fd}\u200d\u{1fffd}\ufe0f family', 'The family'],
    ['港の橋\u{1fffd}が開通', '港の橋が開通'],
  ])('of "%s" are there but for emoji', async (text, left) => {
    expect((await asSet(english(text), 'headline'))?.text).toBe(left);
  });

  it('are not there where an emoji is all that is said, or something else is missing', async () => {
    expect(await asSet(english('\u{1fffd}'), 'headline')).toBeUndefined();
    expect(await asSet(english('A \u{f0000} \u{1fffd}'), 'headline')).toBeUndefined();
  });
});

/** What a script prints that asks for letters where there are no faces but the paper's own. */
function onBareMachine(script: string): unknown {
  const root = mkdtempSync(path.join(tmpdir(), 'cards-'));
  for (const room of ['cards', 'newsroom', 'fonts'])
    cpSync(path.join(project, 'src', room), path.join(root, 'src', room), { recursive: true });
  symlinkSync(path.join(project, 'node_modules'), path.join(root, 'node_modules'));
  const settings = path.join(root, 'src/fonts/cards/fonts.conf');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/<dir>.*<\/dir>|<dir prefix="xdg">.*<\/dir>/g, ''));
  writeFileSync(path.join(root, 'ask.ts'), `import { asSet, canBeSet } from './src/cards/lettering.ts';${script}`);
  const { stdout, stderr } = spawnSync(process.execPath, ['ask.ts'], { cwd: root, encoding: 'utf8' });
  rmSync(root, { recursive: true });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}
