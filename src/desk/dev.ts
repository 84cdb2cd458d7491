import { dev } from 'astro';
import { networkInterfaces } from 'node:os';
import { pathOfPaper } from '../newsroom/permalink.ts';
import { renewSchemas } from './editor-files.ts';
import { filedBy } from '../press/filed-by.ts';
import { plainRoot } from './plain-root.ts';
import { portOf } from './serve.ts';

/**
 * `npm run dev`: shows the paper, and each change of it as it is saved.
 * @returns whether it is shown
 */
export async function preview(root: string, { port: wanted, ...where }: Wanted): Promise<boolean> {
  const port = wanted === undefined ? undefined : portOf(wanted, '--port');
  if (wanted !== undefined && port === undefined) return false;
  // A shell that is set for something else would have Vite hide what readers do not see yet.
  process.env.NODE_ENV = 'development';
  renewSchemas(root, (await filedBy(root)).article);
  const { place, leave } = plainRoot(root);
  process.on('exit', leave);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit());
  // What Astro and Vite tell of their work is none of an editor's.
  const server = await dev({
    ...place,
    logLevel: 'warn',
    server: { ...where, ...(port === undefined ? {} : { port }) },
  });
  const bound = server.address.port;
  const hosts = ['localhost', ...(where.host ? addressesOfMachine() : [])];
  console.log(
    `\n${hosts.map((host) => `  Front page    http://${host}:${bound}${pathOfPaper()}/`).join('\n')}\n\n  Stop with Ctrl+C.\n`,
  );
  return true;
}

/** At which others in the network find this machine. */
function addressesOfMachine(): string[] {
  return Object.values(networkInterfaces()).flatMap((all = []) =>
    all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  );
}

/** What an editor says of the place: a port by its number, whether other machines may look, whether a browser opens. */
interface Wanted {
  port?: string | undefined;
  host?: boolean | undefined;
  open?: boolean | undefined;
}
