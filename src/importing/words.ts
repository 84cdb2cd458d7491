import type { Nodes as HastNodes } from 'hast';
import type { Nodes } from 'mdast';

// Scripts that put no space between words are counted by the letter.
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]+/gv;

/** The words of a text in small letters, without marks between them and without web addresses. */
export function wordsIn(text: string): string[] {
  return (
    text
      .replace(/(?:https?:\/\/|www\.)\S+/gi, ' ')
      .replace(/[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/g, '')
      .normalize('NFKC')
      .toLowerCase()
      .match(word) ?? []
  );
}

/** What does not come out even between a source and what was made of it; both empty where all does. */
export interface Accounts {
  /** Words of the source that are neither in the article nor in the report. */
  lost: string[];
  /** Words of the article that the source does not have. */
  invented: string[];
}

/**
 * Whether every word of a source is in the article or in the report, and none in the article that the source does not have; each
 * as often as it stands there.
 * @param again words of the source that it has elsewhere as well: the article may have them both times
 */
export function accounted(
  { source, again = '' }: { source: string; again?: string },
  { article, report }: { article: string; report: string },
): Accounts {
  const there = countOf(source);
  const twice = countOf(again);
  const made = countOf(article);
  const told = countOf(report);
  const short = (from: Map<string, number>, ...to: Map<string, number>[]) =>
    [...from].flatMap(([each, count]) => {
      const missing = count - to.reduce((sum, other) => sum + (other.get(each) ?? 0), 0);
      return missing > 0 ? Array.from({ length: missing }, () => each) : [];
    });
  return { lost: short(there, made, told), invented: short(made, there, twice) };
}

/** The words of one text that another does not have, each as often as it lacks. */
export function wordsBeyond(text: string, other: string): string[] {
  const counts = new Map<string, number>();
  for (const word of wordsIn(other)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wordsIn(text).filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}

function countOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of wordsIn(text)) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

/** What browsers set apart from what stands beside it. */
export const apart =
  /^(?:address|article|aside|audio|blockquote|body|br|button|canvas|caption|center|dd|details|dialog|dir|div|dl|dt|embed|fieldset|figcaption|figure|footer|form|frame|h[1-6]|header|hgroup|hr|html|iframe|img|input|legend|li|listing|main|marquee|math|menu|nav|object|ol|optgroup|option|p|plaintext|pre|section|select|summary|svg|table|tbody|td|textarea|tfoot|th|thead|tr|ul|video|xmp)$/;
const unseen = /^(script|style|template|head|title)$/;

/** The words of a tree of HTML as they are read, with those of alternative texts; blocks are parted. */
export function textOfHtml(tree: HastNodes): string {
  const parts: string[] = [];
  const open: (HastNodes | string)[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'string') parts.push(node);
    else if (node.type === 'text') parts.push(node.value);
    else if (node.type === 'element' && !unseen.test(node.tagName)) {
      const { alt, title, dataLicence, dataFootnoteRef, dataFootnoteBackref, dataFn } = node.properties;
      // Numbers of notes are made anew.
      if ([dataFootnoteRef, dataFootnoteBackref, dataFn].some((each) => each !== undefined)) continue;
      const gap = apart.test(node.tagName) ? ' ' : '';
      if (node.tagName === 'img')
        parts.push(` ${said(alt)} ${said(title) === said(alt) ? '' : said(title)} ${said(dataLicence)} `);
      open.push(gap, ...[...node.children].reverse(), gap);
    } else if (node.type === 'root') open.push(...[...node.children].reverse());
  }
  return parts.join('');
}

/** The words of a body as readers have them, with those of alternative texts, captions and credits. */
export function textOfMarkdown(tree: Nodes): string {
  const parts: string[] = [];
  const walk = (node: Nodes) => {
    if (node.type === 'break') parts.push(' ');
    else if (node.type === 'image') parts.push(` ${node.alt ?? ''} ${node.title ?? ''} `);
    else if (node.type === 'html' || node.type === 'definition') return;
    else if ('attributes' in node) {
      const { alt, credit, licence, by, role } = node.attributes ?? {};
      const words = [alt, credit, licence, by, role].map(said).filter(Boolean);
      // A colon and a number, as in an address, look like a directive that says nothing.
      if (words.length > 0) parts.push(` ${words.join(' ')} `);
    }
    if (node.type === 'textDirective' && node.name !== 'lang') parts.push(`:${node.name}`);
    if ('value' in node) parts.push(node.type === 'code' ? `${node.value} ` : node.value);
    if (!('children' in node)) return;
    node.children.forEach(walk);
    if (!/^(text|emphasis|strong|delete|link|linkReference|textDirective)$/.test(node.type)) parts.push(' ');
  };
  walk(tree);
  return parts.join('');
}

function said(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
