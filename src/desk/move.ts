import { existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { withItem } from '../filing/field-edits.ts';
import { filesBelow } from '../filing/files.ts';
import { articlePath, permalinkOf } from '../newsroom/permalink.ts';
import { replace, storyNamed } from './change.ts';
import { refuse } from './refuse.ts';

/**
 * `npm run desk move <article> <slug>`: gives an article another address of the same day. The former one leads to it, if it has ever been out, and
 * whatever names it in `content/` names it anew.
 * @returns whether it was moved
 */
export async function move(
  root: string,
  named: string,
  slug: string,
  { dryRun = false }: { dryRun?: boolean },
): Promise<boolean> {
  const story = await storyNamed(root, named);
  if (typeof story === 'string') return refuse(story);
  const place = `${path.posix.dirname(story.path)}/${slug}`;
  if (!articlePath.test(place))
    return refuse(`"${slug}" cannot be the end of an address: write small letters, digits and hyphens.`);
  const [from, to] = [story.path, place].map((each) => path.join(root, 'content/articles', each)) as [string, string];
  if (existsSync(to)) return refuse(`There is something at content/articles/${place} already.`);
  const former = permalinkOf(story);
  const others = naming(root, story.path).filter(({ file }) => file !== story.file);
  try {
    const renamed = story.text.replace(nameOf(story.path), place);
    const text = story.isKnown ? withItem(renamed, 'aliases', former) : renamed;
    if (!dryRun) {
      if (text !== story.text) replace(path.join(root, story.file), { from: story.text, by: text });
      renameSync(from, to);
      for (const { file, text: before } of others)
        replace(path.join(root, file), { from: before, by: before.replace(nameOf(story.path), place) });
    }
  } catch (error) {
    return refuse(`${story.file} was left as it is: ${(error as Error).message}.`);
  }
  console.log(`content/articles/${place}/${story.isKnown ? `, to which ${former} leads` : ''}`);
  for (const { file } of others) console.log(`${file}: names it so`);
  return true;
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
