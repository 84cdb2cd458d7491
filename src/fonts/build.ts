/**
 * Makes the fonts of the site: `node src/fonts/build.ts`. The grotesque comes from an installed @fontsource
 * package. The serif is cut from Adobe's own release, which is too heavy (58 MB) to be a dependency of a site that
 * only keeps the results: run `npm install --no-save source-serif@4.5.1` first.
 *
 * Five faces for every page, and five further files with the letters of Latin Extended and Vietnamese that a
 * browser fetches only for a page that has one. The outlines are those of the packages; the 600 of the serif is
 * the display cut, since headlines are what it mostly sets. Kerning is written anew: the packages' tables take a
 * fifth of each file, one matrix of classes takes a fraction of that. The names in the files are the site's own,
 * since «Source» is a reserved font name (OFL, condition 3).
 *
 * Figures stand as in the typeface, lining and tabular; the serif has `onum`, `lnum`, `pnum` and `tnum` for the
 * others, the grotesque `tnum`. The roman text face has true small capitals (`smcp`, `c2sc`) for the letters of its
 * core file. Ligatures are left out: no f of the serif touches its neighbour, and a PDF extracts better without.
 *
 * The faces of cards are in `cards/` too, as TrueType, beside the settings that those are drawn with.
 *
 * `node src/fonts/build.ts measure FILE.ttf …` prints what the table of system fonts below needs to know.
 */
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join as path } from 'node:path';
import {
  advances,
  characters,
  cmapTable,
  join,
  kerning,
  kernTable,
  nameOf,
  nameTable,
  parse,
  serialise,
  substitutions,
  substitutionTable,
  table,
} from './sfnt.ts';
import type { Pairs, Tables } from './sfnt.ts';

interface SubsetOptions {
  targetFormat: 'truetype' | 'woff2';
  keepFeatures: string[];
  noHinting?: boolean;
  keepAllGlyphs?: boolean;
  dropTables?: string[];
  preserveNameIds?: number[];
}
const require = createRequire(import.meta.url);
const subset = require('subset-font') as (
  font: Buffer,
  text: string | undefined,
  options: SubsetOptions,
) => Promise<Buffer>;

const here = import.meta.dirname;
const LIMIT = 60_000;
/** Kerning is rounded to this many thousandths of the em. */
const STEP = 10;

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');

/** What an English article needs, and the names in it. */
const CORE = range(0x20, 0x7e) + '\u00a0¡£§©«®°±²³·»¼½¾¿×÷' + range(0xc0, 0xff) + 'Œœ\u202f–—‘’‚“”„†‡•…′″‹›€−→';
const EXTENDED = range(0x100, 0x2ba) + range(0x1e00, 0x1eff) + '†₡₣₤₦₧₩₪₫₭₮₱₲₴₵₸₹₺₼₽₿';
const CORE_RANGE = 'U+??,U+15?,U+20??,U+2192,U+2212';
const EXTENDED_RANGE = 'U+1??,U+2??,U+1E??,U+2020,U+20A?,U+20B?';

const SERIF = 'Broadsheet Serif';
const SANS = 'Broadsheet Sans';

interface Face {
  name: string;
  family: string;
  weight: 400 | 600;
  italic?: true;
  style: string;
  /** A file of Adobe's release; the others are of Public Sans. */
  cut?: string;
  /** The sorts of glyphs that stand in for the plain ones. */
  sorts: Sort[];
  /** Thousandths of the em below which the eye misses no kerning, at the sizes of the face. */
  reach: number;
}
/** Proportional lining figures, old-style figures of both widths, small capitals. */
type Sort = 'lining' | 'oldstyle' | 'small';
const FACES: Face[] = [
  {
    name: 'serif-400',
    family: SERIF,
    weight: 400,
    style: 'Regular',
    cut: 'SourceSerif4-Regular',
    sorts: ['lining', 'oldstyle', 'small'],
    reach: 12,
  },
  {
    name: 'serif-400-italic',
    family: SERIF,
    weight: 400,
    italic: true,
    style: 'Italic',
    cut: 'SourceSerif4-It',
    sorts: ['lining', 'oldstyle'],
    reach: 12,
  },
  {
    name: 'serif-600',
    family: SERIF,
    weight: 600,
    style: 'SemiBold',
    cut: 'SourceSerif4Display-Semibold',
    sorts: ['lining', 'oldstyle'],
    reach: 8,
  },
  { name: 'sans-400', family: SANS, weight: 400, style: 'Regular', sorts: [], reach: 8 },
  { name: 'sans-600', family: SANS, weight: 600, style: 'SemiBold', sorts: [], reach: 8 },
];
/** Faces in which cards are set; what draws those reads no WOFF2. */
const CARD_FACES = ['serif-600', 'sans-400', 'sans-600'];
/** Tables of no use to a browser once hinting is gone. */
const DROP = ['BASE', 'DSIG', 'GDEF', 'STAT', 'gasp', 'prep', 'fpgm', 'cvt '];

