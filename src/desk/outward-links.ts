import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { elementsIn } from '../body/tree.ts';
import type { PaperReading } from '../checks/paper.ts';
import { storiesOf, type Story } from '../checks/stories.ts';
import { epoch } from '../newsroom/calendar.ts';
import { currentInstant } from '../filing/now.ts';
import { lineOfField } from '../filing/line-of-field.ts';
import type { Problem } from '../newsroom/problem.ts';

/** What became of an address: how it answered when it was last asked for. */
interface Answer {
  /** RFC 3339. */
  at: string;
  /** Why it leads nowhere, as the end of a sentence; absent where it does lead somewhere, or where that cannot be told. */
  fault?: string;
}

/** Asks for an address. @returns why it leads nowhere */
export type Ask = (address: string) => Promise<string | undefined>;

const file = '.astro/links.json';
const day = 86_400_000;
/** How long an answer counts: what was found is there for a while, what was not may be back tomorrow. */
const known = { good: 7 * day, bad: day };
const atOnce = 8;

/** D-112: links to other sites that lead nowhere now. Answers are kept below `.astro/`; each address is asked for once. */
export async function checkLinks(
  { data, articles }: Pick<PaperReading, 'data' | 'articles'>,
  { root, bodies, ask = answerOf }: { root: string; bodies: string; ask?: Ask },
): Promise<Problem[]> {
  const { publication, related } = data;
  if (!publication) return [];
  const places = new Map<string, (() => Pick<Problem, 'file' | 'line' | 'column'>)[]>();
  const add = (address: string, place: () => Pick<Problem, 'file' | 'line' | 'column'>) => {
    const { origin } = new URL(publication.url);
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address) || new URL(address).origin === origin) return;
    const bare = address.replace(/#.*$/, '');
    places.set(bare, [...(places.get(bare) ?? []), place]);
  };
  for (const story of storiesOf(articles.copies, { root, bodies, paper: publication }))
    for (const address of addressesIn(story))
      add(address, () => ({ file: story.file, ...story.placeOf(literal(address)) }));
  for (const [name, { url = '' }] of related) {
    const from = `content/related/${name}.yaml`;
    add(url, () => ({ file: from, line: lineOfField(root, from, ['url']) }));
  }
  const answers = await answersFor([...places.keys()], root, ask);
  return [...places].flatMap(([address, here]) => {
    const { fault } = answers.get(address) ?? {};
    if (!fault) return [];
    return here.map((place) => ({
      code: 'D-112' as const,
      ...place(),
      found: `The link to ${address} leads nowhere now: ${fault}.`,
      remedy: 'Put the new address in its place, or one of an archive of the web; or keep the words without a link.',
    }));
  });
}

function addressesIn({ filed, body }: Story): Set<string> {
  const links = elementsIn(body.text, ({ tagName }) => tagName === 'a').map(({ properties }) => properties.href);
  const sources = body.parts.flatMap((part) => {
    const photos = part.kind === 'photo' ? [part.photo] : part.kind === 'gallery' ? part.photos : [];
    return [...photos.map(({ source }) => source), ...(part.kind === 'video' ? [part.href, part.poster.source] : [])];
  });
  return new Set([...links, ...sources, filed.picture?.source].filter((each) => typeof each === 'string'));
}

async function answersFor(addresses: readonly string[], root: string, ask: Ask): Promise<Map<string, Answer>> {
  const now = currentInstant();
  const before = kept(root);
  const answers = new Map<string, Answer>();
  const isFresh = ({ at, fault }: Answer) => {
    const age = epoch(now) - epoch(at);
    return age >= 0 && age < (fault ? known.bad : known.good);
  };
  const open = addresses.filter((address) => {
    const answer = before[address];
    if (answer && isFresh(answer)) answers.set(address, answer);
    return !answers.has(address);
  });
  const next = open.values();
  const work = async () => {
    for (const address of next) {
      const fault = await ask(address);
      answers.set(address, { at: now, ...(fault ? { fault } : {}) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const place = path.join(root, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(`${place}.${process.pid}`, JSON.stringify(Object.fromEntries(answers)));
  renameSync(`${place}.${process.pid}`, place);
  return answers;
}

function kept(root: string): Record<string, Answer> {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, Answer>;
  } catch {
    return {};
  }
}

/** Why an address leads nowhere. A site that lets no program in, or is busy, tells nothing of its pages. */
async function answerOf(address: string): Promise<string | undefined> {
  for (const method of ['HEAD', 'GET']) {
    try {
      const response = await fetch(address, {
        method,
        signal: AbortSignal.timeout(10_000),
        headers: { 'user-agent': 'broadsheet (links)', accept: '*/*' },
      });
      await response.body?.cancel();
      if (response.ok) return undefined;
      // Many a site answers HEAD otherwise than GET.
      if (method === 'HEAD') continue;
      return /^(?:404|410)$/.test(String(response.status)) ? `it answers with ${response.status}` : undefined;
    } catch (error) {
      const { code } = ((error as Error).cause ?? {}) as { code?: string };
      if (code === 'ENOTFOUND') return 'there is no such host';
      if (method === 'GET') return code === 'ECONNREFUSED' ? 'nobody answers there' : undefined;
    }
  }
  return undefined;
}

function literal(text: string): RegExp {
  return new RegExp(`${RegExp.escape(text)}(?![\\w#?&=/%-])`);
}
