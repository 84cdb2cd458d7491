import type { Root } from 'hast';
import PostalMime from 'postal-mime';
import { visit } from 'unist-util-visit';
import type { Draft, Refusal } from './draft.ts';
import { htmlTree } from './html.ts';
import { readPage } from './html-page.ts';
import { decodedPage } from './page-encoding.ts';
import { webAddress } from './tidy.ts';

const mostParts = 10_000;
const mostNesting = 5;

/** A page of the web that a browser has saved as one file (MHTML): its HTML is read as if it lay at its address, with the pictures of the file. */
export async function readSavedPage(
  bytes: Buffer,
  { source, key }: { source: string; key: string },
): Promise<Draft | Refusal> {
  const { start, parts } = await partsIn(bytes);
  const pages = parts.filter(({ type }) => /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type));
  const page = pages.find(({ id }) => id !== '' && id === start) ?? pages[0];
  if (!page) return { source, refused: 'There is no page of HTML in it.' };
  const html = contentOf(page);
  const charset = parameterOf(page.type, 'charset');
  const choices = choicesIn(htmlTree(decodedPage(html, charset)));
  const partAt = (src: string) => {
    const [, id] = /^cid:(.+)$/i.exec(src) ?? [];
    const wanted = addressOf(src, page.location);
    return parts.find((part) =>
      id ? [id, decoded(id)].includes(part.id) : addressOf(part.location, page.location) === wanted,
    );
  };
  const pictureBytes = (src: string) => {
    const [found] = [src, ...(choices.get(src) ?? [])].flatMap((each) => partAt(each) ?? []);
    return found && found !== page ? contentOf(found) : undefined;
  };
  return readPage(html, { source, key, address: webAddress(page.location), charset, pictureBytes });
}

/** Addresses of the sizes and formats that a browser chooses a picture from, by the one that its element has for all others. */
function choicesIn(page: Root): ReadonlyMap<string, string[]> {
  const choices = new Map<string, string[]>();
  visit(page, 'element', (element, _, parent) => {
    if (element.tagName !== 'img' || typeof element.properties.src !== 'string') return;
    const isOne = parent?.type === 'element' && parent.tagName === 'picture';
    const sets = (isOne ? parent.children : [element]).flatMap((each) =>
      each.type === 'element' ? [each.properties.srcSet ?? []].flat() : [],
    );
    choices.set(
      element.properties.src,
      sets.flatMap((set) => String(set).split(',')).map((each) => each.trim().replace(/\s.*$/s, '')),
    );
  });
  return choices;
}

interface Part {
  type: string;
  /** The address that it was saved from. */
  location: string;
  id: string;
  /** What its transport made of the content. */
  encoding: string;
  bytes: Buffer;
}

/** The parts of a message that are no messages of parts themselves, in order, and the id of the one that shows the others, where it is said. */
async function partsIn(bytes: Buffer, depth = 0): Promise<{ start: string; parts: Part[] }> {
  const head = headOf(bytes);
  const { headers } = await PostalMime.parse(head);
  const said = (name: string) => headers.find(({ key }) => key === name)?.value.trim() ?? '';
  const type = said('content-type');
  const boundary = /^multipart\//i.test(type) ? parameterOf(type, 'boundary') : undefined;
  const encoding = said('content-transfer-encoding').toLowerCase();
  const content = bytes
    .subarray(head.length)
    .subarray(/^(?:\r?\n){0,2}/.exec(bytes.toString('latin1', head.length, head.length + 4))?.[0].length);
  if (!boundary)
    return {
      start: '',
      parts: [{ type, location: said('content-location'), id: idIn(said('content-id')), encoding, bytes: content }],
    };
  if (depth === mostNesting) throw new RangeError('nested too deep');
  const start = idIn(parameterOf(type, 'start') ?? '');
  const parts: Part[] = [];
  for (const part of between(bytes, `--${boundary}`)) {
    parts.push(...(await partsIn(part, depth + 1)).parts);
    if (parts.length > mostParts) throw new Error(`it has more than ${mostParts} parts.`);
  }
  return { start, parts };
}

function idIn(text: string): string {
  return text.replace(/^<|>$/g, '');
}

/** A parameter of a field of a head: as a word, in quotation marks, or in pieces (RFC 2045, RFC 2231). */
function parameterOf(field: string, name: string): string | undefined {
  const pieces = Array.from(
    field.matchAll(/;\s*([\w-]+)(?:\*(\d+))?\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^\s;]+))/g),
    ([, key = '', , quoted, plain = '']) => ({
      key: key.toLowerCase(),
      value: quoted?.replace(/\\(.)/g, '$1') ?? plain,
    }),
  );
  return pieces.flatMap(({ key, value }) => (key === name ? [value] : [])).join('') || undefined;
}

function headOf(bytes: Buffer): Buffer {
  const ends = ['\r\n\r\n', '\n\n'].map((end) => bytes.indexOf(end)).filter((at) => at >= 0);
  return bytes.subarray(0, ends.length > 0 ? Math.min(...ends) : bytes.length);
}

/** What stands between the lines that are a mark, up to the one that ends them. */
function* between(bytes: Buffer, mark: string): Generator<Buffer> {
  const line = Buffer.from(`\n${mark}`);
  let begin: number | undefined;
  for (let at = bytes.indexOf(line); at >= 0; at = bytes.indexOf(line, at + 1)) {
    const end = bytes.indexOf('\n', at + line.length);
    const rest = bytes.toString(
      'latin1',
      at + line.length,
      Math.min(at + line.length + 20, end < 0 ? bytes.length : end),
    );
    const isLast = /^--\s*$/.test(rest);
    if (rest.trim() !== '' && !isLast) continue;
    // The break before a line belongs to it, and may be the one that ends the line above.
    if (begin !== undefined) yield bytes.subarray(begin, Math.max(begin, at));
    if (isLast || end < 0) return;
    begin = end + 1;
  }
  if (begin !== undefined) yield bytes.subarray(begin);
}

/** The content of a part as it was before its transport (RFC 2045). */
function contentOf({ encoding, bytes }: Part): Buffer {
  if (encoding === 'base64') return Buffer.from(bytes.toString('latin1'), 'base64');
  if (encoding !== 'quoted-printable') return bytes;
  const text = bytes
    .toString('latin1')
    .replace(/[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n|=$/g, '');
  return Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_, byte: string) => String.fromCharCode(parseInt(byte, 16))),
    'latin1',
  );
}

function addressOf(src: string, base: string): string {
  const from = URL.canParse(base) ? base : undefined;
  return URL.canParse(src, from) ? new URL(src, from).href : src;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
