import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { packedSveltia, sveltiaFiles } from './sveltia.ts';

// Makes `lib/`, what the engine's package holds, of `src/`: Node.js strips no types below node_modules.

const project = path.resolve(import.meta.dirname, '../..');
const src = path.join(project, 'src');
const lib = path.join(project, 'lib');

/** Of the repository alone. */
const left = /^(artwork\/|fonts\/(build|sfnt)\.|press\/pack\.|content\.config\.)/;
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(src, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
  .filter((file) => !left.test(file));

rmSync(lib, { recursive: true, force: true });
const modules = files.filter((file) => file.endsWith('.ts'));
ts.createProgram(
  modules.map((file) => path.join(src, file)),
  {
    rootDir: src,
    outDir: lib,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    verbatimModuleSyntax: true,
    declaration: true,
    // `npm run lint` looks at them.
    noCheck: true,
    skipLibCheck: true,
    types: ['node'],
  },
).emit(undefined, (file, text) => put(path.relative(lib, file), file.endsWith('.js') ? named(text) : text));

/** Sources that are imported as text. */
const asText = new Set<string>();
for (const file of files) {
  const text = readFileSync(path.join(src, file), 'latin1');
  for (const [, named = ''] of text.matchAll(/'(\.[^']+\.ts)\?raw'/g))
    asText.add(path.posix.join(path.posix.dirname(file), named));
}
for (const file of files) {
  if (file.endsWith('.ts') && !asText.has(file)) continue;
  const content = readFileSync(path.join(src, file));
  put(file, file.endsWith('.astro') ? named(content.toString()) : content);
}

for (const [name, bytes] of sveltiaFiles()) put(path.join(packedSveltia, name), bytes());

// TypeScript's own way of naming them anew adds a function to each module that imports what is named when it runs.
/** A module with the others by the names that they have in the package. */
function named(text: string): string {
  return text.replace(/(\b(?:from|import|import\()\s*'\.[^']+)\.ts'/g, "$1.js'");
}

function put(file: string, content: string | Buffer): void {
  const place = path.join(lib, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
}
