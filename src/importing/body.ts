import type { Element } from 'hast';
import type {
  BlockContent,
  DefinitionContent,
  FootnoteDefinition,
  Heading,
  Image,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import { rehype } from 'rehype';
import rehypeRemark, { type Options } from 'rehype-remark';
import { SKIP, visit } from 'unist-util-visit';
import { withoutCredit } from '../newsroom/credit.ts';
import { captioned, isPhotos } from './content-model.ts';
import type { Draft, Leftover } from './draft.ts';
import { fieldLine, takeInvisible } from './invisible.ts';
import { textOfHtml, textOfMarkdown } from './words.ts';
import { isPictureAddress, tidied, webAddress } from './tidy.ts';

type Handlers = NonNullable<Options['handlers']>;
type State = Parameters<NonNullable<Handlers[string]>>[0];

/**
 * The body of a draft as Markdown's tree, with pictures as blocks that name them as the source does. Ranks of headings begin
 * with the second and skip none; nothing in it is empty.
 */
export function bodyOf({ body, leftovers }: Pick<Draft, 'body' | 'leftovers'>): Root {
  const tree = reader.runSync(tidied(body, leftovers));
  const blocks = tree.children.flatMap((block) => withPicturesApart(block, leftovers));
  const root: Root = { type: 'root', children: blocks };
  takeInvisible(root, leftovers);
  withoutMarksTwice(root, []);
  withoutEmpty(root);
  setRanks(root);
  return root;
}

/** Inline HTML that a body may hold and that says something. */
const kept: Handlers[string] = (state, node) => {
  const { tagName, properties } = node;
  const title = tagName === 'abbr' && typeof properties.title === 'string' ? properties.title : '';
  const children = state.all(node) as PhrasingContent[];
  // Pictures become blocks.
  if (saysNothing(children) || children.some((child) => !isPhrase(child) || hasImage(child))) return children;
  const attributes = title ? ` title="${title.replace(/[<>&"]/g, (each) => `&#${each.charCodeAt(0)};`)}"` : '';
  // Marks stand in the line, where other HTML is a block.
  const data = { hName: tagName };
  return [
    { type: 'html', value: `<${tagName}${attributes}>`, data },
    ...children,
    { type: 'html', value: `</${tagName}>`, data },
  ];
};

const sup: Handlers[string] = (state, node, parent) => {
  const [link] = node.children;
  const isNote =
    link?.type === 'element' && (link.properties.dataFootnoteRef !== undefined || node.properties.dataFn !== undefined);
  const note = isNote && noteOf(link.properties.href);
  return note ? { type: 'footnoteReference', identifier: note, label: note } : kept(state, node, parent);
};

const section: Handlers[string] = (state, node) => {
  if (node.properties.dataFootnotes === undefined) return state.toFlow(state.all(node));
  const notes: FootnoteDefinition[] = [];
  visit(node, 'element', (item) => {
    const note = item.tagName === 'li' && noteOf(`#${String(item.properties.id)}`);
    if (!note) return;
    withoutBackLinks(item);
    notes.push({
      type: 'footnoteDefinition',
      identifier: note,
      label: note,
      children: state.toFlow(state.all(item)),
    });
  });
  return notes;
};

function withoutBackLinks(node: Element): void {
  node.children = node.children.filter(
    (child) =>
      !(
        child.type === 'element' &&
        child.tagName === 'a' &&
        (child.properties.dataFootnoteBackref !== undefined || !/[\p{L}\p{N}]/u.test(textOfHtml(child)))
      ),
  );
  for (const child of node.children) if (child.type === 'element') withoutBackLinks(child);
}

function noteOf(href: unknown): string | undefined {
  const [, name] = /^#(?:user-content-)?(?:fn[-:]?)?(.+)$/.exec(String(href)) ?? [];
  return name?.replace(/[^\p{L}\p{M}\p{N}-]+/gu, '-');
}

const img: Handlers[string] = (_, { properties }) => {
  const src = String(properties.src ?? '').trim();
  const alt = plainLine(properties.alt);
  const title = plainLine(properties.title);
  if (!src) return alt ? { type: 'text', value: alt } : [];
  return { type: 'image', url: src, alt, title: title && title !== alt ? title : null };
};

/** Pictures with what stands below them; anything else that has a legend keeps it as a paragraph. */
const figure: Handlers[string] = (state, node) => {
  const kinds = [node.properties.className].flat();
  if (kinds.includes(captioned)) return captionedTable(state, node);
  if (kinds.includes('pull-quote')) return pullQuote(state, node);
  const images: Element[] = [];
  visit(node, 'element', (child) => void (child.tagName === 'img' && images.push(child)));
  const legends: Element[] = [];
  visit(node, 'element', (child) => {
    if (child.tagName !== 'figcaption') return undefined;
    legends.push(child);
    return SKIP;
  });
  if (!isPhotos(node)) return state.toFlow(state.all(node));
  const rest = wordsBeside(node);
  const beside: RootContent[] = rest ? [{ type: 'paragraph', children: [{ type: 'text', value: rest }] }] : [];
  const own = images.map((image) => {
    const inner = innerLegend(node, image);
    return { image, inner };
  });
  const outer = legends.filter((legend) => !own.some(({ inner }) => inner === legend));
  const photos = own.map(({ image, inner }) =>
    photoOf(state, image, inner ?? (own.length === 1 ? outer[0] : undefined)),
  );
  if (photos.length === 1 && photos[0]) {
    const others = own[0]?.inner ? outer : outer.slice(1);
    return [photos[0], ...others.flatMap((legend) => state.toFlow(state.all(legend))), ...beside];
  }
  const label = outer.map((legend) => plainLine(textOfHtml(legend))).join(' ');
  return [galleryOf(photos, label), ...beside];
};

/** A quotation that is set apart, with whose it is. */
function pullQuote(state: State, node: Element): RootContent[] {
  const children = node.children.filter((child): child is Element => child.type === 'element');
  const by = children.find(({ tagName }) => tagName === 'figcaption');
  const quotation = children.flatMap((child) =>
    child === by ? [] : child.tagName === 'blockquote' ? child.children : [child],
  );
  const name = by ? plainLine(textOfHtml(by)) : '';
  return [
    {
      type: 'containerDirective',
      name: 'pull-quote',
      attributes: name ? { by: name } : {},
      children: state.toFlow(state.all({ ...node, children: quotation })),
    },
  ];
}

/** A table under its caption; where nothing can be a table the caption is a paragraph. */
function captionedTable(state: State, { children }: Element): RootContent[] {
  const [legend, table] = children as [Element, Element];
  const label: Paragraph = {
    type: 'paragraph',
    data: { directiveLabel: true },
    children: [{ type: 'text', value: plainLine(textOfHtml(legend)) }],
  };
  const blocks = state.toFlow([state.one(table, undefined) ?? []].flat() as RootContent[]);
  if (blocks.length === 1 && blocks[0]?.type === 'table')
    return [{ type: 'containerDirective', name: 'table', attributes: {}, children: [label, blocks[0]] }];
  return [{ ...label, data: undefined }, ...blocks];
}

/** Words of a figure that are neither its pictures nor their legends. */
function wordsBeside(node: Element): string {
  const without = (element: Element): Element => ({
    ...element,
    children: element.children
      .filter((child) => !(child.type === 'element' && /^(?:img|figcaption)$/.test(child.tagName)))
      .map((child) => (child.type === 'element' ? without(child) : child)),
  });
  return plainLine(textOfHtml(without(node)));
}

/** The legend of one picture of several, each in a figure of its own. */
function innerLegend(around: Element, image: Element): Element | undefined {
  let found: Element | undefined;
  visit(around, 'element', (each) => {
    if (each === around || each.tagName !== 'figure' || !contains(each, image)) return;
    found = each.children.find((child): child is Element => child.type === 'element' && child.tagName === 'figcaption');
  });
  return found;
}

function contains(node: Element, wanted: Element): boolean {
  return node.children.some((child) => child === wanted || (child.type === 'element' && contains(child, wanted)));
}

function photoOf(state: State, image: Element, legend: Element | undefined): ContainerDirective {
  const { properties } = image;
  const credit = legend && creditIn(legend);
  const words = plainLine(legend ? textOfHtml(legend) : (properties.title ?? ''));
  const made = photo({
    src: String(properties.src ?? ''),
    alt: plainLine(properties.alt),
    caption: words,
    ...(credit ? { credit } : {}),
    licence: plainLine(properties.dataLicence),
    source: webAddress(properties.dataSource),
  });
  const [caption] = made.children;
  const phrases = legend ? (state.all(legend) as PhrasingContent[]) : [];
  const hasMarks = phrases.some(({ type }) => type === 'link' || type === 'emphasis' || type === 'strong');
  // Its words alone, where a credit was taken out of them or where it holds more than a line.
  if (caption?.type === 'paragraph' && hasMarks && phrases.every(isMarked) && toString(caption) === words)
    caption.children = trimmedPhrases(phrases);
  return made;
}

function isMarked({ type }: Nodes): boolean {
  return /^(?:text|link|emphasis|strong|inlineCode)$/.test(type);
}

/** Without white space at the ends. */
function trimmedPhrases(phrases: PhrasingContent[]): PhrasingContent[] {
  const [first, last] = [phrases[0], phrases.at(-1)];
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return phrases.filter((node) => node.type !== 'text' || node.value !== '');
}

/** A credit that has an element of its own in a legend is taken out of it. */
function creditIn(legend: Element): string | undefined {
  let credit: string | undefined;
  visit(legend, 'element', (node, index, parent) => {
    const names = [node.properties.className].flat().join(' ');
    if (credit || !parent || index === undefined || !/credit|source|photographer|copyright/i.test(names))
      return undefined;
    credit = plainLine(textOfHtml(node));
    parent.children.splice(index, 1, { type: 'text', value: ' ' });
    return SKIP;
  });
  return credit || undefined;
}

/** The block of a picture; a credit at the end of the caption goes where credits go. */
export function photo({
  src,
  alt = '',
  caption = '',
  credit,
  licence,
  source,
}: {
  src: string;
  alt?: string;
  caption?: string;
  credit?: string;
  licence?: string;
  source?: string | undefined;
}): ContainerDirective {
  const parted = credit ? { caption, credit } : withoutCredit(caption);
  const repeats = bare(alt) !== '' && (bare(alt) === bare(parted.caption) || bare(alt) === bare(caption));
  return {
    type: 'containerDirective',
    name: 'figure',
    attributes: {
      src,
      alt: repeats ? '' : alt,
      ...(parted.credit ? { credit: parted.credit } : {}),
      ...(licence ? { licence } : {}),
      ...(source ? { source } : {}),
      ...(repeats ? { repeated: alt } : {}),
    },
    children: parted.caption ? [{ type: 'paragraph', children: [{ type: 'text', value: parted.caption }] }] : [],
  };
}

export function galleryOf(photos: ContainerDirective[], label: string): ContainerDirective {
  const children: (BlockContent | DefinitionContent)[] = label
    ? [
        {
          type: 'paragraph',
          data: { directiveLabel: true },
          children: [{ type: 'text', value: label }],
        },
      ]
    : [];
  return { type: 'containerDirective', name: 'gallery', attributes: {}, children: [...children, ...photos] };
}

export function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** What can be folded up stands in a box under its own words. */
const details: Handlers[string] = (state, node) => {
  const summary = node.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'summary',
  );
  const title = summary ? plainLine(textOfHtml(summary)) : '';
  const rest = { ...node, children: node.children.filter((child) => child !== summary) };
  const children = state.toFlow(state.all(rest)) as BlockContent[];
  if (!title || children.length === 0)
    return [
      ...(title ? [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value: title }] }] : []),
      ...children,
    ];
  return boxOf(title, children, [node.properties.className].flat().includes('timeline') ? 'timeline' : 'fact-box');
};

