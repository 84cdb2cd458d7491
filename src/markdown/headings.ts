import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report, writtenAs } from './report.ts';

/** B-101 to B-103, and the warning B-132: headings of a rank that they cannot have, without words, or not meant as such. */
export function remarkHeadings() {
  return (tree: Root, file: VFile) => {
    if (!/^[\s>*+\d.)-]*(?:#|[-=]+\s*$)/m.test(String(file))) return;
    const headings: Heading[] = [];
    visit(tree, (node) => {
      if (node.type === 'heading') headings.push(node);
      return node.type === 'paragraph' ? SKIP : undefined;
    });
    reportFirstRank(
      headings.filter(({ depth }) => depth === 1),
      file,
    );
    let before = reportAllTooLow(headings, file) ?? 1;
    for (const node of headings) {
      if (node.depth > before + 1) reportSkip(node, before, file);
      before = Math.max(2, node.depth);
      if (toString(node).trim() === '')
        report(file, node, 'B-103', 'A heading has no words.', 'Write them, or delete the line.');
      else if (node.depth === 2) reportUnderlined(node, file);
    }
  };
}

/** Once for all of them: they are one slip. */
function reportFirstRank([first, ...others]: Heading[], file: VFile) {
  if (!first) return;
  const count = others.length + 1;
  report(
    file,
    first,
    'B-101',
    count > 1
      ? `${count} headings of the first rank stand in the body.`
      : 'A heading of the first rank stands in the body.',
    count > 1
      ? 'The headline is the only one: put one # more before every heading, so that the first rank is ##.'
      : "The headline is the only one: begin the body's headings with ##.",
  );
}

/** @returns the rank over that of the highest heading, where none is as high as it should be */
function reportAllTooLow(headings: Heading[], file: VFile): number | undefined {
  const [first] = headings;
  const highest = Math.min(...headings.map(({ depth }) => depth));
  if (!first || highest <= 2) return undefined;
  const marks = '#'.repeat(highest - 2);
  report(
    file,
    first,
    'B-102',
    `The headings begin with rank ${highest}.`,
    headings.length > 1
      ? `Take ${marks} away from each of them, so that the first rank is ##.`
      : 'Write ##, so that no rank is left out.',
  );
  return Math.max(highest - 1, first.depth - 1);
}

function reportSkip(node: Heading, before: number, file: VFile) {
  report(
    file,
    node,
    'B-102',
    before === 1
      ? `The first heading is one of rank ${node.depth}.`
      : `A heading of rank ${node.depth} follows one of rank ${before}.`,
    `Write ${'#'.repeat(before + 1)}, so that no rank is left out.`,
  );
}

/** A sentence over a line of hyphens, which was to divide the text. */
function reportUnderlined(node: Heading, file: VFile) {
  const lines = writtenAs(file, node).split('\n');
  const underline = /^[ \t>]*(-+)[ \t]*$/.exec(lines.at(-1) ?? '')?.[1];
  if (lines.length < 2 || underline === undefined) return;
  const isSentence = /[.!?…。．！？؟۔।։]["'”’»)\]]*$/.test(toString(node).trim());
  if (!isSentence && lines.length < 3 && underline.length > 2) return;
  report(
    file,
    node,
    'B-132',
    `The line of ${underline.length > 3 ? 'hyphens' : underline} makes a heading of the paragraph over it.`,
    'Put an empty line before it if it is to divide the text, and begin the line with ## if it is a heading.',
  );
}
