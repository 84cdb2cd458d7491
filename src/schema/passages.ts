import { z } from 'zod';

const id = z.string().regex(/^p-[23456789abcdefghjkmnpqrstuvwxyz]{4}$/, 'is not the id of a passage');

/** `passages.json` beside an article, which `desk publish` writes: no editor needs to. */
export const passages = z.strictObject({
  article: z.string().optional().describe('The id of the article: the file of a copied folder is not its own.'),
  passages: z.record(id, z.string()).describe('Ids in reading order, each with the first words of its passage.'),
  retired: z.record(id, id).describe('Ids of passages that are gone, each with the id of the nearest one.'),
});
