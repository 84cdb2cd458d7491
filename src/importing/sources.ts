import { closeSync, existsSync, lstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { kindOf, unread, whyUnread, type Kind } from './kinds.ts';

/** A file or a stream that stories are read from. */
export interface Source {
  /** What it is called in the report and for good: a path from where it was looked for. */
  name: string;
  /** Where it lies on this machine; absent where it came through a pipe or over the network. */
  file?: string;
  /** The folder that it was found in, when a whole folder is imported. */
  folder?: string;
  bytes: () => Buffer;
  kind: Kind;
  /** The address that it was fetched from. */
  address?: string;
  /** Told of each piece of a stream, by its bytes. */
  passed?: (bytes: number) => void;
}

/** Folders in which no system keeps stories. */
const others =
  /^(?:node_modules|_site|public|dist|themes|layouts|_layouts|_includes|_sass|_data|assets|static|archetypes|resources|vendor|templates|sass|scripts|src-tauri|i18n)$/;

const mostBytes = 60 * 1024 * 1024;
const streamed: Kind[] = ['wordpress', 'feed'];

/** Why a file is not read, as a sentence. */
export interface Unread {
  name: string;
  reason: string;
}

/**
 * The files that an argument of the command names, with what each of them is.
 * @param root the folder that names are said from
 */
export function* sourcesAt(
  given: string,
  { root, from }: { root: string; from?: Kind | undefined },
): Generator<Source | Unread> {
  const place = path.resolve(root, given);
  const facts = lstatSync(place, { throwIfNoEntry: false });
  if (!facts) {
    yield { name: given, reason: 'There is no such file or folder.' };
    return;
  }
  if (!statSync(place).isDirectory()) {
    yield sourceOf(place, { name: nameFrom(root, place), from });
    return;
  }
  const inner = contentOf(place);
  for (const file of walk(inner)) {
    const found = sourceOf(file, { name: nameFrom(root, file), from, folder: place });
    // What is no story of any kind is left alone in a folder; a document that cannot be read may be one.
    if (('kind' in found || unread.test(file)) && !isOfPage(file) && !isToldAgain(file)) yield found;
  }
}

/** Bytes of what is to be read of a file or a folder, as far as names tell it. */
export function bytesAt(given: string, root: string): number {
  const place = path.resolve(root, given);
  const facts = statSync(place, { throwIfNoEntry: false });
  if (!facts?.isDirectory()) return facts?.size ?? 0;
  let sum = 0;
  for (const file of walk(contentOf(place))) if (isStory.test(file) && !isOfPage(file)) sum += statSync(file).size;
  return sum;
}

const isStory = /\.(?:md|markdown|mdx|x?html?|xml|json|te?xt|docx|odt|epub|eml|mht|mhtml|zip|atom|rss)$/i;

/** Where a system keeps its texts, if the folder is one of a whole site. */
function contentOf(folder: string): string {
  const isHugo = ['hugo.toml', 'hugo.yaml', 'config.toml', 'config.yaml'].some((name) =>
    existsSync(path.join(folder, name)),
  );
  const content = path.join(folder, 'content');
  return isHugo && existsSync(content) ? content : folder;
}

function* walk(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.isSymbolicLink()) continue;
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!others.test(entry.name)) yield* walk(place);
    } else if (entry.isFile()) yield place;
  }
}

/** Whether a file belongs to a page that a browser has saved, in the folder beside it; or is no story by its name. */
function isOfPage(file: string): boolean {
  return (
    /_files\/|\.files\//.test(file) ||
    /\/(?:README|LICEN[CS]E|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|robots|requirements|humans)(?:\.\w+)*$/i.test(
      file,
    )
  );
}

/** Whether a file of a site by this engine has the same story as the one beside it that says most of it. */
function isToldAgain(file: string): boolean {
  if (!/^(?:index\.(?:html|md)|oembed\.json)$/.test(path.basename(file))) return false;
  const whole = path.join(path.dirname(file), 'index.json');
  return existsSync(whole) && kindOf('index.json', headOf(whole)) === 'broadsheet';
}

function sourceOf(
  file: string,
  { name, from, folder }: { name: string; from?: Kind | undefined; folder?: string },
): Source | Unread {
  try {
    const { size } = statSync(file);
    const head = headOf(file);
    const kind = from ?? kindOf(path.basename(file), isZip(head) ? Buffer.concat([head, tailOf(file, size)]) : head);
    if (!kind) return { name, reason: whyUnread(name) };
    if (size > mostBytes && !streamed.includes(kind))
      return { name, reason: `It has ${Math.ceil(size / 1024 / 1024)} MB, and a story has at most 60.` };
    return { name, file, kind, ...(folder ? { folder } : {}), bytes: () => readFileSync(file) };
  } catch (error) {
    return { name, reason: `It cannot be read (${(error as NodeJS.ErrnoException).code}).` };
  }
}

function isZip(head: Buffer): boolean {
  return head.toString('latin1', 0, 2) === 'PK';
}

function headOf(file: string): Buffer {
  return part(file, 0, 16_384);
}

/** The directory of an archive stands at its end. */
function tailOf(file: string, size: number): Buffer {
  return part(file, Math.max(0, size - 65_536), 65_536);
}

function part(file: string, from: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  const handle = openSync(file, 'r');
  try {
    return buffer.subarray(0, readSync(handle, buffer, 0, length, from));
  } finally {
    closeSync(handle);
  }
}

function nameFrom(root: string, file: string): string {
  return path.relative(root, file).replaceAll(path.sep, '/') || path.basename(file);
}

/** Bytes as text: by the mark at their beginning, as UTF-8, or as the encoding that much of the West wrote. */
export function textOfBytes(bytes: Buffer): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}
