import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { articlesLoader, contributorsLoader, folderLoader, pagesLoader, publicationLoader } from './press/loader.ts';
import { article } from './schema/article.ts';
import { front } from './schema/front.ts';
import { page } from './schema/page.ts';
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

export const collections = {
  publication: defineCollection({ loader: publicationLoader(), schema: publication }),
  sections: defineCollection({ loader: folderLoader('sections'), schema: heading }),
  topics: defineCollection({ loader: folderLoader('topics'), schema: heading }),
  related: defineCollection({ loader: folderLoader('related'), schema: elsewhere }),
  fronts: defineCollection({ loader: folderLoader('fronts'), schema: front }),
  contributors: defineCollection({
    loader: contributorsLoader(),
    schema: z.object({ filed: contributor, portrait: pictureFile.optional() }),
  }),
  pages: defineCollection({ loader: pagesLoader(), schema: copyOf(page) }),
  articles: defineCollection({ loader: articlesLoader(), schema: copyOf(article) }),
};
