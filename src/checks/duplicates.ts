import type { Problem } from '../newsroom/problem.ts';
import type { FiledArticle } from '../schema/article.ts';
import type { Copies } from '../filing/copies.ts';
import { lineOfField } from '../filing/line-of-field.ts';

/**
 * D-001: two articles with one id. D-002: a former address that belongs to an article, or that two lay claim to.
 * (Two articles with one permalink cannot be: the permalink is the folder.)
 */
export function checkDuplicates(articles: Copies<FiledArticle>['copies'], root: string): Problem[] {
  return [...checkIds(articles, root), ...checkAliases(articles, root)];
}

function checkIds(articles: Copies<FiledArticle>['copies'], root: string): Problem[] {
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

function checkAliases(articles: Copies<FiledArticle>['copies'], root: string): Problem[] {
  const owners = new Map<string, string>();
  for (const [path, { copy }] of articles) owners.set(path, path).set(`a/${copy.filed.id}`, path);
  const problems: Problem[] = [];
  for (const [path, { copy }] of articles) {
    copy.filed.aliases.forEach((alias, index) => {
      const owner = owners.get(alias);
      if (owner === undefined) {
        owners.set(alias, path);
        return;
      }
      const file = `content/articles/${path}/index.md`;
      const line = lineOfField(root, file, ['aliases', index]);
      problems.push({
        code: 'D-002',
        file,
        line,
        ...(owner === path ? ownAddress(alias) : takenAddress(alias, owner)),
      });
    });
  }
  return problems;
}

type Words = Pick<Problem, 'found' | 'remedy'>;

function ownAddress(alias: string): Words {
  return { found: `/${alias}/ leads to this article already.`, remedy: 'Delete it from the aliases.' };
}

function takenAddress(alias: string, owner: string): Words {
  return {
    found: `/${alias}/ leads to content/articles/${owner}/index.md already.`,
    remedy: 'Delete it here, or there if it is an alias there too: an address leads to one article.',
  };
}
