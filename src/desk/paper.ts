import type { z } from 'zod';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { BodyCache } from '../markdown/body-cache.ts';
import { renderBody } from '../markdown/pipeline.ts';
import type { Body, PictureFile } from '../newsroom/article.ts';
import { digestOf } from '../newsroom/digest.ts';
import { problemReport, type Problem } from '../newsroom/problem.ts';
import type { FiledArticle } from '../schema/article.ts';
import { readYaml, type Reading } from '../schema/front-matter.ts';
import { contributor, elsewhere, heading, publication } from '../schema/paper.ts';
import { placeProblem, readArticleFile } from './article-file.ts';
import { checkDuplicates } from './check-duplicates.ts';
import { checkReferences } from './check-references.ts';
import { filesBelow, readText } from './files.ts';
import { PictureDesk } from './pictures.ts';
import { versionOf } from './versions.ts';

/** An article as it lies in the archive: front matter, and where its body and pictures are. */
export interface FiledCopy {
  filed: FiledArticle;
  /** Name of the rendered body in the cache. */
  bodyKey: string;
  /** Every picture of it, the lead picture first where there is one. */
  pictures: (PictureFile & { stamp: string })[];
  leadPicture?: string;
  references: Body['references'];
}

/** The files of `content/` but for the articles, by the name of the file without its ending. */
export interface PaperData {
  publication: z.output<typeof publication> | undefined;
  sections: Map<string, z.output<typeof heading>>;
  topics: Map<string, z.output<typeof heading>>;
  contributors: Map<string, z.output<typeof contributor>>;
  related: Map<string, z.output<typeof elsewhere>>;
  problems: Problem[];
}

/** Thrown when the paper cannot be built as it is filed; its message is the whole report. */
export class EditorialError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problemReport(problems));
    this.name = 'EditorialError';
    this.problems = problems;
  }
}

/** Reads everything of a paper but its articles. */
export function readPaperData(root: string): PaperData {
  const problems: Problem[] = [];
  const read = <T extends z.ZodType>(file: string, schema: T): z.output<T> | undefined => {
    const source = readText(root, file);
    const reading: Reading<z.output<T>> =
      'problem' in source ? { problems: [source.problem] } : readYaml(source.text, { file, firstLine: 1, schema });
    if ('data' in reading) return reading.data;
    problems.push(...reading.problems);
    return undefined;
  };
  const folder = <T extends z.ZodType>(name: string, schema: T): Map<string, z.output<T>> => {
    const entries = filesBelow(path.join(root, 'content', name), /\.ya?ml$/).map(
      (file) => [file.replace(/\.ya?ml$/, ''), read(`content/${name}/${file}`, schema)] as const,
    );
    return new Map(entries.filter((entry): entry is [string, z.output<T>] => entry[1] !== undefined));
  };
  problems.push(...strays(root));
  const file = 'content/publication.yaml';
  const paper = existsSync(path.join(root, file)) ? read(file, publication) : undefined;
  if (!existsSync(path.join(root, file)))
    problems.push({
      code: 'F-004',
      file,
      found: 'There is no such file.',
      remedy: 'Write it: name, url, language, timeZone, sections and publisher say what paper this is.',
    });
  const data = {
    publication: paper,
    sections: folder('sections', heading),
    topics: folder('topics', heading),
    contributors: folder('contributors', contributor),
    related: folder('related', elsewhere),
  };
  return { ...data, problems };
}

const folders = ['articles', 'contributors', 'pictures', 'related', 'sections', 'topics'];

function strays(root: string): Problem[] {
  const content = path.join(root, 'content');
  if (!existsSync(content)) return [];
  return readdirSync(content, { withFileTypes: true })
    .filter(
      (entry) =>
        !entry.name.startsWith('.') &&
        !(entry.isFile() ? ['publication.yaml', 'README.md'] : folders).includes(entry.name),
    )
    .map((entry) => ({
      code: 'L-004',
      file: `content/${entry.name}`,
      found: `Nothing reads this ${entry.isFile() ? 'file' : 'folder'}.`,
      remedy: `${entry.isFile() ? 'Move it' : 'Move its files'}: content/ holds publication.yaml and the folders ${folders.join(', ')}.`,
    }));
}

