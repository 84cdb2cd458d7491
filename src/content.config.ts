import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { articlesLoader, folderLoader, publicationLoader } from './press/loader.ts';
import { article } from './schema/article.ts';
import { contributor, elsewhere, heading, publication } from './schema/paper.ts';

// The loaders read by these schemas themselves, so that every mistake of a build is told at once, with file and line.

const pictureFile = z.object({
  path: z.string(),
  width: z.number(),
  height: z.number(),
  format: z.string(),
  hash: z.string(),
  stamp: z.string(),
});

export const collections = {
  publication: defineCollection({ loader: publicationLoader(), schema: publication }),
  sections: defineCollection({ loader: folderLoader('sections'), schema: heading }),
  topics: defineCollection({ loader: folderLoader('topics'), schema: heading }),
  contributors: defineCollection({ loader: folderLoader('contributors'), schema: contributor }),
  related: defineCollection({ loader: folderLoader('related'), schema: elsewhere }),
  articles: defineCollection({
    loader: articlesLoader(),
    schema: z.object({
      filed: article,
      bodyKey: z.string(),
      pictures: z.array(pictureFile),
      leadPicture: z.string().optional(),
      references: z.array(z.object({ path: z.string(), line: z.number() })),
      keywords: z.string(),
    }),
  }),
};
