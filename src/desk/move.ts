import { existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { withItem } from '../filing/field-edits.ts';
import { filesBelow } from '../filing/files.ts';
import { articlePath, recordedPath } from '../newsroom/permalink.ts';
import { replace, storyNamed } from './change.ts';
import { misuse, type Outcome } from './outcome.ts';
import { refuse } from './refuse.ts';
import { inWriting } from './turn.ts';

/**
 * `npm run desk move <article> <slug>`: gives an article another address of the same day. The former one leads to it, if it has ever been out, and
 * whatever names it in `content/` names it anew: all of it, or nothing.
 * @returns how that ended
 */
export function move(root: string, named: string, slug: string, how: { dryRun?: boolean }): Promise<Outcome> {
  return inWriting(root, () => moveNow(root, named, slug, how));
}

async function moveNow(
  root: string,
  named: string,
  slug: string,
  { dryRun = false }: { dryRun?: boolean },
): Promise<Outcome> {
  const story = await storyNamed(root, named);
  if (typeof story === 'string') return misuse(story);
  const place = `${path.posix.dirname(story.path)}/${slug}`;
  if (!articlePath.test(place))
    return misuse(`"${slug}" cannot be the end of an address: write small letters, digits and hyphens.`);
  const [from, to] = [story.path, place].map((each) => path.join(root, 'content/articles', each)) as [string, string];
  if (existsSync(to)) return refuse(`There is something at content/articles/${place} already.`);
  const former = recordedPath(story);
  const others = naming(root, story.path).filter(({ file }) => file !== story.file);
  try {
    const renamed = story.text.replace(nameOf(story.path), place);
    const text = story.isKnown ? withItem(renamed, 'aliases', former) : renamed;
    if (!dryRun)
      allOrNothing([
        ...(text === story.text ? [] : [rewriting(path.join(root, story.file), story.text, text)]),
        { act: () => renameSync(from, to), undo: () => renameSync(to, from) },
        ...others.map(({ file, text: before }) =>
          rewriting(path.join(root, file), before, before.replace(nameOf(story.path), place)),
        ),
      ]);
  } catch (error) {
    return refuse(`${story.file} was left as it is: ${(error as Error).message}.`);
  }
  console.log(`content/articles/${place}/${story.isKnown ? `, to which ${former} leads` : ''}`);
  for (const { file } of others) console.log(`${file}: names it so`);
  const names = others.map(({ file }) => file);
  return {
    isDone: true,
    facts: { done: true, from: story.path, to: place, alias: story.isKnown ? former : null, names, written: !dryRun },
  };
}

interface Step {
  act: () => void;
  undo: () => void;
}

function rewriting(file: string, before: string, after: string): Step {
  return {
    act: () => replace(file, { from: before, by: after }),
    undo: () => replace(file, { from: after, by: before }),
  };
}

/** Takes steps one after the other; where one fails, those before it are taken back. */
function allOrNothing(steps: readonly Step[]): void {
  const taken: Step[] = [];
  try {
    for (const step of steps) {
      step.act();
      taken.push(step);
    }
  } catch (error) {
    for (const { undo } of taken.reverse()) undo();
    throw error;
  }
}

/** Files of the paper that name an article by its path. */
function naming(root: string, article: string): { file: string; text: string }[] {
  return filesBelow(path.join(root, 'content'), /\.(md|ya?ml)$/)
    .map((name) => `content/${name}`)
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
    .filter(({ text }) => nameOf(article).test(text));
}

/** A path as it stands by itself; one in a list of former addresses is another article's. */
function nameOf(article: string): RegExp {
  return new RegExp(`(?<![\\w-])${article}(?![\\w-])`, 'g');
}
