import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { build, type Rolldown } from 'vite';
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
/** Modules of commands alone, which are in the program: no page is made of them. */
const ofProgram = /^(?:desk|importing|binding)\//;
ts.createProgram(
  modules.filter((file) => !ofProgram.test(file)).map((file) => path.join(src, file)),
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
  if (ofProgram.test(file) || (file.endsWith('.ts') && !asText.has(file))) continue;
  const content = readFileSync(path.join(src, file));
  put(file, file.endsWith('.astro') ? named(content.toString()) : content);
}

for (const [name, bytes] of sveltiaFiles()) put(path.join(packedSveltia, name), bytes());
await putProgram();

/**
 * Commands, and what a paper's settings import, in few files: a thousand modules that are read one by one take longer than what most
 * commands do with them.
 */
async function putProgram(): Promise<void> {
  /** Packages of many small modules that most commands load. What these load goes with them. */
  const within =
    /^(?:commander|dayjs|hast-util-to-html|leven|mdast-util-.*|micromark-.*|rehype.*|remark.*|unist-util-visit|vfile|yaml|zod)$/;
  const { dependencies } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const entries = [
    ...['desk/desk', 'press/broadsheet', 'press/collections'],
    // What commands start beside themselves.
    ...['desk/bundling', 'press/hand', 'press/reading-hand'],
  ];
  // One folder down, as all modules that ask where they lie.
  const names = { entryFileNames: '[name].js', chunkFileNames: 'desk/[name]-[hash].js' };
  const built = await build({
    configFile: false,
    root: src,
    logLevel: 'warn',
    ssr: { noExternal: true, external: Object.keys(dependencies).filter((name) => !within.test(name)) },
    build: {
      ssr: true,
      target: 'esnext',
      outDir: lib,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((name) => [name, path.join(src, `${name}.ts`)])),
        output: names,
      },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const packages = output.flatMap((file) => ('moduleIds' in file ? file.moduleIds : [])).flatMap(packageOf);
  put('desk/licences.txt', [...new Set(packages)].sort().map(licenceOf).join('\n\n'));
}

/** The folder of the package that a module is of. */
function packageOf(module: string): string[] {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module)?.slice(0, 1) ?? [];
}

/** What goes with a copy of a package. */
function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license: string;
  };
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice)/i.test(file));
  const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}

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