const ADOBE = 'source-serif';
const RELEASE = '4.5.1';
const FONTSOURCE = '@fontsource/public-sans';

function packageFile(pack: string, file: string): Buffer {
  return readFileSync(path(dirname(require.resolve(`${pack}/package.json`)), file));
}

function demandAdobe(): void {
  let version: unknown;
  try {
    ({ version } = require(`${ADOBE}/package.json`) as { version: unknown });
  } catch {
    version = 'none';
  }
  if (version !== RELEASE) {
    throw new Error(
      `The serif is cut from ${ADOBE} ${RELEASE}, found ${String(version)}: run npm install --no-save ${ADOBE}@${RELEASE}`,
    );
  }
}

/**
 * Alternative glyphs go through the subsetting, and through the kerning, as private characters: the character that
 * they stand in for, moved by one of these.
 */
const MOVES = { proportional: 0xe000, oldstyle: 0xe400, oldstyleProportional: 0xe800, small: 0xec00 };
const PRIVATE = 0xe000;
const plain = (code: number): number => (code >= PRIVATE && code < 0xf000 ? (code - PRIVATE) % 0x400 : code);
const FIGURES = range(0x30, 0x39);
const lowerCase = (text: string): string => [...text].filter((c) => /\p{Ll}/u.test(c)).join('');

async function cut(face: Face, source: Buffer, text: string): Promise<Tables> {
  return parse(
    await subset(source, text, {
      targetFormat: 'truetype',
      keepFeatures: ['kern', ...(face.cut ? [] : ['tnum'])],
      noHinting: true,
      dropTables: DROP,
      preserveNameIds: [14],
    }),
  );
}

/** The characters of `text` from Adobe's font, with their alternatives as private characters. */
async function adobePart(face: Face, text: string): Promise<Tables> {
  const tables = parse(packageFile(ADOBE, `TTF/${face.cut}.ttf`));
  const map = characters(tables);
  const all = new Map(map);
  const move = (letters: string, tags: string[], by: number): void => {
    for (const letter of letters) {
      const code = letter.codePointAt(0) ?? 0;
      let glyph = map.get(code);
      for (const tag of tags) glyph = substitutions(tables, tag).get(glyph ?? 0);
      if (glyph === undefined) throw new Error(`no ${tags.join(' and ')} of ${letter} in ${face.cut}`);
      all.set(code + by, glyph);
    }
  };
  const figures = [...FIGURES].filter((figure) => text.includes(figure)).join('');
  if (face.sorts.includes('lining')) move(figures, ['pnum'], MOVES.proportional);
  if (face.sorts.includes('oldstyle')) {
    move(figures, ['onum'], MOVES.oldstyle);
    move(figures, ['onum', 'pnum'], MOVES.oldstyleProportional);
  }
  if (face.sorts.includes('small')) move(lowerCase(text), ['smcp'], MOVES.small);
  tables.set('cmap', cmapTable(all));
  const chosen = [...all.keys()].filter((code) => text.includes(String.fromCodePoint(plain(code))));
  return cut(face, serialise(tables), String.fromCodePoint(...chosen));
}

function fontsourcePart(face: Face, script: string, text: string): Promise<Tables> {
  return cut(face, packageFile(FONTSOURCE, `files/public-sans-${script}-${face.weight}-normal.woff2`), text);
}

/** Private characters become features. */
function settle(tables: Tables): void {
  const map = characters(tables);
  const features: Record<string, Map<number, number>> = {};
  const put = (tag: string, from: number, to: number): void => {
    const [a, b] = [map.get(from), map.get(to)];
    if (a !== undefined && b !== undefined) (features[tag] ??= new Map<number, number>()).set(a, b);
  };
  for (const code of [...map.keys()].filter((c) => c < PRIVATE)) {
    const { proportional, oldstyle, oldstyleProportional, small } = MOVES;
    put('pnum', code, code + proportional);
    put('tnum', code + proportional, code);
    put('onum', code, code + oldstyle);
    put('lnum', code + oldstyle, code);
    put('onum', code + proportional, code + oldstyleProportional);
    put('lnum', code + oldstyleProportional, code + proportional);
    put('pnum', code + oldstyle, code + oldstyleProportional);
    put('tnum', code + oldstyleProportional, code + oldstyle);
    put('smcp', code, code + small);
    const capital = String.fromCodePoint(code).toUpperCase();
    if (capital.length === 1) put('c2sc', capital.codePointAt(0) ?? 0, code + small);
  }
  tables.set('cmap', cmapTable(new Map([...map].filter(([code]) => code < PRIVATE))));
  tables.delete('GSUB');
  if (Object.keys(features).length > 0) tables.set('GSUB', substitutionTable(features));
}