export function boxOf(
  title: string,
  children: (BlockContent | DefinitionContent)[],
  name: 'fact-box' | 'timeline' = 'fact-box',
): ContainerDirective {
  return {
    type: 'containerDirective',
    name,
    attributes: {},
    children: [
      {
        type: 'paragraph',
        data: { directiveLabel: true },
        children: [{ type: 'text', value: title }],
      },
      ...children,
    ],
  };
}

const reader = rehype()
  .use(rehypeRemark, {
    handlers: {
      sup,
      section,
      img,
      figure,
      details,
      // Boxes that can be ticked are read with the item that they stand in.
      input: () => undefined,
      sub: kept,
      mark: kept,
      kbd: kept,
      abbr: kept,
      ins: kept,
      ruby: kept,
      rt: kept,
      rp: kept,
      q: kept,
    },
  })
  .freeze();

function isPhrase(node: Nodes): boolean {
  return /^(break|delete|emphasis|footnoteReference|html|image|inlineCode|link|strong|text)$/.test(node.type);
}

/** Words on one line. */
export function plainLine(value: unknown): string {
  return typeof value === 'string' ? fieldLine(value) : '';
}

/** Pictures among words stand below them, each a block. */
function withPicturesApart(block: RootContent, leftovers: Leftover[]): RootContent[] {
  if (isFigureOrGallery(block)) return [block];
  const images: ContainerDirective[] = [];
  const strip = (node: Nodes, isTop: boolean): void => {
    if (!('children' in node)) return;
    const children: Nodes[] = [];
    for (const child of node.children as Nodes[]) {
      const picture = child.type === 'image' ? photoOfImage(child) : isFigureOrGallery(child) ? child : undefined;
      if (picture) images.push(picture);
      // What stands before a picture and behind it are two words.
      if (picture && isInLine(node)) children.push({ type: 'text', value: ' ' });
      if (picture) continue;
      if (child.type === 'link' && hasImage(child)) {
        strip(child, false);
        if (toString(child).trim() !== '') children.push(child);
        else if (child.url && !isPictureAddress(child.url))
          leftovers.push({ kind: 'link of a picture', text: child.url });
      } else {
        strip(child, false);
        if (!isTop || !isHollow(child)) children.push(child);
      }
    }
    const isLine = /^(?:heading|paragraph|tableCell)$/.test(node.type);
    node.children = (isLine ? trimmedPhrases(children as PhrasingContent[]) : children) as typeof node.children;
  };
  if (!hasImage(block)) return [block];
  if (block.type === 'paragraph') return inPieces(block, leftovers);
  strip(block, true);
  const photos = images.length > 1 && block.type === 'list' ? [galleryOf(images.filter(isFigure), '')] : images;
  return [...(toString(block).trim() === '' ? [] : [block]), ...photos];
}

