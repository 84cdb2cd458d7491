import { lettersOf } from '../../newsroom/letters.ts';

/** What the make-up of a newspaper knows of a story: how long its parts are, never what they say. */
export interface Lengths {
  headline: string;
  standfirst?: string;
  section: string;
  /** Whether a line stands over the headline. */
  kicker: boolean;
  /** Height to width of its lead picture. */
  picture?: number;
  /** Letters of the picture's caption and credit. */
  caption: number;
  /** Letters of the paragraphs and headings that the body opens with, in order. */
  opening: { letters: number; heading: boolean }[];
  /** Letters and paragraphs of the whole body. */
  letters: number;
  paragraphs: number;
  /** Heights of what else is in the body, in millimetres of a column. */
  blocks: number;
  /** From a line of its text to the next, in points. */
  line: number;
}

/** How the story of a number stands on the front page, beside the lead. */
export interface RailStory {
  story: number;
  standfirst: boolean;
  picture: boolean;
  /** How many blocks of its opening stand here; the rest stands inside. */
  opening: number;
}

/** How stories stand in a section: across the page, or short ones side by side. */
export type Row = ({ wide: number; picture: 'broad' | 'column' } | { beside: number[] }) & {
  /** Whether it is so low that it stays on one page. */
  whole?: boolean;
};

export interface SectionRows {
  section: string;
  rows: Row[];
}

/** A newspaper made up: stories go by their number. */
export interface MakeUp {
  /** `type` is the size of the lead's text in points. */
  lead: { size: HeadlineSize; opening: number; picture: boolean; type: number };
  rail: RailStory[];
  /** Whether so few stories stand in the rail that a notice of the paper's own may have room below them. */
  notice: boolean;
  /** Stories that the index of the front page names. */
  index: number[];
  sections: SectionRows[];
  /** How many sheets it takes, more or less. */
  sheets: number;
}

const headlineSizes = ['poster', 'banner', 'large', 'middle', 'small'] as const;
export type HeadlineSize = (typeof headlineSizes)[number];

/** Lengths in millimetres, type in points; they follow styles/edition-print.css. */
const sheet = {
  // The lower sheet and the narrower one: what fits both fits either.
  height: 248.4 - 1,
  width: 180,
  heights: [266, 248.4],
  gap: 6,
  nameplate: 30,
  size: 9,
};
const column = (sheet.width - 2 * sheet.gap) / 3;
const two = 2 * column + sheet.gap;
const point = 0.3528;
/** Of a letter of text, in parts of its size, with what ragged lines lose. */
const letter = { text: 0.468, headline: 0.435 };

const leadSizes: Record<HeadlineSize, number> = { poster: 50, banner: 38, large: 32, middle: 25, small: 19 };
const sectionHead = 9.5;
const most = { rail: 7, index: 9, shortStory: 78, uneven: 0.75, whole: 60, type: 11.5 };

function lines(letters: number, width: number, size: number, wide = letter.text): number {
  return Math.ceil((letters * size * point * wide) / width);
}

function bodyHeight(letters: number, paragraphs: number, line: number): number {
  return ((letters * sheet.size * point * letter.text) / column + paragraphs * 0.5) * line * point;
}

function headlineHeight(headline: string, width: number, size: number): number {
  return lines(lettersOf(headline), width * 0.94, size, letter.headline) * size * point * 1.1;
}

function standfirstHeight(text: string | undefined, width: number, size: number): number {
  return text ? lines(lettersOf(text), width * 0.97, size) * size * point * 1.29 + 1.1 : 0;
}

