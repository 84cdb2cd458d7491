import type { Article } from './article.ts';
import { epoch } from './calendar.ts';

type Dated = Pick<Article, 'status' | 'published'>;

/**
 * When readers can first open an article, or the notice of its withdrawal, RFC 3339: at its time of publication, or when its
 * embargo ends if that is later; `undefined` for a draft.
 */
export function opening({ status, published }: Dated): string | undefined {
  if (status.state === 'draft') return undefined;
  return status.state === 'embargoed' && epoch(status.until) > epoch(published) ? status.until : published;
}

/** The same in milliseconds since 1970; infinity for a draft. */
export function openFrom(article: Dated): number {
  const at = opening(article);
  return at === undefined ? Infinity : epoch(at);
}

/** Whether an article has a page at an instant, RFC 3339. */
export function isOut(article: Dated, asOf: string): boolean {
  return openFrom(article) <= epoch(asOf);
}
