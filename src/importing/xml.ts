import { SaxesParser } from 'saxes';

/** An element of XML with all below it. Names stand as they are written, with their prefixes. */
export interface Xml {
  name: string;
  attributes: Record<string, string>;
  children: (Xml | string)[];
}

/** Letters of one item, and elements within elements, beyond which a file is none of this kind. */
const mostLetters = 12_000_000;
const deepest = 200;

/** An item that is too large, by the name of its element. */
export interface TooLarge {
  tooLarge: string;
}

/**
 * The elements of some names in a file of XML, one at a time, without the rest of it in memory. Entities of a document type are not unfolded,
 * nothing is loaded, and what is not well formed is read as far as it goes.
 * @param wanted names of elements whose whole content is given; one within another belongs to it
 */
export async function* elementsIn(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  wanted: (name: string, path: readonly string[]) => boolean,
): AsyncGenerator<Xml | TooLarge> {
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  const ready: (Xml | TooLarge)[] = [];
  const path: string[] = [];
  let open: Xml[] = [];
  let letters = 0;
  let skipped = '';
  parser.on('error', () => undefined);
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    if (skipped) return;
    if (open.length > 0 || wanted(name, path)) {
      const element: Xml = { name, attributes: attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
      if (open.length > deepest) give(name);
    }
  });
  const give = (name: string) => {
    skipped = open[0]?.name ?? name;
    open = [];
    letters = 0;
    ready.push({ tooLarge: skipped });
  };
  const take = (text: string) => {
    if (open.length === 0) return;
    letters += text.length;
    if (letters > mostLetters) give('');
    else open.at(-1)?.children.push(text);
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', ({ name }) => {
    path.pop();
    if (skipped) {
      if (name === skipped) skipped = '';
      return;
    }
    const closed = open.pop();
    if (closed && open.length === 0) {
      letters = 0;
      ready.push(closed);
    }
  });
  const decoder = decoderFor();
  const pieces = cdataInPieces();
  for await (const chunk of chunks) {
    parser.write(pieces(decoder.decode(chunk)));
    yield* ready.splice(0);
  }
  parser.write(decoder.end());
  try {
    parser.close();
  } catch {
    // It breaks off: what came before counts.
  }
  yield* ready.splice(0);
}

/** Ends a CDATA section and begins another where a chunk ends in one: the parser keeps all of a section until its end. */
function cdataInPieces(): (chunk: string) => string {
  let isWithin = false;
  let before = '';
  return (chunk) => {
    const text = before + chunk;
    const [begun, ended] = [text.lastIndexOf('<![CDATA['), text.lastIndexOf(']]>')];
    if (begun >= 0 || ended >= 0) isWithin = begun > ended;
    before = text.slice(-8);
    return isWithin && !chunk.endsWith(']') ? `${chunk}]]><![CDATA[` : chunk;
  };
}

/** Text of bytes by the encoding that the head of the file names; UTF-8 where it names none. */
function decoderFor(): { decode: (chunk: Uint8Array) => string; end: () => string } {
  let decoder: TextDecoder | undefined;
  return {
    decode: (chunk) => {
      decoder ??= new TextDecoder(encodingOf(chunk));
      // Characters that XML cannot have would end the reading.
      // eslint-disable-next-line no-control-regex
      return decoder.decode(chunk, { stream: true }).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
    },
    end: () => decoder?.decode() ?? '',
  };
}

function encodingOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  const head = Buffer.from(chunk.subarray(0, 200)).toString('latin1');
  const named = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return 'utf-8';
  }
}

/** All text in an element. */
export function textOf(xml: Xml | undefined): string {
  return (xml?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

export function childrenOf(xml: Xml | undefined, name?: string): Xml[] {
  return (xml?.children ?? []).filter(
    (child): child is Xml => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The text of the first child of one of some names that has any. */
export function textAt(xml: Xml | undefined, ...names: string[]): string {
  for (const name of names)
    for (const child of childrenOf(xml, name)) {
      const text = textOf(child).trim();
      if (text) return text;
    }
  return '';
}

/** Every element of a name at or below one. */
export function allIn(xml: Xml | undefined, name: string): Xml[] {
  return childrenOf(xml).flatMap((child) => [...(child.name === name ? [child] : []), ...allIn(child, name)]);
}

/** An element as HTML, for texts that are written as XHTML. */
export function htmlOf(xml: Xml): string {
  return xml.children.map(markup).join('');
}

function markup(child: Xml | string): string {
  if (typeof child === 'string') return escaped(child);
  const name = child.name.replace(/^\w+:/, '');
  const attributes = Object.entries(child.attributes)
    .filter(([key]) => !/^xmlns/.test(key))
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('');
  if (/^(?:br|hr|img|wbr)$/i.test(name)) return `<${name}${attributes}>`;
  return `<${name}${attributes}>${htmlOf(child)}</${name}>`;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
