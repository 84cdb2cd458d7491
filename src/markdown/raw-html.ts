import type { ElementContent, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from './report.ts';

/** HTML that an editor may write in a body, by tag, with its attributes; `lang`, `dir` and `title` are allowed on all. */
export const allowedHtml: Record<string, readonly string[]> = {
  abbr: [], b: [], bdi: [], bdo: [], br: [], caption: [], cite: [], code: [], dd: [], del: ['datetime'], details: [], dfn: [], div: [], dl: [], dt: [], em: [], hr: [], i: [],
  ins: ['datetime'], kbd: [], li: [], mark: [], ol: ['start', 'reversed'], p: [], q: [], rp: [], rt: [], ruby: [], s: [], samp: [], small: [], span: [],
  strong: [], sub: [], summary: [], sup: [], table: [], tbody: [], td: ['colspan', 'rowspan'], tfoot: [], th: ['colspan', 'rowspan', 'scope'], thead: [], time: ['datetime'], tr: [],
  ul: [], var: [], wbr: [],
};

// What our own steps before this one make.
const ours: Record<string, readonly string[]> = {
  a: ['href', 'id', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref', 'className'],
  aside: ['className', 'ariaLabelledBy'], blockquote: [], 'bs-part': ['n'], div: ['className'], figcaption: [], figure: ['className', 'role'],
  h2: ['id', 'className'], h3: ['id', 'className'], h4: [], h5: [], h6: [], input: ['type', 'disabled', 'checked'], li: ['id', 'className'], ol: ['className'], ul: ['className'],
  p: ['className', 'id'], pre: [], section: ['className', 'dataFootnotes'], td: ['align'], th: ['align'], code: ['className'],
};

const schema: Options = {
  tagNames: [...new Set([...Object.keys(allowedHtml), ...Object.keys(ours)])],
  attributes: { '*': ['lang', 'dir', 'title'], ...merged(allowedHtml, ours) },
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
  clobber: [],
};

/** Raw HTML parsed as browsers do; tags and attributes off the list are reported, and dropped in any case. */
export function rehypeRawHtml() {
  const parse = rehypeRaw({ tagfilter: false });
  const clean = rehypeSanitize(schema);
  return (tree: Root, file: VFile): Root => {
    const written = rawNodes(tree);
    if (written.length === 0) return tree;
    for (const node of written) reportForeign(node, file);
    return clean(parse(tree, file) as Root) as Root;
  };
}

type RawNode = Extract<Root['children'][number] | ElementContent, { type: 'raw' }>;

function rawNodes(tree: Root): RawNode[] {
  const found: RawNode[] = [];
  visit(tree, 'raw', (node) => void found.push(node));
  return found;
}

const tag = /<([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>?/gi;
const attribute = /([^\s"'=<>/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g;

function reportForeign(node: RawNode, file: VFile) {
  const withoutComments = node.value.replace(/<!--[\s\S]*?(-->|$)/g, '');
  for (const [, name = '', attributes = ''] of withoutComments.matchAll(tag)) {
    const allowed = allowedHtml[name.toLowerCase()];
    if (!allowed) {
      report(file, node, 'B-301', `The HTML tag <${name}> is not allowed in a body.`, `Write Markdown or a directive instead; allowed tags are ${Object.keys(allowedHtml).join(', ')}.`);
      continue;
    }
    for (const [, attributeName = ''] of attributes.matchAll(attribute)) {
      if (['lang', 'dir', 'title', ...allowed].includes(attributeName.toLowerCase())) continue;
      report(file, node, 'B-302', `The attribute "${attributeName}" is not allowed on <${name}>.`, `Delete it; allowed are ${['lang', 'dir', 'title', ...allowed].join(', ')}.`);
    }
  }
}

function merged(...lists: Record<string, readonly string[]>[]): Record<string, string[]> {
  const names: Record<string, string> = { colspan: 'colSpan', rowspan: 'rowSpan', datetime: 'dateTime' };
  const all: Record<string, string[]> = {};
  for (const list of lists) for (const [name, attributes] of Object.entries(list)) all[name] = [...(all[name] ?? []), ...attributes.map((each) => names[each] ?? each)];
  return all;
}