export interface ArticlesReading {
  /** By path: `2019/03/01/slug`. */
  articles: Map<string, { copy: FiledCopy; digest: string }>;
  problems: Problem[];
}

/**
 * Reads and checks all articles; those that have not changed since `previous` are taken as they were.
 * Bodies are rendered into `bodies` (a folder), each once for its text and the pipeline's version.
 */
export async function readArticles({
  root,
  bodies,
  data,
  previous,
}: {
  root: string;
  bodies: string;
  data: PaperData;
  previous: (path: string) => { copy: FiledCopy; digest: string } | undefined;
}): Promise<ArticlesReading> {
  const pipeline =
    versionOf(root, ['src/markdown', 'src/newsroom', 'package-lock.json']) +
    (data.publication?.language ?? '') +
    (data.publication?.url ?? '');
  const version = pipeline + versionOf(root, ['src/schema', 'src/desk']);
  const pictures = new PictureDesk(root);
  const cache = new BodyCache(bodies);
  const articles: ArticlesReading['articles'] = new Map();
  const problems: Problem[] = [];
  const broken = new Set<string>();
  for (const name of filesBelow(path.join(root, 'content/articles'), /\.(md|markdown|mdx)$/i)) {
    const file = `content/articles/${name}`;
    const misplaced = placeProblem(file);
    if (misplaced) {
      problems.push(misplaced);
      continue;
    }
    const key = name.replace(/\/index\.md$/, '');
    const source = readText(root, file);
    if ('problem' in source) {
      problems.push(source.problem);
      broken.add(key);
      continue;
    }
    const digest = digestOf(version, source.text);
    const before = previous(key);
    if (
      before?.digest === digest &&
      cache.has(before.copy.bodyKey) &&
      before.copy.pictures.every((picture) => pictures.stampOf(picture.path) === picture.stamp)
    ) {
      articles.set(key, before);
      continue;
    }
    const reading = await readCopy(file, source.text, { pictures, cache, pipeline, data });
    problems.push(...reading.problems);
    if (reading.copy) articles.set(key, { copy: reading.copy, digest: digestOf(version, source.text) });
    else broken.add(key);
  }
  problems.push(...checkDuplicates(articles, root), ...checkReferences({ articles, broken, data, root }));
  return { articles, problems };
}

async function readCopy(
  file: string,
  text: string,
  {
    pictures,
    cache,
    pipeline,
    data,
  }: {
    pictures: PictureDesk;
    cache: BodyCache;
    pipeline: string;
    data: PaperData;
  },
): Promise<{ copy?: FiledCopy; problems: Problem[] }> {
  const reading = readArticleFile(file, text);
  const {
    filed,
    body: markdown,
    leadPicture,
    lineOf,
  } = 'article' in reading
    ? reading.article
    : { ...reading, filed: undefined, leadPicture: undefined, lineOf: () => 1 };
  const problems = [...reading.problems];
  if (markdown === undefined) return { problems };
  const language = filed?.language ?? data.publication?.language ?? 'en';
  const bodyKey = digestOf(pipeline, language, file, markdown);
  const body =
    cache.read(bodyKey) ??
    cache.write(
      bodyKey,
      renderBody({ file, text: markdown, language, origin: data.publication?.url ?? 'https://example.com' }),
    );
  problems.push(...body.problems.map((problem) => ({ ...problem, file })));
  const files: FiledCopy['pictures'] = [];
  const wanted: Body['pictures'] = [
    ...(leadPicture ? [{ path: leadPicture, line: lineOf(['picture', 'file']) }] : []),
    ...body.pictures,
  ];
  for (const { path: picture, line, as } of wanted) {
    if (files.some((each) => each.path === picture)) continue;
    const found = await pictures.read(picture, as);
    if ('picture' in found) files.push(found.picture);
    else problems.push({ file, line, ...found.problem });
  }
  if (!filed || problems.length > 0) return { problems };
  return { problems, copy: { filed, bodyKey, pictures: files, leadPicture, references: body.references } };
}
