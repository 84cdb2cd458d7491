import type { Element, ElementContent, Root } from 'hast';
import type { Delete, Emphasis, FootnoteDefinition, Nodes, Strong } from 'mdast';
import { rehype } from 'rehype';
import rehypeRemark, { type Options } from 'rehype-remark';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';

type Handlers = NonNullable<Options['handlers']>;

/** An article's text for readers elsewhere as Markdown (CommonMark, GFM), with its notes as notes; what Markdown cannot say is said in plain text. */
export function markdownOf(text: readonly ElementContent[]): string {
  const tree = reader.runSync({ type: 'root', children: [...text] });
  uniteNeighbours(tree);
  return printer.stringify(tree);
}

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

/** Tables without their captions, which stand before them: Markdown's tables have none. */
function captionsBefore() {
  return (tree: Root) => {
    visit(tree, 'element', (table, index, parent) => {
      if (table.tagName !== 'table' || !parent || index === undefined) return undefined;
      const caption = table.children.find((child): child is Element => isCaption(child));
      if (!caption) return undefined;
      table.children = table.children.filter((child) => child !== caption);
      const strong: Element = { type: 'element', tagName: 'strong', properties: {}, children: caption.children };
      parent.children.splice(index, 0, { type: 'element', tagName: 'p', properties: {}, children: [strong] });
      return index + 2;
    });
  };
}

function isCaption(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'caption';
}

const reader = rehype().use(captionsBefore).use(rehypeRemark, { handlers: { sup, section } }).freeze();

const printer = remark()
  .data('settings', { bullet: '-', rule: '-' })
  .use(remarkGfm, { tablePipeAlign: false })
  .freeze();
