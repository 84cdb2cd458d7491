import { PictureLooks } from '../filing/picture-looks.ts';
import type { Problem } from '../newsroom/problem.ts';
import { picturesOf, type Story } from './stories.ts';

/** Of 128 bits of two hashes, those in which pictures that look alike may differ. */
const mostApart = 6;
/** With one part more than bits that may differ, two such hashes have a part in common. */
const parts = 8;
/** Below this a picture has about a third of the detail that its pixels could show. */
const leastDetail = 0.15;

/** Least width in pixels, by where a picture stands: what is shown wider would be enlarged by browsers. */
const leastWidth = { lead: 700, text: 500, inset: 240 };

interface Filed {
  path: string;
  hash: string;
}

/**
 * D-102, D-110, D-111: pictures that look like another one of the paper, that are too small for their place, or that were enlarged. Each is
 * told once, where it stands first.
 */
export async function checkPictures(stories: readonly Story[], { root }: { root: string }): Promise<Problem[]> {
  const looks = new PictureLooks(root);
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const buckets = new Map<string, Filed[]>();
  for (const story of stories) {
    for (const shown of picturesOf(story)) {
      const picture = story.pictures.find(({ path }) => path === shown.path);
      if (!picture || seen.has(picture.path)) continue;
      seen.add(picture.path);
      const look = await looks.of(picture);
      if (!look) continue;
      const name = picture.path.replace(/^.*\//, '');
      const tell = (words: Pick<Problem, 'code' | 'found' | 'remedy'>) => {
        const place = shown.isLead ? { line: story.lineOf(['picture', 'file']) } : story.placeOf(literal(name));
        problems.push({ file: story.file, ...place, ...words });
      };
      const place = shown.isLead ? 'lead' : shown.isInset ? 'inset' : 'text';
      const least = leastWidth[place];
      if (picture.width < least)
        tell({
          code: 'D-110',
          found: `The picture "${name}" is ${picture.width} pixels wide, and readers would see it enlarged.`,
          remedy: `Put a larger one in its place: ${least} pixels are the least here, 1,600 are good.`,
        });
      else if (look.detail < leastDetail)
        tell({
          code: 'D-111',
          found: `The picture "${name}" has ${picture.width} × ${picture.height} pixels, but no detail of that size: it seems to have been enlarged.`,
          remedy: 'Ask for the original, or put the smaller picture from which it was made in its place.',
        });
      const like = look.hash && likest({ path: picture.path, hash: look.hash }, buckets);
      if (like)
        tell({
          code: 'D-102',
          found: `The picture "${name}" looks like ${like.path}.`,
          remedy: 'If it is the same, keep one of the two, in content/pictures/ where several articles show it.',
        });
    }
  }
  looks.keep();
  return problems;
}

/** The picture that another looks like, among those before it; it is put beside them. */
function likest(picture: Filed, buckets: Map<string, Filed[]>): Filed | undefined {
  const length = picture.hash.length / parts;
  let best: { other: Filed; apart: number } | undefined;
  for (let part = 0; part < parts; part += 1) {
    const key = `${part} ${picture.hash.slice(part * length, (part + 1) * length)}`;
    const others = buckets.get(key) ?? [];
    // What many have in common tells nothing of two.
    for (const other of others.slice(-200)) {
      const apart = bitsApart(picture.hash, other.hash);
      if (apart <= mostApart && apart < (best?.apart ?? Infinity)) best = { other, apart };
    }
    others.push(picture);
    buckets.set(key, others);
  }
  return best?.other;
}

function bitsApart(one: string, other: string): number {
  let count = 0;
  for (let at = 0; at < one.length; at += 1) {
    let bits = parseInt(one[at] ?? '0', 16) ^ parseInt(other[at] ?? '0', 16);
    for (; bits > 0; bits >>= 1) count += bits & 1;
  }
  return count;
}

function literal(text: string): RegExp {
  return new RegExp(RegExp.escape(text), 'u');
}
