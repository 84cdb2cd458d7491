import { inColumns, isUpright, parted, type Measure, type Placed } from '../../newsroom/front.ts';
import { languageOf } from '../../newsroom/languages.ts';
import { lettersOf } from '../../newsroom/letters.ts';
import { headlineLengthOf } from '../story.ts';

/** A column of the front page: its width, its sizes of type and the space it keeps, in rem; they follow styles/front.css. */
interface Column {
  width: number;
  /** Above and below a story. */
  space: number;
  /** Around a picture, with its credit where that is shown. */
  pictureSpace: number;
  headline: number;
  longHeadline: number;
  standfirst: number;
  /** Whether pictures are small, and have words beside them. */
  small?: boolean;
}

const leadColumn: Column = {
  width: 36,
  space: 2.75,
  pictureSpace: 2.5,
  headline: 3.5,
  longHeadline: 2,
  standfirst: 1.25,
};
/** Without a picture it is set larger. */
const leadOfWords: Column = { ...leadColumn, headline: 4.25, standfirst: 1.375 };
/** Its headline stands across the page. */
const leadBelowColumn: Column = { ...leadColumn, headline: 0, longHeadline: 0 };
const sideColumn: Column = {
  width: 17,
  space: 2,
  pictureSpace: 0.75,
  headline: 1.375,
  longHeadline: 1.1875,
  standfirst: 1.0625,
};

/** The story beside the lead that shows its picture. */
const secondColumn: Column = { ...sideColumn, headline: 1.75 };
const briefColumn: Column = { ...sideColumn, space: 1.125, headline: 1.125, longHeadline: 1.125 };

/** The heading of a section, with its rule. */
const bandHead = 2.4;
/** A section in a column, its stories after the first mostly headlines. */
const stackColumn: Column = { ...sideColumn, space: 1.375 };
const headlineColumn: Column = { ...stackColumn, headline: 1.125, longHeadline: 1.125 };
/** Across the page: the first over two columns with a picture, over one without. */
const wideColumn: Column = { ...stackColumn, headline: 1.4, pictureSpace: 0.25 };
/** With a picture that is small, over two columns. */
const uprightColumn: Column = { ...wideColumn, width: 36.5 };

/** In rem: near enough to make up a page by, for only the screen sets the type. */
export const measure: Measure = {
  lead: (story) => heightIn(story.picture ? leadColumn : leadOfWords, story),
  leadBelow: (story) => heightIn(leadBelowColumn, story),
  side: (story) => heightIn(story.picture ? secondColumn : sideColumn, story),
  brief: (story) => heightIn(briefColumn, story),
  heading: 2.5,
  day: 1.5,
  above: (lead, below) =>
    heightIn(leadColumn, lead) * (lead.picture ? 0.65 : 0.8) +
    (below.length > 4 ? total(below) / 3 : Math.max(0, ...below)),
  row: (row) =>
    row.length > 1 ? Math.max(...row.map((stories) => narrowHeight(stories, row.length))) : wideHeight(row[0] ?? []),
  narrow: narrowHeight,
  stack: (stories, small) => stackHeight(stories, small),
};

/** From one line of Latin to the next, in parts of its size; other scripts have more, headlines too. */
const usualLeading = 1.5;

/** The height of a section below its heading and rule. */
function stackHeight([first, ...others]: readonly Placed[], small: boolean, width = sideColumn.width): number {
  return (
    bandHead +
    (first ? heightIn({ ...stackColumn, width, small }, first) : 0) +
    total(others.map((story) => otherHeight(story, width)))
  );
}

function narrowHeight(stories: readonly Placed[], count: number): number {
  return stackHeight(stories, true, (4 * 17) / count);
}

function wideHeight(stories: readonly Placed[]): number {
  const [first, ...others] = stories;
  if (!first) return 0;
  const heights = others.map((story) => otherHeight(story));
  if (!first.picture) {
    const high = heightIn(wideColumn, first);
    return bandHead + (stories.length > 4 ? Math.max(...parted([high, ...heights], 4)) : Math.max(high, ...heights));
  }
  const beside = Math.max(...parted(heights, 2));
  if (isUpright(first.article)) return bandHead + Math.max(heightIn(uprightColumn, first), beside);
  const words = heightIn(wideColumn, { ...first, picture: false });
  const picture = heightIn(wideColumn, first) - words;
  return bandHead + Math.max(words, picture + wideColumn.space, beside);
}

/** Stories of a section, which stand in columns of like height. */
export function bandColumns(stories: readonly Placed[], count: number): Placed[][] {
  return inColumns(stories, count, (story) => otherHeight(story));
}

function otherHeight(story: Placed, width = sideColumn.width): number {
  return heightIn({ ...(story.standfirst ? stackColumn : headlineColumn), width }, story);
}

function total(heights: readonly number[]): number {
  return heights.reduce((sum, each) => sum + each, 0);
}

/** The height of a story in a column. */
function heightIn(column: Column, { article, picture, standfirst }: Placed): number {
  const isAside = picture && (column.small === true || isUpright(article));
  const isLead = column === leadColumn || column === leadBelowColumn;
  // The lead's is half as wide as it is; others are small.
  const aside = !isAside ? 0 : isLead ? column.width * 0.48 : Math.min(8, column.width * 0.34);
  const width = !isAside ? column.width : isLead ? aside : column.width - aside - 1;
  const headline = article.shortHeadline ?? article.headline;
  const size = headlineLengthOf(headline) ? column.longHeadline : column.headline;
  const taller = (languageOf(article.language).script?.leading ?? usualLeading) / usualLeading;
  const words =
    set(headline, width, size * (isAside && isLead ? 0.8 : 1)) * 1.14 * taller +
    (standfirst && article.standfirst
      ? set(article.standfirst, width, column.standfirst * 1.08) * 1.3 * taller + 0.5
      : 0);
  const file = picture ? article.picture?.file : undefined;
  const image = file ? (file.height / file.width) * (aside || width) + column.pictureSpace : 0;
  return column.space + (isAside ? Math.max(words, image) : words + image);
}

/** The height of a text without its leading. */
function set(text: string, width: number, size: number): number {
  return Math.ceil((lettersOf(text) * size * 0.45) / width) * size;
}
