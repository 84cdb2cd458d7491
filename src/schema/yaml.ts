import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
import { needlessLineFeeds } from '../newsroom/lines.ts';
import { mistakesIn, type Problem } from '../newsroom/problem.ts';
import { curlyQuote, hashedWords, slipIn, slipsIn, type Fault } from './yaml-slips.ts';

/** What a YAML text says, and the line of the file that the field at a path stands on. */
export interface Yaml {
  value: unknown;
  lineOf: (path: readonly PropertyKey[]) => number;
  /** How a value was typed that YAML has read as a number, say: `1e6`. */
  typedAt: (path: readonly PropertyKey[]) => string | undefined;
  warnings: Problem[];
}

/**
 * Parses YAML 1.2 (core schema: dates stay text) without anchors, aliases and tags.
 * @param firstLine the line of the file that the text begins on, counted from 1
 */
export function parseYaml(
  text: string,
  { file, firstLine }: { file: string; firstLine: number },
): Yaml | { problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
  });
  const at = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const faults = [...faultsOf(document, text), ...slipsIn(document), ...tricksIn(document), ...commentsIn(text)].map(
    ({ offset, ...words }) => ({
      file,
      line: at(offset),
      ...words,
    }),
  );
  // One slip of the pen often reads as several faults: the first of a line is the one to mend.
  const mistakes = mistakesIn(faults);
  const problems = [...mistakes, ...faults.filter((fault) => !mistakes.includes(fault))].filter(
    ({ line }, index, all) => all.findIndex((other) => other.line === line) === index,
  );
  if (mistakes.length > 0) return { problems };
  joinLines(document, text);
  return {
    value: document.toJS(),
    lineOf: (path) => at(offsetOf(document, path)),
    typedAt: (path) => {
      const node: unknown = document.getIn(path, true);
      return isScalar(node) ? node.source : undefined;
    },
    warnings: problems,
  };
}

