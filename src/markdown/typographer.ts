import type { Nodes, Parents, Root, Text } from 'mdast';
import type {} from 'mdast-util-directive';
import { opaque, typeset, typesetText } from '../newsroom/typography.ts';
import { settingWithin, type Setting } from '../newsroom/typography/setting.ts';

/**
 * Sets quotation marks, dashes and spaces by the customs of a language (BCP 47) and of the paper, each block as one text. Code and
 * HTML stay as they are; a directive `lang` is set by the language of its `tag`, as a block of its own.
 */
export function remarkTypographer(setting: Setting) {
  return (tree: Root): void => typesetWithin(tree, setting);
}

const blocks = new Set<Nodes['type']>(['paragraph', 'heading', 'tableCell', 'leafDirective']);

function typesetWithin(node: Nodes, outer: Setting, next?: Nodes): void {
  const setting = settingOf(node, outer);
  if (!('children' in node)) typesetStrings(node, setting);
  else if (blocks.has(node.type)) typesetBlock(node, setting, next);
  else for (const [index, child] of node.children.entries()) typesetWithin(child, setting, node.children[index + 1]);
}

function typesetBlock(block: Parents, setting: Setting, next?: Nodes): void {
  const runs: Text[] = [];
  collectRuns(block, setting, runs);
  const values = typeset(
    runs.map((run) => run.value),
    setting,
    block.type === 'paragraph' && next?.type === 'paragraph' ? beginningOf(next) : undefined,
  );
  for (const [index, run] of runs.entries()) run.value = values[index] ?? run.value;
}

/** Adds the texts under a node in their order, and a stand-in for what is no text but has a place among the words. */
function collectRuns({ children }: Parents, setting: Setting, runs: Text[]): void {
  let isCode = false;
  for (const node of children) {
    if (node.type === 'html') {
      isCode = /^<(?:code|kbd|samp)\b/i.test(node.value) || (isCode && !/^<\/(?:code|kbd|samp)\b/i.test(node.value));
      if (/^<br\b/i.test(node.value)) runs.push(standIn('\n'));
      continue;
    }
    typesetStrings(node, setting);
    const own = settingOf(node, setting);
    if (isCode) runs.push(standIn(opaque));
    else if (node.type === 'text') runs.push(node);
    else if (node.type === 'break') runs.push(standIn('\n'));
    else if (own !== setting && 'children' in node) {
      typesetBlock(node, own);
      runs.push(standIn(opaque));
    } else if ('children' in node && node.children.length > 0) collectRuns(node, setting, runs);
    else if (isOpaque(node)) runs.push(standIn(opaque));
  }
}

function standIn(value: string): Text {
  return { type: 'text', value };
}

function isOpaque({ type }: Nodes): boolean {
  return type === 'inlineCode' || type === 'image' || type === 'imageReference' || type === 'textDirective';
}

/** The first character of a text, where no code or picture is before it. */
function beginningOf(text: Nodes): string | undefined {
  let first: Nodes | undefined = text;
  while (first && 'children' in first) first = first.children[0];
  return first?.type === 'text' ? first.value[0] : undefined;
}

function typesetStrings(node: Nodes, setting: Setting): void {
  if ('alt' in node && node.alt) node.alt = typesetText(node.alt, setting);
  if ('title' in node && node.title) node.title = typesetText(node.title, setting);
}

/** The setting within a node: another one where the node is in another language. */
function settingOf(node: Nodes, outer: Setting): Setting {
  if (node.type !== 'textDirective' && node.type !== 'leafDirective' && node.type !== 'containerDirective')
    return outer;
  const language = node.name === 'lang' ? node.attributes?.['tag'] : undefined;
  return language ? settingWithin(outer, language) : outer;
}
