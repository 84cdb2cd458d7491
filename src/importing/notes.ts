import type { Element, ElementContent, Root } from 'hast';
import type { Leftover } from './draft.ts';
import { textOfHtml } from './words.ts';

/** What stands in a text where a note belongs to it: 1, [2], (c), iv, *, †. */
const mark = /^[[(]?\s*(?:\d{1,3}|[a-z]|[ivxlc]{1,6}|[*†‡§¶#]{1,4})\s*[\])]?\.?$/iu;
/** Words of a link that leads from a note back to its text: its mark again, an arrow, a word or two. */
const longestBack = 20;
/** How far above its name a note may begin. */
const highest = 3;

/** An element below those that it stands in, outermost first. */
interface Place {
  element: Element;
  above: (Root | Element)[];
}

interface Note {
  name: string;
  block: Place;
  /** Names of the places in the text that lead to it. */
  from: Set<string>;
}

/**
 * Makes notes of what are notes in a page: a mark in the text that leads to a block, from which a link leads back; whatever program has made them
 * (Word, Google Docs, LibreOffice, Substack, Pandoc, kramdown, Wikipedia). They end the text then, as they do in Markdown.
 * @returns headings that stood over nothing but notes
 */
export function withNotes(tree: Root): Leftover[] {
  const named = new Map<string, Place>();
  const links: (Place & { to: string })[] = [];
  walk(tree, [tree], (element, above) => {
    for (const name of namesOf(element)) if (!named.has(name)) named.set(name, { element, above });
    const to = target(element);
    if (to !== undefined) links.push({ element, above, to });
  });
  const notes = new Map<Element, Note>();
  for (const link of links) {
    const note = noteOf(link, named, notes);
    if (!note) continue;
    notes.set(note.block.element, note);
    setMark(link, note.name);
  }
  if (notes.size === 0) return [];
  const items = [...notes.values()].map((note): Element => {
    const { element } = note.block;
    withoutBackLinks(element, note.from);
    trimStart(element);
    const children = element.tagName === 'p' ? [element] : element.children;
    return { type: 'element', tagName: 'li', properties: { id: note.name }, children };
  });
  const told = [...notes.values()].flatMap(({ block }) => removed(block));
  const list: Element = { type: 'element', tagName: 'ol', properties: {}, children: items };
  tree.children.push({ type: 'element', tagName: 'section', properties: { dataFootnotes: '' }, children: [list] });
  return told;
}

/** The note that a link leads to; `undefined` where it leads to none. */
function noteOf(link: Place & { to: string }, named: ReadonlyMap<string, Place>, known: ReadonlyMap<Element, Note>) {
  const there = named.get(link.to);
  if (!there || !mark.test(textOfHtml(link.element).trim())) return undefined;
  const from = new Set(
    [link.element, ...link.above.slice(-2), ...link.element.children].flatMap((each) =>
      each.type === 'element' ? namesOf(each) : [],
    ),
  );
  const blocks = [...there.above, there.element]
    .slice(1)
    .slice(-highest - 1)
    .reverse();
  for (const element of blocks) {
    if (element.type !== 'element' || !/^(?:li|p|div|dd|aside|td)$/.test(element.tagName)) continue;
    if (link.above.includes(element)) return undefined;
    if (!leadsBack(element, from)) continue;
    const block = widest({ element, above: there.above.slice(0, there.above.indexOf(element)) }, there);
    const note = known.get(block.element) ?? { name: link.to, block, from: new Set<string>() };
    for (const name of from) note.from.add(name);
    return note;
  }
  return undefined;
}

/** A note with all of its paragraphs: what stands around one of them, where that is there for this note. */
function widest(block: Place, there: Place): Place {
  const above = block.element === there.element ? there.above : block.above;
  const around = above.at(-1);
  const isFor =
    around?.type === 'element' &&
    /^(?:li|div|aside)$/.test(around.tagName) &&
    /^(?:sd)?(?:foot|end)?(?:ftn|fn|note)/i.test([...namesOf(around), around.properties.className].flat().join(' '));
  return isFor ? { element: around, above: above.slice(0, -1) } : { element: block.element, above };
}

function leadsBack(element: Element, from: ReadonlySet<string>): boolean {
  const to = target(element);
  if (to !== undefined && from.has(to)) return true;
  return element.children.some((child) => child.type === 'element' && leadsBack(child, from));
}

/** Puts the mark of a note in a link's place; in that of what raises it, where it stands there alone. */
function setMark({ element, above }: Place, name: string): void {
  const around = above.at(-1);
  const isAlone =
    around?.type === 'element' &&
    /^(?:sup|span)$/.test(around.tagName) &&
    textOfHtml(around).trim() === textOfHtml(element).trim();
  const place = isAlone ? around : element;
  const children: ElementContent[] = [
    { type: 'element', tagName: 'a', properties: { href: `#${name}`, dataFootnoteRef: '' }, children: [] },
  ];
  Object.assign(place, { tagName: 'sup', properties: {}, children });
}

function withoutBackLinks(element: Element, from: ReadonlySet<string>): void {
  element.children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    const to = target(child);
    if (to !== undefined && from.has(to)) return textOfHtml(child).length > longestBack ? child.children : [];
    const before = textOfHtml(child);
    withoutBackLinks(child, from);
    return before !== '' && textOfHtml(child) === '' && !hasPicture(child) ? [] : [child];
  });
}

/** Takes away what parted the mark of a note from its words. @returns whether there are any */
function trimStart(element: Element): boolean {
  return element.children.some((child) => {
    if (child.type === 'element') return child.tagName === 'img' || trimStart(child);
    if (child.type === 'text') child.value = child.value.trimStart();
    return child.type === 'text' && child.value !== '';
  });
}

/** Takes a note out of where it stood, with what held nothing else. @returns headings that stood over nothing else */
function removed({ element, above }: Place): Leftover[] {
  const around = above.at(-1);
  if (!around) return [];
  const index = around.children.indexOf(element);
  const isLast = around.children.slice(index + 1).every(isBlank);
  around.children.splice(index, 1);
  if (around.type === 'element' && around.children.every(isBlank))
    return removed({ element: around, above: above.slice(0, -1) });
  if (!isLast) return [];
  while (around.children.length > 0 && isBlank(around.children.at(-1))) around.children.pop();
  const last = around.children.at(-1);
  if (last?.type !== 'element' || !/^(?:hr|h[1-6])$/.test(last.tagName)) return [];
  around.children.pop();
  const text = textOfHtml(last).trim();
  return text ? [{ kind: 'heading of the notes', text }] : [];
}

function isBlank(node: Root['children'][number] | undefined): boolean {
  return node?.type !== 'element' && (node?.type !== 'text' || node.value.trim() === '');
}

function hasPicture(element: Element): boolean {
  return element.tagName === 'img' || element.children.some((child) => child.type === 'element' && hasPicture(child));
}

function namesOf({ tagName, properties }: Element): string[] {
  return [properties.id, tagName === 'a' ? properties.name : undefined].filter(
    (each): each is string => typeof each === 'string' && each !== '',
  );
}

/** The name of what a link leads to on a page: this one, also where its whole address stands. */
function target({ tagName, properties }: Element): string | undefined {
  const { href, dataFootnoteRef } = properties;
  if (tagName !== 'a' || typeof href !== 'string' || dataFootnoteRef !== undefined) return undefined;
  const [, name] = /#(.+)$/.exec(href) ?? [];
  try {
    return name && decodeURIComponent(name);
  } catch {
    return name;
  }
}

function walk(
  node: Root | Element,
  above: (Root | Element)[],
  visit: (element: Element, above: (Root | Element)[]) => void,
): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    visit(child, above);
    walk(child, [...above, child], visit);
  }
}
