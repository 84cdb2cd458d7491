#!/usr/bin/env -S node --max-semi-space-size=16
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { existsSync, readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { correctionKinds, type CorrectionKind } from '../newsroom/kinds.ts';
import { nearest } from '../newsroom/nearest.ts';
import { EditorialError, problemCount } from '../newsroom/problem.ts';
import { engineHome } from '../filing/engine.ts';
import { currentInstant } from '../filing/now.ts';
import { isPublicationBegun } from '../press/publication.ts';
import type { Shell } from './completion.ts';
import { deployments } from './deployments.ts';
import { guards } from './guards.ts';
import type { Wanted as WantedPaper } from './init.ts';
import type { Wanted as WantedImport } from './import.ts';
import type { Wanted as WantedCheck } from './check.ts';
import type { Wanted } from './new.ts';
import type { Wanted as WantedPublication } from './publish.ts';
import { hear, type Heard } from './hear.ts';
import { missingHere } from './paper-here.ts';
import { refuse } from './refuse.ts';
import { statusOf, type Outcome } from './outcome.ts';
import { completePublication } from './turn.ts';
import { typed } from './typed.ts';

const root = process.cwd();
/** What a verb says, where it is to be told to a program. */
let hearing: Heard | undefined;
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
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .hook('preAction', async (_, command) => {
    if (command.opts<{ json?: boolean }>().json) hearing = hear();
    currentInstant();
    const missing = await missingHere(root, command.name());
    if (missing !== undefined) {
      end(refuse(missing));
      process.exit(process.exitCode);
    }
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
  .addOption(
    new Option('--deploy <where>', 'where it is to be put out: writes the files that this place needs').choices(
      Object.keys(deployments),
    ),
  )
  .addOption(
    new Option('--guard <where...>', 'where changes are to be checked: writes the Git hook, the step of CI').choices(
      Object.keys(guards),
    ),
  )
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

verb(
  'import',
  'makes articles of stories from elsewhere: clippings, Markdown, exports, pages, documents, mails, wire copy',
)
  .argument('<sources...>', 'files, folders, addresses of pages, or - for what comes through a pipe')
  .option('--from <form>', 'what it is, where that is not found out: clipping, markdown, wordpress, page, word, mail …')
  .option('--plan', 'writes a first content/import.yaml, which says how their categories and authors become yours')
  .option('--fetch', 'fetches pictures that lie on other sites')
  .option('--force', 'replaces articles that editors have changed since they were imported')
  .option('--dry-run', 'tells what it would write, and writes nothing')
  .addHelpText('after', example(as('import', 'clipping.txt')))
  .action(async (sources: string[], options: WantedImport) =>
    end(await (await import('./import.ts')).importStories(root, sources, options)),
  );

const theArticle = 'by its path, 2019/03/01/<slug>, its address, its folder or its short link';
const onlyTold = ['--dry-run', 'tells what it would write, and writes nothing'] as const;

verb('correct', 'adds a note of what was wrong in an article and what is right')
  .argument('<article>', theArticle)
  .argument('<text>', 'what was wrong and what is right, in quotation marks')
  .addOption(
    new Option('--kind <kind>', 'what kind of note it is').choices(correctionKinds).default('correction', 'correction'),
  )
  .addOption(
    new Option('--clarification', 'a note that makes clear what was not wrong').implies({ kind: 'clarification' }),
  )
  .addOption(new Option('--update', 'a note of what is new').implies({ kind: 'update' }))
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

verb('publish', 'tells what readers will see, builds the paper, and enters new addresses in content/ledger.jsonl')
  .option('--yes', 'asks nothing: it is published where nothing is to be mended')
  .option('--dry-run', 'tells what readers would see, and publishes nothing')
  .addHelpText('after', example(as('publish'), as('publish', '--dry-run')))
  .action(async (options: WantedPublication) => end(await (await import('./publish.ts')).publish(root, options)));

verb('edition', 'writes the edition of a date, or an article by its path, as PDF and EPUB')
  .argument('<date or article>', 'a printed edition by its date, or one article by its path, 2019/03/01/<slug>')
  .addHelpText('after', example(as('edition', '2019-03-01')))
  .action(async (what: string) => end((await (await import('./edition.ts')).edition(what, root)) === 0));

verb('next', 'tells which story comes out next by itself')
  .addHelpText('after', example(as('next', '--json')))
  .action(async (options: { json?: boolean }) => end(await (await import('./next.ts')).next(root, options)));

verb('editor', 'writes the editor in the browser as a site of its own, which signs editors in where the paper is kept')
  .argument('<folder>', 'where it is written; never dist/')
  .argument('<repository>', 'that of the paper, as owner/name')
  .option('--branch <branch>', 'its branch', 'main')
  .option('--host <host>', 'where it is kept: github, gitlab or gitea', 'github')
  .addHelpText('after', example(as('editor', '../editor coast/kuestenblatt')))
  .action(async (folder: string, repo: string, options: { branch: string; host: string }) =>
    end(await (await import('./editor.ts')).editor(root, folder, { repo, ...options })),
  );

verb('proof', 'has axe look at the built pages in Chromium, and tells what keeps readers out')
  .addHelpText('after', example(as('proof')))
  .action(async () => end(await (await import('./proof.ts')).proof(root)));

verb('preview', 'writes an article as one file of HTML, to be sent to somebody before it is out')
  .argument('<article>', theArticle)
  .option('--output <file>', 'the file, instead of one beside the paper that is called after the article')
  .addHelpText('after', example(as('preview', '2026/12/05/harbour-vote')))
  .action(async (article: string, options: { output?: string }) =>
    end(await (await import('./preview.ts')).preview(root, article, options)),
  );

verb('update', 'brings another engine into the paper, and leaves what it says as it is')
  .argument('<file>', 'a package of the engine, broadsheet-1.0.0.tgz, or what npm knows it by')
  .addHelpText('after', example(as('update', '../broadsheet-1.0.0.tgz')))
  .action(async (file: string) => end((await import('./update.ts')).update(root, file)));

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

verb('check', 'tells what is to be mended or looked at, without building')
  .argument('[files...]', 'files and folders of the paper: what concerns these alone is told')
  .option('--fix', 'mends what is safe to mend, and shows the difference')
  .option('--dry-run', 'with --fix: shows the difference, and writes nothing')
  .option('--online', 'asks for the addresses of links to other sites, too')
  .option('--sarif', 'tells it as a log in SARIF 2.1.0')
  .option('--github', 'tells it as annotations in a workflow of GitHub')
  .addHelpText(
    'after',
    example(
      as('check'),
      as('check', 'content/articles/2019/03/01/harbour-vote'),
      as('check', '--fix', '--dry-run'),
      as('check', '--github'),
    ),
  )
  .action(async (files: string[], options: WantedCheck) =>
    end(await (await import('./check.ts')).check(root, files, options, programVersion())),
  );

verb('completion', 'writes a script that has a shell complete verbs and options')
  .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
  .addHelpText(
    'after',
    example(
      `${as('completion', 'bash')} > ~/.local/share/bash-completion/completions/broadsheet`,
      `${as('completion', 'zsh')} > ~/.zfunc/_broadsheet, where fpath has ~/.zfunc`,
      `${as('completion', 'fish')} > ~/.config/fish/completions/broadsheet.fish`,
    ),
  )
  .action(async (shell: Shell) => {
    const script = (await import('./completion.ts')).completionFor(shell, desk);
    if (!hearing) process.stdout.write(script);
    end({ isDone: true, facts: { shell, script } });
  });

verb('explain', 'tells what a code means, with an example')
  .argument('<code>', 'the code of a problem: P-003')
  .addHelpText('after', example(as('explain', 'P-003')))
  .action(async (code: string) => end((await import('./explain.ts')).explain(code)));

verb('build', 'checks the paper, builds it and puts what has changed into dist/')
  .option('--full', 'makes all of it again')
  .option('--explain', 'tells of each page and file that is rendered why it is')
  .option(
    '--volume <year>',
    'builds what belongs to a year alone, into .astro/volumes/, from which builds take it over; publishes nothing',
    yearOf,
  )
  .addHelpText(
    'after',
    example(
      `BROADSHEET_NOW=2019-03-01T06:00:00+08:00 ${as('build')}, as of that instant`,
      as('build', '--volume', '2019'),
    ),
  )
  .action(async (manner: { full?: boolean; explain?: boolean; volume?: string }) =>
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
  end({ isDone: false, facts: (await import('./problem-forms.ts')).asJson(error.problems) });
}

/** A command of the editors. What it needs is loaded when it runs: most of them need no Astro. */
function verb(name: string, does: string): Command {
  return desk
    .command(name)
    .description(does)
    .helpOption('-h, --help', 'tells this')
    .option('--json', 'tells it for programs, on the standard output; all else goes to that of errors')
    .showHelpAfterError(`${as(name, '--help')} tells what it takes.`);
}

function yearOf(given: string): string {
  if (/^\d{4}$/.test(given)) return given;
  throw new InvalidArgumentError('Name a year by its four digits: 2019.');
}

function example(...commands: string[]): string {
  return `\nFor example: ${commands.join('\n             ')}`;
}

/** Ends with 0 where it is done, with 1 where the paper is why it is not, with 2 where the verb was called wrongly. */
function end(outcome: Outcome): void {
  process.exitCode = statusOf(outcome);
  const facts = typeof outcome === 'object' ? outcome.facts : undefined;
  const told = facts === undefined ? hearing?.all(process.exitCode === 0) : facts;
  if (hearing) process.stdout.write(`${JSON.stringify(told)}\n`);
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
