import { execFile } from 'node:child_process';
import { ident, string, tokenize, tokenTypes as types, url } from 'css-tree';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { engineFile } from './engine.ts';

/** Something that would not come out as it is meant: the end of "The drawing …", and what to do. */
interface Fault {
  is: string;
  remedy: string;
}

/** What a drawing in SVG has in it. */
export interface DrawingReading {
  /** The first one. */
  fault?: Fault;
  /** The letters in it, which need a typeface. */
  letters: string;
}

const svg = 'http://www.w3.org/2000/svg';

/** Elements that are drawn, or that say nothing to the eye. */
const drawn = new Set(
  (
    'svg g defs symbol use a title desc metadata view style path rect circle ellipse line polyline polygon text tspan image ' +
    'marker clipPath mask pattern linearGradient radialGradient stop filter'
  ).split(' '),
);
const drawnFunctions = new Set(
  (
    'url rgb rgba hsl hsla hwb matrix translate translatex translatey scale scalex scaley rotate skewx skewy blur brightness ' +
    'contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia not nth-child nth-last-child nth-of-type ' +
    'nth-last-of-type lang cubic-bezier steps'
  ).split(' '),
);
const turns = /^transform-(origin|box)$/i;
/** Attributes that may hold a function or a reference, as styles do. */
const painted = /^(fill|stroke|color|stop-color|flood-color|lighting-color|filter|mask|clip-path|marker(-\w+)?)$/;

const plain =
  'Export it as plain SVG (in Inkscape "Plain SVG", in Illustrator "SVG 1.1" with presentation attributes), or as PNG at twice the size at which it is to stand.';
const still = 'Export it without scripts and movement, as it is to be seen on paper, or as PNG at twice the size.';
const whole = 'Embed what it refers to, or export it as PNG at twice the size at which it is to stand.';

const notDrawn = (what: string): Fault => ({
  is: `has ${what} in it, which is not drawn outside a browser`,
  remedy: plain,
});
const refers = (to: string): Fault => ({ is: `refers to "${to.slice(0, 80)}", which is not in it`, remedy: whole });

/**
 * Reads a drawing (SVG 1.1, and what librsvg knows of SVG 2). Whatever a renderer without scripts, network and animation would pass
 * over in silence is a fault: the picture would be published without it.
 */
