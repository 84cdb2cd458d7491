import { captionFaults } from '../newsroom/caption.ts';
import { isDate } from '../newsroom/calendar.ts';
import { articlePath } from '../newsroom/permalink.ts';
import type { Problem } from '../newsroom/problem.ts';
import { picturePath } from '../markdown/photos.ts';
import { article, type FiledArticle } from '../schema/article.ts';
import { readYaml } from '../schema/front-matter.ts';

/** An article file taken apart: its front matter by the schema, and its body with line numbers kept. */
export interface ArticleFile {
  filed: FiledArticle;
  /** The body, with an empty line for each line of front matter. */
  body: string;
  /** Path of the lead picture from the project's folder. */
  leadPicture?: string;
  /** The line of a field, counted from 1. */
  lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Takes an article file apart; every mistake in its front matter is told at once.
 * @returns the body by itself where the front matter cannot be used
 */
export function readArticleFile(
  file: string,
  text: string,
): { article: ArticleFile; problems: Problem[] } | { body?: string; problems: Problem[] } {
  if (text.trim() === '')
    return fault(
      file,
      'F-002',
      'The file is empty.',
      'Begin it with a line of ---, then the fields, then a line of --- again, then the text.',
    );
  if (!/^---[ \t]*(\n|$)/.test(text))
    return fault(
      file,
      'F-002',
      'The file does not begin with front matter.',
      'Begin it with a line of ---, then the fields, then a line of --- again.',
    );
  const parts = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/.exec(text);
  if (!parts)
    return fault(file, 'F-003', 'The front matter is not closed.', 'Write a line of --- after its last field.');
  const [whole, yaml = ''] = parts;
  const body = '\n'.repeat(whole.split('\n').length - (whole.endsWith('\n') ? 1 : 0)) + text.slice(whole.length);
  const reading = readYaml(yaml, { file, firstLine: 2, schema: article });
  if ('problems' in reading) return { body, problems: reading.problems };
  const { data: filed, lineOf } = reading;
  const problems: Problem[] = [];
  const { picture } = filed;
  const leadPicture = picture && picturePath(file, picture.file);
  if (picture && !leadPicture) {
    problems.push({
      code: 'P-002',
      file,
      line: lineOf(['picture', 'file']),
      found: `The picture "${picture.file}" is not a file of this paper.`,
      remedy: "Put the file into the article's own folder and write ./name.jpg.",
    });
  }
  if (picture) {
    for (const each of captionFaults({ ...picture, name: picture.file }))
      problems.push({ file, line: lineOf(['picture', each.code === 'C-001' ? 'alt' : 'caption']), ...each });
  }
  if (
    body.trim() === '' &&
    (filed.status === 'published' || (typeof filed.status === 'object' && 'embargoedUntil' in filed.status))
  ) {
    problems.push({
      code: 'F-005',
      file,
      line: body.split('\n').length,
      found: 'The article has no text.',
      remedy: 'Write it below the front matter, or set `status: draft`.',
    });
  }
  return { article: { filed, body, leadPicture, lineOf }, problems };
}

/** What is wrong with the place where an article is filed; `undefined` when nothing is. */
export function placeProblem(file: string): Problem | undefined {
  const path = file.replace(/^content\/articles\//, '').replace(/\/index\.md$/, '');
  if (!file.endsWith('/index.md')) {
    const folder = file.slice(0, file.lastIndexOf('/'));
    const right = articlePath.test(folder.replace(/^content\/articles\//, ''))
      ? `Name it index.md, the only text of its folder: ${folder}/index.md.`
      : `Give the article a folder of its own: ${file.replace(/\.[^./]*$/, '/index.md')}.`;
    return { code: 'L-001', file, found: 'The file is not named index.md.', remedy: right };
  }
  if (!articlePath.test(path)) {
    return {
      code: 'L-002',
      file,
      found: `"${path}" is not a place for an article.`,
      remedy:
        'File it under year, month, day and a name in lower-case letters, digits and hyphens: content/articles/2019/03/01/harbour-vote/index.md.',
    };
  }
  if (!isDate(path.slice(0, 10).replaceAll('/', '-'))) {
    return {
      code: 'L-003',
      file,
      found: `${path.slice(0, 10)} is not a day.`,
      remedy: 'Move the folder to the day of the edition.',
    };
  }
  return undefined;
}

function fault(file: string, code: string, found: string, remedy: string): { problems: Problem[] } {
  return { problems: [{ code, file, line: 1, found, remedy }] };
}
