import type { Article } from '../../newsroom/article.ts';
import {
  inColumns,
  isUpright,
  parted,
  type Below,
  type Beside,
  type Measure,
  type Placed,
} from '../../newsroom/front.ts';
import { languageOf } from '../../newsroom/languages.ts';
import { editionDateOf } from '../../newsroom/permalink.ts';
import { wordsOf } from '../../newsroom/words.ts';
import { linesOf, wordsIn, type Face, type Words } from '../paper/letter-widths.ts';
import { headlineLengthOf } from '../story.ts';

/** Sizes of type, and from line to line in parts of them. */
interface Type {
  size: number;
  leading: number;
}

/** Where stories of the front page stand: how wide, in what type, and with what space, in rem; they follow styles/front.css. */
interface Column {
  width: number;
  /** Above and below a story, with its rule. */
  space: number;
  headline: Type;
  longHeadline: Type;
  standfirst: number;
  /** Whether a picture stands between headline and words, small beside the words, or beside both in a part of the width. */
  picture: 'above' | 'small' | { width: number; words: number };
  /** Around a picture, with its credit where that is shown. */
  pictureSpace: number;
  /** Whether a heading says of all stories what they are. */
  isSaid?: true;
}

const usual: Pick<Column, 'headline' | 'longHeadline' | 'standfirst' | 'picture' | 'pictureSpace'> = {
  headline: { size: 1.375, leading: 1.16 },
  longHeadline: { size: 1.1875, leading: 1.22 },
  standfirst: 1.0625,
  picture: 'small',
  pictureSpace: 0.75,
};
const small: Type = { size: 1.125, leading: 1.25 };

/** The whole page, and what stands between two columns of it. */
const page = { wide: 75, desk: 59, tablet: 44.2 };
const gap = 2.5;

/** One of so many columns in a width. */
function part(width: number, count: number): number {
  return (width - (count - 1) * gap) / count;
}

const leadColumn: Column = {
  width: part(page.wide, 2),
  space: 2.75,
  headline: { size: 3.5, leading: 1.06 },
  longHeadline: { size: 2, leading: 1.16 },
  standfirst: 1.25,
  picture: 'above',
  pictureSpace: 2.7,
};
/** Without a picture it is set larger. */
const leadOfWords: Column = { ...leadColumn, headline: { size: 4.25, leading: 1.06 }, standfirst: 1.375 };
/** Its headline stands across the page. */
const none: Type = { size: 0, leading: 0 };
const leadBelow: Column = { ...leadColumn, headline: none, longHeadline: none };
const leadBelowOfWords: Column = { ...leadOfWords, headline: none, longHeadline: none };
/** An upright picture has the words beside it. */
const leadUpright: Column = {
  ...leadColumn,
  headline: { size: 2.75, leading: 1.06 },
  longHeadline: { size: 1.625, leading: 1.16 },
  picture: { width: 17.375, words: 17.375 },
};
/** Above what is next to it, across the page. */
const leadAcross: Column = {
  ...leadColumn,
  width: page.wide,
  headline: { size: 4.25, leading: 1.06 },
  standfirst: 1.375,
  picture: { width: 36.5, words: 36.5 },
};
const uprightAcross: Column = { ...leadAcross, picture: { width: 20, words: 53 } };

/** How much less screens count that fewer readers have. */
const weights = { wide: 1, desk: 0.6, tablet: 0.5 };

/** Stories next to the lead, and those that are briefs. */
interface SideColumns {
  side: Column;
  /** The story beside the lead that shows its picture. */
  large: Column;
  comment: Column;
  brief: Column;
}

function sideColumns(width: number, picture: Column['picture'], largest = usual.headline): SideColumns {
  const side = { ...usual, width, space: 2.06, picture };
  return {
    side,
    large: { ...side, headline: largest },
    comment: { ...side, isSaid: true },
    brief: { ...side, space: 1.19, headline: small, longHeadline: small, isSaid: true },
  };
}

