import type { APIRoute } from 'astro';
import { minify, transformWithOxc } from 'vite';
import { currentEdition } from '../archive/archive.ts';
import worker from '../scripts/service-worker.ts?raw';
import { workerView } from '../views/pages/saved.ts';

/** The service worker stands at the root, where it may answer for every page, under a name that never changes. */
export const GET: APIRoute = async () => {
  const script = await transformWithOxc(worker, 'service-worker.ts');
  const { code } = await minify('service-worker.js', script.code);
  const words = `const words=${JSON.stringify(workerView(await currentEdition()))};`;
  // Not every browser takes a module for a worker, and of its imports no more than the mark of one is left.
  return new Response(words + code.replace(/export ?{};/, ''), { headers: { 'content-type': 'text/javascript' } });
};
