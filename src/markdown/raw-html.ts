import type { ElementContent, Root } from 'hast';
import type { Position } from 'unist';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Code } from '../newsroom/codes.ts';
import { placeAt, report, reportCause } from './report.ts';
import { containers, tagRemedies, tagRemedy } from './tag-remedies.ts';

/** HTML that an editor may write in a body, by tag, with its attributes; `lang`, `dir` and `title` are allowed on all. */
export const allowedHtml: Record<string, readonly string[]> = {
  abbr: [],
  b: [],
  bdi: [],
  bdo: [],
  br: [],
  caption: [],
  cite: [],
  code: [],
  dd: [],
  del: ['datetime'],
  details: [],
  dfn: [],
  div: [],
  dl: [],
  dt: [],
  em: [],
  hr: [],
  i: [],
  ins: ['datetime'],
  kbd: [],
  li: [],
  mark: [],
  ol: ['start', 'reversed'],
  p: [],
  q: [],
  rp: [],
  rt: [],
  ruby: [],
  s: [],
  samp: [],
  small: [],
  span: [],
  strong: [],
  sub: [],
  summary: [],
  sup: [],
  table: [],
  tbody: [],
  td: ['colspan', 'rowspan'],
  tfoot: [],
  th: ['colspan', 'rowspan', 'scope'],
  thead: [],
  time: ['datetime'],
  tr: [],
  ul: [],
  var: [],
  wbr: [],
};

