import { createHash } from 'node:crypto';
import { inject, TestRunner, type RunnerTestCase, type SerializedConfig } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Ids of the breaks that are tried. */
    mutants: string[];
  }
}

/** Ids of the breaks that a test has seen, that tests have come by and not seen, and that were come by where nothing is tried, as when modules are loaded. */
export interface MutantRun {
  seen: string[];
  unseen: string[];
  loaded: string[];
}

/** What sources with breaks in them look up and write down, by StrykerJS's names. */
interface Switches {
  activeMutant?: string;
  hitCount?: number;
  hitLimit?: number;
  currentTestId?: string;
  mutantCoverage?: { static: Hits; perTest: Record<string, Hits> };
}

/** How often each break was come by. */
type Hits = Record<string, number>;

/** What modules keep in memory, with what they had put there when they were loaded. */
const memories = new Map<Map<unknown, unknown>, [unknown, unknown][] | undefined>();
const switches: Switches = {};
Object.assign(globalThis, {
  __stryker__: switches,
  memory: <T extends Map<unknown, unknown>>(memory: T): T => {
    memories.set(memory, undefined);
    return memory;
  },
});

function forget(): void {
  // All copies of their module have these in common.
  const { broadsheetWords } = globalThis as { broadsheetWords?: { known: Map<string, unknown> } };
  broadsheetWords?.known.clear();
  for (const [memory, first = [...memory]] of memories) {
    memories.set(memory, first);
    memory.clear();
    for (const [key, value] of first) memory.set(key, value);
  }
}

/**
 * How many tests are tried with a break of those that come by the same places equally often: the others would find the same. A break
 * that only one of them would see is told as one that none has seen.
 */
const alike = 12;

/** Runs each test as it is, and then once for each break that it came by and that no test before has seen. */
export default class MutantRunner extends TestRunner {
  #tried: Set<string>;
  #seen = new Set<string>();
  #reached = new Set<string>();
  /** How many tests have been tried, by break and by what they come by. */
  #turns = new Map<string, number>();
  #last: Promise<void> = Promise.resolve();

  constructor(config: SerializedConfig) {
    super(config);
    this.#tried = new Set(inject('mutants'));
  }

  /** One after the other, also those that could run beside each other: there is one switch. */
  runTask(test: RunnerTestCase): Promise<void> {
    const run = this.#last.then(() => this.#runBroken(test));
    this.#last = run.catch(() => undefined);
    return run;
  }

  async #runBroken(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test);
    const tryOnce = async () => {
      forget();
      await run();
      if (test.result?.state === 'fail') throw new Error('A soft assertion failed.');
    };
    // What it comes by now may be modules that are loaded here for the first time, and the second time is not.
    await tryOnce();
    switches.currentTestId = test.id;
    // What a test leaves behind may let it fail the second time.
    const isSteady = await tryOnce().then(
      () => true,
      () => false,
    );
    const hits = switches.mutantCoverage?.perTest[test.id] ?? {};
    const way = createHash('sha256').update(JSON.stringify(hits)).digest('hex');
    for (const [id, count] of Object.entries(hits)) {
      if (!this.#tried.has(id)) continue;
      this.#reached.add(id);
      if (!isSteady || this.#seen.has(id)) continue;
      const turn = (this.#turns.get(id + way) ?? 0) + 1;
      this.#turns.set(id + way, turn);
      if (turn > alike) continue;
      // A loop that a break makes endless comes by it again and again.
      Object.assign(switches, { activeMutant: id, hitCount: 0, hitLimit: count * 100 });
      await tryOnce().catch(() => this.#seen.add(id));
      switches.activeMutant = undefined;
    }
    switches.currentTestId = undefined;
    if (test.result) Object.assign(test.result, { state: 'run', errors: undefined });
    const unseen = [...this.#reached].filter((id) => !this.#seen.has(id));
    const loaded = Object.keys(switches.mutantCoverage?.static ?? {});
    Object.assign(test.file.meta, { mutants: { seen: [...this.#seen], unseen, loaded } satisfies MutantRun });
  }
}
