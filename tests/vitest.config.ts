import { getViteConfig } from 'astro/config';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './support/longest-first.ts';
import { keepPapersInMemory } from './support/memory.ts';
import { patience } from './support/patience.ts';

keepPapersInMemory();

const all = {
  testTimeout: patience,
  hookTimeout: patience,
  // Sooner than the test, so that it is told what was waited for.
  expect: { poll: { timeout: patience / 2 } },
  // On two cores: Chromium and the builds are processes of their own, for which tests wait.
  maxWorkers: 3,
};

export default defineConfig({
  test: {
    // Once for all projects that need it, so that none builds what another has built.
    globalSetup: ['tests/support/build-once.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], isolate: false, ...all } },
      // Components by themselves, as Astro's container renders them.
      getViteConfig(
        { test: { name: 'components', include: ['tests/components/**/*.test.ts'], ...all } },
        { configFile: false, compressHTML: true, devToolbar: { enabled: false } },
      ),
      // What the two papers show; the files share a browser, and in each worker what they import.
      { test: { name: 'fast', include: ['tests/site/**/*.test.ts'], isolate: false, ...all } },
      // Some of both once more, with the two papers below a path of their hosts.
      {
        test: {
          name: 'below',
          include: ['site/{links,search,feeds}', 'slow/{offline,saved-copies}'].map((each) => `tests/${each}.test.ts`),
          env: { PAPERS: 'below' },
          ...all,
        },
      },
      // Papers of their own, print, books, servers, other browsers.
      { test: { name: 'slow', include: ['tests/slow/**/*.test.ts'], ...all } },
    ],
  },
});
