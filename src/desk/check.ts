import path from 'node:path';
import { askedOfDesk } from '../checks/asked.ts';
import type { PaperReading } from '../checks/paper.ts';
import { isFile, isFolder } from '../filing/files.ts';
import { mistakesIn, problemCount, problemReport, type Problem } from '../newsroom/problem.ts';
import { readAgain } from '../press/reading-again.ts';
import type { Mend } from './mend.ts';
import { misuse, type Outcome } from './outcome.ts';
import { inWriting } from './turn.ts';
import { asAnnotations, asJson, asSarif } from './problem-forms.ts';

export interface Wanted {
  json?: boolean;
  sarif?: boolean;
  github?: boolean;
  /** Whether addresses of other sites are asked for. */
  online?: boolean;
  fix?: boolean;
  dryRun?: boolean;
}

/** Everything that has to be mended or looked at in the paper below a folder, without building it. */
export async function checkPaper(root: string): Promise<Problem[]> {
  return (await readAgain(root)).problems;
}

const bodiesIn = (root: string) => path.join(root, '.astro/bodies');

/** The same, with what only the desk asks; of words and dates, what concerns some files and folders where these are given. */
export async function checkAtDesk(
  root: string,
  { online = false }: Pick<Wanted, 'online'> = {},
  places: readonly string[] = [],
): Promise<{ problems: Problem[]; paper: PaperReading }> {
  const paper = await readAgain(root);
  const isAsked = (article: string) => {
    const folder = `content/articles/${article}/`;
    return places.length === 0 || places.some((place) => folder.startsWith(place) || place.startsWith(folder));
  };
  const asked = await askedOfDesk(paper, { root, bodies: bodiesIn(root), isAsked });
  const { checkLinks } = online ? await import('./outward-links.ts') : { checkLinks: () => [] };
  return {
    paper,
    problems: [...paper.problems, ...asked, ...(await checkLinks(paper, { root, bodies: bodiesIn(root) }))],
  };
}

/**
 * `npm run check`: tells all of it, or what concerns some files, and mends what is safe.
 * @param files files and folders of the paper, from its folder
 * @returns whether it can be published, as far as these go
 */
export async function check(
  root: string,
  files: readonly string[] = [],
  wanted: Wanted = {},
  version = '',
): Promise<Outcome> {
  const places = files.map((file) => path.relative(root, path.resolve(root, file)).split(path.sep).join('/'));
  const stranger = places.findIndex((place) => place.startsWith('..') || !isThere(path.join(root, place)));
  if (stranger >= 0) return misuse(`There is no "${files[stranger]}" in this paper.`);
  if ([wanted.json, wanted.sarif, wanted.github].filter(Boolean).length > 1)
    return misuse('Say one of --json, --sarif and --github: each is all that is written.');
  if (wanted.dryRun && !wanted.fix) return misuse('Checking writes nothing. --dry-run goes with --fix.');
  let { problems, paper } = await checkAtDesk(root, wanted, places);
  const isForPeople = !wanted.json && !wanted.sarif && !wanted.github;
  if (wanted.fix) {
    const { differenceOf, mendFiles } = await import('./mend.ts');
    const isDry = wanted.dryRun ?? false;
    const mended = new Map<string, Mend>();
    // What is behind a mistake is seen when that is mended.
    for (let round = 0; round < 5; round += 1) {
      const paths = new Map([...paper.articles.copies].map(([place, { copy }]) => [copy.filed.id, place]));
      const known = { isDry, pathOf: (id: string) => paths.get(id) };
      const found = concerning(problems, places);
      const mends = await inWriting(root, () => mendFiles(root, found, known));
      for (const mend of mends) mended.set(mend.file, { ...mend, from: mended.get(mend.file)?.from ?? mend.from });
      if (mends.length === 0 || isDry) break;
      ({ problems, paper } = await checkAtDesk(root, wanted, places));
    }
    if (isForPeople) {
      for (const mend of mended.values()) console.log(differenceOf(mend));
      console.log(mendedInWords(mended.size, isDry));
    }
  }
  problems = concerning(problems, places);
  const isRight = mistakesIn(problems).length === 0;
  if (wanted.json) return { isDone: isRight, facts: asJson(problems) };
  if (wanted.sarif) console.log(JSON.stringify(asSarif(problems, version), undefined, 2));
  else if (wanted.github && problems.length > 0) console.log(asAnnotations(problems));
  else if (problems.length > 0) console.error(`${problemReport(problems)}\n\n${problemCount(problems)}`);
  else console.log('Nothing to mend.');
  return isRight;
}

function isThere(place: string): boolean {
  return isFile(place) || isFolder(place);
}

function mendedInWords(count: number, isDry: boolean): string {
  if (count === 0) return 'There is nothing that can be mended by itself.';
  const files = count === 1 ? 'One file' : `${count} files`;
  return isDry ? `${files} would be mended; nothing was written.\n` : `${files} mended.\n`;
}

/** Problems of some files and folders, and those of others that name them; all of them where none are given. */
export function concerning(problems: readonly Problem[], places: readonly string[]): Problem[] {
  if (places.length === 0 || places.includes('')) return [...problems];
  const names = places.map((place) => {
    const article = /^content\/articles\/((?:[^/]+\/){3}[^/]+)(?:\/|$)/.exec(place)?.[1];
    return { place, article, named: new RegExp(`(?<![\\w/-])/?${RegExp.escape(article ?? place)}(?![\\w-])`) };
  });
  return problems.filter(({ file, found, remedy }) =>
    names.some(
      ({ place, article, named }) =>
        file === place ||
        file.startsWith(`${place}/`) ||
        (article !== undefined && !place.endsWith('.md') && file.startsWith(`content/articles/${article}/`)) ||
        named.test(`${found} ${remedy}`) ||
        (article !== undefined && `${found} ${remedy}`.includes(`content/articles/${article}/`)),
    ),
  );
}
