import { citationsOf, quotationMarks, type Citation } from '../../newsroom/citation.ts';
import { wordsOf } from '../../newsroom/words.ts';
import type { ArticleView } from './article.ts';
import type { LinkView } from '../site.ts';
import { takeawayLinks, type TakeawayFile } from '../paper/takeaway.ts';

/** The ways to pass an article on, and to cite it. */
export interface SharingView {
  share: string;
  /** Absolute, without anything that tells who shared it. */
  permalink: string;
  copyLink: string;
  email: LinkView;
  /** Pages of services where it can be posted; nothing of theirs is loaded here. */
  services: LinkView[];
  cite: { heading: string; copy: string; citations: Citation[]; code: { url: string; label: string } };
  /** Files of the article, where the desk has made them. */
  takeaway?: { label: string; links: ReturnType<typeof takeawayLinks> };
  /** Words of what a script adds, as the `data-` attributes where it finds them. */
  said: Record<string, string>;
}

export function sharingView({
  canonical,
  headline,
  cited,
  files,
}: Pick<ArticleView, 'canonical' | 'headline' | 'cited'> & { files: readonly TakeawayFile[] }): SharingView {
  const { sharing, newspaper } = wordsOf(cited.language);
  const { open, close, innerOpen, innerClose } = quotationMarks(cited.language);
  const url = encodeURIComponent(canonical);
  const title = encodeURIComponent(headline);
  return {
    share: sharing.share,
    permalink: canonical,
    copyLink: sharing.copyLink,
    email: { label: sharing.email, href: `mailto:?subject=${title}&body=${url}` },
    services: [
      { label: 'Bluesky', href: `https://bsky.app/intent/compose?text=${title}%20${url}` },
      { label: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
      { label: 'Mastodon', href: `https://mastodon.social/share?text=${title}%20${url}` },
      { label: 'Reddit', href: `https://www.reddit.com/submit?title=${title}&url=${url}` },
      { label: 'WhatsApp', href: `https://wa.me/?text=${title}%20${url}` },
    ],
    cite: {
      heading: sharing.cite,
      copy: sharing.copy,
      citations: citationsOf(cited),
      code: { url: cited.url, label: sharing.qrCode },
    },
    takeaway:
      files.length > 0
        ? { label: newspaper.files, links: takeawayLinks(files, new URL(canonical).pathname, cited.language) }
        : undefined,
    said: {
      'data-passage': sharing.copyPassage,
      'data-quote': sharing.copyQuote,
      'data-marks': [open, innerOpen, innerClose, close].join('|'),
      'data-link-copied': sharing.linkCopied,
      'data-quote-copied': sharing.quoteCopied,
      'data-citation-copied': sharing.citationCopied,
      'data-not-copied': sharing.notCopied,
      'data-moved': sharing.moved,
    },
  };
}
