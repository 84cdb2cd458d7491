import type { APIRoute } from 'astro';
import { currentEdition } from '../archive/archive.ts';
import { robotsText } from '../views/robots.ts';

export const GET: APIRoute = async () => new Response(robotsText(await currentEdition()));
