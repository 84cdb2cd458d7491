import type { Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { placeOfAddress } from '../newsroom/permalink.ts';
import { disguiseOf } from '../newsroom/web-address.ts';
import { report } from './report.ts';

/**
 * What the ids of headings begin with, so that none is one of the page's own. Reader modes drop a heading by words such
 * as "share" or "contact" in its id, and keep one that says "text".
 */
export const headingPrefix = 'text-';

/**
 * Links that leave the paper say so (`rel="external"`); links to its own articles and to pages that have a name are noted,
 * so that none leads nowhere; addresses that are not for readers are reported.
 */
export function rehypeLinks({ origin }: { origin: string }) {
  return (tree: Root, file: VFile) => {
    const references = (file.data.references ??= []);
    const places = (file.data.places ??= []);
    const ids = new Set<string>();
    visit(tree, 'element', ({ properties: { id } }) => void (id && ids.add(String(id))));
    visit(tree, 'element', (node) => {
      const { href } = node.properties;
      if (node.tagName !== 'a' || typeof href !== 'string') return;
      const disguise = disguiseOf(href);
      if (disguise) {
        delete node.properties.href;
        report(file, node, 'B-125', `The address of a link ${disguise.found}.`, disguise.remedy);
        return;
      }
      const fault = href.startsWith('#') ? anchorFault(href, ids) : faultOf(href, origin);
      if (fault) {
        delete node.properties.href;
        report(file, node, 'B-107', ...fault);
        return;
      }
      if (href.startsWith('#')) return;
      const place = placeOfAddress(href, origin);
      const line = node.position?.start.line ?? 1;
      if (typeof place === 'object' && 'article' in place) references.push({ path: place.article, line });
      else if (typeof place === 'object') places.push({ ...place, line });
      const url = new URL(href, origin);
      if (!/^https?:$/.test(url.protocol)) return;
      const seeming = otherHostIn(toString(node).trim(), url.hostname);
      if (seeming)
        report(
          file,
          node,
          'B-126',
          `The words of a link are an address at ${seeming}, and it goes to ${url.hostname}.`,
          'Write the address where it goes, or words that say what is there.',
        );
      if (url.origin !== new URL(origin).origin) node.properties.rel = ['external'];
    });
  };
}

/** The host that words name where they are a web address, when it is another one; with `www.` or a further part it is the same. */
function otherHostIn(words: string, host: string): string | undefined {
  const address = /^(https?:\/\/|www\.)\S+$/i.test(words) ? words.replace(/^www\./i, 'https://$&') : '';
  if (!URL.canParse(address)) return undefined;
  const [seen, real] = [new URL(address).hostname, host].map((each) => `.${each.replace(/^www\./, '')}`);
  return seen && real && !seen.endsWith(real) && !real.endsWith(seen) ? seen.slice(1) : undefined;
}

type Fault = [found: string, remedy: string];

function faultOf(href: string, origin: string): Fault | undefined {
  const remedy =
    'Write an address that begins with https://, mailto: or tel:, or a permalink of this paper such as /2019/03/01/slug/.';
  if (href === '') return ['A link has no address.', remedy];
  if (!URL.canParse(href, origin)) return [`A link goes to "${href}", which is not an address.`, remedy];
  const url = new URL(href, origin);
  if (!/^(https?|mailto|tel):$/.test(url.protocol))
    return [`A link goes to "${href}", which is not a kind of address that readers can follow safely.`, remedy];
  if (!/^[a-z][a-z0-9+.-]*:/i.test(href) && !/^\/(?![/\\])/.test(href))
    return [`A link goes to "${href}", which depends on where it is read.`, remedy];
  if (url.origin === new URL(origin).origin && /^\/a\/[^/]+\/?$/.test(url.pathname))
    return [`A link goes to "${href}", a short link.`, "Write the article's permalink: short links are for paper."];
  if (url.origin === new URL(origin).origin && !placeOfAddress(href, origin))
    return [`A link goes to "${href}", and this paper has no such page.`, remedy];
  return undefined;
}

function anchorFault(href: string, ids: ReadonlySet<string>): Fault | undefined {
  if (ids.has(href.slice(1)) || ids.has(decoded(href.slice(1)))) return undefined;
  const headings = [...ids].filter((id) => id.startsWith(headingPrefix)).map((id) => `#${id}`);
  return [
    `A link goes to "${href}", and no heading of the text has that name.`,
    headings.length > 0 ? `The headings are ${headings.join(', ')}.` : 'Write an address instead.',
  ];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
