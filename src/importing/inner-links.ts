import type { Link } from 'mdast';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { visit } from 'unist-util-visit';
import { readArticleFile } from '../filing/article-file.ts';
import { digestOf } from '../newsroom/digest.ts';
import { recordedPath } from '../newsroom/permalink.ts';
import { openFrom } from '../newsroom/release.ts';
import type { Intake } from './intake.ts';
import { awaitedHost } from './links.ts';
import { parsedBody } from './print-body.ts';

/** A story of an import, by what it became and what it was. */
export interface Linked {
  /** Path of the article. */
  article: string;
  /** Addresses that it had, whole or from the root of a site that nobody knows. */
  addresses: readonly string[];
}

/**
 * Makes links between stories that are imported together links within the paper. A story is linked to that readers can open as soon as
 * the one that links to it; other links stay as they are, and where these would lead into the paper's own site, and to nothing there, their words.
 * @returns addresses of such links that led nowhere
 */
export function linkWithin(stories: readonly Linked[], intake: Intake): string[] {
  const byAddress = new Map<string, string>();
  for (const { article, addresses } of stories)
    for (const address of addresses) for (const key of keysOf(address)) byAddress.set(key, article);
  const opened = new Map<string, number>();
  const opensFrom = (article: string) => {
    const known = opened.get(article) ?? openingOf(article, intake);
    opened.set(article, known);
    return known;
  };
  const hosts = new Set([...byAddress.keys()].map((key) => key.slice(0, key.indexOf('/'))).filter(Boolean));
  const isLikely = (text: string) => text.includes(awaitedHost) || [...hosts].some((host) => text.includes(host));
  const records = new Map([...intake.record.all()].map((imported) => [imported.article, imported]));
  const left: string[] = [];
  for (const { article } of stories) {
    const file = path.join(intake.root, 'content/articles', article, 'index.md');
    const record = records.get(article);
    const text = textOf(file);
    // What an editor has touched is left alone.
    if (text === undefined || !isLikely(text) || !record || digestOf(text) !== record.written) continue;
    const target = (url: string) => {
      const found = byAddress.get(keysOf(url)[0] ?? '');
      return found !== undefined && found !== article && opensFrom(found) <= opensFrom(article) ? found : undefined;
    };
    const linked = withLinks(text, target, left);
    if (linked === text) continue;
    const beside = `${file}.${process.pid}`;
    writeFileSync(beside, linked);
    renameSync(beside, file);
    intake.record.add({ ...record, written: digestOf(linked) });
  }
  return left;
}

function withLinks(text: string, target: (url: string) => string | undefined, left: string[]): string {
  const begin = /^---\n[^]*?\n---\n/.exec(text)?.[0].length ?? 0;
  const body = text.slice(begin);
  const links: Link[] = [];
  visit(parsedBody(body), 'link', (link) => void links.push(link));
  let after = body;
  for (const link of links.reverse()) {
    const [from, to] = [link.position?.start.offset ?? 0, link.position?.end.offset ?? 0];
    const first = link.children[0]?.position?.start.offset ?? from;
    const last = link.children.at(-1)?.position?.end.offset ?? to;
    const words = body.slice(first, last);
    const found = target(link.url);
    const isAwaited = URL.canParse(link.url) && new URL(link.url).host === awaitedHost;
    if (!found && !isAwaited) continue;
    if (!found) left.push(link.url.replace(`https://${awaitedHost}`, ''));
    after = after.slice(0, from) + (found ? `[${words}](${recordedPath({ path: found })})` : words) + after.slice(to);
  }
  return text.slice(0, begin) + after;
}

/** What an address is found by: with its host, where that is known, and without. */
function keysOf(address: string): string[] {
  if (!URL.canParse(address, `https://${awaitedHost}`)) return [];
  const { host, pathname, search } = new URL(address, `https://${awaitedHost}`);
  const place = decoded(pathname).replace(/(?:\/index\.html?)?\/*$/, '') + search;
  if (place === '') return [];
  const bare = place.startsWith('/') ? place : `/${place}`;
  return host === awaitedHost ? [bare] : [host.replace(/^www\./, '') + bare, bare];
}

function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

function openingOf(article: string, { root, publication, article: schema }: Intake): number {
  const file = `content/articles/${article}/index.md`;
  const reading = readArticleFile(file, textOf(path.join(root, file)) ?? '', publication.url, schema);
  return 'taken' in reading ? openFrom(reading.taken.filed) : Infinity;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
