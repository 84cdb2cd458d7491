import { absolute, addresses } from '../../newsroom/permalink.ts';
import type { FormView } from './forms.ts';
import type { PictureAt } from '../feeds/reader-text.ts';
import { htmlText } from '../../newsroom/escaping.ts';

/** What a page elsewhere shows of an article that it links to, by oEmbed 1.0. */
export interface OEmbed {
  version: '1.0';
  type: 'rich';
  title: string;
  author_name?: string;
  author_url?: string;
  provider_name: string;
  provider_url: string;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
  html: string;
  width: number;
  height: number;
}

const width = 600;

/** Headline, standfirst and source as a quotation; no script, no frame, nothing to load. */
export function oEmbed(view: FormView, pictureAt: PictureAt): OEmbed {
  const { site, facts, lead, published } = view;
  const picture = lead && pictureAt(lead.file);
  const { url, headline, standfirst, authors, signatories, byline } = facts;
  const [only, ...more] = signatories;
  const names = authors.length > 0 ? byline[0] : signatories.map(({ name }) => name).join(', ');
  return {
    version: '1.0',
    type: 'rich',
    title: headline,
    author_name: more.length > 0 ? names : only?.name,
    author_url: more.length === 0 && only?.href ? absolute(only.href, site.paper.url) : undefined,
    provider_name: site.name,
    provider_url: absolute(addresses.front, site.paper.url),
    thumbnail_url: picture && absolute(picture.src, site.paper.url),
    thumbnail_width: picture?.width,
    thumbnail_height: picture?.height,
    html: [
      `<blockquote cite="${url}" lang="${facts.language}" dir="${facts.direction}">`,
      `<p><a href="${url}"><strong>${htmlText(headline)}</strong></a></p>`,
      standfirst ? `<p>${htmlText(standfirst)}</p>` : '',
      `<footer>${htmlText(site.name)}, <time datetime="${published.iso}">${htmlText(published.text)}</time></footer>`,
      '</blockquote>',
    ].join(''),
    width,
    height: heightOf(headline, standfirst),
  };
}

/** In pixels, of text of the usual size: some seventy letters stand in a line of that width. */
function heightOf(...paragraphs: (string | undefined)[]): number {
  const lines = paragraphs.map((text) => Math.ceil((text?.length ?? 0) / 70));
  return lines.reduce((sum, count) => sum + 24 * count + 16, 64);
}
