import type { AstroConfig, AstroIntegration, AstroPrerenderer } from 'astro';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { handed, type Entries } from '../astro/internals.ts';
import { pathOf } from '../newsroom/permalink.ts';
import { EditorialError } from '../newsroom/problem.ts';
import { keepBundle } from './bundle.ts';
import { layOutPictures } from './pictures.ts';
import { PressIndex } from './press-index.ts';
import { keptEntries } from './entries.ts';
import { digestsOf, PressRun, type Paper, type Read } from './press-run.ts';
import { finishPublication } from './publication.ts';
import { Volume } from './volume.ts';

/**
 * Builds beside the published site, renders only what has changed (`PressRun`), and publishes when all of it is complete.
 *
 * A build that fails or is killed leaves the published site untouched, or with a publication that the next command completes; one
 * with a file that names another that is not there fails. Parts of the search index are made, or taken over, in the same way;
 * with `BROADSHEET_SEARCH=off` there is none. A card goes with the pages that show it;
 * with `BROADSHEET_CARDS=off` there is none. Books are kept for the desk and are in no site. What is rendered anew is compressed beside itself for servers that send
 * such files, unless `BROADSHEET_COMPRESS=off`. What open pages of former publications may ask for stays for a week.
 * @param replaced files that the paper has put in the place of the engine's
 */
export function press({ replaced = [] }: { replaced?: readonly string[] } = {}): AstroIntegration {
  let paper: Paper;
  let image: AstroConfig['image'];
  let run: PressRun;
  let others: string[];
  let volume: Volume | undefined;
  // What others do in a build, or read from collections of the paper's own, the bundle does not know.
  const keep = async () => {
    if (handed().bundling) await keepBundle(paper, image);
    else if (others.length === 0 && handed().entries) run.bundle = await keepBundle(paper, image);
  };
  return {
    name: 'press',
    hooks: {
      'astro:config:done': ({ config }) => {
        const address = config.site === undefined ? '' : new URL(config.base, config.site).href.replace(/\/$/, '');
        paper = { root: path.resolve(fileURLToPath(config.root)), address, replaced };
        image = config.image;
        others = config.integrations.map(({ name }) => name).filter((name) => !['broadsheet', 'press'].includes(name));
        if (handed().bundling && others.length > 0) throw new Error(`A bundle does not do what ${others.join()} do.`);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (handed().bundling) return setPrerenderer((whole) => bundleAlone(whole, keep));
        finishPublication(paper.root);
        run = new PressRun(paper, digestsOf(paper.root, replaced), new PressIndex(paper.root));
        const { volume: year, entries } = handed();
        volume = year === undefined ? undefined : new Volume(paper.root, year, articlesIn(entries));
        setPrerenderer((whole) => onlyChanged(whole, { run, volume, keep }));
      },
      'astro:build:done': async ({ logger }) => {
        if (handed().bundling) return;
        try {
          if (volume) return await run.bind(volume);
          const { read, entries } = handed();
          await run.publish(read && { ...(read as Read), entries: entries && keptEntries(entries) });
        } catch (error) {
          // Whoever builds tells it; Astro would tell of a fault of the program as well.
          if (error instanceof EditorialError) logger.options = { ...logger.options, level: 'silent' };
          throw error;
        }
      },
    },
  };
}

/** Renders nothing. @param keep called when all is bundled */
function bundleAlone(whole: AstroPrerenderer, keep: () => Promise<void>): AstroPrerenderer {
  return {
    ...whole,
    name: 'press',
    getStaticPaths: () => Promise.resolve([]),
    teardown: keep,
  };
}

/** Articles as loaders have handed them over; none where the paper has collections of its own. */
function articlesIn(entries: Entries | undefined) {
  return [...(entries?.get('articles')?.values() ?? [])] as unknown as ConstructorParameters<typeof Volume>[2];
}

/** @param keep called when all is rendered */
function onlyChanged(
  whole: AstroPrerenderer,
  { run, volume, keep }: { run: PressRun; volume: Volume | undefined; keep: () => Promise<void> },
): AstroPrerenderer {
  return {
    name: 'press',
    setup: () => whole.setup?.() ?? Promise.resolve(),
    getStaticPaths: async () => {
      const paths = await whole.getStaticPaths();
      return volume ? run.changedIn(volume, paths) : run.changed(paths);
    },
    render: async (request, options) => {
      const pathname = decodeURI(pathOf(new URL(request.url).pathname));
      run.beginsAt(pathname);
      const result = await whole.render(request, options);
      const response = result instanceof Response ? result : result.response;
      const bytes = Buffer.from(await response.arrayBuffer());
      run.rendered(pathname, bytes);
      return new Response(bytes, response);
    },
    teardown: async () => {
      await keep();
      await run.layOut(layOutPictures);
      await whole.teardown?.();
    },
  };
}
