import type { Element, ElementContent, Nodes, Root } from 'hast';
import { inBlocks, placed, space } from './content-model.ts';
import type { Leftover } from './draft.ts';
import { apart, textOfHtml } from './words.ts';

/** Elements within elements that a text may have; what stands deeper becomes plain words. */
const deepest = 60;

/** What has no words for readers. */
const silent = /^(script|style|template|head|title|meta|link|base|param|source|track|noframes|wbr)$/;
/** What readers do something with. */
const controls = /^(button|select|option|optgroup|textarea|datalist|dialog|menu)$/;
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
    return element.type === 'element' && apart.test(element.tagName) ? [space] : [];
  };
  const made = node.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [{ type: 'text', value: isInCode ? child.value : joinedLines(child.value) }];
    if (child.type !== 'element') return [];
    const { tagName, properties } = child;
    if (silent.test(tagName)) return [];
    if (tagName === 'img') properties.src = addressOfPicture(child, node);
    if (tagName === 'img' && isInCode) return [{ type: 'text', value: ` ${textOfHtml(child).trim()} ` }];
    // Brackets of ruby are not shown; words there would be lost.
    if (tagName === 'rp' && (isInCode || /[\p{L}\p{N}]/u.test(textOfHtml(child))))
      return childrenOf(child, within, leftovers);
    if (strangers.test(tagName)) return tell('words in a drawing or a program', child);
    if (controls.test(tagName)) return tell('something to click or to fill in', child);
    if (isHidden(child)) return tell('hidden words', child);
    if (place.depth >= deepest) return [{ type: 'text', value: textOfHtml(child) }];
    if (/^(iframe|frame)$/.test(tagName)) return framed(child, leftovers);
    if (/^(video|audio)$/.test(tagName)) return film(child, leftovers);
    if (tagName === 'input' && properties.type !== 'checkbox') return [space];
    if (tagName === 'figcaption' && !isInFigure) child.tagName = 'div';
    return placed(child, childrenOf(child, within, leftovers));
  });
  return withCodeJoined(made);
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

/** Whether a page says itself that readers do not see an element. */
export function isHidden({ properties }: Element): boolean {
  const { hidden, style } = properties;
  if (hidden !== undefined && hidden !== null && hidden !== false) return true;
  return typeof style === 'string' && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** Whether an address is that of a picture: a link around one to itself says nothing more. */
export function isPictureAddress(address: string): boolean {
  return /\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#].*)?$/i.test(address);
}

/** A page in a page as a link to it. */
function framed({ properties }: Element, leftovers: Leftover[]): ElementContent[] {
  const address = webAddress(properties.src ?? properties.dataSrc);
  const title = typeof properties.title === 'string' ? properties.title.trim() : '';
  if (title) leftovers.push({ kind: 'title of an embedded page', text: title });
  return [address ? paragraph([linkTo(address)]) : space];
}

function film(element: Element, leftovers: Leftover[]): ElementContent[] {
  const source = element.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'source',
  );
  const address = webAddress(element.properties.src ?? source?.properties.src);
  const text = textOfHtml(element).trim();
  if (text) leftovers.push({ kind: 'words in place of a film', text });
  return [address ? paragraph([linkTo(address)]) : space];
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
