import type { GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { currentEdition, keyOf, listedAs } from '../archive/archive.ts';
import { pathOf } from '../newsroom/permalink.ts';
import { feedDocuments } from '../views/feeds/feed.ts';
import { feedFile } from '../views/feeds/feed-files.ts';
import { textRoute } from './_text-route.ts';
import { wholeDocument } from './_whole-feed.ts';

/** The paper's feeds as JSON Feed. */
export const getStaticPaths = (async () =>
  feedDocuments(await currentEdition())
    .filter(({ address }) => address.endsWith('.json'))
    .map(({ address, view }) =>
      listedAs(
        { feed: pathOf(address).slice(1, -'.json'.length) },
        () => ({ document: view() }),
        ({ document }) => keyOf({ ...document, entries: document.entries.map(({ key }) => key) }),
      ),
    )) satisfies GetStaticPaths;

export const GET = textRoute<InferGetStaticPropsType<typeof getStaticPaths>>(
  'application/feed+json; charset=utf-8',
  async ({ document }) => feedFile(await wholeDocument(document)),
);
