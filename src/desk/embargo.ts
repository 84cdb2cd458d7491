import { withField } from '../filing/field-edits.ts';
import { epoch, instantNamed } from '../newsroom/calendar.ts';
import { change } from './change.ts';
import type { Outcome } from './outcome.ts';

/**
 * `npm run desk embargo <article> <time>`: holds an article back until a time, on the paper's clock where it names no other.
 * @returns whether it is held back
 */
export function embargo(root: string, named: string, time: string, how: { dryRun?: boolean }): Promise<Outcome> {
  return change(root, named, how, ({ text, isKnown, now, timeZone }) => {
    const until = instantNamed(time, timeZone);
    if (until === undefined)
      return {
        isMisused: true,
        refused: `"${time}" is no time. Write one such as "${now.slice(0, 10)} 18:00", or with its distance from UTC: ${now}.`,
      };
    if (isKnown) return { refused: 'it has been out, and what readers have seen cannot be held back. Withdraw it.' };
    if (epoch(until) <= epoch(now)) return { refused: `${until} has gone by.` };
    return { text: withField(text, 'status', { embargoedUntil: until }), said: `held back until ${until}.` };
  });
}
