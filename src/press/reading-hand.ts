import path from 'node:path';
import { workerData } from 'node:worker_threads';
import { articleKind } from '../filing/article-file.ts';
import { CopyDesk } from '../filing/copies.ts';
import { readPaperData } from '../filing/paper-data.ts';
import { PictureDesk } from '../filing/pictures.ts';
import { filedBy } from './filed-by.ts';

// A thread that makes bodies of articles from the last on, while another reads the paper from the first.

const root = workerData as string;
const { article, blocks } = await filedBy(root);
const { publication } = readPaperData(root);
const desk = new CopyDesk({
  root,
  bodies: path.join(root, '.astro/bodies'),
  pictures: new PictureDesk(root),
  publication,
  blocks,
});
const kind = articleKind(article);
await desk.makeBodies(kind, desk.list(kind));
