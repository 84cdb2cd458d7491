import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type * as engineSources from '../../src/filing/sources.ts';
import type * as bundle from '../../src/press/bundle.ts';
import type * as pressIcons from '../../src/press/icons.ts';
import type * as pressIndex from '../../src/press/press-index.ts';
import type * as pressRun from '../../src/press/press-run.ts';

// Of the first build of a small paper Astro's bundling of the templates is three quarters. A bundle says where the paper lies, and serves
// elsewhere when it says that.

/** A bundle in a folder, by its name there. */
interface Known {
  root: string;
  name: string;
  /** The same for all folders whose bundles differ by nothing but where they are. */
  kind: string;
  /** What the paper's icons are made of. */
  facts: string;
}

const home = (root: string) => path.join(root, '.astro/bundle');
const bundleIn = (root: string) => (existsSync(home(root)) ? readdirSync(home(root))[0] : undefined);

const fileOf = (name: string, kept: string) => path.join(kept, `${name}.json`);

function knownAs(name: string, kept: string): Known | undefined {
  const file = fileOf(name, kept);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Known) : undefined;
}

/**
 * What a paper's own program says of it.
 * @param program its address, with a slash at the end
 */
async function ofPaper(root: string, program: string) {
  const of = <Module>(file: string) => import(`${program}src/${file}`) as Promise<Module>;
  const { digestOfBundle } = await of<typeof bundle>('press/bundle.ts');
  const { digestsOf } = await of<typeof pressRun>('press/press-run.ts');
  const { digestOfSources } = await of<typeof engineSources>('filing/sources.ts');
  const { PressIndex, changesFile } = await of<typeof pressIndex>('press/press-index.ts');
  const { iconFacts } = await of<typeof pressIcons>('press/icons.ts');
  const settings = readdirSync(root, { withFileTypes: true }).flatMap((each) => (each.isFile() ? [each.name] : []));
  const publication = readFileSync(path.join(root, 'content/publication.yaml'), 'utf8');
  const facts = JSON.stringify(iconFacts(root));
  const { BROADSHEET_CARDS = '', BROADSHEET_COMPRESS = '' } = process.env;
  const kind = [
    digestOfSources(root, ['src', 'public', ...settings.sort()]),
    /^url:.*$/m.exec(publication)?.[0],
    BROADSHEET_CARDS,
    BROADSHEET_COMPRESS,
    // The other icons are those in the engine's own public/.
    /^nameplate:/m.test(publication) ? facts : '',
  ];
  return {
    kind: createHash('sha256').update(JSON.stringify(kind)).digest('hex'),
    facts,
    name: digestOfBundle(root, digestsOf(root, [])),
    openIndex: () => new PressIndex(root),
    changesFile: path.join(root, changesFile),
  };
}

/**
 * Lets a folder go on with a bundle that was made in another, where templates, engine, settings and address are the same: a copy of another
 * folder as what that is, one of which nothing is built as if an empty paper were published in it.
 * @param kept where `keepBundle` has left it
 * @param isForSite whether what was built there is another paper, of which nothing is to stay
 */
export async function lendBundle(root: string, kept: string, program: string, isForSite = false): Promise<void> {
  const there = bundleIn(root);
  const last = there === undefined ? undefined : knownAs(there, kept);
  const isBuilt = ['.astro', 'dist'].some((each) => existsSync(path.join(root, each)));
  if ((isBuilt && !last) || !existsSync(path.join(root, 'content/publication.yaml'))) return;
  if (last?.root === root && !isForSite) return;
  const { kind, facts, name, openIndex, changesFile } = await ofPaper(root, program);
  const from = path.join(kept, kind);
  if (there === name || !existsSync(from) || (last && last.kind !== kind)) return;
  const isCopy = last?.facts === facts;
  if (last && !isCopy && !isForSite) return;
  if (last && !isCopy) forgetPaper(root);
  rmSync(home(root), { recursive: true, force: true });
  mkdirSync(home(root), { recursive: true });
  const place = path.join(home(root), name);
  execFileSync('cp', ['-a', path.join(from, 'bundle'), place]);
  const maker = JSON.parse(readFileSync(path.join(from, 'maker.json'), 'utf8')) as Known;
  for (const file of readdirSync(place).map((each) => path.join(place, each))) {
    const { atime, mtime } = statSync(file);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(maker.root, root).replaceAll(maker.name, name));
    utimesSync(file, atime, mtime);
  }
  const dist = path.join(root, 'dist');
  if (!isCopy) execFileSync('cp', ['-a', path.join(from, 'site'), dist]);
  const index = openIndex();
  const others = isCopy ? index.standing.others : filesBelow(dist);
  index.putDown(changesFile, {
    standing: { ...index.standing, bundle: name, others },
    rendered: [],
    gone: [],
    articles: [],
    withoutArticles: [],
    seen: [],
    words: { isAll: false, holders: [] },
  });
  index.take();
  index.close();
  writeFileSync(fileOf(name, kept), JSON.stringify({ root, name, kind, facts } satisfies Known));
}

/** Takes away all that is known of the paper that was built in a folder, but pictures as they were encoded. */
function forgetPaper(root: string): void {
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  for (const name of readdirSync(path.join(root, '.astro')))
    if (name !== 'assets') rmSync(path.join(root, '.astro', name), { recursive: true });
}

/** Keeps the bundle that a build has left, and what comes with it that is no page's. */
export async function keepBundle(root: string, kept: string, program: string): Promise<void> {
  const name = bundleIn(root);
  if (name === undefined || knownAs(name, kept)) return;
  const { kind, facts, openIndex } = await ofPaper(root, program);
  const index = openIndex();
  const { bundle, others } = index.standing;
  index.close();
  if (bundle !== name) return;
  const known = JSON.stringify({ root, name, kind, facts } satisfies Known);
  const place = path.join(kept, kind);
  if (!existsSync(place)) {
    const unfinished = mkdtempSync(path.join(kept, 'unfinished-'));
    writeFileSync(path.join(unfinished, 'maker.json'), known);
    execFileSync('cp', ['-a', path.join(home(root), name), path.join(unfinished, 'bundle')]);
    const site = path.join(unfinished, 'site');
    mkdirSync(site);
    execFileSync('cp', ['-a', '--parents', ...others, site], { cwd: path.join(root, 'dist') });
    try {
      renameSync(unfinished, place);
    } catch {
      // Another process has kept one meanwhile.
      rmSync(unfinished, { recursive: true });
    }
  }
  writeFileSync(fileOf(name, kept), known);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => path.relative(folder, path.join(each.parentPath, each.name)))
    .sort();
}
