import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { ViteDevServer } from 'vite';
import { seeFirst } from '../astro/internals.ts';
import { isWarning } from '../newsroom/codes.ts';
import { pathOfPaper } from '../newsroom/permalink.ts';
import type { Problem } from '../newsroom/problem.ts';
import { hearToMend, heldPaths, toMend } from '../newsroom/to-mend.ts';
import type { Slip } from '../scripts/writing-desk.ts';

/**
 * Where the paper is written: serves it below its path, tells each page what is to be mended as often as that changes, and shows who
 * wants it the paper as readers see it.
 */
export function openWritingDesk(root: string, server: ViteDevServer): void {
  seeFirst(server, (request, response, next) => {
    const { url = '/' } = request;
    const below = pathOfPaper();
    if (below && (url === '/' || url === below)) {
      response.writeHead(302, { location: `${below}/` }).end();
      return;
    }
    // Astro would compare what is written with what is read.
    if (below && url.startsWith(`${below}/`)) request.url = url.slice(below.length);
    const asked = (request.url ?? '').replace(/[?#].*/, '').replace(/^\/|\/$/g, '');
    if (asReaders.test(request.headers.cookie ?? '') && heldPaths().includes(asked)) request.url = '/404';
    next();
  });
  const slips = () => toMend().map((problem) => slipOf(problem, root));
  hearToMend(() => server.ws.send('broadsheet:to-mend', slips()));
  server.ws.on('broadsheet:to-mend', (_: unknown, client: { send: (event: string, told: Slip[]) => void }) =>
    client.send('broadsheet:to-mend', slips()),
  );
}

const asReaders = /(?:^|;\s*)broadsheet-as=readers/;

function slipOf({ file, line, column, ...problem }: Problem, root: string): Slip {
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
  const whole = path.join(realpathSync(root), file).split(path.sep).join('/');
  const at = `${encodeURI(whole.replace(/^(?!\/)/, '/'))}:${line ?? 1}:${column ?? 1}`;
  return {
    code: problem.code,
    place,
    found: problem.found,
    remedy: problem.remedy,
    isWarning: isWarning(problem),
    open: `vscode://file${at}`,
    page: pageOf(file),
  };
}

/** The page that a file of a paper is about, from the root of the host; `undefined` where it is about more than one. */
function pageOf(file: string): string | undefined {
  const [, article] = /^content\/articles\/(\d{4}\/\d{2}\/\d{2}\/[^/]+)\//.exec(file) ?? [];
  const [, place] = /^content\/((?:sections|topics|contributors)\/[^/.]+)\./.exec(file) ?? [];
  const [, page] = /^content\/pages\/([^/.]+)\./.exec(file) ?? [];
  const own = article ?? place ?? page;
  return own && `${pathOfPaper()}/${own}/`;
}
