/** What the make-up of a newspaper knows of a story: how long its parts are, never what they say. */
export interface Copy {
  headline: string;
  standfirst?: string;
  section: string;
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
export type Row = { wide: number; picture: 'broad' | 'column' } | { beside: number[] };

export interface SectionRows {
  section: string;
  rows: Row[];
}

/** A newspaper made up: stories go by their number. */
export interface MakeUp {
  lead: { size: HeadlineSize; opening: number; picture: boolean };
  rail: RailStory[];
  /** Stories that the index of the front page names. */
  index: number[];
  /** Runs of pages under one running head, each with its sections. */
  runs: SectionRows[][];
}

export const headlineSizes = ['poster', 'banner', 'large', 'middle', 'small'] as const;
export type HeadlineSize = (typeof headlineSizes)[number];

/** Lengths in millimetres, type in points; they follow styles/edition-print.css. */
const paper = {
  // The lower sheet and the narrower one: what fits both fits either.
  height: 248.4 - 1,
  width: 180,
  heights: [266, 248.4],
  gap: 6,
  nameplate: 30,
  lineHeight: 4.06,
  size: 9,
};
const column = (paper.width - 2 * paper.gap) / 3;
const two = 2 * column + paper.gap;
const point = 0.3528;
/** Of a letter of text, in parts of its size, with what ragged lines lose. */
const letter = { text: 0.468, headline: 0.435 };

export const leadSizes: Record<HeadlineSize, number> = { poster: 50, banner: 38, large: 32, middle: 25, small: 19 };
const sectionHead = 12;
const most = { rail: 7, index: 9, shortStory: 78 };

/** Letters as wide as those of the Latin alphabet; a Chinese, Japanese or Korean character is as wide as two. */
export function lettersOf(text: string): number {
  return text.length + (text.match(/[\u3000-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
}

function lines(letters: number, width: number, size: number, wide = letter.text): number {
  return Math.ceil((letters * size * point * wide) / width);
}

function bodyHeight(letters: number, paragraphs: number): number {
  return ((letters * paper.size * point * letter.text) / column + paragraphs * 0.5) * paper.lineHeight;
}

function headlineHeight(headline: string, width: number, size: number): number {
  return lines(lettersOf(headline), width * 0.94, size, letter.headline) * size * point * 1.1;
}

function standfirstHeight(text: string | undefined, width: number, size: number): number {
  return text ? lines(lettersOf(text), width * 0.97, size) * size * point * 1.3 + 1.5 : 0;
}

/** Puts a newspaper together from its stories, the lead first and those of a section one after the other. */
export function makeUp(stories: readonly Copy[], { briefs }: { briefs: ReadonlySet<number> }): MakeUp {
  const lead = stories[0];
  if (!lead) return { lead: { size: 'large', opening: 0, picture: false }, rail: [], index: [], runs: [] };
  const inside = stories.map((_, number) => number).slice(1);
  const index = Math.min(most.index, Math.max(1, inside.length));
  const several = new Set(stories.map(({ section }) => section)).size > 1;
  const indexHeight = 9 + Math.ceil(index / 3) * (several ? 12.8 : 9.3);
  const room = paper.height - paper.nameplate - indexHeight;

  const size = headlineSizes.find(
    // Balanced lines of a few words each leave more room than others; the largest is for want of a picture.
    (each) =>
      (each !== 'poster' || lead.picture === undefined) &&
      lines(lettersOf(lead.headline), two * 0.86, leadSizes[each], letter.headline) <= 3,
  );
  const leadSize = size ?? 'small';
  const head =
    headlineHeight(lead.headline, two, leadSizes[leadSize]) + standfirstHeight(lead.standfirst, two, 12.5) + 13;
  const picture = lead.picture === undefined ? 0 : Math.min(0.8, Math.max(0.55, lead.picture)) * two;
  const caption = picture ? 3 + lines(lead.caption, two, 7.5) * 3.5 : 0;
  // A picture is as tall as it is between the two sheets, which differ by 18 mm.
  const text = room - head - caption - Math.max(60, picture - 9) * Number(picture > 0) - 7;
  const opening = Math.max(fitting(lead.opening, 2 * text, picture ? 0.5 : 0), lead.opening.length > 1 ? 1 : 0);

  const rail = railOf(stories, inside, room, briefs);
  const shown = new Set(rail.map(({ story }) => story));
  const named = [...inside.filter((each) => !shown.has(each)), ...inside.filter((each) => shown.has(each))];
  return {
    lead: { size: leadSize, opening, picture: picture > 0 },
    rail,
    index: named.slice(0, most.index).sort((a, b) => a - b),
    runs: runsOf(stories, { opening, rail }),
  };
}

/** How many blocks of an opening fit into a column of a height; the last of a story stays inside, and no heading is the last. */
function fitting(opening: Copy['opening'], height: number, over: number): number {
  let used = 0;
  let count = 0;
  for (const { letters, heading } of opening) {
    const next = heading ? 7 : bodyHeight(letters, 1);
    if (used + next * (1 - over) > height) break;
    used += next;
    count += 1;
  }
  while (count > 0 && opening[count - 1]?.heading) count -= 1;
  return Math.min(count, Math.max(0, opening.length - 1));
}

function railOf(
  stories: readonly Copy[],
  inside: readonly number[],
  room: number,
  briefs: ReadonlySet<number>,
): RailStory[] {
  const candidates = [...inside.filter((each) => !briefs.has(each)), ...inside.filter((each) => briefs.has(each))];
  // Every section's first comes before a section's second, when the lead's own section has had its second lead.
  const depth = new Map<string, number>();
  const ranked = candidates
    .map((story, place) => {
      const { section = '' } = stories[story] ?? {};
      const deep = depth.get(section) ?? 0;
      depth.set(section, deep + 1);
      return { story, rank: briefs.has(story) ? 1 : place === 0 ? -1 : deep / 4 };
    })
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
    place.opening = fitting(copy.opening, room - used - 5, 0);
    used += copy.opening
      .slice(0, place.opening)
      .reduce((sum, { letters, heading }) => sum + (heading ? 7 : bodyHeight(letters, 1)), 5);
  }
  return rail;
}

function railHeight(copy: Copy, { standfirst, picture }: RailStory, first: boolean): number {
  return (
    headlineHeight(copy.headline, column, first ? 17 : 12.5) +
    (standfirst ? standfirstHeight(copy.standfirst, column, first ? 10.5 : 9) : 0) +
    (picture && copy.picture ? copy.picture * column + 2 : 0) +
    (first ? 7.5 : 8.5)
  );
}

/** The height of a picture in a column with its words, which stand beside a portrait. */
function plateHeight(ratio: number, caption: number): number {
  const words = (width: number) => lines(caption, width, 7.5) * 3.5;
  return ratio > 1 ? Math.max((ratio * column) / 2, words(column / 2)) + 4 : ratio * column + 4 + words(column);
}

/** The height of a story inside, in a column of its own without its head, in millimetres. */
function insideHeight(copy: Copy, opening: number): number {
  const gone = copy.opening.slice(0, opening);
  const letters = copy.letters - gone.reduce((sum, each) => sum + each.letters, 0);
  const picture = copy.picture && opening === 0 ? plateHeight(copy.picture, copy.caption) : 0;
  return bodyHeight(letters, copy.paragraphs - gone.length) + copy.blocks + picture;
}

function headHeight(copy: Copy, width: number, size: number): number {
  return headlineHeight(copy.headline, width, size) + standfirstHeight(copy.standfirst, width, 10.5) + 10;
}

function runsOf(
  stories: readonly Copy[],
  { opening, rail }: { opening: number; rail: readonly RailStory[] },
): SectionRows[][] {
  const gone = (story: number) => (story === 0 ? opening : (rail.find((each) => each.story === story)?.opening ?? 0));
  const heightOf = (story: number) => insideHeight(stories[story] as Copy, gone(story));
  const rowHeight = (row: Row) => {
    if ('wide' in row) {
      const copy = stories[row.wide] as Copy;
      return Math.max(19, headHeight(copy, paper.width - 25, 20)) + heightOf(row.wide) / 3 + 8;
    }
    const narrow = (paper.width - (row.beside.length - 1) * paper.gap) / row.beside.length;
    const heights = row.beside.map(
      (story) => headHeight(stories[story] as Copy, narrow, 13) + (heightOf(story) * column) / narrow + 22,
    );
    return Math.max(...heights);
  };
  const sections: { rows: SectionRows; height: number }[] = [];
  const bySection = Map.groupBy(
    stories.map((_, number) => number),
    (number) => stories[number]?.section ?? '',
  );
  for (const [section, numbers] of bySection) {
    const isShort = (story: number) => story !== 0 && gone(story) === 0 && heightOf(story) <= most.shortStory;
    const short = numbers.filter(isShort).sort((a, b) => heightOf(b) - heightOf(a));
    // One that is left over stands across the page like the longer ones.
    const alone = short.length % 3 === 1 ? short.splice(0, 1) : [];
    const wide = numbers.filter((story) => !isShort(story) || alone.includes(story));
    const rows: Row[] = wide.map((story) => ({ wide: story, picture: 'column' }));
    for (let at = 0; at < short.length; at += 3) rows.push({ beside: short.slice(at, at + 3) });
    const height = sectionHead + rows.reduce((sum, row) => sum + rowHeight(row), 0);
    sections.push({ rows: { section, rows }, height });
  }

  // A section begins a page where the one before fills its last page on either sheet, and shares the page else.
  const runs: SectionRows[][] = [];
  let open: SectionRows[] = [];
  let height = 0;
  for (const [place, { rows, height: more }] of sections.entries()) {
    open.push(rows);
    height += more;
    const left = sections.slice(place + 1).reduce((sum, each) => sum + each.height, 0);
    const fills = paper.heights.every((each) => {
      const pages = height / (each - 2);
      const last = pages - Math.floor(pages);
      return last > 0.72 && last < 0.97;
    });
    if (fills && left > paper.height * 0.7) {
      runs.push(open);
      open = [];
      height = 0;
    }
  }
  if (open.length > 0) runs.push(open);

  // A picture stands beside its headline where the page has the room; in a column it leaves no hole at the foot of one.
  for (const run of runs) {
    let at = 0;
    for (const { rows } of run) {
      at += sectionHead;
      for (const row of rows) {
        if ('wide' in row) {
          const { picture = 1 } = stories[row.wide] ?? {};
          const broad = Math.min(67, picture * two) + 10;
          const fits = paper.heights.every((each) => each - (at % each) > broad + 30);
          if (picture < 0.9 && fits && gone(row.wide) === 0) row.picture = 'broad';
        }
        at += rowHeight(row);
      }
    }
  }
  return runs;
}
