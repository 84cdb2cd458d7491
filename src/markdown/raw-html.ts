import type { ElementContent, Root } from 'hast';
import type { Position } from 'unist';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { placeAt, report } from './report.ts';

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

const schema: Options = {
  tagNames: [...new Set([...Object.keys(allowedHtml), ...Object.keys(ours)])],
  attributes: { '*': ['lang', 'dir', 'title'], ...merged(allowedHtml, ours) },
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
      for (const each of tags) reportForeign(each, file);
      if (node.type === 'element' && inLine.includes(node.tagName)) reportBlocks(tags, file);
      reportUnpaired(
        tags.filter(({ name }) => Object.hasOwn(allowedHtml, name)),
        file,
      );
    });
    return found ? (clean(parse(tree, file) as Root) as Root) : tree;
  };
}

type RawNode = Extract<Root['children'][number] | ElementContent, { type: 'raw' }>;

interface Tag {
  /** In small letters. */
  name: string;
  closing: boolean;
  attributes: string[];
  place: { position?: Position | undefined };
}

const tag = /<(\/?)([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>?/gi;
const attribute = /([^\s"'=<>/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g;

function tagsIn(node: RawNode, file: VFile): Tag[] {
  const start = node.position?.start.offset ?? 0;
  // In a quotation or a list the marks of its lines are left out of the node: its beginning has to do.
  const exact = String(file).startsWith(node.value, start);
  const placeOf = (index: number) => (exact ? placeAt(file, start + index) : node);
  const value = node.value.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
  const other = value.search(/<[!?]/);
  if (other >= 0) {
    const comment = value.startsWith('<!--', other);
    report(
      file,
      placeOf(other),
      comment ? 'B-306' : 'B-303',
      comment ? 'A comment is not closed.' : 'HTML that begins with <! or <? is not allowed in a body.',
      comment ? 'End it with -->; all that follows would be left out.' : 'Delete it.',
    );
  }
  return Array.from(value.matchAll(tag), ({ 1: slash, 2: name = '', 3: attributes = '', index }) => ({
    name: name.toLowerCase(),
    closing: slash === '/',
    attributes: Array.from(attributes.matchAll(attribute), ([, each = '']) => each.toLowerCase()),
    place: placeOf(index),
  }));
}

function reportForeign({ name, closing, attributes, place }: Tag, file: VFile) {
  const own = Object.hasOwn(allowedHtml, name) ? allowedHtml[name] : undefined;
  if (!own) {
    if (!closing)
      report(
        file,
        place,
        'B-301',
        `The HTML tag <${name}> is not allowed in a body.`,
        `Write Markdown or a directive instead; allowed tags are ${Object.keys(allowedHtml).join(', ')}.`,
      );
    return;
  }
  const allowed = ['lang', 'dir', 'title', ...own];
  for (const each of attributes) {
    if (!allowed.includes(each))
      report(
        file,
        place,
        'B-302',
        `The attribute "${each}" is not allowed on <${name}>.`,
        `Delete it; allowed are ${allowed.join(', ')}.`,
      );
  }
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
