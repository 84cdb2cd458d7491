import { z } from 'zod';
import { readYaml } from '../schema/front-matter.ts';
import { readText } from './files.ts';
import { readMarkdownFile } from './markdown-file.ts';

/** The line of a field of a right Markdown or YAML file, counted from 1. The file is read again: only an error asks. */
export function lineOfField(root: string, file: string, path: readonly PropertyKey[]): number {
  const source = readText(root, file);
  if ('problem' in source) return 1;
  if (!file.endsWith('.md')) {
    const reading = readYaml(source.text, { file, firstLine: 1, schema: z.unknown() });
    return 'data' in reading ? reading.lineOf(path) : 1;
  }
  const reading = readMarkdownFile(file, source.text, z.unknown());
  return 'taken' in reading ? reading.taken.lineOf(path) : 1;
}
