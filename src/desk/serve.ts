import { createServer, type Server } from 'node:http';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sirv from 'sirv';
import { buildPaper } from './build.ts';

/**
 * Serves a folder of built pages on this machine alone.
 * @param port taken when it is free, otherwise the next one that is; 0 for any
 * @returns the server, and the address of its front page
 */
export async function servePaper(folder: string, port: number): Promise<{ server: Server; address: string }> {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    files(request, response, () => {
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
      return { server, address: `http://localhost:${await listen(wanted)}/` };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || wanted > port + 20) throw error;
    }
  }
}

if (import.meta.main) {
  const { PORT = '4321' } = process.env;
  const port = /^\d+$/.test(PORT) ? Number(PORT) : NaN;
  if (!(port <= 65_535)) {
    console.error(`PORT is "${PORT}", which is no port. Give a number from 1024 to 65535, or leave it out.`);
    process.exit(1);
  }
  const root = process.cwd();
  const dist = path.join(root, 'dist');
  const good = await buildPaper(root);
  if (!good) process.exitCode = 1;
  if (existsSync(dist)) {
    if (!good) console.log('Serving the last good build:');
    const { address } = await servePaper(dist, port).catch((error: NodeJS.ErrnoException) => {
      console.error(`The paper cannot be served at port ${port} (${error.code}). Try another: PORT=8080 npm start`);
      process.exit(1);
    });
    const lead = leadOf(dist, address);
    console.log(`\n  Front page    ${address}${lead ? `\n  Lead article  ${lead}` : ''}\n\n  Stop with Ctrl+C.\n`);
  }
}

function leadOf(dist: string, address: string): string | undefined {
  const front = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const href = /<h2[^>]*>\s*<a href="([^"]+)"/.exec(front)?.[1];
  return href && new URL(href, address).href;
}
