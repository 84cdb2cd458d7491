import type { Definition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { nearest } from '../newsroom/nearest.ts';
import { asTyped, isRun } from './as-typed.ts';
import { placeAt, report, spanOf } from './report.ts';

/** B-117 to B-119 and B-130: links and pictures by reference whose address is not there, and addresses that none uses. */
export function remarkReferences() {
  return (tree: Root, file: VFile) => {
    if (!/\](?:\[|:| \[|\n\[)|!\[/.test(String(file))) return;
    const used = new Set<string>();
    const addresses = new Map<string, Definition>();
    const blocks: Nodes[] = [];
    visit(tree, (node) => {
      if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
      if (isRun(node)) blocks.push(node);
      if (node.type !== 'definition') return;
      if (addresses.has(node.identifier)) reportAgain(node, file);
      else addresses.set(node.identifier, node);
    });
    const names = [...addresses.keys()];
    const texts = blocks.map((node) => ({ from: spanOf(node.position).from, text: asTyped(node, file) }));
    const told = new Set<string>();
    const failed = new Map<string, { label: string; at: number; isAddress: boolean }>();
    for (const { from, text } of texts)
      for (const { index, 1: label = '', 2: address = '' } of text.matchAll(failedAddress))
        failed.set(nameOf(label), { label, at: from + index, isAddress: /^(?:<|[./#]|\w+:|www\.)/.test(address) });
    const reportIfMeant = (name: string, isUsed: boolean) => {
      const line = failed.get(name);
      if (line && (isUsed || line.isAddress)) reportFailed(line.label, placeAt(file, line.at), file);
      failed.delete(name);
    };
    for (const { from, text } of texts)
      for (const { index, label } of lostReferences(text)) {
        const name = nameOf(label);
        const free = names.filter((each) => !used.has(each));
        const meant = failed.has(name)
          ? undefined
          : (nearest(name, names) ?? (free.length === 1 ? free[0] : undefined));
        if (meant !== undefined) used.add(meant);
        if (failed.has(name) || told.has(name)) {
          told.add(name);
          reportIfMeant(name, true);
          continue;
        }
        report(
          file,
          placeAt(file, from + index),
          'B-117',
          `Nothing says which address [${label}] stands for.`,
          meant === undefined
            ? `Write "[${label}]: https://…" on a line of its own, or \\[ for a bracket that is text.`
            : `Did you mean [${addresses.get(meant)?.label ?? meant}]?`,
        );
      }
    for (const name of [...failed.keys()]) reportIfMeant(name, false);
    for (const [name, node] of addresses)
      // "[//]: # (words)" is how Markdown's editors write a comment.
      if (!used.has(name) && !/^#?$/.test(node.url)) reportUnused(node, file);
  };
}

/** A line that was to say an address and stands in a paragraph. */
const failedAddress = /(?<=(?:^|\n)[ \t>]*)\[([^\]^\n][^\]\n]*)\]:[ \t]+(\S+)/g;

interface Lost {
  /** Of the bracket that the reference begins with. */
  index: number;
  label: string;
}

/** References that have stayed text; a single pair of brackets is one only behind the mark of a picture. */
function lostReferences(text: string): Lost[] {
  const found: Lost[] = [];
  let left = text;
  for (const { pattern, isMeant = () => true } of forms)
    for (const match of left.matchAll(pattern)) {
      const { words = '', label = '' } = match.groups ?? {};
      // An omission, or a doubt of the editor's, is no name of an address.
      if (!/[\p{L}\p{N}]/u.test(label || words) || label.toLowerCase() === 'sic') continue;
      if (!isMeant({ words, label, before: left.slice(0, match.index) })) continue;
      const index = match[0].startsWith(']') ? left.lastIndexOf('[', match.index) : match.index;
      found.push({ index, label: label || words });
      left = left.slice(0, match.index) + '\0'.repeat(match[0].length) + left.slice(match.index + match[0].length);
    }
  return found;
}

const forms: { pattern: RegExp; isMeant?: (found: { words: string; label: string; before: string }) => boolean }[] = [
  { pattern: /(?<!\\)!?\[(?!\^)(?<words>(?:[^[\]\\\0]|\\.)+)\]\[(?!\^)(?<label>(?:[^[\]\\\0]|\\.)*)\]/g },
  { pattern: /(?<!\\)!\[\]\[(?!\^)(?<label>(?:[^[\]\\\0]|\\.)+)\]/g },
  // The words hold something else than text: emphasis, code, a picture.
  {
    pattern: /(?<=[^[\\])\]\[(?!\^)(?<label>(?:[^[\]\\\0]|\\.)+)\]/g,
    isMeant: ({ before }) => /(?<!\\)\[[^[\]]*$/.test(before),
  },
  {
    pattern: /(?<![\\!\]])\[(?<words>(?:[^[\]\\^\0]|\\.)+)\][ \n]\[(?<label>[a-z\d][\w.-]*)\](?![(:])/gi,
    isMeant: isReference,
  },
  { pattern: /(?<![\\\p{L}\p{N}])!\[(?<label>(?:[^[\]\\^\0]|\\.)+)\](?![[(])/gu },
];

/** Whether "[words] [label]" is meant as a reference, and not as two remarks: several words, and a name for an address. */
function isReference({ words, label }: { words: string; label: string }): boolean {
  return /\p{L}\S*\s+\S/u.test(words) || (/^(\d{1,3}|[a-z])$/i.test(label) && /\p{L}{2}/u.test(words));
}

function nameOf(label: string): string {
  return label
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function reportAgain(node: Definition, file: VFile) {
  report(
    file,
    node,
    'B-119',
    `The address of [${node.label ?? node.identifier}] is said twice, and the first counts.`,
    'Delete one of the two lines, or give the other a name of its own.',
  );
}

function reportFailed(label: string, place: ReturnType<typeof placeAt>, file: VFile) {
  report(
    file,
    place,
    'B-130',
    `The line "[${label}]: …" has become text, and says no address.`,
    'Put an empty line before it, nothing but the address behind the colon, and an address that holds spaces between < and >.',
  );
}

function reportUnused(node: Definition, file: VFile) {
  const label = node.label ?? node.identifier;
  report(
    file,
    node,
    'B-118',
    `Nothing refers to the address of [${label}], and readers do not see the line.`,
    `Write [words][${label}] where it belongs, or delete the line.`,
  );
}
