import { dev } from 'astro';
import { plainRoot } from './plain-root.ts';
import { portOf } from './serve.ts';

/**
 * `npm run dev`: shows the paper, and each change of it as it is saved.
 * @returns whether it is shown
 */
export async function preview(root: string, { port: wanted, ...where }: Wanted): Promise<boolean> {
  const port = wanted === undefined ? undefined : portOf(wanted, '--port');
  if (wanted !== undefined && port === undefined) return false;
  const { place, leave } = plainRoot(root);
  process.on('exit', leave);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit());
  await dev({ ...place, server: { ...where, ...(port === undefined ? {} : { port }) } });
  return true;
}

/** What an editor says of the place: a port by its number, whether other machines may look, whether a browser opens. */
interface Wanted {
  port?: string | undefined;
  host?: boolean | undefined;
  open?: boolean | undefined;
}
