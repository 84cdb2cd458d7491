import { readText } from './files.ts';
import { readArticleFile } from './article-file.ts';

/** The line of an article's field, counted from 1. The file is read again: only an error asks. */
export function lineOfField(root: string, file: string, path: readonly PropertyKey[]): number {
  const source = readText(root, file);
  const reading = 'text' in source ? readArticleFile(file, source.text) : undefined;
  return reading && 'article' in reading ? reading.article.lineOf(path) : 1;
}
