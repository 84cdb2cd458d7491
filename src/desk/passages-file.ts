import type { KeptPassages } from '../newsroom/passages.ts';
import type { Problem } from '../newsroom/problem.ts';
import { readYaml } from '../schema/front-matter.ts';
import { passages } from '../schema/passages.ts';

/** The file beside an article that keeps the ids of its passages. */
export const passagesFile = 'passages.json';

/** Reads what is kept of the passages of an article. */
export function readPassages(file: string, text: string): { kept: KeptPassages } | { problems: Problem[] } {
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

/** The text of such a file: an id a line, in reading order, then those that are gone. */
export function passagesText(kept: KeptPassages): string {
  return `${JSON.stringify(kept, null, 2)}\n`;
}
