import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { readFileSync } from 'node:fs';
import { askedFor, currentEdition, keyOf, pathsOfArticles, takeawaysOf } from '../../../../../archive/archive.ts';
import { articleView } from '../../../../../views/pages/article.ts';

/** Files of an article that the desk has made of it as it is now. */
export const getStaticPaths = (async () => {
  const edition = await currentEdition();
  return pathsOfArticles([askedFor(edition)], (article) => {
    const [year, month, day, slug] = article.path.split('/');
    return takeawaysOf(article.path, () => keyOf(articleView({ article, edition }))).map((file) => ({
      params: { year, month, day, slug, file: file.name },
      props: { file },
      cacheKey: file.hash,
    }));
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(readFileSync(props.file.path));
