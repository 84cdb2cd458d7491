import { inOrder, labelLines, rowsOf, type Copy } from './cast-off.ts';
import { balanced, start, type Slug } from './columns.ts';
import { linesOf } from './letter-widths.ts';
import { columnOf, gap, millimetre, sheets } from './type-area.ts';

// The front page of a newspaper, which is one sheet on every paper. Lengths are points; they follow styles/edition-print.css.

const headlineSizes = ['poster', 'banner', 'large', 'middle', 'small'] as const;
export type HeadlineSize = (typeof headlineSizes)[number];

/** How the story of a number stands on the front page, beside the lead. */
export interface RailStory {
  story: number;
  standfirst: boolean;
  picture: boolean;
  /** How many pieces of its opening stand here; the rest stands inside. */
  opening: number;
}

export interface FrontPage {
  /** `type` is the size of the lead's text in points. */
  lead: { size: HeadlineSize; opening: number; picture: boolean; type: number };
  rail: RailStory[];
  /** Whether what is left below the rail is a notice of the paper's own. */
  notice: boolean;
  /** Stories that the index names: those that do not stand here. */
  index: number[];
}

const leadSizes: Record<HeadlineSize, number> = { poster: 50, banner: 38, large: 32, middle: 25, small: 19 };
const heights = { nameplate: 98, jump: 13, picture: 60 * millimetre, notice: 100 };
const most = { rail: 7, index: 9, type: 11.5, lines: 3 };
/** Of the sheet that is lower; the first is the narrower one. */
const lower = Math.min(...sheets.map((sheet) => sheet.height));

/**
 * @param briefs stories that stand last beside the lead
 * @param less how many pieces of the lead's text stand inside that would have room here
 */
export function frontPage(copies: readonly Copy[], briefs: ReadonlySet<number>, less = 0): FrontPage {
  const [lead] = copies;
  if (!lead)
    return { lead: { size: 'large', opening: 0, picture: false, type: 9 }, rail: [], notice: false, index: [] };
  const inside = [...copies.keys()].slice(1);
  const rank = inTurn(copies, inside);
  const several = new Set(copies.map(({ section }) => section)).size > 1;
  // Fewer stories in the index leave more room for others beside the lead, which are then not in the index.
  let index = inside.slice(0, most.index);
  let rail: RailStory[] = [];
  let room = 0;
  for (let tries = 0; tries < 3; tries += 1) {
    room =
      lower -
      heights.nameplate -
      indexHeight(
        index.map((story) => copies[story] as Copy),
        several,
      );
    rail = railOf(copies, { inside, room, briefs });
    const shown = new Set(rail.map(({ story }) => story));
    const named = inside
      .filter((story) => !shown.has(story))
      .sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
      .slice(0, most.index)
      .sort((a, b) => a - b);
    const height = indexHeight(
      named.map((story) => copies[story] as Copy),
      several,
    );
    const fits = height <= lower - heights.nameplate - room;
    index = named;
    if (fits && tries > 0) break;
  }
  const column = columnOf(sheets[0] as (typeof sheets)[number]);
  const used = rail.reduce((sum, each, at) => sum + railHeight(copies[each.story] as Copy, each, at === 0, column), 0);
  return { lead: leadOf(lead, room, less), rail, notice: rail.length < 4 && room - used >= heights.notice, index };
}

function indexHeight(copies: readonly Copy[], several: boolean): number {
  if (copies.length === 0) return 0;
  const column = columnOf(sheets[0] as (typeof sheets)[number]) - 20;
  const all = copies.map(({ shortHeadline }) => (several ? 10 : 0) + 11 * linesOf(shortHeadline, column / 9.3));
  const rows = all.flatMap((_, at) => (at % 3 === 0 ? [Math.max(...all.slice(at, at + 3))] : []));
  return 19 + rows.reduce((sum, height) => sum + height + 4, -4);
}

