import { absolute } from '../newsroom/permalink.ts';
import type { ArticleView } from './article.ts';
import type { BodyPartView } from './body.ts';
import type { PhotoView, PictureFile } from './story.ts';

/** Where a picture is for readers elsewhere: an absolute address, and its size in pixels. */
export type PictureAt = (file: PictureFile) => { src: string; width: number; height: number };

/** An article as HTML for feed readers: no script, style or class, every address absolute, captions and credits kept. */
export function readerHtml({
  view,
  body,
  origin,
  pictureAt,
}: {
  view: ArticleView;
  body: readonly BodyPartView[];
  origin: string;
  pictureAt: PictureAt;
}): string {
  const whole = (html: string) =>
    html.replace(
      /(<[^>]*?\s(?:href|src|cite)=")([^"]*)(?=")/g,
      (_, before: string, href: string) =>
        before +
        (URL.canParse(href, view.canonical) ? absolute(href, href.startsWith('#') ? view.canonical : origin) : ''),
    );
  const image = ({ file, alt }: PhotoView) => {
    const { src, width, height } = pictureAt(file);
    return `<img src="${escaped(src)}" width="${width}" height="${height}" alt="${escaped(alt)}">`;
  };
  const words = ({ captionHtml, credit, licence, source }: PhotoView) => {
    const line = escaped([credit, licence].filter(Boolean).join('. '));
    const small = line && `<small>${source ? `<a href="${escaped(source)}">${line}</a>` : line}</small>`;
    return [captionHtml && whole(captionHtml), small].filter(Boolean).join(' ');
  };
  const figure = (inside: string, caption: string) =>
    `<figure>${inside}${caption && `<figcaption>${caption}</figcaption>`}</figure>`;
  const link = (href: string, label: string) => `<a href="${escaped(absolute(href, origin))}">${escaped(label)}</a>`;
  const partHtml = (part: BodyPartView): string => {
    switch (part.kind) {
      case 'html':
        return whole(part.html);
      case 'photo':
        return figure(image(part.photo), words(part.photo));
      case 'gallery':
        return figure(
          part.photos.map((photo) => figure(image(photo), words(photo))).join(''),
          part.captionHtml ? whole(part.captionHtml) : '',
        );
      case 'video':
        return figure(
          image(part.poster) +
            (part.film ? `<p>${link(view.canonical, `${part.label}: ${part.film.play}`)}</p>` : '') +
            (part.link ? `<p>${link(part.link.href, part.link.watch)}</p>` : ''),
          words(part.poster),
        );
      case 'related':
        return `<p>${escaped(part.heading)}</p><ul>${part.stories.map(({ href, headline }) => `<li>${link(href, headline)}</li>`).join('')}</ul>`;
    }
  };
  const { lead, corrections, provenance, licence } = view;
  const ending = [
    ...corrections.items.map(
      ({ kind, when, text }) =>
        `<p><strong>${escaped(kind)}</strong> <time datetime="${when.iso}">${escaped(when.text)}</time>: ${escaped(text)}</p>`,
    ),
    ...[provenance, licence].flatMap((line) => (line ? [`<p><small>${escaped(line)}</small></p>`] : [])),
  ];
  return [lead ? figure(image(lead), words(lead)) : '', ...body.map(partHtml), ...ending].join('\n').trim();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
