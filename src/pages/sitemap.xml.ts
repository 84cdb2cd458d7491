import type { APIRoute } from 'astro';
import { SitemapIndexStream, streamToPromise } from 'sitemap';
import { currentEdition } from '../archive/archive.ts';
import { sitemapIndex } from '../views/machines/sitemap.ts';

export const GET: APIRoute = async () => {
  const stream = new SitemapIndexStream();
  for (const { url, lastChange } of sitemapIndex(await currentEdition())) stream.write({ url, lastmod: lastChange });
  stream.end();
  return new Response(String(await streamToPromise(stream)), { headers: { 'content-type': 'application/xml' } });
};
