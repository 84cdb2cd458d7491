import { nearest } from '../newsroom/nearest.ts';
import { articlePath, type NamedPlace } from '../newsroom/permalink.ts';
import type { Problem } from '../newsroom/problem.ts';
import { openFrom } from '../newsroom/release.ts';
import type { FiledArticle } from '../schema/article.ts';
import { onDay } from '../schema/examples.ts';
import type { FiledPage } from '../schema/page.ts';
import { checkFronts } from './fronts.ts';
import type { Copies, Copy } from '../filing/copies.ts';
import { formerAddresses } from '../filing/former-addresses.ts';
import { lineOfField } from '../filing/line-of-field.ts';
import type { PaperData } from '../filing/paper-data.ts';

type Fault = Omit<Problem, 'file' | 'line'>;

/**
 * names of sections, topics, contributors, pages and stories that lead nowhere or are said twice,
 * links in a text to a story that its readers cannot open yet, and sections that no navigation shows. A reference to a file that has mistakes of its own is none.
 */
export function checkReferences({
  articles: { copies: articles, broken },
  pages,
  data,
  root,
}: {
  articles: Copies<FiledArticle>;
  pages: Copies<FiledPage>;
  data: PaperData;
  root: string;
}): Problem[] {
  const brokenNames = new Set([
    ...data.problems.map(({ file }) => file.toLowerCase().replace(/^content\/|\.[^/]*$/g, '')),
    ...pages.problems.map((problem) => problem.file.replace(/^content\/|\.[a-z]+$/gi, '')),
  ]);
  const problems: Problem[] = [];

  const unknown = (folder: NamedPlace['folder'] | 'related', name: string): Fault | undefined => {
    const names = folder === 'pages' ? pages.copies : data[folder];
    if (names.has(name) || brokenNames.has(`${folder}/${name}`) || brokenNames.has(folder)) return undefined;
    const meant = named(name, names);
    const near = meant ?? nearest(name, [...names.keys()]);
    const file = `content/${folder}/${name}.${folder === 'pages' ? 'md' : 'yaml'}`;
    return {
      code: 'R-001',
      found: `There is no "${name}" in content/${folder}/.`,
      remedy: near ? `Did you mean "${near}"?` : `Write ${file}, or name one that is there.`,
      ...(meant === undefined ? {} : { mend: { is: name, by: meant } }),
    };
  };

  const moved = formerAddresses(articles);
  const paths = new Map([...articles].map(([path, { copy }]) => [`a/${copy.filed.id}`, path]));

  const noArticle = (name: string, orElsewhere = ''): Fault | undefined => {
    if (articles.has(name) || broken.has(name)) return undefined;
    const place = moved.get(name);
    if (place)
      return {
        code: 'R-007',
        found: `The article "${name}" has moved.`,
        remedy: `Write "${place}".`,
        mend: { is: name, by: place },
      };
    const short = paths.get(name);
    if (short)
      return {
        code: 'R-002',
        found: `"/${name}/" is the short link of an article.`,
        remedy: `Write "${short}".`,
        mend: { is: name, by: short },
      };
    const byId = paths.get(`a/${name}`);
    if (byId)
      return {
        code: 'R-002',
        found: `"${name}" is the id of an article.`,
        remedy: `Write its path: "${byId}".`,
        mend: { is: name, by: byId },
      };
    if (/^(https?:)?\/\//i.test(name) || name.startsWith('a/'))
      return {
        code: 'R-002',
        found: `"${name}" is the address of no article of this paper.`,
        remedy: `Name an article by year, month, day and slug${orElsewhere}.`,
      };
    if (!articlePath.test(name)) {
      const meant = [...articles.keys()].find((path) => path.endsWith(`/${name}`));
      return {
        code: 'R-002',
        found: `"${name}" is not the path of an article.`,
        remedy: meant ? `Did you mean "${meant}"?` : `Write year, month, day and slug: ${onDay}/harbour-vote.`,
      };
    }
    const near = nearest(
      name,
      [...articles.keys()].filter((path) => Math.abs(path.length - name.length) < 6),
    );
    return {
      code: 'R-003',
      found: `There is no article "${name}".`,
      remedy: near ? `Did you mean "${near}"?` : `Name an article that is in content/articles/${orElsewhere}.`,
    };
  };

  for (const folder of ['sections', 'pages'] as const) {
    const names = data.publication?.[folder] ?? [];
    names.forEach((name, index) => {
      const file = 'content/publication.yaml';
      const fault = names.indexOf(name) < index ? twice(name) : unknown(folder, name);
      if (fault) problems.push({ file, line: lineOfField(root, file, [folder, index]), ...fault });
    });
  }

  const checkText = (file: string, { references, places }: Copy<unknown>, readable: number) => {
    for (const { path: target, line } of references) {
      const fault = noArticle(target) ?? tooEarly(readable, articles.get(target)?.copy.filed, target);
      if (fault) problems.push({ file, line, ...fault });
    }
    for (const { folder, name, line } of places) {
      const fault = unknown(folder, name);
      if (fault) problems.push({ file, line, ...fault });
    }
  };

  // A page is there at all times: of a story that comes out later it says nothing until then, but a draft may never come.
  for (const [name, { copy }] of pages.copies) checkText(`content/pages/${name}.md`, copy, Number.MAX_VALUE);

  for (const [path, { copy }] of articles) {
    const { filed } = copy;
    const file = `content/articles/${path}/index.md`;
    const tell = (fault: Fault | undefined, field: PropertyKey[]) => {
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
        else tell(noArticle(story.article, ', or one in content/related/ by `elsewhere:`'), field);
      }),
    );
    checkText(file, copy, openFrom(filed));
  }
  return [...problems, ...checkFronts({ fronts: data.fronts, root, noArticle }), ...unlisted(articles, data, root)];
}

