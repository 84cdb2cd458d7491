import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import type { PaperData } from '../filing/paper-data.ts';
import { slugOf } from '../filing/slug.ts';
import type { Kind } from './kinds.ts';
import type { Mapping } from './mapping.ts';
import { storiesIn } from './readers.ts';
import { sourcesAt, type Source } from './sources.ts';

type Names = Map<string, number>;

/**
 * Writes a first `content/import.yaml` from a look at the sources: every category, tag and author, with the file that it would become.
 * One that is there is left, and the new one is printed.
 * @returns whether there was anything to look at
 */
export async function planFor(
  given: readonly (string | Source)[],
  {
    root,
    data,
    mapping,
    from,
    isDry,
  }: { root: string; data: PaperData; mapping: Mapping; from?: Kind | undefined; isDry: boolean },
): Promise<boolean> {
  const found = {
    sections: new Map() as Names,
    topics: new Map() as Names,
    contributors: new Map() as Names,
    shortcodes: new Map() as Names,
  };
  let stories = 0;
  let site: string | undefined = mapping.site;
  for (const each of given)
    for (const source of typeof each === 'string' ? sourcesAt(each, { root, from }) : [each]) {
      if ('reason' in source) continue;
      try {
        for await (const story of await storiesIn(source, mapping)) {
          if ('refused' in story) continue;
          stories += 1;
          if (story.base && URL.canParse(story.base)) site ??= new URL(story.base).origin;
          if (story.section) count(found.sections, story.section.value);
          for (const topic of story.topics) count(found.topics, topic.value);
          for (const name of story.byline) count(found.contributors, name.value);
          for (const { kind, text } of story.leftovers)
            if (kind.startsWith('shortcode')) count(found.shortcodes, /[\w-]+/.exec(text)?.[0] ?? '');
        }
      } catch {
        // Told when it is imported.
      }
    }
  const language = data.publication?.language ?? 'en';
  const fileFor = (folder: 'sections' | 'topics' | 'contributors', name: string) => {
    const there = [...data[folder]].find(
      ([file, each]) => file === name || each.name.toLowerCase() === name.toLowerCase(),
    );
    return mapping[folder][name] ?? there?.[0] ?? (slugOf(name, language) || null);
  };
  const names = (folder: 'sections' | 'topics' | 'contributors') =>
    Object.fromEntries(mostFirst(found[folder]).map((name) => [name, fileFor(folder, name)]));
  const lines = [
    '# How what others say becomes what this paper says. A name that has no file yet gets one; null leaves it out.',
    `# From a look at ${stories} ${stories === 1 ? 'story' : 'stories'}.`,
    site ? stringify({ site }).trimEnd() : '# site: https://old.example',
    '# The section of stories that name none:',
    stringify({ section: mapping.section ?? data.publication?.sections[0] ?? 'world' }).trimEnd(),
    stringify({ sections: names('sections'), topics: names('topics'), contributors: names('contributors') }).trimEnd(),
    '# Shortcodes: figure, gallery, address, fact-box, pull-quote, code, words or drop.',
    stringify({
      shortcodes: {
        ...Object.fromEntries(mostFirst(found.shortcodes).map((name) => [name, 'words'])),
        ...mapping.shortcodes,
      },
    }).trimEnd(),
  ];
  const text = `${lines.join('\n')}\n`;
  const file = path.join(root, 'content/import.yaml');
  if (isDry || existsSync(file)) console.log(text);
  else {
    writeFileSync(file, text, { flag: 'wx' });
    console.log('content/import.yaml');
  }
  return stories > 0;
}

function count(names: Names, name: string): void {
  if (name.trim()) names.set(name.trim(), (names.get(name.trim()) ?? 0) + 1);
}

function mostFirst(names: Names): string[] {
  return [...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}
