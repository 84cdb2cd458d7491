import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { nearest } from '../newsroom/nearest.ts';
import { EditorialError, problemCount } from '../newsroom/problem.ts';
import { engineHome } from '../filing/engine.ts';
import { currentInstant } from '../filing/now.ts';
import { typed } from './typed.ts';

/** A command of the editors. What it needs is loaded when it runs: most of them need no Astro. */
interface Verb {
  /** How it is typed. */
  typed: string;
  does: string;
  /** What is said behind it, each with what it is. */
  takes?: Record<string, string>;
  /** What may be said behind `--`, each with what it does. */
  options?: Record<string, { type: 'string' | 'boolean'; does: string }>;
  example: string;
  /** @returns whether it did what was asked */
  run: (root: string, words: string[], options: Record<string, string | boolean | undefined>) => Promise<boolean>;
}

const place = process.cwd();
const as = (verb: string, ...behind: string[]) => typed(place, verb, ...behind);

const verbs: Record<string, Verb> = {
  publish: {
    typed: as('publish'),
    does: 'checks and builds the paper, and enters new addresses in content/ledger.jsonl',
    example: as('publish'),
    run: async (root) => (await import('./publish.ts')).publish(root),
  },
  edition: {
    typed: as('edition'),
    does: 'writes the edition of a date, or an article by its path, as PDF and EPUB',
    takes: { '<date or article>': 'a printed edition by its date, or one article by its path, 2019/03/01/<slug>' },
    example: as('edition', '2019-03-01'),
    run: async (root, words) => (await (await import('./edition.ts')).edition(words, root)) === 0,
  },
  start: {
    typed: as('start'),
    does: `builds the paper and shows it on this machine; PORT=8080 ${as('start')}, at another port`,
    options: { port: { type: 'string', does: 'the port to show it at, instead of 4321' } },
    example: as('start', '--port', '8080'),
    run: async (root, _, { port }) => (await import('./serve.ts')).serve(root, port as string | undefined),
  },
  dev: {
    typed: as('dev'),
    does: 'shows the paper, and each change as it is saved',
    options: {
      port: { type: 'string', does: 'the port to show it at, instead of 4321' },
      host: { type: 'boolean', does: 'shows it to other machines of the network, too' },
      open: { type: 'boolean', does: 'opens it in the browser' },
    },
    example: as('dev', '--port', '8080'),
    run: async (root, _, options) => (await import('./dev.ts')).preview(root, options),
  },
  check: {
    typed: as('check'),
    does: 'tells what is to be mended, without building',
    example: as('check'),
    run: async (root) => (await import('./check.ts')).check(root),
  },
  build: {
    typed: as('build'),
    does: 'checks the paper, builds it and puts it into dist/',
    example: `BROADSHEET_NOW=2019-03-01T06:00:00+08:00 ${as('build')}, as of that instant`,
    run: async (root) => (await import('./build.ts')).buildPaper(root),
  },
};

/**
 * Does what a command line asks for; one that asks for help does nothing else, and what is not understood is refused before
 * anything is done.
 * @param root the folder of the paper
 * @returns whether it was done
 */
export async function obeyed([name = '', ...given]: string[], root: string): Promise<boolean> {
  if (/^(--version|-v)$/.test(name)) return tell(`broadsheet ${programVersion()}`);
  if (/^(--help|-h|help)$/.test(name)) {
    const [about] = given.filter((word) => !word.startsWith('-'));
    return about === undefined ? tell(`There is:\n${list()}`) : help(about);
  }
  const verb = verbOf(name);
  if (!verb) return refuseVerb(name);
  const { words, options, fault } = understood([...given, ...keptByNpm(verb)], verb);
  if (given.some((word) => /^(--help|-h)$/.test(word)) || given[0] === 'help') return help(name);
  if (fault) return refuse(`${fault}\n${as(name, '--help')} tells what it takes.`);
  try {
    currentInstant();
    return await verb.run(root, words, options);
  } catch (error) {
    if (!(error instanceof EditorialError)) throw error;
    return refuse(`${error.message}\n\n${problemCount(error.problems)}`);
  }
}

function verbOf(name: string): Verb | undefined {
  return Object.hasOwn(verbs, name) ? verbs[name] : undefined;
}

/**
 * Options that stood without `--` before them, so that npm took them for its own; one of them asks for what no verb does, to
 * look without publishing.
 */
function keptByNpm({ options = {} }: Verb): string[] {
  return [...Object.keys(options), 'dry-run'].flatMap((option) => {
    const value = process.env[`npm_config_${option.replace('-', '_')}`];
    return value ? [value === 'true' ? `--${option}` : `--${option}=${value}`] : [];
  });
}

/** A verb's words and options, and what of the command line is neither. */
function understood(args: string[], verb: Verb) {
  const known: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' }, ...verb.options };
  const { values, positionals, tokens } = parseArgs({
    args,
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const fault = tokens.flatMap((token) => {
    if (token.kind === 'positional' && !verb.takes) return `${verb.typed} takes no "${token.value}".`;
    if (token.kind !== 'option') return [];
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (!option) return unknownOption(token.rawName, Object.keys(known));
    if (option.type === 'string' && !token.value) return `${token.rawName} needs a value: ${token.rawName} <value>.`;
    return option.type === 'boolean' && token.value !== undefined ? `${token.rawName} takes no value.` : [];
  })[0];
  return { words: positionals, options: values as Record<string, string | boolean | undefined>, fault };
}

function unknownOption(given: string, known: string[]): string {
  const near = nearest(given.replace(/^-+/, ''), known);
  return `There is no option "${given}".${near ? ` Did you mean "--${near}"?` : ''}`;
}

function refuseVerb(name: string): boolean {
  const near = nearest(name, [...Object.keys(verbs), 'help']);
  const unknown = name ? `There is no "${name}". ${near ? `Did you mean "${near}"? ` : ''}` : '';
  return refuse(`${unknown}There is:\n${list()}`);
}

function help(name: string): boolean {
  const verb = verbOf(name);
  if (!verb) return refuseVerb(name);
  const { does, takes = {}, options = {}, example } = verb;
  const rows: Row[] = [
    ...Object.entries(takes),
    ...Object.entries(options).map(([option, { type, does }]): Row => [
      type === 'string' ? `--${option} <${option}>` : `--${option}`,
      does,
    ]),
  ];
  const behind = [...Object.keys(takes), ...(Object.keys(options).length > 0 ? ['[options]'] : [])];
  const parts = [as(name, ...behind), `  ${does}`, '', ...columns(rows), ...(rows.length > 0 ? [''] : [])];
  return tell(`${parts.join('\n')}\nFor example: ${example}`);
}

type Row = [what: string, does: string];

function list(): string {
  return [
    ...columns(Object.values(verbs).map(({ typed, does }): Row => [typed, does])),
    '',
    `More on one of them: ${as('help', 'publish')}`,
  ].join('\n');
}

function columns(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}    ${second}`);
}

function programVersion(): string {
  return (JSON.parse(readFileSync(path.join(engineHome, 'package.json'), 'utf8')) as { version: string }).version;
}

function tell(text: string): true {
  console.log(text);
  return true;
}

function refuse(text: string): false {
  console.error(text);
  return false;
}
