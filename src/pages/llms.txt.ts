import type { APIRoute } from 'astro';
import { currentEdition } from '../archive/archive.ts';
import { llmsText } from '../views/machines/llms.ts';

export const GET: APIRoute = async () => new Response(llmsText(await currentEdition()));