const largest: Type = { size: 1.75, leading: 1.12 };
/** Beside the lead; and below it on screens that are less wide, where pictures are small in part. */
const sides = {
  beside: sideColumns(part(part(page.wide, 2), 2), 'above', largest),
  two: sideColumns(part(page.desk, 2), 'small', largest),
  three: sideColumns(part(page.desk, 3), 'small', largest),
  tablet: sideColumns(part(page.tablet, 2), 'above', largest),
};
/** Below the lead on all screens: in a row of so many, or in columns. */
const screens = (['wide', 'desk', 'tablet'] as const).map((screen) => ({
  weight: weights[screen],
  // One row has pictures in all stories or in some.
  row: [1, 2, 3, 4].map((count) => {
    const width = part(page[screen], screen === 'tablet' && count === 4 ? 2 : count);
    const half = (width - 1.5) / 2;
    const beside = count === 2 && screen !== 'tablet' ? { width: half, words: half } : undefined;
    return { all: sideColumns(width, beside ?? 'above'), some: sideColumns(width, beside ?? 'small') };
  }),
  columns: [2, 3].map((count) => sideColumns(part(page[screen], count), 'small')),
}));

/** A section in a column: its first story, others, and those that are headlines alone. */
interface StackColumns {
  first: Column;
  other: Column;
  headline: Column;
}

function stackColumns(width: number, picture: Column['picture'] = 'small'): StackColumns {
  const first = { ...usual, width, space: 1.375, picture };
  const other = { ...first, space: 1.44 };
  return { first, other, headline: { ...other, headline: small, longHeadline: small } };
}

const stacks = (['wide', 'desk', 'tablet'] as const).map((screen) =>
  [1, 2, 3, 4].map((count) => stackColumns(part(page[screen], screen === 'tablet' ? 2 : count))),
);
/** Sections across the page: the first story has half of it with a picture. */
const bands = Object.fromEntries(
  (['wide', 'desk'] as const).map((screen) => {
    const half = part(page[screen], 2);
    const first: Column = { ...usual, width: half, space: 1.375, headline: { size: 1.5, leading: 1.16 } };
    const words = part(half, 2) + 0.5;
    return [
      screen,
      {
        column: stackColumns(part(half, 2)),
        broad: { ...first, picture: { width: words, words } },
        upright: first,
        lone: { ...first, width: page[screen], picture: { width: 17, words: page[screen] - 18.5 } },
        /** Of words alone: the standfirst stands beside the headline. */
        loneOfWords: { ...first, width: (page[screen] - gap) * (2 / 3) },
      },
    ] as const;
  }),
) as Record<'wide' | 'desk', { column: StackColumns } & Record<'broad' | 'upright' | 'lone' | 'loneOfWords', Column>>;
const fourth = { small: stackColumns(17), large: stackColumns(17, 'above') };

const headingSpace = { analysis: 1.53, briefs: 1.9 };
/** The heading of a section, with its rule. */
const bandHead = 2.4;
/** What room between two stories of a column may be wider than elsewhere. */
const shared = 4.5;

/** How high a column is, and how many gaps it has to which room can be added. */
interface Foot {
  height: number;
  gaps: number;
}

/** How far a column ends above what is so high, when all of its gaps are wide. */
function short({ height, gaps }: Foot, high: number): number {
  return Math.max(0, high - height - shared * gaps);
}

/** What is wrong with columns side by side: how far one ends above the lowest when all of its gaps are wide, and how wide these are. */
function faultOf(columns: readonly Foot[]): number {
  const high = Math.max(...columns.map(({ height }) => height));
  const holes = columns.map((column) => short(column, high));
  const wide = columns.map(({ height, gaps }) => (gaps > 0 ? Math.min(shared, (high - height) / gaps) : 0));
  // One that is twice as deep is four times as bad.
  const bad = holes.map((hole) => (hole * hole) / 6);
  return Math.max(...bad) + 0.25 * total(bad) + 0.4 * Math.max(...wide);
}

/**
 * Heights on the page, in rem, from the widths of letters: near enough to make up a page by, for only the screen sets the type.
 * @param lead whose kicker is not said again, and whose day stands below no story
 */
