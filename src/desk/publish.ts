import { buildPaper } from './build.ts';
import { currentInstant } from './now.ts';
import { keepPassages } from './publish-passages.ts';
import { recordAddresses } from './record-addresses.ts';

/**
 * `npm run desk publish`: checks and builds a paper as of one instant, and puts down beside it what has to outlast it.
 * A paper with mistakes is left as it is.
 * @returns whether it was published
 */
export async function publish(root: string): Promise<boolean> {
  const asOf = currentInstant();
  // Astro loads the paper again: it has to be as of the same instant.
  process.env['BROADSHEET_NOW'] = asOf;
  // Before the build, which reads them: after it, the next one would have every page to make again.
  const kept = await keepPassages({ root, asOf });
  if (!(await buildPaper(root))) return false;
  for (const done of [...kept, ...recordAddresses({ root, asOf })]) console.log(done);
  return true;
}
