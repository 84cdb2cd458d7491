import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { readFileSync } from 'node:fs';
import { currentEdition, keyOf, takeawaysOf } from '../../../archive/archive.ts';
import { newspapers } from '../../../views/paper/newspaper.ts';

/** Files of a printed edition that the desk has made of it as it is now. */
export const getStaticPaths = (async () => {
  const edition = await currentEdition();
  return newspapers(edition).flatMap(({ date, view }) =>
    takeawaysOf(date, () => keyOf(view())).map((file) => ({
      params: { date, file: file.name },
      props: { file },
      cacheKey: file.hash,
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(readFileSync(props.file.path));
