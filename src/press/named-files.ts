import { byItself } from '../newsroom/by-itself.ts';
import { pathOfPaper } from '../newsroom/permalink.ts';

/**
 * Gathers the addresses of a paper's own that its files name where programs follow them: links, pictures, styles, scripts, icons,
 * enclosures, cards. What readers only read is passed over, with the addresses in it.
 */
export class NamedFiles {
  /** From the root of the host, without query and fragment, each with the first file that names it. */
  readonly addresses = new Map<string, string>();
  readonly #origin: string;
  readonly #kinds: ReadonlyMap<string, Kind[]>;
  // As they stand in the files: most stand in many, and are looked at once.
  readonly #seen = new Set<string>();

  /** @param address that the paper's own begin with, without a slash at its end */
  constructor(address: string) {
    this.#origin = address && new URL(address).origin;
    this.#kinds = kindsFor(address);
  }

  /**
   * Takes in what a file names.
   * @param file its place in the site, which tells its kind
   * @param text one character a byte
   */
  read(file: string, text: string): void {
    const kinds = this.#kinds.get(/\.?(\w+)$/.exec(file)?.[1] ?? '') ?? [];
    for (const [pattern, isFollowed, isInHead] of kinds) {
      const where = isInHead ? text.slice(0, Math.max(0, text.indexOf('</head>'))) : text;
      for (const { 1: cut = '', index } of where.matchAll(pattern)) {
        if (this.#seen.has(cut) || !isFollowed(text, index, cut)) continue;
        const value = byItself(cut);
        this.#seen.add(value);
        for (const each of value.split(/\s+[\d.]+[wx](?:,\s+|$)/)) this.#add(each, file);
      }
    }
  }

  /** Takes in what was gathered elsewhere. */
  take(addresses: ReadonlyMap<string, string>): void {
    for (const [address, file] of addresses) {
      const other = this.addresses.get(address);
      if (other === undefined || file < other) this.addresses.set(address, file);
    }
  }

  #add(value: string, file: string) {
    const isWhole = this.#origin !== '' && value.startsWith(`${this.#origin}/`);
    const address = isWhole ? value.slice(this.#origin.length) : value;
    // Bytes read as characters are those of UTF-8.
    const path = (/[\x80-\xff]/.test(address) ? Buffer.from(address, 'latin1').toString() : address)
      .replace(/&(?:amp|#38|#x26);/g, '&')
      .replace(/[?#].*$/s, '')
      .replace(/^\.(?=\/)/, `${pathOfPaper()}/${file.replace(/\/?[^/]*$/, '')}`);
    if (/^\/(?!\/)/.test(path) && !this.addresses.has(path)) this.addresses.set(path, file);
  }
}

/** Where addresses stand in a kind of files, and whether one that stands there is followed. */
type Kind = [
  pattern: RegExp,
  isFollowed: (text: string, index: number, value: string) => boolean,
  /** Whether it stands in the head of a page alone. */
  isInHead?: boolean,
];

/** Kinds of files by the endings of their names. Only pages and what belongs to them leave out the host. */
function kindsFor(address: string): Map<string, Kind[]> {
  const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const path = pathOfPaper();
  // Vite writes it as addresses are written, Astro in letters.
  const below = [...new Set([path, Buffer.from(decodeURI(path)).toString('latin1')])].map(literally).join('|');
  const pattern = (source: string) =>
    new RegExp(source.replaceAll('ORIGIN', literally(address)).replaceAll('BELOW', below && `(?:${below})`), 'gm');
  const json: Kind[] = [
    [pattern('[:[,]\\s*"(ORIGIN/[^"\\\\\\s]*)"'), () => true],
    [pattern('=\\\\"(ORIGIN/[^"\\\\]*)\\\\"'), isInTag],
  ];
  const xml: Kind[] = [
    [pattern('="((?:ORIGIN/|BELOW/_astro/)[^"]*)"'), isInTag],
    [pattern('>(ORIGIN/[^<\\s]*)<'), isInElement],
  ];
  const words: Kind[] = [[pattern('(?:\\]\\(|: )(ORIGIN/[^)\\s]*)(?:\\)|$)'), isNoCode]];
  const styles = '(?:url\\(|@import )["\']?([^"\')]+)';
  return new Map([
    [
      'html',
      [
        [pattern('="(?:0; url=)?((?:/|ORIGIN/)[^"]*)"'), isInTag],
        [pattern(styles), () => true, true],
        [pattern('[:[,]"(ORIGIN/[^"\\\\\\s]*)"'), isInScript],
      ],
    ],
    ['json', json],
    ['webmanifest', [...json, [pattern('"(?:src|start_url)":"(/[^"\\\\\\s]*)"'), () => true]]],
    ['xml', xml],
    ['opml', xml],
    ['md', words],
    ['txt', words],
    ['css', [[pattern(styles), () => true]]],
    ['js', [[pattern('["\'`](\\.?/[\\w./@~-]+\\.(?:js|css))["\'`]'), () => true]]],
    ['_redirects', [[pattern('^\\S+ (\\S+) 30\\d'), () => true]]],
  ]);
}

/** Whether a place is among the attributes of a tag that hold addresses, and not in words that look like some. */
function isInTag(text: string, index: number, value: string): boolean {
  const start = text.lastIndexOf('<', index);
  const [, name = ''] = /\s([\w-]+)$/.exec(text.slice(start, index)) ?? [];
  const holds =
    /^(?:data-)?(?:href|src|poster|action|cite|url)$|srcset$|Url$/.test(name) ||
    (name.startsWith('data-') && /^\/(?:\S+\/)?_astro\//.test(value)) ||
    // What the head says may be words that begin with a slash.
    (name === 'content' && text[index + 2] !== '/');
  if (!holds || !/[a-z?]/i.test(text[start + 1] ?? '')) return false;
  return (
    text.lastIndexOf('>', index) < start ||
    !text
      .slice(start, index)
      .replace(/"[^"]*"/g, '')
      .includes('>')
  );
}

function isInElement(text: string, index: number): boolean {
  return /^<(?:\w+:)?(?:loc|link|url|uri|icon|logo)>$/.test(text.slice(text.lastIndexOf('<', index), index + 1));
}

function isInScript(text: string, index: number): boolean {
  return text.startsWith('<script', text.lastIndexOf('<', index));
}

function isNoCode(text: string, index: number): boolean {
  const before = text.slice(0, index);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return [line.match(/`/g), before.match(/^```/gm)].every((marks) => (marks?.length ?? 0) % 2 === 0);
}