/** Puts a newspaper together from its stories, the lead first and those of a section one after the other. */
export function makeUp(stories: readonly Lengths[], { briefs }: { briefs: ReadonlySet<number> }): MakeUp {
  const lead = stories[0];
  if (!lead)
    return {
      lead: { size: 'large', opening: 0, picture: false, type: 9 },
      rail: [],
      notice: false,
      index: [],
      sections: [],
      sheets: 1,
    };
  const inside = stories.map((_, number) => number).slice(1);
  const index = Math.min(most.index, Math.max(1, inside.length));
  const several = new Set(stories.map(({ section }) => section)).size > 1;
  const indexHeight = 9 + Math.ceil(index / 3) * (several ? 12.8 : 9.3);
  const room = sheet.height - sheet.nameplate - indexHeight;

  const size = headlineSizes.find(
    // Balanced lines of a few words each leave more room than others; the largest is for want of a picture.
    (each) =>
      (each !== 'poster' || lead.picture === undefined) &&
      lines(lettersOf(lead.headline), two * 0.86, leadSizes[each], letter.headline) <= 3,
  );
  const leadSize = size ?? 'small';
  const head =
    headlineHeight(lead.headline, two, leadSizes[leadSize]) +
    standfirstHeight(lead.standfirst, two, 12.5) +
    (lead.kicker ? 4.2 : 0) +
    4;
  const picture = lead.picture === undefined ? 0 : Math.min(0.8, Math.max(0.55, lead.picture)) * two;
  const caption = picture ? 3 + lines(lead.caption, two, 7.5) * 3.5 : 0;
  // A picture is as tall as it is between the two sheets, which differ by 18 mm.
  // A picture gives way when lines are more than were counted; without one a part of the room is kept for them.
  const text = picture ? room - head - caption - Math.max(60, picture - 9) - 12 : (room - head - 7) * 0.93;
  // Where a picture leaves no room for a paragraph, it gives way for one that fits without it.
  const opening = fitting(lead, 2 * text, picture ? 0.5 : 0) || fitting(lead, 2 * (room - head - caption - 12), 0, 1);
  // Where no picture takes what a further paragraph would not fit into, larger type does.
  const used = openingHeight(lead, opening);
  const fill = picture || used === 0 ? 1 : Math.sqrt((2 * text) / used);
  const type = Math.min(most.type, Math.max(sheet.size, Math.floor(4 * sheet.size * fill) / 4));

  const rail = railOf(stories, inside, room, briefs);
  const shown = new Set(rail.map(({ story }) => story));
  const rank = inTurn(stories, inside);
  const named = [...inside].sort(
    (a, b) => Number(shown.has(a)) - Number(shown.has(b)) || (rank.get(a) ?? 0) - (rank.get(b) ?? 0),
  );
  return {
    lead: { size: leadSize, opening, picture: picture > 0, type },
    rail,
    notice: rail.length < 4,
    index: named.slice(0, most.index).sort((a, b) => a - b),
    ...insideOf(stories, { opening, rail }),
  };
}

/** How many blocks of an opening fit into a column of a height; the last of a story stays inside, and no heading is the last. */
function fitting({ opening, line }: Lengths, height: number, over: number, limit = Infinity): number {
  let used = 0;
  let count = 0;
  for (const { letters, heading } of opening) {
    const next = heading ? 7 : bodyHeight(letters, 1, line);
    if (used + next * (1 - over) > height) break;
    used += next;
    count += 1;
  }
  count = Math.min(count, limit, Math.max(0, opening.length - 1));
  while (count > 0 && opening[count - 1]?.heading) count -= 1;
  return count;
}

function openingHeight({ opening, line }: Lengths, count: number): number {
  return opening
    .slice(0, count)
    .reduce((sum, { letters, heading }) => sum + (heading ? 7 : bodyHeight(letters, 1, line)), 0);
}

/** How many of its section come before each story. */
function inTurn(stories: readonly Lengths[], numbers: readonly number[]): Map<number, number> {
  const depth = new Map<string, number>();
  return new Map(
    numbers.map((story) => {
      const { section = '' } = stories[story] ?? {};
      const deep = depth.get(section) ?? 0;
      depth.set(section, deep + 1);
      return [story, deep];
    }),
  );
}

function railOf(
  stories: readonly Lengths[],
  inside: readonly number[],
  room: number,
  briefs: ReadonlySet<number>,
): RailStory[] {
  const candidates = [...inside.filter((each) => !briefs.has(each)), ...inside.filter((each) => briefs.has(each))];
  // Every section's first comes before a section's second, when the lead's own section has had its second lead.
  const turn = inTurn(stories, candidates);
  const ranked = candidates
    .map((story, place) => ({
      story,
      rank: briefs.has(story) ? 1 : place === 0 ? -1 : (turn.get(story) ?? 0) / 4,
    }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ story }) => story);
  const rail: RailStory[] = [];
  let used = 0;
  for (const story of ranked) {
    if (rail.length >= most.rail) break;
    const copy = stories[story];
    if (!copy) continue;
    const first = rail.length === 0;
    const picture = first && copy.picture !== undefined && copy.picture < 0.9;
    const kinds = [
      { story, standfirst: true, picture, opening: 0 },
      { story, standfirst: false, picture: false, opening: 0 },
    ];
    const fits = kinds.find((each) => used + railHeight(copy, each, first) <= room);
    if (!fits) continue;
    used += railHeight(copy, fits, first);
    rail.push(fits);
  }
  // What is left goes to the openings of the stories from the first on.
  for (const place of rail) {
    const copy = stories[place.story];
    if (!copy || room - used < 14) continue;
    place.opening = fitting(copy, room - used - 5, 0);
    used += openingHeight(copy, place.opening) + 5;
  }
  return rail;
}

function railHeight(copy: Lengths, { standfirst, picture }: RailStory, first: boolean): number {
  return (
    headlineHeight(copy.headline, column, first ? 17 : 12.5) +
    (standfirst ? standfirstHeight(copy.standfirst, column, first ? 10.5 : 9) : 0) +
    (picture && copy.picture ? copy.picture * column + 2 : 0) +
    (first ? 5 : 8)
  );
}

