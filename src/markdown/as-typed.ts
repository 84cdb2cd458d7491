import type { Nodes } from 'mdast';
import type {} from 'mdast-util-directive';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { spanOf, type Span } from './report.ts';

/** What stands for a character that is no text of the editor's: no pattern of a mark holds it. */
const blank = '\0';

/** Code between tags of HTML. */
const htmlCode = /<(code|kbd|samp|var)\b[^>]*>[^]*?<\/\1>/gi;

/** Whether a node holds a run of text, in which marks may have been left. */
export function isRun({ type }: Nodes): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'tableRow' || type === 'leafDirective';
}

/** The words of a block of HTML, as long as its source: tags, comments and code are blank in it. */
export function wordsOfHtml(node: Nodes, file: VFile): string {
  const { from, to } = spanOf(node.position);
  return String(file)
    .slice(from, to)
    .replace(/<!--[^]*?-->/g, (comment) => comment.replace(/[^\n]/g, blank))
    .replace(htmlCode, (code) => code.replace(/[^\n]/g, blank))
    .replace(/<[^<>]*>/g, (tag) => tag.replace(/[^\n]/g, blank));
}

/**
 * A block as it was typed, so that marks are found which Markdown has taken for text. As long as its source; blank in it
 * are code, HTML, the attributes of directives, and what makes links, pictures and references of words.
 * @param addresses whether those of links and pictures are kept
 */
export function asTyped(block: Nodes, file: VFile, addresses = false): string {
  const { from, to } = spanOf(block.position);
  const source = String(file).slice(from, to);
  let text = source;
  if (block.type === 'paragraph' && block.children.every(({ type }) => type === 'text')) return text;
  visit(block, (node) => {
    for (const span of addresses && (node.type === 'link' || node.type === 'image') ? [] : marksOf(node, file))
      text =
        text.slice(0, span.from - from) +
        text.slice(span.from - from, span.to - from).replace(/[^\n]/g, blank) +
        text.slice(span.to - from);
    return node.type === 'inlineCode' || node.type === 'html' ? SKIP : undefined;
  });
  if (!source.includes('</')) return text;
  for (const { index, 0: code } of source.matchAll(htmlCode))
    text = text.slice(0, index) + code.replace(/[^\n]/g, blank) + text.slice(index + code.length);
  return text;
}

function marksOf(node: Nodes, file: VFile): Span[] {
  const whole = spanOf(node.position);
  if (!node.position) return [];
  switch (node.type) {
    case 'html':
      // What stands between {{ and }} is no HTML, though it may look like it.
      return String(file)[whole.from - 1] === '{' ? [] : [whole];
    case 'inlineCode':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return [whole];
    case 'link':
    case 'linkReference':
      // An address that is a link by itself has no brackets.
      if (String(file)[whole.from] !== '[' || node.children.some(({ position }) => !position)) return [];
      return [
        { from: whole.from, to: whole.from + 1 },
        { from: endOfWords(node, whole), to: whole.to },
      ];
    case 'leafDirective':
    case 'textDirective':
      return [{ from: Math.max(endOfWords(node, whole), whole.from + node.name.length + 2), to: whole.to }];
    default:
      return [];
  }
}

function endOfWords(node: { children: Nodes[] }, whole: Span): number {
  return node.children.at(-1)?.position?.end.offset ?? whole.from;
}
