import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { editionLead } from '../support/landmarks.ts';
import { scoresOf } from '../support/lighthouse.ts';
import { makePaper, project, removePaper, runBuild, whole } from '../support/paper.ts';
import { addStory, corpusNow, editHeadline, editWord, removeStory, renameContributor, writeCorpus } from './corpus.ts';
import { costOfHugo, hugoVersion, makeHugoSite, type Made } from './hugo.ts';
import { importCosts } from './imports.ts';
import { costOf, costsOfStaying, type Cost } from './measure.ts';
import { paintsOf } from './paint.ts';
import { leadArticleWeight } from './weight.ts';

/**
 * `npm run bench`, or `npm run bench 1000 5000`: what papers of so many articles cost to build, what a page costs to read, and what imports cost;
 * `npm run bench imports` tells the last alone, `npm run bench paint` when a page is painted.
 * Papers are written into the system's folder for temporary files and removed.
 */
async function bench(sizes: number[]): Promise<void> {
  await benchTemplates();
  for (const size of sizes) await benchBuilds(size);
  await benchPages(benchWeight, benchPaint, benchLighthouse);
  await benchImports();
}

async function benchImports(): Promise<void> {
  console.log('\nImports\n');
  console.log(line('', 'CPU s', 'wall s', 'memory MB', 'a second'));
  let memory = 0;
  for await (const { name, cost, count: stories } of importCosts()) {
    memory = Math.max(memory, cost.memory ?? 0);
    const rate = stories === undefined ? '' : count(stories / cost.wall);
    console.log(line(name, cost.cpu.toFixed(1), cost.wall.toFixed(1), count(cost.memory ?? 0), rate));
  }
  console.log('');
  console.log(budget('memory of the largest import', `${count(memory)} MB`, 'at most 300 MB'));
}

/** What is kept of the cache for a clean build. */
const kept = { nothing: [], bodies: ['assets', 'bodies'] };

/** What a clean build takes before it comes to articles, nearly all of it for bundling templates. */
async function benchTemplates(): Promise<void> {
  const root = makePaper({});
  try {
    await writeCorpus(root, 4);
    const cost = await costOf(pressCommand('build'), { cwd: root, env: environment([]) });
    console.log(line('', 'CPU s', 'wall s', 'memory MB', 'pages'));
    console.log(rowOf('templates bundled, for four articles', cost));
  } finally {
    removePaper(root);
  }
}

