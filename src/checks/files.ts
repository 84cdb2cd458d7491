import { existsSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../newsroom/problem.ts';
import { onDay } from '../schema/examples.ts';
import { isFile } from '../filing/files.ts';
import { isPublication } from '../filing/paper-data.ts';

const folders = ['articles', 'contributors', 'fronts', 'pages', 'pictures', 'related', 'sections', 'topics'];
const files = ['publication.yaml', 'import.yaml', 'import.yml', 'imports.jsonl', 'ledger.jsonl', 'README.md'];

/**
 * F-008, L-001, L-004, L-007 and L-008: files and folders below `content/` that somebody meant to be read and nothing
 * reads. Hidden ones, pictures and what word processors keep beside a text are left alone.
 * @param named files that `publication.yaml` names
 */
export function checkFiles(root: string, named: readonly string[] = []): Problem[] {
  const content = path.join(root, 'content');
  if (!existsSync(content)) return [];
  return entriesOf(content).flatMap((entry) => {
    const file = `content/${entry.name}`;
    const fault = faultOf(root, file, entry);
    if (fault) return [{ file, ...fault }];
    if (entry.isDirectory() && folders.includes(entry.name)) return checkFolder(root, file);
    if (files.includes(entry.name) || named.includes(file)) return [];
    // Told where the paper's own file is looked for.
    if (isPublication(entry.name) && !isFile(path.join(content, 'publication.yaml'))) return [];
    return [
      {
        code: 'L-004' as const,
        file,
        found: `Nothing reads this ${entry.isDirectory() ? 'folder' : 'file'}.`,
        remedy: `${entry.isDirectory() ? 'Move its files' : 'Move it'}: content/ holds publication.yaml and the folders ${folders.join(', ')}.`,
      },
    ];
  });
}

function checkFolder(root: string, folder: string): Problem[] {
  const names: string[] = [];
  const below = entriesOf(path.join(root, folder)).flatMap((entry): Problem[] => {
    const file = `${folder}/${entry.name}`;
    const fault = faultOf(root, file, entry);
    if (fault) return [{ file, ...fault }];
    if (entry.isDirectory()) return checkFolder(root, file);
    names.push(entry.name);
    return [];
  });
  const wrong = folder.startsWith('content/articles') ? wrongInArticles : wrongInOthers;
  const problems = [...below, ...wrong(folder, names).map((fault) => ({ ...fault, code: 'L-001' as const }))];
  if (isArticle(folder) && problems.length === 0 && !holdsText(root, folder) && holdsFile(root, folder))
    problems.push({
      code: 'L-007',
      file: folder,
      found: 'The folder of an article holds no text.',
      remedy: `Write ${folder}/index.md, or take the folder away.`,
    });
  return problems;
}

function entriesOf(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
}

type Fault = Omit<Problem, 'file'>;

function faultOf(root: string, file: string, entry: Dirent): Fault | undefined {
  if (entry.isSymbolicLink()) return linkFault(root, file);
  return entry.isDirectory() ? folderFault(entry.name) : undefined;
}

function linkFault(root: string, file: string): Fault | undefined {
  const code = 'F-008';
  let target: string;
  try {
    target = realpathSync(path.join(root, file));
  } catch {
    return { code, found: 'This link leads nowhere.', remedy: 'Put the file or the folder itself in its place.' };
  }
  if (statSync(target).isDirectory())
    return {
      code,
      found: 'This is a link to a folder, which is not followed.',
      remedy: 'Put the folder itself in its place.',
    };
  const isInside = [root, path.join(root, 'content')].some((each) => target.startsWith(realpathSync(each) + path.sep));
  return isInside
    ? undefined
    : { code, found: 'This link leads out of the project.', remedy: 'Put the file itself in its place.' };
}

function folderFault(name: string): Fault | undefined {
  return /\.(md|ya?ml)$/i.test(name)
    ? {
        code: 'L-008',
        found: 'A folder has the name of a file.',
        remedy: 'Put the file in its place, or give the folder another name.',
      }
    : undefined;
}

function isArticle(folder: string): boolean {
  return /^content\/articles(\/[^/]+){4}$/.test(folder);
}

const markdown = /\.(md|markdown|mdx)$/i;

function holdsText(root: string, folder: string): boolean {
  return readdirSync(path.join(root, folder), { recursive: true }).some((name) => markdown.test(String(name)));
}

function holdsFile(root: string, folder: string): boolean {
  return entriesOf(path.join(root, folder)).some(
    (entry) => !entry.isDirectory() || holdsFile(root, `${folder}/${entry.name}`),
  );
}

type Wrong = Pick<Problem, 'file' | 'found' | 'remedy'>;

/** Files of word processors, and those whose name goes on behind the ending that is wanted. */
const text = /\.(te?xt|x?html?|docx?|odt|rtf|pages|rst|adoc|org|tex|json|toml|csv)$|\.(md|markdown|mdx|ya?ml)\W?\w*$/i;
/** What editors of text keep of a file that is there. */
const backup = /^(.+?)(~|\.(bak|orig|old|tmp|swp|save)|\.~\d+~)$/i;

function isText(name: string, names: readonly string[]): boolean {
  const [, original = ''] = backup.exec(name) ?? [];
  if (names.includes(original) || /^(README|LICEN[CS]E)(\.\w+)?$/i.test(name)) return false;
  return text.test(name) || text.test(original) || !name.includes('.');
}

/** In a folder below `content/articles`; files that end in .md are told of where they are read. */
function wrongInArticles(folder: string, names: readonly string[]): Wrong[] {
  const texts = names.filter((name) => name !== 'passages.json' && !markdown.test(name) && isText(name, names));
  const segments = folder.split('/').length - 2;
  if (segments > 4) return [];
  if (segments < 4)
    return texts
      .filter((name) => !/\.(json|csv|toml)$/i.test(name))
      .map((name) => notNamed(`${folder}/${name}`, `${placeFor(folder, name)}/index.md`));
  const wrong = names.some((name) => markdown.test(name))
    ? texts.filter((name) => /^index\b/i.test(name))
    : texts.sort((a, b) => Number(/^index/i.test(b)) - Number(/^index/i.test(a))).slice(0, 1);
  return wrong.map((name) => notNamed(`${folder}/${name}`, `${folder}/index.md`));
}

/** A folder for a file that stands where one should be. */
function placeFor(folder: string, name: string): string {
  return /(\/\d+){3}$/.test(folder)
    ? `${folder}/${name.replace(/\..*/, '')}`
    : `content/articles/${onDay}/harbour-vote`;
}

function notNamed(file: string, right: string): Wrong {
  return { file, found: 'The file is not named index.md.', remedy: remedyFor(file, right) };
}

function remedyFor(file: string, right: string): string {
  return /\.(x?html?|docx?|odt|rtf|pages|rst|adoc|org|tex|json|toml|csv)$/i.test(file)
    ? `Write its text anew in the form that is read, as ${right}.`
    : `Name it ${right}.`;
}

/** In a folder of pages, or of files that hold fields. */
function wrongInOthers(folder: string, names: readonly string[]): Wrong[] {
  if (folder.startsWith('content/pictures')) return [];
  const ending = folder.startsWith('content/pages') ? '.md' : '.yaml';
  const right = ending === '.md' ? markdown : /\.ya?ml$/;
  return names
    .filter((name) => !right.test(name) && (isText(name, names) || markdown.test(name)) && name !== 'README.md')
    .map((name) => ({
      file: `${folder}/${name}`,
      found: `The file does not end in ${ending}.`,
      remedy: remedyFor(name, `${folder}/${name.replace(/\..*/, '')}${ending}`),
    }));
}
