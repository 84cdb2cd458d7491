import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { holdsFor, importedImage, pathsAsAsked, plainImports } from '../../../src/astro/internals.ts';
import { project } from '../../support/paper.ts';

const read = (file: string) => readFileSync(path.join(project, 'node_modules', file), 'utf8');
const versionOf = (name: string) => (JSON.parse(read(`${name}/package.json`)) as { version: string }).version;

/** What the inside of a package has to say for what src/astro/internals.ts takes for granted. */
const inside: [taken: string, file: string, says: RegExp][] = [
  [
    'Astro keeps the originals of pictures in globalThis.astroAsset.staticImages, a map',
    'astro/dist/assets/vite-plugin-assets.js',
    /globalThis\.astroAsset\.staticImages = [^;]*new Map\(\)/,
  ],
  [
    'Astro keeps of an original its file as originalSrcPath and what is made of it as transforms',
    'astro/dist/assets/vite-plugin-assets.js',
    /\{\s*originalSrcPath\b[^}]*transforms\b/,
  ],
  [
    'Astro keeps of each encoding its address as finalPath',
    'astro/dist/assets/vite-plugin-assets.js',
    /transforms\.set\([^)]*\{\s*finalPath\b/,
  ],
  [
    'Astro knows an imported picture by an fsPath that is out of sight',
    'astro/dist/assets/internal.js',
    /isESMImportedImage\(resolvedOptions\.src\) \? resolvedOptions\.src\.fsPath/,
  ],
  [
    'Astro shows a file of this machine below /@fs with origWidth, origHeight and origFormat',
    'astro/dist/assets/utils/node.js',
    /origWidth[^]*origHeight[^]*origFormat[^]*`\/@fs`/,
  ],
  [
    'Astro reads what collections hold from the module "astro:data-layer-content", which may give a map',
    'astro/dist/content/data-store.js',
    /import\("astro:data-layer-content"\)[^]*data\.default instanceof Map[^]*ImmutableDataStore\.fromMap\(data\.default\)/,
  ],
  [
    'Astro keeps the map as it is given and looks into it each time',
    'astro/dist/content/data-store.js',
    /fromMap\(data\) \{[^}]*store\._collections = data/,
  ],
  [
    'Astro forgets the paths of routes when it is told astro:content-changed in its environments',
    'astro/dist/vite-plugin-app/createAstroServerApp.js',
    /hot\.on\("astro:content-changed"[^}]*getRouteCache\(manifest\)\.clearAll\(\)/,
  ],
  [
    'Astro calls these environments ssr and prerender',
    'astro/dist/core/constants.js',
    /ssr: "ssr"[^}]*prerender: "prerender"/,
  ],
  [
    'Astro keeps its store in .astro/data-store.json where the paper is written, as devalue has it',
    'astro/dist/content/data-store-writer.js',
    /devalue\.stringify\(/,
  ],
  [
    'Astro has the bundle of pages in .prerender below the folder into which it builds',
    'astro/dist/prerender/utils.js',
    /new URL\("\.\/\.prerender\/"/,
  ],
  [
    'Astro calls the first module of that bundle prerender-entry',
    'astro/dist/core/build/static-build.js',
    /PRERENDER_ENTRY_FILENAME_PREFIX = "prerender-entry"/,
  ],
  [
    'Astro has that module give an app, which takes internals and options',
    'astro/dist/core/build/default-prerenderer.js',
    /prerenderEntry\.app;\s*app\.setInternals\(internals\);\s*app\.setOptions\(options\);/,
  ],
  [
    'Astro renders a page by the request and the data of its route',
    'astro/dist/core/app/prerender.js',
    /await app\.render\(request, \{ routeData \}\)/,
  ],
  [
    'Astro takes the paths of a route from a cache of the app, where they are of the same module',
    'astro/dist/core/render/route-cache.js',
    /cached\?\.staticPaths && cached\.mod === mod/,
  ],
  [
    'Astro finds what a page is made with in these paths by "keyed", under the path',
    'astro/dist/core/render/route-cache.js',
    /stringifyParams\(params, route, trailingSlash\);\s*const matchedStaticPath = staticPaths\.keyed\.get\(paramsKey\)/,
  ],
  [
    'Astro lays "keyed" beside the paths that a route has given, and fills it with those that it finds among them',
    'astro/dist/core/render/route-cache.js',
    /keyedStaticPaths = staticPaths;\s*keyedStaticPaths\.keyed = [^;]*new Map\(\);\s*for \(const sp of keyedStaticPaths\)/,
  ],
  [
    'Astro lists the paths of all routes of the manifest that are rendered before',
    'astro/dist/runtime/prerender/static-paths.js',
    /of manifest\.routes\) \{\s*if \(!routeData\.prerender\) continue/,
  ],
  [
    'Astro has the module of a route from the app, or from what it runs in',
    'astro/dist/runtime/prerender/static-paths.js',
    /app\.getComponentByRoute \? [^:]*: await getEnvironment\(manifest\)\.getComponentByRoute\(manifest, route\)/,
  ],
  [
    'Astro makes a path of a route from its segments, without a slash at its end for files',
    'astro/dist/core/routing/params.js',
    /hasFileExtension\(route\.route\)\) \{\s*trailingSlash = "never"[^]*getRouteGenerator\(route\.segments, trailingSlash\)\(validatedParams\)/,
  ],
  [
    'Astro takes the styles of a page from the internals, by its route and its component',
    'astro/dist/core/build/runtime.js',
    /internals\.pagesByKeys\.get\(makePageDataKey\(route, component\)\)/,
  ],
  [
    'Astro names these with "&" between the two',
    'astro/dist/core/build/plugins/util.js',
    /ASTRO_PAGE_KEY_SEPARATOR = "&"/,
  ],
  [
    'Astro needs of internals and options nothing else than styles, scripts and where a log goes',
    'astro/dist/core/build/environment.js',
    /pageBuildData\?\.styles\.sort\(cssOrder\)\.map\(\(\{ sheet \}\) => sheet\)\.reduce\(mergeInlineCss, \[\]\)[^]*settings\.scripts\.some/,
  ],
  [
    'Astro writes the styles of each page into the manifest of the bundle',
    'astro/dist/core/build/plugins/plugin-manifest.js',
    /const styles = pageData\.styles\.sort\(cssOrder\)[^]*routes\.push\(\{[^]*?\],\s*styles,\s*routeData/,
  ],
  [
    'Astro notes what is to be made of a picture by globalThis.astroAsset.addStaticImage',
    'astro/dist/assets/internal.js',
    /globalThis\.astroAsset\.addStaticImage\(validatedOptions, propsToHash, originalFilePath\)/,
  ],
  [
    'Astro names an encoding by hashTransform and propsToFilename',
    'astro/dist/assets/vite-plugin-assets.js',
    /hashTransform\(options, settings\.config\.image\.service\.entrypoint, hashProperties\)[^]*propsToFilename\(finalOriginalPath, options, hash\)/,
  ],
  [
    'Astro keeps an encoding in assets/ of its cache by the name that it has in the site',
    'astro/dist/assets/build/generate.js',
    /new URL\("assets\/", settings\.config\.cacheDir\)[^]*cacheFile = basename\(filepath\)/,
  ],
  [
    'Astro finds the digests of the styles of a page, and has those of all pages beside them, once to be changed and once as they were',
    'astro/dist/core/fetch/fetch-state.js',
    /extraStyleHashes\.push\(await generateCspDigest\(style\.children[^]*\n {6}styleHashes: manifest\.csp\?\.styleHashes[^]*styleDirective: \{[^}]*?hashes: manifest\.csp\?\.styleDirective \? \[/,
  ],
  [
    'Astro writes the styles of a page, a set of properties and text, at the end of its head behind the policy',
    'astro/dist/runtime/server/render/head.js',
    /renderCspContent\(result\)[^]*deduplicateElements\(Array\.from\(result\.styles\)\)[^]*renderElement\("style", style\)/,
  ],
  [
    'Astro calls what has isAstroComponentFactory with what it renders into, and the properties',
    'astro/dist/runtime/server/render/astro/instance.js',
    /this\.factory\(result, this\.props, this\.slotValues\)/,
  ],
  [
    'Astro writes both into the policy',
    'astro/dist/runtime/server/render/csp.js',
    /of style\.default\.hashes\)[^]*of result\._metadata\.extraStyleHashes\)/,
  ],
];

describe('What is taken for granted of the inside of Astro and Vite', () => {
  test.each(Object.entries(holdsFor))('was found in %s %s, which is what is installed', (name, version) => {
    expect(versionOf(name)).toMatch(new RegExp(`^${version.replace('.', '\\.')}\\.`));
  });

  test.each(inside)('holds: %s', (_, file, says) => {
    expect(read(file)).toMatch(says);
  });

  test('holds: Vite loads what a script asks for through the module "\\0vite/preload-helper.js", by __vitePreload', () => {
    const { resolveId, load } = plainImports as unknown as {
      resolveId: (id: string, importer: string) => string | undefined;
      load: (id: string) => string | undefined;
    };
    const chunks = read('vite/dist/node/chunks/node.js');
    const id = /preloadHelperId = "([^"]+)"/.exec(chunks)?.[1]?.replace('\\0', '\0') ?? '';
    const name = /preloadMethod = [`"'](\w+)[`"']/.exec(chunks)?.[1] ?? '';
    expect(load(resolveId(id, '/reader.ts') ?? '')).toContain(`export const ${name} = (load) => load()`);
  });

  test('has the one path looked up that is asked for, whatever table is laid beside the paths', () => {
    const asked: string[] = [];
    const paths = pathsAsAsked((address) => {
      asked.push(address);
      return [{ params: { day: '06', slug: 'first' } }, { params: { day: '06', slug: 'first', form: 'index.md' } }];
    });
    const laid = Object.assign(paths, { keyed: new Map<string, object>() });
    expect([...paths]).toEqual([]);
    expect(laid.keyed.get('/06/first/index.md')).toEqual({ params: { day: '06', slug: 'first', form: 'index.md' } });
    expect(laid.keyed.get('/06/first/')).toEqual({ params: { day: '06', slug: 'first' } });
    expect(laid.keyed.get('/06/second/')).toBeUndefined();
    expect(asked).toEqual(['/06/first/index.md', '/06/first/', '/06/second/']);
  });

  test('leaves the file of a picture out of what its encodings are named by', () => {
    const image = importedImage('/_astro/quay.png', { file: '/paper/quay.png', width: 2, height: 1, format: 'png' });
    expect([Object.keys(image), 'fsPath' in image]).toEqual([['src', 'width', 'height', 'format'], true]);
  });
});
