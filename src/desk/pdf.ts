/*
 * A small reader of the PDF that Chromium's Skia writes (ISO 32000): objects in the open with a plain cross-reference table, streams
 * alone compressed.
 */

/** The number of the page, from 1, on which each named place of a PDF stands. */
export function pagesOfNames(pdf: Buffer): Map<string, number> {
  const text = pdf.toString('latin1');
  const object = objectsOf(text);
  const root = object(/\/Root (\d+) 0 R/.exec(text.slice(text.lastIndexOf('trailer')))?.[1]);
  const pages = new Map(leavesOf(object, /\/Pages (\d+) 0 R/.exec(root)?.[1]).map((id, index) => [id, index + 1]));
  const names = object(/\/Dests (\d+) 0 R/.exec(root)?.[1]);
  const places = names.matchAll(/\/([^\s[\]<>/()]+)\s*\[(\d+) 0 R/g);
  return new Map(
    [...places].flatMap(([, name = '', page = '']) => {
      const number = pages.get(page);
      return number === undefined ? [] : [[nameOf(name), number] as const];
    }),
  );
}

/** The text of an object by its number; empty when there is none. */
function objectsOf(text: string): (id: string | undefined) => string {
  const places = new Map([...text.matchAll(/^(\d+) 0 obj\b/gm)].map((found) => [found[1], found.index]));
  return (id) => {
    const from = places.get(id);
    return from === undefined ? '' : text.slice(from, text.indexOf('endobj', from));
  };
}

/** Pages below a node of the tree of pages, in order. */
function leavesOf(object: (id: string | undefined) => string, id: string | undefined): string[] {
  const kids = /\/Kids \[([^\]]*)\]/.exec(object(id))?.[1];
  if (id === undefined) return [];
  if (kids === undefined) return [id];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap((kid) => leavesOf(object, kid[1]));
}

function nameOf(name: string): string {
  return name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/**
 * A PDF that says by whom it is, and when its matter was last changed in place of when it was made: the same matter gives
 * the same bytes. What is added stands behind the rest (an incremental update, ISO 32000-1, 7.5.6).
 * @param modified RFC 3339
 */
export function datedPdf(pdf: Buffer, { author, modified }: { author: string; modified: string }): Buffer {
  const stamp = new Date(modified).toISOString().replace(/[-:T]|\.\d+Z/g, '');
  const text = pdf
    .toString('latin1')
    .replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}[+-]\d\d'\d\d'/g, `$1${stamp}+00'00'`);
  const trailer = text.slice(text.lastIndexOf('trailer'));
  const info = /\/Info (\d+) 0 R/.exec(trailer)?.[1];
  const old = info && new RegExp(`^${info} 0 obj\\s*<<([\\s\\S]*?)>>\\s*endobj`, 'm').exec(text)?.[1];
  const [, size, root] = /\/Size (\d+)\s*\/Root (\d+) 0 R/.exec(trailer) ?? [];
  const previous = /startxref\s+(\d+)/.exec(trailer)?.[1];
  if (!info || old === undefined || !size || !root || !previous) return Buffer.from(text, 'latin1');
  const object = `${info} 0 obj\n<<${old}\n/Author <FEFF${utf16(author)}>>>\nendobj\n`;
  const body = text.endsWith('\n') ? text : `${text}\n`;
  const place = String(body.length).padStart(10, '0');
  const table =
    `xref\n0 1\n0000000000 65535 f \n${info} 1\n${place} 00000 n \n` +
    `trailer\n<</Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/Prev ${previous}>>\n`;
  return Buffer.from(`${body}${object}${table}startxref\n${body.length + object.length}\n%%EOF\n`, 'latin1');
}

function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
}