async function benchBuilds(size: number): Promise<void> {
  const root = makePaper({});
  try {
    const articles = await writeCorpus(root, size);
    const edited = articles[Math.floor(size / 2)] ?? '';
    const build = (parts: readonly Part[] = []) =>
      costOf(pressCommand('build'), { cwd: root, env: environment(parts) });
    const clean = (keep: string[], parts: readonly Part[] = []) => {
      cleanExcept(root, keep);
      return build(parts);
    };

    console.log(`\n${count(size)} articles\n`);
    const rows: [string, Cost][] = [];
    const measured = async (name: string, cost: Promise<Cost>) => {
      rows.push([name, await cost]);
      console.log(rowOf(name, await cost));
      return await cost;
    };
    console.log(line('', 'CPU s', 'wall s', 'memory MB', 'pages'));
    const cold = await measured('clean and cold', clean(kept.nothing));
    const cached = await measured('clean, bodies rendered before', clean(kept.bodies));
    editWord(root, edited);
    const word = await measured('one word edited', build());
    editHeadline(root, edited);
    await measured('one headline edited', build());
    const added = addStory(root, edited);
    await measured('one story new', build());
    removeStory(root, added);
    await measured('one story deleted', build());
    renameContributor(root);
    await measured('one contributor renamed', build());
    await measured('nothing changed', build());
    const others = articles.slice(Math.floor(size / 2) + 1).slice(0, 3);
    const [first, ...later] = await costsOfStaying(
      pressCommand('press'),
      { cwd: root, env: environment([]), ended: /^That took .*$/m },
      [...others.map((article) => () => editWord(root, article)), () => editHeadline(root, edited)],
    );
    if (first) await measured('one word edited, press kept, first', Promise.resolve(first));
    for (const [index, cost] of later.entries())
      await measured(
        `one ${index === later.length - 1 ? 'headline' : 'word'} edited, press kept`,
        Promise.resolve(cost),
      );
    const weight = weightOf(path.join(root, 'dist'));
    for (const part of parts)
      await measured(`clean, bodies rendered before, with ${inWords[part]}`, clean(kept.bodies, [part]));
    await measured('with all its parts, clean and cold', clean(kept.nothing, parts));
    editWord(root, edited);
    await measured('with all its parts, one word edited', build(parts));
    await measured('with all its parts, nothing changed', build(parts));
    console.log('');
    console.log(fact('files rendered', pagesIn(cold)?.all ?? 0));
    console.log(fact('site', `${count(weight / 1e6)} MB`));
    console.log(fact('site with all its parts', `${count(weightOf(path.join(root, 'dist')) / 1e6)} MB`));
    const memory = Math.max(...rows.map(([, cost]) => cost.memory ?? 0));

    console.log(budget('memory of the largest build', `${count(memory)} MB`, 'at most 1,500 MB'));
    const version = hugoVersion();
    if (!version) return console.log('Hugo is not installed: nothing to compare with.');
    const hugo = await benchHugo(root, edited, 'articles');
    console.log(rowOf(`Hugo ${version}, clean`, hugo.clean));
    console.log(rowOf('Hugo, one word edited', hugo.word));
    const like = await benchHugo(root, edited, 'all');
    console.log(rowOf('Hugo with lists, feeds and forms, clean', like.clean));
    console.log(rowOf('Hugo with lists, feeds and forms, one word', like.word));
    console.log('');
    const times = (cost: Cost) => `${(cost.cpu / hugo.clean.cpu).toFixed(2)} × Hugo`;
    console.log(budget('clean and cold', times(cold), 'at most 4 ×'));
    console.log(budget('clean, bodies rendered before', times(cached), 'at most 3 ×'));
    console.log(budget('one word edited', times(word), 'below 1 ×'));
  } finally {
    removePaper(root);
  }
}

/** What is made besides pages, and can be left out. */
const inWords = { SEARCH: 'the search index', CARDS: 'cards', COMPRESS: 'compressed files' };
type Part = keyof typeof inWords;
const parts = Object.keys(inWords) as Part[];

function environment(made: readonly Part[]): NodeJS.ProcessEnv {
  const settings = parts.map((part) => [`BROADSHEET_${part}`, made.includes(part) ? 'on' : 'off']);
  return { NODE_ENV: 'production', BROADSHEET_NOW: corpusNow, ...Object.fromEntries(settings) };
}

/** Keeps a program for a moment: the time of a process that it started counts when it has taken note of its end. */
const lingering = 'data:text/javascript,process.once("beforeExit",()=>setTimeout(()=>{},200))';

/** Bytes of all files below a folder. */
function weightOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(path.join(folder, name)))
    .reduce((sum, facts) => sum + (facts.isFile() ? facts.size : 0), 0);
}

/** The command of `npm run build` or `npm run press`, without npm. */
function pressCommand(script: 'build' | 'press'): [string, ...string[]] {
  const { scripts } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as {
    scripts: Record<typeof script, string>;
  };
  return [process.execPath, '--import', lingering, ...scripts[script].split(' ').slice(1)];
}

async function benchHugo(paper: string, edited: string, made: Made): Promise<{ clean: Cost; word: Cost }> {
  const page = readFileSync(path.join(paper, 'dist', edited, 'index.html'), 'utf8');
  const site = makeHugoSite(paper, { css: /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '', made });
  try {
    const clean = await costOfHugo(site);
    editWord(paper, edited);
    return { clean, word: await costOfHugo(site) };
  } finally {
    removePaper(site);
  }
}

/** Builds the shipped edition, and has pages of it measured. */
async function benchPages(...benches: ((dist: string) => Promise<void>)[]): Promise<void> {
  const root = makePaper(path.join(project, 'content'));
  try {
    const { code, output } = await runBuild(root, whole);
    if (code !== 0) throw new Error(`The shipped edition did not build:\n${output}`);
    for (const each of benches) await each(path.join(root, 'dist'));
  } finally {
    removePaper(root);
  }
}

