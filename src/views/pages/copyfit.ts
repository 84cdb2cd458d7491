import { isUpright, type Measure, type Placed } from '../../newsroom/front.ts';
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
}

const leadColumn: Column = {
  width: 36,
  space: 2.75,
  pictureSpace: 2.5,
  headline: 3.5,
  longHeadline: 2,
  standfirst: 1.25,
};
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

/** In rem: near enough to make up a page by, for only the screen sets the type. */
export const measure: Measure = {
  lead: (story) => heightIn(leadColumn, story),
  leadBelow: (story) => heightIn(leadBelowColumn, story),
  side: (story) => heightIn(sideColumn, story),
  heading: 2.5,
};

/** The height of a story in a column. */
function heightIn(column: Column, { article, picture, standfirst }: Placed): number {
  const beside = picture && column !== sideColumn && isUpright(article);
  const width = beside ? column.width * 0.48 : column.width;
  const headline = article.shortHeadline ?? article.headline;
  const size = headlineLengthOf(headline) ? column.longHeadline : column.headline;
  const words =
    set(headline, width, size * (beside ? 0.8 : 1)) * 1.12 +
    (standfirst && article.standfirst ? set(article.standfirst, width, column.standfirst) * 1.4 + 0.5 : 0);
  const file = picture ? article.picture?.file : undefined;
  const image = file ? (file.height / file.width) * width + column.pictureSpace : 0;
  return column.space + (beside ? Math.max(words, image) : words + image);
}

/** The height of a text without its leading. */
function set(text: string, width: number, size: number): number {
  return Math.ceil((lettersOf(text) * size * 0.45) / width) * size;
}
