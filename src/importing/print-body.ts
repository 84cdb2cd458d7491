import type { Nodes, Root, Text } from 'mdast';
import type { Options } from 'mdast-util-to-markdown';
import { remark } from 'remark';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import type { OwnBlocks } from '../body/own-blocks.ts';
import { renderBody } from '../markdown/pipeline.ts';
import { isWarning, type Code } from '../newsroom/codes.ts';
import type { Leftover } from './draft.ts';
import { withoutInvisible } from './invisible.ts';
import { textOfMarkdown } from './words.ts';

/** A colon before a figure, a slash or a space begins no directive. */
const text: NonNullable<Options['handlers']>['text'] = (node: Text, _, state, info) =>
  state.safe(node.value, info).replace(/(?<!\\)\\:(?=[\d\s/]|$)/g, ':');

const printer = remark()
  .data('settings', { bullet: '-', rule: '-', emphasis: '*', incrementListMarker: true, handlers: { text } })
  .use(remarkGfm, { tablePipeAlign: false, singleTilde: false })
  .use(remarkDirective)
  .freeze();

/** What a Markdown text says, as a tree. */
export function parsedBody(markdown: string): Root {
  return printer.parse(markdown);
}

/**
 * A body as an editor would have typed it, such that the checks of the paper find no mistake in it: what they do find stands there as
 * plain words, and is told.
 * @param file that it is to stand in, from the project's folder
 */
export function printedBody(
  root: Root,
  {
    leftovers,
    ...setting
  }: { file: string; language: string; origin: string; blocks?: OwnBlocks | undefined; leftovers: Leftover[] },
): string {
  let invisible = 0;
  visit(root, (node) => {
    if (!('value' in node)) return;
    const clean = withoutInvisible(node.value);
    invisible += clean.count;
    // The end of a line within could begin a block.
    node.value = node.type === 'inlineCode' ? clean.text.replace(/\s+/g, ' ') : clean.text;
  });
  if (invisible > 0) leftovers.push({ kind: 'invisible characters that were taken out', text: `(${invisible})` });
  let body = printer.stringify(root).trim();
  const told = new Set<string>();
  for (let round = 0; round < 8; round += 1) {
    const faults = faultsIn(`${body}\n`, setting);
    if (faults.length === 0) return body === '' ? '' : `${body}\n`;
    const tree = printer.parse(body);
    const blocks = [...new Set(faults.map(({ line }) => blockAt(tree, line)))].filter((block) => block !== undefined);
    if (blocks.length === 0) break;
    for (const block of blocks.sort((a, b) => startOf(b) - startOf(a))) {
      const source = body.slice(startOf(block), endOf(block));
      const code = faults.find(({ line }) => blockAt(tree, line) === block)?.code ?? '';
      told.add(code);
      body = body.slice(0, startOf(block)) + asWords(block, source, round) + body.slice(endOf(block));
    }
    body = body.trim();
  }
  // Words alone, marked as such.
  const words = textBlocks(printer.parse(body)).map(codeOf).filter(Boolean).join('\n\n');
  return `${words}\n`;
}

function faultsIn(
  text: string,
  {
    file,
    language,
    origin,
    blocks,
  }: { file: string; language: string; origin: string; blocks?: OwnBlocks | undefined },
): { code: Code; line: number }[] {
  return renderBody({ file, text, language, origin, ...(blocks ? { blocks } : {}) })
    .problems.filter((problem) => !isWarning(problem))
    .map(({ code, line = 1 }) => ({ code, line }));
}

function blockAt(tree: Root, line: number): Nodes | undefined {
  return (
    tree.children.find(({ position }) => (position?.start.line ?? 0) <= line && (position?.end.line ?? 0) >= line) ??
    tree.children.findLast(({ position }) => (position?.end.line ?? 0) < line)
  );
}

function startOf({ position }: Nodes): number {
  return position?.start.offset ?? 0;
}

function endOf({ position }: Nodes): number {
  return position?.end.offset ?? 0;
}

/** A block as plain words: first with marks that are none, then as code, in which nothing is one. */
function asWords(block: Nodes, source: string, round: number): string {
  const texts = textBlocks(block);
  if (round < 2 && texts.length > 0) return texts.map(escaped).join('\n\n');
  const words = texts.length > 0 ? texts : [source];
  return words.map(codeOf).join('\n\n');
}

/** The words of each paragraph, heading and cell below a node. */
function textBlocks(node: Nodes): string[] {
  const texts: string[] = [];
  const walk = (each: Nodes) => {
    if (each.type === 'definition') texts.push([each.label, each.title].filter(Boolean).join(' '));
    else if (each.type === 'code') texts.push(each.value);
    else if (each.type === 'html') texts.push(each.value.replace(/<!--[^]*?-->|<[^<>]*>/g, ' '));
    else if (/^(paragraph|heading|tableCell|leafDirective)$/.test(each.type)) texts.push(textOfMarkdown(each));
    else if ('children' in each) {
      if ('attributes' in each) texts.push([each.attributes?.alt, each.attributes?.credit].filter(Boolean).join(' '));
      each.children.forEach(walk);
    }
  };
  walk(node);
  return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
}

/** Text in which no character is a mark. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+\-!|~^$%&=:@/]/g, '\\$&').replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

function codeOf(text: string): string {
  const plain = text.replaceAll('`', "'").trim();
  return plain === '' ? '' : `\`${plain}\``;
}