/** The file that is meant by its path, its address or the name that readers see. */
function named(name: string, files: ReadonlyMap<string, object>): string | undefined {
  const bare = name
    .replace(/[?#].*$/, '')
    .replace(/\/+$|\.(ya?ml|md)$/g, '')
    .replace(/^.*\//, '');
  if (files.has(bare)) return bare;
  const shown = (file: object) => ('name' in file ? String(file.name).toLowerCase() : undefined);
  return [...files].find(([, file]) => shown(file) === name.toLowerCase())?.[0];
}

/** Sections of stories that are or will be out, without a place in the order that navigation and front pages follow. */
function unlisted(
  articles: Copies<FiledArticle>['copies'],
  { publication, sections }: PaperData,
  root: string,
): Problem[] {
  if (!publication) return [];
  const file = 'content/publication.yaml';
  const filed = [...articles.values()].filter(({ copy }) => copy.filed.status.state !== 'draft');
  const used = new Set(filed.map(({ copy }) => copy.filed.section));
  return [...used]
    .filter((section) => sections.has(section) && !publication.sections.includes(section))
    .map((section) => ({
      code: 'R-008',
      file,
      line: lineOfField(root, file, ['sections']),
      found: `The section "${section}" has stories and is not in this list: no navigation leads to its page.`,
      remedy: `Add it where it is to stand: \`sections: [${[...publication.sections, section].join(', ')}]\`.`,
    }));
}

function twice(name: string): Fault {
  return { code: 'R-006', found: `"${name}" is named here already.`, remedy: 'Delete one of the two.' };
}

/** @param from milliseconds since 1970 from which the text can be read */
function tooEarly(from: number, to: FiledArticle | undefined, target: string): Fault | undefined {
  if (!to || openFrom(to) <= from) return undefined;
  const found = `The text links to "${target}", which`;
  if (to.review)
    return {
      code: 'R-005',
      found: `${found} an import has filed and no editor has looked at yet.`,
      remedy: 'Look at it and delete its line `review: required` as well, or delete the link.',
    };
  return from === Number.MAX_VALUE
    ? { code: 'R-005', found: `${found} is a draft.`, remedy: 'Delete the link, or publish the article.' }
    : {
        code: 'R-005',
        found: `${found} readers cannot open when this article is published.`,
        remedy: 'Delete the link, or publish the two together.',
      };
}
