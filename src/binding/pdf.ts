import { EditorialError } from '../newsroom/problem.ts';
import { xmlText } from '../newsroom/escaping.ts';

/*
 * A small reader of the PDF that Chromium's Skia writes (ISO 32000): objects in the open with a plain cross-reference table, streams
 * alone compressed.
 */

/**
 * The number of the page, from 1, on which each of some named places of a PDF stands.
 * @throws EditorialError X-003 when the PDF does not tell it of one of them
 */
export function pagesOf(names: readonly string[], { pdf, file }: { pdf: Buffer; file: string }): Map<string, number> {
  const text = pdf.toString('latin1');
  const object = objectsOf(text);
  const root = object(/\/Root (\d+) 0 R/.exec(trailerOf(text))?.[1]);
  const pages = new Map(leavesOf(object, /\/Pages (\d+) 0 R/.exec(root)?.[1]).map((id, index) => [id, index + 1]));
  const places = object(/\/Dests (\d+) 0 R/.exec(root)?.[1]).matchAll(/\/([^\s[\]<>/()]+)\s*\[(\d+) 0 R/g);
  const known = new Map(Array.from(places, ([, name = '', page = '']) => [nameOf(name), pages.get(page)]));
  return new Map(
    names.map((name) => {
      const number = known.get(name);
      if (number === undefined) throw lacking(file, `does not tell on which page "${name}" stands`);
      return [name, number];
    }),
  );
}

function trailerOf(text: string): string {
  const from = text.lastIndexOf('trailer');
  return from < 0 ? '' : text.slice(from);
}

/** What is told of a PDF that is not as Chromium writes it: nothing of it is left out in silence. */
export function lacking(file: string, what: string): EditorialError {
  return new EditorialError([
    {
      code: 'X-003',
      file,
      found: `The PDF that the browser wrote ${what}.`,
      remedy: 'Name another Chromium in the environment variable CHROMIUM; version 156 is known to do.',
    },
  ]);
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

/** What a PDF says of itself. */
export interface PdfFacts {
  title: string;
  author: string;
  /** Of its newest change, RFC 3339. */
  modified: string;
  /** In one sentence. */
  description?: string;
  keywords?: readonly string[];
  publisher?: string;
  rights?: string;
  /** BCP 47. */
  language?: string;
}

const program = 'Broadsheet';

/**
 * A PDF that says by whom and what it is, and when its matter was last changed in place of when it was made: the same matter gives the
 * same bytes. Its facts stand in its dictionary of information and in XMP (ISO 16684-1); what is added stands behind the rest (an
 * incremental update, ISO 32000-1, 7.5.6).
 * @throws EditorialError X-003 when the PDF is not written as Chromium writes it, tagged and with an outline
 */
export function describedPdf(pdf: Buffer, facts: PdfFacts): Buffer {
  const text = dated(pdf.toString('latin1'), facts.modified);
  const object = objectsOf(text);
  const trailer = trailerOf(text);
  const [, size, root] = /\/Size (\d+)\s*\/Root (\d+) 0 R/.exec(trailer) ?? [];
  const info = /\/Info (\d+) 0 R/.exec(trailer)?.[1];
  const previous = /startxref\s+(\d+)/.exec(trailer)?.[1];
  const old = dictionaryOf(object(info));
  const catalog = dictionaryOf(object(root));
  const producer = /\/Producer \(([^)]*)\)/.exec(old ?? '')?.[1];
  const tell = (what: string) => lacking(`${facts.title}.pdf`, what);
  if (!info || !size || !root || !previous || !old || !catalog || !producer)
    throw tell('is not in the form in which Chromium writes one');
  for (const [what, mark] of Object.entries(promised)) if (!mark.test(catalog)) throw tell(`has no ${what}`);
  for (const [what, mark] of Object.entries(written)) if (!mark.test(old)) throw tell(`does not take ${what}`);
  if (/\/Metadata\b/.test(catalog) || /\/(?:Author|Subject|Keywords)\b/.test(old))
    throw tell('says of itself by whom or what it is');

  const { author, description, keywords = [] } = facts;
  const entries = { Author: author, Subject: description, Keywords: keywords.join(', ') };
  const added = Object.entries(entries).flatMap(([name, value]) => (value ? `/${name} <FEFF${utf16(value)}>` : []));
  const xmp = Buffer.from(xmpOf(facts, producer), 'utf8').toString('latin1');
  const objects = [
    [info, `<<${old}\n${added.join('\n')}>>`],
    [root, `<<${catalog}\n/Metadata ${size} 0 R>>`],
    [size, `<</Type /Metadata\n/Subtype /XML\n/Length ${xmp.length}>> stream\n${xmp}\nendstream`],
  ] as const;
  let body = text.endsWith('\n') ? text : `${text}\n`;
  let table = 'xref\n0 1\n0000000000 65535 f \n';
  for (const [id, content] of objects) {
    table += `${id} 1\n${String(body.length).padStart(10, '0')} 00000 n \n`;
    body += `${id} 0 obj\n${content}\nendobj\n`;
  }
  table += `trailer\n<</Size ${Number(size) + 1}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/Prev ${previous}>>\n`;
  return Buffer.from(`${body}${table}startxref\n${body.length}\n%%EOF\n`, 'latin1');
}

/** What a catalogue tells of. */
const promised = {
  title: /\/DisplayDocTitle true/,
  outline: /\/Outlines \d+ 0 R/,
  tags: /\/Marked true[^]*\/StructTreeRoot \d+ 0 R/,
  language: /\/Lang \(/,
};

/** What is in a dictionary of information when the PDF has taken it. */
const written = {
  'its title': /\/Title [(<]/,
  'the name of the program': new RegExp(`/Creator \\(${program}\\)`),
  'the time of its newest change': /\/CreationDate \(D:\d{14}\+00'00'\)\s*\/ModDate \(D:\d{14}\+00'00'\)/,
};

/** A PDF that bears other times and the name of this program, each in its place: the table of objects has them by their bytes. */
function dated(text: string, modified: string): string {
  const stamp = new Date(modified).toISOString().replace(/[-:T]|\.\d+Z/g, '');
  return text
    .replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}[+-]\d\d'\d\d'/g, `$1${stamp}+00'00'`)
    .replace(/\/Creator \((?:\\.|[^\\()])*\)/, (whole) => {
      const own = `/Creator (${program})`;
      return own.length > whole.length ? whole : own.padEnd(whole.length);
    });
}

/** What stands between the outermost brackets of an object. */
function dictionaryOf(object: string): string | undefined {
  return /^\d+ 0 obj\s*<<([\s\S]*)>>\s*$/.exec(object)?.[1];
}

function xmpOf(facts: PdfFacts, producer: string): string {
  const { title, author, description, keywords = [], publisher, rights, language, modified } = facts;
  const items = (kind: string, values: readonly (string | undefined)[], mark = '') => {
    const list = values.flatMap((value) => (value ? `<rdf:li${mark}>${xmlText(value)}</rdf:li>` : []));
    return list.length > 0 ? `<rdf:${kind}>${list.join('')}</rdf:${kind}>` : '';
  };
  const inWords = (value: string | undefined) => items('Alt', [value], ' xml:lang="x-default"');
  const time = new Date(modified).toISOString().replace(/\.\d+Z$/, 'Z');
  const properties = {
    'dc:format': 'application/pdf',
    'dc:title': inWords(title),
    'dc:creator': items('Seq', [author]),
    'dc:description': inWords(description),
    'dc:subject': items('Bag', keywords),
    'dc:publisher': items('Bag', [publisher]),
    'dc:rights': inWords(rights),
    'dc:language': items('Bag', [language]),
    'xmp:CreatorTool': program,
    'xmp:CreateDate': time,
    'xmp:ModifyDate': time,
    'pdf:Keywords': xmlText(keywords.join(', ')),
    'pdf:Producer': xmlText(producer),
  };
  const lines = Object.entries(properties).flatMap(([name, value]) => (value ? `<${name}>${value}</${name}>` : []));
  return (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<rdf:Description rdf:about="" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">\n' +
    `${lines.join('\n')}\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>`
  );
}

function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
}
