import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { servePaper } from '../../src/desk/serve.ts';
import { serveBrowser } from './browser.ts';
import { startBuilders } from './builders.ts';
import { jobOf, makePaper, project, removePaper, whole } from './paper.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The shipped edition: address of its front page, and the folder it is served from. */
    edition: BuiltPaper;
    /** The fixture paper `tests/fixtures/paper`, likewise. */
    fixture: BuiltPaper;
    /** Both below a path of their hosts; nothing where no test asks for it. */
    editionBelow: BuiltPaper;
    fixtureBelow: BuiltPaper;
    /** Where `quickBuild` asks for papers to be built. */
    builders: string;
    /** Where `openBrowser` finds the Chromium that all files share. */
    browser: string;
  }
}

export interface ServedPaper {
  /** With a slash at the end. */
  address: string;
  dist: string;
}

export interface BuiltPaper extends ServedPaper {
  /** The folder of the paper, of which a test may take a copy to go on with. */
  root: string;
  /** What its build told, and as of when it was. */
  output: string;
  now: string;
}

/**
 * Starts the builders and a browser, builds the shipped edition and the fixture paper once for all tests of the site, and serves
 * both. Where none of these run it does nothing.
 */
export default async function setup(tests: TestProject) {
  const isAsked = (...names: string[]) => tests.vitest.projects.some(({ name }) => names.includes(name));
  if (!isAsked('fast', 'slow', 'below')) return undefined;
  // What every process that follows compiles of Astro, Vite and Vitest is kept for the next one.
  const compiled = mkdtempSync(path.join(tmpdir(), 'broadsheet-compiled-'));
  process.env['NODE_COMPILE_CACHE'] = compiled;
  const builders = await startBuilders();
  tests.provide('builders', builders.address);
  const browser = await serveBrowser();
  tests.provide('browser', browser.wsEndpoint());
  const edition = { content: 'content', below: '' };
  const fixture = { content: 'tests/fixtures/paper', below: '' };
  // Two folders, with letters of both cases and others than those of ASCII.
  const below = '/Zeitungen/küste.1';
  const papers = [
    { name: 'edition' as const, ...edition },
    { name: 'fixture' as const, ...fixture },
    ...(isAsked('below')
      ? [
          { name: 'editionBelow' as const, ...edition, below },
          { name: 'fixtureBelow' as const, ...fixture, below },
        ]
      : []),
  ];
  const now = new Date().toISOString();
  const built = await Promise.all(
    papers.map(async ({ name, content, below }) => {
      const root = makePaper(path.join(project, content));
      const publication = path.join(root, 'content/publication.yaml');
      writeFileSync(publication, readFileSync(publication, 'utf8').replace(/^url: .*[^/\n]/m, `$&${below}`));
      const { code, output } = await builders.run({
        ...jobOf(root, undefined, { ...whole, BROADSHEET_NOW: now }),
        isAnew: true,
      });
      if (code !== 0) throw new Error(`The ${name} paper did not build:\n${output}`);
      const dist = path.join(root, 'dist');
      const { server, address } = await servePaper(dist, 0);
      tests.provide(name, { address, dist, root, output, now });
      return { root, server };
    }),
  );
  return async () => {
    await builders.stop();
    await browser.close();
    removePaper(compiled);
    for (const { root, server } of built) {
      server.close();
      removePaper(root);
    }
  };
}
