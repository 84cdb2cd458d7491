import type { Problem } from '../newsroom/problem.ts';
import type { FiledArticle } from '../schema/article.ts';
import type { Copies } from './copies.ts';
import { lineOfField } from './line-of-field.ts';

/** D-001: two articles with one id. (Two with one permalink cannot be: the permalink is the folder.) */
export function checkDuplicates(articles: Copies<FiledArticle>['copies'], root: string): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [path, { copy }] of articles) {
    const other = first.get(copy.filed.id);
    if (other === undefined) {
      first.set(copy.filed.id, path);
      continue;
    }
    const file = `content/articles/${path}/index.md`;
    problems.push({
      code: 'D-001',
      file,
      line: lineOfField(root, file, ['id']),
      found: `The id "${copy.filed.id}" belongs to content/articles/${other}/index.md already.`,
      remedy: 'Give the younger of the two an id of its own; ids that were published stay.',
    });
  }
  return problems;
}
