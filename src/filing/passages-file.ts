import type { KeptPassages } from '../newsroom/passages.ts';
import type { Problem } from '../newsroom/problem.ts';
import { readYaml } from '../schema/front-matter.ts';
import { passages } from '../schema/passages.ts';

/** The file beside an article that keeps the ids of its passages. */
export const passagesFile = 'passages.json';

/** What is kept of the passages of an article, and its id, which files of older versions have not. */
export type PassagesFile = KeptPassages & { article?: string | undefined };

/** Reads what is kept of the passages of an article. */
export function readPassages(file: string, text: string): { kept: PassagesFile } | { problems: Problem[] } {
  try {
    return { kept: passages.parse(JSON.parse(text)) };
  } catch {
    // JSON is YAML, and the reader of YAML tells lines.
    const reading = readYaml(text, { file, firstLine: 1, schema: passages });
    if ('data' in reading) return { kept: reading.data };
    return {
      problems: reading.problems.map((problem) => ({
        ...problem,
        remedy: 'Take the file back from version control: without it, old links to paragraphs go astray.',
      })),
    };
  }
}

/** The text of such a file: the article's id, then those of its passages, one a line in reading order, then those that are gone. */
export function passagesText(article: string, { passages: there, retired }: KeptPassages): string {
  return `${JSON.stringify({ article, passages: there, retired }, null, 2)}\n`;
}
