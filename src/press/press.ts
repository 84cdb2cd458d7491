import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { fileURLToPath } from 'node:url';
import { EditorialError } from '../newsroom/problem.ts';
import { PressRun } from './press-run.ts';
import { finishPublication } from './publication.ts';

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
  let paper: ConstructorParameters<typeof PressRun>[0];
  let run: PressRun;
  return {
    name: 'press',
    hooks: {
      'astro:config:done': ({ config }) => {
        const origin = config.site === undefined ? '' : new URL(config.site).origin;
        paper = { root: fileURLToPath(config.root), origin, replaced };
      },
      'astro:build:start': ({ setPrerenderer }) => {
        finishPublication(paper.root);
        run = new PressRun(paper);
        setPrerenderer((whole) => onlyChanged(whole, run));
      },
      'astro:build:done': async ({ logger }) => {
        try {
          await run.publish();
        } catch (error) {
          // Whoever builds tells it; Astro would tell of a fault of the program as well.
          if (error instanceof EditorialError) logger.options = { ...logger.options, level: 'silent' };
          throw error;
        }
      },
    },
  };
}

function onlyChanged(whole: AstroPrerenderer, run: PressRun): AstroPrerenderer {
  return {
    name: 'press',
    setup: () => whole.setup?.() ?? Promise.resolve(),
    getStaticPaths: async () => run.changed(await whole.getStaticPaths()),
    render: async (request, options) => {
      const result = await whole.render(request, options);
      const response = result instanceof Response ? result : result.response;
      const bytes = Buffer.from(await response.arrayBuffer());
      run.rendered(decodeURI(new URL(request.url).pathname), bytes);
      return new Response(bytes, response);
    },
    teardown: async () => {
      await run.layOut();
      await whole.teardown?.();
    },
  };
}
