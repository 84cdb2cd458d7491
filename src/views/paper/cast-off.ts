import type { Element, ElementContent } from 'hast';
import type { OpenedText, PieceKind } from '../../body/for-newspaper.ts';
import { captionIn, photosIn } from '../../body/parts.ts';
import { lineOf, textOf } from '../../body/text.ts';
import { elementsIn, hasClass, placeOf } from '../../body/tree.ts';
import { languageOf } from '../../newsroom/languages.ts';
import type { BodyPartView } from '../body.ts';
import { creditLine, type PhotoView } from '../story.ts';
import { balanced, start, type Slug } from './columns.ts';
import { lengthOf, linesOf, wordsIn, type Face, type Words } from './letter-widths.ts';
import { columnOf, sheets } from './type-area.ts';

// Lengths are points; they follow styles/edition-print.css.

/** A piece of a text before it is known how wide it is set, and how far its lines are apart. */
export interface Piece {
  (width: number, line: number): Slug;
  /** What stands in a box, which may be set in columns of its own. */
  within?: readonly Piece[];
  /** A paragraph as it is set behind another. */
  indented?: Piece;
}

/** What a story says over its text, and what stands with it. */
interface Said {
  section: string;
  headline: string;
  shortHeadline: string;
  standfirst?: string;
  kicker?: string;
  kind?: string;
  byline: readonly string[];
  dateline?: string;
  times: string;
  licence?: string;
  short: { text: string };
  lead?: PhotoView;
  language: string;
}

/** A story cast off: how much room its parts take, never what they say. */
export interface Copy {
  section: string;
  headline: Words;
  shortHeadline: Words;
  standfirst?: Words;
  /** Whether a line stands over the headline. */
  kicker: boolean;
  /** How wide what stands below the standfirst is, and what of it stands over the rest of a story that the front page begins. */
  means: number[];
  meansOfRest: number[];
  picture?: Plate;
  /** Paragraphs and headings that the body opens with. */
  opening: Piece[];
  /** Whether each of these is a heading. */
  headings: boolean[];
  /** What stands between and after them, and how many of them come before it. */
  rest: { pieces: Piece[]; before: number; kind: PieceKind }[];
  /** From a line of its text to the next. */
  line: number;
}

/** A picture with its words. */
export interface Plate {
  /** Height to width. */
  ratio: number;
  words: Words[];
}

const sizes = { text: 9, label: 7.5, line: 11.5, labelLine: 10, ownScriptLine: 13.5 };

/** How many lines a text of labels takes in a width. */
export function labelLines(words: readonly Words[], width: number): number {
  return words.reduce((sum, each) => sum + linesOf(each, width / sizes.label), 0);
}

/** How many rows short texts take that stand one behind the other, with a gap between two. */
export function rowsOf(widths: readonly number[], width: number): number {
  let rows = widths.length > 0 ? 1 : 0;
  let used = -6;
  for (const each of widths) {
    if (used > 0 && used + 6 + each > width) {
      rows += 1;
      used = -6;
    }
    used += 6 + each;
    // What is wider than a row is broken.
    rows += Math.max(0, Math.ceil(each / width) - 1);
  }
  return rows;
}

/** A picture in a column with its words; those of a portrait stand beside it. */
export function plateHeight({ ratio, words }: Plate, width: number): number {
  const half = (width - 6) / 2;
  const wordsHeight = (within: number) => (words.length > 0 ? 3 + sizes.labelLine * labelLines(words, within) : 0);
  return ratio > 1 && words.length > 0
    ? Math.max(ratio * half, wordsHeight(half))
    : Math.min(205, ratio * width) + wordsHeight(width);
}

/** A picture as a piece of a text. */
export function platePiece(plate: Plate): Piece {
  return (width) => solid(plateHeight(plate, width), 6);
}

function solid(height: number, margin = 0): Slug {
  return { lines: 0, height, before: margin, after: margin };
}

/** A story with its text, of which the parts are at hand. */
export function castOff(
  story: Said,
  { blocks, rest }: OpenedText,
  parts: readonly (BodyPartView | undefined)[],
  paperLanguage: string,
): Copy {
  const label = (text: string) => lengthOf(wordsIn(text, 'label')) * sizes.label * 1.01;
  const links = [story.times, story.licence, story.short.text].filter((text) => text !== undefined).map(label);
  const headings = blocks.map(({ tagName }) => tagName !== 'p');
  return {
    section: story.section,
    headline: wordsIn(story.headline, 'headline'),
    shortHeadline: wordsIn(story.shortHeadline, 'headline'),
    standfirst: story.standfirst ? wordsIn(story.standfirst, 'text') : undefined,
    kicker: Boolean(story.kicker ?? story.kind),
    means: [...[...story.byline, ...(story.dateline ? [story.dateline] : [])].map(label), ...links],
    meansOfRest: links,
    picture: story.lead && plateOf(story.lead),
    opening: blocks.map((block) => ownPiece(block)),
    headings,
    rest: rest.map(({ node, before, kind }) => ({
      pieces: node.type === 'element' && node.tagName === 'p' ? [ownPiece(node)] : piecesOf([node], parts),
      before,
      kind,
    })),
    line: [story.language, paperLanguage].some((language) => languageOf(language).script)
      ? sizes.ownScriptLine
      : sizes.line,
  };
}

