import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { servePaper } from '../../src/desk/serve.ts';
import { startBuilders } from './builders.ts';
import { jobOf, makePaper, project, removePaper, whole } from './paper.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The shipped edition: address of its front page, and the folder it is served from. */
    edition: BuiltPaper;
    /** The fixture paper `tests/fixtures/paper`, likewise. */
    fixture: BuiltPaper;
    /** Where `quickBuild` asks for papers to be built. */
    builders: string;
  }
}

export interface BuiltPaper {
  /** With a slash at the end. */
  address: string;
  dist: string;
}

/** Starts the builders, builds the shipped edition and the fixture paper once for all browser tests, and serves both. */
export default async function setup(tests: TestProject) {
  // What every process that follows compiles of Astro, Vite and Vitest is kept for the next one.
  const compiled = mkdtempSync(path.join(tmpdir(), 'broadsheet-compiled-'));
  process.env['NODE_COMPILE_CACHE'] = compiled;
  const builders = await startBuilders();
  tests.provide('builders', builders.address);
  const papers = [
    { name: 'edition' as const, content: 'content' },
    { name: 'fixture' as const, content: 'tests/fixtures/paper' },
  ];
  const built = await Promise.all(
    papers.map(async ({ name, content }) => {
      const root = makePaper(path.join(project, content));
      const { code, output } = await builders.run(jobOf(root, undefined, whole));
      if (code !== 0) throw new Error(`The ${name} paper did not build:\n${output}`);
      const dist = path.join(root, 'dist');
      const { server, address } = await servePaper(dist, 0);
      tests.provide(name, { address, dist });
      return { root, server };
    }),
  );
  return () => {
    builders.stop();
    removePaper(compiled);
    for (const { root, server } of built) {
      server.close();
      removePaper(root);
    }
  };
}
