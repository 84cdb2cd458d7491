import type { GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { ErrorLevel, SitemapStream, streamToPromise, type SitemapItemLoose } from 'sitemap';
import { currentEdition, keyOf, listedAs } from '../../archive/archive.ts';
import { readerPicture } from '../../components/photo/reader-pictures.ts';
import {
  newsAddresses,
  newsSitemap,
  sitemapViews,
  type NewsAddress,
  type SitemapAddress,
} from '../../views/machines/sitemap.ts';
import { textRoute } from '../_text-route.ts';

export const getStaticPaths = (async () => {
  const edition = await currentEdition();
  const news = newsAddresses(edition);
  return [
    ...sitemapViews(edition).map(({ name, addresses }) =>
      listedAs(
        { name },
        () => ({ addresses: addresses() }),
        (listed) => keyOf({ name, ...listed }),
      ),
    ),
    // One without addresses would not be valid; the index names none either.
    ...(news.length > 0 ? [{ params: { name: newsSitemap }, props: { news }, cacheKey: keyOf({ news }) }] : []),
  ];
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET = textRoute<Props>('application/xml', async (props) =>
  'news' in props
    ? sitemapOf(props.news.map(newsItem), { news: true })
    : sitemapOf(await Promise.all(props.addresses.map(addressItem)), { image: true }),
);

async function addressItem({ url, lastChange, picture }: SitemapAddress): Promise<SitemapItemLoose> {
  const image = picture && new URL((await readerPicture(picture)).src, url).href;
  return { url, lastmod: lastChange, img: image };
}

function newsItem({ url, title, published, publication }: NewsAddress): SitemapItemLoose {
  return { url, news: { title, publication, publication_date: published } };
}

async function sitemapOf(items: SitemapItemLoose[], { news = false, image = false }): Promise<string> {
  const stream = new SitemapStream({
    level: ErrorLevel.THROW,
    xmlns: { news, image, xhtml: false, video: false },
  });
  for (const item of items) stream.write(item);
  stream.end();
  return String(await streamToPromise(stream));
}
