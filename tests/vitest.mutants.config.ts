import { defineConfig } from 'vitest/config';
import { keepPapersInMemory } from './support/memory.ts';

keepPapersInMemory();

/** The unit tests beside the rooms that are mutated, for Stryker: it knows no projects. */
export default defineConfig({
  test: { include: ['tests/unit/{newsroom,schema,markdown,views,filing,checks,body,binding}/**/*.test.ts'] },
});
