import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { askedFor, booksAsMade, currentEdition, keyOf, listedAs } from '../../../../archive/archive.ts';
import { bookWithFiles } from '../../../../components/photo/book-files.ts';
import { articleView } from '../../../../views/pages/article.ts';
import { bookOfArticle } from '../../../../views/paper/book.ts';

/**
 * Books of the articles of a day that are shown, by their paths, for the press: it keeps them for the desk and takes these files out of
 * the site again. A file for each article would cost as much as its page.
 */
export const getStaticPaths = (async () => {
  const edition = await currentEdition();
  const asked = new Set([...askedFor(edition).keys()].map(dayOf));
  const stories = [...edition.articles.values()].filter(({ path }) => asked.has(dayOf(path)));
  return [...Map.groupBy(stories, ({ path }) => dayOf(path))].map(([day, articles]) => {
    const [year, month, date] = day.split('/');
    const books = () => {
      const made = booksAsMade(`/${day}/books.json`);
      return articles.map((article) => {
        const { path } = article;
        const book = made[path];
        if (book) return { path, key: book.key, book };
        const view = articleView({ article, edition });
        return { path, key: keyOf(view), view };
      });
    };
    return listedAs(
      { year, month, day: date },
      () => ({ stories: books() }),
      (props) => keyOf({ keys: props.stories.map(({ path, key }) => [path, key]) }),
    );
  });
}) satisfies GetStaticPaths;

const dayOf = (path: string) => path.slice(0, '2019/03/01'.length);

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const books = props.stories.map(async ({ path, key, view, book: made }) => {
    const book = view && bookOfArticle(view, key);
    return [path, book ? await bookWithFiles(book) : made] as const;
  });
  return Response.json(Object.fromEntries(await Promise.all(books)));
};
