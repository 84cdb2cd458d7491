import { instantInWords } from '../../newsroom/calendar.ts';
import type { Edition } from '../../newsroom/edition.ts';
import { permalinkOf } from '../../newsroom/permalink.ts';
import { opening } from '../../newsroom/release.ts';

/** A story that is filed and not out, as whoever writes it is told of it. */
export interface HeldView {
  path: string;
  href: string;
  headline: string;
  /** Why readers do not see it, in the language of the desk's messages. */
  note: string;
}

/** Stories that are filed and not out, those that come out first at the beginning, drafts at the end; none where a paper is published. */
export function heldViews({ held, publication }: Edition): HeldView[] {
  return [...(held?.values() ?? [])]
    .map((article) => ({ article, at: opening(article) }))
    .sort((a, b) => (a.at ?? '9').localeCompare(b.at ?? '9'))
    .map(({ article, at }) => ({
      path: article.path,
      href: permalinkOf(article),
      headline: article.headline,
      note:
        at === undefined
          ? 'A draft, which readers do not see.'
          : `Readers see it from ${instantInWords(at, { ...publication, language: 'en-GB' })}.`,
    }));
}
