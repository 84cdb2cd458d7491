import { epoch } from '../newsroom/calendar.ts';
import { paths } from '../newsroom/permalink.ts';
import type { Problem } from '../newsroom/problem.ts';
import { openFrom } from '../newsroom/release.ts';
import type { FiledArticle } from '../schema/article.ts';
import { now } from '../schema/examples.ts';
import type { Copies } from '../filing/copies.ts';
import { readText } from '../filing/files.ts';
import { formerAddresses } from '../filing/former-addresses.ts';
import { ledgerFile, openSince, readLedger, type LedgerEntry } from '../filing/ledger.ts';
import { lineOfField } from '../filing/line-of-field.ts';

type Fault = Omit<Problem, 'file' | 'line'>;

/**
 * addresses that were published and would break. Each has to have an article that is out, or a notice of its
 * withdrawal, or be a former address of one; its short link likewise; ids and times of publication stay.
 * @param asOf RFC 3339; the instant that "out" is meant for
 */
export function checkLedger({
  articles: { copies, broken },
  root,
  asOf,
}: {
  articles: Copies<FiledArticle>;
  root: string;
  asOf: string;
}): Problem[] {
  const { entries, problems } = readLedger(root);
  const former = formerAddresses(copies);
  const byId = new Map([...copies].map(([path, { copy }]) => [copy.filed.id, path]));
  // What an article with mistakes has taken over is not known: it may be what it names.
  const mayHave = (name: string) =>
    [...broken].some((path) => {
      const source = path === name ? undefined : readText(root, fileOf(path));
      return source === undefined || ('text' in source && source.text.includes(name));
    });
  const tell = (path: string, field: string, fault: Fault | undefined) => {
    const file = fileOf(path);
    if (fault) problems.push({ file, line: lineOfField(root, file, [field]), ...fault });
  };
  const mistimed = new Set<string>();
  const now = epoch(asOf);

  for (const entry of entries) {
    const path = entry.permalink.slice(1, -1);
    const place = copies.has(path) ? path : former.get(path);
    const filed = place === undefined ? undefined : copies.get(place)?.copy.filed;
    const namesake = byId.get(entry.id);
    if (place === undefined || filed === undefined) {
      if (!mayHave(path)) problems.push({ file: ledgerFile, line: entry.line, ...gone(entry, namesake) });
      continue;
    }
    if (filed.id === entry.id) {
      if (epoch(filed.published) !== epoch(entry.published) && !mistimed.has(place))
        tell(place, 'published', otherTime(entry, filed));
      mistimed.add(place);
      // A time that has moved is told of already.
      const status = { status: filed.status, published: entry.published };
      if (openFrom(status) > Math.max(now, openSince(entry))) tell(place, 'status', heldBack(entry));
      continue;
    }
    if (place === path) tell(place, 'id', otherId(entry, filed.id, namesake));
    else if (namesake !== undefined) tell(namesake, 'id', takenId(entry, place));
    else if (!former.has(`a/${entry.id}`) && !mayHave(entry.id)) tell(place, 'aliases', noShortLink(entry));
    if (place !== path && openFrom(filed) > Math.max(now, openSince(entry))) tell(place, 'status', notOutYet(entry));
  }
  return problems;
}

function fileOf(path: string): string {
  return `content/articles/${path}/index.md`;
}

function gone({ id, permalink }: LedgerEntry, place: string | undefined): Fault {
  return {
    code: 'A-002',
    found: `${permalink} was published, and nothing is there now.`,
    remedy: place
      ? `Its story has moved: add \`aliases: [${permalink}]\` to ${fileOf(place)}, or move the folder back.`
      : `Put the article back, and if it is not to be read write \`status: { withdrawn: ${now}, reason: <sentence> }\`; or add \`aliases: [${permalink}, ${paths.short(id)}]\` to the article that took its place.`,
  };
}

function otherId({ id, permalink }: LedgerEntry, now: string, place: string | undefined): Fault {
  return {
    code: 'A-003',
    found: `The id is "${now}", and ${permalink} was published with "${id}".`,
    remedy: place
      ? `The story with that id has moved: give this one a folder of another name, and add \`aliases: [${permalink}]\` to ${fileOf(place)}.`
      : `Write \`id: ${id}\` again: short links that were printed have it.`,
  };
}

function takenId({ id, permalink }: LedgerEntry, place: string): Fault {
  return {
    code: 'A-003',
    found: `The id "${id}" was published with ${permalink}, which leads to another article now.`,
    remedy: `Add \`aliases: [${permalink}]\` here if this is the same story; if not, mint another id, and add \`${paths.short(id)}\` to the aliases of ${fileOf(place)}.`,
  };
}

function heldBack({ permalink }: LedgerEntry): Fault {
  return {
    code: 'A-004',
    found: `${permalink} was published, and the status holds the article back.`,
    remedy: `Write \`status: published\`, or \`status: { withdrawn: ${now}, reason: <sentence> }\` if it is not to be read.`,
  };
}

function notOutYet({ permalink }: LedgerEntry): Fault {
  return {
    code: 'A-004',
    found: `${permalink} was published, and the article that it leads to is not out yet.`,
    remedy: 'Keep the old article until this one is out, or publish this one.',
  };
}

function otherTime({ published }: LedgerEntry, now: FiledArticle): Fault {
  return {
    code: 'A-005',
    found: `The time of publication is ${now.published}, and the article was published with ${published}.`,
    remedy: `Write \`published: ${published}\`; when the text changed later goes into \`updated\`.`,
    mend: { is: now.published, by: published },
  };
}

function noShortLink({ id, permalink }: LedgerEntry): Fault {
  const short = paths.short(id);
  return {
    code: 'A-006',
    found: `${short} was published as the short link of ${permalink}, and leads nowhere now.`,
    remedy: `Add it where the permalink is: \`aliases: [${permalink}, ${short}]\`.`,
  };
}
