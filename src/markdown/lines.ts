import type { Root as HtmlRoot } from 'hast';
import type { Nodes, Root } from 'mdast';
import type {} from 'mdast-util-directive';
import { SKIP, visit } from 'unist-util-visit';
import { needlessLineFeeds } from '../newsroom/lines.ts';

/**
 * Lines of a paragraph as one text: where the script has no spaces, none comes of the end of a line.
 * @param options.language of the text, BCP 47
 */
export function remarkLines({ language }: { language: string }) {
  return (tree: Root): void => joinWithin(tree, language);
}

/** Lines of raw HTML likewise. */
export function rehypeLines({ language }: { language: string }) {
  return (tree: HtmlRoot): void =>
    visit(tree, (node) => {
      if (node.type === 'element' && /^(?:pre|code)$/.test(node.tagName)) return SKIP;
      if (node.type === 'text') node.value = joined(node.value, language);
      return undefined;
    });
}

function joinWithin(node: Nodes, language: string): void {
  if ('alt' in node && node.alt) node.alt = joined(node.alt, language);
  if ('title' in node && node.title) node.title = joined(node.title, language);
  if (node.type === 'paragraph' || node.type === 'heading') joinRuns(runsIn(node), language);
  if (node.type === 'textDirective' && node.attributes?.tag) joinRuns(runsIn(node), node.attributes.tag);
  if ('children' in node) for (const child of node.children) joinWithin(child, language);
}

/** The texts under a node in their order. Code is looked at, and pictures and notes are passed over. */
function runsIn(node: Nodes): { value: string }[] {
  if (node.type === 'text') return [node];
  if (node.type === 'inlineCode') return [{ value: node.value }];
  if (node.type === 'break') return [{ value: ' ' }];
  return 'children' in node ? node.children.flatMap(runsIn) : [];
}

/** Joins lines across marks and links. */
function joinRuns(runs: { value: string }[], language: string): void {
  const needless = new Set(needlessLineFeeds(runs.map(({ value }) => value).join(''), language));
  let start = 0;
  for (const run of needless.size > 0 ? runs : []) {
    const { value } = run;
    run.value = value.replace(/\n/g, (feed, at: number) => (needless.has(start + at) ? '' : feed));
    start += value.length;
  }
}

function joined(text: string, language: string): string {
  const run = { value: text };
  joinRuns([run], language);
  return run.value;
}
