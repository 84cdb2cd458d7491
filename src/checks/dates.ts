import { dateOfInstant, epoch } from '../newsroom/calendar.ts';
import type { Problem } from '../newsroom/problem.ts';
import { now } from '../schema/examples.ts';
import type { Story } from './stories.ts';

const day = 86_400_000;

/**
 * D-108: an update that no note tells of. On the day itself a story grows; who read it on that day does not look for what has changed later.
 * D-109: dates of one article of which one must be wrong. A day more or less may be that of another time zone.
 */
export function checkDates(
  { path, file, filed, lineOf }: Pick<Story, 'path' | 'file' | 'filed' | 'lineOf'>,
  { asOf, timeZone }: { asOf: string; timeZone: string },
): Problem[] {
  const { published, updated, corrections, dateline, status } = filed;
  const problems: Problem[] = [];
  const tell = (code: 'D-108' | 'D-109', field: PropertyKey[], found: string, remedy: string) =>
    problems.push({ code, file, line: lineOf(field), found, remedy });
  const noteOn = (date: string) => corrections.some(({ at }) => dateOfInstant(at, timeZone) >= date);
  const [outOn, newOn] = [published, updated ?? published].map((at) => dateOfInstant(at, timeZone)) as [string, string];
  if (newOn > outOn && !noteOn(newOn))
    tell(
      'D-108',
      ['updated'],
      `The story was updated on ${newOn}, and no note says what is new.`,
      `Say it: \`corrections: [{ at: ${updated}, kind: update, text: <sentence> }]\`. Where nothing is new for readers, delete \`updated\`.`,
    );
  const filedOn = path.slice(0, 10).replaceAll('/', '-');
  if (Math.abs(Date.parse(filedOn) - Date.parse(outOn)) > day)
    tell(
      'D-109',
      ['published'],
      `The article is filed under ${filedOn}, and was published on ${outOn}.`,
      'Put the time right, or move the folder to that day if it was never out.',
    );
  if (dateline?.date && Date.parse(dateline.date) - Date.parse(outOn) > day)
    tell(
      'D-109',
      ['dateline'],
      `The dateline is of ${dateline.date}, and the story was published before, on ${outOn}.`,
      'Put one of the two right.',
    );
  if (status.state === 'withdrawn' && epoch(status.at) < epoch(published))
    tell(
      'D-109',
      ['status'],
      `The article was withdrawn at ${status.at}, before it was published.`,
      `Write when it was withdrawn: \`${now}\`.`,
    );
  if (status.state === 'embargoed' && epoch(status.until) < epoch(published))
    tell(
      'D-109',
      ['status'],
      `The embargo ends at ${status.until}, and the story comes out later, at ${published}.`,
      'Put one of the two right: the later one counts.',
    );
  const isOut = epoch(published) <= epoch(asOf);
  if (isOut && updated && epoch(updated) > epoch(asOf))
    tell(
      'D-109',
      ['updated'],
      `The update is of a time to come: ${updated}.`,
      `Write when the text last changed: \`${now}\`.`,
    );
  corrections.forEach(({ at }, index) => {
    if (isOut && epoch(at) > epoch(asOf))
      tell(
        'D-109',
        ['corrections', index, 'at'],
        `The note is of a time to come: ${at}.`,
        `Write when it was made: \`${now}\`.`,
      );
  });
  return problems;
}
