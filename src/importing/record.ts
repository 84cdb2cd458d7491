import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { articleId, articlePath } from '../newsroom/permalink.ts';

/**
 * What was imported, a JSON object a line; of several with one key the last counts. It is kept with the paper, so that a source is known
 * again on every machine: what no editor has touched since is brought up to date, and what one has is left.
 */
export const importsFile = 'content/imports.jsonl';

const entry = z.object({
  /** What the story is called at its source: the form, and a path or an id. */
  key: z.string().min(1),
  /** Of the story at its source. */
  source: z.string(),
  article: z.string().regex(articlePath),
  id: z.string().regex(articleId),
  /** Of the article's text as it was written. */
  written: z.string(),
  /** Addresses that the story had and that no article of ours can have. */
  former: z.array(z.string()).optional(),
});

export type Imported = z.infer<typeof entry>;

/** All that was imported into a paper so far. */
export class ImportRecord {
  readonly #file: string;
  readonly #byKey = new Map<string, Imported>();
  readonly #bySource = new Map<string, Imported>();

  constructor(root: string) {
    this.#file = path.join(root, importsFile);
    if (!existsSync(this.#file)) return;
    for (const line of readFileSync(this.#file, 'utf8').split('\n')) {
      if (line.trim() === '') continue;
      try {
        this.#take(entry.parse(JSON.parse(line)));
      } catch {
        // A line that broke off: its story is imported again.
      }
    }
  }

  /** What a story became, by its key; or by what it says, where it was moved. */
  find(key: string, source: string): Imported | undefined {
    const same = this.#bySource.get(source);
    return this.#byKey.get(key) ?? (same && kindOf(same.key) === kindOf(key) ? same : undefined);
  }

  add(imported: Imported): void {
    mkdirSync(path.dirname(this.#file), { recursive: true });
    const line = JSON.stringify(imported);
    appendFileSync(this.#file, `${line}\n`);
    // Texts that were cut out of the source would keep it in memory.
    this.#take(JSON.parse(line) as Imported);
  }

  all(): Iterable<Imported> {
    return this.#byKey.values();
  }

  #take(imported: Imported): void {
    this.#byKey.set(imported.key, imported);
    this.#bySource.set(imported.source, imported);
  }
}

function kindOf(key: string): string {
  return key.slice(0, key.indexOf(' '));
}
