import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { EditorialError } from '../newsroom/problem.ts';
import { digestOfEngine, digestOfSharp } from '../filing/sources.ts';
import type { Card } from '../newsroom/card.ts';
import { digestOf } from '../newsroom/digest.ts';
import { notEncoded } from './pictures.ts';

/**
 * Cards by their addresses, each with the file that holds it. A card is drawn once, and kept in the cache under a digest of all that is
 * to be seen on it and of what draws it.
 * @param root the paper's folder, from which pictures have their paths
 */
export async function drawnCards(
  cards: ReadonlyMap<string, Card>,
  { root, cache }: { root: string; cache: string },
): Promise<{ address: string; file: string }[]> {
  if (cards.size === 0) return [];
  const sources = digestOfEngine(['cards', 'fonts/cards', 'newsroom/card.ts', 'newsroom/escaping.ts']);
  const drawing = digestOf(sources, digestOfSharp());
  const places = [...cards].map(([address, card]) => {
    const digest = digestOf(drawing, JSON.stringify(card));
    return { address, card, file: path.join(cache, digest.slice(0, 1), `${digest.slice(1)}.jpg`) };
  });
  const missing = places.filter(({ file }) => !existsSync(file));
  if (missing.length === 0) return places;
  const { cardFile } = await import('../cards/card.ts');
  const start = performance.now();
  const queue = [...missing];
  const draw = async () => {
    for (let place = queue.pop(); place; place = queue.pop()) {
      const { card, file } = place;
      mkdirSync(path.dirname(file), { recursive: true });
      const unfinished = `${file}.${process.pid}`;
      try {
        writeFileSync(unfinished, await cardFile(card, root));
        renameSync(unfinished, file);
      } catch (error) {
        const picture = card.story?.picture?.file.path;
        throw picture === undefined ? error : new EditorialError([notEncoded(picture, 'JPEG')]);
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, draw));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`Drew ${missing.length} of ${places.length} cards in ${seconds} s.`);
  return places;
}
