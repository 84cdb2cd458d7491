import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './hosts.ts';
import { patience } from './patience.ts';

const driver = ['/usr/bin/WebKitWebDriver'].find((place) => existsSync(place));
const [browser] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser');
const screen = ['/usr/bin/Xvfb'].find((place) => existsSync(place));

/** Whether there are WebKitGTK, what drives it (WebDriver), and a screen that nobody sees. */
export const hasWebKit = driver !== undefined && browser !== undefined && screen !== undefined;

/** A window of WebKitGTK, which is no narrower than some 450 pixels. */
export interface WebKit {
  open: (url: string, width: number) => Promise<void>;
  /** What a function answers that is run in the page; it sees nothing from outside of it. */
  run: <T, A extends unknown[]>(what: (...args: A) => T | Promise<T>, ...args: A) => Promise<T>;
  close: () => Promise<void>;
}

export async function openWebKit(): Promise<WebKit> {
  if (!driver || !browser || !screen) throw new Error('There is no WebKitGTK.');
  const shown = spawn(screen, ['-displayfd', '3', '-screen', '0', '2000x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(shown.stdio[3] as Readable, 'data')) as [Buffer];
  const port = await freePort();
  const driven = spawn(driver, ['-p', String(port)], {
    env: { ...process.env, DISPLAY: `:${number.toString().trim()}`, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
    stdio: 'ignore',
  });
  const call = async (method: string, at: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${at}`, { method, body: body && JSON.stringify(body) });
    const { value } = (await answer.json()) as { value: unknown };
    if (value instanceof Object && 'error' in value) throw new Error(JSON.stringify(value));
    return value;
  };
  await listening(call, driven);
  const { sessionId } = (await call('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
        // Half a minute by itself, which a busy machine needs.
        timeouts: { script: patience / 4 },
      },
    },
  })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  return {
    open: async (url, width) => {
      await call('POST', `${session}/window/rect`, { width, height: 1000 });
      await call('POST', `${session}/url`, { url });
    },
    run: <T, A extends unknown[]>(what: (...args: A) => T | Promise<T>, ...args: A) =>
      call('POST', `${session}/execute/sync`, {
        script: `return (${what.toString()})(...arguments);`,
        args,
      }) as Promise<T>,
    close: async () => {
      await call('DELETE', session);
      for (const child of [driven, shown]) {
        child.kill();
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      }
    },
  };
}

async function listening(call: (method: string, at: string) => Promise<unknown>, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    try {
      await call('GET', '/status');
      return;
    } catch {
      await pause(100);
    }
  }
  throw new Error('WebKitGTK’s driver has ended.');
}
