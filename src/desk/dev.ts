import { dev } from 'astro';
import { portOf } from './serve.ts';

/**
 * `npm run dev`: shows the paper, and each change of it as it is saved.
 * @returns whether it is shown
 */
export async function preview(root: string, { port: wanted, ...where }: Wanted): Promise<boolean> {
  const port = wanted === undefined ? undefined : portOf(wanted, '--port');
  if (wanted !== undefined && port === undefined) return false;
  await dev({ root, server: { ...where, ...(port === undefined ? {} : { port }) } });
  return true;
}

/** What an editor says of the place: a port by its number, whether other machines may look, whether a browser opens. */
interface Wanted {
  port?: string | undefined;
  host?: boolean | undefined;
  open?: boolean | undefined;
}
