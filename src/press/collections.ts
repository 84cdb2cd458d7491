import { defineCollection } from 'astro/content/config';
import { z } from 'zod';
import { faultsInBlocks, type OwnBlock, type OwnBlocks } from '../body/own-blocks.ts';
import { faultsInWords, replaceWords, type OwnWords } from '../newsroom/words.ts';
import { articleWith, faultsInFields } from '../schema/article.ts';
import { front } from '../schema/front.ts';
import { page } from '../schema/page.ts';
import { contributor, elsewhere, heading, publication } from '../schema/paper.ts';
import { assertAdditions } from './additions.ts';
import { articlesLoader, contributorsLoader, folderLoader, pagesLoader, publicationLoader } from './loader.ts';

export type { OwnBlock, OwnBlocks, OwnWords };

// The loaders read by these schemas themselves, so that every mistake of a build is told at once, with file and line.

const pictureFile = z.object({
  path: z.string(),
  width: z.number(),
  height: z.number(),
  format: z.string(),
  hash: z.string(),
  stamp: z.string(),
});

const places = z.array(
  z.object({ folder: z.enum(['sections', 'topics', 'contributors', 'pages']), name: z.string(), line: z.number() }),
);

const copyOf = <T extends z.ZodType>(filed: T) =>
  z.object({
    filed,
    bodyKey: z.string(),
    pictures: z.array(pictureFile),
    leadPicture: z.string().optional(),
    references: z.array(z.object({ path: z.string(), line: z.number() })),
    places,
    opening: z.string().optional(),
    keywords: z.string(),
  });

/**
 * The collections of a paper, for `export const collections` of its `src/content.config.ts`: builds, checks and the press read
 * it from there.
 * @param extend further fields of an article's front matter, each described by what an editor is told to write
 * @param words what the paper says in words of its own
 * @param blocks that editors may write besides those that every paper has
 * @throws EditorialError with all of this that cannot be
 */
export function broadsheetCollections<Further extends z.ZodRawShape = Record<never, never>>({
  extend,
  words = {},
  blocks = {},
}: { extend?: Further; words?: OwnWords; blocks?: OwnBlocks } = {}) {
  const further = extend ?? ({} as Further);
  assertAdditions('src/content.config.ts', [
    ...faultsInFields(further),
    ...faultsInWords(words),
    ...faultsInBlocks(blocks),
  ]);
  replaceWords(words);
  const article = articleWith(further);
  return {
    publication: defineCollection({
      loader: publicationLoader(),
      schema: publication.extend({ firstUrl: z.string().optional() }),
    }),
    sections: defineCollection({ loader: folderLoader('sections'), schema: heading }),
    topics: defineCollection({ loader: folderLoader('topics'), schema: heading }),
    related: defineCollection({ loader: folderLoader('related'), schema: elsewhere }),
    fronts: defineCollection({ loader: folderLoader('fronts'), schema: front }),
    contributors: defineCollection({
      loader: contributorsLoader(),
      schema: z.object({ filed: contributor, portrait: pictureFile.optional() }),
    }),
    pages: defineCollection({ loader: pagesLoader(blocks), schema: copyOf(page) }),
    articles: defineCollection({ loader: articlesLoader(article, blocks), schema: copyOf(article) }),
  };
}
