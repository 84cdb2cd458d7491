import type { Article } from './article.ts';

/** A story in its place, and how much of it is shown there. */
export interface Placed {
  article: Article;
  picture: boolean;
  standfirst: boolean;
}

/** A column of the front page: its width and its sizes of type, in rem; they follow styles/front.css. */
export interface Column {
  width: number;
  headline: number;
  standfirst: number;
}

export const leadColumn: Column = { width: 36, headline: 3.5, standfirst: 1.25 };
export const sideColumn: Column = { width: 17, headline: 1.375, standfirst: 1.0625 };

/** The height of a story in a column, in rem: near enough to make up a page by, for only the screen sets the type. */
export function heightIn(column: Column, { article, picture, standfirst }: Placed): number {
  const beside = picture && column === leadColumn && isUpright(article);
  const width = beside ? column.width * 0.48 : column.width;
  const words =
    set(article.shortHeadline ?? article.headline, width, column.headline * (beside ? 0.8 : 1)) * 1.12 +
    (standfirst && article.standfirst ? set(article.standfirst, width, column.standfirst) * 1.4 + 0.5 : 0);
  const { width: across = 1, height: down = 0 } = (picture && article.picture?.file) || {};
  const image = (down / across) * (beside ? column.width * 0.48 : column.width);
  return 2.25 + (beside ? Math.max(words, image) : words + image);
}

/** The height of a text without its leading. */
function set(text: string, width: number, size: number): number {
  return Math.ceil((widthOf(text) * size * 0.48) / width) * size;
}

/** In letters: a Chinese, Japanese or Korean character is as wide as two. */
export function widthOf(text: string): number {
  return text.length + (text.match(/[\u3000-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
}

/** Whether an article's picture is taller than wide. */
export function isUpright({ picture }: Pick<Article, 'picture'>): boolean {
  return picture !== undefined && picture.file.height > picture.file.width;
}
