import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { currentEdition, keyOf } from '../../archive/archive.ts';
import { securityText } from '../../views/machines/security.ts';

/** One file, or none; it has a key of its own, since it goes out of date by itself. */
export const getStaticPaths = (async () => {
  const text = securityText(await currentEdition());
  return text ? [{ params: { security: 'security' }, props: { text }, cacheKey: keyOf({ text }) }] : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { text } }) =>
  new Response(text);
