import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { currentEdition, keyOf } from '../../../../../archive/archive.ts';
import { bookWithFiles } from '../../../../../components/photo/book-files.ts';
import { articleView } from '../../../../../views/pages/article.ts';
import { bookOfArticle } from '../../../../../views/paper/book.ts';

/** Books of the articles that are shown, for the press: it keeps them for the desk and takes these files out of the site again. */
export const getStaticPaths = (async () => {
  const edition = await currentEdition();
  return [...edition.articles.values()].flatMap((article) => {
    const [year, month, day, slug] = article.path.split('/');
    const view = articleView({ article, edition });
    if (view.withdrawn) return [];
    const cacheKey = keyOf(view);
    return [{ params: { year, month, day, slug }, props: { view, key: cacheKey }, cacheKey }];
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const book = bookOfArticle(props.view, props.key);
  return Response.json(book && (await bookWithFiles(book)));
};
