import { withField } from '../filing/field-edits.ts';
import { change } from './change.ts';
import type { Outcome } from './outcome.ts';

/**
 * `npm run desk withdraw <article> <reason>`: takes an article back. Its address stays, and tells why there is nothing to read.
 * @returns whether it was taken back
 */
export function withdraw(root: string, named: string, reason: string, how: { dryRun?: boolean }): Promise<Outcome> {
  return change(root, named, how, ({ text, filed, now }) => {
    if (filed.status.state === 'withdrawn') return { refused: 'it has been withdrawn already.' };
    if (filed.status.state === 'draft')
      return { refused: 'it is a draft, which no reader has seen: delete its folder.' };
    return {
      text: withField(text, 'status', { withdrawn: now, reason: reason.trim().replace(/\s+/g, ' ') }),
      said: 'withdrawn.',
    };
  });
}
