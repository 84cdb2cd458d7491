import type { Nodes, Parents, Root, Text } from 'mdast';
import type {} from 'mdast-util-directive';
import { opaque, typeset, typesetText } from '../newsroom/typography.ts';

/**
 * Sets quotation marks, dashes and spaces by the customs of `language` (BCP 47), each block as one text. Code and HTML stay
 * as they are; a directive `lang` is set by the language of its `tag`, as a block of its own.
 */
export function remarkTypographer({ language }: { language: string }) {
  return (tree: Root): void => typesetWithin(tree, language);
}

const blocks = new Set<Nodes['type']>(['paragraph', 'heading', 'tableCell', 'leafDirective']);

function typesetWithin(node: Nodes, outer: string): void {
  const language = languageOf(node) ?? outer;
  if (!('children' in node)) typesetStrings(node, language);
  else if (blocks.has(node.type)) typesetBlock(node, language);
  else for (const child of node.children) typesetWithin(child, language);
}

function typesetBlock(block: Parents, language: string): void {
  const runs: Text[] = [];
  for (const child of block.children) collectRuns(child, language, runs);
  const values = typeset(
    runs.map((run) => run.value),
    language,
  );
  for (const [index, run] of runs.entries()) run.value = values[index] ?? run.value;
}

/** Adds the texts under a node in their order, and a stand-in for what is no text but has a place among the words. */
function collectRuns(node: Nodes, language: string, runs: Text[]): void {
  typesetStrings(node, language);
  const other = languageOf(node);
  if (node.type === 'text') runs.push(node);
  else if (node.type === 'break') runs.push(standIn('\n'));
  else if (other && 'children' in node) {
    typesetBlock(node, other);
    runs.push(standIn(opaque));
  } else if ('children' in node && node.children.length > 0)
    for (const child of node.children) collectRuns(child, language, runs);
  else if (isOpaque(node)) runs.push(standIn(opaque));
}

function standIn(value: string): Text {
  return { type: 'text', value };
}

function isOpaque({ type }: Nodes): boolean {
  return type === 'inlineCode' || type === 'image' || type === 'imageReference' || type === 'textDirective';
}

function typesetStrings(node: Nodes, language: string): void {
  if ('alt' in node && node.alt) node.alt = typesetText(node.alt, language);
  if ('title' in node && node.title) node.title = typesetText(node.title, language);
}

function languageOf(node: Nodes): string | undefined {
  if (node.type !== 'textDirective' && node.type !== 'leafDirective' && node.type !== 'containerDirective')
    return undefined;
  return node.name === 'lang' ? (node.attributes?.['tag'] ?? undefined) : undefined;
}
