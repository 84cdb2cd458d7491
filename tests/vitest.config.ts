import { defineConfig } from 'vitest/config';
import { patience } from './support/patience.ts';

const waits = { testTimeout: patience, hookTimeout: patience, expect: { poll: { timeout: patience } } };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], ...waits } },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/support/build-once.ts'],
          ...waits,
          // Chromium and the builds share two cores, and often wait.
          maxWorkers: 3,
        },
      },
    ],
  },
});
