import { getViteConfig } from 'astro/config';
import { defineConfig } from 'vitest/config';
import { folderInMemory } from './support/memory.ts';
import { patience } from './support/patience.ts';

const memory = folderInMemory();
if (memory) process.env['TMPDIR'] = memory;

const waits = { testTimeout: patience, hookTimeout: patience, expect: { poll: { timeout: patience } } };
// Chromium and the builds share two cores, and often wait.
const maxWorkers = 3;

export default defineConfig({
  test: {
    // Once for all projects that need it, so that none builds what another has built.
    globalSetup: ['tests/support/build-once.ts'],
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], isolate: false, maxWorkers: 2, ...waits } },
      // Components by themselves, as Astro's container renders them.
      getViteConfig(
        { test: { name: 'components', include: ['tests/components/**/*.test.ts'], ...waits } },
        { configFile: false, compressHTML: true, devToolbar: { enabled: false } },
      ),
      // What the two papers show; the files share a browser, and in each worker what they import.
      { test: { name: 'fast', include: ['tests/site/**/*.test.ts'], isolate: false, maxWorkers, ...waits } },
      // Papers of their own, print, books, servers, other browsers.
      { test: { name: 'slow', include: ['tests/slow/**/*.test.ts'], maxWorkers, ...waits } },
    ],
  },
});
