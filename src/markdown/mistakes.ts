import type { FootnoteDefinition, Link, LinkReference, Nodes, Root, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { TextDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Code } from '../newsroom/codes.ts';
import { invisibleCharacter } from '../newsroom/invisible.ts';
import { asTyped, isRun } from './as-typed.ts';
import { placeAt, report, spanOf, writtenAs } from './report.ts';

/** Markdown that would come out as something else than the editor meant: reported, with its place. */
export function remarkMistakes() {
  return (tree: Root, file: VFile) => {
    reportInvisible(file);
    visit(tree, (node, index, parent) => {
      if (isRun(node)) reportMarks(node, file);
      if (node.type === 'textDirective' && node.name !== 'lang' && parent && index !== undefined) {
        const literal = literalOf(node, file);
        if (literal) parent.children[index] = literal;
      } else if (node.type === 'link' || node.type === 'linkReference') {
        reportLink(node, file);
      }
    });
    if (String(file).includes('[^')) reportFootnotes(tree, file);
  };
}

function reportLink(node: Link | LinkReference, file: VFile) {
  if (!hasWords(node))
    report(
      file,
      node,
      'B-106',
      `A link to "${'url' in node ? node.url : (node.label ?? node.identifier)}" has no words.`,
      'Write the words that readers follow: [words](address).',
    );
  else
    visit(node, 'footnoteReference', (mark) =>
      report(
        file,
        mark,
        'B-121',
        `The footnote "${mark.label ?? mark.identifier}" stands in the words of a link.`,
        'Write its mark behind the link: [words](address)[^1].',
      ),
    );
}

/** Whether there is something to follow: HTML has no words of its own, and the mark of a footnote is a link itself. */
function hasWords(node: Nodes): boolean {
  if (node.type === 'html' || node.type === 'footnoteReference') return false;
  if (node.type === 'image' || node.type === 'imageReference') return true;
  if (node.type === 'textDirective' && node.name !== 'lang') return true;
  return 'children' in node ? node.children.some(hasWords) : 'value' in node && node.value.trim() !== '';
}

// "at 8:am" is text; ":name[label]" is a directive that somebody meant.
function literalOf(node: TextDirective, file: VFile): Text | undefined {
  const written = writtenAs(file, node);
  if (written === `:${node.name}`) return { type: 'text', value: written, position: node.position };
  report(
    file,
    node,
    'B-201',
    `There is no directive ":${node.name}".`,
    'The one that stands in a line of text is :lang[words]{tag=fr}.',
  );
  return undefined;
}

const marks: [pattern: RegExp, code: Code, words: (...match: string[]) => [found: string, remedy: string]][] = [
  [
    /(?<!\\)\[\^([^\]\\\s]+)\]/g,
    'B-105',
    (_, name) => [
      `The footnote "${name}" has no text.`,
      `Write "[^${name}]: the text" on a line of its own, or delete the mark.`,
    ],
  ],
  [
    /(?<!(?<!\\)(?:\\\\)*\\)\]\(/g,
    'B-112',
    () => [
      'A link or a picture is not written so that it works.',
      'Close the brackets, and put an address that holds spaces between < and >: [words](<./my photo.jpg>).',
    ],
  ],
];

/** Marks of Markdown that are left in a run of text, found where they were typed. */
function reportMarks(run: Nodes, file: VFile) {
  const { from, to } = spanOf(run.position);
  const typed = asTyped(run, file);
  for (const [pattern, code, words] of marks)
    for (const match of typed.matchAll(pattern))
      if (code !== 'B-112' || !isOpenedAsText(String(file), from + match.index))
        report(file, placeAt(file, from + match.index), code, ...words(...match));
  const odd = invisibleCharacter(toString(run));
  if (odd && !invisibleCharacter(String(file).slice(from, to)))
    report(
      file,
      run,
      'B-104',
      `The text holds the invisible character ${odd.name}.`,
      'Delete it, or type the words again.',
    );
}

/** Whether the bracket that closes here was opened by one that is no mark, as in \[words](more words). */
function isOpenedAsText(text: string, at: number): boolean {
  let marks = 0;
  let signs = 0;
  const paragraph = text.slice(text.lastIndexOf('\n\n', at) + 1, at);
  for (const [bracket] of paragraph.matchAll(/\\[^]|&(?:#91|#x5b|lsqb|lbrack);|[[\]]/gi)) {
    if (bracket === '[') marks += 1;
    else if (/[[;]$/.test(bracket)) signs += 1;
    else if (bracket === ']' && marks > 0) marks -= 1;
    else if (/\]$/.test(bracket) && signs > 0) signs -= 1;
  }
  return marks === 0 && signs > 0;
}

function reportFootnotes(tree: Root, file: VFile) {
  const used = new Set<string>();
  const defined = new Map<string, FootnoteDefinition>();
  visit(tree, 'footnoteReference', ({ identifier }) => void used.add(identifier));
  visit(tree, 'footnoteDefinition', (node) => {
    if (defined.has(node.identifier))
      report(
        file,
        node,
        'B-108',
        `There are two texts for the footnote "${node.label ?? node.identifier}".`,
        'Keep one of them, or give the other a name of its own.',
      );
    defined.set(node.identifier, node);
    if (!used.has(node.identifier))
      report(
        file,
        node,
        'B-109',
        `Nothing refers to the footnote "${node.label ?? node.identifier}".`,
        `Write [^${node.label ?? node.identifier}] where it belongs, or delete it.`,
      );
  });
}

function reportInvisible(file: VFile) {
  const text = String(file);
  let from = 0;
  for (let odd = invisibleCharacter(text); odd; odd = invisibleCharacter(text.slice(from))) {
    report(
      file,
      placeAt(file, from + odd.index),
      'B-104',
      `The text holds the invisible character ${odd.name}.`,
      'Delete it, or type the words again.',
    );
    from += odd.index + 1;
  }
}
