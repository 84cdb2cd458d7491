import type { APIRoute } from 'astro';
import { currentEdition } from '../archive/archive.ts';
import { robotsText } from '../views/machines/robots.ts';

export const GET: APIRoute = async () => new Response(robotsText(await currentEdition()));
