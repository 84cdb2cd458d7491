import type { Problem } from '../newsroom/problem.ts';
import type { FiledFront } from '../schema/front.ts';
import { yamlFile } from '../filing/files.ts';
import { lineOfField } from '../filing/line-of-field.ts';

/**
 * stories on a day's front page that are not there, or that stand in two places of it.
 * @param noArticle what is wrong with a path that leads to no article
 */
export function checkFronts({
  fronts,
  root,
  noArticle,
}: {
  fronts: ReadonlyMap<string, FiledFront>;
  root: string;
  noArticle: (path: string) => Omit<Problem, 'file' | 'line'> | undefined;
}): Problem[] {
  return [...fronts].flatMap(([date, front]) => {
    const file = yamlFile(root, `content/fronts/${date}`);
    const seen = new Set<string>();
    return storiesOf(front).flatMap(({ story, field }) => {
      const fault = seen.has(story) ? twice(story) : noArticle(story);
      seen.add(story);
      return fault ? [{ file, line: lineOfField(root, file, field), ...fault }] : [];
    });
  });
}

function storiesOf({ lead, second, pairs, briefs, inside }: FiledFront): { story: string; field: PropertyKey[] }[] {
  const list = (name: string, stories: readonly string[]) =>
    stories.map((story, index) => ({ story, field: [name, index] }));
  return [
    ...(lead === undefined ? [] : [{ story: lead, field: ['lead'] }]),
    ...list('second', second),
    ...pairs.flatMap((pair, p) => pair.map((story, index) => ({ story, field: ['pairs', p, index] }))),
    ...list('briefs', briefs),
    ...list('inside', inside),
  ];
}

function twice(name: string): Omit<Problem, 'file' | 'line'> {
  return {
    code: 'R-006',
    found: `The story "${name}" has a place on this front page already.`,
    remedy: 'Name it once, where it is to stand.',
  };
}
