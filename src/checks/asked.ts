import { currentInstant } from '../filing/now.ts';
import { readLedger } from '../filing/ledger.ts';
import type { Problem } from '../newsroom/problem.ts';
import { checkDates } from './dates.ts';
import { withExamples } from './examples.ts';
import { checkPictures } from './like-pictures.ts';
import { likeStories, signatureOf, type Likeness } from './like-stories.ts';
import type { PaperReading } from './paper.ts';
import { paragraphsOf, storiesOf, type Story } from './stories.ts';
import { checkWordings } from './wordings.ts';

/**
 * D-101 to D-111: what a desk asks of its stories before they go out, and no build does. All of it are warnings; articles with mistakes are
 * looked at when these are mended.
 * @param isAsked whether words and dates of an article are looked at, by its path
 */
export async function askedOfDesk(
  { data, articles }: Pick<PaperReading, 'data' | 'articles'>,
  { root, bodies, isAsked = () => true }: { root: string; bodies: string; isAsked?: (path: string) => boolean },
): Promise<Problem[]> {
  const { publication } = data;
  if (!publication) return [];
  const asOf = currentInstant();
  const { timeZone } = publication;
  const problems: Problem[] = [];
  const likes: Likeness[] = [];
  const shown: Story[] = [];
  for (const story of storiesOf(articles.copies, { root, bodies, paper: publication })) {
    const { path, filed, body } = story;
    if (isAsked(path)) problems.push(...checkWordings(story), ...checkDates(story, { asOf, timeZone }));
    const signature = signatureOf(paragraphsOf(body));
    if (signature) likes.push({ path, published: filed.published, signature, names: namesIn(story, articles) });
    if (story.pictures.length > 0) shown.push({ ...story, body: { ...body, text: [] } });
  }
  return withExamples([...problems, ...likeStories(likes), ...(await checkPictures(shown, { root }))], {
    asOf,
    timeZone,
    ids: () => new Set(readLedger(root).entries.map(({ id }) => id)),
    idOf: () => undefined,
  });
}

function namesIn({ path, filed }: Story, { copies }: PaperReading['articles']): Set<string> {
  const related = filed.related.flatMap(({ stories }) =>
    stories.flatMap((story) => ('article' in story ? [story.article] : [])),
  );
  const linked = copies.get(path)?.copy.references.map((reference) => reference.path) ?? [];
  return new Set([...related, ...linked]);
}