const KERNED = /[\p{L}\d.,:;!?()/\-–—'"‘’“”«»‚„…]/u;
/** What does not stand together in a word: each kind of pair costs bytes. */
const NEVER = new RegExp(
  [
    String.raw`\p{Ll}\p{Lu}`,
    String.raw`\d\p{L}`,
    String.raw`\p{L}\d`,
    String.raw`[\p{L}\d][‘“„‚«(]`,
    String.raw`[,:;!?)…»”][\p{L}\d]`,
    String.raw`\d[^\d.,:\-–/%’]`,
    String.raw`[^\d.,:\-–/’]\d`,
    String.raw`[^\p{L}\d.,’”"'][^\p{L}\d]`,
    String.raw`[^\p{L}\d][^\p{L}\d.,’”"']`,
  ].join('|'),
  'u',
);
/** The letter under an accent, whose kerning it shares; not under i, whose accents are wider than itself. */
const base = (character: string): string => character.normalize('NFD').charAt(0);

interface Kerned {
  text: string;
  glyph: number;
  /** Zero but for an alternative. */
  move: number;
}

/** Of two lower-case letters both are small capitals or neither is, and figures that meet are of one sort. */
const clash = (left: Kerned, right: Kerned): boolean =>
  left.move !== right.move && /^[\p{Ll}\d]{2}$/u.test(left.text + right.text);

/**
 * Kerning of letters, figures and stops that stand together in words; accented letters as their bases.
 * Values below the eye's reach go, the rest is rounded, so that rows become alike and classes few.
 */
function simplify(pairs: Pairs, tables: Tables, reach: number): Pairs {
  const units = table(tables, 'head').readUInt16BE(18);
  const step = (units * STEP) / 1000;
  const map = characters(tables);
  const texts = [...map].map(([code, glyph]): Kerned => {
    const text = String.fromCodePoint(plain(code));
    return { text, glyph, move: code - plain(code) };
  });
  const kerned = texts.filter(({ text }) => KERNED.test(text));
  const glyphOf = ({ text, glyph, move }: Kerned): number => map.get((base(text).codePointAt(0) ?? 0) + move) ?? glyph;
  const out: Pairs = new Map();
  for (const left of kerned) {
    const from = glyphOf(left);
    for (const right of kerned) {
      if (NEVER.test(left.text + right.text) || clash(left, right)) continue;
      const to = /[ìíîï]/.test(right.text) ? right.glyph : glyphOf(right);
      const value = pairs.get(from * 65536 + to) ?? 0;
      const rounded = Math.round(value / step) * step;
      if (Math.abs(value) * 1000 >= units * reach && rounded !== 0) out.set(left.glyph * 65536 + right.glyph, rounded);
    }
  }
  return out;
}

async function write(face: Face, file: string, tables: Tables, pairs: Pairs): Promise<number> {
  tables.delete('GPOS');
  const features = face.cut ? ['lnum', 'onum', 'pnum', 'tnum', 'smcp', 'c2sc'] : ['tnum'];
  const gpos = kernTable(simplify(pairs, tables, face.reach), table(tables, 'maxp').readUInt16BE(4));
  if (gpos) tables.set('GPOS', gpos);
  if (face.cut) settle(tables);
  const postscript = `${face.family} ${face.style}`.replace(/ (?=\w+ )/, '').replace(' ', '-');
  tables.set(
    'name',
    nameTable({
      0: nameOf(tables, 0) ?? '',
      1: face.weight === 400 ? face.family : `${face.family} ${face.style}`,
      2: face.italic ? 'Italic' : 'Regular',
      4: `${face.family} ${face.style}`,
      6: postscript,
      14: 'https://openfontlicense.org',
    }),
  );
  const woff2 = await subset(serialise(tables), undefined, {
    targetFormat: 'woff2',
    keepFeatures: ['kern', ...features],
    keepAllGlyphs: true,
    preserveNameIds: [14],
  });
  writeFileSync(path(here, file), woff2);
  if (CARD_FACES.includes(face.name)) {
    const truetype = await subset(woff2, undefined, {
      targetFormat: 'truetype',
      keepFeatures: ['kern', ...features],
      noHinting: true,
      keepAllGlyphs: true,
      preserveNameIds: [14],
    });
    writeFileSync(path(here, 'cards', file.replace('.woff2', '.ttf')), truetype);
  }
  return woff2.length;
}

/** English letters, figures and stops, in occurrences out of 10,000 characters of newspaper prose. */
// prettier-ignore
const FREQUENCY: Record<string, number> = {
  ' ': 1620, e: 1000, t: 730, a: 680, i: 600, o: 600, n: 590, s: 540, r: 530, h: 380, l: 330, d: 320, c: 250,
  u: 220, m: 190, f: 170, p: 170, g: 160, w: 140, y: 140, b: 110, v: 80, k: 60, x: 16, j: 9, z: 9, q: 7,
  '.': 90, ',': 100, '’': 25, '“': 10, '”': 10, '-': 15, T: 32, S: 26, A: 24, M: 20, C: 20, I: 18, B: 17, H: 14,
  P: 16, W: 14, N: 12, R: 11, D: 11, L: 10, F: 10, G: 10, E: 9, O: 8, J: 7, K: 4, U: 6, V: 3, Y: 3,
  0: 24, 1: 22, 2: 20, 3: 9, 4: 8, 5: 9, 6: 7, 7: 7, 8: 7, 9: 9,
};

/** The average advance of a character of English, in ems. */
function average(tables: Tables): number {
  const map = characters(tables);
  const widths = advances(tables);
  let sum = 0;
  let count = 0;
  for (const [character, times] of Object.entries(FREQUENCY)) {
    const glyph = map.get(character.codePointAt(0) ?? 0);
    if (glyph === undefined) throw new Error(`no glyph for ${character}`);
    sum += times * (widths[glyph] ?? 0);
    count += times;
  }
  return sum / count / table(tables, 'head').readUInt16BE(18);
}

interface Fallback {
  family: string;
  of: string;
  /** Full names first, then PostScript names where a system wants those. */
  local: string[];
  /** `average` of the font, in ems, trued by up to half a per cent against a column set by Chromium (kerning). */
  width: number;
  /** The font has a line gap, which the typeface has not. */
  gap?: true;
}

/**
 * Pages have Georgia alone, whose bold is a fifth wider: a face that is found by `local()` makes Chromium's first layout on Linux twice as
 * long. The newspaper, which is made up by widths, has them all. Georgia and Roboto are not here to be measured: theirs is Liberation's
 * times the ratio of Capsize's `xWidthAvg`.
 */
const FALLBACKS: Fallback[] = [
  { family: 'BS Georgia', of: 'serif-400', local: ['Georgia', 'Gelasio'], width: 0.444 },
  { family: 'BS Georgia', of: 'serif-400-italic', local: ['Georgia Italic', 'Gelasio Italic'], width: 0.4528 },
  { family: 'BS Georgia', of: 'serif-600', local: ['Georgia Bold', 'Gelasio Bold'], width: 0.5165 },
  { family: 'BS Times', of: 'serif-400', local: ['Times New Roman', 'Liberation Serif'], width: 0.4046, gap: true },
  {
    family: 'BS Times',
    of: 'serif-400-italic',
    local: ['Times New Roman Italic', 'Liberation Serif Italic'],
    width: 0.4061,
    gap: true,
  },
  {
    family: 'BS Times',
    of: 'serif-600',
    local: ['Times New Roman Bold', 'Liberation Serif Bold'],
    width: 0.431,
    gap: true,
  },
  { family: 'BS Noto', of: 'serif-400', local: ['Noto Serif', 'Noto Serif Regular'], width: 0.4816 },
  { family: 'BS Noto', of: 'serif-600', local: ['Noto Serif Bold'], width: 0.5106 },
  { family: 'BS Arial', of: 'sans-400', local: ['Arial', 'Helvetica', 'Liberation Sans'], width: 0.447, gap: true },
  {
    family: 'BS Arial',
    of: 'sans-600',
    local: ['Arial Bold', 'Helvetica Bold', 'Liberation Sans Bold'],
    width: 0.4818,
    gap: true,
  },
  { family: 'BS Roboto', of: 'sans-400', local: ['Roboto', 'Roboto Regular'], width: 0.4504 },
  { family: 'BS Roboto', of: 'sans-600', local: ['Roboto Bold'], width: 0.4578 },
];

const percent = (value: number): string => `${+(100 * value).toFixed(1)}%`;

/** The style sheets of our faces, and of the reader's own that are fitted to them: on all pages, and in the newspaper besides. */
function css(fonts: Map<string, Tables>): Record<'fonts' | 'fallbacks' | 'newspaper', string> {
  const ours: string[] = [];
  const pages: string[] = [];
  const newspaper: string[] = [];
  const face = (parts: string[], rules = ours): number => rules.push(`@font-face{${parts.join(';')}}`);
  const style = (f: Face): string[] => [
    ...(f.italic ? ['font-style:italic'] : []),
    ...(f.weight === 400 ? [] : [`font-weight:${f.weight}`]),
  ];
  // Of rules for one face the last is asked first: the extended files come before the core.
  for (const [suffix, codes] of [
    ['-ext', EXTENDED_RANGE],
    ['', CORE_RANGE],
  ] as const) {
    for (const f of FACES) {
      face([
        `font-family:${f.family}`,
        ...style(f),
        `src:url(./${f.name}${suffix}.woff2)`,
        'font-display:optional',
        `unicode-range:${codes}`,
      ]);
    }
  }
  for (const fallback of FALLBACKS) {
    const f = FACES.find(({ name }) => name === fallback.of);
    const tables = fonts.get(fallback.of);
    if (!f || !tables) throw new Error(`no face ${fallback.of}`);
    const units = table(tables, 'head').readUInt16BE(18);
    const hhea = table(tables, 'hhea');
    const adjust = average(tables) / fallback.width;
    const rounded = Math.round(adjust * 1000) / 1000;
    const facts = [
      `font-family:${fallback.family}`,
      ...style(f),
      `src:${fallback.local.map((name) => `local(${name})`).join()}`,
      `size-adjust:${percent(rounded)}`,
      `ascent-override:${percent(hhea.readInt16BE(4) / units / rounded)}`,
      `descent-override:${percent(-hhea.readInt16BE(6) / units / rounded)}`,
      ...(fallback.gap ? [`line-gap-override:${percent(hhea.readInt16BE(8) / units / rounded)}`] : []),
    ];
    face(facts, fallback.family === 'BS Georgia' ? pages : newspaper);
  }
  const written = (rules: readonly string[]): string => `${rules.join('\n')}\n`;
  return { fonts: written(ours), fallbacks: written(pages), newspaper: written(newspaper) };
}

const LICENCES = [
  ['public-sans', FONTSOURCE, 'LICENSE'],
  ['source-serif-4', ADOBE, 'LICENSE.md'],
] as const;

async function build(): Promise<void> {
  demandAdobe();
  const fonts = new Map<string, Tables>();
  let total = 0;
  for (const face of FACES) {
    const core = face.cut ? await adobePart(face, CORE) : await fontsourcePart(face, 'latin', CORE);
    const map = characters(core);
    const size = await write(face, `${face.name}.woff2`, core, kerning(core));
    fonts.set(face.name, core);
    total += size;
    const without = (text: string, has: Map<number, number>): string =>
      [...text].filter((character) => !has.has(character.codePointAt(0) ?? 0)).join('');
    const wanted = without(EXTENDED, map);
    let extended: Tables;
    let pairs: Pairs;
    if (face.cut) {
      extended = await adobePart({ ...face, sorts: [], reach: 8 }, wanted);
      pairs = kerning(extended);
    } else {
      const some = await fontsourcePart(face, 'latin-ext', wanted);
      const rest = await fontsourcePart(face, 'vietnamese', without(wanted, characters(some)));
      ({ tables: extended, pairs } = join(some, rest));
      extended.delete('GSUB');
    }
    const more = await write(face, `${face.name}-ext.woff2`, extended, pairs);
    console.log(`${face.name}: ${size} bytes, extended ${more}; not in the core: ${without(CORE, map) || 'nothing'}`);
  }
  for (const [name, pack, file] of LICENCES) {
    const text = packageFile(pack, file).toString();
    const notice = `The font files of this folder and of cards/ are Modified Versions: subsets, joined, renamed, their layout tables rewritten.`;
    writeFileSync(path(here, `LICENSE-${name}.txt`), `${notice}\n\n${text.trimEnd()}\n`);
  }
  const sheets = css(fonts);
  writeFileSync(path(here, 'fonts.css'), sheets.fonts);
  writeFileSync(path(here, 'fallbacks.css'), sheets.fallbacks);
  writeFileSync(path(here, 'newspaper-fallbacks.css'), sheets.newspaper);
  console.log(`the five core faces: ${total} bytes of ${LIMIT}`);
  if (total > LIMIT) process.exitCode = 1;
}

if (process.argv[2] === 'measure') {
  for (const file of process.argv.slice(3)) console.log(file, average(parse(readFileSync(file))).toFixed(5));
} else {
  await build();
}
