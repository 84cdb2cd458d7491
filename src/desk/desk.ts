#!/usr/bin/env -S node --max-semi-space-size=64
import { Command, Option } from 'commander';
import { existsSync, readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { correctionKinds, type CorrectionKind } from '../newsroom/kinds.ts';
import { nearest } from '../newsroom/nearest.ts';
import { EditorialError, problemCount } from '../newsroom/problem.ts';
import { engineHome } from '../filing/engine.ts';
import { currentInstant } from '../filing/now.ts';
import { isPublicationBegun } from '../press/publication.ts';
import type { Wanted as WantedPaper } from './init.ts';
import type { Wanted } from './new.ts';
import { completePublication } from './turn.ts';
import { typed } from './typed.ts';

const root = process.cwd();
const as = (verb: string, ...behind: string[]) => typed(root, verb, ...behind);

const desk = new Command('broadsheet')
  .version(`broadsheet ${programVersion()}`, '-v, --version', 'tells the version')
  .helpOption('-h, --help', 'tells what there is')
  .helpCommand('help [verb]', 'tells what a verb does and takes')
  .configureHelp({
    commandUsage: (command) => (command.parent ? as(command.name(), command.usage()).trim() : as('<verb>')),
    subcommandTerm: (command) => as(command.name()),
    subcommandDescription: (command) => command.description(),
  })
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: (.)(.*)/, inASentence)) })
  .hook('preAction', () => {
    currentInstant();
    // What a verb loads is compiled once.
    if (existsSync(path.join(root, 'content'))) enableCompileCache?.(path.join(root, '.astro/compiled'));
    if (isPublicationBegun(root)) completePublication(root);
  })
  .on('command:*', ([name = '']: string[]) => {
    const near = nearest(name, [...desk.commands.map((verb) => verb.name()), 'help']);
    desk.error(`There is no "${name}".${near ? ` Did you mean "${near}"?` : ''}`);
  })
  .showHelpAfterError();

verb('init', 'makes a paper of its own in a folder, with a first story in it')
  .argument('<folder>', 'where it is to be: one that is empty, or not there yet')
  .option('--name <name>', 'what it is called')
  .option('--language <tag>', 'the language that it is written in: en-GB, de, ar, ja')
  .option('--place <place>', 'where it is published')
  .option('--time-zone <zone>', 'its time zone: Europe/Berlin')
  .option('--url <address>', 'where readers will find it: https://paper.example')
  .option('--yes', 'asks nothing: what is not said is taken from this machine and the name of the folder')
  .option('--engine <what>', 'where npm gets the engine from, instead of a file that is laid into the paper')
  .option('--no-install', 'installs no packages')
  .option('--no-git', 'begins no Git repository')
  .addHelpText('after', example(as('init', '../kuestenblatt', '--name', 'Küstenblatt', '--language', 'de')))
  .action(async (folder: string, options: WantedPaper) =>
    end(await (await import('./init.ts')).init(root, folder, options)),
  );

verb('new', 'files a new article of today, a draft until you say otherwise')
  .argument('<headline>', 'its headline, in quotation marks')
  .option('--section <section>', 'the name of a file in content/sections/, instead of the first of the paper')
  .option('--kind <kind>', 'what kind of article it is, instead of news')
  .option('--by <contributor>', 'who writes it: the name of a file in content/contributors/')
  .option('--language <tag>', "its language, where it is not the paper's: ar")
  .option('--slug <slug>', 'the end of its address, instead of one made of the headline')
  .option('--no-draft', 'published by the next build')
  .option('--edit', 'opens it in the program that the environment variable EDITOR names')
  .addHelpText('after', example(as('new', '"Council votes to close the fish market"')))
  .action(async (headline: string, options: Wanted) =>
    end(await (await import('./new.ts')).newArticle(root, headline, options)),
  );

const theArticle = 'by its path, 2019/03/01/<slug>, its address, its folder or its short link';
const onlyTold = ['--dry-run', 'tells what it would write, and writes nothing'] as const;

verb('correct', 'adds a note of what was wrong in an article and what is right')
  .argument('<article>', theArticle)
  .argument('<text>', 'what was wrong and what is right, in quotation marks')
  .addOption(
    new Option('--kind <kind>', 'what kind of note it is').choices(correctionKinds).default('correction', 'correction'),
  )
  .option(...onlyTold)
  .addHelpText('after', example(as('correct', '2019/03/01/harbour-vote', '"The vote was on Monday, not on Tuesday."')))
  .action(async (article: string, text: string, options: { kind: CorrectionKind; dryRun?: boolean }) =>
    end(await (await import('./correct.ts')).correct(root, article, text, options)),
  );

verb('withdraw', 'takes an article back: its address stays, and tells why')
  .argument('<article>', theArticle)
  .argument('<reason>', 'what readers are told, in quotation marks')
  .option(...onlyTold)
  .addHelpText('after', example(as('withdraw', '2019/03/01/harbour-vote', '"The figures were of another year."')))
  .action(async (article: string, reason: string, options: { dryRun?: boolean }) =>
    end(await (await import('./withdraw.ts')).withdraw(root, article, reason, options)),
  );

verb('embargo', 'holds an article back until a time')
  .argument('<article>', theArticle)
  .argument('<time>', 'when it may be read, on the paper\'s clock: "2026-12-05 05:00"')
  .option(...onlyTold)
  .addHelpText('after', example(as('embargo', '2026/12/05/harbour-vote', '"2026-12-05 05:00"')))
  .action(async (article: string, time: string, options: { dryRun?: boolean }) =>
    end(await (await import('./embargo.ts')).embargo(root, article, time, options)),
  );

