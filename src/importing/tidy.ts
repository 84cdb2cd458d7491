import type { Element, ElementContent, Nodes, Root } from 'hast';
import type { Leftover } from './draft.ts';
import { textOfHtml } from './words.ts';

/** Elements within elements that a text may have; what stands deeper becomes plain words. */
const deepest = 60;

/** What has no words for readers. */
const silent = /^(script|style|template|head|title|meta|link|base|param|source|track|noframes|wbr)$/;
/** What readers do something with. */
const controls = /^(button|select|option|optgroup|textarea|form|fieldset|datalist|dialog|menu)$/;
const strangers = /^(svg|math|canvas|object|embed|applet|map)$/;

/**
 * A tree of HTML as a text can be made of it: programs and styles are gone, controls and drawings are told, what is hidden is told, frames
 * and films are links.
 */
export function tidied(tree: Root, leftovers: Leftover[]): Root {
  return {
    type: 'root',
    children: inBlocks(childrenOf(tree, { depth: 0, isInCode: false, isInFigure: false }, leftovers)),
  };
}

/** Where in a tree something stands. */
interface Place {
  depth: number;
  isInCode: boolean;
  isInFigure: boolean;
}

function childrenOf(node: Root | Element, place: Place, leftovers: Leftover[]): ElementContent[] {
  const isInCode = place.isInCode || isCode(node);
  const isInFigure = place.isInFigure || (node.type === 'element' && node.tagName === 'figure');
  const within = { depth: place.depth + 1, isInCode, isInFigure };
  const tell = (kind: string, element: Nodes) => {
    const text = textOfHtml(element).replace(/\s+/g, ' ').trim();
    if (text) leftovers.push({ kind, text });
    return [];
  };
  const made = node.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [{ type: 'text', value: isInCode ? child.value : joinedLines(child.value) }];
    if (child.type !== 'element') return [];
    const { tagName, properties } = child;
    if (silent.test(tagName)) return [];
    if (tagName === 'img') properties.src = addressOfPicture(child, node);
    if (tagName === 'img' && isInCode) return [{ type: 'text', value: ` ${textOfHtml(child).trim()} ` }];
    if (strangers.test(tagName)) return tell('words in a drawing or a program', child);
    if (controls.test(tagName) && tagName !== 'form' && tagName !== 'fieldset')
      return tell('something to click or to fill in', child);
    if (isHidden(child)) return tell('hidden words', child);
    if (tagName === 'noscript') {
      const inside = childrenOf(child, place, leftovers);
      return inside.length > 0 ? inside : [];
    }
    if (place.depth >= deepest) return [{ type: 'text', value: textOfHtml(child) }];
    if (/^(iframe|frame)$/.test(tagName)) return framed(child, leftovers);
    if (/^(video|audio)$/.test(tagName)) return film(child, leftovers);
    if (tagName === 'input' && properties.type !== 'checkbox') return [];
    if (tagName === 'picture' || /^(form|fieldset|center|font|big|tt|nobr|label)$/.test(tagName))
      return childrenOf(child, within, leftovers);
    if (tagName === 'table' && isEmpty(child)) return [];
    const children = childrenOf(child, within, leftovers);
    const legend = tagName === 'table' ? children.find(isLegend) : undefined;
    if (legend) {
      const table = { ...child, children: children.filter((each) => each !== legend) };
      return [
        { type: 'element', tagName: 'figure', properties: { className: [captioned] }, children: [legend, table] },
      ];
    }
    // A mark that nothing closes is around all that follows.
    if (marks.test(tagName) && children.some(isBlock)) return children;
    if (tagName === 'a' && children.some(isBlock)) return linked(child, children);
    const isAstray =
      (tagName === 'figcaption' && !isInFigure) ||
      (tagName === 'summary' && (node.type === 'root' || node.tagName !== 'details'));
    if (isAstray) return [{ ...child, tagName: 'div', children: inBlocks(children) }];
    if (tagName === 'ul' || tagName === 'ol') return [{ ...child, children: inItems(children) }];
    return [{ ...child, children: holders.test(tagName) ? inBlocks(children) : children }];
  });
  return withCodeJoined(made);
}

/** A table behind its caption. */
export const captioned = 'captioned-table';

function isLegend(child: ElementContent): boolean {
  return child.type === 'element' && child.tagName === 'caption' && textOfHtml(child).trim() !== '';
}

/** Marks of words, which hold no blocks, and what a page has made up. */
const marks =
  /^(?:abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|rb|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|time|u|var|.*-.*)$/;

function isEmpty(table: Element): boolean {
  const holdsPicture = (element: Element): boolean =>
    element.children.some((child) => child.type === 'element' && (child.tagName === 'img' || holdsPicture(child)));
  return textOfHtml(table).trim() === '' && !holdsPicture(table);
}

/** Markdown has no way to write two pieces of code side by side. */
function withCodeJoined(children: ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    const areBoth = [last, child].every((each) => each?.type === 'element' && each.tagName === 'code');
    if (areBoth && last?.type === 'element' && child.type === 'element')
      joined.splice(-1, 1, { ...last, children: [...last.children, ...child.children] });
    else joined.push(child);
  }
  return joined;
}

