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
  const parts = await partsIn(bytes);
  const page = parts.find(({ type }) => /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type));
  if (!page) return { source, refused: 'There is no page of HTML in it.' };
  const address = webAddress(page.location);
  const pictures = parts.filter(({ type }) => /^image\//i.test(type));
  const html = await contentOf(page.bytes);
  const choices = choicesIn(htmlTree(decodedPage(html)));
  const partAt = (src: string) => {
    const [, id] = /^cid:(.+)$/i.exec(src) ?? [];
    const wanted = addressOf(src, address);
    return pictures.find((part) => (id ? part.id === id : addressOf(part.location, address) === wanted));
  };
  const pictureBytes = async (src: string) => {
    const [found] = [src, ...(choices.get(src) ?? [])].flatMap((each) => partAt(each) ?? []);
    return found && (await contentOf(found.bytes));
  };
  return readPage(html, { source, key, address, pictureBytes });
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
  /** Head and content, as they were sent. */
  bytes: Buffer;
}

/** The parts of a message that are no messages of parts themselves, in order. */
async function partsIn(bytes: Buffer, depth = 0): Promise<Part[]> {
  const { headers } = await PostalMime.parse(headOf(bytes));
  const said = (name: string) => headers.find(({ key }) => key === name)?.value ?? '';
  const type = said('content-type');
  const [, quoted, plain] = /^multipart\/.*?\bboundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  if (!boundary)
    return [{ type, location: said('content-location'), id: said('content-id').replace(/^<|>$/g, ''), bytes }];
  if (depth === mostNesting) throw new RangeError('nested too deep');
  const parts: Part[] = [];
  for (const part of between(bytes, `--${boundary}`)) {
    parts.push(...(await partsIn(part, depth + 1)));
    if (parts.length > mostParts) throw new Error(`it has more than ${mostParts} parts.`);
  }
  return parts;
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

/** The content of a part, as bytes that nothing was done to but what its transport needed. */
async function contentOf(part: Buffer): Promise<Buffer> {
  const asFile = Buffer.concat([Buffer.from('Content-Disposition: attachment\r\n'), part]);
  const { attachments } = await PostalMime.parse(asFile, { maxHeadersSize: 1_000_000, forceRfc822Attachments: true });
  const content = attachments[0]?.content ?? '';
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
}

function addressOf(src: string, base: string | undefined): string {
  return URL.canParse(src, base) ? new URL(src, base).href : src;
}
