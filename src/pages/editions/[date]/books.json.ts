import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { currentEdition, keyOf, listedAs } from '../../../archive/archive.ts';
import { bookWithFiles } from '../../../components/photo/book-files.ts';
import { articleView } from '../../../views/pages/article.ts';
import { bookOfEdition } from '../../../views/paper/book.ts';
import { newspapers, type NewspaperStory } from '../../../views/paper/newspaper.ts';

/** Books of the printed editions, for the press: it keeps them for the desk and takes these files out of the site again. */
export const getStaticPaths = (async () => {
  const edition = await currentEdition();
  const keyOfStory = ({ path }: NewspaperStory) => {
    const article = edition.articles.get(path);
    return article && keyOf(articleView({ article, edition }));
  };
  return newspapers(edition).map(({ date, view }) =>
    listedAs(
      { date },
      () => ({ newspaper: view(), key: keyOf(view()) }),
      ({ newspaper: { stories }, key }) => keyOf({ key, stories: stories.map(keyOfStory) }),
    ),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const book = bookOfEdition({ ...props, edition: await currentEdition() });
  return Response.json({ [props.newspaper.date]: book && (await bookWithFiles(book)) });
};
