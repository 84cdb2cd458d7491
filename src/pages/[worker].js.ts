import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { currentEdition, keyOf } from '../archive/archive.ts';
import { addresses } from '../newsroom/permalink.ts';
import worker from '../scripts/service-worker.ts?raw';
import { workerView } from '../views/pages/saved.ts';

/** The service worker stands at the root, where it may answer for every page, under a name that never changes. */
export const getStaticPaths = (async () => {
  const words = workerView(await currentEdition());
  return [{ params: { worker: 'service-worker' }, props: { words }, cacheKey: keyOf(words) }];
}) satisfies GetStaticPaths;

/** The worker with the path that the paper lies below, as Vite puts it into the scripts of pages; expressions can ask for no name. */
function belowPath(script: string): string {
  const whole = script.replaceAll('import.meta.env.BASE_URL', JSON.stringify(addresses.front));
  return addresses.front === '/' ? whole : whole.replaceAll('\\/_astro\\/', '(?:\\/[^"\\s]*)?\\/_astro\\/');
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props: { words } }) => {
  // It is seldom made again, and takes longer to load than all pages together.
  const { minify, transformWithOxc } = await import('vite');
  const script = await transformWithOxc(belowPath(worker), 'service-worker.ts');
  const { code } = await minify('service-worker.js', script.code);
  // Not every browser takes a module for a worker, and of its imports no more than the mark of one is left.
  return new Response(`const words=${JSON.stringify(words)};${code.replace(/export ?{};/, '')}`, {
    headers: { 'content-type': 'text/javascript' },
  });
};
