import type { FiledArticle } from './article.ts';

// Apart from what reads them, since that takes longer to load than most of what pages are made by.
const common: Record<keyof FiledArticle, true> = {
  id: true,
  aliases: true,
  headline: true,
  shortHeadline: true,
  standfirst: true,
  kicker: true,
  section: true,
  topics: true,
  kind: true,
  contributors: true,
  agencies: true,
  dateline: true,
  published: true,
  updated: true,
  status: true,
  review: true,
  picture: true,
  related: true,
  print: true,
  corrections: true,
  language: true,
  direction: true,
  licence: true,
  promos: true,
};

/** Whether the articles of every paper have a field; others a paper has added. */
export function isCommonField(name: string): boolean {
  return Object.hasOwn(common, name);
}
