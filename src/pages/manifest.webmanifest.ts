import type { APIRoute } from 'astro';
import { currentEdition } from '../archive/archive.ts';
import { paper } from '../styles/colours.ts';
import { manifestView } from '../views/machines/manifest.ts';

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(manifestView(await currentEdition(), paper.light)), {
    headers: { 'content-type': 'application/manifest+json' },
  });
