import type { Nodes, Root, Text } from 'mdast';
import type {} from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { needlessLineFeeds } from '../newsroom/lines.ts';

/**
 * Lines of a paragraph as one text: where the script has no spaces, none comes of the end of a line.
 * @param options.language of the text, BCP 47
 */
export function remarkLines({ language }: { language: string }) {
  return (tree: Root) => {
    visit(tree, (node) => {
      if ('alt' in node && node.alt) node.alt = joined(node.alt, language);
      if ('title' in node && node.title) node.title = joined(node.title, language);
      if (node.type === 'paragraph' || node.type === 'heading') joinRuns(node, language);
      if (node.type === 'textDirective' && node.attributes?.tag) joinRuns(node, node.attributes.tag);
    });
  };
}

/** Joins across marks and links; code is looked at, and pictures and notes are passed over. */
function joinRuns(block: Nodes, language: string): void {
  const runs: Text[] = [];
  visit(block, (node) => {
    if (node.type === 'text') runs.push(node);
    if (node.type === 'inlineCode') runs.push({ type: 'text', value: node.value });
    if (node.type === 'break') runs.push({ type: 'text', value: ' ' });
  });
  const needless = new Set(needlessLineFeeds(runs.map(({ value }) => value).join(''), language));
  if (needless.size === 0) return;
  let start = 0;
  for (const run of runs) {
    const { value } = run;
    run.value = value.replace(/\n/g, (feed, at: number) => (needless.has(start + at) ? '' : feed));
    start += value.length;
  }
}

function joined(text: string, language: string): string {
  const needless = new Set(needlessLineFeeds(text, language));
  return text.replace(/\n/g, (feed, at: number) => (needless.has(at) ? '' : feed));
}
