import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import type { buildPaper } from '../../src/desk/build.ts';
import { keepBundle, lendBundle } from './bundles.ts';
import type { BuildResult, Job } from './paper.ts';

// A process that runs jobs one after the other, with Astro and Vite loaded once, and gives for each what its command would.
// A paper's own program is loaded anew for each job, as is what Astro makes of it; nothing else that a job sets stays.

// Papers have other pictures under the same names.
sharp.cache(false);
const environment = { ...process.env };
const [, , bundles = ''] = process.argv;
const globals = new Set(Object.getOwnPropertyNames(globalThis));
let folder: string | undefined;
let number = 0;

registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    if (!folder || !found.url.startsWith(folder) || /[?&]job=/.test(found.url)) return found;
    return { ...found, url: `${found.url}${found.url.includes('?') ? '&' : '?'}job=${number}` };
  },
});

async function run({ root, words, isAnew, isCopy, isForSite, env }: Job): Promise<BuildResult> {
  let output = '';
  for (const stream of [process.stdout, process.stderr])
    stream.write = (text: string | Uint8Array) => {
      output += String(text);
      return true;
    };
  folder = `${pathToFileURL(root).href}/`;
  number += 1;
  process.chdir(root);
  Object.assign(process.env, env);
  try {
    if (!isAnew && (!words || words[0] === 'publish')) await lendBundle(root, bundles, folder, isForSite);
    if (isCopy) process.exitCode = 0;
    else if (words) {
      process.argv.splice(2, Infinity, ...words);
      await import(`${folder}src/desk/desk.ts`);
    } else {
      const build = (await import(`${folder}src/desk/build.ts`)) as { buildPaper: typeof buildPaper };
      process.exitCode = (await build.buildPaper(root)) ? 0 : 1;
    }
    if (process.exitCode === 0) await keepBundle(root, bundles, folder);
    return { code: Number(process.exitCode), output };
  } finally {
    await rest();
    process.exitCode = undefined;
    process.chdir(path.dirname(root));
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
    Object.assign(process.env, environment);
    for (const name of Object.getOwnPropertyNames(globalThis))
      if (!globals.has(name)) Reflect.deleteProperty(globalThis, name);
  }
}

/** Waits for what a command still does before it ends: Astro writes its store once more, some time after the build. */
async function rest(): Promise<void> {
  while (process.getActiveResourcesInfo().includes('Timeout'))
    // A timer that is not among those that are waited for.
    await new Promise((resolve) => setTimeout(resolve, 20).unref());
}

process.on('message', (job: Job) => {
  void run(job).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ code: 1, output: error instanceof Error ? error.stack : String(error) }),
  );
});
