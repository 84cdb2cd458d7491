import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { holdsFor, importedImage, plainImports } from '../../../src/astro/internals.ts';
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

  test('leaves the file of a picture out of what its encodings are named by', () => {
    const image = importedImage('/_astro/quay.png', { file: '/paper/quay.png', width: 2, height: 1, format: 'png' });
    expect([Object.keys(image), 'fsPath' in image]).toEqual([['src', 'width', 'height', 'format'], true]);
  });
});
