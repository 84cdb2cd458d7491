import { absolute } from '../../newsroom/permalink.ts';
import type { ArticleView } from '../pages/article.ts';
import type { BodyPartView, VideoView } from '../body.ts';
import { creditLine, escapeHtml, type PhotoView, type PictureFile } from '../story.ts';

/** One file of a picture for readers elsewhere: its address, with its origin or without, and its size in pixels. */
export type PictureAt = (file: PictureFile) => { src: string; width: number; height: number };

/** As much of an article as its text needs. */
export type ReaderView = Pick<
  ArticleView,
  'canonical' | 'lead' | 'corrections' | 'provenance' | 'licence' | 'language' | 'direction'
>;

/**
 * An article as HTML for readers that are not this paper's pages: lead picture, text, corrections, provenance. Every
 * address is absolute, captions and credits are kept; no script, class, id or attribute that means something here alone.
 * The headline and what stands with it are left to the reader, ways to other stories are left out.
 */
export function readerHtml({
  view,
  body,
  origin,
  pictureAt,
}: {
  view: ReaderView;
  body: readonly BodyPartView[];
  origin: string;
  pictureAt: PictureAt;
}): string {
  const { canonical, lead, corrections, provenance, licence } = view;
  const clean = (html: string) => cleaned(html, canonical);
  const image = ({ file, alt }: PhotoView) => {
    const { src, width, height } = pictureAt(file);
    return `<img src="${quoted(absolute(src, origin))}" alt="${quoted(alt)}" width="${width}" height="${height}">`;
  };
  const photo = (each: PhotoView) => figure(image(each), captionOf(each, clean));
  const video = ({ poster, label, duration, film, link }: VideoView) => {
    // A film of the paper's own is played on the article's page.
    const ways = [film && { href: canonical, words: film.play }, link && { href: link.href, words: link.watch }]
      .filter((way) => way !== undefined)
      .map(({ href, words }) => `<a href="${quoted(href)}">${escapeHtml(words)}</a>`);
    const words = [`<b>${escapeHtml(label)}</b>`, ...ways, duration].filter(Boolean).join(' ');
    return figure(`${image(poster)}<p>${words}</p>`, captionOf(poster, clean));
  };
  const partHtml = (part: BodyPartView): string => {
    switch (part.kind) {
      case 'html':
        return clean(part.html);
      case 'photo':
        return photo(part.photo);
      case 'gallery':
        return figure(part.photos.map(photo).join('\n'), part.captionHtml && clean(part.captionHtml));
      case 'video':
        return video(part);
      case 'related':
        return '';
    }
  };
  const notes = corrections.items.map(
    ({ kind, text, when }) =>
      `<li><p><b>${escapeHtml(kind)}</b> <time datetime="${when.iso}">${escapeHtml(when.text)}</time></p><p>${escapeHtml(text)}</p></li>`,
  );
  return [
    lead && photo(lead),
    ...body.map(partHtml),
    notes.length > 0 && `<h2>${escapeHtml(corrections.heading)}</h2>\n<ol>${notes.join('\n')}</ol>`,
    ...[provenance, licence].map((line) => line && `<p>${escapeHtml(line)}</p>`),
  ]
    .filter(Boolean)
    .join('\n');
}

function figure(inside: string, caption: string | undefined): string {
  return `<figure>${inside}${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`;
}

function captionOf(photo: PhotoView, clean: (html: string) => string): string | undefined {
  const { captionHtml, source } = photo;
  const line = escapeHtml(creditLine(photo));
  const small = line && `<small>${source ? `<a href="${quoted(source)}">${line}</a>` : line}</small>`;
  return [captionHtml && clean(captionHtml), small].filter(Boolean).join(' ');
}

// Our own printer writes the body: every value stands in quotation marks, and no tag is left open.
const tag = /<(\/?)([a-z][a-z\d-]*)((?:\s+[^\s"'=<>/]+(?:="[^"]*")?)*)\s*\/?>/g;
const attribute = /([^\s"'=<>/]+)(?:="([^"]*)")?/g;
const kept = new Set(
  'href src alt width height lang dir title cite datetime colspan rowspan scope start reversed open value'.split(' '),
);

/** A stretch of an article's HTML without what means something on its page alone; addresses are made whole. */
export function cleaned(html: string, canonical: string): string {
  return (
    html
      .replace(/<a [^>]*data-footnote-backref[^>]*>.*?<\/a>/gs, '')
      // Where links to passages that are gone arrive.
      .replace(/<span [^>]*class="retired"[^>]*><\/span>/g, '')
      .replace(/<(h[2-6]) class="box-title"[^>]*>(.*?)<\/\1>/gs, '<p><strong>$2</strong></p>')
      .replace(tag, (_, slash: string, name: string, attributes: string) => {
        if (name === 'label') return '';
        if (name === 'input') return attributes.includes('checked') ? '☑' : '☐';
        if (slash) return `</${name}>`;
        const list = Array.from(attributes.matchAll(attribute), ([, each = '', value]) => {
          const [, align] = (each === 'class' && /^align-(\w+)$/.exec(value ?? '')) || [];
          if (align) return ` align="${align}"`;
          const isNote = each === 'id' && /^fn(ref)?-/.test(value ?? '');
          return isNote || kept.has(each) ? ` ${each}${valueOf(each, value, canonical)}` : '';
        });
        return `<${name}${list.join('')}>`;
      })
  );
}

/** Of an attribute as it is printed; addresses are made whole. */
function valueOf(name: string, value: string | undefined, canonical: string): string {
  if (value === undefined) return '';
  const isAddress = /^(href|src|cite)$/.test(name) && /^[/#]/.test(value);
  return `="${isAddress ? absolute(value, canonical) : value}"`;
}

function quoted(text: string): string {
  return escapeHtml(text).replaceAll('"', '&quot;');
}
