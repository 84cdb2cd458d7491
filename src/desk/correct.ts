import { withItem } from '../filing/field-edits.ts';
import type { CorrectionKind } from '../newsroom/kinds.ts';
import { change } from './change.ts';
import type { Outcome } from './outcome.ts';

/**
 * `npm run desk correct <article> <text>`: adds a note of what was wrong and what is right, at the present time. The text of the article is
 * the editor's to put right.
 * @returns whether it was added
 */
export function correct(
  root: string,
  named: string,
  text: string,
  { kind, ...how }: { kind: CorrectionKind; dryRun?: boolean },
): Promise<Outcome> {
  return change(root, named, how, ({ text: before, filed, now }) => {
    if (filed.status.state !== 'published') return { refused: 'it is not out, so there is nothing to tell readers.' };
    const note = { at: now, ...(kind === 'correction' ? {} : { kind }), text: text.trim().replace(/\s+/g, ' ') };
    return { text: withItem(before, 'corrections', note), said: `a ${kind}. Put the text right as well.` };
  });
}
