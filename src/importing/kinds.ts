/** Forms in which stories come, by the names that `--from` takes. */
export const kinds = {
  clipping: 'plain text, as copied from a newspaper',
  markdown: 'Markdown of Jekyll, Hugo, Eleventy, Astro, Obsidian or Zola',
  wordpress: 'an export of WordPress (WXR)',
  ghost: 'an export of Ghost (JSON)',
  substack: 'an export of Substack (zip)',
  medium: 'an export of Medium (zip)',
  feed: 'RSS, Atom or JSON Feed, and exports of Blogger',
  page: 'a page of HTML',
  mhtml: 'a page that a browser saved as one file (.mhtml)',
  word: 'a document of Word (.docx)',
  opendocument: 'a text document of LibreOffice (.odt)',
  'google-docs': 'a document of Google Docs, saved as a web page (zip)',
  mail: 'a mail (.eml)',
  newsml: 'NewsML-G2',
  nitf: 'NITF',
  ninjs: 'ninjs',
  book: 'a book (EPUB) of stories by this engine',
  broadsheet: 'the index.json of a story by this engine',
} as const;

export type Kind = keyof typeof kinds;

export function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}

/**
 * What a file is, by its ending and by how it begins.
 * @param name with its ending; empty where it has none
 * @param head its first bytes, some thousand
 * @returns `undefined` where it is nothing that can be imported
 */
export function kindOf(name: string, head: Buffer): Kind | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const text = head.toString('utf8').replace(/^\uFEFF/, '');
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return zipKind(ending, head);
  if (/^mht(?:ml)?$/.test(ending) || (ending !== 'eml' && isSavedPage(text))) return 'mhtml';
  if (ending === 'eml' || /^(?:Received|From|Return-Path|MIME-Version|Delivered-To|Message-ID):\s/i.test(text))
    return 'mail';
  if (/^(md|markdown|mdx|mkd)$/.test(ending)) return 'markdown';
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:[a-z0-9]+:)?(\w+)/i.test(text) ||
    ending === 'xml'
  ) {
    const found = xmlKind(text);
    if (found) return found;
  }
  if (/^(html?|xhtml|shtml)$/.test(ending) || /^\s*(?:<!doctype html|<html|<head|<body)/i.test(text))
    return /^---\r?\n/.test(text) ? 'markdown' : 'page';
  if (ending === 'json' || /^\s*[{[]/.test(text)) return jsonKind(text);
  if (ending === 'txt' || ending === 'text' || ending === '') return isText(head) ? 'clipping' : undefined;
  return undefined;
}

/** Documents in which stories come and that no kept library reads: they are told wherever they lie. */
export const unread = /\.(?:rtf|doc|dot|wpd|wps|pages|fodt|msg)$/i;

const remedies: [ending: RegExp, remedy: string][] = [
  [
    /\.msg$/i,
    'It is a mail in a form of Outlook: save it as .eml, or move it into a folder of another program of mail.',
  ],
  [
    unread,
    'It is a document in a form that is not read: open it in Word, Pages or LibreOffice, and save it as .docx or .odt.',
  ],
  [/\.pdf$/i, 'A PDF says where letters stand, and not what they are: copy its text into a file that ends in .txt.'],
  [
    /\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|svg)$/i,
    'It is a picture, and no story: put it beside the article that shows it.',
  ],
  [/\.(?:xlsx?|ods|csv|tsv)$/i, 'It is a table, and no story.'],
  [/\.(?:tar|t?gz|bz2|xz|rar|7z)$/i, 'It is an archive: unpack it, and import the folder.'],
  [/\.sql$/i, 'It is a copy of a database: have the system export its stories (in WordPress: Tools, Export).'],
];

/** Why a file whose form is not known is not imported, and what to do instead. */
export function whyUnread(name: string): string {
  const [, remedy] = remedies.find(([ending]) => ending.test(name)) ?? [];
  return remedy ?? 'It is in no form that can be imported. `--from` says which it is.';
}

/** Whether the head of a message says that a browser has written it, or a word processor, which sends it to nobody. */
function isSavedPage(text: string): boolean {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  if (!/^MIME-Version:/im.test(head)) return false;
  const isSent = /^(?:From|To|Received|Return-Path|Message-ID):/im.test(head);
  return (
    /^(?:From: *["<]*Saved by |Snapshot-Content-Location:)/im.test(head) ||
    (!isSent && /^Content-Type: *multipart\/related\b/im.test(head))
  );
}

function zipKind(ending: string, head: Buffer): Kind | undefined {
  const names = head.toString('latin1');
  if (ending === 'epub' || names.includes('application/epub+zip')) return 'book';
  if (ending === 'docx' || names.includes('word/document.xml')) return 'word';
  if (ending === 'odt' || names.includes('application/vnd.oasis.opendocument.text')) return 'opendocument';
  if (/posts\.csv|posts\/\d+\.[\w-]+\.html/.test(names)) return 'substack';
  if (/posts\/\d{4}-\d{2}-\d{2}_|profile\/|README\.html/.test(names)) return 'medium';
  return ending === 'zip' ? 'google-docs' : undefined;
}

function xmlKind(text: string): Kind | undefined {
  if (/xmlns:wp=|<wp:wxr_version/.test(text)) return 'wordpress';
  if (/iptc\.org\/std\/nar|<newsMessage|<newsItem/.test(text)) return 'newsml';
  if (/<nitf[\s>]/.test(text)) return 'nitf';
  if (/<(?:rss|feed|rdf:RDF)[\s>]/i.test(text)) return 'feed';
  return undefined;
}

function jsonKind(text: string): Kind | undefined {
  if (/^\s*\{"version":1,"id":"[a-z0-9]+","url":/.test(text)) return 'broadsheet';
  if (/jsonfeed\.org\/version/.test(text) || /"items"\s*:\s*\[\s*\{[^]*"content_(?:html|text)"\s*:/.test(text))
    return 'feed';
  if (/"db"\s*:\s*\[|"exported_on"|"posts_authors"/.test(text)) return 'ghost';
  if (/"(?:body_xhtml|body_text|body_html|bodies|versioncreated|pubstatus|headlines)"\s*:/.test(text)) return 'ninjs';
  return undefined;
}

function isText(head: Buffer): boolean {
  return head.length > 0 && !head.subarray(0, 4000).includes(0);
}
