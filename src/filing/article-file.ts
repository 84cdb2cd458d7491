import { captionFaults } from '../newsroom/caption.ts';
import { isDate } from '../newsroom/calendar.ts';
import { articleNamed, articlePath } from '../newsroom/permalink.ts';
import type { Problem } from '../newsroom/problem.ts';
import { picturePath } from '../markdown/photos.ts';
import { article, type ArticleSchema, type FiledArticle } from '../schema/article.ts';
import { onDay } from '../schema/examples.ts';
import type { CopyKind } from './copies.ts';
import { readMarkdownFile, type MarkdownReading } from './markdown-file.ts';

/**
 * Takes an article file apart; every mistake in its front matter is told at once.
 * @param origin of the paper's own addresses, by which other articles may be named
 * @param schema of the front matter, where the paper has fields of its own
 */
export function readArticleFile(
  file: string,
  text: string,
  origin: string,
  schema: ArticleSchema = article,
): MarkdownReading<FiledArticle> {
  const reading = readMarkdownFile(file, text, schema);
  if (!('taken' in reading)) return reading;
  const { lineOf } = reading.taken;
  const filed = heldForReview(withPaths(reading.taken.filed, origin));
  const taken = { ...reading.taken, filed };
  const problems = [...reading.problems];
  if (filed.review)
    problems.push({
      code: 'I-001',
      file,
      line: lineOf(['review']),
      found: 'The article was imported, and something of it was guessed: it is held back as a draft.',
      remedy: 'Look at the fields that say so, then delete this line.',
    });
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
  return { taken: { ...taken, leadPicture }, problems };
}

/** An article that waits for an editor is a draft; one that was taken back stays so. */
function heldForReview(filed: FiledArticle): FiledArticle {
  if (!filed.review || filed.status.state === 'withdrawn') return filed;
  return { ...filed, status: { state: 'draft' } };
}

function withPaths(filed: FiledArticle, origin: string): FiledArticle {
  const related = filed.related.map((group) => ({
    ...group,
    stories: group.stories.map((story) =>
      'article' in story ? { ...story, article: articleNamed(story.article, origin) } : story,
    ),
  }));
  return { ...filed, related };
}

/** What to tell of an article without text; `undefined` where it needs none yet, or no more. */
export function noTextInArticle({ status }: FiledArticle): Pick<Problem, 'found' | 'remedy'> | undefined {
  if (status.state === 'draft' || status.state === 'withdrawn') return undefined;
  return {
    found: 'The article has no text.',
    remedy: 'Write it below the front matter, or set `status: draft`.',
  };
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
      remedy: `File it under year, month, day and a name in lower-case letters, digits and hyphens: content/articles/${onDay}/harbour-vote/index.md.`,
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

/** Articles as they are filed, with what a paper has added to their fields. */
export function articleKind(schema?: ArticleSchema): CopyKind<FiledArticle> {
  return {
    folder: 'content/articles',
    ending: '/index.md',
    misplaced: placeProblem,
    takeApart: (file, text, origin) => readArticleFile(file, text, origin, schema),
    passages: ({ id }) => id,
    summary: ({ standfirst }) => standfirst,
    noText: noTextInArticle,
    heading: ({ headline, standfirst, kicker }) => [headline, standfirst, kicker],
  };
}
