import type { GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { currentEdition, keyOf, listedAs } from '../archive/archive.ts';
import { pathOf } from '../newsroom/permalink.ts';
import { feedDocuments } from '../views/feeds/feed.ts';
import { feedFile } from '../views/feeds/feed-files.ts';
import { textRoute } from './_text-route.ts';
import { wholeDocument } from './_whole-feed.ts';

/** The paper's feeds in RSS and Atom. */
export const getStaticPaths = (async () =>
  feedDocuments(await currentEdition())
    .filter(({ address }) => address.endsWith('.xml'))
    .map(({ address, view }) =>
      listedAs(
        { feed: pathOf(address).slice(1, -'.xml'.length) },
        () => ({ document: view() }),
        ({ document }) => keyOf({ ...document, entries: document.entries.map(({ key }) => key) }),
      ),
    )) satisfies GetStaticPaths;

export const GET = textRoute<InferGetStaticPropsType<typeof getStaticPaths>>(
  'application/xml; charset=utf-8',
  async ({ document }) => feedFile(await wholeDocument(document)),
);