export function readDrawing(content: Buffer): DrawingReading {
  const reading: DrawingReading = { letters: '' };
  const source = decoded(content);
  if (source === undefined)
    return { ...reading, fault: { is: 'is not text in UTF-8', remedy: 'Save it again as SVG in UTF-8.' } };
  const parser = new SaxesParser({ xmlns: true });
  const open: string[] = [];
  const find = (fault: Fault | undefined) => {
    if (!fault) return;
    reading.fault = { ...fault, is: `${fault.is} (line ${parser.line})` };
    throw new Error(fault.is);
  };
  const read = (text: string) => {
    const within = open.at(-1);
    if (within === 'style') find(faultOfStyle(text));
    else if (within === 'text' || within === 'tspan' || within === 'a') reading.letters += text;
  };
  parser.on('error', ({ message }) => {
    find({ is: `is not XML that can be read: ${message.replace(/^\d+:\d+: |\.$/g, '')}`, remedy: 'Export it again.' });
  });
  parser.on('doctype', (text) => {
    if (text.includes('<!ENTITY'))
      find({
        is: 'has entities of its own (<!ENTITY …>)',
        remedy: 'Export it without them, in Illustrator without "Preserve Illustrator Editing Capabilities".',
      });
  });
  parser.on('processinginstruction', ({ target, body }) => {
    if (target === 'xml-stylesheet') find(refers(/href=["']([^"']*)/.exec(body)?.[1] ?? body));
  });
  parser.on('text', read);
  parser.on('cdata', read);
  parser.on('opentag', (tag) => {
    if (open.length === 0 && tag.local !== 'svg')
      find({ is: `begins with <${tag.name}>, not with <svg>`, remedy: 'Export it again as SVG.' });
    if (!open.includes('metadata')) find(faultOfElement(tag));
    if (open.length > mostNested) find({ is: `has more than ${mostNested} groups in each other`, remedy: plain });
    open.push(tag.local);
  });
  parser.on('closetag', () => open.pop());
  try {
    parser.write(source).close();
  } catch {
    // The first fault is enough.
  }
  return reading;
}

function decoded(content: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** As librsvg has it. */
const mostNested = 200;

function faultOfElement({ name, local, uri, attributes }: SaxesTagNS): Fault | undefined {
  if (uri === 'http://www.w3.org/2001/XInclude') return refers(attributes['href']?.value ?? name);
  // Programs keep their own notes in a drawing, each in a namespace of its own.
  if (uri !== svg && uri !== '' && uri !== 'http://www.w3.org/1999/xhtml') return undefined;
  if (/^(script|animate\w*|set)$/.test(local))
    return { is: `has <${name}> in it, which does nothing in a picture`, remedy: still };
  if (uri === 'http://www.w3.org/1999/xhtml' || (!drawn.has(local) && !/^fe[A-Z]/.test(local)))
    return notDrawn(`<${name}>`);
  for (const { name: attribute, local: property, value } of Object.values(attributes)) {
    if (property === 'href' && local !== 'a') {
      const fault = faultOfReference(value.trim(), local);
      if (fault) return fault;
    }
    const isStyle = attribute === 'style';
    if (turns.test(attribute) && !/^0/.test(value)) return notDrawn(attribute);
    if (isStyle || painted.test(attribute)) {
      const fault = faultOfStyle(isStyle ? value : `${attribute}:${value}`);
      if (fault) return fault;
    }
  }
  return undefined;
}

function faultOfReference(to: string, element: string): Fault | undefined {
  if (to.startsWith('#') || to === '') return undefined;
  if (!/^(image|feImage)$/.test(element) || !/^data:/i.test(to)) return refers(to);
  return /^data:image\/(png|jpe?g)[;,]/i.test(to)
    ? undefined
    : notDrawn(`a picture that is neither PNG nor JPEG ("${to.slice(0, 24)}…")`);
}

interface Token {
  type: number;
  text: string;
}

/** What is wrong with a style sheet, or with declarations. */
function faultOfStyle(css: string): Fault | undefined {
  const tokens: Token[] = [];
  tokenize(css, (type, start, end) => {
    if (type !== types.WhiteSpace && type !== types.Comment) tokens.push({ type, text: css.slice(start, end) });
  });
  let depth = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const { type, text } = tokens[at] as Token;
    if (type === types.LeftCurlyBracket) depth += 1;
    if (type === types.RightCurlyBracket) depth -= 1;
    if (type === types.AtKeyword) {
      const fault = faultOfRule(ident.decode(text).slice(1).toLowerCase(), tokens.slice(at + 1, at + 40));
      if (fault) return fault;
      at = endOfRule(tokens, at);
      continue;
    }
    const fault = depth > 1 ? notDrawn('a rule within a rule of its style sheet') : faultOfToken(tokens, at);
    if (fault) return fault;
  }
  return undefined;
}

function faultOfToken(tokens: readonly Token[], at: number): Fault | undefined {
  const { type, text } = tokens[at] as Token;
  const next = tokens[at + 1];
  if (type === types.Url) return faultOfAddress(url.decode(text));
  if (type === types.Function) {
    const name = ident.decode(text.slice(0, -1)).toLowerCase();
    if (name === 'url') return faultOfAddress(next?.type === types.String ? string.decode(next.text) : '');
    return drawnFunctions.has(name) ? undefined : notDrawn(`${name}()`);
  }
  if (type === types.Ident && turns.test(text) && next?.type === types.Colon && !/^0/.test(tokens[at + 2]?.text ?? ''))
    return notDrawn(text);
  if (type === types.Ident && /^background(-color)?$/i.test(text) && next?.type === types.Colon) {
    const rest = tokens.slice(at + 2, at + 20);
    const end = rest.findIndex((token) => ends.has(token.type));
    const value = rest.slice(0, end < 0 ? undefined : end).map((token) => token.text);
    if (!whites.test(value.join(''))) return notDrawn(text);
  }
  return undefined;
}

const ends: ReadonlySet<number> = new Set([types.Semicolon, types.RightCurlyBracket]);
/** Grounds that drawings lie on anyway. */
const whites = /^(none|transparent|inherit|white|#fff|#ffffff|rgba?\(255,255,255(,[\d.]+)?\)|rgba\(0,0,0,0\))$/i;

function faultOfAddress(to: string): Fault | undefined {
  return to.trim().startsWith('#') ? undefined : refers(to);
}

/** What is wrong with a rule that begins with @, by its name and what comes after it. */
function faultOfRule(name: string, rest: readonly Token[]): Fault | undefined {
  const end = rest.findIndex(({ type }) => type === types.LeftCurlyBracket);
  const head = rest.slice(0, end < 0 ? undefined : end).map(({ text }) => text);
  if (name === 'import') return refers(/^(?:url\()?\s*["']?([^"')\s;]*)/i.exec(head.join(' '))?.[1] ?? '');
  if (name === 'keyframes') return { is: 'moves by its style sheet (@keyframes)', remedy: still };
  // Letters are set in the paper's own typeface, and other media are for other pages than the one that this is drawn for.
  const passed =
    /^(charset|namespace|font-face)$/.test(name) ||
    (name === 'media' && /\b(print|prefers-[\w-]+)\b/.test(head.join(' ')));
  return passed ? undefined : notDrawn(`the rule @${name}`);
}

/** Where a rule that begins with @ ends: at its semicolon, or with its block. */
function endOfRule(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const { type } = tokens[at] as Token;
    if (type === types.LeftCurlyBracket) depth += 1;
    if (type === types.RightCurlyBracket) depth -= 1;
    if (depth <= 0 && (type === types.Semicolon || type === types.RightCurlyBracket)) return at;
  }
  return tokens.length;
}

/** Seconds after which a drawing is given up: a few lines of SVG can be made to take days. */
export const patience = 30;

/**
 * A drawing as PNG, as wide as the widest place for a picture, on a transparent ground. It is drawn in a process of its own, so that one
 * without end can be ended.
 * @throws where it cannot be drawn, or not within `seconds`
 */
export function draw(content: Buffer, { seconds = patience }: { seconds?: number } = {}): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { encoding: 'buffer', timeout: seconds * 1000, killSignal: 'SIGKILL', maxBuffer: 2 ** 28 } as const;
    const child = execFile(process.execPath, [engineFile('filing/draw.ts')], options, (error, png) => {
      if (error) reject(new Error('The drawing cannot be drawn.', { cause: error }));
      else resolve(png);
    });
    // A process that has died reads no more, which its end tells better.
    child.stdin?.on('error', () => undefined).end(content);
  });
}
