import type { ElementContent } from 'hast';
import { textNode } from '../body/tree.ts';
import type { Article, Photo, PictureFile } from '../newsroom/article.ts';
import type { Direction } from '../newsroom/language.ts';
import { lettersOf } from '../newsroom/letters.ts';
import { permalinkOf } from '../newsroom/permalink.ts';
import { typesetText } from '../newsroom/typography.ts';
import { noBreak } from '../newsroom/typography/customs.ts';
import type { Setting } from '../newsroom/typography/setting.ts';
import { wordsOf } from '../newsroom/words.ts';

export type { PictureFile };

/** Long headlines are set smaller. */
export type HeadlineLength = 'long' | 'very-long';

export function headlineLengthOf(headline: string): HeadlineLength | undefined {
  const letters = lettersOf(headline);
  return letters > 180 ? 'very-long' : letters > 90 ? 'long' : undefined;
}

/** A picture with its words, ready to be shown. */
export interface PhotoView {
  file: PictureFile;
  alt: string;
  caption?: ElementContent[];
  credit?: string;
  source?: string;
  /** Of the source among the links on paper. */
  sourceNumber?: number;
  licence?: string;
  focus?: string;
}

/** A story as lists show it. */
export interface StoryView {
  href: string;
  headline: string;
  headlineLength?: HeadlineLength;
  standfirst?: string;
  kicker?: string;
  /** "Analysis", "Opinion"; absent for news. */
  kind?: string;
  picture?: PhotoView;
  language: string;
  direction: Direction;
}

/** A story that is named in a line, and leads to itself. */
export type StoryLinkView = Pick<StoryView, 'href' | 'headline' | 'kind' | 'language' | 'direction'> & {
  /** As one types it from paper, "broadsheet.example/a/k7m2xq". */
  short?: string;
};

const views = new WeakMap<Article, StoryView>();

/** The same object for the same article: one story stands beside many others. */
export function storyView(article: Article): StoryView {
  const known = views.get(article);
  if (known) return known;
  const view = newStoryView(article);
  views.set(article, view);
  return view;
}

/** No more than a link shows, so that a page is not made again when something else of the story is edited. */
export function storyLink(article: Article): StoryLinkView {
  const { href, headline, kind, language, direction } = storyView(article);
  return { href, headline, kind, language, direction };
}

function newStoryView(article: Article): StoryView {
  const { language, direction } = article;
  const headline = typesetText(article.shortHeadline ?? article.headline, article);
  return {
    href: permalinkOf(article),
    headline,
    headlineLength: headlineLengthOf(headline),
    standfirst: article.standfirst && typesetText(article.standfirst, article),
    kicker: article.kicker && typesetText(article.kicker, article),
    kind: wordsOf(language).kinds[article.kind],
    picture: article.picture && leadPhotoView(article),
    language,
    direction,
  };
}

/** The lead picture of an article. */
export function leadPhotoView({
  picture,
  language,
  typography,
}: Pick<Article, 'picture' | 'language' | 'typography'>): PhotoView | undefined {
  return picture && photoView(picture, { language, typography });
}

function photoView(photo: Photo, setting: Setting): PhotoView {
  return {
    ...photo,
    alt: typesetText(photo.alt, setting),
    caption: photo.caption ? [textNode(typesetText(photo.caption, setting))] : undefined,
    credit: photo.credit && typesetText(photo.credit, setting),
  };
}

/** What a picture is, in one word: its alt text and its caption are said anyway. */
export function pictureName(language: string): string {
  return wordsOf(language).picture;
}

/** Who made a picture, and under what licence it is used, as one line; empty where neither is said. */
export function creditLine({ credit, licence }: Pick<PhotoView, 'credit' | 'licence'>): string {
  // A short name is not parted.
  const name = licence?.replace(/^CC.{1,20}$/, (short) => short.replaceAll(' ', noBreak));
  return [credit, name].filter(Boolean).join('. ');
}
