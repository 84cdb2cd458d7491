import type { List, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { placeAt, report, spanOf, writtenAs } from './report.ts';

/**
 * The warnings B-133 and B-134: a sentence that begins with a number and has become a list, and numbers that readers see
 * otherwise than they were typed.
 * @param options.language of the text, BCP 47
 */
export function remarkNumberedLists({ language }: { language: string }) {
  return (tree: Root, file: VFile) => {
    if (!/^[\s>*+-]*\d+[.)]/m.test(String(file))) return;
    visit(tree, 'list', (node, index, parent) => {
      if (!node.ordered || !parent || index === undefined) return;
      const numbers = typedNumbers(node, file);
      const [first] = numbers;
      if (first === undefined) return;
      if (numbers.length === 1 ? isSentence(node, first, parent.children.slice(0, index), language) : areYears(numbers))
        reportNumbers(node, numbers, file);
    });
  };
}

/** The numbers of a list with the mark behind each, as typed: "2019.". */
function typedNumbers(node: List, file: VFile): string[] {
  return node.children.flatMap((item) => /^\d+[.)]/.exec(writtenAs(file, item))?.[0] ?? []);
}

/** Whether the only item of a list is a sentence that begins with a year, a day or another number. */
function isSentence(node: List, mark: string, before: Nodes[], language: string): boolean {
  const number = parseInt(mark, 10);
  const words = toString(node).trim().toLowerCase();
  if (words === '') return false;
  if (monthsOf(language).some((month) => words.startsWith(month))) return true;
  const previous = before.at(-1);
  // A number at the beginning of a line within a sentence.
  if (number < 2)
    return (
      previous?.type === 'paragraph' && isRightBelow(node, previous) && !/[:：.!?。]$/.test(toString(previous).trim())
    );
  const goesOn = before.some((other) => other.type === 'list' && (other.start ?? 0) + other.children.length === number);
  return !goesOn;
}

function isRightBelow(node: Nodes, previous: Nodes): boolean {
  return previous.position?.end.line === (node.position?.start.line ?? 0) - 1;
}

/** Names of months, in small letters, where a day before them has a full stop: "1. Mai"; none in other languages. */
function monthsOf(language: string): string[] {
  if (!/^(cs|da|de|et|fi|hr|is|lv|nb|nn|no|sk|sl)\b/.test(language)) return [];
  const day = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => {
    const parts = day.formatToParts(Date.UTC(2019, month, 15));
    return parts.find(({ type }) => type === 'month')?.value.toLowerCase() ?? '';
  });
}

/** Whether numbers that look like years are not counted up by one. */
function areYears(numbers: readonly string[]): boolean {
  const values = numbers.map((each) => parseInt(each, 10));
  const [first = 0] = values;
  return (
    first > 99 && values.some((value, index) => value !== first + index) && values.some((value) => value !== first)
  );
}

function reportNumbers(node: List, numbers: readonly string[], file: VFile) {
  const [first = '', ...others] = numbers;
  const escaped = first.replace(/(?=\D)/, '\\');
  if (others.length === 0)
    report(
      file,
      placeAt(file, spanOf(node.position).from),
      'B-133',
      `A paragraph that begins with "${first}" is shown as a list with one item.`,
      `Write ${escaped} if it is a sentence.`,
    );
  else
    report(
      file,
      placeAt(file, spanOf(node.position).from),
      'B-134',
      `Lines that begin with "${first}" to "${others.at(-1)}" are shown as a list, which counts on from ${parseInt(first, 10)}.`,
      `Write ${escaped} and so on if these are sentences.`,
    );
}
