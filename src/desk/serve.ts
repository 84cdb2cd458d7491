import { createServer, type Server } from 'node:http';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import sirv from 'sirv';
import { typed } from './typed.ts';

/**
 * Serves a folder of built pages on this machine alone, below the path that they were built for.
 * @param port taken when it is free, otherwise the next one that is; 0 for any
 * @returns the server, and the address of its front page
 */
export async function servePaper(folder: string, port: number): Promise<{ server: Server; address: string }> {
  const files = sirv(folder, { dev: true });
  const front = frontOf(folder);
  const server = createServer((request, response) => {
    const { url = '/' } = request;
    if (!url.startsWith(front)) {
      // Most likely somebody who has typed the host alone.
      response.writeHead(302, { location: front }).end();
      return;
    }
    request.url = url.slice(front.length - 1);
    // As on hosts: what these hold, their names tell.
    if (request.url.startsWith('/_astro/')) response.setHeader('cache-control', 'public,max-age=31536000,immutable');
    // A file may be gone between its being found and its being read, while the paper is published anew.
    response.on('pipe', (file: Readable) => file.on('error', () => response.destroy()));
    files(request, response, () => {
      response.removeHeader('cache-control');
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      createReadStream(path.join(folder, '404.html'))
        .on('error', () => response.end())
        .pipe(response);
    });
  });
  const listen = (wanted: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, '127.0.0.1', () => {
        server.off('error', reject);
        const bound = server.address();
        resolve(bound && typeof bound === 'object' ? bound.port : wanted);
      });
    });
  for (let wanted = port; ; wanted += 1) {
    try {
      return { server, address: `http://localhost:${await listen(wanted)}${front}` };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || wanted > port + 20) throw error;
    }
  }
}

/**
 * `npm start`: builds the paper and serves it, or the last good build where there is something to mend.
 * @param wanted the port that the editor names, if any
 * @returns whether the paper was built
 */
export async function serve(root: string, wanted?: string): Promise<boolean> {
  const port = wanted === undefined ? portOf(process.env['PORT'] ?? '4321', 'PORT') : portOf(wanted, '--port');
  if (port === undefined) return false;
  const dist = path.join(root, 'dist');
  // Astro, which what is served does not need.
  const { buildPaper } = await import('./build.ts');
  const good = await buildPaper(root);
  if (!existsSync(dist)) return false;
  if (!good) console.log('Serving the last good build:');
  try {
    const { address } = await servePaper(dist, port);
    const lead = leadOf(dist, address);
    console.log(`\n  Front page    ${address}${lead ? `\n  Lead article  ${lead}` : ''}\n\n  Stop with Ctrl+C.\n`);
    return good;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    console.error(
      `The paper cannot be served at port ${port} (${code}). Try another: PORT=8080 ${typed(root, 'start')}`,
    );
    return false;
  }
}

/** The address of the front page of a built site, from the root of its host. */
function frontOf(folder: string): string {
  try {
    const { scope } = JSON.parse(readFileSync(path.join(folder, 'manifest.webmanifest'), 'utf8')) as {
      scope?: unknown;
    };
    return typeof scope === 'string' ? scope : '/';
  } catch {
    return '/';
  }
}

/** A port by its number; one that is none is told, with where it was said. */
export function portOf(wanted: string, said: 'PORT' | '--port'): number | undefined {
  const port = /^\d+$/.test(wanted) ? Number(wanted) : NaN;
  if (port <= 65_535) return port;
  console.error(`${said} is "${wanted}", which is no port. Give a number from 1024 to 65535, or leave it out.`);
  return undefined;
}

function leadOf(dist: string, address: string): string | undefined {
  const front = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const href = /<h2[^>]*>\s*<a href="([^"]+)"/.exec(front)?.[1];
  return href && new URL(href, address).href;
}
