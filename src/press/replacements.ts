import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { engineFile } from '../filing/engine.ts';
import { nearest } from '../newsroom/nearest.ts';
import type { Fault } from '../newsroom/problem.ts';

/** Components that a paper may put its own in the place of. They get the same properties. */
const replaceable = {
  /** In the head of every page; the engine's is empty. */
  Head: 'components/head/Additions.astro',
  /** Nameplate and navigation. */
  Masthead: 'components/masthead/Masthead.astro',
  /** Over an article: kicker, headline, standfirst, byline, times. */
  Heading: 'components/article/Heading.astro',
  /** Below an article: corrections, provenance, licence, citations, topics. */
  Ending: 'components/article/Ending.astro',
  /** At the foot of every page. */
  Imprint: 'components/masthead/Imprint.astro',
} as const;

/** By the name of the component, a file from the paper's folder. */
export type Components = Partial<Record<keyof typeof replaceable, string>>;

/**
 * Puts a paper's components in the place of the engine's. One that takes the place of another may still import that, to set
 * it among its own.
 * @param components files of this machine
 */
export function ownComponents(components: Components): Plugin {
  const places = Object.entries(components).map(([name, file]) => {
    const ours = engineFile(replaceable[name as keyof Components]);
    return { ours: realpathSync(ours), base: path.basename(ours), own: file };
  });
  return {
    name: 'own-components',
    enforce: 'pre',
    async resolveId(id, importer, options) {
      const place = places.find(({ base }) => id.endsWith(`/${base}`));
      if (!place || importer?.replace(/\?.*$/, '') === place.own) return undefined;
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      return found && existsSync(found.id) && realpathSync(found.id) === place.ours ? place.own : found;
    },
  };
}

const tokens = "@import './tokens.css';";
const layer = /^@layer [^;]*\bpaper\b[^;]*;/m;

/**
 * Puts a paper's style sheets behind the engine's tokens, in the layer `paper`: wherever there is one, and where colours are read from
 * the tokens as text. It comes over all that the engine says but what readers choose.
 * @param sheets files of this machine
 */
export function ownStyles(sheets: readonly string[]): Plugin {
  return {
    name: 'own-styles',
    enforce: 'pre',
    load(id) {
      if (!/[\\/]tokens\.css\?raw$/.test(id) || sheets.length === 0) return undefined;
      const all = [...sheets.toReversed(), id.replace(/\?raw$/, '')].map((file) => readFileSync(file, 'utf8'));
      return `export default ${JSON.stringify(all.join('\n'))}`;
    },
    transform(code, id) {
      const file = id.replace(/\?.*$/, '');
      if (!file.endsWith('.css') || !code.includes(tokens) || !layer.test(code)) return undefined;
      const from = (sheet: string) => path.relative(path.dirname(file), sheet).split(path.sep).join('/');
      return code.replace(
        tokens,
        [tokens, ...sheets.map((sheet) => `@import '${from(sheet)}' layer(paper);`)].join('\n'),
      );
    },
  };
}

/** A file that a paper names, as it lies on this machine. */
export function fileOf(root: string, named: string): string {
  return path.resolve(root, named);
}

/** What is wrong with what a paper puts in the place of the engine's: a component that there is not, a file that there is not. */
export function faultsInReplacements(
  root: string,
  { components, customCss }: { components: Components; customCss: readonly string[] },
): Fault[] {
  const names = Object.keys(replaceable);
  const unknown = Object.keys(components).filter((name) => !names.includes(name));
  const missing = [...Object.values(components), ...customCss].filter(
    (file) => !statSync(fileOf(root, file), { throwIfNoEntry: false })?.isFile(),
  );
  return [
    ...unknown.map((name) => {
      const near = nearest(name, names);
      return {
        found: `There is no component "${name}" to put another in the place of.`,
        remedy: near ? `Did you mean "${near}"?` : `There are ${names.join(', ')}.`,
      };
    }),
    ...missing.map((file) => ({
      found: `There is no file "${file}".`,
      remedy: 'Name one that is there, from the folder of the paper.',
    })),
  ];
}
