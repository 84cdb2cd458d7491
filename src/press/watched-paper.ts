import path from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { handed, type Entries } from '../astro/internals.ts';
import type { PaperReading } from '../checks/paper.ts';
import { makeReady } from '../filing/copies.ts';
import { isFile } from '../filing/files.ts';
import type { PictureDesk } from '../filing/pictures.ts';
import { changedSince, stampsOf } from '../filing/stamps.ts';
import { EditorialError, mistakesIn } from '../newsroom/problem.ts';
import { tellToMend } from '../newsroom/to-mend.ts';
import { entriesOf, keepLikes, PaperReader, tellWarnings, type Filed } from './entries.ts';

/** Milliseconds of quiet after which what was saved is read: an editor's program writes a file in more than one step. */
const quiet = 50;

/** Milliseconds that the first page has to itself, before what renders texts is loaded for the first one that is saved. */
const ahead = 3000;

/**
 * Reads a paper where it is written, and again what is saved, and hands it to the pages. Astro's store would be written and read as a
 * whole with each word, so nothing goes through it. What has mistakes stays as it last was right.
 */
export async function watchPaper({
  root,
  watcher,
  logger,
  pictures,
  filed,
}: Pick<LoaderContext, 'logger'> & {
  root: string;
  watcher: NonNullable<LoaderContext['watcher']>;
  pictures: PictureDesk;
  filed: Filed;
}): Promise<void> {
  const reader = new PaperReader(root, filed, pictures);
  /** What was read last, of which is taken what nobody has touched. */
  let last: PaperReading | undefined;
  const read = async (touched?: ReadonlySet<string>) => {
    const again = last && touched && (await reader.lookAgain(last, touched));
    const paper = again ?? (await reader.look(last?.articles.copies ?? new Map(), touched));
    const entries = entriesOf(paper);
    if (last) keepLikes(handed().entries, entries);
    last = paper;
    handOver(entries, paper.articles.broken);
    tellToMend(paper.problems);
    if (mistakesIn(paper.problems).length > 0) logger.error(`\n\n${new EditorialError(paper.problems).message}\n`);
    else tellWarnings(paper);
  };

  const content = path.join(root, 'content') + path.sep;
  const touched = new Set<string>();
  const stamps = stampsOf(root);
  let reading = read();
  let timer: NodeJS.Timeout | undefined;
  const soon = (file: string) => {
    if (!file.startsWith(content)) return;
    touched.add(path.relative(root, file).split(path.sep).join('/'));
    clearTimeout(timer);
    timer = setTimeout(() => {
      reading = reading.then(() => {
        const all = new Set(touched);
        touched.clear();
        return all.size > 0 ? read(all) : undefined;
      });
    }, quiet);
  };
  /** What was saved after it was read, and before the watcher had seen the file for the first time, is no event. */
  const lookAgain = () => {
    const { changed, comeOrGone } = changedSince(root, stamps, (place) => stamps.has(place));
    for (const place of [...changed.keys(), ...comeOrGone]) {
      const file = path.join(root, place);
      if (comeOrGone.includes(place) || isFile(file)) soon(file);
    }
  };
  const events = ['add', 'change', 'unlink'] as const;
  // Who reads by other fields since src/content.config.ts was saved takes the place of who read before.
  handed().unwatch?.();
  handed().unwatch = () => {
    clearTimeout(timer);
    for (const event of events) watcher.off(event, soon);
    watcher.off('ready', lookAgain);
  };
  watcher.add(content);
  for (const event of events) watcher.on(event, soon);
  watcher.once('ready', lookAgain);
  await reading;
  // Where it cannot be loaded, the server is being stopped, or the first text tells why.
  setTimeout(() => void makeReady().catch(() => undefined), ahead).unref();
}

/**
 * Puts all that a paper holds where its pages look for it.
 * @param broken articles that cannot be read now, by path
 */
function handOver(entries: Entries, broken: ReadonlySet<string>): void {
  const hand = handed();
  const before = (hand.entries ??= new Map() as Entries);
  for (const [id, entry] of before.get('articles') ?? []) if (broken.has(id)) entries.get('articles')?.set(id, entry);
  // Without a publication there is no page to tell it on.
  if (entries.get('publication')?.size === 0) entries.delete('publication');
  for (const [name, list] of entries) before.set(name, list);
  hand.articles = [...(before.get('articles')?.values() ?? [])];
  hand.turn += 1;
  hand.renew?.();
}
