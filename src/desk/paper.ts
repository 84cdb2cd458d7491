import type { z } from 'zod';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isDate } from '../newsroom/calendar.ts';
import { articleId, articleNamed, placeName } from '../newsroom/permalink.ts';
import type { Problem } from '../newsroom/problem.ts';
import type { FiledArticle } from '../schema/article.ts';
import { today } from '../schema/examples.ts';
import { readYaml, type Reading } from '../schema/front-matter.ts';
import { front, type FiledFront } from '../schema/front.ts';
import type { FiledPage } from '../schema/page.ts';
import { contributor, elsewhere, heading, publication, type FiledContributor } from '../schema/paper.ts';
import { noTextInArticle, placeProblem, readArticleFile } from './article-file.ts';
import { checkDuplicates } from './check-duplicates.ts';
import { checkFiles, isPublication } from './check-files.ts';
import { checkLedger } from './check-ledger.ts';
import { checkReferences } from './check-references.ts';
import { CopyDesk, type Copies, type CopyKind, type Kept } from './copies.ts';
import { withExamples } from './examples.ts';
import { filesBelow, isFile, isFolder, readText } from './files.ts';
import { readLedger } from './ledger.ts';
import { currentInstant } from './now.ts';
import { noTextInPage, pageNameProblem, readPageFile } from './page-file.ts';
import { PictureDesk } from './pictures.ts';
import { readPortraits } from './portraits.ts';

/** The YAML files of `content/`, by the name of the file without its ending. */
export interface PaperData {
  publication: z.output<typeof publication> | undefined;
  sections: Map<string, z.output<typeof heading>>;
  topics: Map<string, z.output<typeof heading>>;
  contributors: Map<string, FiledContributor>;
  related: Map<string, z.output<typeof elsewhere>>;
  /** By the plain date of the day. */
  fronts: Map<string, FiledFront>;
  problems: Problem[];
}

/** Reads everything of a paper that is written in YAML. */
export function readPaperData(root: string): PaperData {
  const problems: Problem[] = [];
  const read = <T extends z.ZodType>(file: string, schema: T): z.output<T> | undefined => {
    const source = readText(root, file);
    const reading: Reading<z.output<T>> =
      'problem' in source ? { problems: [source.problem] } : readYaml(source.text, { file, firstLine: 1, schema });
    problems.push(...('data' in reading ? reading.warnings : reading.problems));
    return 'data' in reading ? reading.data : undefined;
  };
  const folder = <T extends z.ZodType>(name: string, schema: T): Map<string, z.output<T>> => {
    const names = filesBelow(path.join(root, 'content', name), /\.ya?ml$/);
    const entries = names.map((file) => {
      const key = file.replace(/\.ya?ml$/, '');
      const fault = file.endsWith('.yml') && names.includes(`${key}.yaml`) ? twoFiles(key) : nameFault(name, key);
      if (fault) problems.push({ file: `content/${name}/${file}`, ...fault });
      return [key, read(`content/${name}/${file}`, schema)] as const;
    });
    return new Map(entries.filter((entry): entry is [string, z.output<T>] => entry[1] !== undefined));
  };
  const file = 'content/publication.yaml';
  const paper = isFile(path.join(root, file)) ? read(file, publication) : undefined;
  if (!isFile(path.join(root, file)) && !isFolder(path.join(root, file))) problems.push(noPublication(root, file));
  const data = {
    publication: paper,
    sections: folder('sections', heading),
    topics: folder('topics', heading),
    contributors: folder('contributors', contributor),
    related: folder('related', elsewhere),
    fronts: withPaths(folder('fronts', front), paper?.url),
  };
  return { ...data, problems };
}

function withPaths(fronts: Map<string, FiledFront>, origin: string | undefined): Map<string, FiledFront> {
  if (origin === undefined) return fronts;
  const named = (story: string) => articleNamed(story, origin);
  return new Map(
    [...fronts].map(([day, { lead, second, pairs, briefs, inside }]) => [
      day,
      {
        lead: lead && named(lead),
        second: second.map(named),
        pairs: pairs.map((pair) => pair.map(named)),
        briefs: briefs.map(named),
        inside: inside.map(named),
      },
    ]),
  );
}

function twoFiles(key: string): Omit<Problem, 'file'> {
  return {
    code: 'L-009',
    found: `There is a ${key}.yaml as well, and only one of the two is read.`,
    remedy: 'Put all fields into one of them, and take the other away.',
  };
}

function noPublication(root: string, file: string): Problem {
  const other = isFolder(path.join(root, 'content'))
    ? readdirSync(path.join(root, 'content')).find(isPublication)
    : undefined;
  return {
    code: 'F-004',
    file,
    found: 'There is no such file.',
    remedy: other
      ? `Give content/${other} that name; it has to hold YAML.`
      : 'Write it: name, url, language, timeZone, sections and publisher say what paper this is.',
  };
}

