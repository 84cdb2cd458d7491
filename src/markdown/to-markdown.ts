import type { Element, ElementContent, Root } from 'hast';
import type { Delete, Emphasis, FootnoteDefinition, Nodes, Paragraph, PhrasingContent, Strong } from 'mdast';
import { rehype } from 'rehype';
import rehypeRemark, { type Options } from 'rehype-remark';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';

type Handlers = NonNullable<Options['handlers']>;

/** An article's text for readers elsewhere as Markdown (CommonMark, GFM), with its notes as notes; what Markdown cannot say is said in plain text. */
export function markdownOf(text: readonly ElementContent[]): string {
  const tree = reader.runSync({ type: 'root', children: text.map(asItIs) });
  uniteNeighbours(tree);
  return printer.stringify(tree);
}

/** A paragraph with its words alone, which are printed as they are, where they may be; any other node is left. */
function asItIs(node: ElementContent): ElementContent {
  const words = plainWords(node);
  return words === undefined ? node : { type: 'element', tagName: plain, properties: { words }, children: [] };
}

/** No element of HTML. */
const plain = 'plain-words';

/** The words of a paragraph that stand in Markdown as they are, as those of most do: to find that out takes a tenth of printing them. */
function plainWords(node: ElementContent): string | undefined {
  if (!isElement(node, 'p') || node.children.length !== 1 || Object.keys(node.properties).length > 0) return undefined;
  const [words] = node.children;
  return words?.type === 'text' && startsPlain.test(words.value) && !signs.test(words.value) ? words.value : undefined;
}

const startsPlain = /^[\p{L}“”„‘’«»"'(]/u;

/** What Markdown may take for a sign, or a reader for an address; and spaces that it leaves out. */
// eslint-disable-next-line no-control-regex
const signs = /[\x00-\x1f\x7f#&*+<=>@[\\\]^_`{|}~]|[.:](?=[^\s"'”’»)])| (?= |$)/;

/** Marks of a kind that follow one another as one: the end of the first and the beginning of the next would be read as code or as signs. */
function uniteNeighbours(node: Nodes): void {
  if (!('children' in node)) return;
  const children: Nodes[] = [];
  for (const child of node.children) {
    const before = children.at(-1);
    if (before?.type === 'inlineCode' && child.type === 'inlineCode') before.value += child.value;
    else if (before?.type === child.type && isMark(before) && isMark(child)) before.children.push(...child.children);
    else children.push(child);
  }
  node.children = children as typeof node.children;
  children.forEach(uniteNeighbours);
}

function isMark(node: Nodes): node is Emphasis | Strong | Delete {
  return /^(?:emphasis|strong|delete)$/.test(node.type);
}

/** What Markdown takes as it is, it calls HTML. */
const plainParagraph: Handlers[string] = (_state, { properties }): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'html', value: String(properties.words) }],
});

/** A note's mark in the text. */
const sup: Handlers[string] = (state, node) => {
  const [link] = node.children;
  const note = link?.type === 'element' ? noteOf(link.properties.href) : undefined;
  return note ? { type: 'footnoteReference', identifier: note, label: note } : state.all(node);
};

/** The notes; the text has no other section. Whoever shows them gives them a heading. */
const section: Handlers[string] = (state, node) => {
  const notes: FootnoteDefinition[] = [];
  visit(node, 'element', (item) => {
    const note = item.tagName === 'li' && noteOf(`#${String(item.properties.id)}`);
    if (note)
      notes.push({
        type: 'footnoteDefinition',
        identifier: note,
        label: note,
        children: state.toFlow(state.all(item)),
      });
  });
  return notes;
};

function noteOf(href: unknown): string | undefined {
  const [, name] = /#fn-(.+)$/.exec(String(href)) ?? [];
  return name && decodeURIComponent(name);
}

/** A picture with its caption and its credit below it, in one paragraph: what stands in the next is text. */
const figure: Handlers[string] = (state, node) => {
  const image = node.children.find((child): child is Element => isElement(child, 'img'));
  const caption = node.children.find((child): child is Element => isElement(child, 'figcaption'));
  if (!image || !caption) return state.toFlow(state.all(node));
  const credit = caption.children.find((child) => isElement(child, 'small'));
  const words = { ...caption, children: caption.children.filter((child) => child !== credit) };
  const lines = [
    [state.one(image, node)].flat() as PhrasingContent[],
    trimmed(state.all(words) as PhrasingContent[]),
    ...(credit ? [[{ type: 'emphasis' as const, children: state.all(credit) as PhrasingContent[] }]] : []),
  ].filter((line) => line.length > 0);
  const others = node.children.filter((child) => child !== image && child !== caption);
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: lines.flatMap((line, index) => (index > 0 ? [{ type: 'break' as const }, ...line] : line)),
  };
  return [paragraph, ...state.toFlow(state.all({ ...node, children: others }))];
};

function isElement(node: ElementContent, name: string): node is Element {
  return node.type === 'element' && node.tagName === name;
}

/** Without white space at the ends. */
function trimmed(line: PhrasingContent[]): PhrasingContent[] {
  const [first, last] = [line[0], line.at(-1)];
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return line.filter((node) => node.type !== 'text' || node.value !== '');
}

/** Tables without their captions, which stand before them: Markdown's tables have none. */
function captionsBefore() {
  return (tree: Root) => {
    visit(tree, 'element', (table, index, parent) => {
      if (table.tagName !== 'table' || !parent || index === undefined) return undefined;
      const caption = table.children.find((child): child is Element => isElement(child, 'caption'));
      if (!caption) return undefined;
      table.children = table.children.filter((child) => child !== caption);
      const strong: Element = { type: 'element', tagName: 'strong', properties: {}, children: caption.children };
      parent.children.splice(index, 0, { type: 'element', tagName: 'p', properties: {}, children: [strong] });
      return index + 2;
    });
  };
}

const reader = rehype()
  .use(captionsBefore)
  .use(rehypeRemark, { handlers: { sup, section, figure, [plain]: plainParagraph } })
  .freeze();

const printer = remark()
  .data('settings', { bullet: '-', rule: '-' })
  .use(remarkGfm, { tablePipeAlign: false })
  .freeze();