/** Whether a node holds words in a line. */
function isInLine({ type }: Nodes): boolean {
  return /^(?:delete|emphasis|heading|link|paragraph|strong|tableCell)$/.test(type);
}

function isFigureOrGallery(node: Nodes): node is ContainerDirective {
  return node.type === 'containerDirective' && /^(?:figure|gallery)$/.test(node.name);
}

function isFigure({ name }: ContainerDirective): boolean {
  return name === 'figure';
}

/** A paragraph cut where its pictures stand. */
function inPieces(paragraph: Paragraph, leftovers: Leftover[]): RootContent[] {
  const pieces: RootContent[] = [];
  let words: PhrasingContent[] = [];
  const flush = () => {
    while (words.at(-1)?.type === 'break') words.pop();
    while (words[0]?.type === 'break') words.shift();
    if (toString(words).trim() !== '') pieces.push({ type: 'paragraph', children: trimmedPhrases(words) });
    words = [];
  };
  for (const child of paragraph.children) {
    const images: Image[] = [];
    visit(child, 'image', (image) => void images.push(image));
    if (images.length === 0) words.push(child);
    else {
      if (toString(child, { includeImageAlt: false }).trim() !== '') words.push(withoutImages(child));
      else if (child.type === 'link' && !isPictureAddress(child.url))
        leftovers.push({ kind: 'link of a picture', text: child.url });
      flush();
      pieces.push(...images.map(photoOfImage));
    }
  }
  flush();
  return pieces;
}

