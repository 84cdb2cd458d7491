import type { z } from 'zod';
import type { Code } from '../newsroom/codes.ts';
import type { Problem } from '../newsroom/problem.ts';
import { readYaml } from '../schema/front-matter.ts';

/** A Markdown file taken apart: its front matter by a schema, and its body with line numbers kept. */
export interface MarkdownFile<Fields> {
  filed: Fields;
  /** The body, with an empty line for each line of front matter. */
  body: string;
  /** Path of the lead picture from the project's folder. */
  leadPicture?: string;
  /** The line of a field, counted from 1. */
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** A file taken apart with what is wrong in its fields; the body by itself where they cannot be used. */
export type MarkdownReading<Fields> =
  { taken: MarkdownFile<Fields>; problems: Problem[] } | { body?: string; problems: Problem[] };

/** Takes a Markdown file apart; every mistake in its front matter is told at once. */
export function readMarkdownFile<T extends z.ZodType>(
  file: string,
  text: string,
  schema: T,
): MarkdownReading<z.output<T>> {
  if (text.trim() === '')
    return fault(
      file,
      'F-007',
      'The file is empty.',
      'Begin it with a line of ---, then the fields, then a line of --- again, then the text.',
    );
  if (!/^---[ \t]*(\n|$)/.test(text))
    return fault(
      file,
      'F-002',
      'The file does not begin with front matter.',
      'Begin it with a line of ---, then the fields, then a line of --- again.',
    );
  const parts = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/.exec(text);
  if (!parts)
    return fault(file, 'F-003', 'The front matter is not closed.', 'Write a line of --- after its last field.');
  const [whole, yaml = ''] = parts;
  const body = '\n'.repeat(whole.split('\n').length - (whole.endsWith('\n') ? 1 : 0)) + text.slice(whole.length);
  const reading = readYaml(yaml, { file, firstLine: 2, schema });
  if ('problems' in reading) return { body, problems: reading.problems };
  return { taken: { filed: reading.data, body, lineOf: reading.lineOf }, problems: reading.warnings };
}

function fault(file: string, code: Code, found: string, remedy: string): { problems: Problem[] } {
  return { problems: [{ code, file, line: 1, found, remedy }] };
}
