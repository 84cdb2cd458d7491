import type { Kept } from '../filing/copies.ts';
import { isOut, opening } from '../newsroom/release.ts';
import { epoch } from '../newsroom/calendar.ts';
import { recordedPath } from '../newsroom/permalink.ts';
import type { FiledArticle } from '../schema/article.ts';

type Articles = ReadonlyMap<string, Kept<FiledArticle>>;

/** A story of which readers will see something else than before. */
export interface News {
  path: string;
  headline: string;
  /** Where it was until now, if it has moved. */
  from?: string;
  /** When it comes out by itself, RFC 3339. */
  at?: string;
}

/** What of a paper readers will see otherwise once it is published, by kinds in the order in which they are told. */
export const kindsOfNews = ['new', 'updated', 'corrected', 'moved', 'withdrawn', 'back', 'gone', 'scheduled'] as const;
export type ToCome = Record<(typeof kindsOfNews)[number], News[]>;

/**
 * What readers will see otherwise than in what was last published. A story that was corrected and moved is told as both.
 * @param before articles as they were read then, and the instant of then
 * @param known former publications of which nothing else is left: permalinks of the ledger, where there is nothing from before
 */
export function toCome(
  now: Articles,
  asOf: string,
  { before, since, known }: { before: Articles; since: string; known: ReadonlySet<string> },
): ToCome {
  const coming = Object.fromEntries(kindsOfNews.map((kind) => [kind, [] as News[]])) as unknown as ToCome;
  const pathById = new Map([...before].map(([path, { copy }]) => [copy.filed.id, path]));
  const wasOut = (path: string | undefined) => {
    const kept = path === undefined ? undefined : before.get(path);
    return kept && isOut(kept.copy.filed, since) ? kept : undefined;
  };
  for (const [path, kept] of now) {
    const { filed } = kept.copy;
    const news = { path, headline: filed.headline };
    const at = opening(filed);
    if (!isOut(filed, asOf)) {
      if (at !== undefined) coming.scheduled.push({ ...news, at });
      continue;
    }
    const from = before.has(path) && before.get(path)?.copy.filed.id === filed.id ? path : pathById.get(filed.id);
    const last = wasOut(from);
    if (!last) {
      const isWithdrawn = filed.status.state === 'withdrawn';
      if (before.size > 0 || !known.has(recordedPath({ path }))) coming[isWithdrawn ? 'withdrawn' : 'new'].push(news);
      continue;
    }
    if (from !== undefined && from !== path) coming.moved.push({ ...news, from });
    const [was, is] = [last.copy.filed.status.state === 'withdrawn', filed.status.state === 'withdrawn'];
    if (is !== was) coming[is ? 'withdrawn' : 'back'].push(news);
    else if (notesIn(filed) > notesIn(last.copy.filed)) coming.corrected.push(news);
    else if (from === path && contentOf(kept) !== contentOf(last)) coming.updated.push(news);
  }
  const ids = new Set([...now.values()].map(({ copy }) => copy.filed.id));
  for (const [path, { copy }] of before)
    if (wasOut(path) && !ids.has(copy.filed.id)) coming.gone.push({ path, headline: copy.filed.headline });
  coming.scheduled.sort((a, b) => epoch(a.at ?? '') - epoch(b.at ?? ''));
  return coming;
}

/** Feeds that tell of stories, by the lists that they are of. */
export function feedsOf(coming: ToCome, articles: readonly Articles[]): string[] {
  const lists = new Set<string>();
  for (const kind of kindsOfNews) {
    if (kind === 'scheduled') continue;
    for (const { path, from } of coming[kind])
      for (const kept of articles.flatMap((all) => all.get(path) ?? all.get(from ?? '') ?? [])) {
        const { section, topics, contributors } = kept.copy.filed;
        for (const name of [section, ...topics, ...contributors.map(({ who }) => who)]) lists.add(name);
      }
  }
  const isNews = kindsOfNews.some((kind) => kind !== 'scheduled' && coming[kind].length > 0);
  return [...(isNews ? ['the paper'] : []), ...lists, ...(coming.corrected.length > 0 ? ['corrections'] : [])];
}

function notesIn({ corrections }: FiledArticle): number {
  return corrections.filter(({ kind }) => kind !== 'update').length;
}

/** What tells whether the text or its picture is another; not which engine has read it. */
function contentOf({ digest, copy }: Kept<FiledArticle>): string {
  return [digest.replace(/^\S+ /, ''), ...copy.pictures.map(({ hash }) => hash)].join(' ');
}