function plateOf(photo: PhotoView, captioned = true): Plate {
  const { width, height } = photo.file;
  const texts = captioned ? [lineOf(photo.caption ?? []), creditLine(photo)] : [];
  return {
    ratio: width > 0 ? height / width : 0.66,
    words: texts.filter(Boolean).map((text) => wordsIn(text, 'label')),
  };
}

/** A paragraph or a heading of the text itself. */
function ownPiece(element: Element): Piece {
  const plain = paragraph(element);
  return element.tagName === 'p' ? Object.assign(plain, { indented: paragraph(element, { indent: true }) }) : plain;
}

/** Pieces as they are set one behind the other. */
export function inOrder(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, at) => (pieces[at - 1]?.indented && piece.indented) || piece);
}

/** A paragraph or a heading, within a text that is narrower than its column by an inset. */
function paragraph(element: Element, { indent = false, inset = 0, widows = 2, isBoxed = false } = {}): Piece {
  const heading = /^h\d$/.test(element.tagName);
  const size = heading ? 10 : sizes.text;
  const words = isBoxed ? wordsInBox(element) : wordsIn(lineOf([element]), heading ? 'headline' : 'text');
  return (width, line) => ({
    lines: linesOf(words, (width - inset) / size, indent ? 1 : 0),
    height: line,
    before: heading ? 7 : 0,
    after: heading ? 2 : 0,
    keep: heading,
    widows,
  });
}

/** Words of a box, in which what is strong is set in the grotesque, a little smaller. */
function wordsInBox({ children }: Element): Words {
  const set = children.map((child): Words => {
    const isStrong = child.type === 'element' && child.tagName === 'strong';
    const { widths, spaces } = wordsIn(textOf([child]).replace(/\s+/g, ' '), isStrong ? 'label' : 'text');
    const size = isStrong ? 0.92 : 1;
    return { widths: widths.map((width) => size * width), spaces: spaces.map((space) => size * space) };
  });
  return { widths: set.flatMap(({ widths }) => widths), spaces: set.flatMap(({ spaces }) => spaces) };
}

/** What stands in a text, piece by piece; what its component keeps whole is one. */
function piecesOf(
  nodes: readonly ElementContent[],
  parts: readonly (BodyPartView | undefined)[],
  { inset = 0, isBoxed = false } = {},
): Piece[] {
  return nodes.flatMap((node, at): Piece[] => {
    if (node.type !== 'element') return [];
    const place = placeOf(node);
    if (place !== undefined) return partPieces(parts[place]);
    const { tagName, children } = node;
    const before = nodes[at - 2] ?? nodes[at - 1];
    if (/^(p|h\d)$/.test(tagName)) {
      const indent = tagName === 'p' && before?.type === 'element' && before.tagName === 'p';
      return hasClass(node, 'box-title') ? [labels(node)] : [paragraph(node, { indent, inset, isBoxed })];
    }
    if (/^[ou]l$/.test(tagName)) return piecesOf(children, parts, { inset: inset + 1.5 * sizes.text, isBoxed });
    if (/^(li|dd|dt)$/.test(tagName)) {
      const isBlock = (child: ElementContent) =>
        child.type === 'element' && /^(p|ul|ol|div|bs-part)$/.test(child.tagName);
      const words = { ...node, children: children.filter((child) => !isBlock(child)) };
      return [
        ...(lineOf([words]) ? [paragraph(words, { inset, isBoxed })] : []),
        ...piecesOf(children.filter(isBlock), parts, { inset, isBoxed }),
      ];
    }
    if (hasClass(node, 'pull-quote')) return [pullQuote(node)];
    if (isBox(node)) return [boxed(piecesOf(children, parts, { isBoxed: true }))];
    if (tagName === 'table' || hasClass(node, 'table-scroll')) return [table(node)];
    if (tagName === 'pre') {
      const lines = lineOf([node]).length / 40 + elementsIn([node], () => false).length;
      return [(_, line) => ({ lines: Math.ceil(lines), height: line, before: 4, after: 4 })];
    }
    if (tagName === 'hr') return [() => solid(10)];
    return piecesOf(children, parts, { inset: tagName === 'blockquote' ? inset + sizes.text : inset, isBoxed });
  });
}

