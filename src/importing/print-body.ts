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
import { takeInvisible } from './invisible.ts';
import { textOfMarkdown } from './words.ts';

/** A colon before a figure, a slash or a space begins no directive; an address that a mark follows ends before it. */
const text: NonNullable<Options['handlers']>['text'] = (node: Text, _, state, info) => {
  const plain = (words: string, around = info) => state.safe(words, around).replace(/(?<!\\)\\:(?=[\d\s/]|$)/g, ':');
  const [, before = '', address = '', after = ''] = /^([^]*?)(https?:\/\/[^\s<>]+)(\s*)$/.exec(node.value) ?? [];
  if (!address || /^\s?$/.test(info.after) || state.stack.some((each) => /^(?:autolink|link)$/.test(each)))
    return plain(node.value);
  return `${plain(before, { ...info, after: '<' })}<${address}>${plain(after, { ...info, before: '>' })}`;
};

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
  takeInvisible(root, leftovers);
  // The end of a line within could begin a block.
  visit(root, 'inlineCode', (node) => void (node.value = node.value.replace(/\s+/g, ' ')));
  let body = printer.stringify(root).trim();
  const codes = new Set<string>();
  for (let round = 0; ; round += 1) {
    const faults = faultsIn(`${body}\n`, setting);
    if (faults.length === 0) break;
    for (const { code } of faults) codes.add(code);
    const tree = printer.parse(body);
    const blocks = [...new Set(faults.map(({ line }) => blockAt(tree, line)))].filter((block) => block !== undefined);
    // At last all of it is words alone, marked as such.
    if (round === 8 || blocks.length === 0) {
      body = textBlocks(tree).map(codeOf).filter(Boolean).join('\n\n');
      break;
    }
    for (const block of blocks.sort((a, b) => startOf(b) - startOf(a)))
      body = body.slice(0, startOf(block)) + asWords(block, round) + body.slice(endOf(block));
    body = body.trim();
  }
  for (const code of codes)
    leftovers.push({ kind: `mark that a text here cannot have (${code}), as plain words`, text: '' });
  return body === '' ? '' : `${body}\n`;
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
function asWords(block: Nodes, round: number): string {
  const texts = textBlocks(block);
  if (round < 2 && texts.length > 0) return texts.map(escaped).join('\n\n');
  return texts.map(codeOf).join('\n\n');
}

/** The words of each paragraph, heading and cell below a node. */
function textBlocks(node: Nodes): string[] {
  const texts: string[] = [];
  const walk = (each: Nodes) => {
    if (each.type === 'definition') texts.push([each.label, each.title].filter(Boolean).join(' '));
    else if (each.type === 'code') texts.push([each.lang, each.meta, each.value].filter(Boolean).join(' '));
    else if (each.type === 'html') texts.push(each.value.replace(/<!--[^]*?-->|<[^<>]*>/g, ' '));
    else if (/^(paragraph|heading|tableCell|leafDirective)$/.test(each.type)) texts.push(textOfMarkdown(each));
    else if ('children' in each) {
      if ('attributes' in each) texts.push(textOfMarkdown({ ...each, children: [] }));
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
