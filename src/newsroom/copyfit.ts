import type { Article } from './article.ts';

/** A story in its place, and how much of it is shown there. */
export interface Placed {
  article: Article;
  picture: boolean;
  standfirst: boolean;
}

/** A column of the front page: its width, its sizes of type and the space it keeps, in rem; they follow styles/front.css. */
export interface Column {
  width: number;
  /** Above and below a story. */
  space: number;
  /** Around a picture, with its credit where that is shown. */
  pictureSpace: number;
  headline: number;
  longHeadline: number;
  standfirst: number;
}

export const leadColumn: Column = {
  width: 36,
  space: 2.75,
  pictureSpace: 2.5,
  headline: 3.5,
  longHeadline: 2,
  standfirst: 1.25,
};
export const sideColumn: Column = {
  width: 17,
  space: 2,
  pictureSpace: 0.75,
  headline: 1.375,
  longHeadline: 1.1875,
  standfirst: 1.0625,
};

/** The height of a story in a column, in rem: near enough to make up a page by, for only the screen sets the type. */
export function heightIn(column: Column, { article, picture, standfirst }: Placed): number {
  const beside = picture && column === leadColumn && isUpright(article);
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
  return Math.ceil((widthOf(text) * size * 0.45) / width) * size;
}

/** Long headlines are set smaller. */
export type HeadlineLength = 'long' | 'very-long';

export function headlineLengthOf(headline: string): HeadlineLength | undefined {
  const width = widthOf(headline);
  return width > 180 ? 'very-long' : width > 90 ? 'long' : undefined;
}

/** In letters: a Chinese, Japanese or Korean character is as wide as two. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u3000-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
}

/** Whether an article's picture is taller than wide. */
export function isUpright({ picture }: Pick<Article, 'picture'>): boolean {
  return picture !== undefined && picture.file.height > picture.file.width;
}
