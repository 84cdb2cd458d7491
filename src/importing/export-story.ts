import type { Root } from 'hast';
import { digestOf } from '../newsroom/digest.ts';
import type { Draft, Fact } from './draft.ts';
import { htmlTree } from './html.ts';
import { withNotes } from './notes.ts';
import { textOfHtml } from './words.ts';

/** A story of an export, whose values are all said by the export itself. */
export interface ExportStory {
  source: string;
  key: string;
  title?: string | undefined;
  standfirst?: string | undefined;
  html: string;
  byline?: string[];
  section?: string | undefined;
  topics?: string[];
  published?: string | undefined;
  updated?: string | undefined;
  status?: 'draft' | 'published';
  language?: string | undefined;
  slug?: string | undefined;
  former?: string[];
  base?: string | undefined;
  picture?: Draft['picture'];
  leftovers?: Draft['leftovers'];
  licence?: string | undefined;
  pictureBytes?: Draft['pictureBytes'];
  /** Changes the tree before it is taken for the text. */
  change?: (tree: Root) => void;
}

/** The draft of a story of an export. */
export function draftOf(story: ExportStory): Draft {
  const body = htmlTree(story.html);
  story.change?.(body);
  const leftovers = story.leftovers ?? [];
  leftovers.push(...withNotes(body));
  const { title, standfirst, byline = [], section, topics = [], published, updated, status, picture } = story;
  const said = (value: string | undefined): Fact | undefined =>
    value?.trim() ? { value: plainText(value) } : undefined;
  const words = [
    title,
    standfirst,
    ...byline,
    section,
    ...topics,
    published,
    updated,
    story.licence,
    picture?.value.alt,
    picture?.value.caption,
    picture?.value.credit,
  ].map((each) => plainText(each ?? ''));
  return {
    source: story.source,
    key: story.key,
    digest: digestOf(JSON.stringify([story.html, ...words, status ?? '', story.slug ?? '', picture?.value.src ?? ''])),
    words: [...words, textOfHtml(body)].join('\n'),
    headline: said(title),
    standfirst: said(standfirst),
    byline: byline.map((value) => ({ value: plainText(value) })),
    section: said(section),
    topics: topics.map((value) => ({ value: plainText(value) })),
    published: published ? { value: published, from: published } : undefined,
    updated: updated ? { value: updated, from: updated } : undefined,
    status: status ? { value: status } : undefined,
    language: story.language ? { value: story.language } : undefined,
    licence: said(story.licence),
    slug: story.slug,
    former: story.former ?? [],
    base: story.base,
    picture,
    body,
    leftovers,
    ...(story.pictureBytes ? { pictureBytes: story.pictureBytes } : {}),
  };
}

/** Words in which HTML says nothing but how they look. */
export function plainText(text: string): string {
  return /[<&]/.test(text) ? textOfHtml(htmlTree(text)).replace(/\s+/g, ' ').trim() : text.trim();
}
