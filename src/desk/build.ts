import { build } from 'astro';
import { EditorialError } from './paper.ts';

/**
 * `npm run build`: reads the paper, checks it and puts it into `dist/`.
 * Exits with 1 when there is something to mend, all of it listed; `dist/` then stays as it was.
 */
export async function buildPaper(root: string): Promise<boolean> {
  console.log('Reading and checking the paper …');
  try {
    await build({ root, logLevel: 'error' });
    return true;
  } catch (error) {
    console.error(reportOf(error));
    return false;
  }
}

// The error comes from Astro's own module graph: it is known by its name, not by its class.
function reportOf(error: unknown): string {
  if (error instanceof Error && error.name === EditorialError.name) {
    const count = error.message.split('\n\n').length;
    return `\n${error.message}\n\n${count === 1 ? 'One thing' : `${count} things`} to mend. Nothing was published; the last good build stays.\n`;
  }
  return `\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n\nThe build failed. Nothing was published; the last good build stays.\n`;
}

if (import.meta.main) process.exitCode = (await buildPaper(process.cwd())) ? 0 : 1;
