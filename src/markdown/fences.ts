import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { reportCause, spanOf, writtenAs } from './report.ts';

/** B-131: code whose fence is not closed, so that all that follows has become code. */
export function remarkFences() {
  return (tree: Root, file: VFile) => {
    if (!/`{3}|~{3}/.test(String(file))) return;
    visit(tree, 'code', (node) => {
      const [fence, ...lines] = writtenAs(file, node)
        .split('\n')
        .map((line) => /^[ \t>]*(`{3,}|~{3,})?/.exec(line)?.[1] ?? '');
      if (fence && !closes(lines.at(-1) ?? '', fence, node)) reportFence(node, fence, file);
    });
  };
}

function closes(last: string, fence: string, { position }: Code): boolean {
  const isOneLine = position?.start.line === position?.end.line;
  return !isOneLine && last.startsWith(fence);
}

function reportFence(node: Code, fence: string, file: VFile) {
  const whole = spanOf(node.position);
  // What looks like the end of it and has too few marks, other marks, or words behind them.
  const almost = node.value.split('\n').findIndex((line) => /^\s*(`{2,}|~{2,})/.test(line));
  const line = (node.position?.start.line ?? 1) + almost + 1;
  reportCause(
    file,
    whole.from,
    whole,
    'B-131',
    'Code begins here and does not end: all that follows would be shown as code.',
    almost < 0
      ? `Write ${fence} on a line of its own after the last line of code.`
      : `Write ${fence} and nothing else on the line after the last one of code: line ${line} does not end it.`,
  );
}
