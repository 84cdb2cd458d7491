import lighthouse from 'lighthouse';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import sirv from 'sirv';
import { openOwnBrowser } from './browser.ts';
import { filesIn } from './dist.ts';
import { patience } from './patience.ts';

export type Category = 'performance' | 'accessibility' | 'best-practices' | 'seo';

/** Scores of a page from 0 to 100, and the audits that took from them. */
export interface Score {
  at: string;
  scores: Record<string, number>;
  lost: string[];
}

/** Has Lighthouse judge pages of a built site by its settings for telephones; texts are served in Brotli, as hosts do. */
export async function scoresOf(
  dist: string,
  addresses: readonly string[],
  categories: readonly Category[],
): Promise<Score[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-lighthouse-'));
  cpSync(dist, folder, { recursive: true });
  for (const file of filesIn(folder).filter((name) => /\.(html|js|svg)$/.test(name)))
    writeFileSync(path.join(folder, `${file}.br`), brotliCompressSync(readFileSync(path.join(folder, file))));
  const server = createServer(sirv(folder, { brotli: true }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = await freePort();
  const browser = await openOwnBrowser([`--remote-debugging-port=${port}`]);
  try {
    const found: Score[] = [];
    for (const at of addresses) {
      const url = `http://localhost:${(server.address() as AddressInfo).port}${at}`;
      const result = await lighthouse(url, {
        port,
        onlyCategories: [...categories],
        logLevel: 'silent',
        maxWaitForLoad: patience,
      });
      if (!result) throw new Error(`Lighthouse gave nothing for ${at}.`);
      const { categories: judged, audits } = result.lhr;
      found.push({
        at,
        scores: Object.fromEntries(
          Object.entries(judged).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
        ),
        lost: Object.values(judged)
          .flatMap(({ auditRefs }) => auditRefs)
          .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
          .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim()),
      });
    }
    return found;
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