/** What is wrong with the name of a file that is part of an address, or stands for a day. */
function nameFault(folder: string, name: string): Omit<Problem, 'file'> | undefined {
  if (folder === 'fronts' && !isDate(name))
    return {
      code: 'L-003',
      found: `"${name}" is not a day.`,
      remedy: `Name the file after the day of the edition: content/fronts/${today}.yaml.`,
    };
  if (/^(sections|topics|contributors)$/.test(folder) && !placeName.test(name))
    return {
      code: 'L-005',
      found: `"${name}" cannot be part of an address.`,
      remedy: `Name the file in lower-case letters, digits and hyphens, and in no other folder: content/${folder}/harbour-news.yaml.`,
    };
  return undefined;
}

export interface PaperReading {
  data: PaperData;
  articles: Copies<FiledArticle>;
  pages: Copies<FiledPage>;
  /** Everything that has to be mended or looked at, in whatever file. */
  problems: Problem[];
}

/** Reads and checks a whole paper; articles that have not changed since `previous` are taken as they were. */
export async function readPaper({
  root,
  bodies,
  pictures = new PictureDesk(root),
  previous = () => undefined,
}: {
  root: string;
  bodies: string;
  pictures?: PictureDesk;
  previous?: (path: string) => Kept<FiledArticle> | undefined;
}): Promise<PaperReading> {
  const asOf = currentInstant();
  const read = readPaperData(root);
  const data = { ...read, problems: [...checkFiles(root), ...read.problems] };
  const desk = new CopyDesk({ root, bodies, pictures, publication: data.publication });
  const { problems: portraitProblems } = await readPortraits({ root, contributors: data.contributors, pictures });
  const pages = await desk.read(pageKind, () => undefined);
  const filed = await desk.read(articleKind, previous);
  const articles = {
    ...filed,
    broken: new Set([...filed.broken, ...data.problems.flatMap(({ file }) => articleAt(file))]),
  };
  const problems = [
    ...data.problems,
    ...portraitProblems,
    ...pages.problems,
    ...articles.problems,
    ...checkDuplicates(articles.copies, root),
    ...checkReferences({ articles, pages, data, root }),
    ...checkLedger({ articles, root, asOf }),
  ];
  const ledger = () => readLedger(root).entries;
  const told = withExamples(problems, {
    asOf,
    timeZone: data.publication?.timeZone ?? 'UTC',
    ids: () => new Set([...idsIn(articles, root), ...ledger().map(({ id }) => id)]),
    idOf: (file) => ledger().find(({ permalink }) => file === `content/articles${permalink}index.md`)?.id,
  });
  const folders = problems.flatMap(({ code, file }) => (code === 'L-008' ? [`${file}/`] : []));
  return {
    data,
    articles,
    pages,
    problems: told.filter(({ file }) => !folders.some((each) => file.startsWith(each))),
  };
}

/** The ids of all articles, those of broken files as they are written there, and of the stories that they replace. */
function idsIn({ copies, broken }: Copies<FiledArticle>, root: string): string[] {
  const written = [...broken].flatMap((path) => {
    const source = readText(root, `content/articles/${path}/index.md`);
    return 'text' in source ? (/^["']?id["']?:\s*["']?([a-z0-9]+)/m.exec(source.text)?.slice(1) ?? []) : [];
  });
  const filed = [...copies.values()].flatMap(({ copy: { filed } }) => [
    filed.id,
    ...filed.aliases.map((alias) => alias.replace(/^a\//, '')),
  ]);
  return [...written, ...filed].filter((id) => articleId.test(id));
}

/** The path of the article whose folder, or a file in it, is told of already. */
function articleAt(file: string): string[] {
  return /^content\/articles\/((?:[^/]+\/){3}[^/]+)/.exec(file)?.slice(1) ?? [];
}

const articleKind: CopyKind<FiledArticle> = {
  folder: 'content/articles',
  ending: '/index.md',
  misplaced: placeProblem,
  takeApart: readArticleFile,
  passages: ({ id }) => id,
  summary: ({ standfirst }) => standfirst,
  noText: noTextInArticle,
  heading: ({ headline, standfirst, kicker }) => [headline, standfirst, kicker],
};

/** Static pages. */
export const pageKind: CopyKind<FiledPage> = {
  folder: 'content/pages',
  ending: '.md',
  misplaced: pageNameProblem,
  takeApart: readPageFile,
  summary: ({ description }) => description,
  noText: () => noTextInPage,
};