/** Takes the spaces out of values over several lines that YAML puts where a line ends, where their script has none. */
function joinLines(document: Document.Parsed, text: string): void {
  visit(document, {
    Scalar(_, node) {
      const { value, range, type } = node;
      if (typeof value !== 'string' || !range || type === 'BLOCK_LITERAL') return;
      const lines = text.slice(range[0], range[1]).replace(/[ \t]*\n[ \t]*/g, '\n');
      for (const at of needlessLineFeeds(lines)) {
        const [before = ''] = /[^\n"'\\]{1,9}$/.exec(lines.slice(0, at)) ?? [];
        const [after = ''] = /^[^\n"'\\]{1,9}/.exec(lines.slice(at + 1)) ?? [];
        node.value = String(node.value).replace(`${before} ${after}`, () => before + after);
      }
    },
  });
}

const quoteIt = 'Put the whole value in quotation marks.';

const words: Record<string, [found: string, remedy: string]> = {
  BAD_DQ_ESCAPE: [
    'A backslash stands between double quotation marks.',
    'Write it twice, or use single quotation marks.',
  ],
  BAD_INDENT: [
    'A line is indented in a way that fits nothing above it.',
    'Begin the fields of one group below one another, indented with spaces.',
  ],
  BAD_SCALAR_START: ['A value begins with a character that has a meaning of its own in YAML.', quoteIt],
  BLOCK_AS_IMPLICIT_KEY: [
    'A value holds a colon followed by a space, or fields are indented below a value.',
    `${quoteIt} Fields of a group go below a name that has no value.`,
  ],
  BLOCK_IN_FLOW: ['A value between brackets holds a colon followed by a space.', 'Put that value in quotation marks.'],
  DUPLICATE_KEY: ['Two fields have the same name.', 'Keep one of them.'],
  MISSING_CHAR: [
    'A line is neither a field nor an item of the list above it.',
    'Write "name: value" for a field, or begin the line with "- " for an item.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'A line is neither a field nor the continuation of one.',
    'Write "name: value", with a space after the colon.',
  ],
  MULTIPLE_DOCS: ['The file holds a line of --- or ... among its fields.', 'Delete that line.'],
  NON_STRING_KEY: ['The name of a field is not text.', 'Write "name: value".'],
  RESOURCE_EXHAUSTION: [
    'Brackets are nested too deep.',
    'No field needs more than two in one another: delete the others.',
  ],
  TAB_AS_INDENT: ['A line is indented with a tab.', 'Indent with spaces.'],
  UNEXPECTED_TOKEN: [
    'A value goes on after its closing quotation mark or bracket.',
    'Put the whole value in the other kind of quotation marks: "It\'s over" or \'They said "no"\'.',
  ],
};

function faultsOf(document: Document.Parsed, text: string): Fault[] {
  const faults = [...document.errors, ...document.warnings.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')];
  // What follows a bracket too many, one too deep or one in a comment is no YAML at all, token by token.
  const last = faults.find(
    ({ code, message }) => code === 'RESOURCE_EXHAUSTION' || /in YAML stream|^Comments must be/.test(message),
  );
  return (last ? [last] : faults).map((error) => {
    const slip = slipIn(/.*/.exec(text.slice(text.lastIndexOf('\n', error.pos[0] - 1) + 1))?.[0] ?? '');
    if (slip) return { ...slip, offset: error.pos[0] };
    const opener = /^Missing closing|must be .* end with a/.test(error.message) ? openerOf(document, error) : undefined;
    const [from = error.pos[0], to] = [opener, error.message.startsWith('Comments') ? error.pos[1] : error.pos[0]];
    const hash = /(?:^|[\s[{,])(#\S.*)/.exec(text.slice(from, to));
    if (hash && (opener === undefined ? error.message.startsWith('Comments') : isCollectionAt(document, opener)))
      return { offset: from, ...lostWords(hash[1] ?? '', quoteThem) };
    const mark = opener !== undefined && /^.*([“”„‘’‚＂＇])[ \t]*$/m.exec(text.slice(opener))?.[1];
    if (mark && /["']/.test(text.charAt(opener))) return { ...curlyQuote(mark), offset: opener };
    if (opener !== undefined)
      return {
        code: 'Y-001',
        offset: opener,
        found: 'A quotation mark or bracket is opened here and not closed.',
        remedy: 'Close it at the end of the value.',
      };
    if (error.message.includes('on same line with key'))
      return {
        code: 'Y-001',
        offset: error.pos[0],
        found: 'A list begins on the line of its field.',
        remedy: 'Begin it on the next line. If it is no list, put the whole value in quotation marks.',
      };
    const behind = error.code === 'UNEXPECTED_TOKEN' ? behindValue(text, error.pos[0]) : undefined;
    if (behind) return behind;
    const [found, remedy] = words[error.code] ?? [
      `This is not YAML: ${error.message.replace(/\.?$/, '.')}`,
      `Write "name: value". ${quoteIt}`,
    ];
    return { code: 'Y-001', offset: error.pos[0], found, remedy };
  });
}

/** What is wrong with a value that YAML takes to be over; `undefined` where a quotation mark has closed it. */
function behindValue(text: string, at: number): Fault | undefined {
  const begin = text.lastIndexOf('\n', at - 1) + 1;
  const line = /.*/.exec(text.slice(begin))?.[0] ?? '';
  const lead = /^[ \t]*(?:- +)*(?:["']?[\p{L}\w-]+["']?[ \t]*:[ \t]+)?/u.exec(line)?.[0] ?? '';
  const sign = line.charAt(lead.length);
  const offset = begin + lead.length;
  if (/[>|}\]]/.test(sign)) return { code: 'Y-003', offset, ...beginsWith(sign) };
  if (lead === '' || !/[[{]/.test(sign) || !/[\]}]\s*$/.test(text.slice(offset, at))) return undefined;
  return /^[\]}]/.test(text.slice(at))
    ? {
        code: 'Y-001',
        offset: at,
        found: 'A bracket is closed here that was not opened.',
        remedy: 'Delete it, or open it at the beginning of the value.',
      }
    : { code: 'Y-001', offset: at, found: 'A value goes on after its closing bracket.', remedy: quoteIt };
}

function beginsWith(sign: string): Pick<Fault, 'found' | 'remedy'> {
  return { found: `A value begins with "${sign}", which has a meaning of its own in YAML.`, remedy: quoteIt };
}

function isCollectionAt(document: Document.Parsed, offset: number): boolean {
  let found = false;
  visit(document, { Collection: (_, node) => void (found ||= node.range?.[0] === offset) });
  return found;
}

/** Where the value begins that an error finds unclosed at its end. */
function openerOf(document: Document.Parsed, { pos: [end] }: YAMLError): number | undefined {
  let opener: number | undefined;
  visit(document, {
    Node(_, node) {
      const quoted = (isScalar(node) && /^QUOTE/.test(node.type ?? '')) || (isCollection(node) && node.flow);
      if (quoted && node.range && node.range[0] < end && end <= node.range[2] + 1) opener ??= node.range[0];
    },
  });
  return opener;
}

/** What YAML would take for something else than the words that an editor typed. */
function tricksIn(document: Document.Parsed): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Node(_, node: Node) {
      const offset = node.range?.[0] ?? 0;
      const sign = signOf(node);
      if (sign)
        faults.push({
          code: 'Y-003',
          offset,
          ...beginsWith(sign),
        });
      if (isScalar(node) && node.type === 'PLAIN' && /^\S/.test(node.comment ?? ''))
        faults.push({ offset, ...lostWords(`#${node.comment ?? ''}`, quoteIt) });
    },
  });
  return faults;
}

const quoteThem = 'Put each value that holds a # in quotation marks.';

function lostWords(words: string, remedy: string): Pick<Fault, 'code' | 'found' | 'remedy'> {
  return {
    code: 'Y-004',
    found: `The words from "${words.slice(0, 21)}" on would not be published: # begins a comment.`,
    remedy: `${remedy} In a comment, a space follows the #.`,
  };
}

/** Behind or between values that are whole without them. */
function commentsIn(text: string): Fault[] {
  return hashedWords(text).map(({ offset, words }) => ({
    offset,
    ...lostWords(words, 'Put them in quotation marks if they are a value.'),
    code: 'Y-010',
  }));
}

function signOf(node: Node): string | undefined {
  if (isAlias(node)) return '*';
  if (node.anchor !== undefined) return '&';
  return node.tag && !/^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/.test(node.tag) ? '!' : undefined;
}

// A missing field has no place of its own: the field around it stands in.
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let end = path.length; end > 0; end -= 1) {
    const parent: unknown = end === 1 ? document.contents : document.getIn(path.slice(0, end - 1), true);
    const key = path[end - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node: unknown = document.getIn(path.slice(0, end), true);
    if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range))
      return node.range[0] as number;
  }
  return 0;
}