verb('release', 'lets a draft or an article under embargo out with the next publication')
  .argument('<article>', theArticle)
  .option(...onlyTold)
  .addHelpText('after', example(as('release', '2026/12/05/harbour-vote')))
  .action(async (article: string, options: { dryRun?: boolean }) =>
    end(await (await import('./release.ts')).release(root, article, options)),
  );

verb('move', 'gives an article another address, to which the former one leads')
  .argument('<article>', theArticle)
  .argument('<slug>', 'the new end of its address')
  .option(...onlyTold)
  .addHelpText('after', example(as('move', '2019/03/01/harbour-vote', 'harbour-vote-fails')))
  .action(async (article: string, slug: string, options: { dryRun?: boolean }) =>
    end(await (await import('./move.ts')).move(root, article, slug, options)),
  );

verb('publish', 'checks and builds the paper, and enters new addresses in content/ledger.jsonl')
  .addHelpText('after', example(as('publish')))
  .action(async () => end(await (await import('./publish.ts')).publish(root)));

verb('edition', 'writes the edition of a date, or an article by its path, as PDF and EPUB')
  .argument('<date or article>', 'a printed edition by its date, or one article by its path, 2019/03/01/<slug>')
  .addHelpText('after', example(as('edition', '2019-03-01')))
  .action(async (what: string) => end((await (await import('./edition.ts')).edition(what, root)) === 0));

verb('start', `builds the paper and shows it on this machine; PORT=8080 ${as('start')}, at another port`)
  .option('--port <port>', 'the port to show it at, instead of 4321')
  .addHelpText('after', example(as('start', '--port', '8080')))
  .action(async ({ port }: { port?: string }) => end(await (await import('./serve.ts')).serve(root, port)));

verb('dev', 'shows the paper, and each change as it is saved')
  .option('--port <port>', 'the port to show it at, instead of 4321')
  .option('--host', 'shows it to other machines of the network, too')
  .option('--open', 'opens it in the browser')
  .addHelpText('after', example(as('dev', '--port', '8080')))
  .action(async (options: { port?: string; host?: boolean; open?: boolean }) =>
    end(await (await import('./dev.ts')).preview(root, options)),
  );

verb('check', 'tells what is to be mended, without building')
  .addHelpText('after', example(as('check')))
  .action(async () => end(await (await import('./check.ts')).check(root)));

verb('build', 'checks the paper, builds it and puts what has changed into dist/')
  .option('--full', 'makes all of it again')
  .option('--explain', 'tells of each page and file that is rendered why it is')
  .addHelpText('after', example(`BROADSHEET_NOW=2019-03-01T06:00:00+08:00 ${as('build')}, as of that instant`))
  .action(async (manner: { full?: boolean; explain?: boolean }) =>
    end(await (await import('./build.ts')).buildPaper(root, manner)),
  );

verb('press', 'publishes the paper, stays, and publishes each change as it is saved')
  .addHelpText('after', example(as('press')))
  .action(async () => end(await (await import('./press.ts')).stay(root)));

try {
  await desk.parseAsync(asked(process.argv.slice(2)), { from: 'user' });
} catch (error) {
  if (!(error instanceof EditorialError)) throw error;
  console.error(`${error.message}\n\n${problemCount(error.problems)}`);
  end(false);
}

/** A command of the editors. What it needs is loaded when it runs: most of them need no Astro. */
function verb(name: string, does: string): Command {
  return desk
    .command(name)
    .description(does)
    .helpOption('-h, --help', 'tells this')
    .showHelpAfterError(`${as(name, '--help')} tells what it takes.`);
}

function example(command: string): string {
  return `\nFor example: ${command}`;
}

function end(isDone: boolean): void {
  process.exitCode = isDone ? 0 : 1;
}

/** A command line as it was meant: one that asks for help anywhere does nothing else. */
function asked([name = '', ...given]: string[]): string[] {
  const command = desk.commands.find((each) => each.name() === name);
  const words = given.filter((word) => word !== '--');
  if (command && (words[0] === 'help' || words.some((word) => /^(--help|-h)$/.test(word)))) return ['help', name];
  // Help on what there is not is refused as that is.
  if (name === 'help' && words[0] && !desk.commands.some((each) => each.name() === words[0])) return words.slice(0, 1);
  return [name, ...words, ...(command ? keptByNpm(command) : [])].filter((word) => word !== '');
}

/**
 * Options that stood without `--` before them, so that npm took them for its own; one of them asks for what no verb does, to
 * look without publishing.
 */
function keptByNpm({ options }: Command): string[] {
  return [...new Set([...options.map((option) => option.name()), 'dry-run'])].flatMap((option) => {
    const value = process.env[`npm_config_${option.replace(/^no-/, '').replaceAll('-', '_')}`];
    if (option.startsWith('no-')) return value === '' ? [`--${option}`] : [];
    return value ? [value === 'true' ? `--${option}` : `--${option}=${value}`] : [];
  });
}

function inASentence(_: string, first: string, rest: string): string {
  return `${first.toUpperCase()}${rest}${/[.?]$/.test(rest) ? '' : '.'}`;
}

function programVersion(): string {
  return (JSON.parse(readFileSync(path.join(engineHome, 'package.json'), 'utf8')) as { version: string }).version;
}