function withoutImages<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node;
  node.children = (node.children as Nodes[]).map((child) =>
    child.type === 'image' ? { type: 'text', value: ' ' } : withoutImages(child),
  ) as typeof node.children;
  return node;
}

function photoOfImage({ url, alt, title }: Image): ContainerDirective {
  return photo({ src: url, alt: alt ?? '', caption: title ?? '' });
}

function hasImage(node: Nodes): boolean {
  if (node.type === 'image') return true;
  return isFigureOrGallery(node) || ('children' in node && node.children.some(hasImage));
}

function isHollow(node: Nodes): boolean {
  return 'children' in node && node.children.length === 0 && !/^(tableCell|tableRow|break)$/.test(node.type);
}

/** Takes away what says nothing, from the inside out. */
function withoutEmpty(node: Nodes): void {
  if (!('children' in node)) return;
  const children: Nodes[] = [];
  for (const child of node.children as Nodes[]) {
    withoutEmpty(child);
    const isMark = /^(emphasis|strong|delete|link|heading|paragraph|list|listItem|blockquote|footnoteDefinition)$/.test(
      child.type,
    );
    if ((isMark || /^(inlineCode|code)$/.test(child.type)) && saysNothing([child])) {
      // A space between two words stays one.
      if (/^(emphasis|strong|delete|link)$/.test(child.type) && /\s/.test(textOfMarkdown(child)))
        children.push({ type: 'text', value: ' ' });
      continue;
    }
    children.push(child);
  }
  node.children = children as typeof node.children;
}

