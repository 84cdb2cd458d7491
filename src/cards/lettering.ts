import sharp from 'sharp';
import type { Lettering } from '../newsroom/card.ts';
import { htmlText } from '../newsroom/escaping.ts';
import { ownFaces } from './own-faces.ts';
import { fontOf, mannerOf, type Style } from './typefaces.ts';

/** Words as a picture, cut to their ink. */
export interface Block {
  data: Buffer;
  width: number;
  height: number;
}

/** How some words are to be set: in the largest of some sizes at which they fit into a space. */
export interface Fit {
  style: Style;
  colour: string;
  /** Pixels, the largest first. */
  sizes: readonly number[];
  width: number;
  height: number;
  /** Lines begin at one edge where it is not said. */
  centred?: true;
}

const blocks = new Map<string, Promise<Block | undefined>>();

/**
 * Words in their space; `undefined` when there are none, they are too many, or there are no letters for them.
 * What stands on many cards is set once: all but headlines.
 */
export function lettered(words: Lettering | undefined, fit: Fit): Promise<Block | undefined> {
  if (!words) return Promise.resolve(undefined);
  const set = async () => {
    const known = await asSet(words, fit.style);
    return known && fitted(known, fit);
  };
  if (fit.sizes.length > 6) return set();
  const key = JSON.stringify([words, fit]);
  const block = blocks.get(key) ?? set();
  blocks.set(key, block);
  return block;
}

/** Words in the largest size at which none is cut or broken, lines of even length; `undefined` when no size is small enough. */
export async function fitted(filed: Lettering, fit: Fit): Promise<Block | undefined> {
  const { sizes, width, height } = fit;
  const words = { ...filed, text: unbroken(filed) };
  const set = (size: number, within = width) => blockOf(words, { ...fit, size, width: within });
  const fits = (block: Block) => block.width <= width && block.height <= height;

  const guess = sizes.findIndex((size) => guessedHeight(filed, fit, size) <= height);
  let at = guess < 0 ? sizes.length - 1 : guess;
  let block = await set(sizes[at] ?? 0);
  if (fits(block)) {
    while (at > 0) {
      const larger = await set(sizes[at - 1] ?? 0);
      if (!fits(larger)) break;
      block = larger;
      at -= 1;
    }
  } else {
    while (!fits(block)) {
      at += 1;
      const size = sizes[at];
      if (size === undefined) return undefined;
      block = await set(size);
    }
  }
  return balanced(block, sizes[at] ?? 0, set);
}

const joiner = '\u2060';

/** Words held together: at hyphens, and where a script has no spaces between them or lines may break within them. */
function unbroken({ text, language }: Lettering): string {
  if (!/^(ja|ko|zh)\b/i.test(language)) return text.replace(/(?<=\p{L}[-‑–])(?=\p{L})/gu, joiner);
  const words = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  return [...words].map(({ segment }) => segment.replace(/(?<=\P{ASCII})(?=[\p{L}\p{N}])/gu, joiner)).join('');
}

/** The same number of lines in the narrowest column that holds them. */
async function balanced(
  block: Block,
  size: number,
  set: (size: number, within: number) => Promise<Block>,
): Promise<Block> {
  if (block.height < 1.5 * size) return block;
  let best = block;
  let [narrow, wide] = [block.width / 2, block.width];
  while (wide - narrow > size / 2) {
    const middle = Math.round((narrow + wide) / 2);
    const tried = await set(size, middle);
    if (tried.width <= middle && tried.height < block.height + size / 2) [best, wide] = [tried, tried.width];
    else narrow = middle;
  }
  return best;
}

function guessedHeight({ text, language }: Lettering, { width, style }: Fit, size: number): number {
  const { leading, letter } = mannerOf(language);
  return Math.ceil((text.length * letter * size) / width) * size * (style === 'headline' ? leading : 1.3);
}

