import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { currentEdition, importedStories, keyOf } from '../archive/archive.ts';
import { hostsView } from '../views/machines/hosts.ts';

/** Rules for hosts, under names that a file here could not have: Astro makes no page of one that begins with `_`. */
export const getStaticPaths = (async () =>
  hostsView(await currentEdition(), importedStories()).map(({ name, text }) => ({
    params: { rules: name },
    props: { text },
    cacheKey: keyOf({ text }),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => new Response(props.text);
