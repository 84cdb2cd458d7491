import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { typed } from './typed.ts';

/** Verbs that need no paper. */
const anywhere = ['init', 'completion', 'explain'];
/** Verbs that have Astro make pages. */
const making = ['build', 'publish', 'press', 'start', 'dev'];

/**
 * Why a verb can do nothing in a folder: it holds no paper, or lacks a file without which Astro would make a site without pages.
 * @param verb its name
 * @returns what to tell, with the remedy; `undefined` where there is nothing in the way
 */
export async function missingHere(root: string, verb: string): Promise<string | undefined> {
  if (anywhere.includes(verb)) return undefined;
  if (!existsSync(path.join(root, 'content'))) {
    const above = paperAbove(root);
    const remedy = above
      ? `The paper is in ${above}: go there first.`
      : `Go to the folder of the paper, or make one: ${typed(root, 'init', '<folder>')}`;
    return `There is no paper in this folder: it has no folder content. ${remedy}`;
  }
  if (!making.includes(verb)) return undefined;
  const { settings } = await import('./paper-settings.ts');
  const lacking = Object.entries(settings).filter(([file]) => !hasFile(root, file));
  if (lacking.length === 0) return undefined;
  return lacking
    .map(([file, text]) => `${file} is missing. Write it:\n\n${text.replace(/^(?=.)/gm, '    ')}`)
    .join('\n');
}

/** Whether there is a file, or one of the same name in another kind of JavaScript or TypeScript. */
function hasFile(root: string, file: string): boolean {
  const { dir, name } = path.parse(path.join(root, file));
  return (
    existsSync(dir) &&
    readdirSync(dir).some((each) => /^\.[cm]?[jt]s$/.test(each.slice(name.length)) && each.startsWith(name))
  );
}

function paperAbove(folder: string): string | undefined {
  const above = path.dirname(folder);
  if (above === folder) return undefined;
  return existsSync(path.join(above, 'content/publication.yaml')) ? above : paperAbove(above);
}