export function measureOf({ kicker, date }: { kicker?: string; date?: string } = {}): Measure {
  const known = new Map<Article, Map<string, Words>>();
  const set = (article: Article, text: string, face: Face) => {
    const texts = known.get(article) ?? new Map<string, Words>();
    known.set(article, texts);
    const words = texts.get(face + text) ?? wordsIn(text, face);
    texts.set(face + text, words);
    return words;
  };
  const heights = new Map<Column, Map<Article, (number | undefined)[]>>();
  const heightIn = (column: Column, placed: Placed): number => {
    const inColumn = heights.get(column) ?? new Map<Article, (number | undefined)[]>();
    heights.set(column, inColumn);
    const of = inColumn.get(placed.article) ?? [];
    inColumn.set(placed.article, of);
    return (of[Number(placed.picture) + 2 * Number(placed.standfirst)] ??= height(column, placed));
  };

  /** The height of a story in a column. */
  const height = (column: Column, { article, picture, standfirst }: Placed): number => {
    const { script } = languageOf(article.language);
    const own = script !== undefined && !script.latin;
    const headline = article.shortHeadline ?? article.headline;
    const type = headlineLengthOf(headline) ? column.longHeadline : column.headline;
    const face = article.kind === 'analysis' ? 'text' : 'headline';
    const above =
      (article.kicker && article.kicker !== kicker) || (!column.isSaid && wordsOf(article.language).kinds[article.kind])
        ? 1.39
        : 0;
    const below = date !== undefined && editionDateOf(article) !== date ? 1.47 : 0;
    // Letters of headlines stand nearer to each other.
    const near = type.size > 2 ? 1.038 : 1.017;
    const headIn = (width: number) =>
      above +
      linesOf(set(article, headline, face), (width * (own ? 1 : near)) / type.size) *
        type.size *
        (own ? 1.4 : type.leading);
    const line = column.standfirst * (own ? 1.6 : 1.4);
    const linesIn = (width: number) =>
      standfirst && article.standfirst
        ? linesOf(set(article, article.standfirst, 'text'), Math.min(36, width / column.standfirst))
        : 0;
    const wordsOfLines = (lines: number) => (lines > 0 ? 0.5 + lines * line : 0);
    const { width, space, pictureSpace } = column;
    const file = picture ? article.picture?.file : undefined;
    if (!file) return space + headIn(width) + wordsOfLines(linesIn(width)) + below;
    const ratio = file.height / file.width;
    if (column.picture === 'above')
      return space + headIn(width) + pictureSpace + width * ratio + wordsOfLines(linesIn(width)) + below;
    if (column.picture !== 'small') {
      const { words, width: wide } = column.picture;
      return space + Math.max(wide * ratio + pictureSpace - 0.5, headIn(words) + wordsOfLines(linesIn(words)) + below);
    }
    const aside = Math.min(8, 0.34 * width);
    const high = aside * ratio + 0.75;
    const room = Math.ceil((high - 0.5) / line);
    const narrow = linesIn(width - aside - 1);
    const lines = narrow <= room ? narrow : room + Math.ceil(((narrow - room) * (width - aside - 1)) / width);
    return space + headIn(width) + Math.max(high, wordsOfLines(lines) + below);
  };

  const leadIn = (lead: Placed) =>
    heightIn(!lead.picture ? leadOfWords : isUpright(lead.article) ? leadUpright : leadColumn, lead);
  const leadAt = (lead: Placed, across: boolean) =>
    across ? heightIn(lead.picture ? leadBelow : leadBelowOfWords, lead) : leadIn(lead);

  /** Stories in columns next to the lead, in their order. */
  const nextTo = ({ second, analysis, briefs }: Beside, { side, large, comment, brief }: SideColumns): number[] => [
    ...second.map((story) => heightIn(story.picture ? large : side, story)),
    ...analysis.map(
      (story, at) =>
        heightIn(new Set(analysis.map(({ article }) => article.kind)).size > 1 ? side : comment, story) +
        (at === 0 ? headingSpace.analysis : 0),
    ),
    ...briefs.map((story, at) => heightIn(brief, story) + (at === 0 ? headingSpace.briefs : 0)),
  ];
  const cutAt = (stories: readonly number[], cut: number): Foot[] => [
    { height: total(stories.slice(0, cut)), gaps: Math.max(0, cut - 1) },
    { height: total(stories.slice(cut)), gaps: Math.max(0, stories.length - cut - 1) },
  ];
  const inThree = (stories: readonly number[]) =>
    faultOf(parted(stories, 3).map((each) => ({ height: each, gaps: 0 })));

  /** How the stories part best whose heights are these in two columns of several widths. */
  const bestCut = (count: number, faultAt: (cut: number) => number): { cut: number; fault: number } => {
    let best = { cut: count, fault: Infinity };
    for (let cut = 1; cut < Math.max(2, count); cut += 1) {
      const fault = faultAt(cut);
      if (fault < best.fault) best = { cut, fault };
    }
    return best;
  };

  /** A section in one of several columns. */
  const stack = (column: StackColumns, [first, ...others]: readonly Placed[]): number =>
    bandHead + (first ? heightIn(column.first, first) : 0) + total(others.map((story) => other(column, story)));
  const other = (column: StackColumns, story: Placed) =>
    heightIn(story.standfirst ? column.other : column.headline, story);

  const equalIn = (screen: 'wide' | 'desk', stories: readonly Placed[]): Foot[] => {
    const column = stacks[screen === 'wide' ? 0 : 1]?.[stories.length - 1] ?? bands.wide.column;
    return stories.map((story) => ({ height: other(column, story), gaps: 0 }));
  };
  const columnsIn = (column: StackColumns, stories: readonly Placed[], count: number): Foot[] => {
    // One alone is as wide as all.
    if (stories.length === 1) return stories.map((story) => ({ height: other(column, story) * 0.8, gaps: 0 }));
    const groups = inColumns(stories, count, (story) => other(bands.wide.column, story));
    return [
      ...groups.map((group) => ({ height: total(group.map((story) => other(column, story))), gaps: group.length - 1 })),
      ...Array.from({ length: count - groups.length }, () => ({ height: 0, gaps: 0 })),
    ];
  };
  /** How a section stands across the page, in its parts from top to bottom. */
  const bandIn = (screen: 'wide' | 'desk', stories: readonly Placed[], beside: number | undefined): Foot[][] => {
    const { column, broad, upright, lone, loneOfWords } = bands[screen];
    const [first, ...others] = stories;
    if (!first) return [];
    const large = !first.picture || isUpright(first.article) ? upright : broad;
    if (others.length === 0)
      return [[{ height: heightIn(!first.picture ? loneOfWords : large === broad ? lone : upright, first), gaps: 0 }]];
    if (beside === undefined) return [equalIn(screen, stories)];
    const far = first.picture ? others.slice(beside) : stories;
    return [
      ...(first.picture
        ? [[{ height: heightIn(large, first), gaps: 0 }, ...columnsIn(column, others.slice(0, beside), 2)]]
        : []),
      ...(far.length > 0 ? [columnsIn(column, far, 4)] : []),
    ];
  };
  const highest = (columns: readonly Foot[]) => Math.max(0, ...columns.map((each) => each.height));
  const bandHeight = (stories: readonly Placed[], beside: number | undefined) =>
    bandHead + total(bandIn('wide', stories, beside).map(highest));
  const inRow = (screen: 'wide' | 'desk' | 'tablet', row: readonly (readonly Placed[])[]): Foot[] => {
    const column = stacks[['wide', 'desk', 'tablet'].indexOf(screen)]?.[row.length - 1] ?? bands.wide.column;
    return row.map((stories) => ({ height: stack(column, stories), gaps: stories.length - 1 }));
  };

  return {
    filled: (lead, across, beside) => total(nextTo(beside, sides.beside)) / (2 * leadAt(lead, across)),
    beside: (lead, across, beside) => {
      const high: Foot = { height: leadAt(lead, across), gaps: 0 };
      const [wide, three, two, tablet] = [sides.beside, sides.three, sides.two, sides.tablet].map((each) =>
        nextTo(beside, each),
      ) as [number[], number[], number[], number[]];
      const desk = three.length < 4 ? Infinity : inThree(three);
      return bestCut(wide.length, (cut) => {
        const columns = cutAt(wide, cut);
        return (
          weights.wide * faultOf([high, ...columns]) +
          weights.desk * Math.min(desk, faultOf(cutAt(two, cut))) +
          weights.tablet * faultOf(cutAt(tablet, cut))
        );
      });
    },
    fewest: (beside, cut) => {
      const two = faultOf(cutAt(nextTo(beside, sides.two), cut));
      return nextTo(beside, sides.three).length < 4 || two <= inThree(nextTo(beside, sides.three)) ? 2 : 3;
    },
    below: (beside) => {
      const { second, analysis, briefs } = beside;
      const cells = second.length + Number(analysis.length > 0) + Number(briefs.length > 0);
      const alike = cells === second.length && second.every(({ picture }) => picture);
      const inRow = ({ row }: (typeof screens)[number]) => {
        const columns = row[cells - 1]?.[alike ? 'all' : 'some'];
        if (!columns) return [];
        const apart = [
          { second: [], analysis, briefs: [] },
          { second: [], analysis: [], briefs },
        ].map((each) => total(nextTo(each, columns)));
        return [...second.map((story) => heightIn(columns.side, story)), ...apart.filter((each) => each > 0)];
      };
      const rowFault = total(
        screens.map((screen) => screen.weight * faultOf(inRow(screen).map((each) => ({ height: each, gaps: 0 })))),
      );
      const inTwo = screens.map(({ weight, columns }) => ({
        weight,
        stories: columns[0] ? nextTo(beside, columns[0]) : [],
      }));
      const count = second.length + analysis.length + briefs.length;
      const two = bestCut(count, (cut) =>
        total(inTwo.map(({ weight, stories }) => weight * faultOf(cutAt(stories, cut)))),
      );
      const three = bestCut(count, (cut) =>
        total(
          screens.map(
            ({ weight, columns }, at) =>
              weight *
              (at < 2 && columns[1]
                ? inThree(nextTo(beside, columns[1]))
                : faultOf(cutAt(inTwo[at]?.stories ?? [], cut))),
          ),
        ),
      );
      const forms: Below[] = [
        ...(cells > 1 && cells <= 4 ? [{ form: 'row' as const, cut: 0, fault: rowFault }] : []),
        ...(count > 1 ? [{ form: 2 as const, cut: two.cut, fault: two.fault + 2 }] : []),
        ...(count > 3 ? [{ form: 3 as const, cut: three.cut, fault: three.fault + 2 }] : []),
      ];
      return forms.reduce((best, each) => (each.fault < best.fault ? each : best), {
        form: 2,
        cut: count,
        fault: count > 1 ? Infinity : 0,
      });
    },
    day: 1.5,
    above: (lead, beside) => {
      const next = screens[0]?.columns[1] ? nextTo(beside, screens[0].columns[1]) : [];
      return (
        heightIn(lead.picture && isUpright(lead.article) ? uprightAcross : leadAcross, lead) +
        (next.length > 4 ? total(next) / 3 : Math.max(0, ...next))
      );
    },
    top: (lead, across, beside, cut) =>
      Math.max(leadAt(lead, across), ...cutAt(nextTo(beside, sides.beside), cut).map((each) => each.height)),
    row: (row, beside) => (row.length > 1 ? highest(inRow('wide', row)) : bandHeight(row[0] ?? [], beside)),
    narrow: (stories, count) => stack(stacks[0]?.[count - 1] ?? bands.wide.column, stories),
    rowFault: (row) =>
      weights.wide * faultOf(inRow('wide', row)) +
      weights.desk * faultOf(inRow('desk', row)) +
      // Of three the last stands across, and four even out.
      (row.length < 4 ? weights.tablet * faultOf(inRow('tablet', row.slice(0, 2))) : 0),
    bandFault: (stories, beside) =>
      total(
        (['wide', 'desk'] as const).map(
          (screen) => weights[screen] * total(bandIn(screen, stories, beside).map(faultOf)),
        ),
      ),
    columns: (stories, count) => inColumns(stories, count, (story) => other(bands.wide.column, story)),
    stack: (stories, isSmall) => stack(isSmall ? fourth.small : fourth.large, stories),
    short,
  };
}

function total(heights: readonly number[]): number {
  return heights.reduce((sum, each) => sum + each, 0);
}
