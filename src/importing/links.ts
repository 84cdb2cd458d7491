import type { Element, Root as HastRoot } from 'hast';
import type { Link, Nodes, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { disguiseOf } from '../newsroom/web-address.ts';
import { placeOfAddress } from '../newsroom/permalink.ts';
import type { Leftover } from './draft.ts';
import { firstElement } from './page-parts.ts';
import { isPictureAddress, webAddress } from './tidy.ts';
import { textOfMarkdown } from './words.ts';

/**
 * Stands in an address for the site that a story comes from, where its stories will have the paper's own host or where nobody knows what
 * that was: such a link waits for the story that it leads to (RFC 6761: a host that there never is).
 */
export const awaitedHost = 'former.invalid';

export const leadsNowhere = 'link that leads nowhere here';

/**
 * Makes the links of a body such as a paper can have: whole addresses, or headings of the same text. What leads nowhere keeps its words
 * alone, and the address is told.
 * @param base what relative addresses start from, where that is known
 * @param origin of the paper
 */
export function settleLinks(
  root: Root,
  { base, origin, leftovers }: { base?: string | undefined; origin: string; leftovers: Leftover[] },
): void {
  const anchors = new Map<string, string>();
  visit(root, 'heading', (heading) => {
    const name = textOfMarkdown(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    anchors.set(plain(name), name);
  });
  const settle = (node: Nodes): void => {
    if (!('children' in node)) return;
    node.children = (node.children as Nodes[]).flatMap((child): Nodes[] => {
      settle(child);
      if (child.type !== 'link') return [child];
      const url = addressOf(child.url.trim(), { base, origin, anchors });
      if (url) {
        child.url = url;
        child.title = null;
        return [wholeLink(child)];
      }
      if (child.url.trim() !== '') leftovers.push({ kind: leadsNowhere, text: child.url });
      return child.children;
    }) as typeof node.children;
  };
  settle(root);
}

/** Addresses that a text of HTML leads to or shows a page or a film of, as they stand in it; no places in the text itself. */
export function addressesIn(tree: HastRoot): string[] {
  const addresses = new Set<string>();
  const add = (value: unknown) => {
    const address = typeof value === 'string' ? value.trim() : '';
    if (address && !address.startsWith('#')) addresses.add(address);
  };
  visit(tree, 'element', (element) => {
    const { tagName, properties } = element;
    if (/^(?:a|area)$/.test(tagName) && !(isPictureAddress(String(properties.href)) && firstElement(element, isImage)))
      add(properties.href);
    if (/^(?:audio|embed|frame|iframe|video)$/.test(tagName)) add(properties.src ?? properties.dataSrc);
    if (tagName === 'object') add(properties.data);
  });
  return [...addresses];
}

function isImage({ tagName }: Element): boolean {
  return tagName === 'img';
}

/** Those of some addresses that a body does not have. */
export function addressesBeyond(
  addresses: readonly string[],
  body: string,
  setting: { root: Root; base?: string | undefined; origin: string },
): string[] {
  const there = new Set<string>();
  visit(setting.root, (node) => {
    if (node.type === 'link') there.add(node.url);
    if ('attributes' in node) for (const value of Object.values(node.attributes ?? {})) there.add(String(value));
  });
  return addresses.filter((given) => {
    const address = addressOf(webAddress(given) ?? given, { ...setting, anchors: new Map() });
    return ![given, address].some((each) => each !== undefined && (there.has(each) || body.includes(each)));
  });
}

/** A link in a link would be none. */
function wholeLink(link: Link): Link {
  const open = (nodes: PhrasingContent[]): PhrasingContent[] =>
    nodes.flatMap((node): PhrasingContent[] => {
      if (node.type === 'link') return open(node.children);
      if (node.type === 'footnoteReference') return [];
      if ('children' in node) node.children = open(node.children);
      return [node];
    });
  link.children = open(link.children);
  return link;
}

function addressOf(
  given: string,
  { base, origin, anchors }: { base?: string | undefined; origin: string; anchors: ReadonlyMap<string, string> },
): string | undefined {
  if (given === '' || given.length > 2000) return undefined;
  if (given.startsWith('#')) {
    const name = anchors.get(plain(decoded(given.slice(1))));
    return name === undefined ? undefined : `#${name}`;
  }
  if (/^(mailto|tel):\S+$/i.test(given)) return URL.canParse(given) ? given : undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(given) && !/^https?:\/\//i.test(given)) return undefined;
  const isFromRoot = /^\/(?!\/)/.test(given);
  const from = base ?? (given.startsWith('//') ? origin : isFromRoot ? `https://${awaitedHost}` : undefined);
  if (!URL.canParse(given, from)) return undefined;
  const url = new URL(given, from);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || disguiseOf(url.href)) return undefined;
  if (url.origin === new URL(origin).origin && typeof placeOfAddress(url.href, origin) !== 'string')
    return `https://${awaitedHost}${url.pathname}${url.search}`;
  return url.href;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Letters and digits alone, by which headings are found. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