/** Whether an element is a box of its own between two rules. */
export function isBox(element: Element): boolean {
  return ['fact-box', 'timeline', 'related-block'].some((name) => hasClass(element, name));
}

function labels(node: Element, face: Face = 'label'): Piece {
  const words = wordsIn(lineOf([node]), face);
  return (width) => solid(sizes.labelLine * labelLines([words], width * 0.98));
}

/** The height of pieces below each other. */
export function stacked(pieces: readonly Piece[], width: number, line: number): number {
  let after = 0;
  let height = 0;
  for (const piece of pieces) {
    const slug = piece(width, line);
    height += Math.max(after, height > 0 ? slug.before : 0) + Math.max(1, slug.lines) * slug.height;
    after = slug.after;
  }
  return height;
}

/** Between two rules. */
function boxed(within: readonly Piece[]): Piece {
  return Object.assign((width: number, line: number) => solid(10.2 + stacked(within, width, line), 7), { within });
}

/** The height of a box whose entries stand in two columns below its title. */
export function boxInTwo([title, ...entries]: readonly Piece[], column: number, line: number): number {
  const set = entries.map((piece) => piece(column, line));
  return 10.2 + (title ? stacked([title], 2 * column, line) : 0) + balanced(set, start, 2).height;
}

function pullQuote(node: Element): Piece {
  const quotation = wordsIn(`“${lineOf(elementsIn([node], ({ tagName }) => tagName === 'blockquote'))}”`, 'headline');
  const by = wordsIn(lineOf(elementsIn([node], (each) => hasClass(each, 'plate-words'))), 'label');
  return (width) =>
    solid(9 + 16 * linesOf(quotation, width / 13) + (by.widths.length > 0 ? 8 + 10 * labelLines([by], width) : 0), 7);
}

function table(node: Element): Piece {
  const rows = elementsIn([node], ({ tagName }) => tagName === 'tr').map(({ children }) =>
    children.filter((cell) => cell.type === 'element').map((cell) => wordsIn(lineOf([cell]), 'label')),
  );
  const caption = elementsIn([node], ({ tagName }) => tagName === 'caption').map((each) =>
    wordsIn(lineOf([each]), 'label'),
  );
  return (width) => {
    const heights = rows.map((cells) => {
      const all = cells.reduce((sum, cell) => sum + lengthOf(cell), 0) * sizes.label + 3 * cells.length;
      return 3.7 + sizes.labelLine * Math.max(1, Math.ceil((all / width) * 0.9));
    });
    return solid(heights.reduce((sum, height) => sum + height, 0) + sizes.labelLine * labelLines(caption, width), 5);
  };
}

function partPieces(part: BodyPartView | undefined): Piece[] {
  switch (part?.kind) {
    case undefined:
      return [];
    case 'video': {
      const plate = plateOf(part.poster);
      const words = [part.label, part.duration, part.link?.watch].filter(Boolean).join(' ');
      const way = wordsIn(words, 'label');
      return [
        (width) =>
          solid(
            plateHeight({ ...plate, words: [] }, width) +
              3 +
              sizes.labelLine * labelLines([way, ...plate.words], width),
            6,
          ),
      ];
    }
    case 'related': {
      const lines = part.stories.map(({ headline }) => wordsIn(headline, 'text'));
      return [
        (width, line) =>
          solid(
            9 +
              sizes.labelLine +
              lines.reduce((sum, words) => sum + line * linesOf(words, width / sizes.text - 1.5), 0),
            7,
          ),
      ];
    }
    default: {
      const plates = photosIn(part).map((photo) => platePiece(plateOf(photo)));
      const caption = captionIn(part);
      const words = caption && wordsIn(lineOf(caption), 'label');
      return words ? [...plates, (width) => solid(3 + sizes.labelLine * labelLines([words], width))] : plates;
    }
  }
}

/** The height of what stands below the last story: corrections, and the imprint. */
export function imprintHeight({
  corrections,
  imprint,
}: {
  corrections: { items: readonly { when: string; headline: string; text: string }[] };
  imprint: { lines: readonly string[] };
}): number {
  const [area] = sheets;
  if (!area) return 0;
  const column = columnOf(area);
  const items = corrections.items.map(({ when, headline, text }) =>
    solid(
      4 +
        sizes.labelLine *
          labelLines(
            [when, headline, text].map((each) => wordsIn(each, 'label')),
            column,
          ),
    ),
  );
  const half = (area.width - 54 - 17) / 2;
  const lines = imprint.lines.map((line) => solid(sizes.labelLine * labelLines([wordsIn(line, 'label')], half)));
  return (
    15 +
    (items.length > 0 ? 18 + balanced(items, start, 3).height : 0) +
    Math.max(44, balanced([solid(sizes.labelLine), ...lines], start, 2).height)
  );
}
