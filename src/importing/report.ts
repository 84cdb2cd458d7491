import type { Leftover } from './draft.ts';

/** What became of a story. */
export type Outcome = 'new' | 'updated' | 'unchanged' | 'left' | 'withheld' | 'refused';

/** One value of an article, and how it came there. */
export interface Told {
  field: string;
  value: string;
  /** From what it was guessed; absent where the source says it. */
  clue?: string | undefined;
  /** Words of the source that it was made of, where it does not repeat them. */
  from?: string | undefined;
}

/** What is told of one story of a source. */
export interface StoryReport {
  source: string;
  outcome: Outcome;
  /** Path of the article. */
  article?: string | undefined;
  /** Whether it waits for an editor. */
  review?: boolean;
  facts: Told[];
  leftovers: Leftover[];
  /** Why it was not imported, as a sentence. */
  reason?: string | undefined;
}

/** The words of a report, for the count of words. */
export function wordsOfReport({ facts, leftovers }: Pick<StoryReport, 'facts' | 'leftovers'>): string {
  return [...facts.map(({ from }) => from ?? ''), ...leftovers.map(({ text }) => text)].join('\n');
}

const outcomes: Record<Outcome, string> = {
  new: 'imported',
  updated: 'brought up to date',
  unchanged: 'as it was',
  left: 'left as editors have it',
  withheld: 'withheld',
  refused: 'not imported',
};

/** A report on one story, with all that was understood, guessed and left over. */
export function storyText({ source, outcome, article, review, facts, leftovers, reason }: StoryReport): string {
  const lines = [`${source}: ${outcomes[outcome]}${article ? `, content/articles/${article}/` : ''}`];
  if (reason) lines.push(`  ${reason}`);
  const understood = facts.filter(({ clue }) => clue === undefined);
  const guessed = facts.filter(({ clue }) => clue !== undefined);
  const said = ({ field, value, from }: Told) => `    ${field}: ${value}${from ? `  (“${from}”)` : ''}`;
  if (understood.length > 0) lines.push('  understood', ...understood.map(said));
  if (guessed.length > 0) lines.push('  guessed', ...guessed.map((fact) => `${said(fact)}, from ${fact.clue}`));
  if (leftovers.length > 0) lines.push('  left over', ...leftovers.map(({ kind, text }) => `    ${kind}: ${text}`));
  if (review) lines.push('  It waits as a draft until an editor deletes the line `review: required`.');
  return lines.join('\n');
}

/** How often something was found, in some stories. */
export class Tally {
  readonly outcomes = new Map<Outcome, number>();
  readonly guesses = new Map<string, number>();
  readonly leftovers = new Map<string, number>();
  reviews = 0;

  add({ outcome, review, facts, leftovers }: StoryReport): void {
    count(this.outcomes, outcome);
    if (review) this.reviews += 1;
    for (const { field, clue } of facts) if (clue !== undefined) count(this.guesses, `${field}, from ${clue}`);
    for (const { kind } of leftovers) count(this.leftovers, kind);
  }

  /** Takes in what was left over of no story alone. */
  leave(kind: string): void {
    count(this.leftovers, kind);
  }

  get stories(): number {
    return [...this.outcomes.values()].reduce((sum, each) => sum + each, 0);
  }

  text(): string {
    const lines = [...this.outcomes].map(([outcome, number]) => `${number} ${outcomes[outcome]}`);
    const most = (counts: ReadonlyMap<string, number>) =>
      [...counts].sort((a, b) => b[1] - a[1]).map(([what, number]) => `  ${number} × ${what}`);
    return [
      `${this.stories === 1 ? 'One story' : `${this.stories} stories`}: ${lines.join(', ') || 'nothing'}.`,
      ...(this.guesses.size > 0 ? ['Guessed:', ...most(this.guesses)] : []),
      ...(this.leftovers.size > 0 ? ['Left over:', ...most(this.leftovers)] : []),
      ...(this.reviews > 0
        ? [`${this.reviews === 1 ? 'One waits' : `${this.reviews} wait`} for an editor: \`review: required\`.`]
        : []),
    ].join('\n');
  }

  json(): object {
    return {
      outcomes: Object.fromEntries(this.outcomes),
      review: this.reviews,
      guessed: Object.fromEntries(this.guesses),
      leftOver: Object.fromEntries(this.leftovers),
    };
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
