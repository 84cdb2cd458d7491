import { epoch } from '../newsroom/calendar.ts';
import { articlePath } from '../newsroom/permalink.ts';
import type { Problem } from '../newsroom/problem.ts';
import type { FiledArticle } from '../schema/article.ts';
import { nearest } from '../schema/front-matter.ts';
import { lineOfField } from './line-of-field.ts';
import type { ArticlesReading, PaperData } from './paper.ts';

/**
 * names of sections, topics, contributors and stories that lead nowhere,
 * and links in a text to a story that its readers cannot open yet.
 * @param broken articles that are there and have mistakes of their own: a reference to one is none
 */
export function checkReferences({
  articles,
  broken,
  data,
  root,
}: {
  articles: ArticlesReading['articles'];
  broken: ReadonlySet<string>;
  data: PaperData;
  root: string;
}): Problem[] {
  const brokenNames = new Set(data.problems.map((problem) => problem.file.replace(/^content\/|\.ya?ml$/g, '')));
  const problems: Problem[] = [];

  const unknown = (
    folder: 'sections' | 'topics' | 'contributors' | 'related',
    name: string,
  ): Omit<Problem, 'file' | 'line'> | undefined => {
    if (data[folder].has(name) || brokenNames.has(`${folder}/${name}`)) return undefined;
    const near = nearest(name, [...data[folder].keys()]);
    return {
      code: 'R-001',
      found: `There is no "${name}" in content/${folder}/.`,
      remedy: near ? `Did you mean "${near}"?` : `Write content/${folder}/${name}.yaml, or name one that is there.`,
    };
  };

  const noArticle = (name: string): Omit<Problem, 'file' | 'line'> | undefined => {
    if (articles.has(name) || broken.has(name)) return undefined;
    if (!articlePath.test(name))
      return {
        code: 'R-002',
        found: `"${name}" is not the path of an article.`,
        remedy: 'Write year, month, day and slug: 2019/03/01/harbour-vote.',
      };
    const near = nearest(
      name,
      [...articles.keys()].filter((path) => Math.abs(path.length - name.length) < 6),
    );
    return {
      code: 'R-003',
      found: `There is no article "${name}".`,
      remedy: near
        ? `Did you mean "${near}"?`
        : 'Name an article that is in content/articles/, or one in content/related/ by `elsewhere:`.',
    };
  };

  (data.publication?.sections ?? []).forEach((name, index) => {
    const file = 'content/publication.yaml';
    const fault = unknown('sections', name);
    if (fault) problems.push({ file, line: lineOfField(root, file, ['sections', index]), ...fault });
  });

  for (const [path, { copy }] of articles) {
    const { filed, references } = copy;
    const file = `content/articles/${path}/index.md`;
    const tell = (fault: Omit<Problem, 'file' | 'line'> | undefined, field: PropertyKey[]) => {
      if (fault) problems.push({ file, line: lineOfField(root, file, field), ...fault });
    };
    tell(unknown('sections', filed.section), ['section']);
    filed.topics.forEach((topic, index) => tell(unknown('topics', topic), ['topics', index]));
    filed.contributors.forEach(({ who }, index) => tell(unknown('contributors', who), ['contributors', index, 'who']));
    filed.related.forEach((group, g) =>
      group.stories.forEach((story, s) => {
        const field = ['related', g, 'stories', s];
        if ('elsewhere' in story) tell(unknown('related', story.elsewhere), field);
        else if (story.article === path)
          tell(
            {
              code: 'R-004',
              found: 'The article names itself as a related story.',
              remedy: 'Name another one, or delete the line.',
            },
            field,
          );
        else tell(noArticle(story.article), field);
      }),
    );
    for (const { path: target, line } of references) {
      const fault = noArticle(target) ?? tooEarly(filed, articles.get(target)?.copy.filed, target);
      if (fault) problems.push({ file, line, ...fault });
    }
  }
  return problems;
}

function tooEarly(
  from: FiledArticle,
  to: FiledArticle | undefined,
  target: string,
): Omit<Problem, 'file' | 'line'> | undefined {
  if (!to || readableFrom(to) <= readableFrom(from)) return undefined;
  return {
    code: 'R-005',
    found: `The text links to "${target}", which readers cannot open when this article is published.`,
    remedy: 'Delete the link, or publish the two together.',
  };
}

/** Milliseconds since 1970 from which readers can open an article; infinity for a draft. */
function readableFrom({ status, published }: FiledArticle): number {
  if (status === 'draft') return Infinity;
  if (typeof status === 'object' && 'embargoedUntil' in status)
    return Math.max(epoch(status.embargoedUntil), epoch(published));
  return epoch(published);
}
