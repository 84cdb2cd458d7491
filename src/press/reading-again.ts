import path from 'node:path';
import { readPaper, type PaperReading } from '../checks/paper.ts';
import { PictureDesk } from '../filing/pictures.ts';
import { filedBy } from './filed-by.ts';
import { lastRead } from './press-index.ts';

/**
 * Reads and checks a paper as its builds do. Articles and portraits that have not changed since it was last published are taken as they
 * were read for that.
 */
export async function readAgain(root: string): Promise<PaperReading> {
  const { articles, portraits } = lastRead(root);
  const pictures = new PictureDesk(root);
  for (const portrait of portraits) pictures.remember(portrait);
  const { article, blocks } = await filedBy(root);
  const bodies = path.join(root, '.astro/bodies');
  return readPaper({ root, bodies, article, blocks, pictures, previous: (name) => articles.get(name) });
}
