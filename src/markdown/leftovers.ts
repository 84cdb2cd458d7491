import type { Nodes, Root } from 'mdast';
import type { Directives } from 'mdast-util-directive';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { asTyped, isRun, wordsOfHtml } from './as-typed.ts';
import { cuts, leftoverKinds } from './leftover-kinds.ts';
import { placeAt, report, reportCause, spanOf, type Span } from './report.ts';

/** B-138: marks of another publishing system that have stayed text, outside code. */
export function remarkLeftovers() {
  return (tree: Root, file: VFile) => {
    const opened = new Set<string>();
    visit(tree, (node) => {
      if ('attributes' in node) reportAttributes(node, file);
      if (node.type === 'html') {
        reportCut(node, file);
        const words = wordsOfHtml(node, file);
        if (sniff.test(words)) reportLeftovers(node, words, opened, file);
      }
      if (!isRun(node) && node.type !== 'definition') return undefined;
      const text = asTyped(node, file, true);
      if (sniff.test(text)) reportLeftovers(node, text, opened, file);
      return text.includes('\0') ? undefined : SKIP;
    });
  };
}

/** What most blocks have none of, and every mark has something of. */
const sniff =
  /[{%]|\[[!/[]|\[[\w-]+(?:\s+[\w-]+)?(?:=|\](?!\())|==|:\w[\w+-]*:|<\/?\w:|^[ \t>]*(?:\+{3}|!!!|\?\?\?|\.\. |import|export)|@\[/im;

/** @param opened names of marks in brackets, whose ends are told with them */
function reportLeftovers(block: Nodes, typed: string, opened: Set<string>, file: VFile) {
  const { from } = spanOf(block.position);
  let text = typed;
  const links = linksIn(block);
  for (const { name, pattern, remedy } of leftoverKinds) {
    for (const { index, 0: match } of text.matchAll(pattern)) {
      if (text[index - 1] === '\\' || text[index] === '\0') continue;
      text = text.slice(0, index) + '\0'.repeat(match.length) + text.slice(index + match.length);
      const at = from + index;
      const follows = around({ from: at, to: at + match.length + restOf(match, text.slice(index)) }, links, file);
      if (isEnd(match, opened)) {
        (file.data.told ??= []).push(follows);
        continue;
      }
      const shown = match.replace(/\s+/g, ' ');
      reportCause(
        file,
        at,
        follows,
        'B-138',
        `"${shown.length > 60 ? `${shown.slice(0, 57)}…` : shown}" is ${name} of another system.`,
        `${remedy(match).replace(/\.$/, '')}, or put it between \`backticks\` if readers are to see it as it is.`,
      );
    }
  }
}

/** Whether a mark ends what one before it has begun; what it begins is noted. */
function isEnd(match: string, opened: Set<string>): boolean {
  const [, slash, tag = match] = /^(?:\[(\/?)([\w-]+)|\+{3})/.exec(match) ?? [];
  if (slash || tag.startsWith('+++')) if (opened.delete(tag)) return true;
  opened.add(tag);
  return false;
}

/** How many characters there are from the end of a mark in brackets to that of its partner. */
function restOf(match: string, text: string): number {
  const [, tag] = /^\[([\w-]+)/.exec(match) ?? [];
  const partner = tag ? text.indexOf(`[/${tag}]`) : -1;
  return partner < 0 || tag === undefined ? 0 : partner + tag.length + 3 - match.length;
}

function linksIn(block: Nodes): Span[] {
  const links: Span[] = [];
  visit(block, ['link', 'image', 'definition'], (node) => void links.push(spanOf(node.position)));
  return links;
}

/** The link or picture that a mark stands in: whatever is wrong with it is wrong because of the mark. */
function around(mark: Span, links: readonly Span[], file: VFile): Span {
  const link = links.find(({ from, to }) => from <= mark.from && mark.from <= to);
  if (link) return { from: link.from, to: Math.max(link.to, mark.to) };
  const opening = /(?:\]\(<?|\[[^\]]*\]:[ \t]*)[^()\s]*$/.exec(String(file).slice(0, mark.from));
  return opening ? { from: opening.index, to: mark.to } : mark;
}

function reportAttributes(node: Directives, file: VFile) {
  const mark = /\{\{.+?\}\}|\{%.+?%\}/.exec(Object.values(node.attributes ?? {}).join('\n'));
  const { from } = spanOf(node.position);
  if (mark)
    reportCause(
      file,
      from,
      { from, to: from + 1 },
      'B-138',
      `"${mark[0]}" is a mark of a template of another system.`,
      'Write what it stands for.',
    );
}

function reportCut(node: Nodes, file: VFile) {
  const { from, to } = spanOf(node.position);
  const cut = String(file).slice(from, to).search(cuts);
  if (cut >= 0)
    report(
      file,
      placeAt(file, from + cut),
      'B-138',
      'A comment that cuts a text is a mark of another system.',
      'Delete it: lists show the standfirst, and an article is one page.',
    );
}
