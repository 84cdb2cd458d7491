import { rmSync } from 'node:fs';
import { handed } from '../astro/internals.ts';
import { buildByAstro } from './build.ts';

// A program that bundles the templates of the paper in its folder, for the build that started it, and ends with that.

process.once('disconnect', () => process.exit(1));
handed().bundling = true;
// What Astro has kept of the paper when it built all of it: Astro would read it, and of 100,000 articles it is 200 MB.
rmSync('.astro/data-store.json', { force: true });
await buildByAstro(process.cwd(), true);
process.exit();
