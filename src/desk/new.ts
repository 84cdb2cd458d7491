import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { freeId } from '../checks/examples.ts';
import { commentOn } from '../filing/field-comments.ts';
import { readLedger } from '../filing/ledger.ts';
import { currentInstant } from '../filing/now.ts';
import { readPaperData, type PaperData } from '../filing/paper-data.ts';
import { instantInZone } from '../newsroom/calendar.ts';
import { nearest } from '../newsroom/nearest.ts';
import { articlePath } from '../newsroom/permalink.ts';
import { article } from '../schema/article.ts';
import { refuse } from './refuse.ts';
import { slugOf } from '../filing/slug.ts';
import { typed } from './typed.ts';

/** What an editor says of a story to begin. */
export interface Wanted {
  section?: string;
  kind?: string;
  language?: string;
  by?: string;
  slug?: string;
  /** `false` where it is to be published by the next build. */
  draft?: boolean;
  edit?: boolean;
}

/**
 * `npm run desk new "Headline"`: files an article of today, in the paper's zone, with an id that no other has and the fields that matter,
 * each with what it is for.
 * @returns whether it was filed
 */
export async function newArticle(root: string, headline: string, wanted: Wanted): Promise<boolean> {
  const paper = readPaperData(root);
  const { publication } = paper;
  if (!publication) return refuse(`content/publication.yaml cannot be read. ${typed(root, 'check')} tells why.`);
  const fault = faultOf(headline, wanted, paper);
  if (fault) return refuse(fault);
  const now = instantInZone(currentInstant(), publication.timeZone);
  const slug = wanted.slug ?? slugOf(headline, wanted.language ?? publication.language);
  const place = `${now.slice(0, 10).replaceAll('-', '/')}/${slug}`;
  if (!articlePath.test(place))
    return refuse(
      `"${slug || headline}" cannot be the end of an address. Say one in small letters, digits and hyphens: --slug harbour-vote.`,
    );
  const file = `content/articles/${place}/index.md`;
  const ids = new Set(readLedger(root).entries.map(({ id }) => id));
  mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
  try {
    writeFileSync(path.join(root, file), frontMatter({ headline, wanted, paper, now, id: freeId(file, ids) }), {
      flag: 'wx',
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return refuse(
      `There is an article at ${file} already. Give this one another end of its address: --slug ${slug}-2.`,
    );
  }
  console.log(file);
  if (wanted.edit) return edited(path.join(root, file));
  return true;
}

function faultOf(headline: string, { section, kind, language, by }: Wanted, paper: PaperData): string | undefined {
  const ofThese = (what: string, option: string, word: string | undefined, words: readonly string[]) => {
    if (word === undefined || words.includes(word)) return undefined;
    const near = nearest(word, words);
    return `There is no ${what} "${word}". ${near ? `Did you mean --${option} ${near}?` : `There are ${words.join(', ')}.`}`;
  };
  if (headline.trim() === '') return 'Say the headline: it can be changed as long as the article is a draft.';
  return (
    ofThese('section', 'section', section, [...paper.sections.keys()]) ??
    ofThese('contributor', 'by', by, [...paper.contributors.keys()]) ??
    ofThese('kind', 'kind', kind, article.shape.kind.unwrap().options) ??
    (article.shape.language.safeParse(language).success
      ? undefined
      : `"${language}" is no tag of a language. Write one such as en-GB, ar or ja.`)
  );
}

function frontMatter({
  headline,
  wanted,
  paper,
  now,
  id,
}: {
  headline: string;
  wanted: Wanted;
  paper: PaperData;
  now: string;
  id: string;
}): string {
  const { publication, contributors } = paper;
  const [only = '', ...others] = contributors.keys();
  const by = wanted.by ?? (others.length === 0 ? only : '');
  const fields: [name: string, value: unknown, example?: string][] = [
    ['id', id],
    ['headline', headline.trim()],
    ['standfirst', undefined, 'One sentence.'],
    ['kicker', undefined, 'Two words'],
    ['section', wanted.section ?? publication?.sections[0]],
    ['topics', undefined, `[${[...paper.topics.keys()].slice(0, 2).join(', ')}]`],
    ['kind', wanted.kind ?? 'news'],
    ['contributors', by ? [{ who: by }] : undefined, `[{ who: ${only || 'newsdesk'} }]`],
    ['dateline', undefined, `{ place: ${publication?.publisher.place ?? 'Hanoi'}, date: ${now.slice(0, 10)} }`],
    ['published', now],
    ['status', wanted.draft === false ? 'published' : 'draft'],
    [
      'picture',
      undefined,
      '{ file: ./picture.jpg, alt: What is to be seen, caption: What to know of it, credit: "Photo: Name" }',
    ],
    ...(wanted.language ? [['language', wanted.language] satisfies [string, unknown]] : []),
  ];
  const lines = fields.flatMap(([name, value, example = '']) => [
    `# ${commentOn(name)}`,
    value === undefined ? `# ${name}: ${example}` : stringify({ [name]: value }, { lineWidth: 0 }).trimEnd(),
  ]);
  return `---\n${lines.join('\n')}\n---\n\n`;
}

/** Opens a file in the editor's own program, which `VISUAL` or `EDITOR` names, and waits until it is closed. */
function edited(file: string): Promise<boolean> {
  const program = process.env['VISUAL'] ?? process.env['EDITOR'];
  if (!program)
    return Promise.resolve(
      refuse('No program to edit with is named in the environment variable EDITOR: open the file yourself.'),
    );
  const [command = '', ...words] = program.split(' ');
  return new Promise((resolve) => {
    spawn(command, [...words, file], { stdio: 'inherit' })
      .on('error', ({ message }) => resolve(refuse(`"${program}" does not run (${message}): open the file yourself.`)))
      .on('close', (code) => resolve(code === 0));
  });
}
