import { isPageName, takenNames } from '../newsroom/permalink.ts';
import type { Problem } from '../newsroom/problem.ts';
import { page, type FiledPage } from '../schema/page.ts';
import type { CopyKind } from './copies.ts';
import { readMarkdownFile, type MarkdownReading } from './markdown-file.ts';

/** Takes the file of a static page apart; every mistake in its front matter is told at once. */
export function readPageFile(file: string, text: string): MarkdownReading<FiledPage> {
  return readMarkdownFile(file, text, page);
}

export const noTextInPage: Pick<Problem, 'found' | 'remedy'> = {
  found: 'The page has no text.',
  remedy: 'Write it below the front matter, or take the file away.',
};

/** What is wrong with the name of a static page's file; `undefined` when nothing is. */
export function pageNameProblem(file: string): Problem | undefined {
  const name = file.replace(/^content\/pages\//, '').replace(/\.[^./]*$/, '');
  if (!file.endsWith('.md'))
    return {
      code: 'L-001',
      file,
      found: 'The file does not end in .md.',
      remedy: `Name it content/pages/${name}.md.`,
    };
  if (takenNames.includes(name))
    return {
      code: 'L-006',
      file,
      found: `The address /${name}/ belongs to a page that every paper has.`,
      remedy: `Name the file otherwise: content/pages/about-${name}.md.`,
    };
  if (!isPageName(name))
    return {
      code: 'L-005',
      file,
      found: `"${name}" cannot be the name of a page.`,
      remedy:
        'Name the file in lower-case letters, digits and hyphens, not in digits alone, and in no other folder: content/pages/about-us.md.',
    };
  return undefined;
}

/** Static pages. */
export const pageKind: CopyKind<FiledPage> = {
  folder: 'content/pages',
  ending: '.md',
  misplaced: pageNameProblem,
  takeApart: readPageFile,
  summary: ({ description }) => description,
  noText: () => noTextInPage,
};
