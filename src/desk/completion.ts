import type { Command, Option } from 'commander';
import { mistakes, warnings } from '../newsroom/codes.ts';

export type Shell = 'bash' | 'zsh' | 'fish';

/** What can be typed of a verb, by its own definition. */
interface Verb {
  name: string;
  does: string;
  options: { flags: string[]; does: string; takes: 'nothing' | 'word' | readonly string[] }[];
  /** Words that may stand behind it, or files. */
  words: 'files' | readonly string[];
}

const program = 'broadsheet';

/** A script that has a shell complete verbs, their options, and the words that these take; files elsewhere. */
export function completionFor(shell: Shell, desk: Command): string {
  const verbs = desk.commands.map(verbOf);
  return { bash: inBash, zsh: inZsh, fish: inFish }[shell](verbs);
}

function verbOf(command: Command): Verb {
  const [first] = command.registeredArguments;
  const codes = Object.keys({ ...mistakes, ...warnings }).sort();
  return {
    name: command.name(),
    does: command.description(),
    options: [...command.options, command.createHelp().visibleOptions(command).at(-1)].flatMap((option) =>
      option && !option.hidden ? [optionOf(option)] : [],
    ),
    words: first?.argChoices ?? (first?.name() === 'code' ? codes : 'files'),
  };
}

function optionOf({ short, long, description, argChoices, required, optional }: Option): Verb['options'][number] {
  const flags = [long, short].filter((flag) => flag !== undefined);
  return { flags, does: description, takes: argChoices ?? (required || optional ? 'word' : 'nothing') };
}

function inBash(verbs: Verb[]): string {
  const reply = (words: readonly string[]) => `COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$cur"))`;
  const values = verbs.flatMap(({ name, options }) =>
    options.flatMap(({ flags, takes }) =>
      takes === 'nothing'
        ? []
        : flags.map((flag) => `    '${name} ${flag}') ${takes === 'word' ? 'COMPREPLY=()' : reply(takes)}; return ;;`),
    ),
  );
  const flags = verbs.map(
    ({ name, options }) => `      '${name}') ${reply(options.flatMap((option) => option.flags))} ;;`,
  );
  const words = verbs.flatMap((verb) =>
    verb.words === 'files' ? [] : [`    '${verb.name}') ${reply(verb.words)}; return ;;`],
  );
  return `_${program}() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" verb="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    ${reply([...verbs.map(({ name }) => name), 'help'])}
    return
  fi
  case "$verb $prev" in
${values.join('\n')}
  esac
  case "$cur" in
  -*)
    case "$verb" in
${flags.join('\n')}
    esac
    return
    ;;
  esac
  case "$verb" in
    'help') ${reply(verbs.map(({ name }) => name))}; return ;;
${words.join('\n')}
  esac
  compopt -o filenames 2>/dev/null
  local IFS=$'\\n'
  COMPREPLY=($(compgen -f -- "$cur"))
}
complete -F _${program} ${program}
`;
}

function inZsh(verbs: Verb[]): string {
  const quoted = (text: string) => text.replaceAll("'", "'\\''");
  const told = (text: string) => quoted(text.replace(/[\\[\]:]/g, '\\$&'));
  const listed = verbs.map(({ name, does }) => `    '${name}:${told(does)}'`);
  const cases = verbs.map(({ name, options, words }) => {
    const specs = options.map(({ flags, does, takes }) => {
      const value = takes === 'nothing' ? '' : takes === 'word' ? ': :' : `: :(${takes.join(' ')})`;
      const [long = '', short] = flags;
      return short
        ? `      '(${long} ${short})'{${short},${long}}'[${told(does)}]${value}'`
        : `      '${long}[${told(does)}]${value}'`;
    });
    const rest = words === 'files' ? `      '*:file:_files'` : `      '*: :(${words.join(' ')})'`;
    return `    ${name})\n      _arguments \\\n${[...specs, rest].map((line) => `  ${line}`).join(' \\\n')}\n      ;;`;
  });
  return `#compdef ${program}

_${program}() {
  local -a verbs
  verbs=(
${listed.join('\n')}
    'help:${told('tells what a verb does and takes')}'
  )
  if (( CURRENT == 2 )); then
    _describe 'verb' verbs
    return
  fi
  local verb=$words[2]
  shift words
  (( CURRENT-- ))
  case $verb in
${cases.join('\n')}
    help)
      _describe 'verb' verbs
      ;;
  esac
}

if [ "$funcstack[1]" = "_${program}" ]; then
  _${program} "$@"
else
  compdef _${program} ${program}
fi
`;
}

function inFish(verbs: Verb[]): string {
  const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const lines = [`complete -c ${program} -n '__fish_is_first_arg' -f`];
  for (const { name, does } of [...verbs, { name: 'help', does: 'tells what a verb does and takes' }])
    lines.push(`complete -c ${program} -n '__fish_is_first_arg' -f -a ${name} -d ${quoted(does)}`);
  const at = (verb: string) => `-n '__fish_seen_subcommand_from ${verb}; and not __fish_is_first_arg'`;
  lines.push(`complete -c ${program} ${at('help')} -f -a '${verbs.map(({ name }) => name).join(' ')}'`);
  for (const { name, options, words } of verbs) {
    if (words !== 'files') lines.push(`complete -c ${program} ${at(name)} -f -a '${words.join(' ')}'`);
    for (const { flags, does, takes } of options) {
      const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
      const value = takes === 'nothing' ? [] : takes === 'word' ? ['-x'] : ['-x', `-a '${takes.join(' ')}'`];
      lines.push(`complete -c ${program} ${[at(name), ...names, ...value, '-d', quoted(does)].join(' ')}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
