import type { OwnBlocks } from '../body/own-blocks.ts';
import { currentInstant } from '../filing/now.ts';
import { articleKind } from '../filing/article-file.ts';
import { CopyDesk, type Copies, type Kept } from '../filing/copies.ts';
import { readText } from '../filing/files.ts';
import { readLedger } from '../filing/ledger.ts';
import { iconPath, iconProblems } from '../filing/icon.ts';
import { pageKind } from '../filing/page-file.ts';
import { readPaperData, type PaperData } from '../filing/paper-data.ts';
import type { StampedPicture } from '../filing/picture-reading.ts';
import { PictureDesk } from '../filing/pictures.ts';
import { readPortraits } from '../filing/portraits.ts';
import { articleId } from '../newsroom/permalink.ts';
import type { Problem } from '../newsroom/problem.ts';
import type { ArticleSchema, FiledArticle } from '../schema/article.ts';
import type { FiledPage } from '../schema/page.ts';
import { checkDuplicates } from './duplicates.ts';
import { withExamples } from './examples.ts';
import { checkFiles } from './files.ts';
import { checkLedger } from './ledger.ts';
import { checkReferences } from './references.ts';

export interface PaperReading {
  data: PaperData;
  articles: Copies<FiledArticle>;
  pages: Copies<FiledPage>;
  /** Of contributors, by the names of their files. */
  portraits: ReadonlyMap<string, StampedPicture>;
  /** Everything that has to be mended or looked at, in whatever file. */
  problems: Problem[];
}

/** What a walk through all folders of a paper has found; it holds until a file comes or goes. */
export interface Walked {
  problems?: Problem[];
  articles?: string[];
}

/**
 * Reads and checks a whole paper; articles that have not changed since `previous` are taken as they were.
 * @param article what reads their front matter, where the paper has fields of its own
 * @param blocks of the paper's own
 * @param touched files that may be others than when `previous` was read, from the paper's folder, where that is known
 * @param walked is taken as it is, and filled in where it is not
 */
export async function readPaper({
  root,
  bodies,
  article,
  blocks,
  pictures = new PictureDesk(root),
  previous = () => undefined,
  touched,
  walked = {},
}: {
  root: string;
  bodies: string;
  article?: ArticleSchema | undefined;
  blocks?: OwnBlocks | undefined;
  pictures?: PictureDesk;
  previous?: (path: string) => Kept<FiledArticle> | undefined;
  touched?: ReadonlySet<string> | undefined;
  walked?: Walked;
}): Promise<PaperReading> {
  const asOf = currentInstant();
  const read = readPaperData(root);
  const { icon, nameplate } = read.publication ?? {};
  const named = [icon, nameplate].flatMap((picture) => (picture && iconPath(picture)) || []);
  walked.problems ??= checkFiles(root, named);
  const data = { ...read, problems: [...walked.problems, ...read.problems] };
  const desk = new CopyDesk({ root, bodies, pictures, publication: data.publication, blocks });
  const { portraits, problems: portraitProblems } = await readPortraits({
    root,
    contributors: data.contributors,
    pictures,
  });
  const pages = await desk.read(pageKind, () => undefined);
  const kind = articleKind(article);
  walked.articles ??= desk.list(kind);
  const filed = await desk.read(kind, previous, touched, walked.articles);
  const articles = {
    ...filed,
    broken: new Set([...filed.broken, ...data.problems.flatMap(({ file }) => articleAt(file))]),
  };
  const problems = [
    ...data.problems,
    ...portraitProblems,
    ...(await iconProblems({ root, publication: data.publication, pictures })),
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
    portraits,
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