/** The height of a picture in a column with its words, which stand beside a portrait. */
function plateHeight(ratio: number, caption: number, width: number): number {
  const words = (within: number) => lines(caption, within, 7.5) * 3.5;
  return ratio > 1 ? Math.max((ratio * width) / 2, words(width / 2)) + 4 : ratio * width + 4 + words(width);
}

/** The height of a story inside, in a column of its own without its head, in millimetres. */
function insideHeight(copy: Lengths, opening: number, width = column): number {
  const gone = copy.opening.slice(0, opening);
  const letters = copy.letters - gone.reduce((sum, each) => sum + each.letters, 0);
  const picture = copy.picture && opening === 0 ? plateHeight(copy.picture, copy.caption, width) : 0;
  return (bodyHeight(letters, copy.paragraphs - gone.length, copy.line) + copy.blocks) * (column / width) + picture;
}

function headHeight(copy: Lengths, width: number, size: number): number {
  return headlineHeight(copy.headline, width, size) + standfirstHeight(copy.standfirst, width, 10.5) + 10;
}

function insideOf(
  stories: readonly Lengths[],
  { opening, rail }: { opening: number; rail: readonly RailStory[] },
): Pick<MakeUp, 'sections' | 'sheets'> {
  const gone = (story: number) => (story === 0 ? opening : (rail.find((each) => each.story === story)?.opening ?? 0));
  const heightOf = (story: number) => insideHeight(stories[story] as Lengths, gone(story));
  const besideHeight = (story: number, count: number) => {
    const narrow = (sheet.width - (count - 1) * sheet.gap) / count;
    return headHeight(stories[story] as Lengths, narrow, 13) + insideHeight(stories[story] as Lengths, 0, narrow) + 12;
  };
  /** Across the page; a picture stands in one column. */
  const textHeight = (story: number) => {
    const copy = stories[story] as Lengths;
    const picture = copy.picture && gone(story) === 0 ? plateHeight(copy.picture, copy.caption, column) : 0;
    return Math.max(heightOf(story) / 3, picture);
  };
  const rowHeight = (row: Row, place: number) => {
    if ('beside' in row) return Math.max(...row.beside.map((story) => besideHeight(story, row.beside.length)));
    const copy = stories[row.wide] as Lengths;
    return Math.max(19, headHeight(copy, sheet.width - 25, place === 0 ? 25 : 20)) + textHeight(row.wide) + 7;
  };
  /** Whether stories side by side end at about the same height. */
  const isEven = (row: readonly number[]) => {
    const heights = row.map((story) => besideHeight(story, row.length));
    return row.length > 1 && Math.min(...heights) > most.uneven * Math.max(...heights);
  };
  const bySection = Map.groupBy(
    stories.map((_, number) => number),
    (number) => stories[number]?.section ?? '',
  );
  const sections: SectionRows[] = [];
  for (const [section, numbers] of bySection) {
    const isShort = (story: number) => story !== 0 && gone(story) === 0 && heightOf(story) <= most.shortStory;
    const short = numbers.filter(isShort).sort((a, b) => heightOf(b) - heightOf(a));
    const beside: number[][] = [];
    for (let at = 0; at < short.length; at += 1) {
      const row = [3, 2].map((count) => short.slice(at, at + count)).find(isEven);
      if (!row) continue;
      beside.push(row);
      at += row.length - 1;
    }
    const placed = new Set(beside.flat());
    const wide = numbers.filter((story) => !placed.has(story));
    sections.push({
      section,
      rows: [
        ...wide.map((story): Row => ({ wide: story, picture: 'column' })),
        ...beside.map((row): Row => ({ beside: row })),
      ],
    });
  }

  // A picture stands beside its headline where the page has the room; in a column it leaves no hole at the foot of one.
  const heights = sheet.heights.map((each) => each - sectionHead);
  let at = 0;
  for (const { rows } of sections) {
    at += sectionHead;
    for (const [place, row] of rows.entries()) {
      if ('wide' in row) {
        const { picture = 1 } = stories[row.wide] ?? {};
        const broad = Math.min(67, picture * two) + 10;
        const fits = heights.every((each) => each - (at % each) > broad + 30);
        if (picture < 0.9 && fits && gone(row.wide) === 0) row.picture = 'broad';
      }
      const height = rowHeight(row, place);
      const pictured = 'wide' in row && stories[row.wide]?.picture !== undefined && gone(row.wide) === 0;
      row.whole = ('beside' in row || pictured) && height <= most.whole;
      at += height;
    }
  }
  return { sections, sheets: 1 + Math.ceil(at / Math.min(...heights)) };
}