/** A mark within the same one says nothing, and could not be typed. */
function withoutMarksTwice(node: Nodes, around: readonly string[]): void {
  if (!('children' in node)) return;
  const open = /^(?:emphasis|strong|delete)$/.test(node.type) ? [...around, node.type] : around;
  for (const child of node.children) withoutMarksTwice(child, open);
  node.children = (node.children as Nodes[]).flatMap((child) =>
    open.includes(child.type) && 'children' in child ? child.children : [child],
  ) as typeof node.children;
}

function saysNothing(nodes: readonly Nodes[]): boolean {
  return nodes.every((node) => textOfMarkdown(node).trim() === '') && !nodes.some(saysMore);
}

function saysMore(node: Nodes): boolean {
  if (/^(image|containerDirective|footnoteReference|thematicBreak|table)$/.test(node.type)) return true;
  return 'children' in node && node.children.some(saysMore);
}

/** Headings from the second rank on, none skipped; those in boxes, lists and quotations become strong words. */
function setRanks(root: Root): void {
  for (const block of root.children)
    if (block.type !== 'heading')
      visit(block, 'heading', (node: Heading, index, parent) => {
        if (!parent || index === undefined) return;
        const strong: Paragraph = { type: 'paragraph', children: [{ type: 'strong', children: node.children }] };
        parent.children[index] = strong;
      });
  const headings = root.children.filter((node) => node.type === 'heading');
  const above: number[] = [];
  for (const heading of headings) {
    while ((above.at(-1) ?? 0) >= heading.depth) above.pop();
    above.push(heading.depth);
    heading.depth = Math.min(6, above.length + 1) as Heading['depth'];
    for (const child of heading.children)
      if (child.type === 'break') Object.assign(child, { type: 'text', value: ' ' });
  }
}