// What our own steps before this one make.
const ours: Record<string, readonly string[]> = {
  a: ['href', 'id', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref', 'className'],
  blockquote: [],
  'bs-part': ['n'],
  div: ['className', 'role', 'ariaLabel'],
  figcaption: [],
  figure: ['className', 'ariaLabel'],
  h2: ['id', 'className'],
  h3: ['id', 'className'],
  h4: ['id', 'className'],
  h5: ['id', 'className'],
  h6: ['id', 'className'],
  input: ['type', 'disabled', 'checked'],
  li: ['id', 'className'],
  ol: ['className'],
  ul: ['className'],
  p: ['className', 'id'],
  pre: [],
  section: ['className', 'dataFootnotes'],
  td: ['align'],
  th: ['align'],
  code: ['className'],
};

/** All that a body may hold, be it written as HTML or made by a step of ours; attributes by the names that hast has for them. */
export const bodyHtml = {
  tagNames: [...new Set([...Object.keys(allowedHtml), ...Object.keys(ours)])],
  attributes: { '*': ['lang', 'dir', 'title'], ...merged(allowedHtml, ours) } as Record<string, string[]>,
};

const schema: Options = {
  // The last two stand for blocks that are yet to be made.
  tagNames: [...bodyHtml.tagNames, 'bs-own', 'bs-label'],
  attributes: { ...bodyHtml.attributes, 'bs-own': ['n'] },
  // What a link may lead to is told by `rehypeLinks`, on its line.
  protocols: {},
  clobber: [],
};

/** Raw HTML parsed as browsers do; tags and attributes off the list, and tags without a partner, are reported. */
export function rehypeRawHtml() {
  const parse = rehypeRaw({ tagfilter: false });
  const clean = rehypeSanitize(schema);
  return (tree: Root, file: VFile): Root => {
    let found = false;
    visit(tree, (node) => {
      if (!('children' in node)) return;
      const written = (node.children as (ElementContent | RawNode)[]).filter((child) => child.type === 'raw');
      found ||= written.length > 0;
      const tags = written.flatMap((raw) => tagsIn(raw, file));
      reportForeign(tags, file);
      if (node.type === 'element' && inLine.includes(node.tagName)) reportBlocks(tags, file);
      reportUnpaired(
        tags.filter(({ name }) => Object.hasOwn(allowedHtml, name)),
        file,
      );
    });
    return found ? clean(parse(tree, file)) : tree;
  };
}

type RawNode = Extract<Root['children'][number] | ElementContent, { type: 'raw' }>;

interface Tag {
  /** In small letters. */
  name: string;
  /** As it stands in the file. */
  written: string;
  /** The character before it. */
  before: string;
  closing: boolean;
  attributes: string[];
  place: { position?: Position | undefined };
}

const tag = /<(\/?)([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>?/gi;
const attribute = /([^\s"'=<>/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g;

function tagsIn(node: RawNode, file: VFile): Tag[] {
  let from = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  // In a quotation or a list the marks of its lines are left out of the node: a piece is looked for behind the one before.
  const placeOf = (piece: string) => {
    const offset = String(file).indexOf(piece.split('\n', 1)[0] ?? '', from);
    if (offset < 0 || offset >= end) return node;
    from = offset + 1;
    return placeAt(file, offset);
  };
  const value = node.value.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
  const other = value.search(/<[!?]/);
  if (other >= 0) {
    const comment = value.startsWith('<!--', other);
    report(
      file,
      placeOf(value.slice(other)),
      comment ? 'B-306' : 'B-303',
      comment ? 'A comment is not closed.' : 'HTML that begins with <! or <? is not allowed in a body.',
      comment ? 'End it with -->; all that follows would be left out.' : 'Delete it.',
    );
    from = node.position?.start.offset ?? 0;
  }
  return Array.from(value.matchAll(tag), ({ 0: written, 1: slash, 2: name = '', 3: attributes = '' }) => {
    const place = placeOf(written);
    return {
      name: name.toLowerCase(),
      written,
      before: String(file)[(place.position?.start.offset ?? 0) - 1] ?? '',
      closing: slash === '/',
      attributes: Array.from(attributes.matchAll(attribute), ([, each = '']) => each.toLowerCase()),
      place,
    };
  });
}

/** Reports tags and attributes off the list; what stands in a tag that holds a whole thing is told with it. */
function reportForeign(tags: Tag[], file: VFile) {
  const open: string[] = [];
  for (const each of tags) {
    const { name, written, before, closing, attributes, place } = each;
    const isAllowed = Object.hasOwn(allowedHtml, name);
    const isPaired = tags.some((other) => other.closing && other.name === name);
    const at = place.position?.start.offset ?? 0;
    const tell = (...words: [Code, string, string]) => reportCause(file, at, { from: at, to: at + 1 }, ...words);
    if (closing && open.includes(name)) open.splice(open.lastIndexOf(name));
    else if (open.some((other) => containers.has(other))) open.push(name);
    else if (closing && !isAllowed)
      tell('B-304', `The tag </${name}> closes nothing.`, 'Delete it: it is not allowed in a body anyway.');
    else if (closing) continue;
    else if (!isAllowed) {
      if (!written.endsWith('/>')) open.push(name);
      const shown = Object.hasOwn(tagRemedies, name) ? name : (/[^<\s/>]+/.exec(written)?.[0] ?? name);
      tell(
        'B-301',
        `The HTML tag <${shown}> is not allowed in a body.`,
        tagRemedy({ name, written, before, isPaired }),
      );
    } else if (/[\p{L}\p{N}_:]/u.test(before) && !isPaired && !single.includes(name))
      tell(
        'B-304',
        `The tag <${name}> is not closed.`,
        `Write </${name}> after it, or &lt; for its first mark if it is text: &lt;${written.slice(1)}`,
      );
    else reportAttributes(name, attributes, place, file);
  }
}

function reportAttributes(name: string, attributes: string[], place: Tag['place'], file: VFile) {
  const allowed = ['lang', 'dir', 'title', ...(allowedHtml[name] ?? [])];
  const foreign = [...new Set(attributes)].filter((each) => !allowed.includes(each));
  if (foreign.length === 0) return;
  const quoted = foreign.map((each) => `"${each}"`);
  const names = [quoted.slice(0, -1).join(', '), quoted.at(-1)].filter(Boolean).join(' and ');
  report(
    file,
    place,
    'B-302',
    foreign.length > 1
      ? `The attributes ${names} are not allowed on <${name}>.`
      : `The attribute ${names} is not allowed on <${name}>.`,
    `Delete ${foreign.length > 1 ? 'them' : 'it'}${foreign.includes('id') ? ', and link to a heading by its words, as in [words](#the-heading)' : ''}; allowed are ${allowed.join(', ')}.`,
  );
}

const inLine = ['p', 'h2', 'h3', 'h4', 'h5', 'h6'];
const blocks = [
  'caption',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'hr',
  'li',
  'ol',
  'p',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
];

// A browser would end the paragraph before it, and begin an empty one after it.
function reportBlocks(tags: Tag[], file: VFile) {
  for (const { name, closing, place } of tags) {
    if (closing || !blocks.includes(name)) continue;
    report(
      file,
      place,
      'B-305',
      `The tag <${name}> stands in a line of text.`,
      'Begin a line with it, after an empty line.',
    );
  }
}

const single = ['br', 'hr', 'wbr'];

// Browsers close what is open where they see fit, and often that is the end of the page.
function reportUnpaired(tags: Tag[], file: VFile) {
  const open: Tag[] = [];
  for (const each of tags) {
    if (single.includes(each.name)) continue;
    if (!each.closing) open.push(each);
    else if (open.at(-1)?.name === each.name) open.pop();
    else
      report(
        file,
        each.place,
        'B-304',
        `The tag </${each.name}> closes nothing.`,
        `Write <${each.name}> before it, in the same paragraph or block, or delete it.`,
      );
  }
  for (const each of open)
    report(
      file,
      each.place,
      'B-304',
      `The tag <${each.name}> is not closed.`,
      `Write </${each.name}> after it, in the same paragraph or block.`,
    );
}

function merged(...lists: Record<string, readonly string[]>[]): Record<string, string[]> {
  const names: Record<string, string> = { colspan: 'colSpan', rowspan: 'rowSpan', datetime: 'dateTime' };
  const all: Record<string, string[]> = {};
  for (const list of lists)
    for (const [name, attributes] of Object.entries(list))
      all[name] = [...(all[name] ?? []), ...attributes.map((each) => names[each] ?? each)];
  return all;
}
