import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { currentEdition, keyOf, listedAs } from '../archive/archive.ts';
import { opmlFile } from '../views/feeds/opml.ts';

/** One file, or none while there is no feed. */
export const getStaticPaths = (async () => {
  const edition = await currentEdition();
  if (edition.articles.size === 0) return [];
  return [listedAs({ feeds: 'feeds' }, () => ({ text: opmlFile(edition) }), keyOf)];
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { text } }) =>
  new Response(text, { headers: { 'content-type': 'text/x-opml' } });