/** What holds paragraphs, and may hold words beside them. */
const holders = /^(?:address|article|aside|blockquote|body|dd|details|div|footer|header|html|li|main|section)$/;
const blocks =
  /^(?:address|article|aside|blockquote|body|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|summary|table|ul)$/;

function isBlock(child: ElementContent): boolean {
  return child.type === 'element' && blocks.test(child.tagName);
}

/** Words that stand beside blocks, in paragraphs of their own. */
function inBlocks(children: ElementContent[]): ElementContent[] {
  if (!children.some(isBlock)) return children;
  const made: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = () => {
    if (run.some((child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== '')))
      made.push(paragraph(run));
    run = [];
  };
  for (const child of children) {
    if (!isBlock(child)) run.push(child);
    else {
      flush();
      made.push(child);
    }
  }
  flush();
  return made;
}

/** Blocks that a link is around: it is around the words of each. */
function linked(link: Element, children: ElementContent[]): ElementContent[] {
  if (!children.some(isBlock)) return [{ ...link, children }];
  return inBlocks(children).map((child) => {
    if (child.type !== 'element' || /^(?:dl|pre|table)$/.test(child.tagName)) return child;
    return child.tagName === 'figure'
      ? { ...link, children: [child] }
      : { ...child, children: linked(link, child.children) };
  });
}

/** What stands in a list and is no item is one. */
function inItems(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'element' && child.tagName === 'li') return [child];
    if (child.type === 'text' && child.value.trim() === '') return [];
    return [{ type: 'element', tagName: 'li', properties: {}, children: [child] }];
  });
}

function isCode(node: Root | Element): boolean {
  return node.type === 'element' && /^(pre|code|kbd|samp)$/.test(node.tagName);
}

/** The end of a line is no space in scripts that have none. */
function joinedLines(text: string): string {
  return text.replace(
    /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，！？：；」』）])[ \t]*\n[ \t]*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『（])/gu,
    '',
  );
}

/** Where a picture lies that a page may load later, or in several sizes: then the widest. */
function addressOfPicture({ properties }: Element, around: Root | Element): string {
  const { src, dataSrc, dataOrigFile, dataLazySrc, dataOriginal, srcSet, dataSrcset, dataLazySrcset } = properties;
  const plain = [dataOrigFile, dataSrc, dataLazySrc, dataOriginal, src].map((each) => String(each ?? '').trim());
  const found = plain.find((each) => each !== '' && !/^data:image\/(?:gif|svg)/i.test(each));
  if (found) return found;
  const sources = around.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'source'
      ? [child.properties.srcSet, child.properties.dataSrcset]
      : [],
  );
  const sizes = [dataSrcset, dataLazySrcset, srcSet, ...sources].flatMap((each) =>
    [each].flat().join(', ').split(/,\s+/),
  );
  const widths = sizes.map((each) => /^(\S+)(?:\s+([\d.]+)[wx])?$/.exec(each.trim())).filter((each) => each !== null);
  const widest = widths.sort((a, b) => Number(b[2] ?? 0) - Number(a[2] ?? 0))[0]?.[1];
  return widest ?? plain.at(-1) ?? '';
}

function isHidden({ properties }: Element): boolean {
  const { hidden, style } = properties;
  if (hidden !== undefined && hidden !== null && hidden !== false) return true;
  return typeof style === 'string' && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** A page in a page as a link to it. */
function framed({ properties }: Element, leftovers: Leftover[]): ElementContent[] {
  const address = webAddress(properties.src ?? properties.dataSrc);
  const title = typeof properties.title === 'string' ? properties.title.trim() : '';
  if (title) leftovers.push({ kind: 'title of an embedded page', text: title });
  return address ? [paragraph([linkTo(address)])] : [];
}

function film(element: Element, leftovers: Leftover[]): ElementContent[] {
  const source = element.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'source',
  );
  const address = webAddress(element.properties.src ?? source?.properties.src);
  const text = textOfHtml(element).trim();
  if (text) leftovers.push({ kind: 'words in place of a film', text });
  return address ? [paragraph([linkTo(address)])] : [];
}

/** An address as browsers read it, where it is one of the web; players are named by the page that shows the film. */
export function webAddress(given: unknown): string | undefined {
  const typed = typeof given === 'string' ? given.trim() : '';
  const address = typed.startsWith('//') ? `https:${typed}` : typed;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const [, tube] = /^\/embed\/([\w-]{6,})$/.exec(url.pathname) ?? [];
  if (tube && /(^|\.)youtube(-nocookie)?\.com$/.test(url.hostname)) return `https://www.youtube.com/watch?v=${tube}`;
  const [, vimeo] = /^\/video\/(\d+)$/.exec(url.pathname) ?? [];
  if (vimeo && url.hostname === 'player.vimeo.com') return `https://vimeo.com/${vimeo}`;
  return url.href;
}

export function paragraph(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'p', properties: {}, children };
}

export function linkTo(address: string, words = address): Element {
  return { type: 'element', tagName: 'a', properties: { href: address }, children: [{ type: 'text', value: words }] };
}
