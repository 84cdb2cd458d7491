import { handed } from '../astro/internals.ts';
import { buildByAstro } from './build.ts';

// A program that bundles the templates of the paper in its folder, for the build that started it, and ends with that.

process.once('disconnect', () => process.exit(1));
handed().bundling = true;
await buildByAstro(process.cwd(), true);
process.exit();
