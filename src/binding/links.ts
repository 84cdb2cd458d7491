import type { Element, Properties } from 'hast';

/** Where the links of a book may lead within it. */
export interface Places {
  /** Any address of the site. */
  site: string;
  /** Files of the book by the addresses that they have on the web, from the root of the site. */
  files: ReadonlyMap<string, string>;
  /** Ids in each file of the book. */
  ids: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * An element of a file of a book whose links lead to a place in the book or to an address on the web; what names an id that is not
 * there names none.
 */
export function linkedTo(element: Element, places: Places, file: string): Element {
  const { properties } = element;
  const ids = places.ids.get(file);
  const changed = Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => {
      if (name === 'href') {
        const href = addressOf(String(value), places, file);
        return href ? [[name, href]] : [];
      }
      if (!/^aria(LabelledBy|DescribedBy|Controls|Owns|Details)$/.test(name)) return [[name, value]];
      const there = [value].flat().filter((id) => ids?.has(String(id)));
      return there.length > 0 ? [[name, there as string[]]] : [];
    }),
  ) as Properties;
  return {
    ...element,
    properties: changed,
    children: element.children.map((child) => (child.type === 'element' ? linkedTo(child, places, file) : child)),
  };
}

function addressOf(href: string, { site, files, ids }: Places, file: string): string | undefined {
  if (href.startsWith('#')) return ids.get(file)?.has(decoded(href.slice(1))) ? href : undefined;
  const url = new URL(href, site);
  const target = url.origin === new URL(site).origin ? files.get(url.pathname) : undefined;
  if (!target) return url.href;
  return target + (ids.get(target)?.has(decoded(url.hash.slice(1))) ? url.hash : '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function idsIn(element: Element): Set<string> {
  const ids = new Set<string>();
  const visit = ({ properties, children }: Element) => {
    if (properties.id !== undefined) ids.add(String(properties.id));
    for (const child of children) if (child.type === 'element') visit(child);
  };
  visit(element);
  return ids;
}
