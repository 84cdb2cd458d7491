import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { currentEdition, importedStories, keyOf, listedAs } from '../archive/archive.ts';
import { hostsView } from '../views/machines/hosts.ts';

/** Rules for hosts, under names that a file here could not have: Astro makes no page of one that begins with `_`. */
export const getStaticPaths = (async () =>
  hostsView(await currentEdition(), importedStories).map(({ name, text }) =>
    listedAs({ rules: name }, () => ({ text: text() }), keyOf),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => new Response(props.text);