/** The lead in two columns beside the rail, with as much of its text as fits on either sheet. */
function leadOf(lead: Copy, room: number, less: number): FrontPage['lead'] {
  const area = sheets[0] as (typeof sheets)[number];
  const column = columnOf(area);
  const two = 2 * column + gap;
  // The largest is for want of a picture.
  const size =
    headlineSizes.find(
      (each) =>
        (each !== 'poster' || !lead.picture) && linesOf(lead.headline, (two / leadSizes[each]) * 0.98) <= most.lines,
    ) ?? 'small';
  const points = leadSizes[size];
  const head =
    (lead.kicker ? 12 : 0) +
    linesOf(lead.headline, two / points) * points * (size === 'small' ? 1.15 : 1.08) +
    (lead.standfirst ? 11 + 16 * linesOf(lead.standfirst, two / 12.5) : 0);
  /** Height of the text with some pieces of it, in type of a size. */
  const textHeight = (count: number, type = 9) => {
    const scale = type / 9;
    const pieces = inOrder(lead.opening.slice(0, count)).map((piece) => piece(column / scale, lead.line));
    const set: Slug[] = [
      {
        lines: 0,
        height: 10 * rowsOf(lead.means.slice(0, lead.means.length - lead.meansOfRest.length), column) + 3,
        before: 0,
        after: 0,
      },
      ...pieces.map((slug) => ({ ...slug, height: slug.height * scale })),
      { lines: 0, height: heights.jump, before: 0, after: 0 },
    ];
    return balanced(set, start, 2).height;
  };
  const fitting = (height: number) => {
    let count = lead.opening.length - 1;
    while (count > 0 && (lead.headings[count - 1] || textHeight(count) > height)) count -= 1;
    count = Math.max(Math.min(1, count), count - less);
    while (count > 0 && lead.headings[count - 1]) count -= 1;
    return Math.max(0, count);
  };
  if (!lead.picture) {
    const height = room - head - 18;
    const opening = fitting(height);
    let type = 9;
    while (opening > 0 && type + 0.25 <= most.type && textHeight(opening, type + 0.25) <= height) type += 0.25;
    return { size, opening, picture: false, type };
  }
  const caption = 10 + 10 * labelLines(lead.picture.words, two);
  const natural = Math.min(0.8, Math.max(0.55, lead.picture.ratio)) * two;
  // It is as tall as it is between the two sheets; where no paragraph fits then, it gives way.
  const opening =
    fitting(room - head - caption - Math.max(heights.picture, natural - 25)) ||
    Math.min(1, fitting(room - head - caption - heights.picture / 2));
  return { size, opening, picture: true, type: 9 };
}

/** How many of its section come before each story. */
function inTurn(copies: readonly Copy[], stories: readonly number[]): Map<number, number> {
  const depth = new Map<string, number>();
  return new Map(
    stories.map((story) => {
      const { section = '' } = copies[story] ?? {};
      const deep = depth.get(section) ?? 0;
      depth.set(section, deep + 1);
      return [story, deep];
    }),
  );
}

function railOf(
  copies: readonly Copy[],
  { inside, room, briefs }: { inside: readonly number[]; room: number; briefs: ReadonlySet<number> },
): RailStory[] {
  const candidates = [...inside.filter((each) => !briefs.has(each)), ...inside.filter((each) => briefs.has(each))];
  // Every section's first comes before a section's second, when the lead's own section has had its second lead.
  const turn = inTurn(copies, candidates);
  const rankOf = (story: number, place: number) =>
    briefs.has(story) ? 1 : place === 0 ? -1 : (turn.get(story) ?? 0) / 4;
  const ranked = candidates
    .map((story, place) => ({ story, rank: rankOf(story, place) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ story }) => story);
  const column = columnOf(sheets[0] as (typeof sheets)[number]);
  const rail: RailStory[] = [];
  let used = 0;
  for (const story of ranked) {
    if (rail.length >= most.rail) break;
    const copy = copies[story];
    if (!copy) continue;
    const first = rail.length === 0;
    const picture = first && copy.picture !== undefined && copy.picture.ratio < 0.9;
    const kinds = [
      { story, standfirst: true, picture, opening: 0 },
      { story, standfirst: false, picture: false, opening: 0 },
    ];
    const fits = kinds.find((each) => used + railHeight(copy, each, first, column) <= room);
    if (!fits) continue;
    used += railHeight(copy, fits, first, column);
    rail.push(fits);
  }
  // What is left goes to the openings of the stories from the first on.
  for (const [at, place] of rail.entries()) {
    const copy = copies[place.story];
    if (!copy) continue;
    const without = railHeight(copy, place, at === 0, column);
    for (let opening = copy.opening.length - 1; opening > 0; opening -= 1) {
      if (copy.headings[opening - 1]) continue;
      const more = railHeight(copy, { ...place, opening }, at === 0, column) - without;
      if (used + more > room) continue;
      place.opening = opening;
      used += more;
      break;
    }
  }
  return rail;
}

function railHeight(copy: Copy, { standfirst, picture, opening }: RailStory, first: boolean, column: number): number {
  const size = first ? 17 : 12.5;
  const [standfirstSize, line] = first ? [10.5, 13.5] : [9, copy.line];
  return (
    linesOf(copy.headline, (column / size) * 0.98) * size * 1.14 +
    (standfirst && copy.standfirst ? 3 + line * linesOf(copy.standfirst, column / standfirstSize) : 0) +
    (picture && copy.picture ? copy.picture.ratio * column + 5 : 0) +
    (opening > 0
      ? 4 +
        inOrder(copy.opening.slice(0, opening)).reduce((sum, piece) => sum + stackedPiece(piece(column, copy.line)), 0)
      : 0) +
    heights.jump +
    (first ? 0 : 10)
  );
}

function stackedPiece({ lines, height, before, after }: Slug): number {
  return before + Math.max(1, lines) * height + after;
}
