import type { Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Code } from '../newsroom/codes.ts';
import { hrefOf, ownPath, placeOfAddress } from '../newsroom/permalink.ts';
import { disguiseOf } from '../newsroom/web-address.ts';
import { anchorOf, anchorRemedy, headingPrefix } from './anchors.ts';
import { report } from './report.ts';

/**
 * Links that leave the paper say so (`rel="external"`), and others get the path that the paper lies below; links to its own articles and to pages that have a name are noted,
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
      const anchor = href.startsWith('#') ? anchorOf(href.slice(1), ids) : undefined;
      if (anchor !== undefined) {
        node.properties.href = `#${anchor}`;
        return;
      }
      const fault = href.startsWith('#') ? anchorFault(href, ids) : faultOf(href, origin);
      if (fault) {
        delete node.properties.href;
        // An address that is a link by itself may have no place, and be what is left of a mark that is told.
        const isTold = node.position ? isToldOf(href, ids, file) : file.messages.length > 0;
        if (!isTold) report(file, node, ...fault);
        return;
      }
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
      const path = ownPath(href, origin);
      if (path === undefined) node.properties.rel = ['external'];
      else if (href.startsWith('/')) node.properties.href = hrefOf(href.replace(url.pathname, path));
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

type Fault = [code: Code, found: string, remedy: string];

function faultOf(href: string, origin: string): Fault | undefined {
  const remedy =
    'Write an address that begins with https://, mailto: or tel:, or a permalink of this paper such as /2019/03/01/slug/.';
  if (href === '') return ['B-107', 'A link has no address.', remedy];
  if (!URL.canParse(href, origin)) return ['B-107', `A link goes to "${href}", which is not an address.`, remedy];
  const url = new URL(href, origin);
  if (!/^(https?|mailto|tel):$/.test(url.protocol))
    return [
      'B-107',
      `A link goes to "${href}", which is not a kind of address that readers can follow safely.`,
      remedy,
    ];
  if (!/^[a-z][a-z0-9+.-]*:/i.test(href) && !/^\/(?![/\\])/.test(href))
    return ['B-107', `A link goes to "${href}", which depends on where it is read.`, remedy];
  const path = ownPath(href, origin);
  if (path !== undefined && /^\/a\/[^/]+\/?$/.test(path))
    return [
      'B-137',
      `A link goes to "${href}", a short link.`,
      "Write the article's permalink: short links are for paper.",
    ];
  if (path !== undefined && !placeOfAddress(href, origin))
    return ['B-136', `A link goes to "${href}", and this paper has no such page.`, remedy];
  return undefined;
}

function anchorFault(href: string, ids: ReadonlySet<string>): Fault {
  return [
    'B-135',
    `A link goes to "${href}", and no heading of the text has that name.`,
    anchorRemedy(href.slice(1), ids),
  ];
}

/** Whether the place that a link goes to has a name by HTML or marks that are told already. */
function isToldOf(href: string, ids: ReadonlySet<string>, file: VFile): boolean {
  const name = href.slice(1);
  const told = (codes: RegExp) => file.messages.some(({ ruleId }) => codes.test(ruleId ?? ''));
  if (told(/^B-30[12]$/) && new RegExp(`\\b(id|name)=["']?${RegExp.escape(name)}\\b`).test(String(file))) return true;
  return (
    told(/^B-138$/) &&
    (String(file).includes(`{#${name}`) || [...ids].some((id) => id.startsWith(headingPrefix + name)))
  );
}
