import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { engineFile } from '../filing/engine.ts';

/** Where the package of the engine has them. */
export const packedSveltia = 'editor/sveltia';

/**
 * Files of Sveltia CMS that the editor in the browser is made of, by name. The engine's package brings them along: all that Sveltia can
 * do besides would be 85 MB in each paper.
 */
export function sveltiaFiles(): Map<string, () => string | Buffer> {
  const home = engineFile(packedSveltia);
  if (existsSync(home)) return new Map(namesIn(home).map((name) => [name, () => readFileSync(path.join(home, name))]));
  const index = createRequire(import.meta.url).resolve('@sveltia/cms');
  const sveltia = path.resolve(index, '../..');
  const immutable = path.resolve(createRequire(index).resolve('immutable'), '..');
  const read = (name: string) => readFileSync(path.join(sveltia, name), 'utf8');
  const files = namesIn(sveltia).flatMap((name): [string, () => string | Buffer][] => {
    // Words in other languages are imported, and no browser takes JSON for a module.
    if (name.startsWith('locales/')) return [[name.replace(/on$/, ''), () => `export default ${read(name)};\n`]];
    if (name === 'npm/index.js') return [[name, () => read(name).replace(/(`\.\.\/locales\/[\w-]+\.js)on`/g, '$1`')]];
    return used.test(name) ? [[name, () => readFileSync(path.join(sveltia, name))]] : [];
  });
  return new Map([
    ...files,
    ['immutable.js', () => readFileSync(path.join(immutable, 'immutable.es.js'))],
    ['immutable.LICENSE.txt', () => readFileSync(path.join(immutable, '../LICENSE'))],
  ]);
}

/** No sources, and no programs that encode pictures. */
const used = /^(?:LICENSE\.txt|npm\/chunks\/react.*\.js|npm\/assets\/.*(?:\.woff2|LICENSE\.txt))$/;

function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}
