import type { Article } from '../../newsroom/article.ts';
import { dateInWords, epoch } from '../../newsroom/calendar.ts';
import type { Edition } from '../../newsroom/edition.ts';
import { indexParts, type IndexRecord } from '../../newsroom/index-parts.ts';
import { editionDateOf, permalinkOf } from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { storyView, type PictureFile } from '../story.ts';

export type { IndexRecord };

/** A story's entry in the search index; its picture is still a file, and its body only named. */
export type IndexRecordView = IndexRecord & { picture?: { file: PictureFile; alt: string } };

/** What the search index is made of, part by part; records are made when they are asked for. */
export function searchIndexView(edition: Edition): { name: string; records: () => IndexRecordView[] }[] {
  return indexParts(edition).map(({ name, articles }) => ({
    name,
    records: () => articles.map((article) => recordView(article, edition)),
  }));
}

function recordView(article: Article, { publication }: Edition): IndexRecordView {
  const { language, direction, section, topics, contributors, agencies, bodyKey } = article;
  const { headline, kicker, standfirst, picture } = storyView(article);
  const date = editionDateOf(article);
  return {
    url: permalinkOf(article),
    headline: typesetText(article.headline, article),
    kicker,
    standfirst,
    names: [...new Set([...contributors.map(({ contributor }) => contributor.name), ...agencies])],
    bodyKey,
    filters: {
      section: [section.id],
      topic: topics.map(({ id }) => id),
      contributor: [...new Set(contributors.map(({ contributor }) => contributor.id))],
      year: [date.slice(0, 4)],
    },
    card: {
      headline,
      over: kicker ?? section.name,
      language,
      direction,
      date: { iso: date, text: dateInWords(date, publication.language) },
      at: epoch(article.published),
    },
    picture: picture && { file: picture.file, alt: picture.alt },
  };
}
