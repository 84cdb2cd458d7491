import { withField } from '../filing/field-edits.ts';
import { change } from './change.ts';
import type { Outcome } from './outcome.ts';

/**
 * `npm run desk release <article>`: lets a draft or an article under embargo out with the next publication; its time is the present one, unless it
 * has been out before.
 * @returns whether it is let out
 */
export function release(root: string, named: string, how: { dryRun?: boolean }): Promise<Outcome> {
  return change(root, named, how, ({ text, filed, isKnown, now }) => {
    if (filed.review)
      return {
        refused:
          'it was imported and waits for you. Look at what was guessed, then delete the line `review: required`.',
      };
    if (filed.status.state === 'published') return { refused: 'it is let out already.' };
    if (filed.status.state === 'withdrawn')
      return { refused: 'it was withdrawn. Write `status: published` where its readers may see it again.' };
    const out = withField(text, 'status', 'published');
    return { text: isKnown ? out : withField(out, 'published', now), said: 'goes out with the next publication.' };
  });
}
