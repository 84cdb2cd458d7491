import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { currentEdition, keyOf, listedAs } from '../../archive/archive.ts';
import { thumbnailOf } from '../../components/photo/thumbnail.ts';
import { searchIndexView, type IndexRecord, type IndexRecordView } from '../../views/machines/search-index.ts';

/** Records of the search index, for the press: it indexes them and takes this file out of the site again. */
export const getStaticPaths = (async () =>
  searchIndexView(await currentEdition()).map(({ name, records }) =>
    listedAs({ part: name }, () => ({ records: records() }), keyOf),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  Response.json(await Promise.all(props.records.map(recordOf)));

async function recordOf({ picture, ...record }: IndexRecordView): Promise<IndexRecord> {
  if (!picture) return record;
  return { ...record, card: { ...record.card, picture: { ...(await thumbnailOf(picture.file)), alt: picture.alt } } };
}