async function blockOf(
  { text, language, direction }: Lettering,
  { style, colour, size, width, centred }: Omit<Fit, 'sizes' | 'height'> & { size: number },
): Promise<Block> {
  ownFaces();
  const { leading, tracking = 0 } = style === 'headline' ? mannerOf(language) : { leading: 1.3 };
  // Pango counts in parts of 1,024.
  const spans = {
    lang: language,
    foreground: colour,
    line_height: Math.round(size * leading * 1024),
    letter_spacing: Math.round(size * tracking * 1024),
  };
  const attributes = Object.entries(spans).map(([name, value]) => `${name}="${value}"`);
  // The direction of a line is that of its first strong character, and a foreign name may come first.
  const mark = direction === 'rtl' ? '\u200f' : '\u200e';
  const { data, info } = await sharp({
    text: {
      text: `<span ${attributes.join(' ')}>${mark}${htmlText(text)}</span>`,
      font: `${fontOf(style, language)} ${size}`,
      width,
      dpi: 72,
      align: centred ? 'center' : 'left',
      rgba: true,
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

const known = new Map<string, Promise<boolean>>();

/** Whether this machine has a letter for each character of some words: one that is missing would come out as a box. */
export async function canBeSet({ text, language }: Lettering, style: Style): Promise<boolean> {
  // Marks are set with the letter that they stand on, but a keycap is drawn around it.
  const characters = new Set(
    [...text].filter((character) => !/[\u0020-\u00ff\p{Z}\p{Cc}\p{Cf}[\p{M}--\u20e3]]/v.test(character)),
  );
  for (const character of characters) {
    const key = `${style} ${language} ${character}`;
    const has = known.get(key) ?? isThere(character, style, language);
    known.set(key, has);
    if (!(await has)) return false;
  }
  return true;
}

const emoji = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const keycap = /\ufe0f?\u20e3/gu;
const gone = '\ufffc';

/**
 * Words as this machine can set them; `undefined` where it lacks a letter. Emoji that it lacks are left out: the words
 * say the same without them, and most servers have no face for them.
 */
export async function asSet(words: Lettering, style: Style): Promise<Lettering | undefined> {
  if (await canBeSet(words, style)) return words;
  const text = words.text.replace(keycap, '');
  const kept: string[] = [];
  // An emoji may be several characters: with the colour of a skin, a flag's two letters, a family.
  for (const { segment } of new Intl.Segmenter(words.language).segment(text)) {
    const isMissing = emoji.test(segment) && !(await canBeSet({ ...words, text: segment }, style));
    kept.push(isMissing ? gone : segment);
  }
  const rest = kept
    .join('')
    .replace(/ ?\ufffc+(?=[ ,.;:!?]|$)/g, '')
    .replaceAll(gone, '')
    .trim();
  const left = { ...words, text: rest };
  return rest && (await canBeSet(left, style)) ? left : undefined;
}

/** A box has a frame, and is as large as that of any other number with as many digits, which stands in it. */
async function isThere(character: string, style: Style, language: string): Promise<boolean> {
  const set = (text: string) => {
    const words: Lettering = { text, language, direction: 'ltr' };
    return blockOf(words, { style, colour: '#000', size: 24, width: 1000 });
  };
  // Characters that will never be: there is no letter for them anywhere.
  const nothing = (character.codePointAt(0) ?? 0) > 0xffff ? '\u{1fffe}' : '\ufdd0';
  const [block, box] = await Promise.all([set(character), set(nothing)]);
  // To a pixel: where a line begins depends on the script.
  const alike = Math.abs(block.width - box.width) <= 1 && Math.abs(block.height - box.height) <= 1;
  return !(alike && isFramed(block));
}

/** Whether a line runs all along the edge, which may lie between two pixels. */
function isFramed({ data, width, height }: Block): boolean {
  const inked = (x: number, y: number) => (data[(y * width + x) * 4 + 3] ?? 0) > 64;
  for (let x = 2; x < width - 2; x += 1)
    if (!(inked(x, 0) || inked(x, 1)) || !(inked(x, height - 1) || inked(x, height - 2))) return false;
  for (let y = 2; y < height - 2; y += 1)
    if (!(inked(0, y) || inked(1, y)) || !(inked(width - 1, y) || inked(width - 2, y))) return false;
  return true;
}