async function benchPaint(dist: string): Promise<void> {
  console.log('\nThe same on a telephone, 1.6 Mbit/s and 150 ms away\n');
  console.log(line('', 'first paint, ms', 'largest, ms'));
  const { article, bare } = await paintsOf(dist);
  console.log(line('the article', count(article.first), count(article.largest)));
  console.log(line('a bare page of the same words', count(bare.first), count(bare.largest)));
  console.log('');
  const times = (of: 'first' | 'largest') => `${(article[of] / bare[of]).toFixed(2)} × bare`;
  console.log(budget('first paint', times('first'), 'at most 1.5 ×'));
  console.log(budget('largest paint', times('largest'), 'at most 1.8 ×'));
}

async function benchWeight(dist: string): Promise<void> {
  console.log('\nThe lead article of the shipped edition\n');
  console.log(line('', 'requests', 'bytes', 'Brotli'));
  const weights = await leadArticleWeight(dist);
  for (const { kind, requests, raw, brotli } of weights)
    console.log(line(kind, count(requests), count(raw), count(brotli)));
  const of = (kind: string) => weights.find((weight) => weight.kind === kind)?.brotli ?? 0;
  console.log('');
  console.log(budget('HTML with its styles', `${count(of('HTML with its styles'))} B`, 'at most 14,336 B'));
  console.log(budget('fonts', `${count(of('fonts'))} B`, 'at most 61,440 B'));
  console.log(budget('script', `${count(of('script'))} B`, 'at most 6,144 B'));
}

async function benchLighthouse(dist: string): Promise<void> {
  console.log('\nLighthouse, as on a telephone\n');
  const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
  console.log(line('', ...categories));
  const scores = await scoresOf(dist, ['/', editionLead, '/sections/world/'], categories);
  for (const { at, scores: found, lost } of scores) {
    console.log(line(at.slice(0, 30), ...categories.map((category) => String(found[category]))));
    if (lost.length > 0) console.log(`    ${lost.join(', ')}`);
  }
}

/** Has the published site and the cache out of the way but for some of its folders. */
function cleanExcept(root: string, keep: string[]): void {
  const cache = path.join(root, '.astro');
  const left = existsSync(cache) ? readdirSync(cache).filter((name) => !keep.includes(name)) : [];
  // Not deleted: of files that were, some file systems look at all again for each new one, for minutes.
  const aside = path.join(root, 'aside', String(performance.now()));
  mkdirSync(aside, { recursive: true });
  for (const name of ['dist', ...left.map((each) => path.join('.astro', each))])
    if (existsSync(path.join(root, name))) renameSync(path.join(root, name), path.join(aside, path.basename(name)));
}

function rowOf(name: string, cost: Cost): string {
  const { cpu, wall, memory } = cost;
  const pages = pagesIn(cost);
  return line(
    name,
    cpu.toFixed(1),
    wall.toFixed(1),
    memory === undefined ? '–' : count(memory),
    pages ? count(pages.rendered) : '–',
  );
}

/** How many pages a build says that it renders, and of how many; `undefined` where another program built. */
function pagesIn({ printed }: Cost): { rendered: number; all: number } | undefined {
  const [, rendered, all] = /Rendering (\d+) of (\d+) pages/.exec(printed) ?? [];
  return rendered && all ? { rendered: Number(rendered), all: Number(all) } : undefined;
}

function line(name: string, ...figures: string[]): string {
  return `  ${name.padEnd(48)}${figures.map((figure) => figure.padStart(16)).join('')}`;
}

function fact(name: string, found: number | string): string {
  return `  ${name.padEnd(48)}${(typeof found === 'number' ? count(found) : found).padStart(16)}`;
}

function budget(name: string, found: string, allowed: string): string {
  return `  ${name.padEnd(48)}${found.padStart(16)}   ${allowed && `(${allowed})`}`;
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}

const asked = process.argv.slice(2);
if (asked[0] === 'imports') await benchImports();
else if (asked[0] === 'paint') await benchPages(benchPaint);
else await bench(asked.length > 0 ? asked.map(Number) : [1000, 10_000]);
