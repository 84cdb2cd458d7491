import { existsSync, watch } from 'node:fs';
import path from 'node:path';
import { BundlePress } from '../press/bundle.ts';
import { buildByAstro, bundlingOf, reportOf } from './build.ts';
import { filedBy } from '../press/filed-by.ts';
import { inTurn } from './turn.ts';

/**
 * `npm run press`: publishes a paper, stays, and publishes each change as it is saved, and each story at its time. What has to be mended
 * is told, and published when it is.
 * @returns never, unless the paper cannot be watched any more
 */
export async function stay(root: string): Promise<boolean> {
  process.env.NODE_ENV = 'production';
  const { isWhole, ...filed } = await filedBy(root);
  const press = new BundlePress(root, filed);
  /** What may have changed since the last publication; all of it before the first. */
  let touched: Set<string> | undefined;
  let isAtWork = false;
  let timer: NodeJS.Timeout | undefined;

  const publish = async () => {
    if (isAtWork) return soon();
    isAtWork = true;
    const start = performance.now();
    const now = touched;
    touched = new Set();
    try {
      await inTurn(root, async () => {
        const bundling = now ? undefined : bundlingOf(root, isWhole);
        if (!(await press.publish(now, bundling))) await buildByAstro(root, isWhole);
      });
      console.log(`That took ${((performance.now() - start) / 1000).toFixed(2)} s.`);
    } catch (error) {
      console.error(reportOf(root, error));
      // It is looked at again with what mends it.
      touched = now && new Set([...now, ...touched]);
    }
    isAtWork = false;
    wake(press.nextOpening(Date.now()) - Date.now());
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void publish(), 20);
  };
  let alarm: NodeJS.Timeout | undefined;
  const wake = (wait: number) => {
    clearTimeout(alarm);
    // Timers of Node.js hold less than a month.
    if (wait < 2 ** 31) alarm = setTimeout(soon, wait);
  };

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit());
  const folders = ['content', 'src', 'public'].filter((name) => existsSync(path.join(root, name)));
  const ended = new Promise<boolean>((resolve) => {
    const watchers = folders.map((folder) =>
      watch(path.join(root, folder), { recursive: true }, (_, name) => {
        if (name === null) touched = undefined;
        else touched?.add(`${folder}/${name.split(path.sep).join('/')}`);
        soon();
      }).on('error', ({ message }) => {
        console.error(
          `The paper cannot be watched (${message}). On Linux fs.inotify.max_user_watches says how many folders may be.`,
        );
        for (const each of watchers) each.close();
        clearTimeout(alarm);
        resolve(false);
      }),
    );
  });
  await publish();
  console.log('Publishing each change as it is saved …');
  return ended;
}
