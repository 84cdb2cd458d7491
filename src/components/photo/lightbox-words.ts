import type { ArticleView } from '../../views/pages/article.ts';

/** The words of the lightbox where its script finds them. */
export function lightboxWords({ name, enlarge, close, next, previous, position }: ArticleView['lightbox']) {
  return {
    'data-picture': name,
    'data-enlarge': enlarge,
    'data-close': close,
    'data-next': next,
    'data-previous': previous,
    'data-position': position,
  };
}
