import type { APIRoute } from 'astro';
import { currentEdition } from '../archive/archive.ts';
import { opmlFile } from '../views/opml.ts';

export const GET: APIRoute = async () =>
  new Response(opmlFile(await currentEdition()), { headers: { 'content-type': 'text/x-opml' } });
