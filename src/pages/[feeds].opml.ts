import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { currentEdition, keyOf } from '../archive/archive.ts';
import { opmlFile } from '../views/feeds/opml.ts';

/** One file, or none while there is no feed. */
export const getStaticPaths = (async () => {
  const text = opmlFile(await currentEdition());
  return text ? [{ params: { feeds: 'feeds' }, props: { text }, cacheKey: keyOf({ text }) }] : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { text } }) =>
  new Response(text, { headers: { 'content-type': 'text/x-opml' } });
